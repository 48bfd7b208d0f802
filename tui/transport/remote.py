"""The command line of ``ssh``. Nothing from a roster can become an option of ssh or a command of a shell."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Collection, Sequence
from typing import Final

PATIENCE: Final = {"ConnectTimeout": 15, "ServerAliveInterval": 15}
"""Options of ssh, in seconds: how long to wait for a host, because several are visited one after the other; and after
how much silence ssh checks the connection (it gives up after three checks without an answer)."""
_UNSET: Final = frozenset({"none", "0"})
_LONGEST: Final = 10.0
"""Seconds within which ssh has to read its configuration, which may run programs of the user (``Match exec``)."""
_HOME: Final = re.compile(r"(~[0-9A-Za-z_][0-9A-Za-z_.-]*|~)(/.*)?")


def remote_line(program: str, state: str, *arguments: str) -> str:
    """The command line for the shell on the other side.

    Args:
        program: name or path of ikusei there; the shell there expands a ``~`` at its beginning.
        state: the state file there; empty: the usual one.
        arguments: the verb and its options.
    """
    place = ["--state", _path(state)] if state else []
    return " ".join([_path(program), *place, *map(shlex.quote, arguments)])


def ssh_command(
    destination: str, line: str, *, asks: bool, configured: Collection[str] = (), program: str = "ssh"
) -> list[str]:
    """The arguments to run ssh, with *line* as the command on the other side; the user's ssh configuration applies.

    Args:
        destination: the host, as ssh(1) takes it.
        line: the command line for the shell there.
        asks: whether ssh may ask for a password or about a new host key, because somebody sits at a terminal.
        configured: options that the user's configuration sets for that host, in lower case; ours don't replace them.
        program: name or path of ssh.
    """
    options = [f"{name}={seconds}" for name, seconds in PATIENCE.items() if name.lower() not in configured]
    options += [] if asks else ["BatchMode=yes"]
    return [program, "-T", *_each("-o", options), "--", destination, line]


def configured(destination: str, program: str = "ssh") -> frozenset[str]:
    """Which of our options the user's configuration sets for a host; ours on the command line would override them."""
    try:
        done = subprocess.run(
            [program, "-G", "--", destination],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LONGEST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()  # running ssh itself reports the error
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
