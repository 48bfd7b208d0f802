"""Showing on a terminal how far the check of a large file has come, how fast it is, and how long it will still take.

The check writes nothing, so ctrl+c may end it at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Final

from tui.cli.line.context import Cli

LARGE: Final = 20_000
"""The fewest records for which progress is shown: checking so many takes a second or more."""


@contextmanager
def checking(cli: Cli) -> Iterator[Callable[[int, int], None]]:
    """A block with a function for the ``tell`` of ``doctor.examine``; the progress line is removed at its end."""
    first = since = 0.0
    is_shown = False

    def tell(done: int, total: int) -> None:
        nonlocal first, since, is_shown
        if total < LARGE:
            return
        is_shown = True
        if not done:
            cli.out.progress(cli.say("cli.checking_file"))
        elif done == total:
            cli.out.progress(cli.say("cli.checking_tables", total=total))
        elif not first:
            first, since = done, monotonic()
        else:
            rate = max(1, round((done - first) / max(monotonic() - since, 0.001)))
            about = {"done": done, "total": total, "rate": rate, "left": -(-(total - done) // rate)}
            cli.out.progress(cli.say("cli.checking", **about))

    try:
        yield tell
    finally:
        if is_shown:
            cli.out.progress("")
