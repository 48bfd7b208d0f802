"""What ``ssh`` is called with: nothing that somebody wrote into a roster is ever read as an option or by a shell."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Collection, Sequence
from typing import Final

PATIENCE: Final = {"ConnectTimeout": 15, "ServerAliveInterval": 15}
"""Seconds in which a host must answer, since several are visited one after the other; and of silence after which ssh
asks whether the line still stands (after three such questions it gives up)."""
_UNSET: Final = frozenset({"none", "0"})
_LONGEST: Final = 10.0
"""Seconds in which ssh must have read its configuration; that can run programs of the user's (``Match exec``)."""
_HOME: Final = re.compile(r"(~[0-9A-Za-z_][0-9A-Za-z_.-]*|~)(/.*)?")


def remote_line(program: str, state: str, *arguments: str) -> str:
    """The command line for the shell on the other side.

    Args:
        program: name or path of ikusei there; a ``~`` at its beginning is left to that shell.
        state: the state file there; empty: the usual one.
        arguments: the verb and its options.
    """
    place = ["--state", _path(state)] if state else []
    return " ".join([_path(program), *place, *map(shlex.quote, arguments)])


def ssh_command(
    destination: str, line: str, *, asks: bool, configured: Collection[str] = (), program: str = "ssh"
) -> list[str]:
    """The call of ssh that runs *line* on the other side, with whatever the user's configuration says of the host.

    Args:
        destination: as ssh(1) takes it.
        line: the command line for the shell there.
        asks: whether somebody sits at a terminal, who can be asked for a password or about a new host key.
        configured: options that the user's configuration sets for that host, in small letters: those stay as they are.
        program: name or path of ssh.
    """
    options = [f"{name}={seconds}" for name, seconds in PATIENCE.items() if name.lower() not in configured]
    options += [] if asks else ["BatchMode=yes"]
    return [program, "-T", *_each("-o", options), "--", destination, line]


def configured(destination: str, program: str = "ssh") -> frozenset[str]:
    """Which of our options the user's configuration sets for a host: one of the command line would override it."""
    try:
        done = subprocess.run(
            [program, "-G", "--", destination],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()  # the visit itself tells what is wrong with it
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    said = dict(line.lower().split(" ", 1) for line in lines if " " in line)
    return frozenset(name for name in map(str.lower, PATIENCE) if said.get(name, "none") not in _UNSET)


def _each(flag: str, values: Sequence[str]) -> list[str]:
    return [part for value in values for part in (flag, value)]


def _path(path: str) -> str:
    found = _HOME.fullmatch(path)
    if found is None:
        return shlex.quote(path)
    return found[1] + (shlex.quote(found[2]) if found[2] else "")
