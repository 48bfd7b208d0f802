"""A screen on which a trainee ticks, claims, and withdraws a claim."""

from __future__ import annotations

from tui.commands import Command
from tui.journal.event import Entry
from tui.screens.frame import Frame
from tui.workbook.standings.views import CriterionView
from tui.workbook.trainee.entry_target import counted_items
from tui.workbook.trainee.writing import claim, set_tick, withdraw


class TickingFrame(Frame):
    """Ticking, claiming and withdrawing: the same on every screen that shows criteria."""

    # -- what a subclass gives ------------------------------------------------------------------------------------

    def criterion_view(self) -> CriterionView | None:
        """The criterion under the cursor, or None."""
        raise NotImplementedError

    def tick_target(self) -> str:
        """Id of the point, learning item or topic under the cursor, or empty."""
        return ""

    def entry_target(self) -> Entry | None:
        """The entry to correct: the one under the cursor, else the newest of the criterion."""
        view = self.criterion_view()
        return self.session.book.latest(view.criterion) if view else None

    # -- what is possible -----------------------------------------------------------------------------------------

    def can(self, command: Command) -> bool:
        """As for every screen; each command only where the cursor is on what it needs."""
        if not super().can(command):
            return False
        match command.id:
            case "log":
                return bool(self.log_target())
            case "claim" | "withdraw":
                return self._can_claim() if command.id == "claim" else self._can_withdraw()
            case "tick":
                return bool(self.tick_target())
            case "correct" | "repeat":
                found = self.entry_target() if command.id == "correct" else self.session.book.last_entry()
                return found is not None
            case _:
                return True

    def _can_claim(self) -> bool:
        """Whether the criterion under the cursor is neither claimed nor confirmed."""
        view = self.criterion_view()
        return view is not None and view.may_be_claimed

    def _can_withdraw(self) -> bool:
        """Whether the criterion under the cursor waits for a mentor."""
        view = self.criterion_view()
        return view is not None and view.may_be_withdrawn

    def tell_see(self, key: str) -> None:
        """Say on the status line where the point under the cursor comes from."""
        view = self.criterion_view()
        point = next((point for point in view.criterion.points if point.id == key), None) if view else None
        if point is None:
            self.tell("")
        elif point.see:
            self.tell(self.session.say("screens.see.from", text=self.session.name_of(point.see)), "dim")
        else:
            self.tell(self.session.say("screens.see.ours"), "dim")

    # -- ticking and claiming -------------------------------------------------------------------------------------

    def action_tick(self) -> None:
        """Tick or untick what is under the cursor."""
        target = self.tick_target()
        with self.writing():
            set_tick(self.session.book, target, target not in self.session.book.ticked())

    async def action_claim(self) -> None:
        """Claim the criterion under the cursor, with an optional comment."""
        view = self.criterion_view()
        if view is None:
            return
        name = view.criterion.name.of(self.session.lang)

        def answered(comment: str) -> None:
            with self.writing():
                claim(self.session.book, view.criterion, comment)
                self.tell(self.session.say("screens.claimed", name=name))

        if view.is_ready:
            await self.ask(self.session.say("screens.claim_comment", name=name), "", answered)
        else:
            answered("")

    def action_withdraw(self) -> None:
        """Take the claim under the cursor back."""
        view = self.criterion_view()
        if view is None:
            return
        with self.writing():
            withdraw(self.session.book, view.criterion)
            self.tell(self.session.say("screens.withdrawn", name=view.criterion.name.of(self.session.lang)))

    def log_target(self) -> tuple[str, ...]:
        """What an entry counts for: the training case under the cursor with its criteria, else the criterion."""
        view = self.criterion_view()
        return counted_items(self.session.book, self.tick_target(), view.criterion.id if view else "")
