"""Reading what people type about an entry, the same for the form of a screen and the options of a verb."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.curriculum.rule import Cases, NoFindings, asks_ratio, counts_errors, flat_rules
from tui.record import record
from tui.text.clean import flat
from tui.workbook.trainee.evidence_typed import references
from tui.workbook.trainee.forecast import criteria_named, likely_level
from tui.workbook.trainee.parsing import (
    parse_day,
    parse_findings,
    parse_quantity,
    parse_ratio,
    parse_supervision,
)
from tui.workbook.trainee.writing import EntryForm

if TYPE_CHECKING:
    from tui.workbook.standings.workbook import Workbook


@record
class Typed:
    """The fields of an entry as they were typed; None: nothing was typed for this field."""

    day: str | None = None
    quantity: str | None = None
    ratio: str | None = None
    findings: str | None = None
    supervision: str | None = None
    note: str | None = None
    evidence: Sequence[str] | None = None


@record
class FieldsAsked:
    """Which fields an entry for some criteria has, besides those that every entry has.

    Args:
        ratio: whether it has a ratio, k of n.
        errors: whether k counts the wrong ones.
        findings: whether it has the number of findings of a review.
        case: whether it has to name one training case.
    """

    ratio: bool
    errors: bool
    findings: bool
    case: bool


def read_entry(book: Workbook, items: Iterable[str], typed: Typed, before: EntryForm | None = None) -> EntryForm:
    """The entry for *items* with the *typed* fields; the other fields come from *before*, else from defaults.

    Raises:
        UsageError: a field can't be read.
    """
    named = tuple(dict.fromkeys(items))
    if before is None:
        before = EntryForm(named, book.today(), supervision=likely_level(book, named))
    hits, total = before.hits, before.total
    if typed.ratio is not None:
        hits, total = parse_ratio(typed.ratio) or (None, None)
    return EntryForm(
        items=named,
        day=before.day if typed.day is None else parse_day(typed.day, book.today()),
        quantity=before.quantity if typed.quantity is None else parse_quantity(typed.quantity),
        hits=hits,
        total=total,
        findings=before.findings if typed.findings is None else parse_findings(typed.findings),
        supervision=parse_supervision(typed.supervision) if typed.supervision else before.supervision,
        note=before.note if typed.note is None else typed.note,
        evidence=before.evidence if typed.evidence is None else tuple(typed.evidence),
    )


def read_fields(
    book: Workbook, target: Sequence[str], values: Mapping[str, str], before: EntryForm | None = None
) -> EntryForm:
    """The entry in the fields of a form.

    Args:
        book: the workbook.
        target: ids that the entry counts for; the field ``items`` may name further criteria.
        values: by field, its text.
        before: the entry with which the form began, if one is corrected or repeated.

    Raises:
        UsageError: a field can't be read.
    """
    texts = {name: values[name] for name in ("day", "quantity", "ratio", "findings", "supervision", "note")}
    if before is not None and flat(texts["note"]) == flat(before.note):
        texts["note"] = before.note  # a field shows one line; an unchanged note keeps its line breaks
    known = before.evidence if before is not None else ()
    typed = Typed(**texts, evidence=references(values["evidence"], known))
    return read_entry(book, items_typed(book, target, values["items"]), typed)


def items_typed(book: Workbook, target: Sequence[str], more: str) -> tuple[str, ...]:
    """*target* and the further criteria whose ids, or beginnings of ids, stand in the text *more*.

    Raises:
        UsageError: the pack doesn't know one of them, or several begin so.
    """
    return (*target, *(book.resolve_item(text) for text in more.replace(",", " ").split()))


def fields_of(form: EntryForm) -> dict[str, str]:
    """By field, the text that shows *form*."""
    return {
        "note": form.note,
        "day": form.day.isoformat(),
        "quantity": str(form.quantity),
        "ratio": f"{form.hits}/{form.total}" if form.total is not None else "",
        "findings": str(form.findings) if form.findings is not None else "",
        "evidence": "; ".join(form.evidence),
        "supervision": str(form.supervision),
    }


def asked_of(book: Workbook, items: Iterable[str]) -> FieldsAsked:
    """Which further fields an entry for *items* has."""
    rules = [criterion.rule for criterion in criteria_named(book, items)]
    flat = [each for rule in rules for each in flat_rules(rule)]
    return FieldsAsked(
        ratio=any(map(asks_ratio, rules)),
        errors=any(map(counts_errors, rules)),
        findings=any(isinstance(each, NoFindings) for each in flat),
        case=any(isinstance(each, Cases) for each in flat),
    )
