"""The example trainee: the file is the one that the script writes, and the story is the one that the demo tells."""

import re
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tui.cli.demo import TODAY, demo_settings, example_folder
from tui.cli.run import run
from tui.curriculum.pack import Pack
from tui.curriculum.policy import load_policy
from tui.journal.doctor import examine
from tui.journal.journal import Journal
from tui.journal.register import EventFilter
from tui.workbook.organisation.team import JournalTeam
from tui.workbook.setup.opening import open_workbook

ROOT = Path(__file__).resolve().parents[2]
EVERYTHING = EventFilter()


@pytest.fixture
def book():
    with demo_settings("ja") as settings:
        opened = open_workbook(settings, write=True)
        yield opened
        opened.journal.close()


def events(path):
    with Journal.open(path, write=False) as journal:
        return journal.events(EVERYTHING, 10_000)


def test_the_script_writes_the_very_events_of_the_file(tmp_path):
    made = tmp_path / "made.sqlite"
    subprocess.run(
        [sys.executable, "scripts/make_example.py", made],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "TZ": "UTC"},
        check=True,
    )
    assert events(made) == events(ROOT / "state.sqlite.example")


def test_the_script_writes_the_very_events_of_the_team(tmp_path):
    made = tmp_path / "made.sqlite"
    subprocess.run(
        [sys.executable, "scripts/make_team_example.py", made],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "TZ": "UTC"},
        check=True,
    )
    assert events(made) == events(ROOT / "team.sqlite.example")


@pytest.fixture
def team_book():
    with demo_settings("ja", "team") as settings:
        opened = open_workbook(settings, write=True)
        yield opened
        opened.journal.close()


def test_the_team_of_the_demo(team_book):
    team = JournalTeam(team_book)
    team.fill_all()
    assert team_book.name == "高橋 玲子"
    assert len(team.members) == 12
    assert max(each.newest for each in team.members) == TODAY - timedelta(days=1)
    assert {each.member.name: str(each.why) for each in team.stuck} == {
        "小林 誠": "quiet", "渡辺 大輔": "waiting", "伊藤 さくら": "returned",
    }  # fmt: skip
    nakamura = next(each.id for each in team.members if each.name == "中村 彩")
    codes = {duty.id: duty.code for function in team_book.pack.textbook.functions for duty in function.duties}
    only = {codes[each.duty] for each in team.covered.values() if each.only == nakamura}
    assert {"C-1", "C-2", "C-3", "C-4"} <= only
    assert team_book.journal.warnings == ()
    assert examine(team_book.journal.path) == []
    assert load_policy(ROOT / "team.policy.toml.example", Pack.open(team_book.pack.folder)).name == "みどり商事 SOC"


def test_the_policy_of_the_example_has_no_fault_and_one_unset_number(book):
    pack = Pack.open(book.pack.folder)
    policy = load_policy(ROOT / "policy.toml.example", pack)
    numbers = book.view(book.pack.role("soc").step(3).criteria[1]).standing
    assert numbers.unset == ("soc.3.period.hole",)
    assert policy.number("soc.2.paired.times") == 10


def test_the_demo_stands_on_the_day_after_the_last_entry(book):
    (last,) = book.journal.recent(book.trainee, 1)
    assert book.today() == TODAY == last.day + timedelta(days=1)


def test_the_story(book):
    role = book.pack.role("soc")
    views = {view.criterion.id: view for step in role.steps for view in book.step_view(role, step).criteria}
    states = {name: str(view.state) for name, view in views.items() if not name.startswith("soc.3")}
    assert book.name == "佐藤 花"
    assert states == {
        "soc.1.reading": "claimed", "soc.1.overview": "claimed", "soc.2.detect": "open", "soc.2.paired": "open",
        "soc.2.alone": "claimed", "soc.2.verdict": "open",
    }  # fmt: skip
    cases, ratio = views["soc.2.verdict"].standing.gauges
    assert (cases.done, cases.needed) == (182, 200)
    assert 94 < ratio.done < ratio.needed == 95
    assert views["soc.2.paired"].standing.gauges[0].done == 7
    kinds = {event.kind for event in book.journal.events(EVERYTHING, 10_000)}
    assert kinds == {
        "writer", "person", "enrol", "entry", "correction", "undo", "tick", "claim", "withdrawal",
    }  # fmt: skip


def test_the_demo_opens_without_a_warning_and_can_be_written(book):
    assert book.journal.warnings == ()
    assert not book.journal.read_only
    assert examine(book.journal.path) == []


def test_ikusei_demo_status(capsys, tmp_path):
    assert run(["--demo", "--lang", "ja", "status"], {"HOME": str(tmp_path)}) == 0
    out = capsys.readouterr().out
    assert out.startswith("佐藤 花  2026-11-21\n")
    assert "182/200 件  94.5 % / >=95 %" in out
    assert list(tmp_path.rglob("*")) == []


def test_what_is_done_in_the_demo_is_gone_afterwards():
    before = (example_folder() / "state.sqlite.example").read_bytes()
    with demo_settings("ja") as settings:
        folder = settings.state.parent
        opened = open_workbook(settings, write=True)
        opened.journal.local_set("language", "en")
        opened.journal.close()
    assert not folder.exists()
    assert (example_folder() / "state.sqlite.example").read_bytes() == before


@pytest.mark.parametrize(("lang", "page"), [("en", "README.md"), ("ja", "README.ja.md")])
def test_the_readme_shows_the_numbers_of_the_example(lang, page, capsys):
    assert run(["--lang", lang, "--demo", "status"], {"HOME": "/nonexistent", "LANG": "C.UTF-8"}) == 0
    shown = re.findall(r"\d+/\d+ [^ /\n]+(?:  [0-9.]+ % / >=\d+ %)?$", capsys.readouterr().out, re.MULTILINE)
    assert len(shown) >= 3
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [value for value in shown if value not in text and "5/5" not in value] == []
