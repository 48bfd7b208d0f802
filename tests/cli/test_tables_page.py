"""``docs/tables.md`` and its twin name every verb that has rows, and its columns; what they say to type is taken."""

import csv
import io
import re
import shlex
from pathlib import Path

import click
import pytest

from tui.cli.main import Ikusei

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [(DOCS / name).read_text(encoding="utf-8") for name in ("tables.md", "tables.ja.md")]
ROW = re.compile(r"^\| `(ikusei [a-z ]+)` \| .* \| (.*) \|$", re.MULTILINE)
VERBS = {verb: re.findall(r"`([a-z_0-9]+)`", columns) for verb, columns in ROW.findall(PAGES[0])}


def with_rows(command, ctx):
    """Every command that has ``--csv``."""
    if any("--csv" in param.opts for param in command.params):
        yield ctx.command_path
    for name in command.list_commands(ctx) if isinstance(command, click.Group) else ():
        below = command.get_command(ctx, name)
        yield from with_rows(below, click.Context(below, info_name=name, parent=ctx))


def test_both_pages_name_every_verb_with_rows_and_the_same_columns():
    program = Ikusei("en")
    assert set(VERBS) == set(with_rows(program, click.Context(program, info_name="ikusei")))
    assert {verb: re.findall(r"`([a-z_0-9]+)`", columns) for verb, columns in ROW.findall(PAGES[1])} == VERBS


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "ikusei review"])
def test_columns_are_those_that_are_written(ikusei, verb):
    words = ["ログ"] if verb == "ikusei search" else []
    out = ikusei("--demo", "team", *verb.split()[1:], *words, "--csv").out if "team" in verb or words else None
    if out is None:
        out = ikusei.begun()(*verb.split()[1:], "--csv").out
    written = next(csv.reader(io.StringIO(out, newline="")))
    named = VERBS[verb]
    assert written[: len(named)] == named
    assert verb == "ikusei matrix" or len(written) == len(named)


def test_columns_of_review_are_those_that_are_written(ikusei):
    assert ikusei("me", "田中 実").code == 0
    assert ikusei("review", "--csv").out == ",".join(VERBS["ikusei review"]) + "\r\n"


@pytest.mark.parametrize("page", PAGES)
def test_what_the_pages_say_to_type_is_taken(begun, page):
    lines = re.findall(r"^(ikusei .*)$", re.search(r"```sh\n(.*?)```", page, re.DOTALL)[1], re.MULTILINE)
    assert len(lines) == 3
    for line in lines:
        assert begun(*shlex.split(re.split(r"[|>]", line)[0])[1:]).code == 0, line
