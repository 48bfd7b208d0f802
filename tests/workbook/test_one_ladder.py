"""One ladder of states for ladder, team and Today: what is only claimed is nowhere shown as done."""

import pytest
from workbook_world import POLICY, criterion, open_book, tick_all

from tui.drawing.ladder import ladder_lines
from tui.drawing.pen import Pen
from tui.drawing.team import cell
from tui.drawing.today import today_rows
from tui.journal.review import Verdict
from tui.progress.state import State
from tui.progress.team import Member
from tui.text.glyphs import UNICODE
from tui.text.line import flat_text
from tui.workbook.mentor.reviewing import decide, queue
from tui.workbook.mentor.signoff import declaration, sign, signables
from tui.workbook.organisation.member_summary import summarise
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.trainee.writing import claim, set_tick, withdraw
from tui.workbook.wording.thread import threads_of

MENTOR = Reviewer("p-000000000002", "田中 一郎")
STEP_1 = ("soc.1.reading", "soc.1.overview")
PEN = Pen("ja", UNICODE, 100)


@pytest.fixture
def book(tmp_path):
    with (book := open_book(tmp_path / "state.sqlite", start=1)).journal:
        for item in STEP_1:
            tick_all(book, item)
        set_tick(book, POLICY.reading("soc.1.reading")[0].id, True)
        yield book


def rung(book, step="soc.1"):
    return next(each for each in book.ladders()[0].rungs if each.id == step)


def on_ladder(book):
    return next(flat_text(line) for line in ladder_lines(book.ladders()[0], PEN) if "STEP 1" in flat_text(line))


def in_team(book):
    stands, _ = summarise(book)
    return flat_text(cell(Member(book.trainee, book.name, 0, None, 0, stands), "soc", PEN)).strip()


def today_text(book):
    today = book.today_view()
    threads = threads_of(book, [*today.attention, *today.waiting])
    return "\n".join(flat_text(line) for row in today_rows(today, PEN, {}, threads) for line in row.lines)


def claim_all(book):
    for item in STEP_1:
        claim(book, criterion(book, item))


def decide_all(book, verdict):
    for each in queue(book, MENTOR):
        decide(each, MENTOR, verdict, "図を足してください" if verdict is Verdict.RETURNED else "")


def test_what_is_claimed_waits_and_is_not_done(book):
    claim_all(book)
    assert rung(book).state is State.CLAIMED
    assert "STEP 1 0/2?" in on_ladder(book)
    assert in_team(book) == "0/2?"
    assert "✓" not in today_text(book)


def test_what_is_confirmed_waits_for_the_sign_off(book):
    claim_all(book)
    decide_all(book, Verdict.CONFIRMED)
    assert rung(book).state is State.READY
    assert "STEP 1 2/2*" in on_ladder(book)
    assert in_team(book) == "2/2*"
    assert "* SOC/監視 STEP 1: すべて確認済み、承認がまだ" in today_text(book)


def test_what_is_signed_has_the_mark_and_the_day(book):
    claim_all(book)
    decide_all(book, Verdict.CONFIRMED)
    (step,) = signables(book, MENTOR)
    sign(step, MENTOR, declaration(step, "ja"))
    assert rung(book).state is State.SIGNED
    assert "STEP 1 ✓ 承認 " in on_ladder(book)
    assert in_team(book).startswith("1✓ 0/4")
    assert "指導者を待っているもの" not in today_text(book)


def test_what_is_returned_comes_before_what_waits(book):
    claim(book, criterion(book, STEP_1[0]))
    decide_all(book, Verdict.RETURNED)
    claim(book, criterion(book, STEP_1[1]))
    assert (rung(book).waiting, rung(book).returned) == (1, 1)
    assert rung(book).state is State.RETURNED
    assert "0/2!" in on_ladder(book)
    assert in_team(book) == "0/2!"


def test_a_confirmation_that_has_become_stale_counts_no_more(book):
    claim_all(book)
    decide_all(book, Verdict.CONFIRMED)
    set_tick(book, criterion(book, STEP_1[1]).points[0].id, False)
    assert rung(book).confirmed == 1
    assert "STEP 1 1/2" in on_ladder(book)
    assert in_team(book) == "1/2"


def test_education_that_is_ticked_has_a_tick_and_no_confirmation(book):
    for item in book.pack.basic:
        set_tick(book, item.id, True)
    assert rung(book, "basic").state is State.TICKED
    assert "基礎教育 ☑" in on_ladder(book)


def test_today_says_what_waits_since_when_and_how_it_gets_to_whom(book):
    claim(book, criterion(book, STEP_1[1]))
    text = today_text(book)
    assert "指導者を待っているもの" in text
    assert "? 業務と監視対象の説明" in text
    assert "指導者 には" in text
    assert "ikusei export" in text
    withdraw(book, criterion(book, STEP_1[1]))
    assert "指導者を待っているもの" not in today_text(book)
