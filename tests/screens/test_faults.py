"""Whatever befalls the state file, the screen stays, says so in one line, and keeps what is typed until it can be kept.

The matrix: every fault, by what was going on. Leaving has ``tests/whole/test_leaving_with_a_fault.py``.
"""

import pytest
from faults_world import FAULTS, UNREADABLE, has_japanese, locked, no_room, value_in
from screens_world import make_ready, terminal
from test_changes_screen import opened

from tui.workbook.trainee.editions import pending

TYPED = "夜勤の途中で"
CANT_KEEP = "から下書きを保存できません"


@pytest.fixture(params=FAULTS)
def fault(request):
    """Name of the fault, how it is begun, and the words for it."""
    return (request.param, *FAULTS[request.param])


@pytest.fixture
def path(tmp_path):
    """In a folder of its own, whose modes can be changed."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "state.sqlite"


async def open_form(screen):
    await screen.press("3", "down", "l")
    await screen.settle()
    await screen.type(TYPED)
    await screen.settle()


async def rest(screen):
    """What happens when the fingers rest."""
    await screen.settle()
    screen.frame.keep_draft()
    await screen.settle()


async def a_second_later(screen):
    """What the screen does once a second while something can't be kept or read."""
    screen.app.try_again()
    await screen.settle()


async def test_typing_in_a_form_goes_on_and_the_draft_is_kept_as_soon_as_it_can_be(book, path, fault):
    _, begin_fault, why = fault
    async with terminal(book, size=(100, 30)) as screen:
        await open_form(screen)
        with begin_fault(path):
            await screen.type(" まだ")
            await rest(screen)
            assert CANT_KEEP in screen.status
            assert "11-21 12:" in screen.status
            assert why in screen.status
            await screen.type("続く")
            await rest(screen)
            assert f"{TYPED} まだ続く" in screen.text
            assert CANT_KEEP in screen.status
        await a_second_later(screen)
        assert CANT_KEEP not in screen.status
        assert f"{TYPED} まだ続く" in value_in(path, "draft:%")


async def test_since_when_stays_the_first_time(book, path):
    async with terminal(book, size=(100, 30)) as screen:
        await open_form(screen)
        with no_room(path):
            await screen.type("...")
            await rest(screen)
            first = book.journal.keeping.trouble.since
            await a_second_later(screen)
            await rest(screen)
            assert book.journal.keeping.trouble.since == first
        await a_second_later(screen)
        assert book.journal.keeping.trouble is None


async def test_closing_the_form_says_that_the_draft_waits_and_opening_it_again_shows_it(book, path):
    async with terminal(book, size=(100, 30)) as screen:
        await open_form(screen)
        with no_room(path):
            await screen.type("...")
            await screen.settle()
            await screen.press("escape")
            await screen.settle()
            assert CANT_KEEP in screen.status
            await screen.press("l")
            await screen.settle()
            assert f"{TYPED}..." in screen.text
            assert "下書きを戻しました" in screen.status


async def test_entry_that_can_not_be_written_leaves_the_form_with_what_was_typed(book, path, fault):
    name, begin_fault, _ = fault
    async with terminal(book, size=(100, 30)) as screen:
        before = book.journal.entry_count(book.trainee)
        await open_form(screen)
        with begin_fault(path):
            await screen.press("enter")
            await screen.settle()
            assert TYPED in screen.text
            assert "Esc やめる" in screen.keys
            assert "台帳" in screen.status
            assert "記録しました" not in screen.status
            if name not in UNREADABLE:
                assert book.journal.entry_count(book.trainee) == before
        await screen.press("enter")
        await screen.settle()
        assert "記録しました (2026-11-21)" in screen.status
        assert CANT_KEEP not in screen.status
    assert book.journal.entry_count(book.trainee) == before + 1
    assert book.journal.recent(book.trainee, 1)[0].note == TYPED
    assert value_in(path, "draft:%") == ""


async def test_drawing_anew_keeps_what_was_drawn_and_says_that_it_is_old(book, path, fault):
    name, begin_fault, _ = fault
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("3", "down")
        before = screen.lines[1:20]
        with begin_fault(path):
            book.journal.store.run("PRAGMA shrink_memory")
            screen.app.session.revision += 1
            screen.app.redraw()
            await screen.settle()
            assert screen.lines[1:20] == before
            assert ("台帳を読めません" in screen.status) is (name in UNREADABLE)
        await a_second_later(screen)
        assert "読めません" not in screen.status
        assert screen.lines[1:20] == before


async def test_other_language_is_shown_and_kept_as_soon_as_it_can_be(book, path, fault):
    name, begin_fault, _ = fault
    async with terminal(book, size=(100, 30)) as screen:
        with begin_fault(path):
            await screen.press("L")
            await screen.settle()
            assert "the language can't be kept" in screen.status
            assert ("what is shown was read before" in screen.status) is (name in UNREADABLE)
            assert "l log" in screen.keys
            assert not has_japanese(screen.text)
        await a_second_later(screen)
        assert "can't be kept" not in screen.status
        assert value_in(path, "language") == "en"


async def test_look_at_a_new_edition_goes_on_and_is_kept_as_soon_as_it_can_be(story, fault):
    _, begin_fault, _ = fault
    pending(story.book)
    before = story.criterion("soc.2.detect").text.ja
    story.edition("1.3.0", (before, f"例を挙げる。{before}"))
    async with opened(story, columns=100) as screen:
        await screen.press("v")
        with begin_fault(story.state):
            await screen.press("space")
            await screen.settle()
            assert "見終えた教材パックの版を保存できません" in screen.status
            assert screen.place == "today"
        await a_second_later(screen)
        assert "保存できません" not in screen.status
        assert "読めません" not in screen.status
    story.again()
    assert pending(story.book) is None


async def test_question_comes_back_with_its_answer_where_it_can_not_be_written(book, path):
    make_ready(book)
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("3", "down", "down", "c")
        await screen.type("はじめての申請です")
        with no_room(path):
            await screen.press("enter")
            await screen.settle()
            assert "はじめての申請です" in screen.text
            assert "書き込みに失敗しました" in "".join(screen.text.split())  # wherever the line breaks
        await screen.press("enter")
        await screen.settle()
        assert "申請しました" in screen.status
    assert [each.comment for each in book.journal.all_claims(book.trainee)] == ["はじめての申請です"]


async def test_page_over_the_screen_tells_what_can_not_be_kept(book, path):
    async with terminal(book, size=(100, 30)) as screen:
        await screen.press("question_mark")
        with no_room(path):
            await screen.press("L")
            assert "the language can't be kept" in screen.text
        await a_second_later(screen)
        assert "can't be kept" not in screen.text


async def test_no_key_waits_long_for_another_process(book, path):
    async with terminal(book) as screen:
        await screen.press("3")
        assert book.journal.store.one(int, "PRAGMA busy_timeout") <= 250
        with locked(path):
            await screen.press("down", "down", "4", "1")
            assert "台帳を読めません" in screen.status
        await a_second_later(screen)
        assert "読めません" not in screen.status
        assert "次にすること" in screen.text


async def type_until_a_mistake(book):
    async with terminal(book) as screen:
        await open_form(screen)
        screen.app.call_later(lambda: 1 / 0)
        await screen.press("end")


async def test_mistake_of_the_program_keeps_what_is_being_typed_and_ends_the_screen(book, path):
    with pytest.raises(ZeroDivisionError):
        await type_until_a_mistake(book)
    assert TYPED in value_in(path, "draft:%")
