"""What stands in the fields of the form of an entry."""

from __future__ import annotations

from collections.abc import Mapping

from tui.curriculum.rule import All, AnyOf, Rule
from tui.workbook.writing import EntryForm


def flat_rules(rule: Rule) -> tuple[Rule, ...]:
    """A rule and the rules inside it."""
    if isinstance(rule, (All, AnyOf)):
        return tuple(inner for each in rule.rules for inner in flat_rules(each))
    return (rule,)


def filled(values: Mapping[str, str]) -> dict[str, str]:
    """The fields in which something stands."""
    return {name: value for name, value in values.items() if value}


def values_of(form: EntryForm) -> dict[str, str]:
    """What stands in the fields for *form*."""
    return {
        "note": form.note,
        "day": form.day.isoformat(),
        "quantity": str(form.quantity),
        "ratio": f"{form.hits}/{form.total}" if form.total is not None else "",
        "findings": str(form.findings) if form.findings is not None else "",
        "evidence": "; ".join(form.evidence),
        "supervision": str(form.supervision),
    }
