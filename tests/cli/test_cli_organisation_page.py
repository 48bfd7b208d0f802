"""What ``docs/organisation.md`` says to type is what ikusei takes."""

import re
import shlex
from pathlib import Path

import pytest

import tui
from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.workbook.organisation.staffing import counted_teams_of
from tui.workbook.organisation.staffing_typed import parse_staffing

DOCS = Path(tui.__file__).parents[1] / "docs"
PAGES = ("organisation.md", "organisation.ja.md")
TEAMS = counted_teams_of(Pack.open(builtin_folder()).organisation)


def commands(page):
    for block in re.findall(r"```sh\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            yield shlex.split(line, comments=True)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_the_page_runs(begun, page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    for _, *words in commands(page):
        args = ["佐藤 花" if word == "鈴木" else word for word in words if word != ">"]
        target = args.pop() if ">" in words else ""
        answer = begun(*args)
        assert answer.code == 0, (args, answer.err)
        if target:
            Path(target).write_text(answer.out, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_the_page_says_can_be_typed_is_read(page):
    table = (DOCS / page).read_text(encoding="utf-8").split("```sh")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    typed = [text for row in rows for text in re.findall(r"`([^`]+)`", row)]
    assert len(typed) >= 12
    modes = {parse_staffing(text, TEAMS[0].id, TEAMS).mode for text in typed}
    assert modes == {"day", "round-the-clock", "held", "none"}
