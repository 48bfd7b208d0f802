"""The layers of the matrix by keyboard alone: without colour, in ASCII marks, at 80x24; and what each of them says."""

import os
import shutil
from pathlib import Path

import pytest
from matrix_world import assess_all
from screens_world import Terminal, empty_book, terminal
from settling import settled

from tui.app import IkuseiApp
from tui.curriculum.pack import Pack
from tui.journal import organisation
from tui.journal.event import Kind, NewEvent
from tui.journal.register import EventFilter
from tui.lang import LANGS
from tui.session import Session
from tui.text.cells import width
from tui.text.glyphs import glyphs_for
from tui.workbook.setup.identity import name_oneself
from tui.workbook.setup.reviewer import Reviewer

FOLDER = Path(__file__).parent / "golden-matrix"
HERE = ("4", "down", "right", "right")
WAYS = {
    "region": HERE,
    "pattern": (*HERE, "y"),
    "ours": (*HERE, "y", "y"),
    "people": (*HERE, "y", "y", "y"),
    "gap": (*HERE, "y", "y", "y", "y"),
    "secbok": ("4", "y", "y", "y", "y", "y"),
    "ours-gap": (*HERE, "y", "y", "w", "w", "w"),
    "teams": ("4", "m"),
    "teams-ours": ("4", "m", "y", "y", "down", "right", "right"),
    "duty": (*HERE, "enter", "y", "y", "J", "J"),
    "form": (*HERE, "enter", "e"),
}
"""Keys from Today."""


@pytest.fixture
def assessed(book):
    assess_all(book)
    return book


def sheet_of(screen):
    """All of the text beside or below the grid, also what is scrolled out of sight."""
    return "\n".join("".join(span.text for span in line) for line in screen.frame.sheet.every_line)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("way", WAYS)
async def test_layers_are_read_by_keyboard_without_colour_in_ascii(assessed, monkeypatch, lang, way):
    monkeypatch.setenv("NO_COLOR", "1")
    async with terminal(assessed, lang, (80, 24), "ascii") as screen:
        await screen.press(*WAYS[way])
        text = screen.text + "\n"
        assert max(map(width, screen.lines)) <= 80
        file = FOLDER / f"{way}-{lang}.txt"
        if os.environ.get("IKUSEI_GOLDEN") == "write":
            FOLDER.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.read_text(encoding="utf-8") == text
        assert not set("✓✗☐☑⚠") & set(text)


def test_every_kept_layer_is_still_compared():
    assert {file.name for file in FOLDER.iterdir()} == {f"{way}-{lang}.txt" for way in WAYS for lang in LANGS}


async def test_layers_go_round_and_stay_while_another_screen_is_looked_at(assessed):
    async with terminal(assessed) as screen:
        await screen.press("4")
        names = []
        for _ in range(6):
            names.append(screen.title.split("  ")[2].strip())
            await screen.press("y")
        assert names == ["推奨の領域", "パターン 2 ハイブリッド", "自組織の評価", "人", "目標との差", "SecBoK"]
        assert "推奨の領域" in screen.title
        await screen.press("y", "1", "4")
        assert "パターン 2" in screen.title


async def test_two_layers_stand_side_by_side_and_never_one_of_them_twice(assessed):
    async with terminal(assessed) as screen:
        await screen.press(*HERE, "y", "y", "w", "w", "w")
        assert "自組織の評価 + 目標との差" in screen.title
        assert "[1o< 3#! 4o= 5..]" in screen.text
        await screen.press("y", "y")
        assert screen.title.split("  ")[2].strip() == "目標との差"


async def test_readout_says_row_column_and_what_the_layer_knows(assessed):
    async with terminal(assessed, "en") as screen:
        await screen.press(*HERE, "y", "y")
        assert " B Real-time analysis  IV Expert-led" in screen.text
        assert "B-3 Triage information gathering  now in-house level 1 / target in-house" in screen.text
        await screen.press("y")
        assert "B-1 Real-time basic analysis  STEP 3: 1" in screen.text
        await screen.press("y")
        assert "B-3 Triage information gathering  levels short: 2, people suffice" in screen.text


