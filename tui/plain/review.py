"""The mentor's place: the waiting claims, each of them in full, and the commands to decide."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Final

from tui.commands import REVIEW, Command
from tui.drawing.claim import ClaimContext, claim_sheet
from tui.drawing.pen import Pen
from tui.drawing.queue import QueueShown, queue_rows
from tui.drawing.signoff import signoff_sheet
from tui.errors import IkuseiError
from tui.journal.event import Evidence
from tui.journal.review import Verdict
from tui.plain.face import Face
from tui.plain.two_levels import TwoLevels
from tui.text.line import Row
from tui.workbook.audit.evidence import EvidenceOutcome, Search, counts_of, folders_named
from tui.workbook.mentor.reviewing import Waiting, comment, confirm_all, decide, is_about, queue, returnable
from tui.workbook.mentor.signoff import Signable, declaration, sign, signables
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.wording.thread import thread_of

SECONDS: Final = 60.0
"""Time limit for checking evidence files, because the user waits meanwhile."""


class ReviewPlace(TwoLevels):
    """The queue, and each claim in full. A decision is about a claim as it was read out."""

    PLACE = REVIEW

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self._waiting: dict[str, Waiting] = {}
        self._steps: dict[str, Signable] = {}
        self._marked: set[str] = set()
        self._looks_back = False
        self._filter = ""
        self._folders = ""
        self._outcomes: dict[Evidence, EvidenceOutcome] = {}

    @property
    def reviewer(self) -> Reviewer:
        """The mentor."""
        assert self.session.reviewer is not None  # this place opens for a reviewer only
        return self.session.reviewer

    # -- the lines ------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Read the queue from the journal again, then read out the list or the open claim as it is now."""
        self._gather()
        if self.inside and self.listed not in self._waiting and self.listed not in self._steps:
            self.inside, self.key = False, ""
        super().show()

    def _gather(self) -> None:
        look = returnable if self._looks_back else queue
        self._waiting = {each.claim_id: each for each in look(self.book, self.reviewer)}
        steps = () if self._looks_back else signables(self.book, self.reviewer)
        self._steps = {f"{each.book.trainee} {each.step.id}": each for each in steps}
        self._marked &= set(self._shown)

    @property
    def _shown(self) -> dict[str, Waiting]:
        return {key: each for key, each in self._waiting.items() if is_about(each, self._filter)}

    def title(self) -> str:
        """The title: how many claims wait, the filter, how many are marked."""
        title = "screens.review.decided_title" if self._looks_back else "screens.review.title"
        parts = [self.session.say(title, count=len(self._waiting))]
        if self._filter:
            parts.append(self.session.say("screens.review.filtered", text=self._filter, count=len(self._shown)))
        if self._marked:
            parts.append(self.session.say("screens.review.marked", count=len(self._marked)))
        return self.session.say("plain.list_sign").join(parts)

    def list_rows(self, pen: Pen) -> Iterable[Row]:
        """The queue."""
        listed = QueueShown(
            self._steps, self._shown, frozenset(self._marked), self._filter, looks_back=self._looks_back
        )
        return queue_rows(listed, self.reviewer, self.book, pen)

    def sheet_rows(self, pen: Pen) -> Sequence[Row]:
        """The chosen claim or STEP in full."""
        step = self._steps.get(self.listed)
        if step is not None:
            return signoff_sheet(step, declaration(step, self.session.lang), pen)
        waiting = self._waiting.get(self.listed)
        if waiting is None or waiting.view.round is None:
            return []
        forks = self.book.journal.forks(waiting.book.trainee)
        said = ClaimContext(thread_of(waiting.book, waiting.view.criterion), forks, self._outcomes)
        return claim_sheet(waiting, waiting.entries(), said, pen)

    # -- what is possible -----------------------------------------------------------------------------------------

    def can(self, command: Command) -> bool:
        """Whether *command* is possible: decisions need a claim, bulk needs marks, confirmed ones can be returned."""
        is_claim, outside = self.listed in self._waiting, not self.inside
        possible = {
            "open": outside and bool(self.key),
            "sign": self.listed in self._steps,
            "confirm": is_claim and not self._looks_back,
            "send.back": is_claim,
            "comment": is_claim,
            "evidence": is_claim,
            "mark": is_claim and not self._looks_back and outside,
            "mark.all": bool(self._shown) and not self._looks_back and outside,
            "bulk": bool(self._marked),
            "decided": outside,
            "filter.queue": outside,
            "back.queue": self.inside or bool(self._filter) or self._looks_back,
        }
        return super().can(command) and possible.get(command.id, True)

    # -- looking --------------------------------------------------------------------------------------------------

    def do_filter(self) -> None:
        """Ask for a text to filter the queue by."""
        self._filter = self.talk.ask(self.session.say("screens.review.filter_ask"), self._filter).strip()
        self.key = ""
        self.show()

    def do_decided(self) -> None:
        """Switch between the waiting claims and the confirmed ones that can still be returned."""
        self._looks_back = not self._looks_back
        self._marked.clear()
        self.inside, self.key = False, ""
        self.show()

    def do_evidence(self) -> None:
        """Check whether the files that the claim's entries name still have their digests."""
        waiting = self._waiting[self.listed]
        self.talk.ask_until(
            self.session.say("screens.evidence.ask"), self._folders, lambda text: self._look(text, waiting)
        )

    def _look(self, typed: str, waiting: Waiting) -> None:
        folders = folders_named(part.strip() for part in typed.split(";") if part.strip())
        self._folders = typed
        evidence = [each for entry in waiting.entries() for each in entry.evidence if each.sha256]
        if not evidence or not folders:
            self.talk.line(self.session.say(f"screens.evidence.{'nowhere' if evidence else 'none'}"))
            return
        self.talk.line(self.session.say("screens.evidence.looking"))
        search = Search(folders, seconds=SECONDS)
        found = {each: search.outcome(each) for each in evidence}
        self._outcomes |= found
        for each, outcome in found.items():
            said = self.session.say(f"screens.evidence.{outcome}")
            self.talk.line(self.session.say("plain.row", name=each.ref, cells=said))
        self.talk.line(self.session.say("screens.evidence.seen", **counts_of(found.values())))

    def do_back(self) -> None:
        """Leave the open claim, else the filter, else the list of confirmed claims."""
        if self.inside:
            super().do_back()
        elif self._filter:
            self._filter, self.key = "", ""
            self.show()
        elif self._looks_back:
            self.do_decided()

    # -- marking --------------------------------------------------------------------------------------------------

    def do_mark(self, everything: int = 0) -> None:
        """Mark or unmark the claim for a bulk confirm; with *everything*, every claim in the list."""
        if not everything:
            self._marked ^= {self.listed}
            self.read_line()
            return
        # Claims that need a look of their own are left out: with one of them, a bulk confirm would refuse all.
        possible = {key for key, each in self._shown.items() if not each.bulk_refusal}
        self._marked = set() if self._marked >= possible else possible
        self.talk.line(self.session.say("screens.review.marked", count=len(self._marked)))
        left = len(self._shown) - len(possible)
        if left:
            self.talk.line(self.session.say("screens.review.not_marked", count=left))

    # -- deciding -------------------------------------------------------------------------------------------------

    def do_confirm(self) -> None:
        """Confirm the claim, with a comment if the mentor types one."""
        self._decide(Verdict.CONFIRMED, "screens.review.confirm_ask", "screens.review.confirmed_now")

    def do_send(self) -> None:
        """Return the claim with a reason."""
        self._decide(Verdict.RETURNED, "screens.review.return_ask", "screens.review.returned_now")

    def _decide(self, verdict: Verdict, question: str, done: str) -> None:
        """Ask for the reason or comment of a decision, and decide on the claim as it was read out."""
        key = self.listed
        waiting = self._waiting[key]
        if not self.inside:
            self.read(self.sheet_rows(self.pen))

        def take(text: str) -> None:
            nonlocal waiting
            try:
                with self.writing():
                    self._tell_signing(waiting)
                    decide(waiting, self.reviewer, verdict, text)
            except IkuseiError:
                # The claim may have changed since it was read out. The question is asked again about the present one.
                self._gather()
                waiting = self._waiting.get(key, waiting)
                raise

        self.talk.ask_until(self.session.say(question, **self._of_whom(waiting)), "", take)
        self._tell_done(done, waiting)
        self._leave_decided()

    def do_comment(self) -> None:
        """Comment on the claim without deciding."""
        waiting = self._waiting[self.listed]

        def take(text: str) -> None:
            with self.writing():
                comment(waiting, self.reviewer, text)

        self.talk.ask_until(self.session.say("screens.review.comment_ask", **self._of_whom(waiting)), "", take)
        self._tell_done("screens.review.commented_now", waiting)

    def do_sign(self) -> None:
        """Read out the declaration and sign the STEP; before an earlier STEP is signed, ask for a reason."""
        step = self._steps[self.listed]
        text = declaration(step, self.session.lang)
        if not self.inside:
            self.read(signoff_sheet(step, text, self.pen))
        about = {"trainee": step.book.label, "item": step.step.id}

        def take(reason: str) -> None:
            with self.writing():
                self._tell_signing(step)
                sign(step, self.reviewer, text, reason)

        key = "screens.sign.ask_exception" if step.earlier else "screens.sign.ask"
        self.talk.ask_until(self.session.say(key, **about), "", take)
        done = self.session.say("screens.sign.done", trainee=step.book.label, number=step.step.number)
        self._tell(done)
        self._leave_decided()

    def do_bulk(self) -> None:
        """Confirm every marked claim, or none if one of them can't be confirmed in bulk."""
        marked = [each for key, each in self._waiting.items() if key in self._marked]
        for each in marked:
            name = each.view.criterion.name.of(self.session.lang)
            self.talk.line(self.session.say("plain.row", name=each.book.label, cells=name))
        if not self.talk.agrees(self.session.say("plain.bulk", count=len(marked)), default=False):
            return
        with self.writing():
            self._tell_signing(*marked)
            count = confirm_all(marked, self.reviewer)
        self._marked.clear()
        self._tell(self.session.say("screens.review.bulk_done", count=count))
        self._leave_decided()

    def _leave_decided(self) -> None:
        """Go back to the queue, in which the decided claim no longer waits."""
        self.inside, self.key = False, ""
        self.show()

    def _tell_signing(self, *what: Waiting | Signable) -> None:
        """Tell what is being signed, if the key asks for a passphrase or a touch."""
        signer = self.reviewer.signer
        if signer is None or not signer.needs_terminal:
            return
        for number, each in enumerate(what, 1):
            item = each.view.criterion.id if isinstance(each, Waiting) else each.step.id
            about = {"number": number, "of": len(what), "trainee": each.book.label, "item": item}
            self.talk.line(self.session.say("screens.review.signing_what", **about))
        self.talk.line(self.session.say("screens.review.signing", name=signer.name))
        sys.stderr.flush()

    def _of_whom(self, waiting: Waiting) -> dict[str, str]:
        return {"trainee": waiting.book.label, "item": waiting.view.criterion.id}

    def _tell_done(self, key: str, waiting: Waiting) -> None:
        name = waiting.view.criterion.name.of(self.session.lang)
        self._tell(self.session.say(key, name=name, trainee=waiting.book.label))

    def _tell(self, done: str) -> None:
        """Tell what was done; if a trainee's file is reviewed, deliver it and tell how it travels."""
        self.talk.line(done)
        if self.session.deliver is not None:
            try:
                self.talk.line(self.session.deliver(self.session.lang))
            except IkuseiError as error:
                # The decision is written; only its delivery failed, and the next decision delivers it, too.
                self.talk.error(error)
