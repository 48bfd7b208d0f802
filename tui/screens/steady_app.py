"""The application as far as things go wrong: it goes on, says what is wrong, and keeps what is being typed."""

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
"""Seconds between two attempts to keep what couldn't be kept, or to read what couldn't be read."""


class SteadyApp(Unbroken, ReadApp, inherit_bindings=False):
    """Stays when the journal can't be written or read.

    Args:
        session: what the screens share.
        driver: the driver class, where the terminal needs a translating one.
    """

    def __init__(self, session: Session, driver: type[Driver] | None) -> None:
        super().__init__(driver_class=driver)
        self.session = session
        self._retry: Timer | None = None
        with suppress(JournalError):  # locked since it was opened: what can't be read is told when it is asked for
            session.book.journal.remember()
        self.failure: Exception | None = None
        """The mistake of the program that ended the screen."""

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands, by which an input method opens: in the field that is typed into.

        Textual notes it when a field is focused, before it is laid out.
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
        """Stand still for nobody, and be told what becomes of what is written in the background."""
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
        """Nobody looks any more."""
        self.session.book.journal.keeping.on_attempt = lambda: None
        memory = self.session.book.journal.memory
        if memory is not None:
            memory.on_trouble = lambda: None

    def tell_trouble(self) -> None:
        """Show what can't be kept or read, and try again until it can."""
        standing = self.session.standing()
        if isinstance(self.screen, SizedScreen) and self.screen.is_made:
            self.screen.stand(standing)
        if self.session.has_trouble and self._retry is None:
            self._retry = self.set_interval(RETRY, self.try_again)
        elif not self.session.has_trouble and self._retry is not None:
            self._retry.stop()
            self._retry = None

    def try_again(self) -> None:
        """Keep what waits and draw what couldn't be read, without waiting for anybody: somebody may be typing."""
        journal = self.session.book.journal
        with journal.waiting(0):
            journal.keeping.try_again(0)
            before = self.session.behind
            if before is not None and self.session.look_again() and isinstance(self.screen, SizedScreen):
                self.screen.redraw()
                self._still_since(before.since)
        self.tell_trouble()

    def _still_since(self, since: int) -> None:
        """Where a part of the journal still can't be read, that lasts since the first time."""
        memory = self.session.book.journal.memory
        if memory is not None and memory.trouble is not None:
            memory.trouble = Trouble(since, memory.trouble.error)

    def _handle_exception(self, error: Exception) -> None:
        """Where Textual brings what no handler, widget, worker or thread caught.

        What the user can mend is told, and the screen stays. Anything else is a mistake of the program: what is being
        typed is kept, and the screen is left.
        """
        if not isinstance(error, IkuseiError) or not isinstance(self.screen, SizedScreen):
            self._end_with(error)
        elif isinstance(error, JournalError) and is_passing(error):
            self.screen.tell(self.session.say("screens.not_now"), "bad")
            self.tell_trouble()
        else:
            self.screen.tell_error(error)

    def _end_with(self, error: Exception) -> None:
        """Leave without Textual's traceback, which would print the values of variables: they are what people wrote."""
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
        """Save what is being typed and go: the line was cut or the system wants us gone."""
        self._keep_typed()
        self.exit()
