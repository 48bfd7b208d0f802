"""A desk: somebody's home with a state file, at which ``ikusei`` is called in this process."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from tui.cli.run import run
from tui.journal.journal import Journal


class Said(NamedTuple):
    code: int
    out: str
    err: str


class Desk:
    """The home of *name*; without a name it has no state file."""

    def __init__(self, home: Path, name: str = "佐藤 花") -> None:
        self.home = home
        self.state = home / ".local/share/ikusei/state.sqlite"
        home.mkdir(parents=True)
        self._env = {"HOME": str(home), "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(home / "cache")}
        if name:
            self.fine("begin", name, "--role", "soc", "--step", 2)

    def __call__(self, *args: object) -> Said:
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
        given = [str(arg) for arg in args]
        with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
            code = run(given if "--lang" in given else ["--lang", "en", *given], self._env)
        out, err = (stream.buffer.getvalue().decode() for stream in streams)
        return Said(code, out, err)

    def fine(self, *args: object) -> str:
        """The output of a call, which has to succeed."""
        said = self(*args)
        assert said.code == 0, said
        return said.out

    def keep(self, name: str, text: str) -> Path:
        """Write *text* to a file in the home; return its path."""
        path = self.home / name
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def journal(self) -> Journal:
        return Journal.open(self.state)
