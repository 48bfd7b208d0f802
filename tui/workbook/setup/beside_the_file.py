"""What lies beside the state file, and may be changed while a screen is open: policy, overlay and trust folder."""

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
"""The folder of an overlay that has files of its own."""


class Beside:
    """Notices what was changed there, and reads it again.

    Args:
        settings: where everything lies.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stamp = _stamp(settings)

    def has_changed(self) -> bool:
        """Whether a file is another one than at the last question: a few dozen calls of stat(2), nothing is read."""
        stamp = _stamp(self._settings)
        has_changed = stamp != self._stamp
        self._stamp = stamp
        return has_changed

    def read_again(self, book: Workbook) -> None:
        """Have *book* rest on what lies there now; where that has a fault, it rests on what it did before.

        Raises:
            ContentFaults: overlay or policy has a fault.
            JournalError: the reader's own state file can't be read.
        """
        pack = open_pack(self._settings)
        if pack.overlay is not None:
            for entry in pack.roles:  # read when they are asked for; a fault is to be found before anything is drawn
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
