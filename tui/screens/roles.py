"""Roles: basic education, the seven roles, their steps and texts."""

from __future__ import annotations

from collections.abc import Iterator

from tui.commands import ROLES, Command
from tui.curriculum.model import Role
from tui.drawing.duty import below, item_lines
from tui.drawing.pen import Pen
from tui.drawing.step import step_text
from tui.drawing.topics import topic_rows
from tui.screens.bindings import bindings_for
from tui.screens.messages import Go
from tui.screens.two_panes import TwoPanes
from tui.text.line import GAP, Line, Row, Span, clip, justify
from tui.workbook.rungs import topics_done
from tui.workbook.writing import enrol, leave, set_tick

LIST_WIDTH = 34


class RolesScreen(TwoPanes):
    """Browse everything that can be trained; tick topics; follow a role."""

    PLACE = ROLES
    BINDINGS = bindings_for(ROLES)

    def draw(self, columns: int, rows: int) -> None:
        """Show the tree and the text of its cursor."""
        self.index.fill(list(self._tree(self.lay_out(columns))))
        self.show_sheet()

    def index_width(self, columns: int) -> int:
        """Enough for the longest name of a role."""
        return LIST_WIDTH

    def _tree(self, pen: Pen) -> Iterator[Row]:
        book = self.session.book
        ticked = book.ticked()
        done, total = topics_done(book.pack.basic, ticked)
        name = (Span(pen.say("words.basic"), "strong"),)
        yield Row.of(justify(name, (Span(f"{done}/{total}", "dim"),), pen.width - 1), "basic")
        followed = {enrolment.role for enrolment in book.enrolments()}
        for entry in book.pack.roles:
            yield GAP
            mark = Span(f"{pen.glyphs.done} " if entry.id in followed else "  ", "ok")
            yield Row.of(clip((mark, Span(pen.of(entry.name), "strong")), pen.width - 1), f"role:{entry.id}")
            role = book.pack.role(entry.id)
            if role is not None:
                yield from self._branches(role, ticked, pen)

    def _branches(self, role: Role, ticked: frozenset[str], pen: Pen) -> Iterator[Row]:
        done, total = topics_done(role.common, ticked)
        common = (Span("    "), Span(pen.say("words.common")))
        yield Row.of(justify(common, (Span(f"{done}/{total}", "dim"),), pen.width - 1), f"common:{role.id}")
        claims = self.session.book.journal.claims(self.session.book.trainee)
        for step in role.steps:
            claimed = sum(criterion.id in claims for criterion in step.criteria)
            count = Span(f"{claimed}/{len(step.criteria)}", "dim")
            label = (Span("    "), Span(pen.say("words.step", number=step.number)))
            yield Row.of(justify(label, (count,), pen.width - 1), f"step:{step.id}")

    # -- the sheet ------------------------------------------------------------------------------------------------

    def sheet_rows(self, pen: Pen) -> list[Row]:
        """The text of what the cursor stands on; topics can be ticked."""
        kind, _, target = self.index.key.partition(":")
        pack = self.session.book.pack
        if kind == "basic":
            zero = next((step for step in pack.steps if step.number == 0), None)
            head: list[Line] = [(Span(pen.say("words.basic"), "title"),)]
            head += pen.paragraph(pen.of(zero.text)) if zero else ()
            return [Row(tuple(head)), GAP, *topic_rows(pack.basic, self.session.book.ticked(), pen)]
        role = pack.role(target.partition(".")[0])
        if role is None:
            return [Row(tuple(pen.paragraph(pen.say("words.no_content"), "dim")))]
        if kind == "common":
            title: Line = (Span(f"{pen.of(role.name)}  {pen.say('words.common')}", "title"),)
            return [Row.of(title), GAP, *topic_rows(role.common, self.session.book.ticked(), pen)]
        if kind == "step":
            step = next(step for step in role.steps if step.id == target)
            definition = next((each for each in pack.steps if each.number == step.number), None)
            return [Row(tuple(step_text(step, definition, pen)))]
        lines: list[Line] = [(Span(pen.of(role.name), "title"),), (), pen.heading(pen.say("screens.tasks"))]
        return [Row((*lines, *item_lines(role.tasks, pen), *below(pen.notes(role))))]

    def thing_target(self) -> str:
        """The topic under the cursor of the details, else what the cursor of the list stands on."""
        if self.inside and self.sheet.key:
            return self.sheet.key
        kind, _, target = self.index.key.partition(":")
        return target if kind in {"role", "step"} else ""

    # -- what is possible and done --------------------------------------------------------------------------------

    def can(self, command: Command) -> bool:
        """Ticks inside topics; following on a role."""
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
        """Follow the role under the cursor from where it was left or from its beginning, or stop following it."""
        role = self.index.key.partition(":")[2]
        book = self.session.book
        with self.writing():
            if role in {enrolment.role for enrolment in book.enrolments()}:
                leave(book, role)
                self.tell(self.session.say("workbook.left_role", name=self.session.names()[role]), "ok")
            else:
                enrol(book, role)
                self.tell(self.session.say("workbook.followed_role", name=self.session.names()[role]), "ok")

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
