"""One thing of the pack with everything known about it, for paper: what the screens show in several places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.curriculum.model import Criterion, Item, Point, Role, Step
from tui.curriculum.pack import Pack
from tui.curriculum.relations import relations
from tui.curriculum.textbook import Duty, Region
from tui.curriculum.thing import Thing
from tui.drawing.criterion import criterion_rows, rule_lines
from tui.drawing.duty import below, duty_rows, item_lines, region_legend
from tui.drawing.marks import tick_mark
from tui.drawing.pen import Pen
from tui.drawing.step import criterion_lines, step_lines
from tui.drawing.thing import head_lines, note_lines, relation_rows, title_lines
from tui.drawing.topics import topic_rows
from tui.text.line import GAP, Row, Span
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.thread import thread_of

SHOWN_ENTRIES: Final = 20
"""How many of a criterion's newest entries are listed; the journal has them all."""
SAID: Final = {
    Role: {"parts"}, Step: {"parts"}, Criterion: {"parts", "led-by"}, Item: {"parts"},
    Duty: {"hands-over", "takes-from", "regions"},
}  # fmt: skip
"""By class, the relations that the rows of a thing already show, so that they aren't listed again."""


def whole_sheet(thing: Thing, pack: Pack, book: Workbook | None, pen: Pen) -> Iterator[Row]:
    """Everything about a thing, and how far it is; without *book*, only what the pack says.

    Raises:
        IkuseiError: the journal or the pack can't be read.
    """
    drawn = Sheet(pack, book, pen)
    yield Row(tuple(title_lines(thing, pen)))
    yield from drawn.rows(thing)
    said = SAID.get(type(thing), set())
    yield from relation_rows((each for each in relations(pack, thing) if each.kind not in said), pen)


class Sheet:
    """The rows of things below their titles.

    Args:
        pack: the pack.
        book: the trainee's workbook; None before anybody has begun.
        pen: language, marks, width.
    """

    def __init__(self, pack: Pack, book: Workbook | None, pen: Pen) -> None:
        self._pack, self._book, self._pen = pack, book, pen
        self._ticked = book.ticked() if book else frozenset[str]()

    def rows(self, thing: Thing) -> Iterator[Row]:
        """What is said of a thing, in the order to read it."""
        match thing:
            case Role():
                yield from self._role(thing)
            case Step():
                yield from self._step(thing)
            case Criterion():
                yield from self._criterion(thing)
            case Duty():
                yield from self._duty(thing)
            case Item() if self._book and thing.children:
                detail = self._pen.paragraph(self._pen.of(thing.detail)) if thing.detail.ja else ()
                yield Row((*below(detail), *note_lines(thing, self._pen)))
                yield from (GAP, *self._items(thing.children))
            case _:
                if self._book and isinstance(thing, Point | Item):
                    yield Row.of((tick_mark(thing.id in self._ticked, self._pen), Span(f" {thing.id}")))
                yield Row(tuple(head_lines(thing, self._pen)))
                yield Row(tuple(note_lines(thing, self._pen)))
                if isinstance(thing, Region):
                    yield from (GAP, *region_legend(thing, self._pen))
                if isinstance(thing, Point) and not thing.see:
                    yield Row(tuple(self._pen.paragraph(self._pen.say("screens.see.ours"), "dim")))

    def _role(self, role: Role) -> Iterator[Row]:
        yield Row(tuple(head_lines(role, self._pen)))
        yield Row(tuple(note_lines(role, self._pen)))
        yield from self._headed("words.common")
        yield from self._items(role.common)
        for step in role.steps:
            yield from self._headed("words.step", number=step.number)
            yield from self._criteria(role, step)

    def _items(self, items: Sequence[Item]) -> Iterator[Row]:
        if self._book:
            yield from topic_rows(items, self._ticked, self._pen)
        else:
            yield Row(tuple(item_lines(items, self._pen)), "items")

    def _criteria(self, role: Role, step: Step) -> Iterator[Row]:
        if self._book:
            lines = criterion_lines(self._book.step_view(role, step).criteria, self._pen)
            yield from (Row.of(line, step.id) for line in lines)
            return
        for criterion in step.criteria:
            name = self._pen.named(criterion.id, self._pen.of(criterion.name))
            yield Row(tuple(self._pen.bullet("-", name, mark_style="dim")), criterion.id)

    def _step(self, step: Step) -> Iterator[Row]:
        definition = next((each for each in self._pack.steps if each.number == step.number), None)
        yield Row(tuple(step_lines(step, definition, self._pen)))
        yield GAP
        role = self._pack.role(step.id.partition(".")[0])
        assert role is not None  # a STEP is found by its role
        yield from self._criteria(role, step)
        yield from self._headed("screens.learning")
        yield from self._items(step.learning)
        if step.references:
            yield from self._headed("screens.references")
        for each in step.references:
            name = self._pen.named(each.id, self._pen.of(each.title))
            yield Row(tuple(self._pen.bullet("-", name, mark_style="dim")), each.id)

    def _criterion(self, criterion: Criterion) -> Iterator[Row]:
        learning = self._items_of(criterion)
        yield GAP
        if self._book:
            newest = self._book.newest(criterion, SHOWN_ENTRIES)
            thread = thread_of(self._book, criterion)
            yield from criterion_rows(self._book.view(criterion), newest, learning, thread, self._pen)
            return
        pen = self._pen
        yield Row((*pen.paragraph(pen.of(criterion.text)), *pen.notes(criterion), (), *rule_lines(criterion, pen)))
        yield from self._headed("screens.points.title")
        for point in criterion.points:
            text = pen.named(point.id, pen.of(point.text)) + ("" if point.see else "*")
            yield Row(tuple(pen.bullet("-", text, mark_style="dim")), point.id)
        yield from self._headed("screens.leads")
        leads = (learning[each] for each in criterion.leads if each in learning)
        yield from (Row(tuple(pen.bullet("-", pen.named(item.id, pen.of(item.text)))), item.id) for item in leads)

    def _items_of(self, criterion: Criterion) -> dict[str, Item]:
        """What can lead to a criterion: learning items, goals and tasks of its role."""
        role = self._pack.role(criterion.id.partition(".")[0])
        tops = [*role.tasks, *role.common] if role else []
        tops += [item for step in (role.steps if role else ()) for item in (*step.goals, *step.learning)]
        return {item.id: item for top in tops for item in top.walk()}

    def _duty(self, duty: Duty) -> Iterator[Row]:
        yield from duty_rows(duty, self._pack.textbook, self._pen)
        if self._book:
            from tui.drawing.layers import assessment_lines  # the other things need no layers
            from tui.workbook.organisation.layers import Facts
            from tui.workbook.standings.people_names import labels

            lines = assessment_lines(duty, Facts(self._book, ""), labels(self._book), self._pen)
            yield from (GAP, Row(tuple(lines)))

    def _headed(self, key: str, **fields: object) -> Iterator[Row]:
        yield from (GAP, Row.of(self._pen.heading(self._pen.say(key, **fields))))
