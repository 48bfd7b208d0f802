"""``ikusei team``: the same numbers as the screen, for people and for programs."""

import csv
import io
import sqlite3
from contextlib import closing

import pytest
from cli_world import Terminal

from tui.text.cells import width


@pytest.fixture
def demo(ikusei: Terminal):
    def call(*args):
        return ikusei("--demo", "team", "team", *args)

    return call


def test_the_list_stands_where_there_is_no_terminal(demo):
    answer = demo()
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines.index("") == 15  # three lines of roles, twelve people
    assert max(map(width, lines)) <= 80
    assert any(line.startswith("佐藤 花") and "1✓ 2/4?" in line for line in lines)
    assert "soc SOC/監視" in lines


def test_a_short_name_stands_on_the_line_of_its_cells(ikusei):
    lines = ikusei("--demo", "--lang", "ja", "team", "--list").out.splitlines()
    assert any(line.startswith("佐藤 花") and "0/2?" in line for line in lines)


def test_json_says_who_stands_where(demo):
    found = demo("--json", "--sort", "furthest").json
    assert found["today"] == "2026-11-21"
    assert found["limits"] == {"idle_days": 30, "waiting_days": 14, "origin": "ours"}
    by_name = {each["name"]: each for each in found["people"]}
    assert found["people"][0]["name"] == "中村 彩"
    (vuln,) = by_name["山本 恵"]["roles"]
    assert (vuln["role"], vuln["step"], vuln["confirmed"], vuln["ready"]) == ("vuln", 2, 6, True)
    assert list(vuln["signed"]) == ["1"]
    assert by_name["小林 誠"]["stuck_days"] == 62


def test_csv_has_a_line_for_each_person_and_role(demo):
    rows = list(csv.DictReader(io.StringIO(demo("--csv").out)))
    assert len(rows) == 16
    assert {row["name"] for row in rows if row["stuck_days"]} == {"小林 誠", "渡辺 大輔", "伊藤 さくら"}


def test_role_and_days_choose(demo):
    assert {each["name"] for each in demo("--json", "--role", "soc").json["people"]} == {
        "佐藤 花", "鈴木 健太", "伊藤 さくら", "山田 優", "田中 実",
    }  # fmt: skip
    found = demo("--json", "--stuck", "60").json
    assert found["limits"] == {"idle_days": 60, "waiting_days": 60, "origin": "asked"}
    assert {each["name"] for each in found["people"]} == {"小林 誠", "伊藤 さくら"}


def test_stuck_by_the_days_of_the_call(demo):
    assert [each["why"] for each in demo("stuck", "--json").json["stuck"]] == ["quiet", "waiting", "returned"]
    assert len(demo("stuck", "--idle", "10", "--waiting", "2", "--json").json["stuck"]) > 3
    answer = demo("stuck")
    assert "確認待ち (23 日、1 件)" in answer.out
    assert "初期値" in answer.out


def test_mentors_movement_coverage_and_closing(demo):
    tanaka = demo("mentors", "--json").json[0]
    assert (tanaka["name"], tanaka["waiting"], len(tanaka["queue"])) == ("田中 実", 2, 2)
    assert "渡辺 大輔" in demo("mentors").out
    months = demo("movement", "--json", "--months", "3").json
    assert [each["month"] for each in months] == ["2026-09", "2026-10", "2026-11"]
    assert months[-1]["entries"] == 52
    assert len(demo("movement").out.splitlines()) == 13
    duties = demo("coverage", "--json").json
    assert len(duties) == 54
    assert sum(bool(each["only"]) for each in duties) == 23
    assert "中村 彩 だけ" in demo("coverage").out
    best = demo("closing", "--json").json[0]
    assert (best["name"], best["role"], best["step"], len(best["first"])) == ("高橋 玲子", "coord", 3, 3)
    assert "初めて 3: A-2 A-3 D-7" in demo("closing").out


@pytest.mark.parametrize("args", [("--json", "--csv"), ("--role", "sock"), ("--stuck", "0"), ("--sort", "age")])
def test_what_cannot_be_is_refused_in_one_sentence(demo, args):
    answer = demo(*args)
    assert answer.code == 2
    assert len(answer.err.strip().splitlines()) <= 2
    assert "Traceback" not in answer.err


def test_a_journal_with_nobody_else_in_it(ikusei):
    ikusei.begun()
    answer = ikusei("team")
    assert answer.code == 0
    assert "佐藤 花" in answer.out
    assert ikusei("team", "stuck").code == 1
    assert ikusei("team", "mentors").code == 1
    assert ikusei("team", "closing").code == 0


def test_no_journal_is_one_sentence(ikusei):
    answer = ikusei("team")
    assert answer.code != 0
    assert "Traceback" not in answer.err
    assert not ikusei.state.exists()


def test_a_name_is_no_formula_in_a_spreadsheet(ikusei):
    ikusei("begin", "=HYPERLINK(1)", "--role", "soc", "--step", "1")
    (row,) = csv.DictReader(io.StringIO(ikusei("team", "--csv").out))
    assert row["name"] == "'=HYPERLINK(1)"


def test_what_was_added_up_is_kept_for_the_next_call(ikusei):
    ikusei.begun()
    ikusei("team")
    with closing(sqlite3.connect(ikusei.state)) as connection:
        assert connection.execute("SELECT count(*) FROM summary").fetchone() == (1,)


def test_days_of_the_policy_are_named_as_the_organisations(ikusei):
    ikusei.begun(policy="[team]\nidle_days = 5\nwaiting_days = 3\n")
    found = ikusei("team", "--json").json
    assert found["limits"] == {"idle_days": 5, "waiting_days": 3, "origin": "policy"}


def test_demo_without_a_word_stays_the_trainees(ikusei):
    assert "佐藤 花" in ikusei("--demo", "status").out
    assert "高橋 玲子" in ikusei("--demo", "team", "status").out
    assert "佐藤 花" in ikusei("--demo=trainee", "team").out
    assert ikusei("--demo", "statsu").code == 2
