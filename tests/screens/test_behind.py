"""While the journal can't be read: forms open, every screen is whole, and nothing is written that nobody asked for.

Another process may hold the file for minutes. The matrix: every fault, by what was going on.
"""

import pytest
from faults_world import FAULTS, UNREADABLE, has_japanese, locked, value_in
from screens_world import empty_book, entry_form, terminal

from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import log

TYPED = "夜勤の途中で"
UNREAD = "今は台帳から読めません"
CANT_READ = "台帳を読めません"
LOOK = "SELECT coalesce(max(rowid), 0) FROM event"
"""How it is seen once a second, without a key, whether the file can be read again."""
PLACES = {
    "1": "today",
    "2": "roles",
    "3": "step",
    "4": "matrix",
    "5": "journal",
    "6": "organisation",
    "7": "team",
    "w": "walk",
}


@pytest.fixture(params=FAULTS)
def fault(request):
    """Name of the fault, and how it is begun."""
    return request.param, FAULTS[request.param][0]


@pytest.fixture(params=UNREADABLE)
def unreadable(request):
    """How a fault is begun in which nothing can be read."""
    return FAULTS[request.param][0]


@pytest.fixture
def path(tmp_path):
    """In a folder of its own, whose modes can be changed."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "state.sqlite"


async def a_second_later(screen):
    """What the screen does once a second while something can't be kept or read."""
    screen.app.try_again()
    await screen.settle()


def events(book: Workbook) -> int:
    return book.journal.stamp()


# -- forms ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", [("l",), ("3", "l"), ("3", "down", "l"), ("w", "l")], ids="-".join)
async def test_form_opens_keeps_what_is_typed_and_writes_it_once(book, path, fault, way):
    _, begin_fault = fault
    before = book.journal.entry_count(book.trainee)
    async with terminal(book, size=(100, 30)) as screen:
        with begin_fault(path):
            await screen.press(*way)
            assert "したこと" in screen.text
            assert "Esc やめる" in screen.keys
            await screen.type(TYPED)
            await screen.press("enter")
            assert TYPED in screen.text
            assert "Esc やめる" in screen.keys
            assert "台帳" in screen.status
            assert "記録しました" not in screen.status
        await screen.press("enter")
        assert "記録しました (2026-11-21)" in screen.status
        assert "できません" not in screen.status
        assert "読めません" not in screen.text
        await a_second_later(screen)
    assert book.journal.entry_count(book.trainee) == before + 1
    assert book.journal.recent(book.trainee, 1)[0].note == TYPED
    assert value_in(path, "draft:%") == ""


async def test_draft_of_before_is_there_and_what_is_added_is_kept(book, path, fault):
    _, begin_fault = fault
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("3", "down", "l")
        await screen.type(TYPED)
        await screen.press("escape")
        with begin_fault(path):
            await screen.press("l")
            assert TYPED in screen.text
            await screen.type("続く")
            await screen.press("escape")
        await a_second_later(screen)
        assert f"{TYPED}続く" in value_in(path, "draft:%")


async def test_draft_of_an_earlier_start_is_there(book, path, unreadable):
    async with terminal(book) as screen:
        await screen.press("l")
        await screen.type(TYPED)
        await screen.press("escape")
    book.journal.close()
    again = empty_book(path)
    async with terminal(again) as screen:
        with unreadable(path):
            await screen.press("l")
            assert TYPED in screen.text
    again.journal.close()


async def test_form_that_was_not_touched_leaves_nothing_to_keep(book, path, unreadable):
    async with terminal(book) as screen:
        with unreadable(path):
            await screen.press("l", "escape")
            assert CANT_READ in screen.status
            assert "下書き" not in screen.status


async def test_correction_shows_the_entry_and_writes_once(book, path, fault):
    _, begin_fault = fault
    before = events(book)
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("3", "down")
        with begin_fault(path):
            await screen.press("e")
            assert "深夜帯の一次切り分け" in screen.text
            await screen.type("!")
            await screen.press("enter")
            assert "元の記録も" not in screen.status
        await screen.press("enter")
        assert "元の記録も" in screen.status
    assert events(book) == before + 1


# -- keys of forms that can't open ------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", [("5", "e"), ("4", "e")], ids="-".join)
async def test_what_is_typed_into_a_form_that_can_not_open_does_nothing(book, path, unreadable, way):
    before = events(book)
    async with terminal(book, size=(100, 30)) as screen:
        with unreadable(path):
            await screen.press(*way[:-1])
            if way[0] == "4":
                await screen.press("down", "right", "right", "right")  # a cell of one duty
            await screen.press(way[-1])
            assert "Esc を押すと" in screen.status
            assert screen.keys == "Esc やめる"
            place = screen.place
            await screen.hit("u1x3")
        await a_second_later(screen)
        await screen.hit("u1x3")
        await screen.press("enter", "space")
        assert screen.place == place
        assert events(book) == before
        await screen.press("escape", "u")
        assert "取り消しました" in screen.status
    assert events(book) == before + 1


