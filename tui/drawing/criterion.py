"""A criterion as a sheet: what is asked, how far it is, its points, the learning that leads there, the entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from tui.curriculum.decode_rule import kind_of
from tui.curriculum.model import Criterion, Item
from tui.drawing.entry import columns_of, entry_lines, whole_entry_lines
from tui.drawing.marks import standing_lines, tick_mark
from tui.drawing.pen import Pen
from tui.drawing.thread import turn_lines
from tui.progress.standing import Standing
from tui.progress.state import State
from tui.text.line import GAP, Line, Row, Span, line_width
from tui.workbook.standings.views import CriterionView, NewestEntries
from tui.workbook.wording.counting import asked_text, uncounted_text
from tui.workbook.wording.standings import moved_texts, round_text, signature_text
from tui.workbook.wording.thread import Thread, remark_text, turns_beside

if TYPE_CHECKING:
    from tui.trust.signature_state import SignatureState

SHOWN_MISSING = 4
"""How many missing months or cases are named; of the others only the number is shown."""
STATE_STYLES: Final = {State.OPEN: "dim", State.MET: "strong", State.READY: "strong", State.RETURNED: "bad"}
"""Style of the sentence about a state, where it isn't plain."""
ONLY_TICKED: Final = {"attest": "screens.unticked.points", "reading": "screens.unticked.readings"}
"""By kind of rule that no entry can meet, the message in place of "not met yet"."""
READING: Final = "reading:"
"""First part of the keys of reading items: they stand in the policy, so there is no page of the pack to open."""
SHOWN_ENTRIES = 8
"""How many entries are listed below a criterion, the newest first; the journal screen shows all."""


def criterion_sheet(
    view: CriterionView, newest: NewestEntries, learning: Mapping[str, Item], thread: Thread, pen: Pen
) -> list[Row]:
    """The rows of a criterion with its title; see ``criterion_rows``."""
    title = Row(tuple(pen.title_of(pen.of(view.criterion.name), view.criterion)))
    return [title, *criterion_rows(view, newest, learning, thread, pen)]


def criterion_rows(
    view: CriterionView, newest: NewestEntries, learning: Mapping[str, Item], thread: Thread, pen: Pen
) -> list[Row]:
    """The rows of a criterion; points, what is to be read, learning items and entries can be chosen.

    Args:
        view: the criterion with its standing.
        newest: its newest entries.
        learning: learning items of the step by id.
        thread: what was said about it.
        pen: language, marks, width.
    """
    leads = _lead_rows(view, learning, pen)
    said, done = _said_rows(view, thread, pen), _done_rows(view, newest, pen)
    return [*_asked_rows(view, learning, thread, pen), *([GAP, *said] if said else []), *leads, GAP, *done]


def asked_sheet(view: CriterionView, learning: Mapping[str, Item], thread: Thread, pen: Pen) -> list[Row]:
    """What is asked, its points and the learning, for a screen where entries and thread have a pane of their own."""
    title = Row(tuple(pen.title_of(pen.of(view.criterion.name), view.criterion)))
    return [title, *_asked_rows(view, learning, thread, pen), *_lead_rows(view, learning, pen)]


def done_sheet(view: CriterionView, newest: NewestEntries, thread: Thread, pen: Pen) -> list[Row]:
    """What was said about a criterion and what was done for it, every entry uncut: what ``asked_sheet`` leaves out."""
    said, done = _said_rows(view, thread, pen), _done_rows(view, newest, pen, whole=True)
    return [*said, GAP, *done] if said else done


def _asked_rows(view: CriterionView, learning: Mapping[str, Item], thread: Thread, pen: Pen) -> list[Row]:
    names = {item.id: pen.of(item.text) for item in learning.values()}
    head = list(head_lines(view, names, pen))
    if remark := remark_text(view, thread, pen.lang):
        head += pen.bullet(">", remark, mark_style="dim")
    rows = [Row(tuple(head)), GAP, Row.of(pen.heading(points_text(view, pen)))]
    rows += [point_row(view, number, pen) for number in range(len(view.criterion.points))]
    return [*rows, *reading_rows(view, pen)]


