"""``ikusei import``: take in the records of a bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tui.cli.answers.preview_lines import show_preview
from tui.cli.line.context import Cli
from tui.cli.line.people import pick_person
from tui.cli.line.streams import STDIN, is_told, is_typed, opened, says_yes
from tui.cli.line.verb import ANY_PATH, Verb, option
from tui.errors import UsageError
from tui.journal.bundle.preview import Preview
from tui.journal.journal import Journal
from tui.lang import Lang
from tui.workbook.exchange.intake import require_somebodys, take_in, takes
from tui.workbook.setup.ownership import is_there


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["source"], metavar="[FILE|-]", type=ANY_PATH, required=False),
        option(lang, "--inbox is_inbox", "transport.inbox.option"),
        option(lang, "--dry-run is_dry", "bundle.import.dry_run"),
        option(lang, "-y --yes is_sure", "bundle.import.yes"),
        option(lang, "--everyone", "bundle.import.everyone"),
        option(lang, "--accept accepts", "bundle.import.accept", "PERSON", default=""),
    ]
    return Verb("import", run, lang, "bundle.import.help", params, more="bundle.import.more")


def run(cli: Cli, source: str | None, *, accepts: str, **asked: bool) -> int:
    """Check the bundle, show what it would bring, and take it in; or do so with all in the drop folder.

    ``--accept`` says that all chains under an id are one person's. From then on the name in these chains is shown, and
    events that were held back, because they could be another person's, come in with the next import. ``--accept`` also
    works without a bundle.

    Returns:
        0, or 1 where something needs a look, or where nothing was taken in because the answer was no.

    Raises:
        IkuseiError: the bundle is refused, or the journal can't be written; nothing was taken in.
    """
    if accepts and source is None and not any(asked.values()):
        return _accept(cli, accepts)
    code = _import(cli, source, accepts, **asked)
    return _accept(cli, accepts) or code if accepts and not asked["is_dry"] else code


def _accept(cli: Cli, text: str) -> int:
    """Accept all chains in the journal under the id of the person that *text* names.

    Raises:
        IkuseiError: *text* names nobody or several people, or the journal can't be written.
    """
    with _receiver(cli, is_dry=False) as (journal, _):
        person = pick_person(text, journal.people(), journal.all_names())
        new = journal.accept(person)
        name = journal.people().get(person, person)
        key = "bundle.accepted" if new else "bundle.accepted_before"
        cli.out.line(cli.say(key, name=name, id=person, chains=new))
    return 0


def _import(
    cli: Cli, source: str | None, accepts: str, *, is_inbox: bool, is_dry: bool, is_sure: bool, everyone: bool
) -> int:
    if is_inbox == (source is not None):
        raise UsageError("transport.inbox.or_file")
    if source is None:
        from tui.cli.exchange.inbox import empty_inbox  # one file needs no folder

        with _receiver(cli, is_dry) as (journal, names):
            about = None if everyone else takes(journal)
            return empty_inbox(cli, journal, is_dry=is_dry, about=about, names=names, joins=_joins(journal, accepts))
    asks = not is_dry and not is_sure and source != STDIN and is_typed() and is_told()

    def agrees(found: Preview) -> bool:
        show_preview(cli, found.known_as(names))
        return not is_dry and (not asks or not found.fresh or _is_wanted(cli))

    with opened(source) as stream, _receiver(cli, is_dry) as (journal, names):
        about = None if everyone else takes(journal)
        taken = take_in(journal, stream, about, agrees, takes_own=True, joins=_joins(journal, accepts))
    if is_dry:
        return int(taken.found.needs_a_look)
    if taken.events is None:
        cli.out.tell(cli.say("bundle.declined"))
        return 1
    cli.out.line(cli.say("bundle.taken" if taken.events else "bundle.nothing_new", events=taken.events))
    return int(taken.found.needs_a_look)


def _joins(journal: Journal, accepts: str) -> Callable[[str], bool]:
    """A function that says whether an id is the one that the reader typed after ``--accept``."""
    try:
        person = pick_person(accepts, journal.people(), journal.all_names()) if accepts else ""
    except UsageError:
        person = accepts.strip()  # an id that only the bundle knows
    return lambda each: bool(person) and each == person


@contextmanager
def _receiver(cli: Cli, is_dry: bool) -> Iterator[tuple[Journal, Mapping[str, str]]]:
    """The journal that takes the bundle in, and names from the roster by id.

    For a dry run without a state file, it is an empty journal that is removed afterwards.

    Raises:
        UsageError: nobody has said yet whose journal it is.
        IkuseiError: the journal can't be opened.
    """
    if is_dry and not is_there(cli.settings.state):
        with TemporaryDirectory(prefix="ikusei-") as folder, Journal.open(Path(folder, "empty"), create=True) as empty:
            yield empty, {}
        return
    if not is_there(cli.settings.state):
        raise UsageError("bundle.nobodys", path=cli.settings.state)
    book = cli.open_book(write=not is_dry)
    journal = book.journal
    if not is_dry:
        require_somebodys(journal)
        for warning in journal.warnings:
            cli.out.tell(cli.say(warning.key, **warning.fields))
    yield journal, book.authority.names


def _is_wanted(cli: Cli) -> bool:
    cli.out.ask(cli.say("bundle.ask"))
    return says_yes()
