"""The part of a main screen for when its content can't be read: it says so, and no key acts on what isn't shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual import events
from textual.widget import Widget

from tui.commands import commands_of
from tui.errors import IkuseiError, JournalError
from tui.journal.failure import is_passing
from tui.screens.sized import BLIND, SizedScreen
from tui.session import Session
from tui.widgets.canvas import Canvas

ASKS_NOTHING = BLIND | {"find", "help", "language", "palette", "terms", "turn", "view"}
"""Actions that need nothing that is shown on the screen."""
WAYS_OUT = ("escape", "ctrl+g")
"""Keys that close a form."""
ALWAYS = frozenset(("title", "status", "keys", "instead"))
"""Ids of the widgets that every main screen has; all others are its body."""


class Unread(SizedScreen[None], inherit_bindings=False):
    """Shows one sentence in place of a body that can't be read, and ignores keys meant for a form that didn't open.

    Args:
        session: what the screens share.
    """

    PLACE: ClassVar[str] = ""
    DEFAULT_CSS = """
    Unread.-unread > #instead { display: block; margin: 1 0 0 1; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.is_unread = False
        """Whether a sentence stands where the body belongs."""
        self.is_held = False
        """Whether a form couldn't be opened, so that keys typed for it must not be taken for commands."""
        self._hidden: list[Widget] = []

    # -- the page -------------------------------------------------------------------------------------------------

    def show_unread(self) -> None:
        """Show a sentence instead of the body."""
        self.is_unread, self.is_drawn = True, False
        self._hidden = [each for each in self.children if each.id not in ALWAYS and each.display]
        for each in self._hidden:
            each.display = False
        self.set_class(True, "-unread")
        text = self.session.say("screens.unread")
        self.query_one("#instead", Canvas).show(list(self.session.pen(self.app.size.width - 3).paragraph(text)))

    def show_body(self) -> None:
        """Show the body again, where a sentence stood in its place."""
        if not self.is_unread:
            return
        self.is_unread = False
        self.set_class(False, "-unread")
        for each in self._hidden:
            each.styles.clear_rule("display")
        self._hidden = []
        self.refresh(layout=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """On an unread screen only actions that need nothing on it are possible."""
        return super().check_action(action, parameters) or (self.is_unread and action in ASKS_NOTHING)

    # -- what is typed --------------------------------------------------------------------------------------------

    @property
    def typing(self) -> bool:
        """Whether keys are text, not commands."""
        return self.is_held

    def tell_keys(self) -> None:
        """Show the keys of the commands that are possible now."""
        raise NotImplementedError

    @contextmanager
    def opening(self) -> Iterator[None]:
        """A block that opens a form or a question; if it fails, the error is shown and only Escape is taken.

        Users go on typing right after the key that opens a form: these keys must not tick, claim or undo anything.
        """
        try:
            yield
        except IkuseiError as error:
            self._hold(error)

    def _hold(self, error: IkuseiError | None) -> None:
        self.is_held = True
        self.tell_keys()
        if error is None or (isinstance(error, JournalError) and is_passing(error)):
            self.tell(self.session.say("screens.not_opened"), "bad")
        else:
            self.tell_error(error)

    def on_key(self, event: events.Key) -> None:
        """Let keys act again after Escape; on an unread screen, hold back what follows the key of a writing command."""
        if self.is_held:
            if event.key in WAYS_OUT:
                event.stop()
                self.is_held = False
                self.tell("")
                self.tell_keys()
        elif self.is_unread and not self.session.read_only and event.key in self._writing_keys:
            event.stop()
            self._hold(None)

    @property
    def _writing_keys(self) -> frozenset[str]:
        return frozenset(key for each in commands_of(self.PLACE) if each.writes for key in each.keys)
