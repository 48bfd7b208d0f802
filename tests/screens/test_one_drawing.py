"""What a screen says of anything, the command line says, too: every line of words, of every thing and of every view."""

import re

import pytest

from tui.cli.demo import demo_settings
from tui.curriculum.model import Criterion, Item, Reference, Step
from tui.curriculum.relations import relations
from tui.curriculum.textbook import Duty, Region
from tui.drawing.career import career_rows
from tui.drawing.claim import ClaimContext, claim_sheet
from tui.drawing.criterion import SHOWN_ENTRIES, criterion_sheet
from tui.drawing.duty import duty_sheet, region_legend, region_sheet
from tui.drawing.layers import assessment_lines
from tui.drawing.matrix import matrix_rows, meaning_rows
from tui.drawing.organisation import staffing_table
from tui.drawing.pen import Pen
from tui.drawing.sheet import SAID, whole_sheet
from tui.drawing.staffing import calculator_rows, staffing_rows
from tui.drawing.step import item_sheet, learning_items, reference_sheet, step_rows, step_text
from tui.drawing.team import Names, movement_rows
from tui.drawing.team_views import closing_rows, coverage_rows, mentor_rows, stuck_rows
from tui.drawing.thing import thing_sheet
from tui.drawing.today import today_rows
from tui.lang import LANGS
from tui.text.glyphs import glyphs_for
from tui.text.line import Row, flat_text, on_paper
from tui.workbook.mentor.reviewing import queue
from tui.workbook.organisation.career import career_view
from tui.workbook.organisation.layers import Facts, Layer
from tui.workbook.organisation.matrix_table import matrix_table
from tui.workbook.organisation.staffing import staffing_view
from tui.workbook.organisation.team import open_team
from tui.workbook.setup.opening import open_workbook
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.people_names import labels
from tui.workbook.wording.pack_names import names_of
from tui.workbook.wording.thread import thread_of, threads_of

WIDTH = 80
MARKS = re.compile(
    r"^\W+(?= )|\.\.$| ?\[\d+\]$|,? ?(ほか \d+|and \d+( more)?|ほかに \d+ 件 \(5 台帳\)|\d+ more \(5 Journal\))$"
)
"""What isn't said: marks and bars before a text, that it is cut, how many more there are where not all are named."""


@pytest.fixture(params=["trainee", "team"])
def demo(request):
    with demo_settings("ja", request.param) as settings:
        book = open_workbook(settings, write=True)
        yield settings, book
        book.journal.close()


def pens(book, lang):
    """What a screen draws with, and what the command line draws with."""
    return [Pen.of_pack(book.pack, lang, glyphs_for("unicode"), WIDTH - 2, flat=is_flat) for is_flat in (False, True)]


def squashed(text):
    return "".join(text.split())


def words_of(rows):
    """The pieces of words of each line, without blanks: a line is wrapped elsewhere where ids stand before it."""
    for row in rows:
        for line in row.lines:
            for piece in re.split(r" {2,}", flat_text(line).strip()):
                words = squashed(MARKS.sub("", MARKS.sub("", piece)))
                if any(character.isalpha() for character in words):
                    yield words


def lost(screen, paper):
    said = squashed("".join(flat_text(line) for line in on_paper(paper)))
    return [words for words in words_of(screen) if words not in said]


def said_about(waiting):
    return ClaimContext(thread_of(waiting.book, waiting.view.criterion))


def on_screens(book, thing, pen):
    """What the screens draw of a thing below its title: the page for anything, and the screen where it belongs."""
    pack = book.pack
    others = [each for each in relations(pack, thing) if each.kind not in SAID.get(type(thing), ())]
    yield from thing_sheet(thing, others, pen)
    role = pack.role(thing.id.partition(".")[0])
    inside = [step for step in (role.steps if role else ()) if f"{thing.id}.".startswith(f"{step.id}.")]
    view = book.step_view(role, inside[0]) if inside else None
    match thing:
        case Criterion():
            newest = book.newest(thing, SHOWN_ENTRIES)
            yield from criterion_sheet(book.view(thing), newest, learning_items(view), thread_of(book, thing), pen)
        case Step():
            definition = next(each for each in pack.steps if each.number == thing.number)
            yield from (Row.of(line) for line in step_text(thing, definition, pen)[1:])
            yield from step_rows(view, pen)
        case Item() if view and thing.id in learning_items(view):
            title, *below = item_sheet(thing, view, pen)
            yield from (Row(title.lines[1:]), *below)
        case Reference():
            (row,) = reference_sheet(thing, pen)
            yield Row(row.lines[1:])
        case Duty():
            said = assessment_lines(thing, Facts(book, ""), labels(book), pen)
            yield from duty_sheet(thing, pack.textbook, pen, said)[1:]
        case Region():
            (row,) = region_sheet(thing, pen)
            yield from (Row(row.lines[1:]), *region_legend(thing, pen))


@pytest.mark.parametrize("lang", LANGS)
def test_show_says_of_every_thing_what_the_screens_say_of_it(demo, lang):
    _, book = demo
    screen, paper = pens(book, lang)
    found = {
        thing.id: lost(on_screens(book, thing, screen), whole_sheet(thing, book.pack, book, paper))
        for thing in book.pack.things()
    }
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_every_view_says_on_the_command_line_what_it_says_on_a_screen(demo, lang):
    settings, book = demo
    today, names, career = book.today_view(), names_of(book, lang), career_view(book)
    team = open_team(settings, book)
    team.fill_all()
    textbook = book.pack.textbook
    duties = [duty for function in textbook.functions for duty in function.duties]
    known = Names(
        {entry.id: entry.name.of(lang) for entry in book.pack.roles},
        team.people,
        {duty.id: duty.code for duty in duties},
    )
    threads = threads_of(book, [*today.attention, *today.waiting])
    waiting = queue(book, Reviewer("p-somebody", "田中", None))
    views = {
        "status": lambda pen: today_rows(today, pen, names, threads),
        "career": lambda pen: career_rows(career, pen, can_choose=False),
        "team stuck": lambda pen: stuck_rows(team, team.stuck, known, pen),
        "team mentors": lambda pen: mentor_rows(team, known, pen),
        "team movement": lambda pen: movement_rows(team.movement(12), pen),
        "team coverage": lambda pen: coverage_rows(duties, duties, team.covered, known, pen),
        "team closing": lambda pen: closing_rows(team.closings, known, pen),
        "review": lambda pen: [
            row for each in waiting for row in claim_sheet(each, each.entries(), said_about(each), pen)
        ],
    }
    screen, paper = pens(book, lang)
    found = {name: lost(draw(screen), draw(paper)) for name, draw in views.items()}
    assert waiting
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize("lang", LANGS)
def test_tables_say_on_the_command_line_what_they_say_on_a_screen(demo, lang):
    _, book = demo
    screen, paper = pens(book, lang)
    staffing, table, facts = staffing_view(book), matrix_table(book.pack), Facts(book, "")
    levels = staffing_table(staffing.levels, staffing.teams, screen)
    # Before there is any head count the screen says which key asks for one; the command line says which verb.
    ours = [row for row in calculator_rows(staffing, screen) if staffing.said or "Enter" not in flat_text(row.lines[0])]
    found = {"staffing": lost([*levels, *ours], staffing_rows(staffing, paper))}
    for layer in Layer:
        shown = meaning_rows(table, (layer,), facts, screen)
        found[f"matrix {layer}"] = lost(shown, matrix_rows(table, (layer,), facts, paper))
    assert {name: words for name, words in found.items() if words} == {}
