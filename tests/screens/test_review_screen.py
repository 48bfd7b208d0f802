"""A mentor clears a queue; the trainee finds out, answers, and claims again."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from screens_world import TODAY, Terminal, entry_form, make_ready, terminal
from settling import settled

from tui.app import IkuseiApp
from tui.curriculum.rule import Supervision
from tui.progress.state import State
from tui.session import Session
from tui.text.glyphs import glyphs_for
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.trainee.writing import claim, correct, form_of, log, set_tick

TANAKA = Reviewer("p-tanaka", "田中 実")


@pytest.fixture
def claimed(book):
    """The trainee has claimed one criterion, for which there are entries with evidence."""
    make_ready(book)
    claim(book, criterion(book, "soc.2.alone"), "記録はすべてチケットにあります")
    return book


def criterion(book, criterion_id):
    _, step, index = book.locate(criterion_id)
    return step.criteria[index]


def state_of(book, criterion_id="soc.2.alone"):
    return book.view(criterion(book, criterion_id)).state


@asynccontextmanager
async def mentor(book, lang="ja", size=(80, 24), reviewer=TANAKA):
    app = IkuseiApp(Session(book, lang, glyphs_for("unicode"), reviewer=reviewer))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield Terminal(app, pilot)


async def test_claim_is_confirmed_and_leaves_the_queue(claimed):
    async with mentor(claimed) as screen:
        assert "待ち 1" in screen.title
        assert "田中 実" in screen.title
        assert "記録はすべてチケットにあります" in screen.text
        await screen.press("c")
        await screen.type("よく書けています")
        await screen.press("enter")
        assert "確認しました" in screen.status
        assert "待ち 0" in screen.title
    assert state_of(claimed) is State.CONFIRMED
    async with terminal(claimed) as screen:
        await screen.press("3", "down", "down")
        assert "✓ 独力での監視業務" in screen.text
        assert "田中 実" in screen.text


async def test_claim_is_returned_with_a_reason_and_comes_back_to_today(claimed):
    async with mentor(claimed) as screen:
        await screen.press("r")
        await screen.type("二件目の判断の根拠を足してください")
        await screen.press("enter")
        assert "差し戻しました" in screen.status
    assert state_of(claimed) is State.RETURNED
    async with terminal(claimed) as screen:
        assert "差し戻された申請" in screen.text
        assert "田中 実: 二件目の判断の根拠" in screen.text
        await screen.press("3", "down", "down", "c", "enter")
        assert state_of(claimed) is State.CLAIMED
    async with mentor(claimed) as screen:
        await screen.press("end")
        assert "待ち 1" in screen.title


async def test_nothing_is_returned_without_a_reason_that_the_mentor_wrote(claimed):
    async with mentor(claimed) as screen:
        await screen.press("r", "enter")
        assert "理由が必要です" in screen.status
        assert state_of(claimed) is State.CLAIMED
        await screen.type("手順 3 の根拠がありません")
        await screen.press("enter")
        assert "差し戻しました" in screen.status
    assert claimed.view(criterion(claimed, "soc.2.alone")).decision.reason == "手順 3 の根拠がありません"


async def test_thread_of_rounds_is_shown(claimed):
    async with mentor(claimed) as screen:
        await screen.press("r")
        await screen.type("足りません")
        await screen.press("enter")
    claim(claimed, criterion(claimed, "soc.2.alone"), "足しました")
    async with mentor(claimed, size=(100, 50)) as screen:
        assert "これまでの経過" in screen.text
        assert "田中 実 が差し戻し: 足りません" in screen.text


async def test_what_changed_after_the_claim_is_marked(claimed):
    entry = claimed.entries(criterion(claimed, "soc.2.alone"))[0]
    correct(claimed, entry, form_of(entry))
    async with mentor(claimed, size=(120, 50)) as screen:
        assert "申請のあとで変わったこと" in screen.text
        assert "直された実績" in screen.text


async def test_confirmed_criterion_turns_stale_when_an_entry_changes_and_can_be_claimed_again(claimed):
    async with mentor(claimed) as screen:
        await screen.press("c", "enter")
    entry = claimed.entries(criterion(claimed, "soc.2.alone"))[0]
    correct(claimed, entry, form_of(entry))
    assert state_of(claimed) is State.STALE
    async with terminal(claimed) as screen:
        assert "要再確認" in screen.text
        await screen.press("3", "down", "down", "c", "enter")
    assert state_of(claimed) is State.CLAIMED


async def test_marked_claims_are_confirmed_at_once(claimed):
    for day in (3, 4, 5):
        log(claimed, entry_form("soc.2.paired", day, Supervision.PAIRED))
    make_ready(claimed, "soc.2.paired")
    claim(claimed, criterion(claimed, "soc.2.paired"))
    async with mentor(claimed) as screen:
        await screen.press("space", "space", "b")
        assert "2 件を確認しました" in screen.status
    assert {state_of(claimed), state_of(claimed, "soc.2.paired")} == {State.CONFIRMED}


async def test_bulk_confirm_refuses_a_claim_without_entries(claimed):
    for point in criterion(claimed, "soc.2.detect").points:
        set_tick(claimed, point.id, True)
    claim(claimed, criterion(claimed, "soc.2.detect"))
    async with mentor(claimed) as screen:
        await screen.press("space", "space", "b")
        assert "実績がありません" in screen.status
    assert {state_of(claimed), state_of(claimed, "soc.2.detect")} == {State.CLAIMED}


async def test_comment_reaches_the_thread(claimed):
    async with mentor(claimed, size=(120, 50)) as screen:
        await screen.press("m")
        await screen.type("どの夜勤ですか")
        await screen.press("enter")
        assert "田中 実: どの夜勤ですか" in screen.text
    assert state_of(claimed) is State.CLAIMED


async def test_nobody_reviews_for_themself(claimed):
    async with mentor(claimed, reviewer=Reviewer(claimed.trainee, "佐藤 花")) as screen:
        assert "待ち 0" in screen.title


async def test_claim_withdrawn_meanwhile_is_not_decided(claimed):
    from tui.workbook.trainee.writing import withdraw

    async with mentor(claimed) as screen:
        await screen.press("c")
        withdraw(claimed, criterion(claimed, "soc.2.alone"))
        await screen.press("enter")
        assert "すでに判定待ちではありません" in screen.status


@pytest.mark.parametrize(("key", "state"), [("c", State.CONFIRMED), ("r", State.RETURNED)])
async def test_what_changes_while_the_question_is_open_is_seen_before_it_is_decided_on(claimed, key, state):
    entry = claimed.entries(criterion(claimed, "soc.2.alone"))[0]
    correct(claimed, entry, replace(form_of(entry), note="最初の訂正"))
    async with mentor(claimed, size=(120, 50)) as screen:
        await screen.press(key)
        await screen.type("読みました")
        correct(claimed, entry, replace(form_of(entry), note="まったく別の案件"))
        await screen.press("enter")
        assert "表示した後に内容が変わりました" in screen.status
        assert state_of(claimed) is State.CLAIMED
        assert "まったく別の案件" in screen.text
        assert "読みました" in screen.text
        await screen.press("enter")
    assert claimed.journal.decisions(claimed.trainee)[-1].reason == "読みました"
    assert state_of(claimed) is (State.STALE if state is State.CONFIRMED else state)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 16)])
async def test_review_draws_at_every_size_in_both_languages(claimed, lang, size):
    async with mentor(claimed, lang, size) as screen:
        await screen.press("down", "enter", "J", "question_mark", "escape", "t", "escape", "L")
        assert screen.place == "review"
        assert claimed.today() == TODAY


async def test_empty_queue_says_so(book):
    async with mentor(book, "en") as screen:
        assert "No claim waits" in screen.text
        assert "c confirm" not in screen.keys


async def test_queue_is_filtered_by_name_role_and_criterion(claimed):
    make_ready(claimed, "soc.2.detect")
    claim(claimed, criterion(claimed, "soc.2.detect"))
    async with mentor(claimed, size=(108, 30)) as screen:
        await screen.press("f")
        await screen.type("ｿｯｸ")
        await screen.press("enter")
        assert "当てはまる申請は待って" in screen.text
        await screen.press("escape", "f")
        await screen.type("花 検知")
        await screen.press("enter")
        assert "「花 検知」 1 件" in screen.title
        assert "独力での監視業務" not in screen.text
        await screen.press("escape")
        assert "1 件" not in screen.title
        assert "独力での監視業務" in screen.text


async def test_every_shown_claim_is_marked_at_once_and_none_at_the_second_time(claimed):
    for day in (3, 4, 5):
        log(claimed, entry_form("soc.2.paired", day, Supervision.PAIRED))
    make_ready(claimed, "soc.2.paired")
    claim(claimed, criterion(claimed, "soc.2.paired"))
    async with mentor(claimed) as screen:
        await screen.press("a")
        assert screen.text.count("☑ ") >= 2
        await screen.press("a")
        assert "選択" not in screen.title
        await screen.press("a", "b")
    assert {state_of(claimed), state_of(claimed, "soc.2.paired")} == {State.CONFIRMED}


async def test_fork_of_the_chain_is_shown_above_the_claim(claimed, monkeypatch):
    monkeypatch.setattr(type(claimed.journal), "forks", lambda *_: [("w-hana", 7), ("w-ken", 8)])
    async with mentor(claimed, size=(108, 40)) as screen:
        assert "台帳が分岐: 書き手 w-hana の 7 番" in screen.text
        await screen.press("L")
        assert "Chains fork: writer w-hana has two events 7 (other writers: 1)" in screen.text


async def test_comment_says_that_it_was_written(claimed):
    async with mentor(claimed) as screen:
        await screen.press("m")
        await screen.type("どの夜勤ですか")
        await screen.press("enter")
        assert "独力での監視業務 にコメントしました" in screen.status


async def test_what_is_marked_can_be_seen_to_be_confirmed_at_once(claimed):
    async with mentor(claimed) as screen:
        assert "まとめて" not in screen.keys
        await screen.press("space")
        assert "b まとめて確認" in screen.keys


async def test_the_mark_of_a_change_is_never_cut_away(book):
    reading = criterion(book, "soc.1.reading")
    make_ready(book, reading.id)
    for item in book.policy.readings[reading.id]:
        set_tick(book, item.id, on=True)
    claim(book, reading)
    set_tick(book, reading.points[0].id, on=False)
    async with mentor(book) as screen:
        line = next(line for line in screen.lines if line.startswith("> "))
        assert "指定の資料と書籍" in line[:20]
        assert "⚠" in line[:28]
