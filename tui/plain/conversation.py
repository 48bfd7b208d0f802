"""Running the plain face on the streams of this process, for ``ikusei --plain``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from tui.errors import IkuseiError
from tui.plain.face import Face
from tui.plain.interrupts import Interrupts, Left
from tui.plain.talk import Talk
from tui.session import Session
from tui.terminal.shell import may_have_shell

IN_EMACS: Final = "INSIDE_EMACS"
"""The variable that Emacs sets in its shells. Emacs wraps lines and scrolls by itself, so we do neither."""


def converse(session: Session, env: Mapping[str, str], target: str = "", place: str = "") -> int:
    """Show places as lines until the user leaves, the input ends, or a signal ends the process.

    Args:
        session: what the places share.
        env: the environment.
        target: id to show at the start, or empty.
        place: the main place to begin with, where it isn't Today.

    Returns:
        the exit code.
    """
    interrupts = Interrupts()
    talk = Talk(
        lambda: session.lang,
        sys.stdin.buffer,
        sys.stdout,
        is_typed=sys.stdin.isatty(),
        size=lambda: _size(env),
        encoding=sys.stdin.encoding or "utf-8",
        edit=_edit,
        suspend=_suspend,
        interrupts=interrupts,
    )
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    interrupts.install()
    try:
        return Face(session, talk, target, place).run()
    except Left as left:
        with suppress(IkuseiError):  # the end of the call tells what couldn't be kept
            session.book.journal.keeping.try_again()
        return left.status
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _size(env: Mapping[str, str]) -> tuple[int, int]:
    """Columns and rows of the terminal; 0 and 0 where lines aren't to be wrapped and paged."""
    if env.get(IN_EMACS) or not sys.stdout.isatty():
        return 0, 0
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        return 0, 0
    return size.columns, size.lines


def _suspend() -> None:
    """Stop the process as ctrl+z does, if a shell can continue it; without such a shell nothing happens."""
    if may_have_shell():
        os.killpg(0, signal.SIGTSTP)


def _edit(text: str) -> str:
    from tui.terminal.editor import edit  # most answers are a few words

    return edit(text, os.environ)
