"""What people type into the fields of an entry."""

from __future__ import annotations

from calendar import isleap
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.rule import Supervision
from tui.errors import UsageError
from tui.workbook.trainee.parsing import (
    long_ago,
    parse_day,
    parse_findings,
    parse_quantity,
    parse_ratio,
    parse_supervision,
)

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
        ("2026 / 2 / 10", date(2026, 2, 10)),
        ("20260210", date(2026, 2, 10)),
        ("2月 10日", date(2026, 2, 10)),
        ("おととい", date(2026, 3, 3)),
        ("一昨日", date(2026, 3, 3)),
        ("本日", TODAY),
        ("3日前", date(2026, 3, 2)),
        ("3 days ago", date(2026, 3, 2)),
        ("−3", date(2026, 3, 2)),
        ("ー３", date(2026, 3, 2)),
        ("30", date(2026, 1, 30)),
        ("31", date(2026, 1, 31)),
        ("2-29", date(2024, 2, 29)),
    ],
)
def test_day_is_read_as_it_was_meant(typed, day):
    assert parse_day(typed, TODAY) == day


@pytest.mark.parametrize(
    "typed",
    ["2026-02-30", "13-01", "32", "00", "2-30", "−", "tomorrow", "1-2-3-4", "--1", "2026-3", "-99999999"],
)
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
    day = parse_day(f"{other.month}-{other.day}", today)
    assert day <= today
    assert (day.month, day.day) == (other.month, other.day)
    later = (date(year, day.month, day.day) for year in range(day.year + 1, today.year + 1) if _is_day(year, day))
    assert all(each > today for each in later)


def _is_day(year, day):
    return (day.month, day.day) != (2, 29) or isleap(year)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 31))
def test_a_number_alone_is_the_latest_day_of_that_number(today, number):
    day = parse_day(str(number), today)
    assert day.day == number
    between = (day + timedelta(days=days) for days in range(1, (today - day).days + 1))
    assert all(each.day != number for each in between)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_way_to_write_a_whole_day_means_it(today, day):
    wide = str.maketrans("0123456789-/", "０１２３４５６７８９－／")
    ways = (f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%Y.%m.%d}", f"{day:%Y年%m月%d日}", f"{day:%Y%m%d}")
    assert {parse_day(each, today) for way in ways for each in (way, way.translate(wide), f" {way} ")} == {day}


@given(st.text(max_size=12), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_text_is_a_day_or_refused_in_one_sentence(text, today):
    with suppress(UsageError):
        assert isinstance(parse_day(text, today), date)


@pytest.mark.parametrize(
    ("typed", "years"), [("2021-03-06", 0), ("2016-03-05", 10), ("1926-03-05", 100), ("-9999", 27)]
)
def test_a_day_that_lies_years_back_is_one_to_ask_about(typed, years):
    assert long_ago(parse_day(typed, TODAY), TODAY) == years


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
