"""A mentor reads everything that they confirm, and takes a mistaken confirmation back."""

import pytest
from screens_world import entry_form, make_ready, terminal
from test_review_screen import TANAKA, claimed, criterion, mentor, state_of

from tui.commands import REVIEW, bar_of
from tui.commands.keys import key_name
from tui.journal.review import Verdict
from tui.lang import say
from tui.progress.state import State
from tui.workbook.mentor.reviewing import decide, queue, returnable
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.trainee.writing import claim, log

__all__ = ["claimed"]

LONG = "".join(f"{number:03d} 夜間に届いたアラートを一次切り分けした。" for number in range(60))
EVIDENCE = tuple(f"https://tickets.example.jp/browse/INC-{number:04d}" for number in range(30))


@pytest.fixture
def wordy(book):
    """A claim on an entry with a note of 2 kB and thirty pieces of evidence."""
    log(book, entry_form("soc.2.alone", 20, note=LONG, evidence=EVIDENCE))
    make_ready(book)
    claim(book, criterion(book, "soc.2.alone"))
    return book


async def read_to_the_end(screen):
    """What is to be seen while the claim is read from top to bottom."""
    seen = []
    before = ""
    while screen.text != before:
        before = screen.text
        seen.append(before)
        await screen.press("pagedown")
    return "".join("".join(page.split()) for page in seen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 16)])
async def test_every_word_of_a_long_note_and_every_piece_of_evidence_can_be_read(wordy, size):
    async with mentor(wordy, size=size) as screen:
        await screen.press("enter")
        seen = await read_to_the_end(screen)
        assert not [n for n in range(60) if f"{n:03d}夜間" not in seen]
        assert not [each for each in EVIDENCE if each[-8:] not in seen]
        await screen.press("left")
        assert "> " in "".join(line[:2] for line in screen.lines)


async def test_hundreds_of_entries_can_be_read(book):
    for number in range(300):
        log(book, entry_form("soc.2.alone", 1 + number % 20, note=f"n{number:03d}"))
    make_ready(book)
    claim(book, criterion(book, "soc.2.alone"))
    async with mentor(book) as screen:
        await screen.press("enter")
        seen = await read_to_the_end(screen)
        assert not [n for n in range(300) if f"n{n:03d}" not in seen]


async def test_a_claim_that_is_read_moves_line_by_line_and_can_be_decided(wordy):
    async with mentor(wordy) as screen:
        before = screen.lines
        assert "Enter 開く" in screen.keys
        await screen.press("enter")
        assert max(map(len, screen.lines[1:-2])) > max(map(len, before[1:-2])) // 2
        top = screen.lines[1:]
        await screen.press("j")
        assert screen.lines[1:] != top
        await screen.press("k")
        assert screen.lines[1:] == top
        await screen.press("c", "enter")
        assert "確認しました" in screen.status
        assert "待っている申請はありません" in screen.text.replace("\n", "")
    assert state_of(wordy) is State.CONFIRMED


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_key_that_the_bar_offers_does_something(claimed, lang, size):
    for command in bar_of(REVIEW):
        if command.id in {"quit", "language"}:
            continue
        async with mentor(claimed, lang, size) as screen:
            for way in ((), ("enter",), ("d",)):
                await screen.press(*way)
                if f" {key_name(command.keys[0])} {say(lang, command.label)}" not in screen.keys:
                    continue
                before = screen.text
                await screen.press(command.keys[0])
                assert screen.text != before, (command.id, way)
                await screen.press("escape", "escape")


async def test_mark_all_marks_only_what_a_bulk_confirm_takes(claimed):
    make_ready(claimed, "soc.2.detect")
    claim(claimed, criterion(claimed, "soc.2.detect"))
    async with mentor(claimed) as screen:
        await screen.press("a")
        assert "選択 1" in screen.title
        assert "1 件は、一つずつ" in screen.status
        await screen.press("b")
        assert "1 件を確認しました" in screen.status
    assert (state_of(claimed), state_of(claimed, "soc.2.detect")) == (State.CONFIRMED, State.CLAIMED)


@pytest.mark.parametrize(("key", "word"), [("c", "を確認"), ("r", "を差し戻す理由"), ("m", "へのコメント")])
async def test_a_question_names_person_and_criterion(claimed, key, word):
    async with mentor(claimed) as screen:
        await screen.press(key)
        assert f"佐藤 花 soc.2.alone {word}" in screen.text


# -- a mistaken confirmation -----------------------------------------------------------------------------------------


async def test_a_mistaken_confirmation_is_returned_and_both_stay_to_be_seen(claimed):
    async with mentor(claimed) as screen:
        await screen.press("c")
        await screen.type("よし")
        await screen.press("enter", "d")
        assert "確認済みの申請  1" in screen.title
        assert "独力での監視業務" in screen.text
        await screen.press("r")
        await screen.type("人をまちがえました")
        await screen.press("enter")
        assert "差し戻しました" in screen.status
        assert "確認済みの申請  0" in screen.title
    assert state_of(claimed) is State.RETURNED
    async with terminal(claimed, size=(108, 40)) as screen:
        assert "田中 実: 人をまちがえました" in screen.text
        assert "田中 実 が確認  よし" in screen.text
        await screen.press("3", "down", "down")
        assert "差し戻しました: 人をまちがえました" in screen.text
        assert "田中 実 が確認  よし" in screen.text
        await screen.press("c", "enter")
    assert state_of(claimed) is State.CLAIMED
    async with mentor(claimed, size=(108, 60)) as screen:
        assert "田中 実 が確認  よし" in screen.text
        assert "田中 実 が差し戻し: 人をまちがえました" in screen.text


async def test_escape_leads_back_from_what_is_confirmed_to_what_waits(claimed):
    async with mentor(claimed) as screen:
        await screen.press("d")
        assert "確認済みの申請  0" in screen.title
        assert "c 確認 " not in screen.keys
        await screen.press("escape")
        assert "待ち 1" in screen.title


def test_any_mentor_who_may_returns_what_another_confirmed(claimed):
    (waiting,) = queue(claimed, TANAKA)
    decide(waiting, TANAKA, Verdict.CONFIRMED)
    suzuki = Reviewer("p-suzuki", "鈴木 一")
    (confirmed,) = returnable(claimed, suzuki)
    decide(confirmed, suzuki, Verdict.RETURNED, "根拠が足りません")
    view = claimed.view(criterion(claimed, "soc.2.alone"))
    assert (view.state, view.by) == (State.RETURNED, "鈴木 一")
    assert [each.author for each in view.round.before] == [TANAKA.id]
