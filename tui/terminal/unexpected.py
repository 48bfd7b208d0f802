"""Unexpected errors in one sentence: what happened, and where in our code."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb
from typing import Final

from textual.worker import WorkerFailed

from tui.errors import IkuseiError

HERE: Final = Path(__file__).parents[1]


class UnexpectedError(IkuseiError):
    """The screen was closed by a fault of ikusei's own, or of what it is built on."""


def unexpected(error: Exception) -> UnexpectedError:
    """The message for *error*, with the innermost place in our own code, which helps to find the cause."""
    if isinstance(error, WorkerFailed):
        error = error.error if isinstance(error.error, Exception) else error
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if HERE in Path(frame.filename).parents]
    frame = next(reversed(ours or frames), None)
    where = f"{Path(frame.filename).name}:{frame.lineno}" if frame else "?"
    if ours and frame:
        where = f"{Path(frame.filename).relative_to(HERE.parent).as_posix()}:{frame.lineno}"
    what = f"{type(error).__name__}: {error}".partition("\n")[0]
    return UnexpectedError("terminal.unexpected", what=what, where=where)
