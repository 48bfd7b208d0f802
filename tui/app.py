"""The application: which screen is in front, and what concerns all of them."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

from textual.driver import Driver
from textual.reactive import Reactive
from textual.screen import Screen

from tui.commands import JOURNAL, MATRIX, ORGANISATION, READER, ROLES, STEP, TEAM, TODAY, WALK
from tui.screens.beside_app import BesideApp
from tui.screens.frame import Frame
from tui.screens.messages import Go, LanguageSwitched, Overlay, Read, Reveal
from tui.screens.sized import SETTLE, SizedScreen
from tui.screens.today import TodayScreen
from tui.session import Session

_SCREENS = {
    ROLES: "RolesScreen",
    STEP: "StepScreen",
    WALK: "WalkScreen",
    MATRIX: "MatrixScreen",
    JOURNAL: "JournalScreen",
    ORGANISATION: "OrganisationScreen",
    TEAM: "TeamScreen",
}
"""By place, the name of its screen, in the module of ``tui.screens`` that is named like the place; without Today."""

BESIDE = 5.0
"""Seconds between two checks of the files beside the state file: policy, overlay, trust folder."""


class IkuseiApp(BesideApp, inherit_bindings=False):
    """ikusei in a terminal.

    Args:
        session: the open workbook, the language, the marks.
        target: id to show at the start, or empty for Today.
        driver: the driver class, if the terminal needs another than Textual's.
        place: the main screen to begin with, where it isn't Today.
    """

    ENABLE_COMMAND_PALETTE = False
    # The terminal's own sixteen colours: they fit every colour scheme and cost a fifth of the bytes of true colour.
    # It is a default here, because setting the theme later makes Textual read every style sheet again.
    theme: Reactive[str] = Reactive("ansi-dark")
    CSS = """
    Screen { background: ansi_default; color: ansi_default; }
    """

    def __init__(self, session: Session, target: str = "", driver: type[Driver] | None = None, place: str = "") -> None:
        super().__init__(session, driver)
        self._target = target
        self._first = place
        self._history: list[str] = []
        self._place = TODAY
        self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """Today, or the queue for a reviewer: the only screen that a start builds."""
        if self.session.reviewer is not None:
            from tui.screens.review import ReviewScreen  # a trainee's start doesn't need it

            return ReviewScreen(self.session)
        return TodayScreen(self.session)

    def on_ready(self) -> None:
        """Begin with the first run, or with the screen or thing that was asked for."""
        # The objects of the start live until the end; frozen, they aren't looked through by every collection.
        gc.freeze()
        gc.enable()
        if self.session.beside is not None:
            self.set_interval(BESIDE, self.look_beside)
        self.call_later(self.look_at_folder)
        if self.session.reviewer is not None:
            return
        if self._first:
            self.show_place(self._first)
        elif not self.session.book.trainee:
            self._begin()
        elif self._target:
            self.reveal(self._target)
        self.call_later(self.look_at_edition)

    def _begin(self) -> None:
        from tui.screens.start import StartPage  # only the first run needs it

        def begun(done: bool | None) -> None:
            if not done:
                self.exit()
                return
            self.session.revision += 1
            self.session.look_at_current_step()
            self.redraw()

        self.push_screen(StartPage(self.session), begun)

    # -- screens --------------------------------------------------------------------------------------------------

    async def on_key(self) -> None:
        """Hold back a key, and all keys after it, until the screen in front is drawn.

        A user who types ``3`` and at once ``l`` means the screen that ``3`` opens. But Textual has passed the second
        key to the former screen, and it arrives here before the new screen is ready.
        """
        screen = self.screen
        while isinstance(screen, SizedScreen) and screen.is_coming and screen is self.screen and self.failure is None:
            await asyncio.sleep(0)  # its own task draws it

    def show_place(self, place: str, target: str = "") -> None:
        """Bring a main screen to the front, and aim it at *target*; below all of them lies Today."""
        if place != self._place:
            self._history.append(self._place)
            self._switch(place)
        if self.front is not None:
            self.front.aim(target)

    def _switch(self, place: str) -> None:
        if place == self._place:
            return  # a key that is held down asks again before the screen is drawn
        if self.front is not None:
            self.front.tell("")  # a user who comes back later shouldn't find an old message
        if place not in {STEP, WALK}:
            self.session.look_back()
        if place == TODAY:
            self.pop_screen()
            self._place = place
            return
        # A new screen is drawn blank before its widgets know their sizes: waiting makes four frames two.
        self.delay_update(SETTLE)
        if self._place == TODAY:
            self.push_screen(self._make(place))
        else:
            self.switch_screen(self._make(place))
        self._place = place

    def _make(self, place: str) -> Frame:
        # Screens are built, and their modules imported, when they are first seen.
        made = getattr(import_module(f"tui.screens.{place}"), _SCREENS[place])(self.session)
        assert isinstance(made, Frame)  # a test makes every screen
        return made

    def on_go(self, message: Go) -> None:
        """Show a main screen, unless a page has opened above the former one, which has the keys now.

        That happens because a screen may have answered several keys before the app gets the message of the first.
        """
        if self.front is None:
            return
        if message.place == WALK:
            self.session.criterion = message.target
        elif message.place == STEP:
            self._look_at_step(message.target)
        self.show_place(message.place, message.target if message.place == JOURNAL else "")

    def _look_at_step(self, target: str) -> None:
        role, _, number = target.partition(".")
        if number.isdecimal():
            self.session.role, self.session.step = role, int(number)
        elif not self.session.role:
            self.session.look_at_current_step()

    def on_reveal(self, message: Reveal) -> None:
        """Show the thing with this id on the screen where it belongs."""
        if self.front is not None:
            self.reveal(message.target)

    def on_read(self, message: Read) -> None:
        """Show everything about a thing on a page."""
        if self.front is not None:
            self.read(message.target)

    def read(self, target: str) -> None:
        """Show everything about the thing with this id on a page above the screen in front."""
        from tui.screens.reader import ReaderPage  # pages are imported when they are first seen

        self.push_screen(ReaderPage(self.session, target), self._found)

    def reveal(self, target: str) -> None:
        """Show the thing with this id on the screen where it belongs."""
        from tui.workbook.trainee.places import place_of  # only a jump needs it

        spot = place_of(self.session.book.pack, target)
        if spot.place == READER:
            self.read(target)
            return
        if spot.place == STEP:
            self.session.role, self.session.step, self.session.criterion = spot.role, spot.step, spot.criterion
        self.show_place(spot.place, spot.target if spot.place in {ROLES, MATRIX} else "")

    def on_back(self) -> None:
        """Return to the previous screen; from the first one, leave if the user is no trainee."""
        if self.front is None:
            return
        place = self._history.pop() if self._history else TODAY
        if place == TODAY and not self._history and not self.session.book.trainee:
            self.exit()
            return
        self._switch(place)
        self.redraw()

    def on_language_switched(self, _: LanguageSwitched) -> None:
        """Draw in the other language."""
        self.redraw()
        self.tell_trouble()

    def on_overlay(self, message: Overlay) -> None:
        """Show a page above the screen in front."""
        frame = self.front
        if frame is None:
            return
        if message.page == "help":
            from tui.screens.help import HelpPage  # pages are imported when they are first seen

            self.push_screen(HelpPage(self.session, frame.PLACE), lambda _: frame.redraw())
            return
        if message.page == "changes" and self.session.pending is not None:
            from tui.screens.changes import ChangesPage

            self.push_screen(ChangesPage(self.session, self.session.pending), self._looked)
            return
        if message.page == "terms":
            from tui.screens.terms import TermsPage

            self.push_screen(TermsPage(self.session, frame.text_shown()), lambda _: frame.redraw())
            return
        from tui.screens.finder import FinderPage, command_source, pack_rows

        if message.page == "find":
            self.push_screen(FinderPage(self.session, "screens.find.title", pack_rows), self._found)
        else:
            possible = [each for each in frame.possible() if each.bar or each.id.startswith("go.")]
            source = command_source(possible)
            actions = {command.id: command.action for command in possible}
            self.push_screen(FinderPage(self.session, "screens.palette.title", source), self._runner(frame, actions))

    def _looked(self, _: None) -> None:
        self.session.revision += 1
        self.redraw()

    def _found(self, target: str | None) -> None:
        if target and self.front is not None:
            self.reveal(target)
        else:
            self.redraw()

    def _runner(self, frame: Frame, actions: dict[str, str]) -> Callable[[str | None], None]:
        def run(command: str | None) -> None:
            frame.redraw()
            if command:
                self.call_later(frame.run_action, actions[command])

        return run

    # -- the world outside ----------------------------------------------------------------------------------------

    def show_news(self) -> None:
        """Draw again, but not during the first run, when a page asks who the user is."""
        if self._place == TODAY and not self.session.book.trainee and self.session.reviewer is None:
            return
        self.redraw()

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Give the terminal to an editor or ssh-keygen; unlike Textual's own, it comes back after an error, too."""
        aside = super().suspend()
        aside.__enter__()
        try:
            yield
        finally:
            aside.__exit__(None, None, None)
