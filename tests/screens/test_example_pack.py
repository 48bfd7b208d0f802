"""Another framework, written from ``docs/content.md`` alone: everything works on it, and nothing is assumed of ours."""

from contextlib import asynccontextmanager
from pathlib import Path
from shutil import copytree

import pytest
from screens_world import TODAY, WHOLE, Terminal
from settling import settled

import tui
from tui.app import IkuseiApp
from tui.curriculum.check import check
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.journal.journal import Journal
from tui.lang import say
from tui.session import Session
from tui.text.glyphs import glyphs_for
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import begin

PACK = Path(tui.__file__).parents[1] / "docs" / "example-pack"


@asynccontextmanager
async def opened(path, lang, size, pack=None):
    journal = Journal.open(path, create=True)
    book = Workbook(journal, pack or Pack.open(PACK), Policy.empty(), next(iter(journal.trainees()), ""), lambda: TODAY)
    if not book.trainee:
        begin(book, "佐藤 花", "response", 1)
    app = IkuseiApp(Session(book, lang, glyphs_for("unicode")))
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield Terminal(app, pilot)
    journal.close()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_screen_draws(tmp_path, lang, size):
    async with opened(tmp_path / "state.sqlite", lang, size) as screen:
        for keys, place in (
            (("3",), "step"),
            (("down", "enter", "w"), "walk"),
            (("r",), "reader"),
            (("q", "q", "4", "right", "enter"), "matrix"),
            (("q", "5"), "journal"),
            (("2", "down", "t"), "terms"),
            (("q", "1"), "today"),
        ):
            await screen.press(*keys)
            assert screen.place == place
            assert screen.text.strip()
        await screen.press("slash")
        await screen.type("r-1")
        await screen.press("enter")
        assert screen.place == "matrix"
        assert {"ja": "封じ込め", "en": "Containment"}[lang] in screen.text


async def test_matrix_has_the_packs_own_regions_and_functions(tmp_path):
    async with opened(tmp_path / "state.sqlite", "en", (80, 24)) as screen:
        await screen.press("4")
        assert "P Protect" in screen.text
        heads = next(line for line in screen.lines if "In-house" in line)
        assert heads.index("In-house") < heads.index("Shared") < heads.index("Hired")


async def test_every_duty_stands_in_the_matrix_whatever_its_region_is_called(tmp_path):
    async with opened(tmp_path / "state.sqlite", "en", (80, 24)) as screen:
        await screen.press("4")
        for function in Pack.open(PACK).textbook.functions:
            for duty in function.duties:
                screen.frame.look_at(duty.id)
                await screen.press()
                assert f"{duty.code} {duty.name.en}" in screen.text
                assert duty in screen.frame.duties


async def test_duty_without_a_number_is_shown_by_its_word(tmp_path, monkeypatch):
    other = tmp_path / "pack"
    copytree(PACK, other)
    for file in other.rglob("*.toml"):
        file.write_text(file.read_text().replace('"p-3"', '"scan"').replace('"p-2"', '"p-hunt"'))
    monkeypatch.setattr("test_example_pack.PACK", other)
    assert check(other) == []
    async with opened(tmp_path / "state.sqlite", "en", (80, 24)) as screen:
        await screen.press("4")
        assert "1 HUNT" in screen.text
        assert "SCAN" in screen.text


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_shipped_pack_opens_its_state_and_says_what_is_missing(tmp_path, lang, size):
    state = tmp_path / "state.sqlite"
    async with opened(state, lang, size):
        pass
    async with opened(state, lang, size, WHOLE) as screen:
        assert say(lang, "words.no_content") in screen.text
        assert screen.status == ""
        for key in "2345":
            await screen.press(key)
            assert screen.text.strip()
        assert "response" in screen.text
