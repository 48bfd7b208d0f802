"""Content, policy, doctor: what keeps everything right."""

import json
import os
import shutil
import sqlite3
from contextlib import suppress

import pytest
from cli_world import Terminal

from tui.curriculum.folder import builtin_folder


@pytest.fixture
def pack(tmp_path):
    """A copy of the pack with nothing in it that nobody names."""
    folder = tmp_path / "pack"
    shutil.copytree(builtin_folder(), folder)
    named = (folder / "pack.toml").read_text(encoding="utf-8")
    for role in (folder / "roles").glob("*.toml"):
        if f"roles/{role.name}" not in named:
            role.unlink()
    return folder


def test_content_check_of_a_good_pack(ikusei, pack):
    answer = ikusei("content", "check", pack)
    assert (answer.code, answer.out) == (0, "")
    assert "誤りはありません" in answer.err


def test_content_check_names_every_fault_with_its_place(ikusei, pack):
    steps = pack / "steps.toml"
    steps.write_text("\n\nnonsense = 1\n" + steps.read_text(encoding="utf-8"), encoding="utf-8")
    for lang, told in (("ja", "誤り 1 件"), ("en", "Faults in")):
        answer = ikusei("--lang", lang, "content", "check", pack)
        assert answer.code == 1
        assert answer.out.startswith(f"{steps}:3:1: ")
        assert told in answer.err


def test_content_check_remarks_what_other_programs_cannot_read(ikusei, pack):
    terms = pack / "glossary.toml"
    start = terms.read_text(encoding="utf-8").replace("{ ja = ", "{\n  ja = ", 1)
    terms.write_text(start, encoding="utf-8")
    line = start[: start.index("{\n")].count("\n") + 1
    for lang, said, told in (("ja", "1 行に書く", "注意 1 件"), ("en", "on one line", "Remarks on")):
        answer = ikusei("--lang", lang, "content", "check", pack)
        assert answer.code == 0
        assert answer.out.startswith(f"{terms}:{line}:")
        assert said in answer.out
        assert told in answer.err


def test_content_of_no_folder(ikusei, tmp_path):
    assert ikusei("content", "check", tmp_path / "none").code == 2


def test_content_export(ikusei, pack):
    data = ikusei("content", "export", "--json", pack).json
    assert data["pack"]["id"] == "nca-isogj"
    assert [role["id"] for role in data["roles"] if role["id"] == "soc"] == ["soc"]
    assert "--json を付けてください" in ikusei("content", "export", pack).err


def test_policy_from_nothing_to_a_number(ikusei):
    ikusei.begun(policy="")
    begun = ikusei("policy", "init")
    assert (begun.code, begun.out) == (0, f"{ikusei.policy}\n")
    assert "soc.2.paired.times  未設定  ペアでの監視業務" in ikusei("policy", "show").out
    text = ikusei.policy.read_text(encoding="utf-8")
    ikusei.policy.write_text(text.replace('# "soc.2.paired.times" = ', '"soc.2.paired.times" = 10'), encoding="utf-8")
    assert "soc.2.paired.times  10 回  ペアでの監視業務" in ikusei("policy", "show").out
    assert ikusei("policy", "check").code == 0
    assert "0/10 回" in ikusei("status").out


def test_policy_init_never_overwrites(begun):
    before = begun.policy.read_text(encoding="utf-8")
    answer = begun("policy", "init")
    assert answer.code == 2
    assert "すでにあります" in answer.err
    assert begun.policy.read_text(encoding="utf-8") == before


def test_policy_check_reports_every_fault(begun):
    begun.policy.write_text('[numbers]\n"soc.2.paird.times" = 1\n"soc.2.verdict.ratio" = 200\n', encoding="utf-8")
    answer = begun("policy", "check")
    assert answer.code == 1
    assert [line.split(":")[1] for line in answer.out.splitlines()] == ["2", "3"]
    assert "soc.2.paired.times の間違いではありませんか" in answer.out


def test_doctor_finds_nothing_in_a_good_journal(begun, pack, monkeypatch):
    monkeypatch.setattr("tui.workbook.setup.settings.builtin_folder", lambda: pack)
    answer = begun("doctor")
    assert (answer.code, answer.out) == (0, "")
    assert "問題は見つかりません" in answer.err


def test_doctor_finds_a_dropped_guard_and_mends_it(begun, pack, monkeypatch):
    monkeypatch.setattr("tui.workbook.setup.settings.builtin_folder", lambda: pack)
    begun("log", "soc.2.paired")
    with sqlite3.connect(begun.state) as connection:
        (trigger,) = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' LIMIT 1").fetchone()
        connection.execute(f'DROP TRIGGER "{trigger}"')
    connection.close()
    found = begun("doctor")
    assert found.code == 1
    assert trigger in found.out
    assert "`ikusei doctor --mend`" in begun("log", "soc.2.paired").err
    mended = begun("doctor", "--mend")
    assert mended.code == 0
    assert "before-mend-1" in mended.err
    assert begun("log", "soc.2.paired").code == 0


