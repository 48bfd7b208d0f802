"""One thing of the pack as text: what ``ikusei show`` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.pieces import INDENT, Pieces
from tui.cli.standings import criterion_lines
from tui.curriculum.model import (
    Criterion,
    Document,
    Duty,
    Function,
    Item,
    Point,
    Reference,
    Region,
    Role,
    RoleEntry,
    Step,
    StepDefinition,
)
from tui.curriculum.relations import relations
from tui.curriculum.section import Section
from tui.curriculum.thing import Thing, remark_of
from tui.workbook.naming import kind_of, title_of

if TYPE_CHECKING:
    from tui.curriculum.organisation import OrganisationThing


class Sheet(Pieces):
    """Writes things of a pack."""

    def write(self, thing: Thing) -> None:
        """Write everything about *thing*."""
        self.cli.out.heading(self.cli.of(title_of(thing)))
        source = "" if isinstance(thing, Role | RoleEntry | Point) else thing.source
        kind = self.cli.say(kind_of(thing))
        self.cli.out.line("  ".join(part for part in (thing.id, kind, source) if part))
        match thing:
            case RoleEntry():
                self.paragraph(self.cli.say("words.no_content"))
            case Role():
                self._role(thing)
            case StepDefinition():
                self.paragraph(f"{self.cli.of(thing.who)} -> {self.cli.of(thing.becomes)}")
                self.text(thing.text)
            case Step():
                self._step(thing)
            case Criterion():
                self._criterion(thing)
            case Point():
                self._see(thing)
            case Item():
                self.text(thing.detail)
                self.items(thing.children)
            case Reference():
                self.paragraph("  ".join(part for part in (thing.author, thing.publisher, thing.url) if part))
            case Function() | Region():
                self.text(thing.text)
                self.listed((duty.id, duty.name) for duty in (thing.duties if isinstance(thing, Function) else ()))
            case Duty():
                self._duty(thing)
            case _:
                self._organisation(thing)
        self.is_headed = False
        if not isinstance(thing, RoleEntry | StepDefinition | Point):
            self.text(thing.note, "* ")
        self.text(remark_of(thing), "@ ")
        self._relations(thing)

    # -- things ---------------------------------------------------------------------------------------------------

    def _role(self, role: Role) -> None:
        self.heading("screens.tasks")
        self.listed((task.id, task.text) for task in role.tasks)
        self.heading("words.common")
        self.items(role.common)
        for step in role.steps:
            self.heading("words.step", number=step.number)
            self._criteria(step)

    def _step(self, step: Step) -> None:
        self.text(step.text)
        self.heading("words.kind.goal")
        self.listed((item.id, item.text) for goal in step.goals for item in goal.walk())
        self.heading("words.kind.learning")
        self.items(step.learning)
        self.heading("words.kind.reference")
        self.listed((reference.id, reference.title) for reference in step.references)
        self.heading("words.kind.criterion")
        self._criteria(step)

    def _criteria(self, step: Step) -> None:
        if self.book is None:
            self.listed((criterion.id, criterion.name) for criterion in step.criteria)
            return
        marks = self.book.marks()
        for line in criterion_lines(self.cli, [self.book.view(criterion, marks) for criterion in step.criteria]):
            self.cli.out.line(line)

    def _criterion(self, criterion: Criterion) -> None:
        from tui.cli.criterion_sheet import write_progress  # noqa: PLC0415 - the other things need nothing of it

        self.text(criterion.text)
        write_progress(self, criterion)

    def _organisation(self, thing: OrganisationThing | Document) -> None:
        from tui.curriculum.organisation import texts_of  # noqa: PLC0415 - the other things need nothing of it

        for text in () if isinstance(thing, Document) else texts_of(thing):
            self.text(text)
        if isinstance(thing, Document | Section):
            self._printed(thing)

    def _printed(self, thing: Document | Section) -> None:
        from tui.drawing.document import printed_lines  # noqa: PLC0415 - the other things need nothing of it
        from tui.drawing.pen import Pen  # noqa: PLC0415 - nor of this

        for line in printed_lines(thing, Pen(self.cli.lang, self.cli.glyphs, self.cli.out.width)):
            self.cli.out.line("".join(span.text for span in line))

    def _relations(self, thing: Thing) -> None:
        """What it has to do with others, where that isn't said above."""
        said = {"part-of", "parts", "led-by", "see", "hands-over", "takes-from"}
        if isinstance(thing, Document | Section):
            said = set()
        for relation in relations(self.pack, thing):
            if relation.kind not in said:
                self.heading(f"screens.relation.{relation.kind}")
                self.listed((link.id, link.name) for link in relation.links)

    def _see(self, point: Point) -> None:
        self.gap()
        self.cli.out.line(f"{self.mark(point.id in self.ticked)}{point.id}")
        seen = self.pack.find(point.see) if point.see else None
        if seen is not None:
            self.cli.out.line(f"{INDENT}{seen.id}  {self.cli.of(title_of(seen))}")

    def _duty(self, duty: Duty) -> None:
        self.listed((region.id, region.name) for region in self.pack.textbook.regions if region.id in duty.region)
        self.text(duty.text)
        for key, text in (("screens.inputs", duty.inputs), ("screens.outputs", duty.outputs)):
            if self.cli.of(text):
                self.heading(key)
                self.text(text)
        if duty.links:
            self.heading("screens.links")
            for link in duty.links:
                self.bullet(self.cli.of(link.text), f"{'<-' if link.takes else '->'} {link.to.upper():<4} ")
