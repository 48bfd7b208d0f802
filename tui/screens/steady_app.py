"""The part of the application that handles trouble: it goes on, says what is wrong, and keeps what is being typed."""

from __future__ import annotations

from contextlib import suppress

from textual.driver import Driver
from textual.geometry import Offset
from textual.timer import Timer

from tui.errors import IkuseiError, JournalError
from tui.journal.failure import is_passing
from tui.journal.trouble import Trouble
from tui.screens.frame import Frame
from tui.screens.logging_frame import LoggingFrame
from tui.screens.sized import SizedScreen
from tui.screens.unbroken import Unbroken
from tui.session import Session
from tui.terminal.one_read import ReadApp

RETRY = 1.0
"""Seconds between two attempts to write or read after a failure."""


class SteadyApp(Unbroken, ReadApp, inherit_bindings=False):
    """An application that goes on when the journal can't be written or read.

    Args:
        session: what the screens share.
        driver: the driver class, where the terminal needs a translating one.
    """

    def __init__(self, session: Session, driver: type[Driver] | None) -> None:
        super().__init__(driver_class=driver)
        self.session = session
        self._retry: Timer | None = None
        with suppress(JournalError):  # locked since it was opened: the screens report what they can't read
            session.book.journal.remember()
        self.failure: Exception | None = None
        """The mistake of the program that ended the screen."""

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands: in the focused field, because an input method opens its window there.

        Textual computes it when a field gets the focus, which is before the field is laid out.
        """
        field = self.focused if self.is_running else None
        if field is None:
            return self._cursor_was_put
        place: Offset = getattr(field, "cursor_screen_offset", field.content_region.offset)
        return place

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._cursor_was_put = place

    @property
    def front(self) -> Frame | None:
        """The main screen in front, if one is."""
        return self.screen if isinstance(self.screen, Frame) else None

    def on_ready(self) -> None:
        """Wait less for other processes, and subscribe to the results of writes in the background."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))  # the shell has drawn over it
        self.session.book.journal.hurry()
        self.session.book.journal.keeping.on_attempt = self.tell_trouble
        memory = self.session.book.journal.memory
        if memory is not None:
            memory.on_trouble = self._hear_of_trouble
        if self.session.has_trouble:
            self.tell_trouble()

    def _hear_of_trouble(self) -> None:
        self.call_later(self.tell_trouble)  # something is being drawn

    def on_unmount(self) -> None:
        """Unsubscribe from the journal."""
        self.session.book.journal.keeping.on_attempt = lambda: None
        memory = self.session.book.journal.memory
        if memory is not None:
            memory.on_trouble = lambda: None

    def tell_trouble(self) -> None:
        """Show what can't be written or read, and try again until it can."""
        standing = self.session.standing()
        if isinstance(self.screen, SizedScreen) and self.screen.is_made:
            self.screen.stand(standing)
        if self.session.has_trouble and self._retry is None:
            self._retry = self.set_interval(RETRY, self.try_again)
        elif not self.session.has_trouble and self._retry is not None:
            self._retry.stop()
            self._retry = None

    def try_again(self) -> None:
        """Write what waits and draw what couldn't be read, without waiting for others: the user may be typing."""
        journal = self.session.book.journal
        with journal.waiting(0):
            journal.keeping.try_again(0)
            before = self.session.behind
            if before is not None and self.session.look_again() and isinstance(self.screen, SizedScreen):
                self.screen.redraw()
                self._still_since(before.since)
        self.tell_trouble()

    def _still_since(self, since: int) -> None:
        """Where reading still fails, keep the time of the first failure."""
        memory = self.session.book.journal.memory
        if memory is not None and memory.trouble is not None:
            memory.trouble = Trouble(since, memory.trouble.error)

    def _handle_exception(self, error: Exception) -> None:
        """Textual calls this with any exception that nothing else has caught.

        An error that the user can mend is shown, and the screen stays. Anything else is a mistake of the program: what
        is being typed is kept, and the screen is left.
        """
        if not isinstance(error, IkuseiError) or not isinstance(self.screen, SizedScreen):
            self._end_with(error)
        elif isinstance(error, JournalError) and is_passing(error):
            self.screen.tell(self.session.say("screens.not_now"), "bad")
            self.tell_trouble()
        else:
            self.screen.tell_error(error)

    def _end_with(self, error: Exception) -> None:
        """Leave without Textual's traceback: it prints the values of variables, which may hold people's notes."""
        self._return_code = 1
        if self.failure is not None:
            return
        self.failure = error
        self._close_messages_no_wait()
        with suppress(IkuseiError):  # the first error is the one to tell
            self._keep_typed()
        self._exception = error  # Textual's tests look here
        self._exception_event.set()

    def _keep_typed(self) -> None:
        for screen in self.screen_stack if self.is_running else ():
            if isinstance(screen, LoggingFrame):
                screen.keep_draft()

    def leave(self) -> None:
        """Save what is being typed and exit: the line was cut, or the system asks the process to end."""
        self._keep_typed()
        self.exit()
