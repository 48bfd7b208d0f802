from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.curriculum.model import Criterion
from tui.curriculum.pack import Pack
from tui.curriculum.rule import (
    DOING,
    All,
    AnyOf,
    Attest,
    Cases,
    Count,
    Monthly,
    NoFindings,
    Number,
    PerYear,
    Rate,
    Reading,
    Rule,
    SpanRule,
    Supervision,
    Taught,
)

if TYPE_CHECKING:
    from conftest import PackFolder

THREE = "{ value = 3 }"
OPEN = '{ policy = "k", wording = "規定回数" }'
EXAMPLE = '{ example = 3, policy = "k" }'
ASKED = Number(policy="k", wording="規定回数")


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ('kind = "attest"', Attest()),
        (f'kind = "count", at_least = {THREE}', Count(Number(value=3), DOING)),
        (
            f'kind = "count", at_least = {EXAMPLE}, supervision = ["alone", "directed"]',
            Count(Number(example=3, policy="k"), frozenset((Supervision.ALONE, Supervision.DIRECTED))),
        ),
        (
            f'kind = "count", at_least = {THREE}, supervision = ["observed"]',
            Count(Number(value=3), frozenset((Supervision.OBSERVED,))),
        ),
        (f'kind = "monthly", months = {THREE}', Monthly(Number(value=3))),
        (
            f'kind = "no_findings", last = {THREE}, supervision = ["alone"]',
            NoFindings(Number(value=3), frozenset((Supervision.ALONE,))),
        ),
        (f'kind = "per_year", at_least = {THREE}', PerYear(Number(value=3))),
        (f'kind = "span", months = {THREE}, hole = {OPEN}', SpanRule(Number(value=3), ASKED)),
        (f'kind = "rate", at_least = {OPEN}, ratio = {{ value = 97.5 }}', Rate(ASKED, Number(value=97.5))),
        (f'kind = "rate", at_least = {OPEN}, ratio = {THREE}, below = true', Rate(ASKED, Number(value=3), below=True)),
        ('kind = "cases", cases = ["soc.2.learn.logs"]', Cases(("soc.2.learn.logs",))),
        (f'kind = "no_findings", last = {OPEN}', NoFindings(ASKED)),
        (f'kind = "taught", at_least = {THREE}', Taught(Number(value=3))),
        ('kind = "reading", list = "soc.1.reading"', Reading("soc.1.reading")),
        (
            f'kind = "any", rules = [{{ kind = "attest" }}, {{ kind = "taught", at_least = {THREE} }}]',
            AnyOf((Attest(), Taught(Number(value=3)))),
        ),
        (
            'kind = "all", rules = [{ kind = "attest" }, { kind = "reading", list = "r" }]',
            All((Attest(), Reading("r"))),
        ),
    ],
)
def test_rule_is_read_as_it_is_written(folder: PackFolder, written: str, rule: Rule):
    text = folder.read("roles/soc.toml")
    old = next(line for line in text.splitlines() if line.startswith("rule = "))
    folder.change("roles/soc.toml", old, f"rule = {{ {written} }}")
    criterion = Pack.open(folder.path).find("soc.2.paired")
    assert isinstance(criterion, Criterion)
    assert criterion.rule == rule
