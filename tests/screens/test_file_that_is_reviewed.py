"""A review that is open on somebody else's file, whose owner sets it back and makes it whole again."""

from types import SimpleNamespace

import pytest
from screens_world import Terminal
from settling import settled
from test_review_screen import TANAKA, claimed

from tui.app import IkuseiApp
from tui.errors import JournalError
from tui.session import Session
from tui.text.glyphs import glyphs_for

__all__ = ["claimed"]

GONE = "前にあった記録がなくなっています"


class Theirs:
    """Somebody's file as an open review sees it."""

    def __init__(self, path):
        self.theirs = SimpleNamespace(journal=SimpleNamespace(path=path))
        self.has_news = False
        self.is_whole = True

    def read(self, _tell):
        if not self.is_whole:
            raise JournalError("journal.foreign_set_back", path="state.sqlite")
        self.has_news = False

    def take_over(self, _wanted):
        return ()


@pytest.mark.parametrize("is_read_again", [True, False], ids=["read again", "the same bytes in the same place"])
async def test_once_the_file_is_whole_again_nothing_says_that_it_is_not(claimed, tmp_path, is_read_again):
    file = tmp_path / "state.sqlite"
    file.touch()
    session = Session(claimed, "ja", glyphs_for("unicode"), reviewer=TANAKA)
    session.foreign_review = theirs = Theirs(file)
    app = IkuseiApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = Terminal(app, pilot)
        theirs.has_news, theirs.is_whole = True, False
        for _ in range(2):
            app.look_at_theirs()
            await app.workers.wait_for_complete()
            await settled(pilot)
            assert GONE in screen.status
        theirs.has_news, theirs.is_whole = is_read_again, True
        app.look_at_theirs()
        await app.workers.wait_for_complete()
        await settled(pilot)
        assert GONE not in screen.status


async def test_what_was_said_since_stays(claimed, tmp_path):
    file = tmp_path / "state.sqlite"
    file.touch()
    session = Session(claimed, "ja", glyphs_for("unicode"), reviewer=TANAKA)
    session.foreign_review = theirs = Theirs(file)
    app = IkuseiApp(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = Terminal(app, pilot)
        theirs.has_news, theirs.is_whole = True, False
        app.look_at_theirs()
        await app.workers.wait_for_complete()
        await screen.press("c", "enter")
        assert "確認しました" in screen.status
        theirs.is_whole = True
        app.look_at_theirs()
        await app.workers.wait_for_complete()
        await settled(pilot)
        assert "確認しました" in screen.status
