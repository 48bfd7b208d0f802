"""What comes from outside: a journal that can only be looked at, another process, another terminal."""

import pytest
from screens_world import clock, empty_book, fill, terminal

from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal

WRITING = ("記録", "印", "申請", "直す", "取消", "取り組む")


@pytest.fixture
def shown(book, path):
    """The same journal, opened for looking."""
    only_looking = empty_book(path, write=False)
    yield only_looking
    only_looking.journal.close()


@pytest.mark.parametrize("way", [(), ("2",), ("3", "down"), ("3", "w"), ("5", "down")])
async def test_read_only_journal_says_so_and_offers_no_writing(shown, way):
    async with terminal(shown) as screen:
        await screen.press(*way)
        assert "[読み取り専用]" in screen.title
        assert not [word for word in WRITING if f" {word}" in screen.keys]


async def test_keys_that_write_do_nothing_in_a_read_only_journal(shown):
    count = shown.journal.entry_count(shown.trainee)
    async with terminal(shown) as screen:
        await screen.press("3", "down", "l", "space", "c", "e", "u", "f2", "f6", "f8")
        assert "したこと" not in screen.text
        assert screen.place == "step"
        await screen.press("ctrl+p")
        assert "したことを実績として書く" not in screen.text
    assert shown.journal.entry_count(shown.trainee) == count


@pytest.mark.parametrize(
    ("way", "before", "after"),
    [((), "7/10 回", "8/10 回"), (("3", "down"), "7/10", "8/10"), (("3", "down", "w"), "7/10 回", "8/10 回")],
)
async def test_what_another_process_writes_shows_in_the_open_screen(book, path, way, before, after):
    async with terminal(book) as screen:
        await screen.press(*way)
        await screen.look_elsewhere()
        assert before in screen.text
        _write_elsewhere(path, book.trainee)
        await screen.look_elsewhere()
        assert after in screen.text


async def test_journal_that_was_replaced_says_so_and_takes_nothing_more(book, path, tmp_path):
    part = tmp_path / "part"
    async with terminal(book) as screen:
        part.write_bytes(path.read_bytes())
        await screen.look_elsewhere()
        assert "置き換えられ" not in screen.text
        part.replace(path)
        await screen.look_elsewhere()
        assert "置き換えられました" in screen.text
        before = path.read_bytes()
        await screen.press("u")
        assert path.read_bytes() == before


async def test_journal_grows_under_the_eyes_and_the_cursor_stays_on_its_event(book, path):
    async with terminal(book) as screen:
        await screen.press("5")
        before = screen.cursor
        _write_elsewhere(path, book.trainee)
        await screen.look_elsewhere()
        assert "25 件" in screen.title or "26 件" in screen.title
        assert screen.cursor == before


async def test_form_keeps_what_is_typed_while_another_process_writes(book, path):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.type("half")
        _write_elsewhere(path, book.trainee)
        await screen.look_elsewhere()
        assert "half" in screen.text
        assert "Esc やめる" in screen.keys


def _write_elsewhere(path, trainee):
    body = {"items": ["soc.2.paired"], "day": "2026-11-20", "quantity": 1, "supervision": "paired"}
    with Journal.open(path, clock=clock(), host="desk") as other:
        other.append([NewEvent(Kind.ENTRY, trainee, body=body)], author=trainee)


@pytest.mark.parametrize(("lang", "sentence"), [("ja", "40 × 10"), ("en", "at least 40 by")])
async def test_too_small_terminal_says_how_large_it_must_be(book, lang, sentence):
    async with terminal(book, lang) as screen:
        for way in ((), ("3",), ("4",), ("question_mark",), ("slash",)):
            await screen.press(*way)
            await screen.resize(30, 8)
            assert sentence in screen.text, way
            assert screen.lines[-1] == ""
            await screen.resize(80, 24)
            assert sentence not in screen.text
            await screen.press("escape")


@pytest.mark.parametrize(
    "way", [(), ("2", "enter"), ("3", "down", "enter"), ("3", "w"), ("4", "enter"), ("5", "enter")]
)
async def test_resize_and_back_shows_the_same_again(book, way):
    async with terminal(book, size=(120, 40)) as screen:
        await screen.press(*way)
        before = screen.lines
        await screen.resize(50, 20)
        assert max(map(len, screen.lines)) <= 50
        assert screen.lines != before
        await screen.resize(120, 40)
        assert screen.lines == before


async def test_ascii_marks_draw_nothing_that_a_console_lacks(book):
    async with terminal(book, glyphs="ascii") as screen:
        for way in ((), ("2",), ("3", "down"), ("3", "w"), ("4",), ("5",), ("question_mark",), ("l",)):
            await screen.press(*way)
            assert not set(screen.text) & set("✓✗☐☑⚠"), way
            await screen.press("escape", "1")


async def test_ascii_boxes_show_ticked_and_unticked(nobody):
    fill(nobody)
    async with terminal(nobody, glyphs="ascii") as screen:
        await screen.press("3", "down")
        assert "[x] 手順書のとおり" in screen.text
        assert "[ ] 判断に迷った点" in screen.text
