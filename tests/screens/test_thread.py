"""A trainee reads everything that was said to them, where they work: on Today, on the STEP, on the walk."""

import pytest
from screens_world import terminal
from test_review_screen import TANAKA, claimed, criterion

from tui.journal.review import Verdict
from tui.text.cells import width
from tui.workbook.mentor.reviewing import comment, decide, queue
from tui.workbook.trainee.writing import claim, withdraw

__all__ = ["claimed"]

ITEM = "soc.2.alone"
LONG = "".join(f"{number:02d} 番の判断の根拠を足してください。" for number in range(20))
FIRST, SECOND, REMARK = (
    "一件目の根拠がありません",
    f"二回目です。{LONG}",
    "どの夜勤のことですか\n記録の番号も書いてください",
)


def say(book, *, returned="", remark=""):
    (waiting,) = queue(book, TANAKA)
    if remark:
        comment(waiting, TANAKA, remark)
    if returned:
        decide(waiting, TANAKA, Verdict.RETURNED, returned)


@pytest.fixture
def twice(claimed):
    """Returned, claimed again, remarked on, returned again."""
    say(claimed, returned=FIRST)
    claim(claimed, criterion(claimed, ITEM), "足しました")
    say(claimed, remark=REMARK, returned=SECOND)
    return claimed


COMMON = ("足しました", "田中実:どの夜勤のことですか", "記録の番号も書いてください")
SAID = {
    "ja": (*COMMON, "申請記録はすべてチケットにあります", f"田中実が差し戻し:{FIRST}", "署名なし"),
    "en": (*COMMON, "claimed記録はすべてチケットにあります", f"returnedby田中実:{FIRST}", "unsigned"),
}


def beyond(line, cells):
    """What of a line stands right of so many cells."""
    at = 0
    while at < len(line) and cells > 0:
        cells -= width(line[at])
        at += 1
    return line[at:]


async def read(screen, key, left=0):
    """Every line from the top to the end, without blanks and edge marks; *left*: only what stands right of it."""
    lines, before = [], None
    while screen.lines[1:-2] != before:
        before = screen.lines[1:-2]
        shown = ["".join(beyond(line, left).rstrip("^v").split()) for line in before]
        kept = next(at for at in range(len(shown), -1, -1) if not at or lines[-at:] == shown[:at])
        lines += shown[kept:]
        await screen.press(key)
    return "".join(lines)


def unread(seen, lang):
    """What of everything that was said isn't in *seen*."""
    return [each for each in (*SAID[lang], *(f"{number:02d}番の判断" for number in range(20))) if each not in seen]


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_the_whole_thread_stands_on_the_walk(twice, lang):
    async with terminal(twice, lang=lang, size=(80, 24)) as screen:
        await screen.press("3", "down", "down", "w", "K", "K", "K")
        assert unread(await read(screen, "J"), lang) == []


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_the_whole_thread_stands_on_the_step(twice, lang):
    async with terminal(twice, lang=lang, size=(80, 24)) as screen:
        await screen.press("3", "down", "down")
        # Lists and details stand side by side: in cells, since a line has characters of two widths.
        assert unread(await read(screen, "J", 34), lang) == []


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_today_has_the_reason_in_full_and_the_rounds_before(twice, lang):
    async with terminal(twice, lang=lang, size=(80, 24)) as screen:
        assert unread(await read(screen, "J"), lang) == []


async def test_a_remark_on_a_claim_that_waits_is_read_on_today(claimed):
    async with terminal(claimed) as screen:
        assert "田中 実" not in screen.text
        say(claimed, remark=REMARK)
        screen.app.session.revision += 1
        screen.app.front.redraw()
        await screen.settle()
        assert "指導者を待っているもの" in screen.text
        assert "田中 実: どの夜勤のことですか" in screen.text
        assert "記録の番号も書いてください" in screen.text


async def test_a_claim_that_was_taken_back_stays_in_the_thread(claimed):
    say(claimed, remark=REMARK)
    withdraw(claimed, criterion(claimed, ITEM))
    async with terminal(claimed, size=(100, 40)) as screen:
        await screen.press("3", "down", "down")
        assert "取り下げ" in screen.text
        assert "どの夜勤のことですか" in screen.text


async def test_a_claim_of_which_nothing_was_said_has_no_thread(book):
    from screens_world import make_ready

    make_ready(book)
    claim(book, criterion(book, ITEM))
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press("3", "down", "down")
        assert "申請しました" in screen.text
        assert "これまでの経過" not in screen.text
