"""``ikusei content diff``: what a new edition of a pack changes."""

from __future__ import annotations

import click

from tui.cli.content import existing
from tui.cli.line.context import Cli
from tui.cli.line.verb import ANY_PATH, Verb, option
from tui.curriculum.difference import Difference, differences
from tui.curriculum.pack import Pack
from tui.lang import Lang


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["old"], metavar="OLD", type=ANY_PATH),
        click.Argument(["new"], metavar="NEW", type=ANY_PATH),
        option(lang, "--json is_json", "cli.option.json"),
    ]
    return Verb("diff", run, lang, "cli.content.diff.help", params)


def run(cli: Cli, old: str, new: str, is_json: bool) -> int:
    """Write every change, each in a line.

    Returns:
        0: no difference; 1: there are some.

    Raises:
        UsageError: there is no such folder.
        ContentFaults: one of the packs has a fault.
    """
    before, after = (Pack.open(existing(each)) for each in (old, new))
    found = differences(before, after)
    if is_json:
        cli.out.json([_data(each) for each in found])
    else:
        for each in found:
            cli.out.line(_line(cli, each))
    cli.out.tell(cli.say("cli.content.differences", old=before.version, new=after.version, count=len(found)))
    return 1 if found else 0


def _line(cli: Cli, each: Difference) -> str:
    titles = [cli.of(title) for title in (each.before, each.after) if title is not None]
    said = " -> ".join(dict.fromkeys(titles))
    former = f"  ({each.former})" if each.former else ""
    return f"{cli.say(f'words.change.{each.change}')}  {each.id}{former}  {said}"


def _data(each: Difference) -> dict[str, object]:
    titles = {
        name: {"ja": title.ja, "en": title.en} if title else None
        for name, title in (("before", each.before), ("after", each.after))
    }
    return {"id": each.id, "change": str(each.change), "former": each.former or None, **titles}
