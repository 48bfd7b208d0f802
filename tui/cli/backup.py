"""``ikusei backup``: a checked copy of the state file, with its digest beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from tui.cli.line.context import Cli
from tui.cli.line.verb import ANY_PATH, Verb, option
from tui.errors import UsageError
from tui.journal.backup import backup
from tui.journal.backups import dated_backup, drop_older, folder_of, kept_backups
from tui.lang import Lang
from tui.workbook.setup.opening import require_own


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["target"], metavar="[FILE]", type=ANY_PATH, required=False),
        option(lang, "--keep", "backup.keep", "N", type=click.IntRange(1, 9999)),
        option(lang, "--list is_list", "backup.list"),
        option(lang, "--json is_json", "cli.option.json"),
    ]
    return Verb("backup", run, lang, "backup.help", params, more="backup.more")


def run(cli: Cli, target: str | None, keep: int | None, is_list: bool, is_json: bool) -> int:
    """Make a backup and write its path, or list the backups.

    Raises:
        UsageError: the options don't go together, or the state file is somebody else's.
        JournalError: the backup can't be made.
    """
    if (target and keep) or (is_list and (target or keep)):
        raise UsageError("backup.one_of")
    state = cli.settings.state
    if is_list:
        return _list(cli, state, is_json)
    require_own(cli.settings)
    made = backup(state, Path(target).expanduser()) if target else dated_backup(state, datetime.now(UTC))
    removed = drop_older(state, keep, made.path) if keep else []
    if is_json:
        cli.out.json({
            "backup": str(made.path),
            "sha256": made.digest,
            "events": made.events,
            "removed": [str(path) for path in removed],
        })  # fmt: skip
    else:
        cli.out.line(str(made.path))
        cli.out.tell(cli.say("backup.made", events=made.events))
        if removed:
            cli.out.tell(cli.say("backup.removed", count=len(removed)))
    return 0


def _list(cli: Cli, state: Path, is_json: bool) -> int:
    found = [(each.made.astimezone(), each.path.stat().st_size, each.path) for each in kept_backups(state)]
    if is_json:
        cli.out.json([{"made": made.isoformat(), "bytes": size, "backup": str(path)} for made, size, path in found])
        return 0
    for made, size, path in found:
        cli.out.line(f"{made:%Y-%m-%d %H:%M:%S}  {size:>12,}  {path}")
    if not found:
        cli.out.tell(cli.say("backup.none", folder=folder_of(state)))
    return 0
