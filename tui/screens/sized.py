"""Screens that show a message where the terminal is too small for them."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

from tui.errors import IkuseiError
from tui.screens.unbroken import Unbroken
from tui.session import Session
from tui.widgets.bars import StatusLine
from tui.widgets.canvas import Canvas

SMALLEST = (40, 10)
"""Fewest columns and rows; a smaller terminal shows only a sentence."""

THREE_PANES = 110
"""Fewest columns with a third pane at the right, so that a wide terminal isn't left empty."""
ASIDES = (36, 66)
"""Fewest and most columns of the third pane; on 120 columns it leaves the other panes as much as they have on 80."""
SETTLE = 0.01
"""Seconds for which a new screen is laid out before it is shown."""

BLIND = frozenset({"back", "cancel", "go", "quit", "suspend"})
"""Actions that need nothing on the screen: the ways out."""

Result = TypeVar("Result")


class SizedScreen(Unbroken, Screen[Result], inherit_bindings=False):
    """A screen with a canvas ``#instead`` that is shown in its place where it can't be drawn.

    Args:
        session: what the screens share.
    """

    # "", not None: with None Textual takes the app's setting, which focuses the first field, even a hidden one.
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    SizedScreen {
        & > #instead { display: none; }
        &.-tiny > * { display: none; }
        &.-tiny > #instead { display: block; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.is_coming = True
        """Whether it has yet to be drawn for the first time."""
        self.is_drawn = False
        """Whether the screen shows what its keys act on."""
        self._told_early = ("", "")

    @property
    def is_made(self) -> bool:
        """Whether the widgets exist; Textual's ``is_mounted`` is True only after ``on_mount``."""
        return self.is_mounted or bool(self.query("#keys"))

    def redraw(self) -> None:
        """Draw everything anew."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Show the message that came while the screen was being made; runs after the subclass has drawn."""
        if self._told_early[0]:
            self.tell(*self._told_early)
        if self.session.has_trouble:
            self.stand(self.session.standing())

    def on_screen_resume(self) -> None:
        """Show a lasting problem, including one that began while another screen was in front."""
        if self.is_mounted:
            self.stand(self.session.standing())

    @property
    def status_line(self) -> StatusLine:
        """The line for messages about what just happened."""
        return self.query_one("#status", StatusLine)

    def tell(self, text: str, style: str = "") -> None:
        """Show what just happened; a screen that is still being made shows it later."""
        if self.is_made:
            self.status_line.say(text, style)
        else:
            self._told_early = (text, style)

    def tell_error(self, error: IkuseiError) -> None:
        """Show an error in one sentence."""
        self.tell(self.session.say(error.key, **error.fields), "bad")

    def stand(self, text: str) -> None:
        """Show *text*, a lasting problem, until it is called with an empty text."""
        self.status_line.stand(text)

    def fits(self, columns: int, rows: int) -> bool:
        """Whether the screen can be drawn; if not, show how large the terminal must be."""
        self.is_coming = False
        tiny = columns < SMALLEST[0] or rows < SMALLEST[1]
        self.set_class(tiny, "-tiny")
        if tiny:
            self.is_drawn = False
            text = self.session.say("screens.too_small", columns=SMALLEST[0], rows=SMALLEST[1])
            self.query_one("#instead", Canvas).show(list(self.session.pen(columns - 1).paragraph(text)))
        return not tiny

    def action_suspend(self) -> None:
        """Give the terminal back to the shell until it goes on (``fg``)."""
        self.app.action_suspend_process()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until the screen is drawn only the ways out are possible: nobody shall tick or undo what they can't see."""
        return self.is_drawn or action in BLIND


def aside_width(columns: int) -> int:
    """Cells of the third pane of a screen of *columns*; 0 where there is no room for one."""
    return max(ASIDES[0], min(ASIDES[1], columns // 3)) if columns >= THREE_PANES else 0
