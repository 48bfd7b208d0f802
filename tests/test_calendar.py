"""Which day a moment belongs to, for an organisation."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.calendar import Calendar

TOKYO = Calendar(9 * 60)
NIGHT = Calendar(9 * 60, 8 * 60 + 30)


def stamp(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1000)


@pytest.mark.parametrize(
    ("calendar", "moment", "day"),
    [
        (TOKYO, "2026-11-30T14:59:59Z", date(2026, 11, 30)),
        (TOKYO, "2026-11-30T23:30:00Z", date(2026, 12, 1)),
        (Calendar(-5 * 60), "2026-12-01T04:59:00Z", date(2026, 11, 30)),
        (NIGHT, "2026-12-01T03:00:00+09:00", date(2026, 11, 30)),
        (NIGHT, "2026-12-01T08:29:59+09:00", date(2026, 11, 30)),
        (NIGHT, "2026-12-01T08:30:00+09:00", date(2026, 12, 1)),
    ],
)
def test_a_moment_belongs_to_the_organisations_day(calendar, moment, day):
    assert calendar.day_of(stamp(moment)) == day


def test_the_clock_shown_is_the_organisations_and_the_day_change_does_not_move_it():
    shown = NIGHT.clock(stamp("2026-11-30T18:00:00Z"))
    assert f"{shown:%Y-%m-%d %H:%M}" == "2026-12-01 03:00"


@given(
    st.none() | st.integers(-14 * 60, 14 * 60),
    st.integers(0, 11 * 60 + 59),
    st.dates(date(1980, 1, 1), date(2200, 1, 1)),
)
def test_a_day_begins_with_the_first_millisecond_that_belongs_to_it(offset, change, day):
    calendar = Calendar(offset, change)
    first = calendar.begins(day)
    assert calendar.day_of(first) == day
    assert calendar.day_of(first - 1) == day - timedelta(days=1)


@given(st.integers(-(2**62), 2**62), st.integers(-14 * 60, 14 * 60), st.integers(0, 719))
def test_no_time_stamp_leaves_the_calendar(recorded, offset, change):
    assert date(1969, 12, 30) <= Calendar(offset, change).day_of(recorded) <= date(9999, 1, 2)
