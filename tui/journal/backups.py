"""The folder of dated backups beside a state file: their names, which there are, and which are removed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.backup import Backup, backup
from tui.journal.digest import digest_file
from tui.journal.parts import sweep
from tui.journal.place import check_file
from tui.journal.store import BUSY_MS

FOLDER: Final = "backups"
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_DIGEST: Final = r"(?:\.sha256)?"
_LAST: Final = r"\.(?P<made>\d{4}-\d\d-\d\dT\d{6}Z)(?:-(?P<number>\d{1,4}))?\.sqlite"


class Dated(NamedTuple):
    """A dated backup: when it was made, its number among the backups of that second, and the file."""

    made: datetime
    number: int
    path: Path


def folder_of(state: Path) -> Path:
    """Where the dated backups of *state* lie."""
    return state.resolve().with_name(FOLDER)


def dated_backup(state: Path, now: datetime, *, busy_ms: int = BUSY_MS) -> Backup:
    """Make a backup of *state* in its folder of backups, under the name of the moment *now*.

    Raises:
        JournalError: it can't be made.
    """
    folder = folder_of(state)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        sweep(folder, _stem(state) + _LAST + _DIGEST)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise JournalError("journal.backup_failed", target=folder, why=why) from error
    taken = {path.name for path in folder.iterdir()}
    name = next(each for each in _names(state, now) if not {each, f"{each}.sha256"} & taken)
    return backup(state, folder / name, busy_ms=busy_ms)


def kept_backups(state: Path) -> list[Dated]:
    """The dated backups of *state*, the newest first; files with other names and other files are left out."""
    return sorted(_found(state), reverse=True)


def drop_older(state: Path, keep: int, made: Path) -> list[Path]:
    """Remove all but the newest *keep* dated backups; never *made*, even if a clock set back makes it look older.

    Returns:
        what was removed.

    Raises:
        JournalError: one can't be removed.
    """
    others = [each.path for each in kept_backups(state) if each.path != made]
    removed = others[max(0, keep - 1) :]
    for path in removed:
        try:
            # The digest goes last: alone it harms nobody, a backup without it can't be checked with sha256sum.
            path.unlink(missing_ok=True)
            digest_file(path).unlink(missing_ok=True)
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise JournalError("journal.backup_not_removed", path=path, why=why) from error
    return removed


def _names(state: Path, now: datetime) -> Iterator[str]:
    stem = f"{state.resolve().stem}.{now.astimezone(UTC).strftime(_STAMP)}"
    yield f"{stem}.sqlite"
    yield from (f"{stem}-{number}.sqlite" for number in count(2))


def _found(state: Path) -> Iterator[Dated]:
    pattern = re.compile(_stem(state) + _LAST)
    folder = folder_of(state)
    for path in folder.iterdir() if folder.is_dir() else ():
        name = pattern.fullmatch(path.name)
        if name is None or path.is_symlink() or not _is_state_file(path):
            continue
        try:
            made = datetime.strptime(name["made"], _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue  # the 31st of June: not a name that ikusei gives
        yield Dated(made, int(name["number"] or 1), path)


def _stem(state: Path) -> str:
    return re.escape(state.resolve().stem)


def _is_state_file(path: Path) -> bool:
    try:
        return os.access(path, os.R_OK) and check_file(path)
    except JournalError:
        return False
