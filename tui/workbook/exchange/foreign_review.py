"""Reviewing what stands in somebody else's file: the decisions go into the reviewer's own journal.

All faces call these functions, so that a trainee's file leads to the same records from the screen and from a verb.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace

from tui.errors import BundleError
from tui.journal.bundle.header import NO_WRITERS, Selection
from tui.journal.bundle.holding import Held
from tui.journal.bundle.known import ends, speaks_of, spoken_of, words
from tui.journal.bundle.preview import Preview
from tui.journal.bundle.writing import waiting_bundle
from tui.journal.finding import Finding
from tui.journal.journal import Journal
from tui.journal.looking import Tell, is_up_to_date, left_out, read_again
from tui.record import record
from tui.workbook.exchange.intake import require_somebodys, take_in
from tui.workbook.exchange.intake_words import held_fields
from tui.workbook.setup.opening import authority_of, person_of
from tui.workbook.setup.settings import Settings
from tui.workbook.standings.workbook import Workbook


def review_foreign(book: Workbook, settings: Settings, brings: Callable[[Preview], None] = lambda _: None) -> Workbook:
    """Open the reviewer's own journal, to review the trainees of *book* there.

    What *book* has and the own journal hasn't is checked like a bundle, and taken in. Nothing is taken in that is about
    the reviewer: the file's owner could sign the reviewer's own STEPs with it.

    Args:
        book: somebody else's file, open for reading.
        settings: where the files of *book* and of the reviewer lie.
        brings: is called with what comes in.

    Raises:
        BundleError: something in *book* isn't as it was written.
        UsageError: the reviewer hasn't said who they are in their own journal.
        JournalError: the own journal can't be opened or written.
    """
    with ExitStack() as stack:
        journal = stack.enter_context(Journal.open(settings.own, marks=settings.marks))
        require_somebodys(journal)
        authority = authority_of(settings, journal, book.policy)
        journal.joined = lambda: authority.joined
        about = _take_over(book, journal, brings)
        of = (journal, book.pack, book.policy, book.trainee, book.given_day)
        own = Workbook(*of, authority=authority, about=about, since=journal.stamp())
        stack.pop_all()
    return own


@record
class ForeignReview:
    """A review that is open on somebody else's file, and goes on when its owner has written.

    Args:
        mine: the reviewer's own journal, which gets the decisions.
        theirs: the trainee's file, open for reading.
    """

    mine: Workbook
    theirs: Workbook

    @property
    def has_news(self) -> bool:
        """Whether the owner has written to the file since it was read; only the file's time stamp is looked at."""
        return not is_up_to_date(self.theirs.journal)

    def read(self, tell: Tell) -> None:
        """Read what is new in the file into the reviewer's cache. It may be slow, and may run in any thread.

        Raises:
            JournalError: it can't be read now.
        """
        journal = self.theirs.journal
        read_again(journal, tell)

    def take_over(self, brings: Callable[[Preview], None] = lambda _: None) -> tuple[Finding, ...]:
        """Take what was read into the reviewer's journal; return the findings that are new, of rows that were left out.

        Args:
            brings: is called with what comes in.

        Raises:
            BundleError: something in it isn't as it was written.
            JournalError: one's own journal can't be written.
        """
        self.mine.about = _take_over(self.theirs, self.mine.journal, brings)
        journal = self.theirs.journal
        before, journal.problems = journal.problems, left_out(journal)
        return tuple(each for each in journal.problems if each not in before)


def _take_over(book: Workbook, journal: Journal, brings: Callable[[Preview], None]) -> frozenset[str]:
    """Take in what is new.

    First only events after the ends of the known chains are asked for. Where a chain has forked that isn't enough, and
    everything is.

    Returns:
        ids of the trainees whose claims may be reviewed.

    Raises:
        BundleError: the bundle is refused; or its trainee may be another person than the one known under that id:
            whoever looked at this file would decide on the other person's claims.
    """
    theirs = book.journal
    trainees = frozenset(theirs.trainees())
    selection = Selection()
    if speaks_of(theirs, person_of(journal)):
        others = spoken_of(theirs, but=person_of(journal))
        if not others:
            return trainees
        selection = Selection(trainees=tuple(others))
    told: tuple[Held, ...] = ()
    # Events of the reviewer's own chain never come in. They are left out of the comparison in the second round,
    # or the file would seem to have news for ever.
    for known, passing in ((ends(journal), ""), (NO_WRITERS, journal.own_writer)):
        if words(theirs, passing) <= words(journal, passing):
            break
        pack = (book.pack.id, book.pack.version)
        with waiting_bundle(theirs, pack=pack, selection=selection, known=known) as (_, file):
            found = take_in(journal, file, None).found
        for each in found.held:
            if each.person == book.trainee:
                raise BundleError("bundle.held", 0, **held_fields(found, each))
        brings(replace(found, held=tuple(each for each in found.held if each not in told)))
        told += found.held
    return trainees - {each.person for each in told}
