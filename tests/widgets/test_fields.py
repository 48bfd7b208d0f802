"""Fields to type in: a line, a question."""

import pytest
from settling import settled
from textual import events
from widgets_world import alone, rows_of

from tui.text.cells import width
from tui.widgets.canvas import Canvas
from tui.widgets.prompt_line import PromptLine
from tui.widgets.text_field import TextField


@pytest.mark.parametrize("text", ["\x1b]52;c;AAAA\x07", "\u202eabc", "\x9b2J"])
async def test_control_characters_are_replaced_as_they_come_in(text):
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.post_message(events.Paste(text))
        await settled(pilot)
        assert "\ufffd" in field.value
        assert not set(field.value) & set("\x1b\x07\x9b\u202e")
        assert len(field.value) == len(text)


async def test_paste_of_many_lines_is_kept_whole_on_one_line():
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.post_message(events.Paste("07:10 検知\r\n07:12 隔離\n\n07:30 復旧\n"))
        await settled(pilot)
        assert field.value == "07:10 検知 07:12 隔離 07:30 復旧"


async def test_what_a_chat_puts_unseen_into_a_paste_stays_out():
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.post_message(events.Paste("\ufeffINC\u200b-1\u200e"))
        await settled(pilot)
        assert field.value == "INC-1"
        await pilot.press("2")
        assert field.value == "INC-12"


async def test_paste_replaces_what_is_selected():
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.value = "INC-1"
        field.select_all()
        field.post_message(events.Paste("INC-2"))
        await settled(pilot)
        assert field.value == "INC-2"


async def test_end_of_a_long_paste_is_in_sight_at_once():
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.post_message(events.Paste("経緯 " * 60 + "おわり"))
        await settled(pilot)
        assert "おわり" in field.render_line(0).text


WHOLE = {
    "NFD of a Mac": ("か\u3099", "き"),
    "variant of a character": ("葛\U000e0100", "城"),
    "no composed form": ("セ\u309a", "と"),
    "two marks": ("e\u0301\u0323", "x"),
    "mark on a sign": ("☑\ufe0f", "1"),
    "letters of a syllable": ("\u1112\u1161\u11ab", "\u1100\u1173\u11af"),
}


@pytest.fixture(params=WHOLE.values(), ids=WHOLE)
def whole(request):
    """Two characters, the first of them with marks."""
    return request.param


async def typed(pilot, field, *keys):
    await pilot.press(*keys)
    await settled(pilot)
    return field.value


async def test_backspace_deletes_a_character_with_its_marks(whole):
    first, second = whole
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.value = second + first
        assert await typed(pilot, field, "end", "backspace") == second
        field.value = first + second
        assert await typed(pilot, field, "end", "backspace", "backspace") == ""


async def test_delete_deletes_a_character_with_its_marks(whole):
    first, second = whole
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.value = first + second
        assert await typed(pilot, field, "home", "delete") == second


async def test_cursor_goes_over_a_character_with_its_marks_at_once(whole):
    first, second = whole
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.value = first + second
        assert await typed(pilot, field, "home", "right", "a") == f"{first}a{second}"
        assert await typed(pilot, field, "end", "left", "left", "left", "b") == f"b{first}a{second}"


async def test_what_is_chosen_with_shift_has_its_marks(whole):
    first, second = whole
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.value = first + second
        assert await typed(pilot, field, "home", "shift+right", "a") == f"a{second}"
        field.value = second + first
        assert await typed(pilot, field, "end", "shift+left", "b") == f"{second}b"


async def test_click_puts_the_cursor_between_characters(whole):
    first, _ = whole
    async with alone(TextField()) as (field, pilot):
        field.value = first * 3
        for cells, before in ((0, 0), (width(first), 1), (width(first) * 3, 3), (20, 3)):
            await pilot.click(field, offset=(cells, 0))
            assert field.cursor_position == len(first) * before


@pytest.mark.parametrize(("keys", "left"), [(["ctrl+w"], "夜勤 "), (["ctrl+left", "x"], "夜勤 xか\u3099か\u3099り")])
async def test_a_word_goes_on_behind_a_mark(keys, left):
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.value = "夜勤 か\u3099か\u3099り"
        assert await typed(pilot, field, "end", *keys) == left


async def test_mark_that_is_typed_behind_its_character_is_one_with_it():
    async with alone(TextField()) as (field, pilot):
        field.focus()
        field.value = "かき"
        field.cursor_position = 1
        field.post_message(events.Paste("\u3099"))
        await settled(pilot)
        assert await typed(pilot, field, "x", "left", "backspace") == "xき"


async def test_cursor_of_a_field_does_not_blink():
    async with alone(TextField()) as (field, pilot):
        field.focus()
        await settled(pilot)
        assert field.cursor_blink is False


async def test_markup_is_only_text():
    async with alone(TextField()) as (field, _):
        field.value = "[@click=app.pwn]x[/]"
        assert "[@click=app.pwn]x[/]" in field.render_line(0).text


async def test_question_is_answered_with_enter_and_taken_back_with_escape():
    heard = []

    class Listening(PromptLine):
        def on_prompt_line_answered(self, message):
            heard.append(message.text)

        def on_prompt_line_cancelled(self):
            heard.append(None)

    async with alone(Listening()) as (prompt, pilot):
        assert not prompt.display
        prompt.ask("containing", "ID")
        await settled(pilot)
        assert "containing" in rows_of(prompt.query_one(Canvas))[0]
        await pilot.press("S", "enter", "escape")
        await settled(pilot)
        assert heard == ["IDS", None]
        prompt.close()
        assert not prompt.display
