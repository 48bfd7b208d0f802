"""The part of a main screen that draws it: title, body, key bar, and which commands are possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult

from tui.commands import Command, bar_of, commands_of
from tui.commands.keys import bar_pairs
from tui.errors import IkuseiError, JournalError
from tui.journal.failure import is_passing
from tui.screens.asking_frame import AskingFrame
from tui.screens.unread import ASKS_NOTHING
from tui.session import Session
from tui.text.line import Line, Row, Span, flat_text
from tui.widgets.aside import Aside
from tui.widgets.bars import KeyBar, StatusLine, TitleBar
from tui.widgets.canvas import Canvas
from tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from tui.drawing.pen import Pen


class DrawnFrame(AskingFrame, inherit_bindings=False):
    """A main screen. A subclass says its place, composes its body and draws it.

    Args:
        session: what the screens share.
    """

    DEFAULT_CSS = "DrawnFrame { layers: default above; }"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._drawn: tuple[object, ...] = ()
        self._stands_for: tuple[object, ...] = ()
        self._goal = ""

    # -- what a subclass gives ------------------------------------------------------------------------------------

    def body(self) -> ComposeResult:
        """The widgets between title and status."""
        raise NotImplementedError

    def draw(self, columns: int, rows: int) -> None:
        """Fill the widgets for a screen of *columns* x *rows*."""
        raise NotImplementedError

    @property
    def place_name(self) -> str:
        """The name of the screen."""
        return self.session.say(f"commands.go.{self.PLACE}")

    def crumbs(self) -> str:
        """Where we are, for the title."""
        return self.place_name

    @property
    def choices(self) -> ChoiceList:
        """The list that the cursor keys move now."""
        raise NotImplementedError

    @property
    def sheet(self) -> ChoiceList | None:
        """The details that ``J`` and ``K`` scroll, if any."""
        return None

    def known_rows(self, rows: Callable[[], list[Row]], pen: Pen) -> list[Row]:
        """What *rows* gives; a sentence if the journal or the pack can't be read now."""
        try:
            return rows()
        except JournalError as error:
            if not is_passing(error):
                raise
            return [Row(tuple(pen.paragraph(pen.say("screens.unread"), "dim")))]

    def follow(self) -> None:
        """Repaint what depends on the cursor."""

    def thing_target(self) -> str:
        """Id of the thing of the pack under the cursor, or empty."""
        return ""

    def text_shown(self) -> str:
        """All text of the screen, including what is scrolled out of sight."""
        canvases = (each for each in self.query(Canvas) if each.display)
        return "\n".join(flat_text(line) for canvas in canvases for line in canvas.every_line)

    def look_at(self, target: str) -> None:
        """Put the cursor on the thing with this id; for screens that can be jumped to."""

    def aim(self, target: str) -> None:
        """Look at *target* as soon as the screen is drawn."""
        self._goal = target
        self._drawn = ()
        self.redraw()

    # -- composing and drawing ------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, body, status, keys."""
        yield TitleBar(id="title")
        yield from self.body()
        yield Canvas(id="instead")
        yield StatusLine(id="status")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Draw before the first frame."""
        self.redraw()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new size."""
        self.redraw(event.size.width, event.size.height)

    def on_screen_resume(self) -> None:
        """Draw what has changed while another screen was in front."""
        self.redraw()

    def redraw(self, columns: int = 0, rows: int = 0) -> None:
        """Draw everything anew, unless nothing has changed since the last time."""
        if not self.is_mounted:
            return
        size = self.app.size
        columns, rows = columns or size.width, rows or size.height
        state = (columns, rows, self.session.lang, self.session.revision, self.session.day, self.subject())
        if state == self._drawn:
            return
        self._drawn = state
        if not self.fits(columns, rows):
            return
        self.show_body()
        try:
            self.draw(columns, rows)
            self.is_drawn = True
            self._stands_for = self._looked_at()
            self.tell_place()
            self._look_at_goal()
        except JournalError as error:
            self._stay(error)
        except IkuseiError as error:
            self.tell_error(error)
        if self.session.notices:
            self.tell("  ".join(self.session.notices), "strong")
            self.session.notices.clear()

    def _looked_at(self) -> tuple[object, ...]:
        """What an old drawing must agree in to stay on the screen when the journal can't be read.

        Else it could be in the wrong language, or lack one's own new entry.
        """
        return self.session.lang, self.session.book.journal.writes, self.subject()

    def _look_at_goal(self) -> None:
        goal, self._goal = self._goal, ""
        try:
            if goal:
                self.look_at(goal)
                self.tell_place()
        except JournalError:
            self._goal = goal
            raise

    def _stay(self, error: JournalError) -> None:
        """Keep the last drawing, if it is still right as far as known; else say that the journal can't be read."""
        self.forget_drawn()
        if not is_passing(error):
            self.tell_error(error)
        elif self._stands_for != self._looked_at() and not self.typing:
            self.show_unread()
            self._tell_title(self.place_name)
            self.tell_keys()

    def forget_drawn(self) -> None:
        """Note that the drawing may be out of date: the next ``redraw`` draws in any case."""
        self._drawn = ()

    def subject(self) -> tuple[object, ...]:
        """What the screen is about; if it changes, the screen has to be drawn again."""
        return ()

    def tell_place(self) -> None:
        """Show title and keys."""
        self._tell_title(self.crumbs())
        self.tell_keys()

    def _tell_title(self, place: str) -> None:
        key = "team.looking" if self.session.own else "screens.read_only"
        marks = [Span(f"[{self.session.say(key)}] ", "strong")] if self.session.read_only else []
        if self.session.deliver is not None:
            marks.append(Span(f"[{self.session.say('transport.own_journal')}] ", "strong"))
        reviewer = self.session.reviewer
        if self.session.distrust:
            marks.append(Span(f"[{self.session.say('screens.distrust')}] ", "bad"))
        right: Line = (*marks, Span(reviewer.name if reviewer else self._whose))
        self.query_one("#title", TitleBar).tell((Span("ikusei  ", "dim"), Span(place, "title")), right)

    @property
    def _whose(self) -> str:
        try:
            return self.session.book.label
        except JournalError as error:
            if not is_passing(error):
                raise
            return ""

    def tell_keys(self) -> None:
        """Show the keys of the commands that are possible now."""
        try:
            pairs = self.key_pairs()
        except JournalError as error:  # whether commands are possible can't be read: the keys stay as they were
            self.tell_error(error)
        else:
            self.query_one("#keys", KeyBar).tell(pairs)
        for aside in self.query(Aside):
            aside.hush(self.typing)

    def key_pairs(self) -> list[tuple[str, str]]:
        """Key and label of what is possible now, in the order of their rank."""
        if self.typing:
            return [("Esc", self.session.say("commands.cancel"))] if self.is_held else self._form_keys
        possible = tuple(command for command in bar_of(self.PLACE) if self.is_possible(command))
        return bar_pairs(possible, self.session.lang)

    # -- what is possible -----------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command is possible now: the one place that says so; key bar and palette ask it too."""
        if not super().check_action(action, parameters):
            return False
        if action == "suspend":
            return True  # also while somebody types: ctrl+z is no letter of a text
        named = [each for each in commands_of(self.PLACE) if each.action.partition("(")[0] == action]
        argument = ", ".join(map(repr, parameters))
        command = next((each for each in named if each.argument == argument), next(iter(named), None))
        return command is None or self.is_possible(command)

    def can(self, command: Command) -> bool:
        """Whether *command* is possible now. Subclasses say more."""
        if self.typing or (command.writes and self.session.read_only):
            return False
        return bool(self.thing_target()) if command.id == "relate" else True

    def is_possible(self, command: Command) -> bool:
        """Whether *command* is possible now; True where that can't be read, and then its key reports the error."""
        if self.is_unread:
            return not self.typing and command.action.partition("(")[0] in ASKS_NOTHING
        try:
            return self.can(command)
        except JournalError as error:
            if not is_passing(error):
                raise
            return True

    def possible(self) -> Iterator[Command]:
        """The commands that are possible now."""
        return (command for command in commands_of(self.PLACE) if self.is_possible(command))
