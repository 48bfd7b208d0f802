"""The form of an entry as questions, field by field; a draft is kept after each answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Final

from tui.curriculum.rule import Supervision
from tui.errors import IkuseiError
from tui.journal.event import Entry
from tui.plain.talk import Before, Cancelled, Discarded, Ended, Talk
from tui.session import Session
from tui.workbook.trainee.drafts import DRAFT
from tui.workbook.trainee.entry_typed import asked_of, fields_of, items_typed, read_fields
from tui.workbook.trainee.forecast import forecast, is_for_nothing, likely_level
from tui.workbook.trainee.parsing import (
    long_ago,
    parse_day,
    parse_findings,
    parse_quantity,
    parse_ratio,
    parse_supervision,
    typed,
)
from tui.workbook.trainee.writing import EntryForm, correct, form_of, log, refuse_entry
from tui.workbook.wording.aloud import listed
from tui.workbook.wording.counting import forecast_text

FIELDS: Final = ("note", "day", "quantity", "ratio", "findings", "supervision", "evidence", "items")
"""The fields in the order in which they are asked for."""
EMPTY: Final = dict.fromkeys(FIELDS, "")


class EntryQuestions:
    """Asks for an entry and writes it.

    Args:
        session: what the places share.
        talk: the conversation.
        target: ids of the criteria, and the training case, that it counts for.
        entry: the entry to correct, or the one to repeat; None: a new one.
        is_repeat: whether *entry* is repeated, for today, and not corrected.
    """

    def __init__(
        self,
        session: Session,
        talk: Talk,
        target: Sequence[str],
        entry: Entry | None = None,
        *,
        is_repeat: bool = False,
    ) -> None:
        self._session, self._talk = session, talk
        self._book = session.book
        self._target, self._entry = tuple(target), None if is_repeat else entry
        # Repeating an entry has a draft of its own, because it begins with other values than a new entry.
        new = f"{'again:' * is_repeat}{'+'.join(self._target)}"
        self._key = f"{DRAFT}{self._entry.id if self._entry else new}"
        self._before = form_of(entry) if entry else None
        self._defaults = EMPTY | (fields_of(self._before) if self._before else self._fresh())
        if is_repeat:
            self._defaults["day"] = self._book.today().isoformat()

    def _fresh(self) -> dict[str, str]:
        level = likely_level(self._book, self._target)
        return {"day": self._book.today().isoformat(), "quantity": "1", "supervision": str(level)}

    def fill(self) -> None:
        """Ask for all fields, show what the entry will count for, and write it.

        Raises:
            Ended: there is no more input; what was typed is kept.
            Cancelled: the form was left; what was typed is kept.
        """
        values = dict(self._defaults)
        kept = self._book.journal.local_get(self._key)
        self._talk.line(self._title())
        self._talk.line(self._session.say("plain.form.how"))
        if kept is not None:
            values |= {name: text for name, text in json.loads(kept).items() if name in EMPTY}
            self._talk.line(self._session.say("screens.draft_back"))
        try:
            while not self._is_written(values):
                pass
        except Discarded:
            self._book.journal.keep(self._key, None)
            self._talk.line(self._session.say("screens.draft_gone"))
        except (Cancelled, Ended):
            if values != self._defaults:
                self._talk.line(self._session.say("screens.draft_kept"))
            raise

    def _title(self) -> str:
        about = listed(list(map(self._session.name_of, self._target)), self._session.lang)
        title = self._session.say("screens.form.correct" if self._entry else "screens.form.title")
        return self._session.say("plain.row", name=title, cells=about)

    # -- asking ---------------------------------------------------------------------------------------------------

    def _is_written(self, values: dict[str, str]) -> bool:
        """Ask for every field, and whether to write the entry; False if the form is to be asked again."""
        self._ask_all(values)
        try:
            form = read_fields(self._book, self._target, values, self._before)
            refuse_entry(self._book, form)
        except IkuseiError as error:
            self._talk.error(error)
            return False
        found = forecast(self._book, form)
        self._talk.line(forecast_text(found, form, self._session.lang))
        is_new = self._entry is None or form.day != self._entry.day
        years = long_ago(form.day, self._book.today()) if is_new else 0
        if years:
            self._talk.line(self._session.say("plain.form.long_ago", day=form.day.isoformat(), years=years))
        question = self._session.say("plain.form.write", entry=self._summary(form))
        if not self._talk.agrees(question, default=not (years or is_for_nothing(found))):
            return False
        while not self._write(form, values):
            if not self._talk.agrees(self._session.say("plain.form.again"), default=True):
                return False
        return True

    def _ask_all(self, values: dict[str, str]) -> None:
        asked = asked_of(self._book, self._target)
        shown = {"ratio": asked.ratio, "findings": asked.findings}
        fields = [name for name in FIELDS if shown.get(name, True)]
        at = 0
        while at < len(fields):
            try:
                values[fields[at]] = self._ask(fields[at], values)
            except Before:
                at = max(0, at - 1)
                continue
            self._keep(values)
            at += 1

    def _ask(self, name: str, values: dict[str, str]) -> str:
        """Ask for a field until its value can be read; a refused one is offered again.

        Raises:
            Before: the user wants to go back to the previous field.
        """
        default = self._shown(name, values[name])
        while True:
            text = self._talk.ask(self._question(name), default, is_form=True)
            try:
                return self._checked(name, text)
            except IkuseiError as error:
                self._talk.error(error)
                default = text

    def _question(self, name: str) -> str:
        say = self._session.say
        label = say(f"screens.form.{name}")
        if name == "ratio" and asked_of(self._book, self._target).errors:
            label = say("screens.form.ratio.errors")
        if name in {"evidence", "items"}:
            return say("plain.form.hint", label=label, hint=say(f"screens.form.{name}.hint"))
        if name == "supervision":
            words = [self._shown(name, str(level)) for level in Supervision]
            return say("plain.form.hint", label=label, hint=listed(words, self._session.lang))
        return label

    def _shown(self, name: str, value: str) -> str:
        return self._session.say(f"words.supervision.{value}") if name == "supervision" and value else value

    def _checked(self, name: str, text: str) -> str:
        """*text* as the value of the field.

        Raises:
            UsageError: the field can't hold it.
        """
        checks: dict[str, Callable[[str], object]] = {
            "day": lambda value: parse_day(value, self._book.today()).isoformat(),
            "quantity": parse_quantity,
            "ratio": lambda value: parse_ratio(value) and typed(value),
            "findings": parse_findings,
            "supervision": lambda value: str(parse_supervision(value)),
            "items": lambda value: " ".join(items_typed(self._book, (), value)),
        }
        found = checks[name](text) if name in checks else text
        return "" if found is None else str(found)

    # -- what it comes to -----------------------------------------------------------------------------------------

    def _summary(self, form: EntryForm) -> str:
        """The entry in words, to be read out before it is written."""
        say, lang = self._session.say, self._session.lang
        parts = [form.day.isoformat(), say("plain.amount.times", done=form.quantity)]
        if form.total is not None:
            parts.append(say("plain.ratio", hits=form.hits, total=form.total))
        if form.findings is not None:
            parts.append(say("plain.row", name=say("screens.form.findings"), cells=form.findings))
        parts += [say(f"words.supervision.{form.supervision}"), form.note, *form.evidence]
        return listed([part for part in parts if part], lang)

    def _write(self, form: EntryForm, values: dict[str, str]) -> bool:
        """Write the entry; if it can't be written, tell why, keep the draft, and return False."""
        keeping = self._book.journal.keeping
        # The draft is removed in the same transaction as the entry is written: a draft that stayed would look like an
        # entry that wasn't logged, and be logged again.
        keeping.keep_with_next(self._key, None)
        try:
            with self._session.asking():
                if self._entry is not None:
                    correct(self._book, self._entry, form)
                else:
                    log(self._book, form)
        except IkuseiError as error:
            self._talk.error(error)
            self._keep(values)
            return False
        keeping.try_again()
        self._session.revision += 1
        key = "screens.corrected" if self._entry else "screens.logged"
        self._talk.line(self._session.say(key, day=form.day.isoformat()))
        return True

    def _keep(self, values: dict[str, str]) -> None:
        """Keep the draft, so that a lost connection costs only the answer that was being typed."""
        is_new = values != self._defaults
        self._book.journal.keep(self._key, json.dumps(values, ensure_ascii=False) if is_new else None)
