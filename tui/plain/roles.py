"""The place of the roles: basic education, the roles, their STEPs and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.commands import ROLES, Command
from tui.drawing.pen import Pen
from tui.drawing.roles import role_sheet, role_tree
from tui.plain.two_levels import TwoLevels
from tui.text.line import Row
from tui.workbook.trainee.writing import enrol, leave, set_tick


class RolesPlace(TwoLevels):
    """Here the user reads everything that can be trained, ticks topics, and follows roles."""

    PLACE = ROLES

    def list_rows(self, pen: Pen) -> Iterable[Row]:
        """The tree of roles, STEPs and texts."""
        return role_tree(self.book, pen)

    def sheet_rows(self, pen: Pen) -> Sequence[Row]:
        """The text of the chosen line."""
        return role_sheet(self.book, self.listed, pen)

    def thing_target(self) -> str:
        """The topic that is chosen in the text, else the role or the STEP."""
        if self.inner:
            return self.inner
        kind, _, target = self.listed.partition(":")
        return target if kind in {"role", "step"} else ""

    def can(self, command: Command) -> bool:
        """Whether *command* is possible: ticking needs a topic in an open text, following a role in the list."""
        match command.id:
            case "tick":
                return super().can(command) and bool(self.inner)
            case "enrol":
                return super().can(command) and self.listed.startswith("role:") and not self.inside
            case "open":
                return not self.inside and bool(self.key)
            case _:
                return super().can(command)

    def do_open(self) -> None:
        """Open a STEP as its checklist; read the text of anything else."""
        kind, _, target = self.listed.partition(":")
        if kind == "step" and not self.inside:
            self.face.go("step", target)
        else:
            super().do_open()

    def do_tick(self) -> None:
        """Tick or untick the topic that is chosen."""
        with self.writing():
            set_tick(self.book, self.inner, self.inner not in self.book.ticked())
        self.read_line()

    def do_enrol(self) -> None:
        """Follow the role from its beginning, or stop following it."""
        role = self.listed.partition(":")[2]
        is_followed = role in {enrolment.role for enrolment in self.book.enrolments()}
        with self.writing():
            if is_followed:
                leave(self.book, role)
            else:
                enrol(self.book, role, 0)
        key = "workbook.left_role" if is_followed else "workbook.followed_role"
        self.talk.line(self.session.say(key, name=self.session.names()[role]))

    def look_at(self, target: str) -> None:
        """Choose a role, a topic or a text."""
        role = target.partition(".")[0]
        step = ".".join(target.split(".")[:2])
        topics = "basic" if role == "basic" else f"common:{role}"
        is_topic = ".common." in target or role == "basic"
        wanted = (topics, f"role:{role}") if is_topic else (f"role:{target}", f"step:{step}", f"role:{role}")
        keys = {row.key for row in self.list_rows(self.pen)}
        self.key = self.listed = next((key for key in wanted if key in keys), "")
        if any(row.key == target for row in self.sheet_rows(self.pen)) if self.key else False:
            self.inside, self.key = True, target
