"""Which levels of supervision satisfy the criteria of the pack: watching nothing, more than asked wherever it may."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress_world import CASES, CRITERION, Settings, entry, printed, see

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.rule import Cases, Count, Monthly, NoFindings, PerYear, Rate, SpanRule, Supervision, levels_asked
from tui.progress.rules import standing
from tui.workbook.standings.subjects import cases_of, rests_on_entries

PACK = Pack.open(builtin_folder())
CRITERIA = {
    criterion.id: criterion
    for role in filter(None, (PACK.role(entry.id) for entry in PACK.roles))
    for criterion in role.criteria()
}
COUNTING = {name: each for name, each in CRITERIA.items() if rests_on_entries(each.rule)}
DOING = ("assisted", "paired", "directed", "alone", "taught")
MONTHS = [f"2025-{month:02}-10" for month in range(1, 13)]


def counts(criterion, level):
    """Whether an entry that says all it can say counts for *criterion*."""
    items = (criterion.id, *cases_of(criterion.rule))
    work = [entry("2026-01-05", supervision=level, items=items, hits=1, total=1, findings=0)]
    return bool(standing(criterion.rule, work, criterion=criterion.id, ticks=(), points=(), policy=Settings()).counted)


def test_the_pack_has_its_hundred_criteria_and_each_says_the_words_that_it_goes_by():
    assert len(CRITERIA) == 100
    assert [name for name, each in CRITERIA.items() if not each.asks] == []


@pytest.mark.parametrize("name", sorted(COUNTING))
def test_watching_counts_for_no_criterion(name):
    assert not counts(COUNTING[name], "observed")


@pytest.mark.parametrize("name", ["coord.1.monthly", "coord.1.reports", "coord.1.meetings", "ir.1.logs"])
def test_what_names_no_supervision_takes_all_doing(name):
    assert [level for level in Supervision if counts(COUNTING[name], level)] == list(DOING)


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("coord.2.triage", "paired directed alone taught"),
        ("ir.2.routine", "paired directed alone taught"),
        ("dev.1.joint", "paired directed alone taught"),
        ("forensics.1.preserve", "directed alone taught"),
        ("vuln.2.directed", "directed alone taught"),
        ("soc.2.alone", "alone taught"),
        ("ir.3.cases", "alone taught"),
        ("coord.3.cases", "alone taught"),
        ("coord.3.assist", "assisted paired directed alone taught"),
        # The wording forbids more: a review that nobody held; a pair, where the STEP asks for the other way beside it.
        ("coord.2.strategy", "paired directed"),
        ("ir.2.incident", "paired directed"),
        ("soc.2.paired", "paired"),
        ("vuln.2.paired", "paired"),
        ("forensics.3.paired", "paired"),
        ("forensics.3.teach", "taught"),
    ],
)
def test_a_level_that_is_more_than_asked_counts_unless_the_wording_forbids_it(name, levels):
    assert [str(level) for level in Supervision if counts(COUNTING[name], level)] == levels.split()
    assert sorted(levels_asked(CRITERIA[name].rule)) == sorted(levels.split())


def test_twelve_watched_months_are_none():
    seen = see(Monthly(printed(12)), [entry(day, supervision="observed") for day in MONTHS])
    assert (seen.met, seen.gauges[0].done, len(seen.passed_over)) == (False, 0, 12)


def test_a_watched_verdict_is_no_accuracy_and_a_watched_review_no_review():
    assert (
        see(Rate(printed(1), printed(50)), [entry("2026-01-05", supervision="observed", hits=9, total=9)]).counted == ()
    )
    assert see(NoFindings(printed(1)), [entry("2026-01-05", supervision="observed", findings=0)]).counted == ()


@given(
    st.sampled_from(
        [
            Count(printed(1)), Monthly(printed(1)), PerYear(printed(1)), SpanRule(printed(1), printed(9)),
            Rate(printed(1), printed(50)), NoFindings(printed(1)), Cases(CASES),
        ]
    ),
    st.sampled_from(Supervision),
)  # fmt: skip
def test_a_rule_that_names_no_supervision_takes_everything_but_watching(rule, level):
    work = [entry("2026-01-05", supervision=str(level), items=(CRITERION, *CASES), hits=1, total=1, findings=0)]
    assert bool(see(rule, work).counted) == (level is not Supervision.OBSERVED)
