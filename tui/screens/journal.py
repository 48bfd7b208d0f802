"""The journal: who wrote what when, a window of it at a time, however long it is."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.commands import JOURNAL
from tui.drawing.event import event_line, event_sheet
from tui.journal.event import Entry, Event, Fate
from tui.journal.register import EventFilter
from tui.screens.bindings import bindings_for
from tui.screens.logging_frame import LoggingFrame
from tui.session import Session
from tui.text.line import Row
from tui.widgets.choice_list import ChoiceList
from tui.workbook.standings.people_names import labels
from tui.workbook.standings.views import CriterionView
from tui.workbook.trainee.entry_target import own_entry
from tui.workbook.wording.pack_names import names_in

WINDOW = 60
"""Events read at a time: more than any screen shows, so reading is as quick with a million events as with ten."""


class JournalScreen(LoggingFrame):
    """The events, newest first, filtered by text; each opens in full."""

    PLACE = JOURNAL
    BINDINGS = bindings_for(JOURNAL)
    DEFAULT_CSS = """
    JournalScreen {
        & #events { height: 1fr; }
        & #event { height: 9; display: none; margin-top: 1; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._window = WINDOW
        self._text = ""
        self._first = 0
        self._total = 0
        self._events: list[Event] = []
        self._fates: dict[str, Fate] = {}
        self._names: dict[str, str] = {}
        self._inside = False

    def body(self) -> ComposeResult:
        """The list, and the event in full."""
        yield ChoiceList(id="events")
        yield ChoiceList(id="event", active=False)

    @property
    def choices(self) -> ChoiceList:
        """The list."""
        return self.query_one("#events", ChoiceList)

    @property
    def sheet(self) -> ChoiceList:
        """The event in full."""
        return self.query_one("#event", ChoiceList)

    def subject(self) -> tuple[object, ...]:
        """The filter, and the offset of the window."""
        return (self._text, self._first)

    def crumbs(self) -> str:
        """How many events, and the filter."""
        place = self.session.say("commands.go.journal")
        count = self.session.say("screens.journal_count", count=self._total)
        return f"{place}  {count}" + (f'  "{self._text}"' if self._text else "")

    def draw(self, columns: int, rows: int) -> None:
        """Read a window of events and show it."""
        journal = self.session.book.journal
        self._window = max(WINDOW, 2 * rows)
        chosen = EventFilter(text=self._text)
        self._total = journal.event_count(chosen)
        self._first = max(0, min(self._first, self._total - 1))
        self._events = journal.events(chosen, limit=self._window, offset=self._first)
        self._fates = journal.fates(event.hash for event in self._events)
        pen = self.session.pen(columns - 3)
        names = self._names = self.session.names() | names_in(self._events, self.session.book, self.session.lang)
        people = labels(self.session.book)
        others = {person: name for person, name in people.items() if person != self.session.book.trainee}
        filled = [
            Row.of(event_line(event, self._fates.get(event.hash), pen, names, others), str(event.hash))
            for event in self._events
        ]
        if not filled:
            text = self.session.say("screens.journal_none" if self._text else "screens.journal_empty")
            filled = [Row(tuple(pen.paragraph(text, "dim")))]
        self.choices.fill(filled)
        self._show_event()

    def _event(self) -> Event | None:
        return next((event for event in self._events if event.hash == self.choices.key), None)

    def _show_event(self) -> None:
        self.sheet.display = self._inside
        event = self._event()
        if self._inside and event is not None:
            pen = self.session.pen(self.app.size.width - 4)
            self.sheet.fill(event_sheet(event, pen, self._names, labels(self.session.book)), top=True)

    def look_at(self, target: str) -> None:
        """Put the cursor on the event with this hash."""
        self._text = ""
        at = self.session.book.journal.place_of(target, EventFilter())
        if at is not None:
            self._first = max(0, at - self._window // 2) if at >= self._window else 0
        self.redraw()
        self.choices.select(target)
        self._inside = True
        self._show_event()

    def follow(self) -> None:
        """Show the event under the cursor in full; other keys may be possible on it."""
        self._show_event()
        self.tell_keys()

    # -- moving through the windows -------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move; at the edge of the window read the next one."""
        before = self.choices.key
        self.choices.move(by)
        if self.choices.key == before:
            self._slide(by)
        self.follow()

    def action_page(self, by: int) -> None:
        """Move a screenful; at the edge of the window read the next one."""
        before = self.choices.key
        self.choices.page(by)
        if self.choices.key == before:
            self._slide(by)
        self.follow()

    def action_edge(self, to: int) -> None:
        """To the newest or the oldest event."""
        self._first = 0 if to < 0 else max(0, self._total - self._window)
        self.redraw()
        self.choices.edge(to)
        self.follow()

    def _slide(self, by: int) -> None:
        first = max(0, min(self._first + (1 if by > 0 else -1) * self._window // 2, self._total - self._window))
        if first != self._first:
            key, before = self.choices.key, self._first
            self._first = first
            self.redraw()
            if self.is_unread:  # the events read so far stay
                self._first = before
                self.redraw()
                self.tell(self.session.say("screens.not_now"), "bad")
                return
            self.tell("")
            self.choices.select(key)
            self.choices.move(by)

    # -- opening, filtering, correcting ---------------------------------------------------------------------------

    def action_open(self) -> None:
        """Show the event in full, or hide it again."""
        self._inside = not self._inside
        self._show_event()

    async def action_filter(self) -> None:
        """Type a text to filter by."""
        await self.ask(self.session.say("screens.filter"), self._text, self._filter)

    def _filter(self, text: str) -> None:
        self._text = text.strip()
        self._first = 0
        self.tell("")
        self.redraw()

    def action_back(self) -> None:
        """Leave the event; then clear the filter; then leave the screen."""
        if self._inside:
            self.action_open()
        elif self._text:
            self._filter("")
        else:
            super().action_back()

    def criterion_view(self) -> CriterionView | None:
        """None: there is no criterion under the cursor of the journal."""
        return None

    def entry_target(self) -> Entry | None:
        """The entry of the event under the cursor, if it is the reader's own."""
        event = self._event()
        return own_entry(self.session.book, event) if event is not None else None