async def test_tick_and_undo_say_that_they_can_not_be_written_and_write_nothing_later(book, path, fault):
    _, begin_fault = fault
    before = events(book)
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("3", "down", "enter")
        with begin_fault(path):
            for key in ("space", "u"):
                await screen.press(key)
                assert "台帳" in screen.status
                assert "取り消しました" not in screen.status
        await a_second_later(screen)
        assert events(book) == before
        await screen.press("space")
        assert screen.status == ""  # what was told before is over
    assert events(book) == before + 1


# -- screens ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", PLACES)
async def test_every_screen_is_whole_and_draws_itself_when_it_can_be_read(book, path, unreadable, key):
    async with terminal(book) as screen:
        with unreadable(path):
            await screen.press("2" if key == "1" else "4", "1", key)
            assert screen.place == PLACES[key]
            assert screen.title.startswith(" ikusei  ")
            assert len(screen.title.split()) >= 3  # where we are, and who it is
            assert CANT_READ in screen.status
            assert "? キー" in screen.keys
            assert screen.lines[2].strip() or screen.lines[1].strip()
        await a_second_later(screen)
        assert "読めません" not in screen.text
        drawn = screen.text
        await screen.press("1" if key != "1" else "2", "1", *([] if key == "1" else [key]))
        assert screen.text == drawn


@pytest.mark.parametrize("key", PLACES)
async def test_every_screen_is_in_one_language(book, path, unreadable, key):
    async with terminal(book) as screen:
        await screen.press(key)
        with unreadable(path):
            await screen.press("L")
            assert not has_japanese(screen.text)
            await screen.press("1")
            assert not has_japanese(screen.text)
            await screen.press("2" if key == "1" else key)
            assert not has_japanese(screen.text)
        await a_second_later(screen)
        assert not has_japanese(screen.text)


async def test_details_that_were_not_read_are_not_those_of_another(book, path, unreadable):
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("3")
        assert "検知の仕組み  nca" in screen.text
        with unreadable(path):
            await screen.press("down")
            assert UNREAD.replace(" ", "") in screen.text.replace("\n", "").replace(" ", "")
            assert "検知の仕組み  nca" not in screen.text
            await screen.press("up")
            assert "検知の仕組み  nca" in screen.text
            await screen.press("down")
        await a_second_later(screen)
        assert "ペアでの監視業務  nca" in screen.text


async def test_walk_goes_on_where_it_was_read_and_back(book, path, unreadable):
    async with terminal(book) as screen:
        await screen.press("w")
        first = screen.text
        with unreadable(path):
            await screen.press("n")
            assert UNREAD in screen.text
            await screen.press("p")
            assert screen.lines[:15] == first.split("\n")[:15]


async def test_journal_keeps_its_window(book, path, unreadable):
    for _ in range(60):
        log(book, entry_form("soc.2.alone", 1))
    async with terminal(book) as screen:
        await screen.press("5")
        with unreadable(path):
            await screen.press(*["down"] * 62)
            assert "できません" in screen.status
            assert "実績" in screen.cursor
            await screen.press("up")
            assert "実績" in screen.cursor
        await a_second_later(screen)
        await screen.press("down", "down")
        assert "できません" not in screen.status


async def test_what_another_process_wrote_meanwhile_is_shown_afterwards(book, path, unreadable):
    async with terminal(book, size=(100, 30)) as screen:
        with unreadable(path):
            await screen.press("L")
        other = empty_book(path)
        log(other, entry_form("soc.2.paired", 20, note="from the next window"))
        other.journal.close()
        await a_second_later(screen)
        assert "from the next window" in screen.text


async def test_after_an_own_entry_no_screen_shows_what_was_before_it(book, path, unreadable):
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("3", "down", "l")
        await screen.type(TYPED)
        await screen.press("enter")
        with unreadable(path):
            await screen.press("1")
            assert "7/10" not in screen.text
            assert UNREAD in screen.text or TYPED in screen.text


async def test_form_after_an_own_entry_names_what_it_is_for(book, path, unreadable):
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("3", "down", "l", "enter")
        with unreadable(path):
            await screen.press("l")
            assert any(line.startswith(" 記録  ペアでの監視業務") for line in screen.lines)
            assert "Esc やめる" in screen.keys


async def test_no_key_asks_the_file_again_while_it_is_known_that_it_can_not_be_read(book, path):
    async with terminal(book) as screen:
        with locked(path):
            await screen.press("3")
            asked = []
            book.journal.store.connection.set_trace_callback(asked.append)
            await screen.press("down", "5", "7", "l", "escape", "1", "l", "escape", "2")
            book.journal.store.connection.set_trace_callback(None)
            assert [each for each in asked if not each.startswith(("PRAGMA", LOOK))] == []
