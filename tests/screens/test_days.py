"""Which day it is on the screen, days of other years, and a day that is asked about."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from screens_world import PACK, POLICY, TODAY, entry_form, terminal
from test_logging import newest, to_field

from tui.curriculum.rule import Supervision
from tui.journal.journal import Journal
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import begin, log

NEW_YEARS_EVE = 1_798_727_400_000
"""2026-12-31 14:30 UTC in milliseconds: half an hour before midnight in Tokyo."""
MINUTE = 60_000


class Clock:
    """A wall clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NEW_YEARS_EVE

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tokyo(path, clock):
    """A workbook of an organisation in Tokyo, on a machine in UTC."""
    journal = Journal.open(path, create=True, clock=clock, host="desk")
    book = Workbook(journal, PACK, replace(POLICY, utc_offset=540), "")
    begin(book, "佐藤 花", "soc", 2)
    yield book
    journal.close()


async def test_the_form_says_the_organisations_day(tokyo, clock):
    clock.now += 31 * MINUTE
    async with terminal(tokyo) as screen:
        await screen.press("3", "down", "l")
        assert "2027-01-01" in screen.text
        await screen.press("enter")
        assert "記録しました (2027-01-01)" in screen.status


async def test_an_open_screen_shows_the_new_day_after_midnight(tokyo, clock):
    log(tokyo, replace(entry_form("soc.2.paired", 1, Supervision.PAIRED, note="大みそか"), day=date(2026, 12, 30)))
    async with terminal(tokyo) as screen:
        assert " 12-30" in screen.text
        assert "2026-12-30" not in screen.text
        screen.app.look_at_clock()
        clock.now += 31 * MINUTE
        screen.app.look_at_clock()
        await screen.settle()
        assert "2026-12-30" in screen.text


async def test_on_one_day_looking_at_the_clock_draws_nothing(tokyo, clock, monkeypatch):
    async with terminal(tokyo) as screen:
        screen.app.look_at_clock()
        drawn = []
        monkeypatch.setattr(type(screen.frame), "draw", lambda *_: drawn.append(1))
        clock.now += MINUTE
        screen.app.look_at_clock()
        await screen.settle()
        assert drawn == []


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("way", [(), ("3", "down")])
async def test_a_day_of_another_year_shows_its_year(nobody, lang, way):
    book = nobody
    begin(book, "佐藤 花", "soc", 2)
    for day in (date(2025, 12, 31), TODAY):
        log(book, replace(entry_form("soc.2.paired", 1, Supervision.PAIRED, note=f"at {day}"), day=day))
    async with terminal(book, lang, size=(100, 40)) as screen:
        await screen.press(*way)
        assert "2025-12-31 x1" in screen.text.replace("×", "x")
        assert re.search(r"(?<!-)11-21 +x1", screen.text)
        assert not re.search(r"2026-11-21 +x1", screen.text)


@pytest.mark.parametrize("columns", [60, 80])
async def test_the_journal_shows_the_year_of_another_years_entry(book, columns):
    log(book, replace(entry_form("soc.2.paired", 1, Supervision.PAIRED, note="去年"), day=date(2025, 12, 31)))
    async with terminal(book, size=(columns, 24)) as screen:
        await screen.press("5")
        assert "2025-12-31 " in next(line for line in screen.lines if "去年" in line)


async def test_a_day_a_century_ago_is_asked_about_once(book):
    before = book.journal.entry_count(book.trainee)
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await to_field(screen, "day")
        screen.app.focused.value = "1926-11-20"
        await screen.press("enter")
        assert "1926-11-20 は 100 年前です" in screen.status
        assert book.journal.entry_count(book.trainee) == before
        await screen.press("enter")
        assert "記録しました (1926-11-20)" in screen.status
    assert newest(book) is not None
    assert book.journal.entry_count(book.trainee) == before + 1


async def test_an_old_entry_is_corrected_without_being_asked_about_its_day(book):
    log(book, replace(entry_form("soc.2.paired", 1, Supervision.PAIRED), day=TODAY - timedelta(days=365 * 40)))
    async with terminal(book) as screen:
        await screen.press("3", "down", "e")
        screen.app.focused.value = "後から"
        await screen.press("enter")
        assert "訂正しました" in screen.status
