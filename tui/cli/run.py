"""The edge of the command line: every error becomes one sentence and an exit code here, and nowhere else."""

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
    """Do what the command line says.

    Args:
        args: what follows the name of the program.
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
        # Nobody reads any more: ``ikusei journal | head`` has what it wanted, or the terminal is gone.
        out.abandon(error_stream=error.errno == errno.EIO)
        if error.errno not in {errno.EPIPE, errno.EIO}:
            out.tell(say(lang, "cli.cannot_write", path=error.filename or "stdout", why=error.strerror))
            return WRONG
    return code


def _keep_to_oneself() -> None:
    """Let nobody else write what is made from here on: with a umask of 000 everybody could, to trust and caches, too.

    A umask that keeps others out and lets one's group in (002) is meant, and stays.
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
