"""``ikusei restore``: replace the state file by a backup, or take back the records that the backup lacked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import click

from tui.cli.answers.preview_lines import kinds_text, show_preview
from tui.cli.line.context import Cli
from tui.cli.line.exit_codes import FINE, FOUND
from tui.cli.line.streams import is_told, is_typed, says_yes
from tui.cli.line.verb import ANY_PATH, Verb, option
from tui.errors import UsageError
from tui.journal.bundle.preview import Preview
from tui.journal.journal import wall_clock
from tui.journal.newer import Newer
from tui.journal.restore import Restoring, restore
from tui.lang import Lang
from tui.moment import recorded_at
from tui.workbook.setup.opening import require_own

DAYS_SHOWN: Final = 7
"""How many of the newest days are listed, each with its number of entries."""


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["source"], metavar="FILE", type=ANY_PATH),
        option(lang, "--take-back is_back", "restore.take_back"),
        option(lang, "-y --yes is_sure", "restore.yes"),
    ]
    return Verb("restore", run, lang, "restore.help", params, more="restore.more")


def run(cli: Cli, source: str, *, is_back: bool, is_sure: bool) -> int:
    """Show what the state file has and the backup lacks, ask, and restore; or bring these records back.

    Returns:
        0, or 1 where the answer was no, or where something needs a look.

    Raises:
        IkuseiError: the file is refused, and nothing has changed.
    """
    file = Path(source).expanduser()
    return _take_back(cli, file, is_sure) if is_back else _restore(cli, file, is_sure)


def _restore(cli: Cli, source: Path, is_sure: bool) -> int:
    def agrees(found: Newer | None) -> bool:
        _show(cli, source, found)
        return is_sure or _is_wanted(cli, "restore.ask", source)

    require_own(cli.settings)
    how = Restoring(cli.settings.state, os.uname().nodename, wall_clock, cli.settings.marks)
    done = restore(how, source, agrees)
    if done is None:
        cli.out.tell(cli.say("restore.declined"))
        return FOUND
    cli.out.line(cli.say("restore.done", path=cli.settings.state, events=done.events))
    if done.kept is not None:
        cli.out.line(cli.say("restore.kept", kept=done.kept))
    return FINE


def _show(cli: Cli, source: Path, found: Newer | None) -> None:
    """Tell what the state file has and the backup lacks."""
    if found is None:
        cli.out.tell(cli.say("restore.unreadable", path=cli.settings.state))
        return
    there = {"file": source, "there": found.there, "latest": _moment(found.there_latest)}
    cli.out.tell(cli.say("restore.about", **there))
    if found.gained:
        cli.out.tell(cli.say("restore.gained", events=found.gained))
    if not found.events:
        cli.out.tell(cli.say("restore.nothing_newer"))
        return
    newest = {"events": found.events, "latest": _moment(found.latest), "kinds": kinds_text(cli, found.kinds)}
    cli.out.tell(cli.say("restore.newer", **newest))
    days = list(found.days.items())
    if len(days) > DAYS_SHOWN:
        earlier = sum(entries for _, entries in days[:-DAYS_SHOWN])
        cli.out.remark(cli.say("restore.earlier", days=len(days) - DAYS_SHOWN, entries=earlier))
    for day, entries in days[-DAYS_SHOWN:]:
        cli.out.remark(cli.say("restore.day", day=day, entries=entries))


def _take_back(cli: Cli, kept: Path, is_sure: bool) -> int:
    from tui.workbook.exchange.after_restore import take_back  # most restores take nothing back

    book = cli.open_book(write=True)

    def agrees(found: Preview) -> bool:
        show_preview(cli, found)
        return not found.fresh or is_sure or _is_wanted(cli, "restore.ask_back", kept)

    taken = take_back(book.journal, kept, (book.pack.id, book.pack.version), agrees)
    if taken.events is None:
        cli.out.tell(cli.say("restore.declined"))
        return FOUND
    cli.out.line(cli.say("restore.taken_back" if taken.events else "restore.nothing_back", events=taken.events))
    return FOUND if taken.found.needs_a_look else FINE


def _is_wanted(cli: Cli, question: str, file: Path) -> bool:
    """Ask the user on the terminal.

    Raises:
        UsageError: there is no terminal.
    """
    if not (is_typed() and is_told()):
        raise UsageError("restore.no_terminal")
    cli.out.ask(cli.say(question, path=cli.settings.state, file=file))
    return says_yes()


def _moment(milliseconds: int) -> str:
    return f"{recorded_at(milliseconds).astimezone():%Y-%m-%d %H:%M}" if milliseconds else "-"
