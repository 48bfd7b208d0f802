"""Policy, overlay and trust folder beside the state file, which may change while a screen is open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

from tui.trust.manifest import COVERED, MANIFEST, SIGNATURE
from tui.workbook.setup.opening import authority_of, open_pack, policy_of
from tui.workbook.setup.settings import Settings
from tui.workbook.standings.workbook import Workbook

_Stamp: TypeAlias = tuple[tuple[str, int, int, int], ...]
_ROLES: Final = "roles"
"""The one folder inside an overlay that holds further TOML files."""


class Beside:
    """Notices changes of these files, and reads them again.

    Args:
        settings: where everything lies.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stamp = _stamp(settings)

    def has_changed(self) -> bool:
        """Whether a file has changed since the last call; costs a few dozen calls of stat(2), and reads nothing."""
        stamp = _stamp(self._settings)
        has_changed = stamp != self._stamp
        self._stamp = stamp
        return has_changed

    def read_again(self, book: Workbook) -> None:
        """Give *book* the present pack, policy and authority; if a file has a fault, *book* stays as it is.

        Raises:
            ContentFaults: overlay or policy has a fault.
            JournalError: the reader's own state file can't be read.
        """
        pack = open_pack(self._settings)
        if pack.overlay is not None:
            for entry in pack.roles:  # a role is read only when asked for; a fault has to show before anything is drawn
                pack.role(entry.id)
        policy = policy_of(self._settings, pack)
        book.rest_on(pack, policy, authority_of(self._settings, book.journal, policy))


def _stamp(settings: Settings) -> _Stamp:
    found = []
    for path in _files(settings):
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((str(path), status.st_ino, status.st_size, status.st_mtime_ns))
    return tuple(found)


def _files(settings: Settings) -> Iterator[Path]:
    yield settings.policy
    for name in (*COVERED, MANIFEST, SIGNATURE):
        yield settings.trust / name
    for folder in (settings.overlay, settings.overlay / _ROLES):
        try:
            with os.scandir(folder) as entries:
                names = sorted(each.path for each in entries if each.name.endswith(".toml"))
        except OSError:
            continue
        yield from map(Path, names)
