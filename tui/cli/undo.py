"""``ikusei undo``: undo the last thing written, by writing that it is undone."""

from __future__ import annotations

from tui.cli.context import Cli
from tui.cli.verb import Verb
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.identity import author_of
from tui.workbook.naming import names_in, names_of
from tui.workbook.own import is_there
from tui.workbook.wording import event_kind, event_subject
from tui.workbook.writing import undo


def verb(lang: Lang) -> Verb:
    """How it is called."""
    return Verb("undo", run, lang, "commands.undo.help", more="cli.undo.more")


def run(cli: Cli) -> int:
    """Undo, and say what.

    Raises:
        IkuseiError: there is nothing to undo, or it can't be written.
    """
    # Not only a trainee: a lead follows no role, but assesses duties.
    book = cli.open_book(write=True) if is_there(cli.settings.state) else cli.workbook(write=True)
    author = author_of(book)
    if not author.id:
        raise UsageError("cli.nobody", path=cli.settings.state)
    for warning in book.journal.warnings:
        cli.out.tell(cli.say(warning.key, **warning.fields))
    gone = undo(book, author.id)
    names = names_of(book, cli.lang) | names_in([gone], book, cli.lang)
    what = f"{event_kind(gone, cli.lang)}  {event_subject(gone, names, cli.lang)}"
    cli.out.line(cli.say("screens.undone", what=what))
    return 0
