"""Rows for other programs: ``--json``, ``--csv`` and ``--tsv`` mean the same behind every verb that has them."""

import csv
import io
import json
import os
import subprocess
import sys

import pytest
from cli_world import Terminal

WITH_ROWS = [
    ("journal",),
    ("team",),
    ("team", "stuck"),
    ("team", "mentors"),
    ("team", "movement"),
    ("team", "coverage"),
    ("team", "closing"),
    ("matrix",),
    ("search", "ログ"),
    ("policy", "show"),
]


def demo(ikusei: Terminal, *args):
    return ikusei("--demo", "team", *args)


def csv_rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("verb", WITH_ROWS)
def test_every_list_has_the_same_rows_as_csv_and_tsv(ikusei, verb):
    table = csv_rows(demo(ikusei, *verb, "--csv").out)
    assert len(table) > 1
    assert {len(row) for row in table} == {len(table[0])}
    lines = demo(ikusei, *verb, "--tsv").out.splitlines()
    assert [line.split("\t") for line in lines] == [[cell.replace("\n", " ") for cell in row] for row in table]


@pytest.mark.parametrize("verb", WITH_ROWS)
def test_every_list_has_json(ikusei, verb):
    assert json.loads(demo(ikusei, *verb, "--json").out)


@pytest.mark.parametrize("verb", [*WITH_ROWS, ("review", "--list")])
@pytest.mark.parametrize("two", [("--json", "--csv"), ("--csv", "--tsv"), ("--json", "--tsv")])
def test_two_forms_at_once_are_refused(ikusei, verb, two):
    answer = demo(ikusei, *verb, *two)
    assert (answer.code, answer.out, "どれか 1 つ" in answer.err) == (2, "", True)


def test_csv_ends_its_lines_as_rfc_4180_says_and_quotes_what_must_be(begun):
    assert begun("log", "soc.2.paired", "-m", 'カンマ, "引用符"').code == 0
    out = begun("journal", "--csv").out
    assert out.count("\r\n") == out.count("\n") == 1 + begun("journal", "--tsv").out.count("\n") - 1
    (entry,) = (row for row in csv_rows(out) if row[2] == "entry")
    assert entry[5].endswith('カンマ, "引用符"')
    assert '""引用符""' in out


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_what_somebody_typed_is_no_formula(ikusei, sign):
    name = f"{sign}HYPERLINK(1)"
    assert ikusei("begin", "--role", "soc", "--step", "2", "--", name).code == 0
    (_, by_csv) = csv_rows(ikusei("team", "--csv").out)
    by_tsv = ikusei("team", "--tsv").out.splitlines()[1].split("\t")
    assert by_csv[1] == by_tsv[1] == f"'{name}"
    assert ikusei("team", "--json").json["people"][0]["name"] == name


def test_a_cell_of_tsv_never_breaks_its_row(begun):
    assert begun("log", "soc.2.paired", "-m", "一行目\n二行目\t終わり").code == 0
    lines = begun("journal", "--tsv").out.splitlines()
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
    assert any("一行目 二行目 終わり" in line for line in lines)


def test_rows_are_utf_8_whatever_the_locale(begun):
    script = "from tui.cli.run import run; run(['journal', '--csv'])"
    env = {**os.environ, **begun.env, "PYTHONIOENCODING": "euc_jp", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, check=True)
    assert "佐藤 花" in done.stdout.decode("utf-8")


def test_nothing_that_drives_a_terminal_is_in_a_cell(ikusei):
    ikusei.begun()
    assert ikusei("log", "soc.2.paired", "-m", "a\x1b]52;c;x\x07b").code == 0
    for form in ("--csv", "--tsv"):
        assert "\x1b" not in ikusei("journal", form).out


def test_the_journal_says_who_wrote_what_and_what_is_undone(begun):
    assert begun("log", "soc.2.paired", "-m", "取り消す").code == 0
    assert begun("undo").code == 0
    rows = list(csv.DictReader(io.StringIO(begun("journal", "--csv").out, newline="")))
    (undone,) = (row for row in rows if row["undone"])
    assert (undone["kind"], undone["item"], undone["author_name"], undone["undone"]) == (
        "entry", "soc.2.paired", "佐藤 花", "yes",
    )  # fmt: skip
    assert undone["recorded"].endswith("+00:00")
    assert [row["hash"] for row in rows] == [each["hash"] for each in begun("journal", "--json").json]


def test_status_has_a_row_for_each_criterion(begun):
    assert begun("log", "soc.2.paired", "-m", "一次切り分け").code == 0
    rows = list(csv.DictReader(io.StringIO(begun("status", "--csv").out, newline="")))
    (paired,) = (row for row in rows if row["criterion"] == "soc.2.paired")
    assert (paired["role"], paired["step"], paired["state"], paired["met"]) == ("soc", "2", "open", "")
    assert (paired["standing"], paired["points_ticked"], paired["points"]) == ("1/3 回", "0", "6")
    steps = begun("status", "--json").json["roles"][0]["steps"]
    assert [row["criterion"] for row in rows] == [each["id"] for step in steps for each in step["criteria"]]
    assert begun("status", "--tsv", "--csv").code == 2


def test_numbers_of_the_policy_are_rows_and_the_unset_ones_empty(begun):
    numbers = {each["key"]: each for each in begun("policy", "show", "--json").json["numbers"]}
    assert (numbers["soc.2.paired.times"]["value"], numbers["soc.2.paired.times"]["unit"]) == (3, "times")
    assert numbers["soc.1.reading"]["readings"] == ["handbook"]
    rows = list(csv.DictReader(io.StringIO(begun("policy", "show", "--csv").out, newline="")))
    values = {row["key"]: row["value"] for row in rows}
    assert {key for key, each in numbers.items() if each["value"] is None} == {key for key in values if not values[key]}
    assert (values["soc.2.paired.times"], values["soc.2.verdict.ratio"]) == ("3", "95")
