"""Writing a longer text in the user's own editor: ``$VISUAL``, else ``$EDITOR``."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from tui.errors import IkuseiError

LONGEST: Final = 64 * 1024
"""Bytes of the longest text: more than anybody writes about a claim, and few enough for a line of a bundle."""


class EditorError(IkuseiError):
    """The editor can't be opened, or its result can't be used."""


def edit(text: str, env: Mapping[str, str]) -> str:
    """Open the editor on *text*, wait until it is closed, and return the saved text unchanged.

    The text lies in a folder of its own that only the user can read. Afterwards the folder is removed, with any files
    that the editor put there. The caller must give the terminal to the editor first (``App.suspend``).

    Args:
        text: what to begin with.
        env: the environment.

    Raises:
        EditorError: no editor is named, it can't be started, it ended with an error, or the text is too long. A text
            that is too long stays in its file, and the message says where.
    """
    command = command_of(env)
    folder = Path(mkdtemp(prefix="ikusei-"))
    path = folder / "ikusei.txt"
    is_kept = False
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{text}\n" if text else "")
        code = _run([*command, str(path)])
        if code:
            raise EditorError("editor.failed", command=Path(command[0]).name, code=code)
        raw = _saved(path)
        is_kept = len(raw) > LONGEST
        if is_kept:
            raise EditorError("editor.long", path=path, limit=LONGEST)
        return raw.decode("utf-8", "replace")
    finally:
        if not is_kept:
            shutil.rmtree(folder, ignore_errors=True)


def command_of(env: Mapping[str, str]) -> list[str]:
    """The editor with its options.

    Raises:
        EditorError: none is named, or the command can't be parsed.
    """
    for name in ("VISUAL", "EDITOR"):
        try:
            if command := shlex.split(env.get(name, "")):
                return command
        except ValueError as error:
            raise EditorError("editor.unreadable", name=name, value=env[name]) from error
    raise EditorError("editor.none")


def _run(command: list[str]) -> int:
    """Run the editor on the terminal, even if standard output is redirected to something else."""
    try:
        with _without_interrupts():
            out = None if os.isatty(1) else 2
            return subprocess.run(command, check=False, stdout=out).returncode
    except OSError as error:
        raise EditorError("editor.no_start", command=command[0], why=error.strerror or type(error).__name__) from error


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """A block in which ctrl+c reaches only the editor. A handler, not SIG_IGN, which the editor would inherit."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _saved(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST + 1)
    except OSError as error:
        raise EditorError("editor.gone", path=path, why=error.strerror or type(error).__name__) from error
