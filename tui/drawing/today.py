"""Today: where somebody stands, what is next, what came back, what is about to run out, what was done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.drawing.criterion import signature_lines
from tui.drawing.entry import columns_of, entry_lines
from tui.drawing.ladder import ladder_lines
from tui.drawing.marks import mark_of, state_mark
from tui.drawing.pen import Pen
from tui.drawing.thread import turn_lines
from tui.progress.state import State
from tui.text.cells import width
from tui.text.line import GAP, Line, Row, Span, column, line_width
from tui.workbook.standings.today import Deadline, NextCriterion, NextTopic, Today
from tui.workbook.standings.views import CriterionView
from tui.workbook.wording.aloud import standing_aloud
from tui.workbook.wording.standings import standing_text
from tui.workbook.wording.thread import Thread, remark_text, turns_beside

if TYPE_CHECKING:
    from tui.curriculum.textbook import Duty
    from tui.workbook.exchange.inbox import Stayed
    from tui.workbook.standings.awaiting import WayToMentor

CURSOR = 4
"""Cells of a line that are kept free for the cursor before it and for the scroll mark after it."""
ROOM_FOR_WHY = 4
"""Cells of indent for what was said, where it doesn't fit after the name."""
NARROW = 60
"""With fewer cells, gauges are shown without words."""
ABOUT = 3
"""The column that says what entries are about takes at most one part in so many of a line."""
TOPICS = 5
"""How many topics of STEP 0 or the common education are shown; the Roles screen has the rest."""


def today_rows(
    today: Today,
    pen: Pen,
    names: Mapping[str, str],
    threads: Mapping[str, Thread],
    *,
    why: tuple[Duty, ...] | None = None,
    steps: Mapping[str, Sequence[Line]] | None = None,
) -> Iterator[Row]:
    """The rows of Today; headings only above what is there.

    Args:
        today: what it shows.
        pen: language, marks, width.
        names: of the items of entries, by id.
        threads: by criterion, what was said about those that came back or were remarked on.
        why: the duties that the next criterion trains for; empty while they aren't known yet, None if there are none.
        steps: by role, a line for each criterion of the STEP in hand, listed below its ladder.
    """
    for number, ladder in enumerate(today.ladders):
        if steps and number:
            yield GAP
        yield Row(ladder_lines(ladder, pen))
        if steps:
            yield from (Row.of(line, "criterion") for line in steps.get(ladder.role.id, ()))
    yield GAP
    yield Row.of(pen.heading(pen.say("screens.next")))
    if not today.moves and not today.topics:
        yield Row(tuple(pen.paragraph(nothing_text(today, pen), "dim", indent="  ")))
    for topic in today.topics[:TOPICS]:
        yield topic_row(topic, pen)
    if len(today.topics) > TOPICS:
        more = "screens.more_topics.typed" if pen.flat else "screens.more_topics"
        yield Row.of((Span(f"  {pen.say(more, count=len(today.topics) - TOPICS)}", "dim"),))
    name_width, standing_width = column_widths(today, pen)
    for number, move in enumerate(today.moves):
        yield move_row(move, pen, name_width, standing_width, leading=number == 0)
    if why is not None:
        yield why_row(why, pen)
    if today.attention:
        yield GAP
        yield Row.of(pen.heading(pen.say("screens.attention")))
        yield from (attention_row(view, threads[view.criterion.id], pen, name_width) for view in today.attention)
    if today.deadlines:
        yield GAP
        yield Row.of(pen.heading(pen.say("screens.soon")))
        yield from (deadline_row(deadline, pen, name_width) for deadline in today.deadlines)
    yield from waiting_rows(today, pen, threads, name_width)
    yield from recent_rows(today, pen, names)


def waiting_rows(today: Today, pen: Pen, threads: Mapping[str, Thread], name_width: int) -> Iterator[Row]:
    """What waits for a mentor: claims, STEPs to be signed, for whom, and how it gets there."""
    if today.way is None:
        return
    yield GAP
    yield Row.of(pen.heading(pen.say("screens.waiting")))
    for ladder, rung in ((each, rung) for each in today.ladders for rung in each.rungs if rung.state is State.READY):
        role = pen.of(ladder.role.name)
        name = pen.named(rung.id, pen.say("screens.waits.sign", role=role, number=rung.number))
        mark = pen.say("words.step_state.ready") if pen.aloud else mark_of(rung.state, pen).text
        yield Row.of((Span(f"{mark} ", "accent"), Span(name)), f"step:{rung.id}")
    yield from (attention_row(view, threads[view.criterion.id], pen, name_width) for view in today.waiting)
    yield Row(tuple(pen.paragraph(way_text(today.way, pen), "dim", indent="  ")))


