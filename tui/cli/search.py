"""``ikusei search``: find anything in the pack."""

from __future__ import annotations

from dataclasses import asdict

import click

from tui.cli.line.context import Cli
from tui.cli.line.table import Form, form_of, form_options, write_rows
from tui.cli.line.verb import Verb
from tui.curriculum.search import search
from tui.lang import Lang
from tui.workbook.setup.opening import open_pack


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    words = click.Argument(["words"], nargs=-1, required=True, metavar="TEXT...")
    return Verb("search", run, lang, "commands.find.help", [words, *form_options(lang)], more="cli.search.more")


def run(cli: Cli, words: tuple[str, ...], **asked: bool) -> int:
    """Write the hits, the best first: id, kind, title and place of each.

    Raises:
        ContentFaults: the pack has a fault.
    """
    form = form_of(**asked)
    text = " ".join(words)
    hits = search(open_pack(cli.settings), text, cli.lang)
    if form is Form.JSON:
        texts = ({"title": asdict(hit.title), "where": asdict(hit.where)} for hit in hits)
        cli.out.json([{"id": hit.id, "kind": hit.kind} | each for hit, each in zip(hits, texts, strict=True)])
    elif form is not Form.LINES:
        rows = ([hit.id, hit.kind, cli.of(hit.title), cli.of(hit.where)] for hit in hits)
        write_rows(cli.out, form, ("id", "kind", "title", "where"), rows)
    else:
        for hit in hits:
            parts = (hit.id, cli.say(f"words.kind.{hit.kind}"), cli.of(hit.title), cli.of(hit.where))
            cli.out.line("  ".join(part for part in parts if part))
    if not hits:
        cli.out.tell(cli.say("cli.search.nothing", text=text))
    return 0 if hits else 1
