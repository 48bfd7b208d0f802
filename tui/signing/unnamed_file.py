"""Passing bytes to a program that takes a file name, without a file that could be left behind or changed."""

from __future__ import annotations

from contextlib import ExitStack
from typing import IO, Any


class UnnamedFiles:
    """Files without a name, open as long as the ``with`` block lasts; a child reads them as ``/dev/fd/N``.

    They are gone with the process, however it ends, and nobody else can write to them between our reading and the
    child's.
    """

    def __init__(self) -> None:
        self._open = ExitStack()
        self.numbers: list[int] = []

    def __enter__(self) -> UnnamedFiles:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def open(self, content: bytes) -> int:
        """The number of a file that holds *content*, to be read from its start: what a child gets as its input.

        Raises:
            OSError: there is no space for it.
        """
        from tempfile import TemporaryFile  # a start signs and checks nothing

        file: IO[Any] = self._open.enter_context(TemporaryFile())  # noqa: SIM115
        file.write(content)
        file.seek(0)
        number: int = file.fileno()
        return number

    def hold(self, content: bytes) -> str:
        """The path at which a child that inherits ``numbers`` finds *content*.

        Raises:
            OSError: there is no space for it.
        """
        number = self.open(content)
        self.numbers.append(number)
        return f"/dev/fd/{number}"
