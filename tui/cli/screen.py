"""Opening the screen: for ``ikusei`` without a verb, ``open``, ``review`` and ``team``."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from tui.cli.line.context import Cli
from tui.cli.line.streams import is_told, is_typed
from tui.commands import TEAM
from tui.errors import IkuseiError, JournalError
from tui.lang import LANGS, Lang, say
from tui.terminal.environment import TerminalError, check_terminal, has_cursor_addressing, prepare_environment
from tui.terminal.mode import mode_of
from tui.terminal.probe import probe_ambiguous
from tui.text.glyphs import glyphs_for
from tui.workbook.exchange.inbox import Stayed, has_files
from tui.workbook.setup.opening import is_somebody_elses
from tui.workbook.standings.workbook import Workbook

if TYPE_CHECKING:
    from tui.cli.mentor.claims import Looked
    from tui.session import Session
    from tui.workbook.organisation.team import JournalTeam
    from tui.workbook.setup.reviewer import Reviewer
    from tui.workbook.setup.settings import Settings

STDIN: Final = "-"
LEAVING_MS: Final = 1000
"""How long leaving waits for another process that writes; short, because after a lost connection we are killed."""
LOST: Final = 2
"""Exit code where something that was typed couldn't be written, and stands only on the terminal."""


def open_screen(cli: Cli, target: str) -> int:
    """Open the screen, and stay until it is left.

    Args:
        cli: the call.
        target: id to show at the start, or empty.

    Returns:
        the exit code.

    Raises:
        IkuseiError: the terminal can't show the screen, or the journal or the content can't be read.
    """
    _prepare(cli)
    is_own = cli.may_write
    book = cli.open_book(write=is_own, create=is_own)
    if is_somebody_elses(book):
        book.trainee = ""  # nobody may log, tick or claim for somebody else, so the lead sees the team
        return _show(cli, target, book, (), place=TEAM)
    came, stayed = _inbox(cli, book)
    takes_in = bool(book.trainee) and not book.journal.read_only
    inbox = cli.settings.inbox if takes_in else None
    return _show(cli, target, book, (came,) if came else (), stayed=stayed, inbox=inbox)


def open_review(cli: Cli, source: str | None = None, key: str = "") -> int:
    """Open the mentor's screen for a state file or a bundle, and stay until it is left.

    Args:
        cli: the call.
        source: file of a bundle, ``-`` for one from a pipe, or None for the state file.
        key: the key to sign with, from ``--key``; or empty.

    Raises:
        IkuseiError: nobody has said who they are, the terminal can't show it, the bundle is refused, or the journal
            can't be read.
    """
    from tui.cli.mentor.claims import look  # a trainee's start doesn't need it

    if source is None:
        _prepare(cli)
        return _show_review(cli, look(cli, write=True, key=key), key)
    from tui.cli.mentor.bundle_review import look_at_bundle

    with ExitStack() as stack:
        keyboard = stack.enter_context(_keyboard()) if source == STDIN else None
        _prepare(cli, has_keyboard=keyboard is not None)
        looked = look_at_bundle(cli, source, key)
        if keyboard is not None:
            # The bundle was read from descriptor 0. Textual reads keys from there, so the terminal takes its place.
            os.dup2(keyboard.fileno(), sys.stdin.fileno())
    return _show_review(cli, looked, key)


def open_team_screen(cli: Cli) -> int:
    """Open the lead's screen for a state file, and stay until it is left.

    Raises:
        IkuseiError: the terminal can't show the screen, or the journal or the content can't be read.
    """
    _prepare(cli)
    book = cli.open_book(write=not cli.is_others)
    if is_somebody_elses(book):
        book.trainee = ""
    return _show(cli, "", book, (), place=TEAM)


def _keyboard() -> BinaryIO:
    """The user's terminal, while standard input is a pipe; opened before anything is taken in.

    Raises:
        TerminalError: there is no terminal.
    """
    try:
        return Path("/dev/tty").open("rb", buffering=0)
    except OSError as error:
        raise TerminalError("transport.no_keyboard") from error


def _show_review(cli: Cli, looked: Looked, key: str) -> int:
    """The mentor's screen."""
    from tui.cli.mentor.signing_as import mentor  # a trainee's start doesn't need it

    def found(book: Workbook) -> Reviewer:
        return mentor(cli, book, key).silent()

    return _show(cli, "", looked.book, looked.told, looked, find_reviewer=found)


def _inbox(cli: Cli, book: Workbook) -> tuple[str, tuple[Stayed, ...]]:
    """Take in the drop folder: what came, in a sentence, and what stays there; nothing for an empty folder."""
    if not book.trainee or book.journal.read_only or not has_files(cli.settings.inbox):
        return "", ()
    from tui.workbook.exchange.inbox_intake import receive  # most starts have no drop folder

    try:
        return receive(book.journal, cli.settings.inbox, cli.lang, lambda: book.authority.names)
    except JournalError as error:
        # The bundles can wait; the screen has to open all the same.
        return "", ((cli.settings.inbox, error),)


