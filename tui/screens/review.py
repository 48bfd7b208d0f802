"""The mentor's screen: the claims that wait, one of them in full, and the keys that decide."""

from __future__ import annotations

from collections.abc import Sequence

from tui.commands import REVIEW, Command
from tui.drawing.claim import ClaimContext, basis_sheet, claim_sheet, claimed_sheet
from tui.drawing.pen import Pen
from tui.drawing.queue import QueueShown, queue_rows
from tui.drawing.signoff import signoff_sheet
from tui.errors import IkuseiError
from tui.journal.event import Entry
from tui.screens.bindings import bindings_for
from tui.screens.deciding_frame import DecidingFrame
from tui.screens.evidence_look import EvidenceLook, EvidenceSeen
from tui.screens.sized import SETTLE
from tui.session import Session
from tui.text.line import Row
from tui.widgets.choice_list import ChoiceList
from tui.workbook.audit.evidence import EvidenceOutcome, counts_of
from tui.workbook.mentor.reviewing import Waiting, is_about, queue, returnable
from tui.workbook.mentor.signoff import declaration, signables
from tui.workbook.wording.thread import thread_of

LIST_SHARE = 0.36
LIST_BOUNDS = (26, 44)


class ReviewScreen(DecidingFrame):
    """A queue on the left, the claim under the cursor on the right; decided claims leave the queue."""

    PLACE = REVIEW
    BINDINGS = bindings_for(REVIEW)
    READS_WIDE = True
    HAS_ASIDE = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._read: tuple[object, ...] = ()
        self._looks_back = False
        self._forks: dict[str, list[tuple[str, int]]] = {}
        self._filter = ""
        self._beside: tuple[Waiting, Sequence[Entry], ClaimContext] | None = None
        self._evidence = EvidenceLook(self.post_message)

    def on_mount(self) -> None:
        """Wait until the sizes of both sides are known: five frames are two then."""
        self.app.delay_update(SETTLE)

    @property
    def place_name(self) -> str:
        """The name of the queue; it has a message of its own, since no key leads to the queue."""
        return self.session.say("screens.review.name")

    def crumbs(self) -> str:
        """How many claims wait, the filter and how many pass it, how many are marked."""
        title = "screens.review.decided_title" if self._looks_back else "screens.review.title"
        parts = [self.session.say(title, count=len(self._waiting))]
        if self._filter:
            parts.append(self.session.say("screens.review.filtered", text=self._filter, count=len(self._shown)))
        if self._marked:
            parts.append(self.session.say("screens.review.marked", count=len(self._marked)))
        return "  ".join(parts)

    def index_width(self, columns: int) -> int:
        """A share of *columns*, within bounds."""
        return max(LIST_BOUNDS[0], min(LIST_BOUNDS[1], int(columns * LIST_SHARE)))

    def subject(self) -> tuple[object, ...]:
        """The filter, which claims are listed, whether one is read, the marks, and the results for evidence files."""
        return self._filter, self._looks_back, self.inside, *sorted(self._marked), *self._evidence.outcomes.items()

    def draw(self, columns: int, rows: int) -> None:
        """Ask for the queue and show it."""
        if self._read != (self.session.revision, self._looks_back):
            book, look = self.session.book, returnable if self._looks_back else queue
            self._waiting = {each.claim_id: each for each in look(book, self.reviewer)}
            steps = () if self._looks_back else signables(book, self.reviewer)
            self._steps = {f"{each.book.trainee} {each.step.id}": each for each in steps}
            self._read = self.session.revision, self._looks_back
            self._forks.clear()
        # If the claim that was read has been decided or withdrawn meanwhile, go back to the queue.
        self.inside = self.inside and (self.index.key in self._waiting or self.index.key in self._steps)
        pen = self.lay_out(columns)
        self._shown = {key: each for key, each in self._waiting.items() if is_about(each, self._filter)}
        self._marked &= set(self._shown)
        before = self.index.key
        listed = QueueShown(
            self._steps, self._shown, frozenset(self._marked), self._filter, looks_back=self._looks_back
        )
        self.index.fill(list(queue_rows(listed, self.reviewer, self.session.book, pen)))
        self.show_sheet(top=self.index.key != before)

    def sheet_rows(self, pen: Pen) -> list[Row]:
        """The claim under the cursor."""
        self._beside = None
        if self.index.key in self._steps:
            signable = self._steps[self.index.key]
            return signoff_sheet(signable, declaration(signable, self.session.lang), pen)
        waiting = self._waiting.get(self.index.key)
        if waiting is None or waiting.view.round is None:
            return []
        trainee = waiting.book.trainee
        if trainee not in self._forks:
            self._forks[trainee] = self.session.book.journal.forks(trainee)
        thread = thread_of(waiting.book, waiting.view.criterion)
        said = ClaimContext(thread, self._forks[trainee], self._evidence.outcomes)
        self._beside = (waiting, waiting.entries(), said)
        return claimed_sheet(waiting, said, pen) if self.has_aside else claim_sheet(*self._beside, pen)

    def aside_rows(self, pen: Pen) -> list[Row]:
        """What the claim under the cursor rests on, and what was said before."""
        return basis_sheet(*self._beside, pen) if self._beside is not None else []

    def can(self, command: Command) -> bool:
        """As for every screen; deciding needs a claim under the cursor, a bulk confirm needs marks.

        A confirmed claim can only be returned.
        """
        is_claim = self.index.key in self._waiting
        possible = {
            "open": self.can_enter,
            "sign": self.index.key in self._steps,
            "confirm": is_claim and not self._looks_back,
            "send.back": is_claim,
            "comment": is_claim,
            "evidence": is_claim,
            "mark": is_claim and not self._looks_back and not self.inside,
            "mark.all": bool(self._shown) and not self._looks_back and not self.inside,
            "bulk": bool(self._marked),
            "decided": not self.inside,
            "filter.queue": not self.inside,
            "back.queue": self.inside or bool(self._filter) or self._looks_back,
        }
        return super().can(command) and possible.get(command.id, True)

    # -- looking ----------------------------------------------------------------------------------------------

    async def action_filter(self) -> None:
        """Type a text to filter the queue by; an empty one shows all of it."""

        def answered(text: str) -> None:
            self._filter = text.strip()
            self.redraw()

        await self.ask(self.session.say("screens.review.filter_ask"), self._filter, answered)

    def action_decided(self) -> None:
        """List the claims confirmed lately that can still be returned, or again those that wait."""
        self._looks_back = not self._looks_back
        self._marked.clear()
        self.enter(inside=False)
        self.redraw()

    def enter(self, *, inside: bool, beside: bool = False) -> None:
        """Read the claim over the whole width, or go back to the queue."""
        self.inside = inside
        self.forget_drawn()
        self.redraw()

    @property
    def can_enter(self) -> bool:
        """Whether there is a claim to read."""
        return not self.inside and bool(self.index.key)

    def action_move(self, by: int) -> None:
        """Go to the next claim; while one is read, scroll it."""
        if self.inside:
            self.sheet.scroll_lines(by)
        else:
            super().action_move(by)

    async def action_evidence(self) -> None:
        """Ask for folders, and check there whether the files that the claim's entries name are unchanged."""
        waiting = self._waiting[self.index.key]

        def answered(text: str) -> None:
            try:
                self.tell(self.session.say(self._evidence.begin(text, waiting.entries())))
            except IkuseiError as error:
                self.refuse(error)

        await self.ask(self.session.say("screens.evidence.ask"), self._evidence.folders, answered)

    def on_evidence_seen(self, message: EvidenceSeen) -> None:
        """Show the results for the evidence files."""
        self._evidence.outcomes |= message.outcomes
        self.redraw()
        style = "" if set(message.outcomes.values()) <= {EvidenceOutcome.SAME} else "strong"
        self.tell(self.session.say("screens.evidence.seen", **counts_of(message.outcomes.values())), style)

    def on_unmount(self) -> None:
        """Give up checking evidence files."""
        self._evidence.leave()

    def action_quit(self) -> None:
        """Leave ikusei."""
        self.app.exit()

    def action_back(self) -> None:
        """Leave the claim, then the filter, then the confirmed claims; from the whole queue nothing leads back."""
        if self.inside:
            self.enter(inside=False)
        elif self._filter:
            self._filter = ""
            self.redraw()
        elif self._looks_back:
            self.action_decided()

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """A click shows a claim."""
        if event.choices is self.index:
            self.follow()
