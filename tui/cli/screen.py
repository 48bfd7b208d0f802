"""The screen itself: what ``ikusei`` without a verb and ``ikusei open ID`` show."""

from __future__ import annotations

import asyncio
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from tui.cli.context import Cli
from tui.commands import TEAM
from tui.lang import LANGS, Lang, say
from tui.terminal.environment import check_terminal, prepare_environment
from tui.terminal.mode import mode_of
from tui.terminal.probe import probe_ambiguous
from tui.text.glyphs import glyphs_for
from tui.workbook.workbook import Workbook

if TYPE_CHECKING:
    from tui.workbook.reviewing import Reviewer
    from tui.workbook.settings import Settings
    from tui.workbook.team import Team


def open_screen(cli: Cli, target: str) -> int:
    """Open the screen, and stay until it is left.

    Args:
        cli: the call.
        target: id to show at the start, or empty.

    Returns:
        the exit code.

    Raises:
        IkuseiError: the terminal can't show it, or the journal or the content can't be read.
    """
    _prepare(cli)
    return _show(cli, cli.open_book(write=True, create=True), target)


def open_review(cli: Cli) -> int:
    """Open the mentor's screen on a state file, and stay until it is left.

    Raises:
        IkuseiError: nobody has said who they are, the terminal can't show it, or the journal can't be read.
    """
    from tui.cli.reviewing import oneself  # noqa: PLC0415 - a trainee's start needs none of it

    _prepare(cli)
    book = cli.open_book(write=True)
    reviewer = oneself(cli, book)
    return _show(cli, book, "", reviewer)


def open_team_screen(cli: Cli) -> int:
    """Open the lead's screen on a state file, and stay until it is left.

    Raises:
        IkuseiError: the terminal can't show it, or the journal or the content can't be read.
    """
    _prepare(cli)
    return _show(cli, cli.open_book(write=True), "", place=TEAM)


def _prepare(cli: Cli) -> None:
    """Refuse a terminal that can't show the screen, before anything is opened."""
    check_terminal(
        cli.env,
        stdin_isatty=sys.stdin.isatty(),
        stderr_isatty=sys.stderr.isatty(),
        encoding=sys.stderr.encoding,
    )
    prepare_environment(os.environ)


def _show(cli: Cli, book: Workbook, target: str, reviewer: Reviewer | None = None, place: str = "") -> int:
    # Textual and what draws with it: imported only now, when the screen is sure to open.
    from tui.app import IkuseiApp  # noqa: PLC0415
    from tui.screens.session import LANGUAGE, Session  # noqa: PLC0415
    from tui.terminal.driver import driver_for  # noqa: PLC0415
    from tui.terminal.lifecycle import install_signals  # noqa: PLC0415

    mode = mode_of(cli.looks.ambiguous, cli.env, lambda: probe_ambiguous(sys.stdin.fileno(), sys.stderr.fileno()))
    lang = cli.looks.lang or _language(book.journal.local_get(LANGUAGE)) or cli.lang
    notices = [say(lang, warning.key, **warning.fields) for warning in book.journal.warnings]
    session = Session(book, lang, glyphs_for(mode.glyphs), notices=notices, reviewer=reviewer)
    session.open_team = partial(_team, cli.settings)
    app = IkuseiApp(session, target, driver_for(mode), place)

    async def stay() -> None:
        install_signals(asyncio.get_running_loop(), app.leave)
        await app.run_async(mouse=cli.looks.mouse)

    asyncio.run(stay())
    return app.return_code or 0


def _team(settings: Settings, book: Workbook) -> Team:
    from tui.workbook.team import open_team  # noqa: PLC0415 - only the lead's screen needs it

    return open_team(settings, book)


def _language(kept: str | None) -> Lang | None:
    return next((lang for lang in LANGS if lang == kept), None)