def _prepare(cli: Cli, *, has_keyboard: bool = False) -> None:
    """Refuse a terminal that can't show the screen, before any file is opened; plain lines need no check."""
    if _is_plain(cli, has_keyboard=has_keyboard):
        return
    check_terminal(
        stdin_isatty=has_keyboard or is_typed(),
        stderr_isatty=is_told(),
        encoding=sys.stderr.encoding,
    )
    prepare_environment(os.environ)


def _show(
    cli: Cli,
    target: str,
    book: Workbook,
    told: tuple[str, ...],
    looked: Looked | None = None,
    *,
    stayed: tuple[Stayed, ...] = (),
    inbox: Path | None = None,
    place: str = "",
    find_reviewer: Callable[[Workbook], Reviewer] | None = None,
) -> int:
    session = _session(cli, book, told, looked, stayed=stayed, inbox=inbox, find_reviewer=find_reviewer)
    return _talk(cli, session, target, place) if _is_plain(cli) else _draw(cli, session, target, place)


def _is_plain(cli: Cli, *, has_keyboard: bool = False) -> bool:
    """Whether plain lines are shown, not the screen: with ``--plain``, or if the terminal can't move its cursor."""
    return cli.looks.plain or ((has_keyboard or is_typed()) and not has_cursor_addressing(cli.env))


def _session(
    cli: Cli,
    book: Workbook,
    told: tuple[str, ...],
    looked: Looked | None,
    *,
    stayed: tuple[Stayed, ...],
    inbox: Path | None,
    find_reviewer: Callable[[Workbook], Reviewer] | None,
) -> Session:
    from tui.session import LANGUAGE, Session  # imported only when the screen is sure to open
    from tui.workbook.setup.beside_the_file import Beside

    lang = cli.looks.lang or _language(book.journal.local_get(LANGUAGE)) or cli.lang
    notices = [*(say(lang, warning.key, **warning.fields) for warning in book.journal.warnings), *told]
    session = Session(book, lang, cli.glyphs, notices=notices, inbox=inbox, stayed=stayed)
    if looked is not None:
        session.reviewer = looked.reviewer.silent()
        if looked.source is not None:
            from tui.cli.mentor.claims import delivery_text  # most starts are a trainee's
            from tui.workbook.exchange.foreign_review import ForeignReview

            session.deliver = partial(delivery_text, looked.book, looked.source)
            session.foreign_review = ForeignReview(looked.book, looked.source)
    session.beside, session.find_reviewer = Beside(cli.settings), find_reviewer
    session.open_team = partial(_team, cli.settings)
    return session


def _talk(cli: Cli, session: Session, target: str, place: str) -> int:
    """Run the plain face."""
    from tui.plain.conversation import converse  # most terminals show the screen

    code = converse(session, cli.env, target, place)
    return _tell_lost(cli, session) or code


def _draw(cli: Cli, session: Session, target: str, place: str) -> int:
    """Run the Textual app."""
    # Textual and everything that needs it is imported only now, when the screen is sure to open.
    from tui.app import IkuseiApp
    from tui.terminal.driver import driver_for
    from tui.terminal.lifecycle import catch_failures, install_signals

    mode = mode_of(cli.looks.ambiguous, cli.env, lambda: probe_ambiguous(sys.stdin.fileno(), sys.stderr.fileno()))
    session.glyphs = glyphs_for(mode.glyphs)
    app = IkuseiApp(session, target, driver_for(mode), place)

    async def stay() -> None:
        loop = asyncio.get_running_loop()
        install_signals(loop, app.leave)
        catch_failures(loop, app._handle_exception)
        await app.run_async(mouse=cli.looks.mouse)

    asyncio.run(stay())
    code = _tell_lost(cli, session)
    if app.failure is not None:
        from tui.terminal.unexpected import unexpected  # never, if all is well

        raise unexpected(app.failure) from app.failure
    return code or app.return_code or 0


def _tell_lost(cli: Cli, session: Session) -> int:
    """After the screen is left, write to the terminal what could not be kept in the state file.

    Returns:
        the exit code: ``LOST`` where something that was typed could not be kept, else 0.
    """
    keeping = session.book.journal.keeping
    keeping.try_again(LEAVING_MS)
    if keeping.trouble is None:
        return 0
    from tui.workbook.wording.unkept import lost, typed  # nearly always everything is kept

    with suppress(OSError):  # the terminal is gone; the exit code still tells
        try:
            names = session.names()
        except IkuseiError:  # the journal can't be read, either: ids are shown instead of names
            names = {}
        for line in lost(keeping, names, session.lang):
            cli.out.remark(line)
    return LOST if typed(keeping) else 0


def _team(settings: Settings, book: Workbook) -> JournalTeam:
    from tui.workbook.organisation.team import open_team  # only the lead's screen needs it

    return open_team(settings, book)


def _language(kept: str | None) -> Lang | None:
    return next((lang for lang in LANGS if lang == kept), None)
