"""What a call of ``ikusei`` begins with; where nothing stands behind the name, it is all that the screen needs.

So the start that is made most imports no click, which takes as long as reading journal and curriculum together.
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
"""Variable by which a shell asks for completions."""


@record
class Call:
    """What a call begins with, before its options are read.

    Args:
        env: the environment.
        out: where to write.
        stack: closes at the end what was opened.
    """

    env: Mapping[str, str]
    out: Out
    stack: ExitStack

    def about(self, settings: Settings, looks: Looks) -> Cli:
        """The same with what its options say."""
        return Cli(settings, self.out, self.env, self.stack, looks, _renew)


def open_own(call: Call, lang: Lang) -> int:
    """Open the screen on one's own state file: ``ikusei`` and nothing behind it.

    Raises:
        IkuseiError: the terminal can't show it, or the journal or the content can't be read.
    """
    from tui.cli.screen import open_screen  # verbs need neither of them
    from tui.workbook.setup.settings import settings_from

    return open_screen(call.about(settings_from(None, call.env, lang), Looks()), "")


def language_asked(args: list[str]) -> Lang | None:
    """What ``--lang`` says, looked up before anything is parsed because it is the language of the errors, too."""
    for before, arg in zip(["", *args], args, strict=False):
        value = arg.partition("=")[2] if arg.startswith("--lang=") else arg if before == "--lang" else ""
        for lang in LANGS:
            if value.lower() == lang:
                return lang
    return None


def _renew(cli: Cli, book: Workbook) -> None:
    """Make the answer of ``status`` anew after a write."""
    from tui.cli.answers.cached_status import renew  # looking changes no answer

    renew(cli, book)
