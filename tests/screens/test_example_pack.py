"""Another framework, written from ``docs/content.md`` alone: everything works on it, and nothing is assumed of ours."""

import json
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from screens_world import TODAY, Terminal

import tui
from tui.app import IkuseiApp
from tui.cli.run import run
from tui.curriculum.check import check
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.journal.journal import Journal
from tui.screens.session import Session
from tui.text.glyphs import glyphs_for
from tui.workbook.workbook import Workbook
from tui.workbook.writing import begin

PACK = Path(tui.__file__).parents[1] / "docs" / "example-pack"


@asynccontextmanager
async def opened(path, lang, size):
    journal = Journal.open(path, create=True)
    book = Workbook(journal, Pack.open(PACK), Policy.empty(), "", lambda: TODAY)
    begin(book, "佐藤 花", "response", 1)
    app = IkuseiApp(Session(book, lang, glyphs_for("unicode")))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield Terminal(app, pilot)
    journal.close()


def test_it_has_no_fault():
    assert check(PACK) == []


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
        assert "In-house" in screen.text
        assert "Shared" in screen.text
        assert "P Protect" in screen.text


def test_command_line_works_on_it_and_the_shipped_pack_loses_nothing_of_it(tmp_path, capsys):
    env = {"HOME": str(tmp_path), "LANG": "en_US.UTF-8"}
    state = ["--state", str(tmp_path / "s.sqlite")]
    there = ["--content", str(PACK), *state]
    assert run([*there, "begin", "Hana", "--role", "response", "--step", "1"], env) == 0
    for _ in range(3):
        assert run([*there, "log", "response.1.record", "-s", "paired"], env) == 0
    assert run([*there, "tick", "response.1.record.times", "response.1.record.facts"], env) == 0
    assert run([*there, "claim", "response.1.record"], env) == 0
    capsys.readouterr()
    assert run([*there, "status"], env) == 0
    assert "? response.1.record" in capsys.readouterr().out
    assert run([*state, "status"], env) == 0
    assert "response" in capsys.readouterr().out
    assert run([*state, "journal", "--json"], env) == 0
    kinds = [event["kind"] for event in json.loads(capsys.readouterr().out)]
    assert kinds.count("entry") == 3
    assert run([*there, "status"], env) == 0
