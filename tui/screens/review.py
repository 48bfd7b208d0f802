"""The mentor's screen: the claims that wait, one of them in full, and the keys that decide."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from tui.commands import REVIEW, Command
from tui.drawing.claim import Said, claim_sheet
from tui.drawing.marks import tick_mark
from tui.drawing.pen import Pen
from tui.drawing.signoff import signoff_sheet
from tui.errors import IkuseiError
from tui.journal.event import Entry
from tui.journal.review import Verdict
from tui.screens.bindings import bindings_for
from tui.screens.evidence_look import EvidenceLook, EvidenceSeen
from tui.screens.session import Session
from tui.screens.two_panes import TwoPanes
from tui.text.fold import fold
from tui.trust.folder_state import FolderKind
from tui.widgets.choice_list import GAP, ChoiceList, Row
from tui.widgets.line import Line, Span, clip, line_width
from tui.workbook.calling import labels
from tui.workbook.evidence import Outcome, counts_of
from tui.workbook.reviewer import Reviewer
from tui.workbook.reviewing import Waiting, comment, confirm_all, decide, queue
from tui.workbook.signoff import Signable, declaration, sign, signables
from tui.workbook.trusted import Named
from tui.workbook.wording import distrust_text, folder_text

LIST_SHARE = 0.36
LIST_BOUNDS = (26, 44)


class ReviewScreen(TwoPanes):
    """A queue on the left, the claim under the cursor on the right; decided claims leave the queue."""

    PLACE = REVIEW
    BINDINGS = bindings_for(REVIEW)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._waiting: dict[str, Waiting] = {}
        self._steps: dict[str, Signable] = {}
        self._marked: set[str] = set()
        self._read = -1
        self._forks: dict[str, list[tuple[str, int]]] = {}
        self._filter = ""
        self._shown: dict[str, Waiting] = {}
        self._evidence = EvidenceLook(self.post_message)

    @property
    def reviewer(self) -> Reviewer:
        """Who looks."""
        assert self.session.reviewer is not None  # this screen opens for a reviewer only
        return self.session.reviewer

    def crumbs(self) -> str:
        """How many wait, what is filtered for and how many are left of them, how many are marked."""
        parts = [self.session.say("screens.review.title", count=len(self._waiting))]
        if self._filter:
            parts.append(self.session.say("screens.review.filtered", text=self._filter, count=len(self._shown)))
        if self._marked:
            parts.append(self.session.say("screens.review.marked", count=len(self._marked)))
        return "  ".join(parts)

    def index_width(self, columns: int) -> int:
        """A share of the columns, within bounds."""
        return max(LIST_BOUNDS[0], min(LIST_BOUNDS[1], int(columns * LIST_SHARE)))

    def subject(self) -> tuple[object, ...]:
        """The filter, the marks, and what is known of files of evidence."""
        return self._filter, *sorted(self._marked), *self._evidence.outcomes.items()

    def draw(self, columns: int, rows: int) -> None:
        """Ask for the queue and show it."""
        pen = self.lay_out(columns)
        if self._read != self.session.revision:
            self._waiting = {claim_id(each): each for each in queue(self.session.book, self.reviewer)}
            steps = signables(self.session.book, self.reviewer)
            self._steps = {f"{each.book.trainee} {each.step.id}": each for each in steps}
            self._read = self.session.revision
            self._forks.clear()
        self._shown = {key: each for key, each in self._waiting.items() if self._lets_through(each)}
        self._marked &= set(self._shown)
        before = self.index.key
        self.index.fill(list(self._rows(pen)))
        self.show_sheet(top=self.index.key != before)

    def _lets_through(self, waiting: Waiting) -> bool:
        """Whether every word of the filter stands in the name of trainee, role or criterion, in any language."""
        about = waiting.view.criterion
        role = waiting.role.name
        text = fold(" ".join((waiting.book.label, about.id, about.name.ja, about.name.en, role.ja, role.en)))
        return all(word in text for word in fold(self._filter).split())

    def _rows(self, pen: Pen) -> Iterator[Row]:
        if not self._shown and (self._filter or not self._steps):
            key = "screens.review.nothing_such" if self._filter else "screens.review.nothing"
            yield Row(tuple(pen.paragraph(pen.say(key, text=self._filter), "dim")))
        room = pen.width - 1  # the line under the cursor keeps a cell free: no mark may be lost there
        for key, step in self._steps.items():
            title: Line = (Span("* ", "accent"), Span(pen.say("screens.sign.row", number=step.step.number)))
            whose = Span(f"    {step.book.label}  {step.step.id}", "dim")
            yield Row((clip(title, room), clip((whose,), room)), key)
        for key, each in self._shown.items():
            mark = tick_mark(key in self._marked, pen)
            moved = Span(f" {pen.glyphs.warn}", "warn") if each.view.moved else Span("")
            title = clip((mark, Span(f" {pen.of(each.view.criterion.name)}")), room - line_width((moved,)))
            about = Span(f"    {each.book.label}  {each.step.id}", "dim")
            yield Row(((*title, moved), clip((about,), room)), key)
        yield GAP
        yield Row(tuple(self._trust_lines(pen)))

    def _trust_lines(self, pen: Pen) -> Iterator[Line]:
        """The key that signs what is decided here, and the trust folder by which it is checked."""
        signer = self.reviewer.signer
        key = "screens.review.signs" if signer else "screens.review.signs_not"
        yield from pen.paragraph(pen.say(key, name=signer.name if signer else ""), "dim")
        authority = self.session.book.authority
        folder = authority.folder if isinstance(authority, Named) else None
        if folder is not None and folder.state.kind is not FolderKind.NONE:
            style = "dim" if folder.as_it_lies.state.is_usable else "bad"
            yield from pen.paragraph(folder_text(folder.as_it_lies, pen.lang), style)
            if folder.present is not None:
                yield from pen.paragraph(distrust_text(folder, pen.lang), "bad")

    def sheet_rows(self, pen: Pen) -> list[Row]:
        """The claim under the cursor."""
        if self.index.key in self._steps:
            signable = self._steps[self.index.key]
            return signoff_sheet(signable, declaration(signable, self.session.lang), pen)
        waiting = self._waiting.get(self.index.key)
        if waiting is None or waiting.view.round is None:
            return []
        journal = self.session.book.journal
        claim = waiting.view.round.claim
        entries = self._entries(waiting)
        rounds = waiting.book.rounds_on(claim.item)
        decided = [str(each.decision.id) for each in rounds if each.decision is not None]
        signatures = {each: waiting.book.signature_of(each) for each in decided}
        trainee = waiting.book.trainee
        if trainee not in self._forks:
            self._forks[trainee] = journal.forks(trainee)
        comments, people, forks = journal.comments(claim.id), labels(waiting.book), self._forks[trainee]
        said = Said(rounds, signatures, comments, people, forks, self._evidence.outcomes)
        return claim_sheet(waiting, entries, said, pen)

    def _entries(self, waiting: Waiting) -> tuple[Entry, ...]:
        """The entries that a claim rests on and that are still there."""
        return waiting.book.claimed(waiting.view.round.claim) if waiting.view.round else ()

    def can(self, command: Command) -> bool:
        """Deciding takes a claim under the cursor; bulk takes marks."""
        if command.id == "sign":
            return super().can(command) and self.index.key in self._steps
        if command.id in {"confirm", "send.back", "comment", "mark", "evidence"}:
            return super().can(command) and self.index.key in self._waiting
        if command.id == "mark.all":
            return super().can(command) and bool(self._shown)
        if command.id == "bulk":
            return super().can(command) and bool(self._marked)
        return super().can(command)

    # -- deciding -------------------------------------------------------------------------------------------------

    async def action_filter(self) -> None:
        """Type a text to filter the queue by; an empty one shows all of it."""

        def answered(text: str) -> None:
            self._filter = text.strip()
            self.redraw()

        await self.ask(self.session.say("screens.review.filter_ask"), self._filter, answered)

    def action_mark(self, everything: int = 0) -> None:
        """Mark the claim for a bulk confirm, or take the mark away; or mark every one that is shown."""
        if everything:
            self._marked = set() if self._marked >= set(self._shown) else set(self._shown)
            self.redraw()
            return
        self._marked ^= {self.index.key}
        self.redraw()
        self.index.move(1)
        self.follow()

    async def action_confirm(self) -> None:
        """Confirm the claim under the cursor, with a word if there is something to say."""
        waiting = self._waiting[self.index.key]

        def answered(text: str) -> None:
            with self.writing(), self.signing():
                decide(waiting, self.reviewer, Verdict.CONFIRMED, text)
                self._tell_done("screens.review.confirmed_now", waiting)

        name = waiting.view.criterion.name.of(self.session.lang)
        await self.ask(self.session.say("screens.review.confirm_ask", name=name), "", answered)

    async def action_send(self) -> None:
        """Return the claim under the cursor; the reason begins with what the criterion asks."""
        waiting = self._waiting[self.index.key]

        def answered(text: str) -> None:
            with self.writing(), self.signing():
                decide(waiting, self.reviewer, Verdict.RETURNED, text)
                self._tell_done("screens.review.returned_now", waiting)

        begun = waiting.view.criterion.text.of(self.session.lang)
        await self.ask(self.session.say("screens.review.return_ask"), begun, answered)

    async def action_comment(self) -> None:
        """Say something without deciding."""
        waiting = self._waiting[self.index.key]

        def answered(text: str) -> None:
            with self.writing():
                comment(waiting, self.reviewer, text)
                self._tell_done("screens.review.commented_now", waiting)

        await self.ask(self.session.say("screens.review.comment_ask"), "", answered)

    async def action_evidence(self) -> None:
        """Look whether the files that the claim's entries name are what they were, in folders that are asked for."""
        waiting = self._waiting[self.index.key]

        def answered(text: str) -> None:
            try:
                self.tell(self.session.say(self._evidence.begin(text, self._entries(waiting))))
            except IkuseiError as error:
                self.refuse(error)

        await self.ask(self.session.say("screens.evidence.ask"), self._evidence.folders, answered)

    def on_evidence_seen(self, message: EvidenceSeen) -> None:
        """Show what became of the files."""
        self._evidence.outcomes |= message.outcomes
        self.redraw()
        style = "ok" if set(message.outcomes.values()) <= {Outcome.SAME} else "warn"
        self.tell(self.session.say("screens.evidence.seen", **counts_of(message.outcomes.values())), style)

    def on_unmount(self) -> None:
        """Nobody waits for files any more."""
        self._evidence.leave()

    async def action_sign(self) -> None:
        """Sign the STEP under the cursor; out of order, with a reason."""
        signable = self._steps[self.index.key]
        text = declaration(signable, self.session.lang)

        def answered(reason: str) -> None:
            with self.writing(), self.signing():
                sign(signable, self.reviewer, text, reason)
                done = {"trainee": signable.book.label, "number": signable.step.number}
                self.tell(self._with_delivery(self.session.say("screens.sign.done", **done)), "ok")

        key = "screens.sign.ask_exception" if signable.earlier else "screens.sign.ask"
        await self.ask(self.session.say(key), "", answered)

    def action_bulk(self) -> None:
        """Confirm every marked claim, or none where one has to be looked at by itself."""
        chosen = [each for key, each in self._waiting.items() if key in self._marked]
        with self.writing(), self.signing():
            count = confirm_all(chosen, self.reviewer)
            self._marked.clear()
            self.tell(self._with_delivery(self.session.say("screens.review.bulk_done", count=count)), "ok")

    def signing(self) -> AbstractContextManager[None]:
        """A block that signs: where a passphrase or a touch may be asked for, the screen steps aside for it."""
        signer = self.reviewer.signer
        if signer is None or not signer.needs_terminal:
            return nullcontext()
        return self._aside(signer.name)

    @contextmanager
    def _aside(self, key: str) -> Iterator[None]:
        with self.app.suspend():
            sys.stderr.write(f"{self.session.say('screens.review.signing', name=key)}\n")
            sys.stderr.flush()
            yield

    def _tell_done(self, key: str, waiting: Waiting) -> None:
        name = waiting.view.criterion.name.of(self.session.lang)
        self.tell(self._with_delivery(self.session.say(key, name=name, trainee=waiting.book.label)), "ok")

    def _with_delivery(self, done: str) -> str:
        """What was done, and by which way it gets to the trainee, where their file is looked at."""
        return done if self.session.deliver is None else f"{done}  {self.session.deliver(self.session.lang)}"

    def action_quit(self) -> None:
        """Leave ikusei."""
        self.app.exit()

    def action_back(self) -> None:
        """Out of the details, then out of the filter; from the whole queue there is nowhere to go back to."""
        if self.inside:
            self.enter(inside=False)
        elif self._filter:
            self._filter = ""
            self.redraw()

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """A click shows a claim."""
        if event.choices is self.index:
            self.follow()


def claim_id(waiting: Waiting) -> str:
    """The hash of the claim."""
    return waiting.view.round.claim.id if waiting.view.round else ""
