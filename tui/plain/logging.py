"""Logging, correcting, ticking, claiming: the same at every place that has criteria."""

from __future__ import annotations

from collections.abc import Callable

from tui.commands import Command
from tui.journal.event import Entry
from tui.plain.entry_form import EntryQuestions
from tui.plain.place import Place
from tui.workbook.standings.views import CriterionView
from tui.workbook.trainee.entry_target import counted_items
from tui.workbook.trainee.entry_typed import asked_of
from tui.workbook.trainee.writing import claim, set_tick, withdraw
from tui.workbook.wording.pack_names import title_of


class LoggingPlace(Place):
    """A place at which entries are logged. A subclass says which thing the chosen line stands for."""

    # -- what a subclass gives ------------------------------------------------------------------------------------

    def criterion_view(self) -> CriterionView | None:
        """The criterion that is chosen, or None."""
        raise NotImplementedError

    def tick_target(self) -> str:
        """Id of the point, learning item or topic that is chosen, or empty."""
        return ""

    def entry_target(self) -> Entry | None:
        """The entry to correct: the one that is chosen, else the newest of the criterion."""
        view = self.criterion_view()
        return self.book.latest(view.criterion) if view else None

    # -- what is possible -----------------------------------------------------------------------------------------

    def can(self, command: Command) -> bool:
        """Whether *command* is possible: the chosen line has to stand for what it needs."""
        if not super().can(command):
            return False
        possible: dict[str, Callable[[], bool]] = {
            "log": lambda: bool(self.log_target()),
            "claim": lambda: self._may(lambda view: view.may_be_claimed),
            "withdraw": lambda: self._may(lambda view: view.may_be_withdrawn),
            "tick": lambda: bool(self.tick_target()),
            "correct": lambda: self.entry_target() is not None,
            "repeat": lambda: self.book.last_entry() is not None,
        }
        return possible.get(command.id, lambda: True)()

    def _may(self, allows: Callable[[CriterionView], bool]) -> bool:
        view = self.criterion_view()
        return view is not None and allows(view)

    def log_target(self) -> tuple[str, ...]:
        """Ids that an entry for the chosen line counts for."""
        view = self.criterion_view()
        return counted_items(self.book, self.tick_target(), view.criterion.id if view else "")

    def comes_from(self, key: str) -> str:
        """A sentence about the source of a point; empty where *key* is no point's id."""
        view = self.criterion_view()
        point = next((point for point in view.criterion.points if point.id == key), None) if view else None
        if point is None:
            return ""
        if not point.see:
            return self.session.say("screens.see.ours")
        thing = self.book.pack.find(point.see)
        name = title_of(thing).of(self.session.lang) if thing is not None else point.see
        return self.session.say("screens.see.from", text=name)

    # -- doing ----------------------------------------------------------------------------------------------------

    def do_tick(self) -> None:
        """Tick or untick the chosen item, and read it out."""
        target = self.tick_target()
        with self.writing():
            set_tick(self.book, target, target not in self.book.ticked())
        self.read_line()

    def do_claim(self) -> None:
        """Claim the criterion, with a comment if there is something to say."""
        view = self.criterion_view()
        if view is None:
            return
        name = view.criterion.name.of(self.session.lang)

        def take(comment: str) -> None:
            with self.writing():
                claim(self.book, view.criterion, comment)

        if view.is_ready:
            self.talk.ask_until(self.session.say("screens.claim_comment", name=name), "", take)
        else:
            take("")
        self.talk.line(self.session.say("screens.claimed", name=name))

    def do_withdraw(self) -> None:
        """Withdraw the claim."""
        view = self.criterion_view()
        if view is None:
            return
        with self.writing():
            withdraw(self.book, view.criterion)
        self.talk.line(self.session.say("screens.withdrawn", name=view.criterion.name.of(self.session.lang)))

    def do_log(self) -> None:
        """Ask for an entry, field by field."""
        target = self.log_target()
        if len(target) == 1 and asked_of(self.book, target).case:
            self.talk.line(self.session.say("screens.choose_case"))
            return
        EntryQuestions(self.session, self.talk, target).fill()

    def do_repeat(self) -> None:
        """Ask for an entry with the fields of the last one, but with today's date."""
        entry = self.book.last_entry()
        if entry is not None:
            EntryQuestions(self.session, self.talk, entry.items, entry, is_repeat=True).fill()

    def do_correct(self) -> None:
        """Ask for the fields of an entry anew."""
        entry = self.entry_target()
        if entry is not None:
            EntryQuestions(self.session, self.talk, entry.items, entry).fill()
