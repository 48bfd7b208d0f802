"""``ikusei content``: check a pack against its schema, and export it for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from tui.cli.line.context import Cli
from tui.cli.line.group import VerbLine, Verbs
from tui.cli.line.verb import ANY_PATH, Verb, option
from tui.errors import UsageError
from tui.lang import Lang


def verb(lang: Lang) -> Verbs:
    """The group with its verbs."""
    verbs = {
        "check": VerbLine("content", "cli.content.check.help", "check_verb"),
        "diff": VerbLine("content_diff", "cli.content.diff.help"),
        "export": VerbLine("content", "cli.content.export.help", "export_verb"),
    }
    return Verbs("content", lang, "cli.content.help", verbs)


def check_verb(lang: Lang) -> Verb:
    """The verb ``check`` with its arguments and options."""
    return Verb("check", run_check, lang, "cli.content.check.help", [_folder()])


def export_verb(lang: Lang) -> Verb:
    """The verb ``export`` with its arguments and options."""
    params = [_folder(), option(lang, "--json is_json", "cli.content.export.json")]
    return Verb("export", run_export, lang, "cli.content.export.help", params)


def run_check(cli: Cli, folder: str | None) -> int:
    """Write every fault, each with file, line and column.

    Raises:
        UsageError: there is no such folder.
    """
    from tui.curriculum.check import check_all, printed_items  # the verbs share a module, not imports

    place = existing(folder or cli.settings.content)
    faults = check_all(place, cli.settings.overlay)
    for fault in faults:
        cli.out.line(cli.say(fault.key, **fault.fields))
    key = "cli.content.faults" if faults else "cli.content.fine"
    cli.out.tell(cli.say(key, count=len(faults), folder=place))
    _remark(cli, place)
    printed = None if faults else printed_items(place)
    if printed is not None:
        cli.out.tell(cli.say("cli.content.covered", count=printed))
    return 1 if faults else 0


def _remark(cli: Cli, place: Path) -> None:
    """Write where pack and overlay use syntax of TOML 1.1: not a fault, but readers of TOML 1.0 refuse it."""
    from tui.curriculum.newer_toml import newer_syntax  # see run_check

    overlay = cli.settings.overlay
    for folder in (place, *((overlay,) if overlay is not None and overlay.is_dir() else ())):
        remarks = newer_syntax(folder)
        for remark in remarks:
            cli.out.line(cli.say(remark.key, **remark.fields))
        if remarks:
            cli.out.tell(cli.say("cli.content.newer", count=len(remarks), folder=folder))


def run_export(cli: Cli, folder: str | None, is_json: bool) -> int:
    """Write the whole pack as JSON.

    Raises:
        UsageError: there is no such folder, or no format was named.
        ContentFaults: a file has a fault.
    """
    from tui.curriculum.export import export  # see run_check
    from tui.curriculum.pack import Pack

    if not is_json:
        raise UsageError("cli.content.no_format")
    cli.out.json(export(Pack.open(existing(folder or cli.settings.content))))
    return 0


def _folder() -> click.Argument:
    return click.Argument(["folder"], required=False, metavar="[DIR]", type=ANY_PATH)


def existing(folder: str | Path) -> Path:
    """*folder* as a path, with ``~`` expanded.

    Raises:
        UsageError: there is no such folder.
    """
    place = Path(folder).expanduser()
    if not place.is_dir():
        raise UsageError("cli.content.no_folder", folder=place)
    return place
