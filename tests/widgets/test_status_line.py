"""The line for what just happened: a long sentence is shown to its end, where it says how to mend it."""

from settling import settled
from textual.app import App

from tui.text.line import flat_text
from tui.widgets.bars import StatusLine
from tui.widgets.canvas import Canvas

LONG = (
    "鍵 /home/tanaka/.ssh/id_ed25519.pub のパスフレーズが違うか、入力できる端末がありません。もう一度試してください。"
)


class Small(App):
    def compose(self):
        yield Canvas(id="above")
        yield StatusLine(id="status")


async def rows_after(*texts, size=(40, 10)):
    """How many rows the sentence takes, what stands there, and how many are left above."""
    app = Small()
    async with app.run_test(size=size) as pilot:
        status = app.query_one("#status", StatusLine)
        for text in texts:
            status.say(text)
            await settled(pilot)
        shown = "".join(flat_text(line).strip() for line in status.lines)
        return status.size.height, shown, app.query_one("#above").size.height


async def test_sentence_that_fits_takes_one_row():
    assert await rows_after("記録しました。") == (1, "記録しました。", 9)


async def test_long_sentence_is_shown_to_its_end():
    height, shown, above = await rows_after(LONG)
    assert (height, above) == (3, 7)
    assert shown == LONG.replace(" ", "") or shown.replace(" ", "") == LONG.replace(" ", "")


async def test_next_sentence_gives_the_rows_back():
    assert await rows_after(LONG, "") == (1, "", 9)


async def test_endless_sentence_takes_no_more_than_its_share():
    height, shown, above = await rows_after("字" * 500)
    assert (height, above) == (StatusLine.MOST, 10 - StatusLine.MOST)
    assert shown.endswith("字..")
