"""The lead's walk: its commands run, its pictures are there, and both languages say the same."""

import re
import shlex
from pathlib import Path

import pytest

from tui.cli.run import run

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {lang: (DOCS / name).read_text(encoding="utf-8") for lang, name in (("en", "lead.md"), ("ja", "lead.ja.md"))}
COMMANDS = re.compile(r"^ikusei (team .*?)(?: +#.*)?$", re.MULTILINE)


def commands(page):
    return COMMANDS.findall(page)


def test_both_languages_have_the_same_commands_settings_and_pictures():
    english, japanese = PAGES["en"], PAGES["ja"]
    assert commands(english) == commands(japanese)
    assert len(commands(english)) >= 8
    assert re.findall(r"^\w+ = \d+$", english, re.MULTILINE) == re.findall(r"^\w+ = \d+$", japanese, re.MULTILINE)
    named = [re.findall(r"pictures/team-(\w+)-(\w+)\.svg", page) for page in (english, japanese)]
    assert [name for name, _ in named[0]] == [name for name, _ in named[1]]


@pytest.mark.parametrize("lang", PAGES)
def test_every_picture_is_there(lang):
    for name in re.findall(r"pictures/[\w.-]+", PAGES[lang]):
        assert (DOCS / name).exists(), name


@pytest.mark.parametrize("command", commands(PAGES["en"]))
def test_every_command_answers_in_the_demo(command, tmp_path, capsys):
    assert run(["--demo", "team", *shlex.split(command)], {"HOME": str(tmp_path)}) == 0
    assert capsys.readouterr().out
