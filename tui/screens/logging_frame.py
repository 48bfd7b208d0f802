"""The frame of screens on which work is logged, ticked and claimed without leaving them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.timer import Timer

from tui.commands import FORM, commands_of
from tui.commands.keys import bar_pairs
from tui.curriculum.rule import Supervision
from tui.errors import IkuseiError, JournalError
from tui.journal.event import Entry
from tui.screens.ticking_frame import TickingFrame
from tui.session import Session
from tui.text.line import Span
from tui.workbook.trainee.drafts import DRAFT
from tui.workbook.trainee.entry_typed import asked_of, fields_of, items_typed, read_fields
from tui.workbook.trainee.evidence_typed import unread_texts
from tui.workbook.trainee.forecast import forecast, is_for_nothing, likely_level
from tui.workbook.trainee.parsing import long_ago
from tui.workbook.trainee.writing import EntryForm, correct, form_of, log, refuse_entry
from tui.workbook.wording.counting import forecast_text

if TYPE_CHECKING:
    from tui.widgets.entry_panel import EntryPanel, FormWords

PAUSE = 0.3
"""Seconds without a key after which a draft of what is being typed is kept."""


def filled(values: Mapping[str, str]) -> dict[str, str]:
    """The fields that aren't empty."""
    return {name: value for name, value in values.items() if value}


