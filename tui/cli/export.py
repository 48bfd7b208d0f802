"""``ikusei export``: write records into a bundle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.cli.line.context import Cli
from tui.cli.line.people import listed, pick_of
from tui.cli.line.person_param import PersonParam
from tui.cli.line.streams import has_output, is_shown
from tui.cli.line.verb import ANY_PATH, Verb, option
from tui.errors import BundleError, UsageError
from tui.journal.bundle.beginning import read_header
from tui.journal.bundle.header import NO_WRITERS, ChainReach, Header, Selection
from tui.journal.bundle.writing import save_bundle, write_bundle
from tui.journal.event import ORGANISATION
from tui.lang import Lang
from tui.workbook.standings.people_names import ids_of
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.parsing import parse_day

if TYPE_CHECKING:
    from tui.trust.folder import TrustFolder

STDOUT: Final = "-"


def verb(lang: Lang) -> Verb:
    """How it is called."""
    params = [
        option(lang, "-o --output target", "bundle.export.output", "FILE", type=ANY_PATH),
        option(lang, "-t --trainee", "bundle.export.trainee", "PERSON", multiple=True, type=PersonParam()),
        option(lang, "--since", "bundle.export.since", "WHEN|BUNDLE", default=""),
        option(lang, "--decisions", "bundle.export.decisions"),
    ]
    return Verb("export", run, lang, "bundle.export.help", params, more="bundle.export.more")


def run(cli: Cli, target: str | None, trainee: tuple[str, ...], since: str, decisions: bool) -> int:
    """Write the bundle, and tell what is in it and who can read it.

    Raises:
        IkuseiError: somebody isn't known, the journal can't be read, or the bundle can't be written.
    """
    if target is None and is_shown():
        raise UsageError("bundle.to_terminal")
    if target in {None, STDOUT} and not has_output():
        raise UsageError("bundle.to_nowhere")
    book = cli.open_book(write=False)
    # All ids of a person are exported: the user may know only the one in the roster.
    known = {*book.people(), *book.journal.trainees()}
    meant = dict.fromkeys(one for each in trainee for one in ids_of(book, pick_of(book, each, known)))
    asked = Selection(trainees=tuple(meant), decisions=decisions)
    selection, reached = _since(book, since, asked)
    pack = book.pack.id, book.pack.version
    folder = _trust(cli, book)
    trust = folder.fingerprint if folder is not None else ""
    if target is None or target == STDOUT:
        header = write_bundle(book.journal, cli.out.sink(), pack=pack, selection=selection, known=reached, trust=trust)
        cli.out.flush()  # nothing is told of what nobody takes
    else:
        path = Path(target).expanduser()
        header = save_bundle(book.journal, path, pack=pack, selection=selection, known=reached, trust=trust)
    about = {person: header.people.get(person, "") for person in header.trainees}
    if ORGANISATION in about:
        about[ORGANISATION] = cli.say("bundle.organisation")
    cli.out.tell(cli.say("bundle.exported", events=header.events, people=_listed(cli, about)))
    for sentence in _readers(cli, folder, about):
        cli.out.tell(sentence)
    return 0


def _trust(cli: Cli, book: Workbook) -> TrustFolder | None:
    """The trust folder, or None where there is none."""
    if not cli.settings.trust.is_dir():
        return None
    from tui.workbook.setup.roster_authority import folder_of  # most have no trust folder

    return folder_of(cli.settings, book)


def _readers(cli: Cli, folder: TrustFolder | None, about: Mapping[str, str]) -> Iterator[str]:
    """Sentences: for which mentors it is meant by the roster, and that everybody who gets hold of it can read it."""
    if folder is not None:
        from tui.workbook.standings.mentors_now import mentors_now

        for trainee, mentors in mentors_now(folder, about).items():
            names = {"trainee": about[trainee] or trainee, "mentors": ", ".join(mentors)}
            yield cli.say("transport.readers" if mentors else "transport.no_readers", **names)
    yield cli.say("bundle.in_the_clear")


def _since(book: Workbook, text: str, asked: Selection) -> tuple[Selection, Mapping[str, ChainReach]]:
    """The selection with its beginning, and the ends of the chains that an earlier bundle brought.

    *text* is a day, or the path of an earlier bundle; empty: everything.

    Raises:
        UsageError: *text* is no day, or that bundle has another selection.
        BundleError: *text* is a file but no bundle.
    """
    if not text.strip():
        return asked, NO_WRITERS
    path = Path(text).expanduser()
    if path.is_file():
        earlier = _header(path)
        before = earlier.selection
        if before.decisions != asked.decisions or set(before.trainees) != set(asked.trainees):
            raise UsageError("bundle.other_selection", path=path)
        return Selection(asked.trainees, None, earlier.digest, asked.decisions), earlier.writers
    day = parse_day(text, book.today())
    return Selection(asked.trainees, book.calendar.begins(day), "", asked.decisions), NO_WRITERS


def _header(path: Path) -> Header:
    try:
        with path.open("rb") as file:
            return read_header(file)
    except OSError as error:
        raise BundleError("bundle.unreadable", path=path, why=error.strerror) from error


def _listed(cli: Cli, about: Mapping[str, str]) -> str:
    return listed(about) if about else cli.say("bundle.nobody")
