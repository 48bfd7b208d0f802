"""``ikusei import``: take in the records of a bundle."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

import click

from tui.cli.context import Cli
from tui.cli.verb import Verb, option
from tui.errors import BundleError, UsageError
from tui.journal.bundle.preview import Preview, preview
from tui.journal.bundle.staging import stage
from tui.journal.event import ORGANISATION
from tui.journal.journal import Journal, wall_clock
from tui.journal.writer import own_writer
from tui.lang import Lang
from tui.workbook.opening import PERSON, TRAINEE, trainee_of

STDIN: Final = "-"
PARTIAL_SHOWN: Final = 3
"""Writers of whom only a part is there that are named one by one."""
YES: Final = frozenset({"y", "yes", "ｙ", "はい"})


def verb(lang: Lang) -> Verb:
    """How it is called."""
    params = [
        click.Argument(["source"], metavar="FILE|-", type=click.Path()),
        option(lang, "--dry-run is_dry", "bundle.import.dry_run"),
        option(lang, "-y --yes is_sure", "bundle.import.yes"),
        option(lang, "--everyone", "bundle.import.everyone"),
    ]
    return Verb("import", run, lang, "bundle.import.help", params, more="bundle.import.more")


def run(cli: Cli, source: str, is_dry: bool, is_sure: bool, everyone: bool) -> int:
    """Check the bundle, show what it would bring, and take it in.

    Returns:
        0, or 1 where something needs a look, or where nothing was taken in because the answer was no.

    Raises:
        IkuseiError: it is refused, or the journal can't be written; nothing was taken in.
    """
    asks = not is_dry and not is_sure and source != STDIN and sys.stdin.isatty() and sys.stderr.isatty()
    with _opened(source) as stream, _receiver(cli, is_dry) as journal:
        own = "" if everyone else _trainee(journal)
        takes = frozenset({own}) if own else None
        with stage(journal.store, stream, takes=takes) as staged:
            found = preview(staged, wall_clock())
            _show(cli, found)
            if is_dry:
                return int(found.needs_a_look)
            if asks and found.fresh and not _is_wanted(cli):
                cli.out.tell(cli.say("bundle.declined"))
                return 1
            taken = journal.merge(staged.records())
    cli.out.line(cli.say("bundle.taken" if taken else "bundle.nothing_new", events=taken))
    return int(found.needs_a_look)


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    if source == STDIN:
        yield sys.stdin.buffer
        return
    path = Path(source).expanduser()
    try:
        file = path.open("rb")
    except OSError as error:
        raise BundleError("bundle.unreadable", path=path, why=error.strerror) from error
    with file:
        yield file


@contextmanager
def _receiver(cli: Cli, is_dry: bool) -> Iterator[Journal]:
    """The journal that takes the bundle in; to look without having one, an empty one for the while.

    Raises:
        UsageError: it is nobody's yet. Filled with a trainee's events it would take its owner for that trainee.
        IkuseiError: it can't be opened.
    """
    if is_dry and not cli.settings.state.exists():
        with TemporaryDirectory(prefix="ikusei-") as folder, Journal.open(Path(folder, "empty"), create=True) as empty:
            yield empty
        return
    journal = cli.open_book(write=not is_dry).journal if cli.settings.state.exists() else None
    if not is_dry and (journal is None or not _is_somebodys(journal)):
        raise UsageError("bundle.nobodys", path=cli.settings.state)
    assert journal is not None  # or it would be nobody's
    for warning in () if is_dry else journal.warnings:
        cli.out.tell(cli.say(warning.key, **warning.fields))
    yield journal


def _is_somebodys(journal: Journal) -> bool:
    return bool(journal.local_get(PERSON) or journal.local_get(TRAINEE) or own_writer(journal.store))


def _trainee(journal: Journal) -> str:
    """The trainee whose own file it is; empty where it is a mentor's or a lead's."""
    if journal.local_get(PERSON) and not journal.local_get(TRAINEE):
        return ""
    return trainee_of(journal) if own_writer(journal.store) else ""


def _is_wanted(cli: Cli) -> bool:
    cli.out.ask(cli.say("bundle.ask"))
    return sys.stdin.readline().strip().lower() in YES


def _show(cli: Cli, found: Preview) -> None:
    """What the bundle would bring, for the person: nothing of it is data."""
    pack, version = found.pack
    counts = {"events": found.events, "new": found.fresh, "known": found.known}
    lines = [cli.say("bundle.preview.about", **counts, pack=pack, version=version)]
    for trainee, kinds in found.new.items():
        if trainee == ORGANISATION:
            lines.append(cli.say("bundle.preview.organisation", kinds=_kinds(cli, kinds)))
        elif trainee:
            name = found.names.get(trainee, trainee)
            lines.append(cli.say("bundle.preview.person", name=name, id=trainee, kinds=_kinds(cli, kinds)))
        else:
            lines.append(cli.say("bundle.preview.writers", kinds=_kinds(cli, kinds)))
    if found.trust:
        lines.append(cli.say("bundle.preview.trust", trust=found.trust))
    for line in lines:
        cli.out.remark(line)
    for sentence in _warnings(cli, found):
        cli.out.tell(f"{cli.glyphs.warn} {sentence}")


def _kinds(cli: Cli, kinds: Mapping[str, int]) -> str:
    return ", ".join(f"{cli.say(f'words.event.{kind}')} {count}" for kind, count in kinds.items())


def _warnings(cli: Cli, found: Preview) -> Iterator[str]:
    for writer, n in found.forks:
        yield cli.say("bundle.preview.fork", writer=writer, n=n)
    for writer, n in found.breaks:
        yield cli.say("bundle.preview.break", writer=writer, n=n)
    if found.own:
        yield cli.say("bundle.preview.own", events=found.own)
    if found.ahead:
        latest = datetime.fromtimestamp(found.latest // 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        yield cli.say("bundle.preview.ahead", events=found.ahead, latest=latest)
    if len(found.partial) > PARTIAL_SHOWN:
        yield cli.say("bundle.preview.partials", writers=len(found.partial))
    else:
        for writer in found.partial:
            yield cli.say("bundle.preview.partial", writer=writer)
