"""``ikusei me``: the user's name, id and signing key in their own state file; a mentor needs no role for it."""

from __future__ import annotations

import click

from tui.cli.line.context import Cli
from tui.cli.line.verb import Verb, option
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.setup.ownership import is_there


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["name"], required=False, metavar="[NAME]"),
        option(lang, "--key", "cli.me.key", "FILE|auto|none", default=""),
        option(lang, "--id known", "cli.me.id", "ID", default=""),
    ]
    return Verb("me", run, lang, "cli.me.help", params, more="cli.me.more")


def run(cli: Cli, name: str | None, key: str, known: str) -> int:
    """Set the user's name and signing key, or without either show them.

    Raises:
        IkuseiError: nobody is known yet, the name is empty, there is no such key, or the journal can't be written.
    """
    from tui.workbook.exchange.second_machine import require_same  # ``--help`` doesn't need it
    from tui.workbook.setup.identity import choose_key, name_oneself, reviewer_of, signing_key
    from tui.workbook.setup.person_id import random_person, typed_person
    from tui.workbook.setup.settings import settings_from

    if known and name is None:
        raise UsageError("workbook.no_name")
    own = typed_person(known) if known else ""
    usual = settings_from(None, cli.env, cli.lang)
    if not cli.is_demo and cli.settings.state == usual.state:
        cli = cli.at(usual.own)  # the user's own journal is that of IKUSEI_ME, whatever file IKUSEI_STATE names
    if name is None and not is_there(cli.settings.state):
        raise UsageError("cli.me.nobody")
    book = cli.open_book(write=bool(name is not None or key), create=name is not None)
    require_same(book.journal, own)
    new = (lambda: own) if own else random_person
    person = reviewer_of(book.journal) if name is None else name_oneself(book.journal, name, new)
    if person is None:
        raise UsageError("cli.me.nobody")
    if key:
        choose_key(book.journal, key)
    chosen = signing_key(book.journal)
    cli.out.line("  ".join((person.id, person.name, *([chosen] if chosen else []))))
    return 0
