"""Reading the fields of an entry as people type them: many spellings are accepted, anything else is a UsageError."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Final

from tui.curriculum.rule import Supervision
from tui.errors import UsageError
from tui.lang import LANGS, say
from tui.text.unseen import seen

LARGEST = 99_999
"""The largest number in an entry; a larger one is taken as a typing error."""

LONG_AGO: Final = 5
"""The user is asked about a day that lies so many years back: a mistyped year is off by decades or centuries."""
_NAMED: Final = {
    **dict.fromkeys(("", "0", "-0", "today", "今日", "きょう", "本日"), 0),
    **dict.fromkeys(("yesterday", "昨日", "きのう", "前日"), 1),
    **dict.fromkeys(("day before yesterday", "おととい", "一昨日", "おとつい"), 2),
}
_BESIDE_MARK: Final = re.compile(r"\s*([-/.年月])\s*")
"""A separator with the blanks around it, which come from an input method or a copied table."""
_DAYS_AGO: Final = re.compile(r"[-\u2010-\u2015\u2212ー](\d{1,5})|(\d{1,5})\s*(?:日前|days? ago)")
"""Days ago, with any of the minus signs that keyboards and input methods give."""
_DAY: Final = re.compile(r"(?:(\d{4})[-/.年](?=\d{1,2}[-/.月]))?(?:(\d{1,2})[-/.月])?(\d{1,2})日?")
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
_MONTHS: Final = 12 * 8 + 1
"""How many months are searched backwards: eight years, because there was no 29th of February from 1896 to 1904."""


def typed(text: str) -> str:
    """*text* with full-width digits and signs of an IME made ASCII, and without invisible characters."""
    return unicodedata.normalize("NFKC", seen(text)).strip()


def parse_day(text: str, today: date) -> date:
    """A day as people write it: empty or 今日, ``昨日``, ``-3`` or ``3日前``, ``20``, ``11/20``, ``2026-11-20``.

    Without a year, or without year and month, it is the latest such day that isn't in the future: on the 30th of
    November, ``31`` is the 31st of October, and ``2-29`` the 29th of February of the last leap year.

    Raises:
        UsageError: it is no day.
    """
    value = _BESIDE_MARK.sub(r"\1", typed(text).lower())
    ago = _DAYS_AGO.fullmatch(value)
    parts = _COMPACT.fullmatch(value) or _DAY.fullmatch(value)
    try:
        if value in _NAMED:
            return today - timedelta(days=_NAMED[value])
        if ago is not None:
            return today - timedelta(days=int(ago[1] or ago[2]))
        if parts is not None:
            return _latest(*(None if part is None else int(part) for part in parts.groups()), today=today)
    except (ValueError, OverflowError):
        pass  # there is no such day in the calendar
    raise UsageError("workbook.bad_day", text=text)


def _latest(year: int | None, month: int | None, day: int | None, *, today: date) -> date:
    """The latest day with these numbers that isn't in the future; a day with year and month may be.

    Raises:
        ValueError: there is no such day.
    """
    from calendar import monthrange  # it reads the locale, and no start asks for a day

    assert day is not None  # both patterns require a day
    if year is not None and month is not None:
        return date(year, month, day)
    last = today.year * 12 + today.month - 1
    for number in range(last, last - _MONTHS, -1):
        its_year, its_month = number // 12, number % 12 + 1
        is_asked = month in {None, its_month} and day <= monthrange(its_year, its_month)[1]
        if is_asked and (found := date(its_year, its_month, day)) <= today:
            return found
    raise ValueError(day)


def long_ago(day: date, today: date) -> int:
    """How many full years *day* lies back, if that is so many that the user is asked (``LONG_AGO``); else 0."""
    years = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return years if years >= LONG_AGO else 0


def parse_quantity(text: str) -> int:
    """How many times: a whole number from 1; empty is 1.

    Raises:
        UsageError: it isn't a whole number from 1 to ``LARGEST``.
    """
    value = typed(text).lstrip("xX×")
    if not value:
        return 1
    if not value.isdecimal() or not 1 <= int(value) <= LARGEST:
        raise UsageError("workbook.bad_quantity", text=text, largest=LARGEST)
    return int(value)


def parse_ratio(text: str) -> tuple[int, int] | None:
    """``23/24``: hits of total; empty is None.

    Raises:
        UsageError: it isn't two such numbers, the total is 0, or there are more hits than the total.
    """
    value = typed(text)
    if not value:
        return None
    match = re.fullmatch(r"(\d{1,5})\s*/\s*(\d{1,5})", value)
    if match is None or int(match[1]) > int(match[2]) or int(match[2]) == 0:
        raise UsageError("workbook.bad_ratio", text=text)
    return int(match[1]), int(match[2])


def parse_findings(text: str) -> int | None:
    """How many findings a review had; empty is None.

    Raises:
        UsageError: it isn't a whole number from 0 to ``LARGEST``.
    """
    value = typed(text)
    if not value:
        return None
    if not value.isdecimal() or int(value) > LARGEST:
        raise UsageError("workbook.bad_findings", text=text)
    return int(value)


def parse_supervision(text: str) -> Supervision:
    """A level of supervision by its word in TOML, in Japanese or in English, or an unambiguous beginning of one.

    Raises:
        UsageError: the text fits no level, or several.
    """
    value = typed(text).lower()
    found = {
        level
        for level in Supervision
        for name in (
            str(level),
            *(say(lang, f"words.{form}.{level}") for lang in LANGS for form in ("short", "supervision")),
        )
        if value and name.lower().startswith(value)
    }
    if len(found) != 1:
        raise UsageError("workbook.bad_supervision", text=text, levels=", ".join(Supervision))
    return found.pop()
