"""While the journal can't be read, a mentor's queue and a lead's team stay, too."""

import pytest
from faults_world import FAULTS, UNREADABLE, has_japanese
from screens_world import make_ready
from test_review_screen import criterion, mentor, state_of
from test_team_screen import lead

from tui.cli.demo import demo_settings
from tui.progress.state import State
from tui.workbook.setup.opening import open_workbook
from tui.workbook.trainee.writing import claim

WORD = "よく書けています"


@pytest.fixture(params=UNREADABLE)
def unreadable(request):
    """How a fault is begun in which nothing can be read."""
    return FAULTS[request.param][0]


@pytest.fixture
def path(tmp_path):
    """In a folder of its own."""
    (tmp_path / "data").mkdir()
    return tmp_path / "data" / "state.sqlite"


@pytest.fixture
def claimed(book):
    """The trainee has claimed one criterion."""
    make_ready(book)
    claim(book, criterion(book, "soc.2.alone"), "")
    return book


async def test_verdict_is_kept_in_the_question_and_given_once(claimed, path, unreadable):
    async with mentor(claimed) as screen:
        with unreadable(path):
            await screen.press("c")
            await screen.type(WORD)
            await screen.press("enter")
            assert WORD in screen.text
            assert "確認しました" not in screen.status
            assert "待ち 1" in screen.title
        await screen.press("enter")
        assert "確認しました" in screen.status
        assert "待ち 0" in screen.title
    assert state_of(claimed) is State.CONFIRMED
    assert len(claimed.journal.decisions(claimed.trainee)) == 1


async def test_queue_is_shown_in_the_other_language(claimed, path, unreadable):
    async with mentor(claimed) as screen:
        with unreadable(path):
            await screen.press("L")
            assert "waiting: 1" in screen.title
            assert not has_japanese(screen.text.replace("田中 実", ""))
            await screen.press("enter")
            assert "Monitoring alone" in screen.text
            assert not has_japanese(screen.text.replace("田中 実", ""))
            await screen.press("f5")
        screen.app.try_again()
        await screen.settle()
        assert "読めません" not in screen.text


async def test_team_goes_on_and_is_filled_in_afterwards(unreadable):
    with demo_settings("ja", "team") as settings:
        book = open_workbook(settings, write=True)
        async with lead(book, settings=settings) as screen:
            before = screen.lines[1:16]
            with unreadable(book.journal.path):
                await screen.press("L", "L")
                assert screen.lines[1:16] == before
                await screen.press("1", "7", "tab", "tab")
                assert screen.place == "team"
                assert screen.title.strip()
                assert "台帳を読めません" in screen.status or "台帳も読めない" in screen.status
            screen.app.try_again()
            await screen.settle()
            assert "読めません" not in screen.text
        book.journal.close()
