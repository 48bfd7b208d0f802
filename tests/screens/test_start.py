"""The first run: three questions, nothing written before the last answer."""

from screens_world import empty_book, fill, terminal
from textual.geometry import Offset

from tui.journal.bundle.writing import save_bundle


async def test_three_questions_lead_to_today(nobody):
    async with terminal(nobody) as screen:
        assert "はじめに 1/3" in screen.title
        await screen.type("佐藤 花")
        await screen.press("enter")
        assert "どの役割" in screen.text
        assert "フォレンジック" in screen.text
        await screen.press("down", "down", "enter")
        assert "どの STEP" in screen.text
        assert nobody.journal.trainees() == []
        await screen.press("down", "down", "enter")
        assert screen.place == "today"
        assert "佐藤 花" in screen.title
        assert any("STEP 2" in line and "0/4" in line for line in screen.lines)
        await screen.press("3")
        assert "STEP 2" in screen.title


async def test_cursor_of_the_terminal_stands_in_the_field_of_the_name_at_once(nobody):
    async with terminal(nobody) as screen:
        assert screen.app.cursor_position == screen.app.focused.region.offset
        await screen.type("花")
        assert screen.app.cursor_position == screen.app.focused.region.offset + Offset(2, 0)


async def test_empty_name_is_refused(nobody):
    async with terminal(nobody) as screen:
        await screen.press("enter")
        assert "名前が空です" in screen.text
        assert "はじめに 1/3" in screen.title
        await screen.type("Hana")
        await screen.press("enter")
        assert "名前が空です" not in screen.text


async def test_back_returns_to_the_question_before_and_keeps_the_name(nobody):
    async with terminal(nobody) as screen:
        await screen.type("Hana")
        await screen.press("enter", "enter")
        assert "はじめに 3/3" in screen.title
        assert "Esc 前" in screen.keys
        await screen.press("left")
        assert "はじめに 2/3" in screen.title
        await screen.press("escape")
        assert "はじめに 1/3" in screen.title
        assert "Hana" in screen.text


async def test_escape_at_the_first_question_leaves_and_writes_nothing(nobody):
    async with terminal(nobody) as screen:
        await screen.type("Hana")
        await screen.press("escape")
        assert not screen.app.is_running or screen.app._exit
    assert nobody.journal.trainees() == []
    assert nobody.trainee == ""


async def test_language_can_be_switched_before_anything_else(nobody):
    async with terminal(nobody) as screen:
        assert "F5 English" in screen.keys
        await screen.press("f5")
        assert "What is your name?" in screen.text
        await screen.type("Hana")
        await screen.press("enter")
        assert "L 日本語" in screen.keys


async def test_role_without_content_says_so_before_it_is_chosen(nobody):
    async with terminal(nobody, "en", size=(60, 24)) as screen:
        await screen.type("Hana")
        await screen.press("enter")
        rows = [line for line in screen.lines if "no content yet" in line]
        assert len(rows) == 6
        assert len({line.index("no content") for line in rows}) == 1


async def test_an_id_in_the_place_of_the_name_continues_as_oneself(nobody):
    async with terminal(nobody) as screen:
        assert "ほかの端末から続ける方" in screen.text
        await screen.type("p-3f9a21c04b77")
        await screen.press("enter")
        assert "p-3f9a21c04b77 として続けます" in screen.text
        assert "はじめに 1/3" in screen.title
        await screen.type("鈴木 花")
        await screen.press("enter", "enter", "enter")
        assert screen.place == "today"
    assert nobody.trainee == "p-3f9a21c04b77"
    assert nobody.name == "鈴木 花"


async def test_ones_own_bundle_in_the_place_of_the_name_continues_as_oneself(nobody, tmp_path):
    bundle = tmp_path / "hana.ikusei"
    book = empty_book(tmp_path / "other.sqlite")
    fill(book)
    save_bundle(book.journal, bundle, pack=(book.pack.id, book.pack.version))
    book.journal.close()
    async with terminal(nobody) as screen:
        await screen.type(str(tmp_path / "none.ikusei"))
        await screen.press("enter")
        assert "none.ikusei" in screen.text
        assert nobody.journal.trainees() == []
        await screen.press("ctrl+u")
        await screen.type(str(bundle))
        await screen.press("enter")
        assert screen.place == "today"
    assert (nobody.trainee, nobody.name) == (book.trainee, "佐藤 花")
