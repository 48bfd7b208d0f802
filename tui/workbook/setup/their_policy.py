"""How the policy beside somebody else's file differs from the reader's: it is shown, and never used.

The owner of the file set those numbers, so they aren't trusted: only a small plain file is read, and one that can't
be read counts as empty.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from tui.curriculum.policy import Policy
from tui.text.clean import flat
from tui.workbook.setup.settings import POLICY_FILE

MOST_TOLD: Final = 4
"""How many differing values are shown one by one; of more, only their number is given."""
_LARGEST: Final = 64 * 1024
_LONGEST_KEY: Final = 60
_LARGEST_NUMBER: Final = 1e9
_OPEN: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def their_numbers(state: Path, ours: Policy) -> list[tuple[str, str, str]]:
    """The numbers of the policy beside *state* that differ from *ours*: key, theirs, ours (empty: unset)."""
    raw = _read(state.with_name(POLICY_FILE))
    if raw is None:
        return []
    import tomllib  # most files have no policy beside them

    try:
        numbers = tomllib.loads(raw).get("numbers")
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return []
    found = []
    for key, value in sorted(numbers.items()) if isinstance(numbers, dict) else ():
        if type(value) not in {int, float} or abs(value) > _LARGEST_NUMBER or len(key) > _LONGEST_KEY:
            continue
        here = ours.number(key)
        theirs, mine = f"{float(value):g}", "" if here is None else f"{here:g}"
        if theirs != mine:
            found.append((flat(key), theirs, mine))
    return found


def _read(path: Path) -> str | None:
    """The text of a small regular file; None where it is anything else."""
    try:
        handle = os.open(path, _OPEN)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return None
        try:
            return file.read(_LARGEST).decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
