"""Write ``docs/cli.md`` and ``docs/keys.md`` from the program itself, in both languages.

Usage: ``python scripts/make_docs.py [--check]``. With ``--check`` nothing is written, and the exit status is 1 if a
page is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from tui.cli.main import Ikusei
from tui.commands import FINDER, FORM, HELP, MAIN, QUESTION, REVIEW, START, WALK, Command, commands_of
from tui.commands.keys import key_name
from tui.lang import LANGS, Lang, say

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"
LANGUAGES: Final = {"ja": "日本語", "en": "English"}
START_NAME: Final = {"ja": "はじめの 3 問", "en": "The first three questions"}


def cli_page() -> str:
    """The reference of the command line: every help page."""
    lines = [
        "# ikusei on the command line",
        "",
        "Made by `scripts/make_docs.py` from the help pages; don't edit it.",
        "",
    ]
    for lang in LANGS:
        lines += [f"## {LANGUAGES[lang]}", ""]
        for path, page in help_pages(lang):
            lines += [f"### {path}", "", "```text", page, "```", ""]
    return "\n".join(lines)


def help_pages(lang: Lang) -> Iterator[tuple[str, str]]:
    """Every command with its help page, in the order of the help."""
    program = Ikusei(lang)
    yield from _pages(program, click.Context(program, info_name="ikusei"))


def _pages(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, str]]:
    yield ctx.command_path, command.get_help(ctx)
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            verb = command.get_command(ctx, name)
            if verb is not None:
                yield from _pages(verb, click.Context(verb, info_name=name, parent=ctx))


def keys_page() -> str:
    """The keys of every screen."""
    lines = ["# Keys", "", "Made by `scripts/make_docs.py` from `tui/commands`; don't edit it.", ""]
    for lang in LANGS:
        lines += [f"## {LANGUAGES[lang]}", ""]
        for place in (*MAIN, REVIEW, FORM, QUESTION, FINDER, HELP, START):
            lines += [f"### {_place_name(place, lang)}", "", *_table(place, lang), ""]
    return "\n".join(lines)


def _place_name(place: str, lang: Lang) -> str:
    names = {
        FORM: "screens.form.title",
        FINDER: "screens.find.title",
        HELP: "commands.help",
        WALK: "commands.walk",
        REVIEW: "cli.review.help",
        QUESTION: "editor.place",
    }
    return START_NAME[lang] if place == START else say(lang, names.get(place, f"commands.go.{place}"))


def _table(place: str, lang: Lang) -> Iterator[str]:
    head = ("キー", "名前", "すること") if lang == "ja" else ("Key", "Name", "What it does")
    yield f"| {' | '.join(head)} |"
    yield "|---|---|---|"
    for command in commands_of(place):
        yield f"| {_keys(command)} | {say(lang, command.label)} | {say(lang, command.help)} |"


def _keys(command: Command) -> str:
    return " ".join(f"`{key_name(key)}`" for key in command.keys)


PAGES: Final = {"cli.md": cli_page, "keys.md": keys_page}


def stale_pages() -> list[str]:
    """Names of the pages that differ from what the program gives now."""
    return [name for name, make in PAGES.items() if _written(DOCS / name) != make()]


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main(args: list[str]) -> int:
    """Write the pages, or only look whether they are current."""
    stale = stale_pages()
    if "--check" not in args:
        for name in stale:
            (DOCS / name).write_text(PAGES[name](), encoding="utf-8")
        return 0
    for name in stale:
        print(f"docs/{name} is stale: run python scripts/make_docs.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