def _lead_rows(view: CriterionView, learning: Mapping[str, Item], pen: Pen) -> list[Row]:
    leads = [learning[lead] for lead in view.criterion.leads if lead in learning]
    head = [GAP, Row.of(pen.heading(pen.say("screens.leads")))] if leads else []
    return [*head, *(item_row(item, item.id in view.ticked, pen) for item in leads)]


def _said_rows(view: CriterionView, thread: Thread, pen: Pen) -> list[Row]:
    lines = tuple(turn_lines(turns_beside(view, thread, pen.lang), pen))
    return [Row.of(pen.heading(pen.say("screens.review.thread"))), *map(Row.of, lines)] if lines else []


def _done_rows(view: CriterionView, newest: NewestEntries, pen: Pen, *, whole: bool = False) -> list[Row]:
    heading = Row.of(pen.heading(pen.say("screens.entries", count=newest.total)))
    return [heading, *entry_rows(view.criterion.id, newest, pen, whole=whole)]


def points_text(view: CriterionView, pen: Pen) -> str:
    """How many points are ticked, of how many."""
    return count_text("screens.points", "screens.points.title", view.points_done, len(view.criterion.points), pen)


def count_text(heading: str, title: str, done: int, total: int, pen: Pen) -> str:
    """A *heading* with how many of the things below it are ticked; read out, its *title* and the count in words."""
    if pen.aloud:
        return pen.say("plain.row", name=pen.say(title), cells=pen.say("plain.of", done=done, total=total))
    return pen.say(heading, done=done, total=total)


def head_lines(view: CriterionView, names: Mapping[str, str], pen: Pen) -> Iterator[Line]:
    """What is asked, note, rule, state."""
    criterion = view.criterion
    yield from pen.paragraph(pen.of(criterion.text))
    yield from pen.notes(criterion)
    yield ()
    yield from rule_lines(criterion, pen)
    yield from standing_lines(view.standing, pen)
    yield from missing_lines(view.standing, names, pen)
    yield from state_lines(view, pen)


def rule_lines(criterion: Criterion, pen: Pen) -> Iterator[Line]:
    """Kind of the rule and the supervision it asks for, on one line where there is room."""
    kind = Span(pen.say(f"words.rule.{kind_of(criterion.rule)}"), "strong")
    text = asked_text(criterion, pen.lang)
    one: Line = (kind, Span(f"  {text}", "dim"))
    if not text or line_width(one) <= pen.width:
        yield one
        return
    yield (kind,)
    yield from pen.paragraph(text, "dim", indent="  ")


def missing_lines(standing: Standing, names: Mapping[str, str], pen: Pen) -> Iterator[Line]:
    """The missing months or cases by name; points and reading items have their own marks further down."""
    if standing.missing and standing.rule not in {"attest", "reading"}:
        shown = standing.missing if pen.flat else standing.missing[:SHOWN_MISSING]
        listed = ", ".join(names.get(each, each) for each in shown)
        more = len(standing.missing) - len(shown)
        listed += f" {pen.say('screens.missing_more', count=more)}" if more > 0 else ""
        yield from pen.warning(pen.say("screens.missing", names=listed))
    for part in standing.parts:
        yield from missing_lines(part, names, pen)


