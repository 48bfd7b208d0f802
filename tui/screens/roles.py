"""Roles: basic education, the seven roles, their steps and texts."""

from __future__ import annotations

from tui.commands import ROLES, Command
from tui.drawing.pen import Pen
from tui.drawing.roles import role_sheet, role_tree
from tui.screens.bindings import bindings_for
from tui.screens.messages import Go
from tui.screens.two_panes import TwoPanes
from tui.text.line import Row
from tui.workbook.trainee.writing import enrol, leave, set_tick

LIST_WIDTH = 34


class RolesScreen(TwoPanes):
    """Browse everything that can be trained; tick topics; follow a role."""

    PLACE = ROLES
    BINDINGS = bindings_for(ROLES)

    def draw(self, columns: int, rows: int) -> None:
        """Show the tree and the text of its cursor."""
        self.index.fill(list(role_tree(self.session.book, self.lay_out(columns))))
        self.show_sheet()

    def index_width(self, columns: int) -> int:
        """Enough for the longest name of a role."""
        return LIST_WIDTH

    # -- the sheet ------------------------------------------------------------------------------------------------

    def sheet_rows(self, pen: Pen) -> list[Row]:
        """The text of what the cursor stands on; topics can be ticked."""
        return role_sheet(self.session.book, self.index.key, pen)

    def thing_target(self) -> str:
        """The topic under the cursor of the details, else what the cursor of the list stands on."""
        if self.inside and self.sheet.key:
            return self.sheet.key
        kind, _, target = self.index.key.partition(":")
        return target if kind in {"role", "step"} else ""

    # -- what is possible and done --------------------------------------------------------------------------------

    def can(self, command: Command) -> bool:
        """As for every screen; ticking on a topic of the details, following on a role."""
        kind = self.index.key.partition(":")[0]
        match command.id:
            case "tick":
                return super().can(command) and self.inside and bool(self.sheet.key)
            case "enrol":
                return super().can(command) and kind == "role" and not self.inside
            case "open":
                return super().can(command) and ((kind == "step" and not self.inside) or self.can_enter)
            case _:
                return super().can(command)

    def action_open(self) -> None:
        """Open a step as its checklist; go into topics."""
        kind, _, target = self.index.key.partition(":")
        if kind == "step" and not self.inside:
            self.post_message(Go("step", target))
        else:
            super().action_open()

    def action_tick(self) -> None:
        """Tick or untick the topic under the cursor."""
        target = self.sheet.key
        with self.writing():
            set_tick(self.session.book, target, target not in self.session.book.ticked())

    def action_enrol(self) -> None:
        """Follow the role under the cursor, from where it was left or from the first STEP; or stop following it."""
        role = self.index.key.partition(":")[2]
        book = self.session.book
        with self.writing():
            if role in {enrolment.role for enrolment in book.enrolments()}:
                leave(book, role)
                self.tell(self.session.say("workbook.left_role", name=self.session.names()[role]))
            else:
                enrol(book, role)
                self.tell(self.session.say("workbook.followed_role", name=self.session.names()[role]))

    def look_at(self, target: str) -> None:
        """Put the cursor on a role, a topic or a text."""
        role = target.partition(".")[0]
        step = ".".join(target.split(".")[:2])
        wanted = (f"role:{target}", f"step:{step}", "basic" if role == "basic" else f"common:{role}", f"role:{role}")
        common = ".common." in target
        for key in wanted[2:] if common or role == "basic" else (*wanted[:2], wanted[3]):
            if self.index.select(key):
                break
        self.show_sheet(top=True)
        if self.sheet.select(target):
            self.enter(inside=True)
