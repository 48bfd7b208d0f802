"""What ``ssh`` is called with: nothing that somebody wrote into a roster is ever read as an option or by a shell."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from typing import Final

CONNECT_SECONDS: Final = 15
"""Seconds in which a host must answer: several are visited one after the other."""
ALIVE_SECONDS: Final = 15
"""Seconds of silence after which ssh asks whether the line still stands; after three such questions it gives up."""
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


def ssh_command(destination: str, line: str, *, asks: bool, program: str = "ssh") -> list[str]:
    """The call of ssh that runs *line* on the other side, with whatever the user's configuration says of the host.

    Args:
        destination: as ssh(1) takes it.
        line: the command line for the shell there.
        asks: whether somebody sits at a terminal, who can be asked for a password or about a new host key.
        program: name or path of ssh.
    """
    options = [f"ConnectTimeout={CONNECT_SECONDS}", f"ServerAliveInterval={ALIVE_SECONDS}"]
    options += [] if asks else ["BatchMode=yes"]
    return [program, "-T", *_each("-o", options), "--", destination, line]


def _each(flag: str, values: Sequence[str]) -> list[str]:
    return [part for value in values for part in (flag, value)]


def _path(path: str) -> str:
    found = _HOME.fullmatch(path)
    if found is None:
        return shlex.quote(path)
    return found[1] + (shlex.quote(found[2]) if found[2] else "")
