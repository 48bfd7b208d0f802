"""Help pages, laid out in cells. click counts characters, but a kana takes two cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from tui.lang import Lang, say
from tui.text.cells import fit, width
from tui.text.kinsoku import wrap

WIDTH = 80
"""Cells of a line. It doesn't depend on the terminal, because ``docs/cli.md`` is made from these pages."""
GUTTER = 2
FIRST = 30
"""The most cells of the left column; a longer name gets a line of its own."""


def page(
    command: click.Command, ctx: click.Context, lang: Lang, more: str = "", verbs: Sequence[tuple[str, str]] = ()
) -> str:
    """The help page of a verb or a group.

    Args:
        command: the verb or the group.
        ctx: its context.
        lang: language of the page.
        more: key of a message with further help; or empty.
        verbs: names of the verbs of a group, each with what it does.
    """
    return "\n".join(_page(command, ctx, lang, more, verbs))


def _page(
    command: click.Command, ctx: click.Context, lang: Lang, more: str, verbs: Sequence[tuple[str, str]]
) -> Iterator[str]:
    yield f"{say(lang, 'cli.help.usage')} {ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}".rstrip()
    yield ""
    yield from wrap(command.help or "", WIDTH)
    if more:
        yield ""
        yield from wrap(say(lang, more), WIDTH)
    shown = [param for param in command.get_params(ctx) if isinstance(param, click.Option)]
    options = [record for option in shown if (record := option.get_help_record(ctx))]
    for heading, records in (("cli.help.verbs", verbs), ("cli.help.options", options)):
        if records:
            yield ""
            yield say(lang, heading)
            yield from _columns(records)


def _columns(records: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Names and explanations side by side; the explanation of a long name stands below it."""
    names = [width(name) for name, _ in records if width(name) <= FIRST]
    first = max(names, default=0) + GUTTER
    for name, text in records:
        lines = wrap(text, WIDTH - GUTTER - first)
        if width(name) + GUTTER > first:
            yield f"{' ' * GUTTER}{name}"
        else:
            yield f"{' ' * GUTTER}{fit(name, first)}{lines.pop(0)}"
        for line in lines:
            yield f"{' ' * (GUTTER + first)}{line}"
