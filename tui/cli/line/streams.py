"""The standard streams of a call: whether they are terminals, and what comes in.

All of the command line uses these functions. A stream that is closed (by cron, a service, or ``<&-``) is replaced by
an empty one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from tui.errors import BundleError

STDIN: Final = "-"
"""Instead of a file: standard input."""
_YES: Final = frozenset({"y", "yes", "ｙ", "はい"})

_closed: set[str] = set()


def open_closed_streams() -> None:
    """Replace each closed standard stream by ``/dev/null``; call it before any file is opened.

    Otherwise the first file that is opened gets the descriptor of the missing stream, and whatever a library or another
    program writes to standard error lands in that file. Python itself has None in place of such a stream.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # The system gives the lowest free descriptor, which is that of the missing stream.
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.set_inheritable(nowhere, True)  # ssh and the editor need their streams, too
            stream = open(nowhere, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - for the whole call
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
            _closed.add(name)


def has_output() -> bool:
    """Whether standard output leads anywhere."""
    return "stdout" not in _closed


def is_typed() -> bool:
    """Whether standard input is a terminal, at which somebody can be asked."""
    return sys.stdin.isatty()


def is_shown() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def is_told() -> bool:
    """Whether standard error is a terminal."""
    return sys.stderr.isatty()


def incoming() -> BinaryIO:
    """The bytes that come on standard input."""
    return sys.stdin.buffer


def typed_line() -> str:
    """The next line of standard input; empty at its end. Bytes that are no text are replaced."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return sys.stdin.readline()


def says_yes() -> bool:
    """Whether the next line of standard input says yes."""
    return typed_line().strip().lower() in _YES


@contextmanager
def opened(source: str) -> Iterator[BinaryIO]:
    """The opened bundle: a file, or standard input.

    Raises:
        BundleError: the file can't be read.
    """
    if source == STDIN:
        yield incoming()
        return
    with opened_file(source) as file:
        yield file


def opened_file(source: str) -> BinaryIO:
    """The opened bundle in the file *source*, a path as it was typed; to be closed by the caller.

    Raises:
        BundleError: the file can't be read.
    """
    path = Path(source).expanduser()
    try:
        return path.open("rb")
    except OSError as error:
        raise BundleError("bundle.unreadable", path=path, why=error.strerror) from error
