"""The part of a screen with which a mentor decides: the questions, the signing, and the message afterwards."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Final

from tui.errors import IkuseiError
from tui.journal.review import Verdict
from tui.screens.two_panes import TwoPanes
from tui.session import Session
from tui.text.clean import one_line
from tui.text.line import Span, clip, flat_text
from tui.workbook.mentor.reviewing import Waiting, comment, confirm_all, decide
from tui.workbook.mentor.signoff import Signable, declaration, sign
from tui.workbook.setup.reviewer import Reviewer

NAME_ROOM: Final = 20
"""Cells of a person's name in a question: the answer stands on the same line."""


class DecidingFrame(TwoPanes):
    """A screen on which claims are decided and STEPs are signed; a subclass says which are shown."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._waiting: dict[str, Waiting] = {}
        self._shown: dict[str, Waiting] = {}
        self._steps: dict[str, Signable] = {}
        self._marked: set[str] = set()

    @property
    def reviewer(self) -> Reviewer:
        """The reviewer who uses this screen."""
        assert self.session.reviewer is not None  # this screen opens for a reviewer only
        return self.session.reviewer

    def action_mark(self, everything: int = 0) -> None:
        """Mark the claim for a bulk confirm, or unmark it; with *everything*, mark or unmark all that are shown."""
        if everything:
            # Claims that need a look of their own are left out: one of them would make the bulk confirm refuse all.
            possible = {key for key, each in self._shown.items() if not each.bulk_refusal}
            self._marked = set() if self._marked >= possible else possible
            left = len(self._shown) - len(possible)
            self.redraw()
            if left:
                self.tell(self.session.say("screens.review.not_marked", count=left), "strong")
            return
        self._marked ^= {self.index.key}
        self.redraw()
        self.index.move(1)
        self.follow()

    async def action_confirm(self) -> None:
        """Confirm the claim under the cursor, with an optional comment."""
        await self._ask_for(Verdict.CONFIRMED, "screens.review.confirm_ask", "screens.review.confirmed_now")

    async def action_send(self) -> None:
        """Return the claim under the cursor; the field for the reason is empty, since mentors use their own words."""
        await self._ask_for(Verdict.RETURNED, "screens.review.return_ask", "screens.review.returned_now")

    async def _ask_for(self, verdict: Verdict, question: str, done: str) -> None:
        """Ask for the comment or reason of a decision on the claim under the cursor, and make the decision.

        The decision is about the claim as the screen showed it when the question was asked. If the claim has changed
        since, it is drawn anew and the question stays open: the next answer is about the claim as it is then.
        """
        key = self.index.key
        shown = self._waiting[key]

        def answered(text: str) -> None:
            nonlocal shown
            with self.writing():
                with self.signing(shown):
                    decide(shown, self.reviewer, verdict, text)
                self._tell_done(done, shown)
            if self._has_refused:
                self.session.revision += 1
                self.redraw()
                shown = self._waiting.get(key, shown)

        with self.opening():
            await self.ask(self.session.say(question, **self._of_whom(shown)), "", answered)

    async def action_comment(self) -> None:
        """Comment on the claim under the cursor without deciding."""
        waiting = self._waiting[self.index.key]

        def answered(text: str) -> None:
            with self.writing():
                comment(waiting, self.reviewer, text)
                self._tell_done("screens.review.commented_now", waiting)

        with self.opening():
            await self.ask(self.session.say("screens.review.comment_ask", **self._of_whom(waiting)), "", answered)

    async def action_sign(self) -> None:
        """Sign the STEP under the cursor; out of order, with a reason."""
        signable = self._steps[self.index.key]
        text = declaration(signable, self.session.lang)

        def answered(reason: str) -> None:
            with self.writing():
                with self.signing(signable):
                    sign(signable, self.reviewer, text, reason)
                done = {"trainee": signable.book.label, "number": signable.step.number}
                self.tell(self._with_delivery(self.session.say("screens.sign.done", **done)))

        key = "screens.sign.ask_exception" if signable.earlier else "screens.sign.ask"
        about = {"trainee": clipped(signable.book.label), "item": signable.step.id}
        with self.opening():
            await self.ask(self.session.say(key, **about), "", answered)

    def action_bulk(self) -> None:
        """Confirm every marked claim; none, if one of them needs a look of its own."""
        chosen = [each for key, each in self._waiting.items() if key in self._marked]
        with self.writing():
            with self.signing(*chosen):
                count = confirm_all(chosen, self.reviewer)
            self._marked.clear()
            self.tell(self._with_delivery(self.session.say("screens.review.bulk_done", count=count)))

    def signing(self, *what: Waiting | Signable) -> AbstractContextManager[None]:
        """A block that signs *what*; the screen is left meanwhile if ssh-keygen asks for a passphrase or a touch."""
        signer = self.reviewer.signer
        if signer is None or not signer.needs_terminal:
            return nullcontext()
        return self._aside(signer.name, what)

    @contextmanager
    def _aside(self, key: str, what: Sequence[Waiting | Signable]) -> Iterator[None]:
        with self.app.suspend():
            for number, each in enumerate(what, 1):
                item = each.view.criterion.id if isinstance(each, Waiting) else each.step.id
                about = {"number": number, "of": len(what), "trainee": each.book.label, "item": item}
                sys.stderr.write(f"{one_line(self.session.say('screens.review.signing_what', **about))}\n")
            sys.stderr.write(f"{self.session.say('screens.review.signing', name=key)}\n")
            sys.stderr.flush()
            yield

    def _of_whom(self, waiting: Waiting) -> dict[str, str]:
        """The fields of a question: trainee and criterion, short enough to leave room for the answer."""
        return {"trainee": clipped(waiting.book.label), "item": waiting.view.criterion.id}

    def _tell_done(self, key: str, waiting: Waiting) -> None:
        name = waiting.view.criterion.name.of(self.session.lang)
        self.tell(self._with_delivery(self.session.say(key, name=name, trainee=waiting.book.label)))

    def _with_delivery(self, done: str) -> str:
        """The message *done*, and how the decision gets to the trainee if it is their file that is reviewed."""
        if self.session.deliver is None:
            return done
        try:
            return f"{done}  {self.session.deliver(self.session.lang)}"
        except IkuseiError as error:
            # The decision is kept; only its delivery failed. The next decision is delivered together with it.
            return f"{done}  {self.session.say(error.key, **error.fields)}"


def clipped(name: str) -> str:
    """*name* cut so that there is room for the text beside it."""
    return flat_text(clip((Span(name),), NAME_ROOM))