def test_doctor_json(begun):
    begun.policy.write_text("[numbers\n", encoding="utf-8")
    data = json.loads(begun("doctor", "--json").out)
    assert data["state"] == str(begun.state)
    assert {"severity", "key", "message"} == set(data["findings"][0])


def test_doctor_of_no_journal(ikusei):
    answer = ikusei("doctor")
    assert answer.code == 1
    assert "台帳" in answer.out


def test_doctor_makes_a_backup_that_opens(begun, tmp_path):
    begun("log", "soc.2.paired", "-m", "控えにもある")
    begun("doctor", "--backup", tmp_path / "copy.sqlite")
    assert "控えにもある" in begun("--state", tmp_path / "copy.sqlite", "journal").out
    again = begun("doctor", "--backup", tmp_path / "copy.sqlite")
    assert again.code == 2
    assert "すでにあります" in again.err


# -- somebody else's file ---------------------------------------------------------------------------------------------


@pytest.fixture
def theirs(ikusei, tmp_path, capsys):
    """The file of somebody with a home of their own; the reader has said who they are."""
    hana = Terminal(tmp_path / "hana", capsys).begun()
    assert hana("log", "soc.2.alone").code == 0
    assert ikusei("me", "田中 実").code == 0
    return hana.state


def everything(folder):
    return {each: each.read_bytes() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_doctor_and_export_of_somebody_elses_file_touch_nothing_of_it(ikusei, theirs, tmp_path):
    before = everything(theirs.parent)
    assert ikusei("--state", theirs, "doctor").code == 0
    assert ikusei("--state", theirs, "export", "-o", tmp_path / "theirs.ikusei").code == 0
    assert everything(theirs.parent) == before


@pytest.mark.parametrize("how", [["--mend"], ["--backup", "b.sqlite"]])
def test_somebody_elses_file_is_never_mended(ikusei, theirs, tmp_path, monkeypatch, how):
    monkeypatch.chdir(tmp_path)
    before = everything(theirs.parent)
    answer = ikusei("--state", theirs, "doctor", *how)
    assert (answer.code, "見ることだけができます" in answer.err) == (2, True)
    assert everything(theirs.parent) == before
    assert not (tmp_path / "b.sqlite").exists()


@pytest.mark.parametrize(
    "edited",
    [
        ("UPDATE event SET item = 'x' WHERE kind = 'enrol'", ["journal.foreign_changed", "journal.gap"]),
        ("DELETE FROM event WHERE kind = 'entry'", []),
        ("DELETE FROM event WHERE kind = 'enrol'", ["journal.gap"]),
        ("CREATE TABLE more (a); CREATE VIEW tell AS SELECT * FROM event", []),
        ("UPDATE entry SET quantity = 'x'", []),
        ("DROP TABLE entry; CREATE VIEW entry AS SELECT 1", []),
        ("UPDATE local SET value = randomblob(9)", []),
        ("DELETE FROM writer", []),
        ("DROP TABLE event; CREATE VIEW event AS SELECT 1", ["journal.not_our_table"]),
    ],
)
@pytest.mark.parametrize(
    "verb", ["doctor", "verify", "status", "team", "matrix", "journal", "review", "export", "show"]
)
def test_nothing_in_somebody_elses_file_ends_a_verb(ikusei, theirs, tmp_path, edited, verb):
    statement, keys = edited
    connection = sqlite3.connect(theirs)
    for trigger in ("event_is_never_changed", "event_is_never_deleted"):
        connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    with suppress(sqlite3.IntegrityError):
        connection.executescript(statement)
    connection.close()
    more = {"export": ["-o", tmp_path / "b.ikusei"], "review": ["--list"], "show": ["soc.2.alone"], "team": ["--list"]}
    answer = ikusei("--state", theirs, verb, *more.get(verb, ["--json"]))
    assert answer.code in {0, 1, 2}
    assert "Traceback" not in answer.err
    if verb == "doctor":
        assert [each["key"] for each in answer.json["findings"]] == keys


@pytest.mark.parametrize(
    ("umask", "folder", "file"), [(0o000, 0o755, 0o644), (0o002, 0o775, 0o664), (0o077, 0o700, 0o600)]
)
def test_nobody_else_may_write_what_is_made(ikusei, umask, folder, file):
    before = os.umask(umask)
    try:
        ikusei.begun(policy="")
        assert ikusei("policy", "init").code == 0
        assert ikusei("trust", "init").code == 0
        ikusei("status")
    finally:
        os.umask(before)
    made = [each for each in ikusei.home.rglob("*") if not each.is_symlink()]
    assert [str(each) for each in made if each.stat().st_mode & 0o777 & ~(folder if each.is_dir() else file)] == []
    assert ikusei.state.stat().st_mode & 0o777 == 0o600
