"""What people type into the fields of an entry."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.rule import Supervision
from tui.errors import UsageError
from tui.workbook.parsing import parse_day, parse_findings, parse_quantity, parse_ratio, parse_supervision

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", TODAY),
        ("今日", TODAY),
        ("昨日", date(2026, 3, 4)),
        ("yesterday", date(2026, 3, 4)),
        ("-3", date(2026, 3, 2)),
        ("5", TODAY),
        ("3", date(2026, 3, 3)),
        ("28", date(2026, 2, 28)),
        ("2-28", date(2026, 2, 28)),
        ("12/24", date(2025, 12, 24)),
        ("２０２６／０２／１０", date(2026, 2, 10)),
        ("2026年2月10日", date(2026, 2, 10)),
    ],
)
def test_day_is_read_as_it_was_meant(typed, day):
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["2026-02-30", "13-01", "31", "tomorrow", "1-2-3-4", "--1", "2026-3"])
def test_day_that_is_none_is_refused_in_one_sentence(typed):
    with pytest.raises(UsageError) as caught:
        parse_day(typed, TODAY)
    assert caught.value.key == "workbook.bad_day"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 3000))
def test_iso_day_and_days_ago_mean_the_same_day(today, ago):
    day = today - timedelta(days=ago)
    assert parse_day(day.isoformat(), today) == parse_day(f"-{ago}", today) == day


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_day_without_year_is_the_latest_that_is_not_in_the_future(today, other):
    try:
        day = parse_day(f"{other.month}-{other.day}", today)
    except UsageError:
        assert (other.month, other.day) == (2, 29)
        return
    assert day <= today
    assert (day.month, day.day) == (other.month, other.day)
    assert (today - day).days <= 366


@pytest.mark.parametrize(("typed", "quantity"), [("", 1), ("3", 3), ("x12", 12), ("７", 7)])
def test_quantity_is_read(typed, quantity):
    assert parse_quantity(typed) == quantity


@pytest.mark.parametrize("typed", ["0", "-1", "1.5", "many", "100000"])
def test_quantity_that_is_none_is_refused(typed):
    with pytest.raises(UsageError):
        parse_quantity(typed)


def test_ratio_is_hits_of_total():
    assert parse_ratio("23/24") == (23, 24)
    assert parse_ratio("２３／２４") == (23, 24)
    assert parse_ratio("") is None


@pytest.mark.parametrize("typed", ["24/23", "0/0", "23", "23/24/25", "a/b"])
def test_ratio_that_is_none_is_refused(typed):
    with pytest.raises(UsageError):
        parse_ratio(typed)


def test_findings_may_be_none_or_zero():
    assert parse_findings("") is None
    assert parse_findings("0") == 0
    with pytest.raises(UsageError):
        parse_findings("-1")


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("paired", Supervision.PAIRED),
        ("ペア", Supervision.PAIRED),
        ("al", Supervision.ALONE),
        ("独", Supervision.ALONE),
        ("見", Supervision.OBSERVED),
    ],
)
def test_supervision_by_word_or_beginning(typed, level):
    assert parse_supervision(typed) is level


@pytest.mark.parametrize("typed", ["", "x", "指"])
def test_supervision_that_is_none_or_several_is_refused(typed):
    with pytest.raises(UsageError) as caught:
        parse_supervision(typed)
    assert caught.value.key == "workbook.bad_supervision"
