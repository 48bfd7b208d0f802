"""The events of the organisation in words."""

from __future__ import annotations

from collections.abc import Mapping

from tui.errors import JournalError
from tui.journal.assessment import Assessment
from tui.journal.body_organisation import mark_of
from tui.journal.event import Event, Kind
from tui.journal.fields import Fields
from tui.lang import Lang, say
from tui.workbook.wording.layers import assessment_words
from tui.workbook.wording.standings import SHORT


def event_words(event: Event, names: Mapping[str, str], lang: Lang) -> str:
    """An event of the organisation in words; only the id of its item where its kind is unknown or it is damaged."""
    fields = Fields(event.kind, event.body)
    try:
        match event.kind:
            case Kind.ASSESSMENT:
                now, target = (mark_of(fields.table(name)) for name in ("now", "target"))
                said = Assessment(event.hash, event.item, now, target, "", event.author, event.recorded, event.clock)
                words = assessment_words(said, lang)
                return f"{event.item.upper()} {words}  {fields.text('note')}".rstrip()
            case Kind.COLUMNS:
                columns = say(lang, "matrix.list_sign").join(fields.words("columns")) or "-"
                return say(lang, "matrix.columns_in_journal", duty=event.item.upper(), columns=columns)
            case Kind.PATTERN:
                wanted = fields.text("pattern")
                return say(lang, "matrix.wanted_in_journal", pattern=names.get(wanted, wanted) or "-")
            case _:
                return f"{event.item.upper()} {fields.text('event')[:SHORT]}".strip()
    except JournalError:
        return event.item.upper()
