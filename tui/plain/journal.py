"""The journal: who wrote what when, a few events at a time, however long it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from tui.commands import JOURNAL, Command
from tui.drawing.event import event_line, event_sheet
from tui.drawing.pen import Pen
from tui.journal.event import Entry, Event
from tui.journal.register import EventFilter
from tui.plain.face import Face
from tui.plain.logging import LoggingPlace
from tui.plain.two_levels import TwoLevels
from tui.text.line import Row
from tui.workbook.standings.people_names import labels
from tui.workbook.standings.views import CriterionView
from tui.workbook.trainee.entry_target import own_entry
from tui.workbook.wording.pack_names import names_in

WINDOW: Final = 20
"""How many events are read out at a time."""


class JournalPlace(TwoLevels, LoggingPlace):
    """The events, newest first, optionally filtered by text; each can be opened in full."""

    PLACE = JOURNAL

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self._text = ""
        self._first = 0
        self._total = 0
        self._events: list[Event] = []

    def title(self) -> str:
        """The number of events, and the filter."""
        self._read()
        said = [super().title(), self.session.say("screens.journal_count", count=self._total)]
        said += [self.session.say("plain.filtered", text=self._text)] if self._text else []
        return self.session.say("plain.list_sign").join(said)

    def _read(self) -> None:
        journal, chosen = self.book.journal, EventFilter(text=self._text)
        self._total = journal.event_count(chosen)
        self._first = max(0, min(self._first, self._total - 1))
        self._events = journal.events(chosen, limit=WINDOW, offset=self._first)

    def _names(self) -> dict[str, str]:
        return self.session.names() | names_in(self._events, self.book, self.session.lang)

    def list_rows(self, pen: Pen) -> Iterable[Row]:
        """The lines of the events in the present window."""
        self._read()
        names = self._names()
        others = {person: name for person, name in labels(self.book).items() if person != self.book.trainee}
        fates = self.book.journal.fates(event.hash for event in self._events)
        rows = [
            Row.of(event_line(event, fates.get(event.hash), pen, names, others), str(event.hash))
            for event in self._events
        ]
        if not rows:
            text = self.session.say("screens.journal_none" if self._text else "screens.journal_empty")
            return [Row(tuple(pen.paragraph(text)))]
        last = self._first + len(rows)
        if self._first or last < self._total:
            text = pen.say("plain.window", first=self._first + 1, last=last, total=self._total)
            rows.append(Row(tuple(pen.paragraph(text))))
        return rows

    def sheet_rows(self, pen: Pen) -> Sequence[Row]:
        """The event in full."""
        event = self._event()
        return event_sheet(event, pen, self._names(), labels(self.book)) if event is not None else []

    def _event(self) -> Event | None:
        return next((event for event in self._events if event.hash == self.listed), None)

    def look_at(self, target: str) -> None:
        """Choose the event with this hash, and read it."""
        if not target:
            return
        at = self.book.journal.place_of(target, EventFilter())
        if at is not None:
            self._first = at - at % WINDOW
            self._read()
            self.inside, self.listed = True, target

    def criterion_view(self) -> CriterionView | None:
        """None: no line of the journal stands for a criterion."""
        return None

    def entry_target(self) -> Entry | None:
        """The entry of the chosen event, if it is about the trainee."""
        event = self._event()
        return own_entry(self.book, event) if event is not None else None

    def can(self, command: Command) -> bool:
        """Whether *command* is possible; ``open`` needs a chosen event."""
        if command.id == "open":
            return not self.inside and bool(self.key)
        return super().can(command)

    # -- doing ----------------------------------------------------------------------------------------------------

    def do_page(self, by: int) -> None:
        """Go to the next older or newer window of events."""
        first = self._first + by * WINDOW
        if self.inside or not 0 <= first < max(1, self._total):
            super().do_page(by)
            return
        self._first, self.key = first, ""
        self.show()

    def do_edge(self, to: int) -> None:
        """Go to the newest or the oldest event."""
        if not self.inside:
            self._first = 0 if to < 0 else max(0, self._total - 1) // WINDOW * WINDOW
            self.key = ""
            self._numbered_again()
        super().do_edge(to)

    def _numbered_again(self) -> None:
        for _ in self._numbered(list(self.rows(self.pen))):
            pass  # going through the lines sets ``numbers``

    def do_filter(self) -> None:
        """Ask for a text to filter by; ``:empty`` shows everything again."""
        self._text = self.talk.ask(self.session.say("screens.filter"), self._text).strip()
        self._first, self.key, self.inside = 0, "", False
        self.show()

    def do_back(self) -> None:
        """Leave the open event, else the filter, else the journal."""
        if not self.inside and self._text:
            self._text, self._first, self.key = "", 0, ""
            self.show()
        else:
            super().do_back()