def state_lines(view: CriterionView, pen: Pen) -> Iterator[Line]:
    """Where the criterion is on its way, what has changed since, and what to do about it."""
    if view.round is not None or view.waiver is not None:
        yield from pen.paragraph(round_text(view, pen.calendar, pen.lang), STATE_STYLES.get(view.state, ""))
        if view.state in {State.WAIVED, State.RETURNED}:  # other states are named beside their decision, in the thread
            yield from signature_lines(view.signature, pen, view.by)
        for text in moved_texts(view.moved, pen.lang):
            yield from pen.bullet("-", text, mark_style="warn")
        if view.moved and view.state is State.CLAIMED:
            yield from pen.warning(pen.say("screens.claim_again"))
        return
    if view.standing.unset:
        yield from pen.warning(pen.say("screens.needs_number", keys=", ".join(view.standing.unset)))
        return
    key = ONLY_TICKED.get(view.standing.rule, "") if view.state is State.OPEN else ""
    yield from pen.paragraph(pen.say(key or f"screens.state.{view.state}"), STATE_STYLES.get(view.state, ""))


def signature_lines(state: SignatureState | None, pen: Pen, name: str) -> Iterator[Line]:
    """Whether the signature of a decision is valid; *name* is its author. Nothing where there is no decision."""
    if state is not None:
        yield from pen.paragraph(signature_text(state, pen.lang, name), "bad" if state.is_bad else "dim")


def point_row(view: CriterionView, number: int, pen: Pen) -> Row:
    """A point with its mark; ``*`` where it is ours and not tied to the document."""
    point = view.criterion.points[number]
    mark = tick_mark(point.id in view.ticked, pen)
    ours = "" if point.see or pen.aloud else "*"
    inner = pen.narrower(2)
    return Row(
        tuple(inner.bullet(mark.text, pen.named(point.id, pen.of(point.text)) + ours, mark_style=mark.style)), point.id
    )


def reading_rows(view: CriterionView, pen: Pen) -> Iterator[Row]:
    """The reading list of the organisation; each title is ticked by itself."""
    if not view.readings:
        return
    done = sum(each.id in view.ticked for each in view.readings)
    yield GAP
    yield Row.of(pen.heading(count_text("screens.readings", "screens.readings.title", done, len(view.readings), pen)))
    for each in view.readings:
        mark = tick_mark(each.id in view.ticked, pen)
        named = pen.narrower(2).bullet(mark.text, pen.named(each.id, each.title), mark_style=mark.style)
        yield Row(tuple(named), f"{READING}{each.id}")


def tickable(key: str) -> str:
    """The id of what can be ticked on a row: a point, a learning item or a reading item; empty where nothing can."""
    return "" if key.startswith("entry:") else key.removeprefix(READING)


def item_row(item: Item, ticked: bool, pen: Pen, depth: int = 0) -> Row:
    """A learning item or topic with its mark."""
    mark = tick_mark(ticked, pen)
    inner = pen.narrower(2 + 2 * depth)
    named = inner.bullet(mark.text, pen.named(item.id, pen.of(item.text)), mark_style=mark.style)
    return Row(tuple((Span("  " * depth), *line) for line in named), item.id)


def entry_rows(criterion: str, newest: NewestEntries, pen: Pen, *, whole: bool = False) -> Iterator[Row]:
    """The newest entries first, *whole* or a line each; those that don't count are in brackets, and say why below."""
    if not newest.entries:
        yield Row.of((Span(pen.say("screens.no_entries"), "dim"),))
    columns = columns_of(newest.entries, pen)
    for entry in reversed(newest.entries):
        why = newest.uncounted.get(entry.id)
        inner = pen.narrower(4 if why else 2 if whole else 0)
        draw = whole_entry_lines if whole else entry_lines
        lines = list(draw(entry, inner, columns=columns))
        if why:
            lines[0] = (Span("( ", "dim"), *lines[0])
            lines[-1] = (*lines[-1], Span(" )", "dim"))
            text = uncounted_text(why, entry.supervision, pen.lang)
            lines += pen.narrower(2).paragraph(text, "dim", indent="  ")
        yield Row(tuple(lines), f"entry:{entry.id}")
    if newest.total > len(newest.entries):
        key = "screens.more_in_journal.typed" if pen.flat else "screens.more_in_journal"
        yield Row.of((Span(pen.say(key, count=newest.total - len(newest.entries), id=criterion), "dim"),))