async def test_teams_keep_an_open_duty_in_sight_and_say_what_no_team_has(assessed):
    async with terminal(assessed) as screen:
        await screen.press("4", "m")
        assert "[A1346 F4 I124]" in screen.text
        assert "どの担当にもない: I-6" in sheet_of(screen)
        await screen.press("m", *HERE[1:], "enter", "m")
        assert screen.frame.line.id == "team.first-response"
        assert "isogj:5#B-1" in screen.text


async def test_jump_by_id_opens_the_duty_and_an_unknown_one_is_told(assessed):
    async with terminal(assessed) as screen:
        await screen.press("4", "b")
        await screen.type("ｄ３")
        await screen.press("enter")
        assert "isogj:5#D-3" in screen.text
        assert screen.frame.grid.cursor == (3, 1)
        await screen.press("escape", "b")
        await screen.type("Z-9")
        await screen.press("enter")
        assert "Z-9" in screen.status


async def test_jump_to_a_duty_of_no_team_goes_back_to_the_functions(assessed):
    async with terminal(assessed) as screen:
        await screen.press("4", "m", "b")
        await screen.type("i6")
        await screen.press("enter")
        assert "isogj:5#I-6" in screen.text
        assert not screen.app.session.by_team
        assert "どの担当にもない" in screen.status


async def test_duty_is_assessed_and_the_assessment_undone(assessed):
    async with terminal(assessed) as screen:
        await screen.press(*HERE, "y", "y", "enter", "right", "right", "right", "e")
        assert "B-5" in screen.text
        await screen.press("right", "right", "right", "tab", "right", "right", "tab")
        await screen.type(" Acme ")
        await screen.press("enter")
        assert "書きました: B-5" in screen.status
        said = screen.frame.facts.said("b-5")
        assert (said.now.how, said.now.level, said.now.provider) == ("shared", 2, "Acme")
        assert "5+" in screen.text
        await screen.press("u")
        assert "取り消しました: 組織評価 B-5" in screen.status
        assert screen.frame.facts.said("b-5") is None


async def test_secbok_columns_are_filled_in_on_the_form_and_an_unknown_one_is_told(assessed):
    async with terminal(assessed, "en") as screen:
        await screen.press("4", "b")
        await screen.type("a5")
        await screen.press("enter", "e", *["tab"] * 7)
        assert screen.app.focused.id == "secbok"
        await screen.type("ciso, nobody")
        await screen.press("enter")
        assert "nobody" in screen.status
        screen.app.focused.value = "curator, secbok.ciso"
        await screen.press("enter")
        assert "Written: A-5" in screen.status
        assert screen.frame.facts.columns("a-5") == ("secbok.ciso", "secbok.curator")
        await screen.press("e", *["tab"] * 7)
        assert screen.app.focused.value == "ciso, curator"
        screen.app.focused.value = ""
        await screen.press("enter")
        assert screen.frame.facts.columns("a-5") == ()


