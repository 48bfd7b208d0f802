"""The edge of the command line: here, and only here, every error becomes one sentence and an exit code."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Final

from tui.cli.call import COMPLETE, Call, language_asked, open_own
from tui.cli.line.exit_codes import FINE, INTERRUPTED, WRONG
from tui.cli.line.out import Out
from tui.errors import IkuseiError
from tui.lang import Lang, say
from tui.terminal.environment import language_of

_NOBODY_ELSE: Final = 0o077
_GROUP_WRITES: Final = 0o020
_OTHERS_WRITE: Final = 0o002


def run(args: list[str], env: Mapping[str, str] = os.environ) -> int:
    """Run the command line.

    Args:
        args: the arguments after the name of the program.
        env: the environment.

    Returns:
        the exit code: 0 fine, 1 something was found, 2 wrong use or an error, 130 interrupted.
    """
    _keep_to_oneself()
    lang = language_asked(args) or language_of(env)
    out = Out(env)
    code = FINE
    try:
        code = _answer(args, env, lang, out)
        out.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        # EPIPE: the reader has enough, as in ``ikusei journal | head``. EIO: the terminal is gone.
        out.abandon(error_stream=error.errno == errno.EIO)
        if error.errno not in {errno.EPIPE, errno.EIO}:
            out.tell(say(lang, "cli.cannot_write", path=error.filename or "stdout", why=error.strerror))
            return WRONG
    return code


def _keep_to_oneself() -> None:
    """Set the umask so that other accounts can't write to new files, among them caches and trust folder.

    A umask of 002, which lets the user's group write, is taken as meant and stays. One that lets everybody write (000)
    becomes 022.
    """
    before = os.umask(_NOBODY_ELSE)
    os.umask(before if before & _OTHERS_WRITE else before | _OTHERS_WRITE | _GROUP_WRITES)


def _answer(args: list[str], env: Mapping[str, str], lang: Lang, out: Out) -> int:
    try:
        with ExitStack() as stack:
            call = Call(env, out, stack)
            if not args and not env.get(COMPLETE):
                return open_own(call, lang)
            from tui.cli.main import answer  # the screen alone needs no click

            return answer(args, call, lang)
    except IkuseiError as error:
        out.tell(say(lang, error.key, **error.fields))
        return WRONG
