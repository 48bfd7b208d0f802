"""Times as ``ssh-keygen`` reads them in an ``allowed_signers`` file and on its command line (ssh-keygen(1))."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from typing import Final

_FORMAT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z?)", re.ASCII)


def read_moments(text: str) -> tuple[int, ...]:
    """Seconds since 1970 of ``YYYYMMDD[Z]`` or ``YYYYMMDDHHMM[SS][Z]``: more than one where versions of OpenSSH differ.

    Empty where *text* has neither form. Stricter than OpenSSH: a day that doesn't exist (30 February) is refused.
    """
    found = _FORMAT.fullmatch(text)
    if found is None:
        return ()
    *numbers, suffix = found.groups(default="0")
    try:
        year, month, day, hour, minute, second = map(int, numbers)
        moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        seconds = (int(moment.timestamp()),) if suffix else _local(moment)
    except (ValueError, OverflowError):
        return ()
    return seconds if min(seconds) > 0 else ()


def written(seconds: int) -> str:
    """``YYYYMMDDHHMMSS`` for the command line of ``ssh-keygen``: local time where that is unambiguous, else with ``Z``.

    ``Z`` is avoided because OpenSSH before 9.1, still in wide use, doesn't know it.
    """
    here = datetime.fromtimestamp(seconds, UTC) - timedelta(seconds=time.timezone)
    if set(_local(here)) == {seconds}:
        return f"{here:%Y%m%d%H%M%S}"
    return f"{datetime.fromtimestamp(seconds, UTC):%Y%m%d%H%M%SZ}"


def _local(clock: datetime) -> tuple[int, int]:
    """Seconds since 1970 of the local time *clock*, as older and as newer OpenSSH read it.

    Both ask mktime(3). Older ones (9.2, 10.0) set ``tm_isdst`` = 0 and get standard time, also in summer; newer ones
    (10.6) leave it open and get summer time in summer.
    """
    figures = (*clock.timetuple()[:6], 0, 0)
    return int(time.mktime((*figures, 0))), int(time.mktime((*figures, -1)))