async def test_lead_who_follows_no_role_assesses_and_undoes(nobody):
    name_oneself(nobody.journal, "責任者")
    enrol = NewEvent(Kind.ENROL, "p-hana", "soc", {"start": 2, "on": True})
    nobody.journal.append([enrol], author="p-hana")
    app = IkuseiApp(Session(nobody, "ja", glyphs_for("unicode"), reviewer=Reviewer("p-x", "x")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.session.reviewer = None
        app.show_place("matrix")
        screen = Terminal(app, pilot)
        await screen.press("enter", "e", "right", "right", "enter")
        (said,) = organisation.assessments(nobody.journal.store)
        assert nobody.journal.people()[said.author] == "責任者"
        await screen.press("u")
        assert organisation.assessments(nobody.journal.store) == []


async def test_form_that_says_nothing_new_writes_nothing(assessed):
    before = assessed.journal.event_count(EventFilter())
    async with terminal(assessed) as screen:
        await screen.press("4", "enter", "e", "enter")
        assert "何も書いていません" in screen.status
    assert assessed.journal.event_count(EventFilter()) == before


async def test_form_is_left_without_a_word_written(assessed):
    async with terminal(assessed) as screen:
        await screen.press("4", "enter", "e", "right", "escape")
        assert screen.frame.facts.said("a-1").now.how == "inhouse"
        assert "現状も目標も 自組織" in sheet_of(screen)
        await screen.press("escape", "q")
        assert screen.place == "today"


async def test_cell_of_several_duties_asks_to_open_one_first(assessed):
    async with terminal(assessed) as screen:
        await screen.press("4", "e")
        assert "先に教科書の役割を開いてください" in screen.status


async def test_next_pattern_is_looked_at_and_wanted(assessed):
    async with terminal(assessed) as screen:
        await screen.press("4")
        assert "目標にする" not in screen.keys
        await screen.press("y", "p", "x")
        assert "pattern.minimum-outsource" in screen.status
        assert screen.frame.facts.profile.wanted == "pattern.minimum-outsource"
        await screen.press("x")
        assert screen.frame.facts.profile.wanted == ""
        assert "目標のパターンは未設定" in sheet_of(screen)


async def test_journal_that_can_only_be_looked_at_takes_no_assessment(assessed, path):
    assessed.journal.close()
    looking = empty_book(path, write=False)
    async with terminal(looking) as screen:
        await screen.press("4", "enter", "y", "y")
        assert " e " not in screen.keys
        await screen.press("e")
        assert "現状も目標も 自組織 レベル 2" in sheet_of(screen)
    looking.journal.close()


async def test_nothing_assessed_yet_says_what_to_do(book):
    async with terminal(book) as screen:
        await screen.press("4", "y", "y")
        assert "1. 3. 4. 6." in screen.text
        assert "自組織の評価を書くと分かります" in sheet_of(screen)


async def test_fault_in_a_file_that_a_layer_needs_is_one_sentence(book, tmp_path):
    folder = tmp_path / "pack"
    shutil.copytree(book.pack.folder, folder)
    file = folder / "textbook/organisation.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("number = 2", "number = 1"), encoding="utf-8")
    book.pack = Pack.open(folder)
    async with terminal(book, "en") as screen:
        await screen.press("4", "y")
        assert "/pack/textbook/" in screen.status
        assert "recommended region" in screen.title
        await screen.press("m")
        assert "/pack/textbook/" in screen.status
        await screen.press("right", "enter")
        assert "isogj:5#A-2" in screen.text


async def test_pack_without_patterns_and_teams_still_has_its_matrix(book, tmp_path):
    folder = tmp_path / "pack"
    shutil.copytree(book.pack.folder, folder)
    for name in ("organisation.toml", "secbok.toml"):
        (folder / "textbook" / name).unlink()
    (folder / "mapping.toml").unlink()
    book.pack = Pack.open(folder)
    async with terminal(book, "en") as screen:
        await screen.press("4", "m")
        assert "no teams" in screen.status
        for _ in range(6):
            await screen.press("y")
            assert "A Management" in screen.text
        await screen.press("y", "p", "x")
        assert "this pack has no patterns" in screen.text


async def test_legend_stays_on_a_wide_terminal_while_a_duty_is_read(assessed):
    async with terminal(assessed, "en", (120, 40)) as screen:
        await screen.press(*HERE, "y", "y", "w", "w", "w", "enter")
        assert "isogj:5#B-1" in screen.text
        assert "# in-house  + shared" in screen.text
        assert "! 2+ short" in screen.text


async def test_help_explains_the_marks_of_every_layer(assessed):
    async with terminal(assessed, "en", (80, 40)) as screen:
        await screen.press("4", "question_mark")
        shown = "\n".join("".join(span.text for span in line) for line in screen.app.screen.choices.every_line)
        for words in ("in-house", "up to STEP 2", "2+ short", "people short", "filled in as printed", "not assessed"):
            assert words in shown


async def test_journal_screen_says_an_assessment_in_words(assessed):
    async with terminal(assessed, "en") as screen:
        await screen.press("5", "f")
        await screen.type("Example")
        await screen.press("enter", "down")
        assert "A-2 now shared (Example)" in screen.text
        await screen.press("enter")
        assert "A-2 now shared (Example) level 1 / target in-house level 2" in screen.text
        await screen.press("escape", "escape", "f")
        await screen.type("hybrid")
        await screen.press("enter")
        assert "pattern wanted: Hybrid" in screen.text
