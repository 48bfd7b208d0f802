"""When an organisation's day begins: reading its UTC offset and the time at which the day changes."""

from __future__ import annotations

import re
from typing import Final

from tui.curriculum.table import Table

UTC_OFFSET: Final = "utc_offset"
DAY_CHANGE: Final = "day_change"
_OFFSET: Final = re.compile(r"Z|([+-])(0\d|1[0-4]):([0-5]\d)", re.ASCII)
_MORNING: Final = re.compile(r"(0\d|1[01]):([0-5]\d)", re.ASCII)
"""A time before noon: with a later one, a whole working day would belong to the day before."""


def utc_offset(table: Table) -> int | None:
    """Minutes that the organisation's clocks are ahead of UTC; None where the file doesn't say it."""
    if UTC_OFFSET not in table.raw:
        return None
    found = _OFFSET.fullmatch(table.matching(UTC_OFFSET, _OFFSET, "content.bad-offset"))
    if found is None or found[1] is None:
        return None if found is None else 0
    minutes = int(found[2]) * 60 + int(found[3])
    return -minutes if found[1] == "-" else minutes


def day_change(table: Table) -> int | None:
    """Minutes after midnight at which the day changes; None where the file doesn't say it."""
    if DAY_CHANGE not in table.raw:
        return None
    found = _MORNING.fullmatch(table.matching(DAY_CHANGE, _MORNING, "content.bad-day-change"))
    return None if found is None else int(found[1]) * 60 + int(found[2])


def offset_text(minutes: int) -> str:
    """``+09:00``, as a file has it."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def time_text(minutes: int) -> str:
    """``08:30``, as a file has it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
