"""``ikusei undo``: undo the last thing written, by writing that it is undone."""

from __future__ import annotations

from tui.cli.context import Cli
from tui.cli.verb import Verb
from tui.lang import Lang
from tui.workbook.naming import names_of
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
    book = cli.workbook(write=True)
    gone = undo(book)
    what = f"{event_kind(gone, cli.lang)}  {event_subject(gone, names_of(book, cli.lang), cli.lang)}"
    cli.out.line(cli.say("screens.undone", what=what))
    return 0