class LoggingFrame(TickingFrame):
    """A screen on which a trainee also logs entries, in a form above the key bar."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._panel: EntryPanel | None = None
        self._target: tuple[str, ...] = ()
        self._correcting: Entry | None = None
        self._before: EntryForm | None = None
        self._defaults: dict[str, str] = {}
        self._pause: Timer | None = None
        self._questioned: EntryForm | None = None
        self._is_repeat = False

    @property
    def typing(self) -> bool:
        """Whether the form or a question is open."""
        return super().typing or (self._panel is not None and bool(self._panel.display))

    async def action_log(self) -> None:
        """Open the form for the training case or the criterion under the cursor."""
        target = self.log_target()
        if len(target) == 1 and asked_of(self.session.book, target).case:
            self.tell(self.session.say("screens.choose_case"))
        elif target:
            self._correcting, self._before, self._is_repeat = None, None, False
            with self.opening():
                await self._open_form(target, self._fresh_values(target))

    async def action_repeat(self) -> None:
        """Open the form with the values of the last entry, and today as the day."""
        with self.opening():
            entry = self.session.book.last_entry()
            if entry is not None:
                self._correcting, self._before, self._is_repeat = None, form_of(entry), True
                day = self.session.book.today().isoformat()
                await self._open_form(entry.items, fields_of(self._before) | {"day": day})

    async def action_correct(self) -> None:
        """Open the form with an entry to correct."""
        with self.opening():
            entry = self.entry_target()
            if entry is not None:
                self._correcting, self._before, self._is_repeat = entry, form_of(entry), False
                await self._open_form(entry.items, fields_of(self._before))

    def _fresh_values(self, target: tuple[str, ...]) -> dict[str, str]:
        book = self.session.book
        try:
            level = likely_level(book, target)
        except JournalError:  # the level used last can't be read: the form opens without it
            level = Supervision.ALONE
        return {"day": book.today().isoformat(), "quantity": "1", "supervision": str(level)}

    async def _open_form(self, target: tuple[str, ...], values: dict[str, str]) -> None:
        from tui.widgets.entry_panel import EntryPanel  # Input is not needed before the first form

        if self._panel is None:
            self._panel = EntryPanel(id="form")
            await self.mount(self._panel, before="#status")
        self._target = target
        self._defaults = values
        kept = self.session.book.journal.local_get(self._draft_key())
        if kept is not None:
            values = values | json.loads(kept)
        self._panel.open(self._form_words(), values, self._levels(), self._hidden_fields())
        self._questioned = None
        self._tell_forecast()
        if kept is not None:
            self.tell(self.session.say("screens.draft_back"))
        discard = next(command for command in commands_of(FORM) if command.id == "discard")
        self.tell_form_keys(("Tab", self.session.say("screens.form.next")), *bar_pairs((discard,), self.session.lang))

    def _levels(self) -> Sequence[tuple[str, str]]:
        return [(str(level), self.session.say(f"words.supervision.{level}")) for level in Supervision]

    def _hidden_fields(self) -> frozenset[str]:
        asked = asked_of(self.session.book, self._target)
        shown = {"ratio": asked.ratio, "findings": asked.findings}
        return frozenset(name for name, is_asked in shown.items() if not is_asked)

    def _draft_key(self) -> str:
        if self._correcting:
            return f"{DRAFT}{self._correcting.id}"
        # A repeated entry has a draft of its own, because its form begins with other values than that of a new one.
        return f"{DRAFT}{'again:' * self._is_repeat}{'+'.join(self._target)}"

    def _form_words(self) -> FormWords:
        from tui.widgets.entry_panel import TEXT_FIELDS, FormWords  # see _open_form

        say = self.session.say
        about = ", ".join(map(self.session.name_of, self._target))
        title = say("screens.form.correct" if self._correcting else "screens.form.title")
        labels = {name: say(f"screens.form.{name}") for name in (*TEXT_FIELDS, "supervision")}
        if asked_of(self.session.book, self._target).errors:
            labels["ratio"] = say("screens.form.ratio.errors")
        hints = {name: say(f"screens.form.{name}.hint") for name in ("evidence", "items")}
        return FormWords((Span(f" {title}  ", "title"), Span(about)), labels, hints)

    def keep_draft(self) -> bool:
        """Keep what is being typed, so that a crash or a dropped line loses nothing; False if nothing was typed."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        if self._panel is None or not self._panel.display:
            return False
        values = self._panel.values
        if filled(values) == filled(self._defaults):
            self.session.book.journal.keep(self._draft_key(), None)
            return False
        self.session.book.journal.keep(self._draft_key(), json.dumps(values, ensure_ascii=False))
        return True

    def on_form_panel_changed(self) -> None:
        """Say what the entry would count for now, and keep a draft after a pause in typing."""
        self._follow_items()
        self._tell_forecast()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.keep_draft)

    def on_form_panel_cancelled(self) -> None:
        """Close the form; what was typed is kept."""
        kept = self.keep_draft()
        self._close_form(self.session.say("screens.draft_kept") if kept else "")

    def on_entry_panel_discarded(self) -> None:
        """Close the form and discard what was typed."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self.session.book.journal.keep(self._draft_key(), None)
        self._close_form(self.session.say("screens.draft_gone"))

    def on_form_panel_submitted(self) -> None:
        """Write the entry; if a field can't be read, say so and leave the form open."""
        if self._panel is None:
            return
        try:
            with self.session.asking():  # remembered answers may not know of this criterion
                form = read_fields(self.session.book, self._target, self._panel.values, self._before)
                refuse_entry(self.session.book, form)
                if self._is_in_question(form):
                    return
        except IkuseiError as error:
            self.tell_error(error)
            return
        keeping = self.session.book.journal.keeping
        # The draft is removed in the same write as the entry: if it stayed, the entry could be logged twice.
        keeping.keep_with_next(self._draft_key(), None)
        try:
            with self.session.asking():
                if self._correcting is not None:
                    correct(self.session.book, self._correcting, form)
                    written: str = self._correcting.id
                else:
                    written = log(self.session.book, form)
        except IkuseiError as error:
            self.tell_error(error)
            self.keep_draft()
            return
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        keeping.try_again()
        self.session.revision += 1
        key = "screens.corrected" if self._correcting else "screens.logged"
        said = self.session.say(key, day=form.day.isoformat())
        unread: Sequence[str] = ()
        with suppress(JournalError):  # the entry is written; an open form could write it twice
            unread = tuple(unread_texts(self.session.book.journal.entry(written), self.session.lang))
        self._close_form(" ".join((said, *unread)), "strong" if unread else "")

    def _follow_items(self) -> None:
        """Offer the most likely level for the criteria that are named, unless the user has chosen one."""
        if self._panel is None or not self._panel.display or self._correcting is not None:
            return
        values, usual = self._panel.values, self._defaults["supervision"]
        try:
            items = items_typed(self.session.book, self._target, values["items"])
            level = str(likely_level(self.session.book, items))
        except IkuseiError:
            return  # a field is half typed, or the level used last can't be read
        if values["supervision"] == usual != level:
            self._panel.choose("supervision", level)
            self._defaults["supervision"] = level

    def _tell_forecast(self) -> None:
        """Say what the entry in the form would count for, and why not for the other criteria."""
        if self._panel is None or not self._panel.display:
            return
        try:
            form = read_fields(self.session.book, self._target, self._panel.values, self._before)
        except IkuseiError:
            return  # a field is half typed: its error is shown when the form is submitted
        found = forecast(self.session.book, form)
        is_whole = all(each.counts for each in found)
        self.tell(forecast_text(found, form, self.session.lang), "dim" if is_whole else "strong")

    def _is_in_question(self, form: EntryForm) -> bool:
        """Ask about an entry of long ago, or one that would count for nothing; False if there is nothing to ask.

        The same entry is asked about only once.
        """
        if form == self._questioned:
            return False
        is_new = self._correcting is None or form.day != self._correcting.day
        found = forecast(self.session.book, form)
        if is_new and (years := long_ago(form.day, self.session.book.today())):
            question = self.session.say("screens.form.long_ago", day=form.day.isoformat(), years=years)
        elif is_for_nothing(found):
            text = forecast_text(found, form, self.session.lang)
            question = self.session.say("screens.form.for_nothing", text=text)
        else:
            return False
        self._questioned = form
        self.tell(question, "strong")
        return True

    def _close_form(self, text: str, style: str = "") -> None:
        if self._panel is not None:
            self._panel.close()
        self._correcting = None
        self.redraw()
        self.tell_keys()
        self.tell(text, style)
