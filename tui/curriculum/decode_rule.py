"""The rule of a criterion from its TOML table: ``{ kind = "count", at_least = { value = 3 } }``."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Final

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
from tui.curriculum.table import ID, Table, shown

DEEPEST: Final = 4
"""How deep rules may be nested: a person has to understand them."""
LARGEST: Final = 1_000_000
"""The largest number a rule may ask for: a larger one is surely a typing error."""

_PERCENT: Final = re.compile(r"\s*(\d{1,3}(?:\.\d{1,9})?)\s*%\s*", re.ASCII)
_NUMBER_KEYS: Final = frozenset(("value", "example", "policy", "wording"))
_LEVELS: Final = {level.value: level for level in Supervision}


def decode_rule(table: Table, depth: int = 1) -> Rule:
    """The rule in *table*; where it is faulty, a rule that asks for nothing."""
    kind = table.string("kind")
    if kind in _COMPOSED:
        return _composed(table, kind, depth)
    if kind not in _KINDS:
        if kind:
            table.fault("content.not-choice", "kind", name="kind", value=shown(kind), choices=", ".join(KINDS))
        return Attest()
    _, keys, decode = _KINDS[kind]
    _only(table, kind, keys)
    return decode(table)


def _only(table: Table, kind: str, keys: frozenset[str]) -> None:
    for name in table.raw.keys() - keys:
        own = ", ".join(sorted(keys - {"kind"})) or "-"
        table.fault("content.rule-key", name, name=shown(name), kind=kind, known=own)


def _composed(table: Table, kind: str, depth: int) -> Rule:
    _only(table, kind, _COMPOSED_KEYS)
    if depth >= DEEPEST:
        table.fault("content.rule-deep", deepest=DEEPEST)
        return Attest()
    inner = table.tables("rules")
    if len(inner) == 1:
        table.fault("content.rule-alone", "rules", kind=kind)
    rules = tuple(decode_rule(rule, depth + 1) for rule in inner)
    return All(rules) if kind == "all" else AnyOf(rules)


def _number(table: Table, name: str) -> Number:
    """A number of a rule: a whole number of times, months, days, cases or reviews."""
    return _decode_number(table, name, "content.not-number", is_whole)


def _ratio(table: Table, name: str) -> Number:
    """A number of a rule in percent."""
    return _decode_number(table, name, "content.ratio", is_ratio)


def _decode_number(table: Table, name: str, message: str, fits: Callable[[object], bool]) -> Number:
    raw = table.raw.get(name)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        table.fault("content.number-bare", name, name=name, value=shown(f"{raw}"))
        return Number()
    number = table.table(name)
    number.only(_NUMBER_KEYS)
    values: dict[str, float] = {}
    for key in ("value", "example"):
        said = number.raw.get(key)
        value = percent(said) if fits is is_ratio else said
        if fits is is_ratio and (doubt := doubtful_share(said)):
            number.fault("content.share", key, name=f"{name}.{key}", **doubt)
        elif isinstance(value, int | float) and fits(value):
            values[key] = value
        elif value is not None:
            number.fault(message, key, name=f"{name}.{key}", largest=LARGEST)
    policy = number.matching("policy", ID, "content.bad-policy-key") if "policy" in number.raw else ""
    if ("value" in number.raw) == ("policy" in number.raw) or ("value" in number.raw and "example" in number.raw):
        number.fault("content.number-form", name=name)
    return Number(values.get("value"), values.get("example"), policy, number.string_or_nothing("wording"))


def is_whole(value: object) -> bool:
    """Whether *value* is a whole number that a rule may ask for."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LARGEST


def is_ratio(value: object) -> bool:
    """Whether *value* is a number above 0 and up to 100: a threshold of 0 % asks for nothing."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and 0 < value <= 100


def percent(value: object) -> object:
    """*value* as a number of percent: ``"0.5%"`` becomes 0.5; any other value is returned unchanged."""
    found = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    return float(found[1]) if found else value


def doubtful_share(value: object) -> dict[str, str]:
    """Fields of the question whether a bare *value* was meant as a share of one (0.95 for 95 %); else empty."""
    if not isinstance(value, float) or not 0 < value <= 1:
        return {}
    return {"value": f"{value:g}", "percent": f"{value * 100:g}"}


def _supervision(table: Table) -> frozenset[Supervision]:
    if "supervision" not in table.raw:
        return DOING
    levels = []
    for number, name in enumerate(table.strings("supervision")):
        if name in _LEVELS:
            levels.append(_LEVELS[name])
        else:
            levels_known = ", ".join(_LEVELS)
            table.fault(
                "content.not-choice", "supervision", number, name="supervision", value=shown(name), choices=levels_known
            )
    return frozenset(levels) or DOING


def _count(table: Table) -> Rule:
    return Count(_number(table, "at_least"), _supervision(table))


def _monthly(table: Table) -> Rule:
    return Monthly(_number(table, "months"), _supervision(table))


def _per_year(table: Table) -> Rule:
    return PerYear(_number(table, "at_least"), _supervision(table))


def _span(table: Table) -> Rule:
    return SpanRule(_number(table, "months"), _number(table, "hole"), _supervision(table))


def _rate(table: Table) -> Rule:
    return Rate(_number(table, "at_least"), _ratio(table, "ratio"), table.flag("below"), _supervision(table))


def _cases(table: Table) -> Rule:
    return Cases(table.idents("cases"), _supervision(table))


def _no_findings(table: Table) -> Rule:
    return NoFindings(_number(table, "last"), _supervision(table))


def _taught(table: Table) -> Rule:
    return Taught(_number(table, "at_least"))


def _reading(table: Table) -> Rule:
    return Reading(table.matching("list", ID, "content.bad-policy-key"))


def _attest(_: Table) -> Rule:
    return Attest()


_SUPERVISED: Final = frozenset(("kind", "supervision"))
_KINDS: Final[dict[str, tuple[type[Rule], frozenset[str], Callable[[Table], Rule]]]] = {
    "attest": (Attest, frozenset(("kind",)), _attest),
    "count": (Count, _SUPERVISED | {"at_least"}, _count),
    "monthly": (Monthly, _SUPERVISED | {"months"}, _monthly),
    "per_year": (PerYear, _SUPERVISED | {"at_least"}, _per_year),
    "span": (SpanRule, _SUPERVISED | {"months", "hole"}, _span),
    "rate": (Rate, _SUPERVISED | {"at_least", "ratio", "below"}, _rate),
    "cases": (Cases, _SUPERVISED | {"cases"}, _cases),
    "no_findings": (NoFindings, _SUPERVISED | {"last"}, _no_findings),
    "taught": (Taught, frozenset(("kind", "at_least")), _taught),
    "reading": (Reading, frozenset(("kind", "list")), _reading),
}
_COMPOSED: Final = ("all", "any")
_COMPOSED_KEYS: Final = frozenset(("kind", "rules"))
KINDS: Final = (*_KINDS, *_COMPOSED)
"""Every kind of rule, as TOML names it."""
_NAMES: Final[dict[type[Rule], str]] = {made: kind for kind, (made, _, _) in _KINDS.items()} | {
    All: "all",
    AnyOf: "any",
}


def kind_of(rule: Rule) -> str:
    """The kind of *rule*, as TOML names it."""
    return _NAMES[type(rule)]
