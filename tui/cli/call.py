"""The beginning of a call, before its options are parsed. ``ikusei`` without arguments needs nothing else.

So the most frequent start doesn't import click, which takes as long as reading journal and curriculum together.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from tui.cli.line.context import Cli, Looks
from tui.cli.line.out import Out
from tui.lang import LANGS, Lang
from tui.record import record

if TYPE_CHECKING:
    from tui.workbook.setup.settings import Settings
    from tui.workbook.standings.workbook import Workbook

COMPLETE: Final = "_IKUSEI_COMPLETE"
"""The environment variable with which a shell asks for completions."""


@record
class Call:
    """The context of a call before its options are read.

    Args:
        env: the environment.
        out: the streams to write to.
        stack: closes at the end of the call whatever was opened.
    """

    env: Mapping[str, str]
    out: Out
    stack: ExitStack

    def about(self, settings: Settings, looks: Looks) -> Cli:
        """The call with the settings and looks that its options give."""
        return Cli(settings, self.out, self.env, self.stack, looks, _renew)


def open_own(call: Call, lang: Lang) -> int:
    """Open the screen for the user's own state file: ``ikusei`` without arguments.

    Raises:
        IkuseiError: the terminal can't show the screen, or the journal or the content can't be read.
    """
    from tui.cli.screen import open_screen  # verbs don't need these two
    from tui.workbook.setup.settings import settings_from

    return open_screen(call.about(settings_from(None, call.env, lang), Looks()), "")


def language_asked(args: list[str]) -> Lang | None:
    """The language of ``--lang``; looked up before the line is parsed, so that errors are in this language, too."""
    for before, arg in zip(["", *args], args, strict=False):
        value = arg.partition("=")[2] if arg.startswith("--lang=") else arg if before == "--lang" else ""
        for lang in LANGS:
            if value.lower() == lang:
                return lang
    return None


def _renew(cli: Cli, book: Workbook) -> None:
    """Compute the cached answer of ``status`` anew after a write."""
    from tui.cli.answers.cached_status import renew  # calls that only read don't need it

    renew(cli, book)
