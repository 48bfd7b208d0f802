"""``ikusei begin``: the first run without the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli.line.choices import roles
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam
from tui.cli.line.streams import opened_file
from tui.cli.line.verb import OneOf, Verb, option
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.exchange.second_machine import continue_from, has_begun, person_in, require_same
from tui.workbook.setup.opening import open_pack
from tui.workbook.setup.person_id import random_person, typed_name, typed_person
from tui.workbook.trainee.writing import begin

if TYPE_CHECKING:
    from tui.workbook.standings.workbook import Workbook


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["name"], required=False, metavar="[NAME]"),
        option(lang, "-r --role", "cli.begin.role", "ROLE", type=IdParam(roles)),
        option(lang, "-s --step", "cli.begin.step", "0-3", type=OneOf("0123"), default="0"),
        option(lang, "--id person", "cli.me.id", "ID", default=""),
        option(lang, "--from source", "cli.begin.from", "FILE", default=""),
    ]
    return Verb("begin", run, lang, "cli.begin.help", params, more="cli.begin.more")


def run(cli: Cli, *, name: str | None, role: str | None, step: str, person: str, source: str) -> int:
    """Write who the trainee is. Everything is checked before a state file is made.

    Raises:
        IkuseiError: the name is empty, the role unknown, somebody has begun already, the bundle is refused, or it
            can't be written.
    """
    known = typed_person(person) if person else ""
    if source:
        return _continue(cli, name or "", known, source)
    if not typed_name(name or ""):
        raise UsageError("workbook.no_name")
    if role is None:
        raise UsageError("cli.missing", name="--role", command="ikusei begin")
    pack = open_pack(cli.settings)
    chosen = OneOf(entry.id for entry in pack.roles).convert(role, None, None)
    book = _new_book(cli)
    require_same(book.journal, known)
    begin(book, name or "", chosen, int(step), (lambda: known) if known else random_person)
    cli.out.line(cli.say("cli.begun", name=book.name, role=next(cli.of(e.name) for e in pack.roles if e.id == chosen)))
    cli.out.tell(cli.say("cli.begun_where", path=cli.settings.state))
    return 0


def _continue(cli: Cli, name: str, known: str, source: str) -> int:
    """Begin as the same person as on another machine, with the records of one's own bundle."""
    with opened_file(source) as stream:
        person = person_in(stream, known)
        book = _new_book(cli)
        events = continue_from(book, stream, person, name)
    cli.out.line(cli.say("cli.continued", name=book.name, id=person, events=events))
    cli.out.tell(cli.say("cli.begun_where", path=cli.settings.state))
    return 0


def _new_book(cli: Cli) -> Workbook:
    book = cli.open_book(write=True, create=True)
    if has_begun(book):
        raise UsageError("cli.begun_already", name=book.name, path=cli.settings.state)
    return book
