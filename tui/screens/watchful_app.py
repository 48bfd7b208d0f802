"""The part of the application that notices what others write: to the journal, the inbox, the file under review."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tui.errors import IkuseiError, JournalError
from tui.journal.failure import is_passing
from tui.journal.notice import ArrivalNotice, CommitNotice, Notice
from tui.journal.place import network_type
from tui.screens.frame import Frame
from tui.screens.steady_app import SteadyApp
from tui.workbook.exchange.inbox import has_files

if TYPE_CHECKING:
    from tui.journal.bundle.preview import Preview

WATCH = 2.0
"""Seconds between two looks, on systems without notices of changes, and where another machine may write."""

CLOCK = 60.0
"""Seconds between two looks at the clock; a single timer until midnight would be late after a laptop was closed."""


class _HasLeft(Exception):  # noqa: N818 - nothing has gone wrong: it ends a thread
    """Raised in a reading thread to end it, because the app has been left."""


class WatchfulApp(SteadyApp, inherit_bindings=False):
    """Shows changes by others without being asked."""

    _notices: tuple[Notice, ...] = ()
    _is_reading = False
    _day: date | None = None
    _has_left = False
    _failed_with = ""
    """Key of the last error in reading the file under review: it is shown once, while reading is tried again."""
    _told_of_it = ""
    """The message of that error: it is removed once the file can be read."""

    def on_ready(self) -> None:
        """Subscribe to the system's notices of changes; without these, look at intervals."""
        journal = self.session.book.journal
        self._watch(None if journal.warnings else CommitNotice.of(journal.path), self.look_elsewhere)
        self.set_interval(CLOCK, self.look_at_clock)
        inbox = self.session.inbox
        if inbox is not None:
            is_told = not journal.warnings and not network_type(inbox.parent)
            self._watch(ArrivalNotice.of(inbox) if is_told else None, self.look_into_inbox)
            if not self.session.stayed:
                self.look_into_inbox()  # for files that have come since the start looked
        foreign_review = self.session.foreign_review
        if foreign_review is not None:
            path = foreign_review.theirs.journal.path
            self._watch(None if network_type(path) else CommitNotice.of(path), self.look_at_theirs)
            self.look_at_theirs()  # for events that its owner has written since it was opened

    def _watch(self, notice: Notice | None, look: Callable[[], None]) -> None:
        if notice is None:
            self.set_interval(WATCH, look)
            return

        def told() -> None:
            if notice.is_news():
                self.call_later(look)

        asyncio.get_running_loop().add_reader(notice.descriptor, told)
        self._notices += (notice,)

    def on_unmount(self) -> None:
        """Stop watching."""
        self._has_left = True
        for notice in self._notices:
            asyncio.get_running_loop().remove_reader(notice.descriptor)
            notice.close()
        self._notices = ()

    def show_news(self) -> None:
        """Draw again after somebody else has written."""
        raise NotImplementedError

    def say_news(self, text: str) -> None:
        """Show what has come; while a page is open, that waits until the main screen is in front again."""
        self.session.revision += 1
        self.show_news()
        if self.front is not None:
            self.front.tell(text)
        else:
            self.session.notices.append(text)

    # -- the clock ------------------------------------------------------------------------------------------------

    def look_at_clock(self) -> None:
        """Draw again when the day has changed: deadlines, recent entries and the way dates are shown depend on it."""
        if self.session.day != self._day:
            self._day = self.session.day
            self.show_news()

    # -- one's own journal ----------------------------------------------------------------------------------------

    def look_elsewhere(self) -> None:
        """Draw again if another process has written to the journal."""
        if self.session.book.journal.changed_elsewhere():
            self.session.revision += 1
            self.show_news()
        self._tell_if_replaced()

    def _tell_if_replaced(self) -> None:
        """Show an error if the journal's file was replaced by a backup: then the screen shows the old file."""
        journal = self.session.book.journal
        if journal.is_replaced and isinstance(self.screen, Frame):
            self.screen.tell_error(JournalError("screens.replaced", path=journal.path))

    # -- the drop folder ------------------------------------------------------------------------------------------

    def look_into_inbox(self) -> None:
        """Take in the bundles in the inbox, and say what came; files that aren't taken in are listed on Today."""
        folder, journal, authority = self.session.inbox, self.session.book.journal, self.session.book.authority
        if folder is None or not (has_files(folder) or self.session.stayed):
            return
        if self.session.behind is not None:  # the files are still there when it can be read
            self.set_timer(WATCH, self.look_into_inbox)
            return
        from tui.workbook.exchange.inbox_intake import receive  # before something comes, nobody needs it

        try:
            came, stayed = receive(journal, folder, self.session.lang, lambda: authority.names)
        except JournalError as error:
            # The files are still there. After a passing error this is tried again, without a message.
            if is_passing(error):
                self.set_timer(WATCH, self.look_into_inbox)
                return
            came, stayed = "", ((folder, error),)
        is_same = [path for path, _ in stayed] == [path for path, _ in self.session.stayed]
        self.session.stayed = stayed
        if came:
            self.say_news(came)
        elif not is_same:
            self.session.revision += 1
            self.show_news()

    # -- the file that is reviewed --------------------------------------------------------------------------------

    def look_at_theirs(self) -> None:
        """Read new events of the file under review in the background, so that keys are still handled."""
        foreign_review = self.session.foreign_review
        if foreign_review is None or self._is_reading:
            return
        if not foreign_review.has_news:
            self._take_failure_back()
            return
        self._is_reading = True
        self.run_worker(self._read_theirs(), exit_on_error=False)

    def _take_failure_back(self) -> None:
        """Remove the error about the file under review: it can be read again, or is as it was when it was read."""
        if self._failed_with and self.front is not None:
            self.front.status_line.take_back(self._told_of_it)
        self._failed_with = ""

    async def _read_theirs(self) -> None:
        foreign_review = self.session.foreign_review
        assert foreign_review is not None  # look_at_theirs has asked

        def tell(_count: int) -> None:
            if self._has_left:
                raise _HasLeft

        before = self.session.book.journal.stamp()
        brought: list[Preview] = []
        try:
            await asyncio.to_thread(foreign_review.read, tell)
            problems = foreign_review.take_over(brought.append)
        except _HasLeft:
            return
        except IkuseiError as error:
            if error.key != self._failed_with and self.front is not None:
                self._told_of_it = self.session.say(error.key, **error.fields)
                self.front.tell(self._told_of_it, "bad")
            self._failed_with = error.key
            return
        finally:
            self._is_reading = False
        self._take_failure_back()
        if self.session.book.journal.stamp() != before:
            self.session.revision += 1
            self.show_news()
        if self.front is not None:
            from tui.workbook.exchange.intake_words import warnings_of  # most look at their own journal

            for problem in problems:
                self.front.tell(self.session.say(problem.key, **problem.fields), "bad")
            names = foreign_review.mine.authority.names if brought else {}
            for sentence in (
                each for found in brought for each in warnings_of(found.known_as(names), self.session.lang)
            ):
                self.front.tell(sentence, "bad")
        if foreign_review.has_news:
            self.call_later(self.look_at_theirs)
