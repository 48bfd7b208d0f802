"""What people type into the fields of an entry, read forgivingly and refused in one sentence."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from tui.curriculum.rule import Supervision
from tui.errors import UsageError
from tui.lang import LANGS, say
from tui.text.unseen import seen

LARGEST = 99_999
"""No single entry stands for more occurrences than this; a larger number is a slip of the finger."""


def typed(text: str) -> str:
    """*text* as it was meant: full-width digits and signs of an IME become ASCII, what came unseen is dropped."""
    return unicodedata.normalize("NFKC", seen(text)).strip()


def parse_day(text: str, today: date) -> date:
    """A day: empty or 今日 / today, 昨日 / yesterday, ``-3`` (days ago), ``20``, ``11-20``, ``11/20``, ``2026-11-20``.

    A day or month and day without a year is the latest one that isn't in the future.

    Raises:
        UsageError: it is no day.
    """
    value = typed(text).lower()
    if value in {"", "0", "today", "今日", "きょう"}:
        return today
    if value in {"yesterday", "昨日", "きのう"}:
        return today - timedelta(days=1)
    if re.fullmatch(r"-\d{1,4}", value):
        return today - timedelta(days=int(value[1:]))
    numbers = [int(part) for part in re.findall(r"\d+", value)]
    if not re.fullmatch(r"(\d{4}[-/.年])?(\d{1,2}[-/.月])?\d{1,2}日?", value):
        raise UsageError("workbook.bad_day", text=text)
    try:
        return _latest(numbers, today)
    except ValueError:
        raise UsageError("workbook.bad_day", text=text) from None


def _latest(numbers: list[int], today: date) -> date:
    if len(numbers) == 3:
        return date(*numbers)
    if len(numbers) == 2:
        day = date(today.year, *numbers)
        return day if day <= today else date(today.year - 1, *numbers)
    day = today.replace(day=numbers[0])
    if day <= today:
        return day
    return (today.replace(day=1) - timedelta(days=1)).replace(day=numbers[0])


def parse_quantity(text: str) -> int:
    """How many times: a whole number from 1; empty is 1.

    Raises:
        UsageError: it is no such number.
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
        UsageError: it is no such pair, or more hits than cases.
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
        UsageError: it is no whole number.
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
        UsageError: no level, or several, begin so.
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
