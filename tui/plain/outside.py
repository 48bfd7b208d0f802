"""What others write while a conversation goes on: it is looked for before each prompt, and told in a sentence."""

from __future__ import annotations

from typing import Final

from tui.errors import IkuseiError, JournalError
from tui.plain.talk import Talk
from tui.session import Session
from tui.workbook.exchange.inbox import has_files

FILES: Final = 5
"""How many files of the drop folder are told one by one."""


class Outside:
    """Watches the journal, the drop folder, the reviewed file, and the files beside the state file.

    Args:
        session: what the places share.
        talk: the conversation.
    """

    def __init__(self, session: Session, talk: Talk) -> None:
        self._session, self._talk = session, talk
        self._stayed: tuple[str, ...] = ()
        self._distrust = ""
        self._failed_with = ""

    def begin(self) -> None:
        """Tell what the start has found: warnings, what came in, a new edition, a trust folder that doesn't count."""
        self._tell_notices()
        self._tell_stayed()
        try:
            self._look_at_folder()
            self._look_at_edition()
        except IkuseiError as error:
            self._talk.error(error)
        self._tell_distrust()

    def look(self) -> None:
        """Look at everything, and tell what is new.

        Raises:
            IkuseiError: something can't be read.
        """
        self._look_at_journal()
        self._look_into_inbox()
        self._look_at_theirs()
        if self._session.look_beside():
            self._talk.line(self._session.say("screens.read_again"))
            self._look_at_folder()
        self._tell_distrust()
        self._tell_notices()
        standing = self._session.standing() if self._session.has_trouble else ""
        if standing:
            self._session.book.journal.keeping.try_again()
            self._talk.line(standing)

    def _look_at_journal(self) -> None:
        journal = self._session.book.journal
        if journal.changed_elsewhere():
            self._session.revision += 1
            self._talk.line(self._session.say("plain.written_elsewhere"))
        if journal.is_replaced:
            raise JournalError("screens.replaced", path=journal.path)

    def _look_into_inbox(self) -> None:
        folder, journal = self._session.inbox, self._session.book.journal
        if folder is None or not (has_files(folder) or self._session.stayed):
            return
        from tui.workbook.exchange.inbox_intake import receive  # only needed when something has come

        came, self._session.stayed = receive(journal, folder, self._session.lang)
        if came:
            self._session.revision += 1
            self._talk.line(came)
        self._tell_stayed()

    def _look_at_theirs(self) -> None:
        foreign_review = self._session.foreign_review
        if foreign_review is None or not foreign_review.has_news:
            return
        before = self._session.book.journal.stamp()
        try:
            foreign_review.read(lambda _count: None)
            problems = foreign_review.take_over()
        except IkuseiError as error:
            if error.key != self._failed_with:
                self._talk.error(error)
            self._failed_with = error.key
            return
        self._failed_with = ""
        if self._session.book.journal.stamp() != before:
            self._session.revision += 1
            self._talk.line(self._session.say("plain.written_elsewhere"))
        for problem in problems:
            self._talk.line(self._session.say(problem.key, **problem.fields))

    def _look_at_folder(self) -> None:
        self._session.book.authority.folder  # noqa: B018 - reading the property opens the folder

    def _look_at_edition(self) -> None:
        from tui.workbook.trainee.editions import is_new_edition, pending  # most starts have the same edition

        book = self._session.book
        if self._session.reviewer is not None or not book.trainee or not is_new_edition(book):
            return
        self._session.pending = pending(book)
        if self._session.pending is not None:
            self._talk.line(self._session.say("screens.changes.found", count=self._session.pending.left))

    def _tell_notices(self) -> None:
        for notice in self._session.notices:
            self._talk.line(notice)
        self._session.notices.clear()

    def _tell_stayed(self) -> None:
        names = tuple(str(path) for path, _ in self._session.stayed)
        if names and names != self._stayed:
            self._talk.line(self._session.say("transport.inbox.heading"))
            for path, error in self._session.stayed[:FILES]:
                why = self._session.say(error.key, **error.fields)
                self._talk.line(self._session.say("transport.inbox.why", name=path.name, why=why))
        self._stayed = names

    def _tell_distrust(self) -> None:
        distrust = self._session.distrust
        if distrust and distrust != self._distrust:
            self._talk.line(distrust)
        self._distrust = distrust
