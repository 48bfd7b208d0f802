"""What stands in the fields of the form of an entry."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tui.curriculum.rule import All, AnyOf, Rule, Supervision
from tui.workbook.evidence_ref import references
from tui.workbook.parsing import parse_day, parse_findings, parse_quantity, parse_ratio
from tui.workbook.workbook import Workbook
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


def read_form(
    book: Workbook, target: tuple[str, ...], values: Mapping[str, str], known: Collection[str] = ()
) -> EntryForm:
    """The form that the fields say, for *target* and the further criteria that are named.

    Args:
        book: the workbook.
        target: what the entry counts for.
        values: what stands in each field.
        known: references of evidence that the entry has already.

    Raises:
        UsageError: a field can't be read.
    """
    ratio = parse_ratio(values["ratio"])
    more = [book.resolve_item(text) for text in values["items"].replace(",", " ").split()]
    return EntryForm(
        items=tuple(dict.fromkeys((*target, *more))),
        day=parse_day(values["day"], book.today()),
        quantity=parse_quantity(values["quantity"]),
        hits=ratio[0] if ratio else None,
        total=ratio[1] if ratio else None,
        findings=parse_findings(values["findings"]),
        supervision=Supervision(values["supervision"]),
        note=values["note"],
        evidence=references(values["evidence"], known),
    )
