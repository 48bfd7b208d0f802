"""Shared by ``pull`` and ``push``: which machines they visit, one after the other, with a line about each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import click

from tui.cli.line.context import Cli
from tui.cli.line.exit_codes import FINE, FOUND
from tui.cli.line.people import listed, matches, pick_of, pick_person
from tui.cli.line.person_param import PersonParam
from tui.cli.line.streams import is_typed
from tui.cli.line.verb import option
from tui.errors import IkuseiError, UsageError
from tui.lang import Lang
from tui.record import record
from tui.trust.decode_roster import PATH, SSH
from tui.trust.folder_state import FolderKind
from tui.trust.roster import EVERYBODY, Host, Roster, trainees_of
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.setup.roster_authority import trust_folder
from tui.workbook.setup.settings import Settings, beside
from tui.workbook.standings.people_names import found_by, ids_of, persons
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.distrust import distrust_text

if TYPE_CHECKING:
    from tui.journal.bundle.preview import Preview

_IKUSEI: Final = "ikusei"


@record
class Wish:
    """The options of ``pull`` and ``push`` as they were typed.

    Args:
        people: the trainees to visit; empty: all whom the user mentors.
        everyone: whether to visit everybody for whom the roster has a host.
        ssh: a destination of ssh, instead of the roster's; or empty.
        command: name or path of ikusei on that machine.
        remote_state: the state file on that machine; empty: the usual one.
    """

    people: tuple[str, ...]
    everyone: bool
    ssh: str
    command: str
    remote_state: str


@record
class Stop:
    """A machine to visit.

    Args:
        host: the machine, with the trainee's id.
        name: the trainee's name, as shown.
        is_certain: whether the trainee's id is known here; else ``host.trainee`` is what was typed, and the other side
            finds out who is meant.
        also: further ids of the trainee.
    """

    host: Host
    name: str
    is_certain: bool = True
    also: tuple[str, ...] = ()

    @property
    def about(self) -> frozenset[str] | None:
        """Ids of the only people whom a bundle from there may be about."""
        return frozenset({self.host.trainee, *self.also}) if self.is_certain else None

    def check(self, found: Preview) -> None:
        """Refuse a bundle that isn't about the named person, if only a name was known before.

        Raises:
            UsageError: the bundle is about somebody else, or about several people.
        """
        people = {person: found.names.get(person, person) for person in found.trainees}
        if self.is_certain or not people:
            return
        if len(people) != 1 or not matches(self.host.trainee, people):
            fields = {"host": self.host.ssh, "trainee": self.host.trainee, "found": listed(people)}
            raise UsageError("transport.somebody_else", **fields)


def params(lang: Lang) -> list[click.Parameter]:
    """Arguments and options of both verbs."""
    return [
        click.Argument(["people"], nargs=-1, metavar="[PERSON...]", type=PersonParam(hosted)),
        option(lang, "--all everyone", "transport.hosts.all"),
        option(lang, "--ssh", "transport.hosts.ssh", "USER@HOST", default=""),
        option(lang, "--command", "transport.hosts.command", "PATH", default=_IKUSEI),
        option(lang, "--remote-state", "transport.hosts.state", "PATH", default=""),
        option(lang, "--dry-run is_dry", "bundle.import.dry_run"),
    ]


def hosted(settings: Settings) -> Mapping[str, str]:
    """By id, the names of the trainees for whom the roster has a host.

    Raises:
        IkuseiError: the reader's own state file can't be read.
    """
    roster = trust_folder(settings, None).roster
    return _hosted(roster) if roster else {}


def stops(cli: Cli, book: Workbook, reviewer: Reviewer, wish: Wish) -> list[Stop]:
    """The machines to visit, in the order of the roster.

    Raises:
        UsageError: somebody isn't known, nobody is meant, or the roster can't be trusted.
    """
    if wish.ssh:
        return [_without_roster(book, wish)]
    if wish.command != _IKUSEI or wish.remote_state:
        raise UsageError("transport.only_with_ssh")
    settings = beside(cli.settings, book.journal.path)
    folder = trust_folder(settings, book.journal)
    if folder.state.kind is FolderKind.NONE or folder.roster is None:
        raise UsageError("transport.no_roster", folder=folder.path)
    if not folder.state.is_usable:
        raise UsageError(folder.state.reason, **folder.state.fields)
    cli.out.tell_once(distrust_text(folder, cli.lang))
    roster = folder.roster
    meant = set(_meant(book, roster, reviewer, wish))
    known = {each.id: each for each in roster.people}
    return [
        Stop(host, roster.label(host.trainee), also=known[host.trainee].also)
        for host in roster.hosts
        if host.trainee in meant
    ]


def visit(cli: Cli, meant: Sequence[Stop], act: Callable[[Stop], tuple[str, bool]]) -> int:
    """Visit the machines one after the other and write a line about each; after a failure the next one is visited.

    Args:
        cli: the call.
        meant: the machines.
        act: visits one; returns the end of the line, and whether something needs a look.

    Returns:
        0, or 1 where something failed or needs a look.
    """
    code = FINE
    for stop in meant:
        if asks():
            cli.out.tell(cli.say("transport.hosts.now", name=stop.name, host=stop.host.ssh))
        try:
            said, needs_a_look = act(stop)
            mark = cli.glyphs.warn if needs_a_look else cli.glyphs.done
            code = FOUND if needs_a_look else code
        except IkuseiError as error:
            said, mark, code = cli.say(error.key, **error.fields), cli.glyphs.missing, FOUND
        cli.out.line(f"{mark} {stop.name}  {stop.host.ssh}  {said}")
        cli.out.flush()
    return code


def asks() -> bool:
    """Whether somebody sits at a terminal, so that ssh may ask for a password or passphrase, or about a host key."""
    return is_typed()


def _hosted(roster: Roster) -> dict[str, str]:
    return {host.trainee: roster.name(host.trainee) for host in roster.hosts}


def _meant(book: Workbook, roster: Roster, reviewer: Reviewer, wish: Wish) -> Iterator[str]:
    with_host = _hosted(roster)
    if wish.people:
        # The name is looked up among all people, not only those with a host: else it could match the wrong person.
        known, names, ids = persons(book), found_by(book), book.authority.joined
        for typed in wish.people:
            text = ids.get(typed.strip(), typed)
            if not set(matches(text, known, names)) & set(with_host):
                raise UsageError("transport.no_host", text=typed, people=listed(with_host))
            yield pick_person(text, known, names, with_host)
        return
    if wish.everyone:
        yield from with_host
        return
    mine = {each.trainee for each in trainees_of(roster, reviewer.id, datetime.now(UTC))}
    found = [each for each in with_host if each in mine or (EVERYBODY in mine and each != reviewer.id)]
    if not found:
        raise UsageError("transport.no_hosts", name=reviewer.name, people=listed(with_host))
    yield from found


def _without_roster(book: Workbook, wish: Wish) -> Stop:
    if len(wish.people) != 1 or wish.everyone:
        raise UsageError("transport.one_person")
    checks = (("--ssh", wish.ssh, SSH), ("--command", wish.command, PATH), ("--remote-state", wish.remote_state, PATH))
    for name, value, pattern in checks:
        if value and not pattern.fullmatch(value):
            raise UsageError("transport.bad_place", name=name, value=value)
    typed = wish.people[0].strip()
    known = persons(book)
    text = book.authority.joined.get(typed, typed)
    if not matches(text, known, found_by(book)):
        return Stop(Host(typed, wish.ssh, wish.command, wish.remote_state), typed, is_certain=False)
    person, *also = ids_of(book, pick_of(book, typed))
    return Stop(Host(person, wish.ssh, wish.command, wish.remote_state), known[person] or person, also=tuple(also))