def way_text(way: WayToMentor, pen: Pen) -> str:
    """For whom something waits, and how it gets there."""
    if way.has_roster and not way.mentors:
        return pen.say("screens.waits.nobody")
    mentors = ", ".join(way.mentors) or pen.say("screens.waits.anybody")
    return pen.say("screens.waits.fetched" if way.is_fetched else "screens.waits.handed", mentors=mentors)


def nothing_text(today: Today, pen: Pen) -> str:
    """Why there is nothing to do next, with the key, or the verb, that leads on."""
    if any(ladder.has_content for ladder in today.ladders):
        return pen.say("screens.nothing_next.typed" if pen.flat else "screens.nothing_next")
    if today.ladders:
        return pen.say("screens.next_without_content.typed" if pen.flat else "screens.next_without_content")
    return pen.say("screens.next_without_role.typed" if pen.flat else "screens.next_without_role")


def recent_rows(today: Today, pen: Pen, names: Mapping[str, str]) -> Iterator[Row]:
    """The recent entries, the newest first; without any, how to log one (a flat pen, without keys, omits that)."""
    if pen.flat and not today.recent:
        return
    yield GAP
    yield Row.of(pen.heading(pen.say("screens.recent")))
    about = {entry.id: ", ".join(names.get(item, item) for item in entry.items) for entry in today.recent}
    room = max((cells for each in about.values() if (cells := width(each)) <= pen.width // ABOUT), default=0)
    columns = columns_of(today.recent, pen)
    if not today.recent:
        how = "screens.no_recent" if today.ladders else "screens.no_recent_yet"
        yield Row(tuple(pen.paragraph(pen.say(how), "dim", indent="  ")))
    for entry in today.recent:
        named = about[entry.id] + " " * (room - width(about[entry.id]))
        yield Row(tuple(entry_lines(entry, pen, named, columns)), f"entry:{entry.id}")


def stayed_rows(stayed: Sequence[Stayed], pen: Pen) -> Iterator[Row]:
    """The files of the drop folder that were not taken in, each with its reason."""
    if stayed:
        yield GAP
        yield Row.of(pen.heading(pen.say("transport.inbox.heading")))
    for path, error in stayed:
        text = pen.say("transport.inbox.why", name=path.name, why=pen.say(error.key, **error.fields))
        yield Row(tuple(pen.warning(text)))


def column_widths(today: Today, pen: Pen) -> tuple[int, int]:
    """Cells of the names, and of the standings behind them, that keep the columns aligned."""
    moves, deadlines = (move.view for move in today.moves), (deadline.view for deadline in today.deadlines)
    views = [*moves, *deadlines, *today.attention, *today.waiting]
    names = max((width(name_of(view, pen)) for view in views), default=0)
    standings = max((width(standing_of(move, pen)) for move in today.moves), default=0)
    return names + 2, standings + 2


def name_of(view: CriterionView, pen: Pen) -> str:
    """The name of a criterion for its row."""
    return pen.named(view.criterion.id, pen.of(view.criterion.name))


def topic_row(topic: NextTopic, pen: Pen) -> Row:
    """A topic of basic or common education."""
    stage = pen.say("words.basic" if topic.stage == "basic" else "words.common")
    mark, name = Span(f"{pen.glyphs.unticked} ", "dim"), Span(pen.named(topic.item.id, pen.of(topic.item.text)))
    return Row.of((mark, name, Span(f"  {stage}", "dim")), f"topic:{topic.item.id}")


def move_row(move: NextCriterion, pen: Pen, name_width: int, standing_width: int, *, leading: bool) -> Row:
    """A criterion with how far it is, and why it is suggested."""
    criterion = move.view.criterion
    line: Line = (
        state_mark(move.view, pen),
        *column((Span(name_of(move.view, pen), "strong" if leading else ""),), name_width),
        *column((Span(standing_of(move, pen)),), standing_width),
    )
    why = hint(move, pen, leading=leading)
    if line_width(line) + width(why) <= pen.width - 2:
        line = (*line, Span(why, "dim"))
    elif pen.flat and why:
        return Row((line, (Span(f"    {why}", "dim"),)), f"criterion:{criterion.id}")
    return Row.of(line, f"criterion:{criterion.id}")


def why_row(why: tuple[Duty, ...], pen: Pen) -> Row:
    """Why the next criterion matters, on one line; an empty line keeps the place until that is known."""
    if not why:
        return GAP
    duties = pen.say("matrix.list_sign").join(f"{duty.code} {pen.of(duty.name)}" for duty in why)
    return Row.of(pen.clip((Span(f"  {pen.say('matrix.why', duties=duties)}", "dim"),)))


def standing_of(move: NextCriterion, pen: Pen) -> str:
    """How far the criterion of *move* is, in as many words as there is room for."""
    if pen.aloud:
        return standing_aloud(move.view.standing, pen.lang)
    return standing_text(move.view.standing, pen.lang, short=pen.width < NARROW and not pen.flat)


def hint(move: NextCriterion, pen: Pen, *, leading: bool) -> str:
    """Why this criterion: it can be claimed, it needs a number to be set, or so many others remain."""
    if move.view.state is State.READY:
        return pen.say("screens.hint.ready")
    if move.view.standing.unset and not pen.aloud:  # read out, the figures say so themselves
        return pen.say("screens.hint.unset")
    if leading:
        return pen.say("screens.hint.left", count=move.closes) if move.closes else pen.say("screens.hint.last")
    return ""


def attention_row(view: CriterionView, thread: Thread, pen: Pen, name_width: int) -> Row:
    """A criterion that was returned or commented on: by whom and why, uncut, and below that what else was said."""
    head: Line = (state_mark(view, pen), *column((Span(name_of(view, pen)),), name_width))
    remark = remark_text(view, thread, pen.lang)
    why = returned_text(view, pen) or remark or waits_text(view, pen)
    inside = pen.narrower(CURSOR)
    indent = line_width(head) if line_width(head) + width(why) <= inside.width else ROOM_FOR_WHY
    lines = list(inside.paragraph(why, indent=" " * indent))
    if indent > ROOM_FOR_WHY:
        lines[0] = (*head, *lines[0][1:])
    else:
        lines.insert(0, inside.clip(head))
    below = inside.narrower(ROOM_FOR_WHY)
    # A waiting claim with only the trainee's own words has nothing new for them.
    is_new = remark or view.state is not State.CLAIMED
    said = list(turn_lines(turns_beside(view, thread, pen.lang), below)) if is_new else []
    if view.state is State.RETURNED:
        said = [*signature_lines(view.signature, below, view.by), *said]
    lines += [(Span(" " * ROOM_FOR_WHY), *line) for line in said]
    return Row(tuple(lines), f"attention:{view.criterion.id}")


def waits_text(view: CriterionView, pen: Pen) -> str:
    """Since when a claim waits; where it doesn't, the state in a word."""
    if view.state is State.CLAIMED and view.claim is not None:
        return pen.say("screens.waits.since", day=pen.day_of(view.claim.recorded))
    return pen.say(f"words.state.{view.state}")


def returned_text(view: CriterionView, pen: Pen) -> str:
    """By whom a claim was returned, and why; empty where it wasn't."""
    reason = view.decision.reason if view.decision and view.state is State.RETURNED else ""
    return pen.say("screens.returned_by", by=view.by, reason=reason) if reason else ""


def deadline_row(deadline: Deadline, pen: Pen, name_width: int) -> Row:
    """What runs out, and when."""
    if deadline.month:
        text = pen.say("screens.month_missing", month=deadline.month, days=deadline.days)
    else:
        text = pen.say("screens.hole_grows", day=deadline.last, days=deadline.days)
    name = column((Span(name_of(deadline.view, pen)),), name_width)
    line: Line = (Span(f"{pen.glyphs.warn} ", "warn"), *name, Span(text))
    return Row.of(line, f"deadline:{deadline.view.criterion.id}")
