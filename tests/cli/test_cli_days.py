"""The organisation's day on the command line, and days that are asked about."""

from __future__ import annotations

import pytest

FAR_WEST, FAR_EAST = "-12:00", "+14:00"


def says(terminal, **values):
    lines = "".join(f'{key} = "{value}"\n' for key, value in values.items())
    terminal.policy.write_text(f"[policy]\n{lines}", encoding="utf-8")


def test_the_policys_clock_says_which_day_it_is(begun):
    says(begun, utc_offset=FAR_WEST)
    west = begun.today()
    says(begun, utc_offset=FAR_EAST)
    east = begun.today()
    # 26 hours apart: never one day, at whatever time this runs.
    assert (east - west).days in {1, 2}
    assert begun("log", "soc.2.paired", "-d", east).code == 0
    says(begun, utc_offset=FAR_WEST)
    refused = begun("log", "soc.2.paired", "-d", east)
    assert (refused.code, f"{east} は未来の日付です" in refused.err) == (2, True)


def test_a_kept_answer_is_given_again_only_on_the_same_day_of_the_organisation(begun):
    for offset in (FAR_WEST, FAR_EAST):
        says(begun, utc_offset=offset)
        first = begun("status").out
        assert begun.today().isoformat() in first.splitlines()[0]
        assert begun("status").out == first


def test_policy_check_refuses_what_is_no_clock_and_no_time(begun):
    says(begun, utc_offset="JST", day_change="20:30")
    answer = begun("policy", "check")
    assert answer.code == 1
    assert "時差 JST の形式が正しくありません" in answer.out
    assert "日付変更時刻 20:30 の形式が正しくありません" in answer.out


def test_policy_show_has_them(begun):
    assert "utc_offset  未設定" in begun("policy", "show").out
    says(begun, utc_offset="+09:00", day_change="08:30")
    assert "utc_offset  +09:00" in begun("policy", "show").out
    shown = begun("policy", "show", "--json").json
    assert (shown["utc_offset"], shown["day_change"]) == ("+09:00", "08:30")


def test_a_new_policy_names_them(ikusei):
    assert ikusei("policy", "init").code == 0
    text = ikusei.policy.read_text()
    assert '# utc_offset = "+09:00"\n# day_change = "08:30"\n' in text
    ikusei.policy.write_text(text.replace("# utc_offset", "utc_offset").replace("# day_change", "day_change"))
    assert ikusei("policy", "check").code == 0


@pytest.mark.parametrize("verb", ["log", "correct"])
def test_a_day_a_century_ago_is_written_only_where_somebody_is_sure(begun, verb):
    entry = begun("log", "soc.2.paired").id
    asked = (verb, entry if verb == "correct" else "soc.2.paired", "-d", "1926-11-20")
    refused = begun(*asked)
    assert refused.code == 2
    assert "1926-11-20 は 100 年前です" in refused.err
    assert "1926-11-20" not in begun("show", "soc.2.paired").out
    assert begun(*asked, "--yes").code == 0
    assert "1926-11-20" in begun("show", "soc.2.paired").out


def test_correcting_something_else_of_an_old_entry_asks_nothing(begun):
    entry = begun("log", "soc.2.paired", "-d", "1999-11-20", "--yes").id
    assert begun("correct", entry, "-m", "後から書いた").code == 0
