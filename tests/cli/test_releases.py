"""Files that earlier builds wrote stay readable: see tests/releases/README.md."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from cli_world import POLICY, Terminal

from tui.errors import JournalError
from tui.journal import opening, upgrade
from tui.journal.journal import Journal
from tui.journal.schema import SCHEMA
from tui.journal.script import migration

RELEASES = Path(__file__).parents[1] / "releases"
ALL = ("0.1.0", "schema-2", "schema-1")
REVIEWED = ("0.1.0", "schema-2")
"""Builds in which mentors confirmed and signed."""
HANA = "p-a3645ad587"


def at_home(release: str, terminal: Terminal) -> Terminal:
    """The trainee's files of a release, where she had them: a state file that was copied elsewhere says that it was."""
    folder = terminal.state.parent
    shutil.copytree(RELEASES / release, folder)
    terminal.state.chmod(0o600)
    status = terminal.state.stat()
    place = (os.uname().nodename, str(terminal.state), str(status.st_dev), str(status.st_ino))
    with sqlite3.connect(terminal.state) as state:
        state.execute("UPDATE writer SET host = ?, path = ?, device = ?, inode = ?", place)
    state.close()
    terminal.env["IKUSEI_TRUST"] = str(folder / "trust")
    return terminal


def kept(state: Path, sql: str) -> list[tuple[object, ...]]:
    """What SQLite says of the file."""
    with sqlite3.connect(state) as connection:
        found = connection.execute(sql).fetchall()
    connection.close()
    return found


def events(state: Path) -> list[tuple[object, ...]]:
    """Every event as it stands in the file."""
    return kept(state, "SELECT * FROM event ORDER BY writer, n")


@pytest.fixture(params=ALL)
def release(request):
    return request.param


@pytest.fixture
def hana(release, ikusei):
    return at_home(release, ikusei)


def test_the_trainee_stands_where_she_stood(release, hana):
    reached = "confirmed" if release in REVIEWED else "claimed"
    for _ in ("migrated where that is needed", "as it is now"):
        assert hana("status").code == 0
        paired, alone = hana.standing("soc.2.paired"), hana.standing("soc.2.alone")
        assert [(gauge["done"], gauge["needed"]) for gauge in paired["standing"]["gauges"]] == [(2, 3)]
        assert (alone["state"], alone["standing"]["met"]) == (reached, True)
        assert all(alone["points"].values())


def test_looking_changes_nothing_and_writing_no_event(release, hana):
    before, as_it_was = events(hana.state), hana.state.read_bytes()
    for look in ("status", "journal", "verify", "doctor", "export", "matrix"):
        hana(look)
        assert hana.state.read_bytes() == as_it_was, look
    assert hana("log", "soc.2.paired", "-m", "早番の引き継ぎ").code == 0
    assert len(before) > 10
    assert set(before) < set(events(hana.state))


def test_an_older_file_is_shown_where_it_can_not_be_written(hana, monkeypatch):
    monkeypatch.setattr(opening, "is_writable", lambda _: False)
    assert hana("status").code == 0
    assert hana("journal").out.count("\n") > 10
    refused = hana("log", "soc.2.paired", "-m", "書けない")
    assert (refused.code, "書き込め" in refused.err) == (2, True)


@pytest.mark.parametrize("release", ["schema-2", "schema-1"], indirect=True)
def test_a_migrated_file_says_which_step_it_went_through_when(release, hana):
    assert hana("log", "soc.2.paired", "-m", "早番の引き継ぎ").code == 0
    (steps,) = kept(hana.state, "SELECT group_concat(name) FROM _sqlite_migrations WHERE applied_at LIKE '20%'")[0]
    gone = {"schema-2": 2, "schema-1": 1}[release]
    assert steps == ",".join(["002_review", "003_tally", "004_tally_day"][gone - 1 :])
    (version, strict) = kept(
        hana.state, "SELECT (SELECT user_version FROM pragma_user_version), min(strict) FROM pragma_table_list"
        " WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
    )[0]  # fmt: skip
    assert (version, strict) == (SCHEMA, 1)


@pytest.mark.parametrize("release", ["schema-1"], indirect=True)
def test_a_step_that_fails_leaves_the_file_as_it_was(hana, monkeypatch, tmp_path):
    bad = tmp_path / "003_tally.sql"
    bad.write_text("CREATE TABLE half (x) STRICT;", encoding="utf-8")  # a column without a type is refused
    monkeypatch.setattr(upgrade, "migration", lambda number: bad if number == 3 else migration(number))
    before = hana.state.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="missing datatype"):
        hana("log", "soc.2.paired", "-m", "早番の引き継ぎ")
    assert hana.state.read_bytes() == before
    monkeypatch.undo()
    assert hana("log", "soc.2.paired", "-m", "早番の引き継ぎ").code == 0


def test_a_file_without_the_number_of_its_schema_is_left_alone(hana):
    kept(hana.state, "PRAGMA user_version = 0")
    before = hana.state.read_bytes()
    for verb in (("status",), ("log", "soc.2.paired", "-m", "x"), ("doctor",)):
        answer = hana(*verb)
        assert "形式の番号" in answer.out + answer.err
        assert answer.code > 0
    assert hana.state.read_bytes() == before


def test_what_was_written_can_be_read(hana):
    answer = hana("journal", "-n", "100")
    assert answer.code == 0
    for words in ("深夜帯の一次切り分け", "ひとりで対応した。手順書 3 章のとおり", "独力での監視業務", "佐藤 花"):
        assert words in answer.out
    (undone,) = (each for each in hana("journal", "-n", "100", "--json").json if each["undone"])
    assert undone["body"]["note"] == "取り消す記録"


def test_doctor_and_verify_find_nothing_wrong(release, hana):
    assert hana("status").code == 0
    assert hana("doctor").code == 0
    report = hana("verify", "--json")
    # Signing came after schema 2, whose decision is told to be unsigned, now that there is a trust folder.
    unsigned = ["verify.unsigned"] if release == "schema-2" else []
    assert [each["key"] for each in report.json["findings"]] == unsigned
    assert (report.code, report.json["counts"]["signed"]) == (len(unsigned), release == "0.1.0")


def test_work_goes_on_in_the_same_file(hana):
    assert hana("log", "soc.2.paired", "-m", "早番の引き継ぎ").code == 0
    assert hana.standing("soc.2.paired")["standing"]["met"]
    assert hana("doctor").code == 0


@pytest.mark.parametrize("release", REVIEWED, indirect=True)
def test_a_bundle_is_taken_in_whole(release, ikusei):
    assert ikusei("me", "山田 恵").code == 0
    ikusei.policy.write_text(POLICY, encoding="utf-8")
    ikusei.env["IKUSEI_TRUST"] = str(RELEASES / release / "trust")
    assert ikusei("import", RELEASES / release / "bundle.ikusei").code == 0
    assert set(events(RELEASES / release / "state.sqlite")) <= set(events(ikusei.state))
    (hana,) = ikusei("team", "--json").json["people"]
    assert (hana["id"], hana["entries"], hana["roles"][0]["confirmed"]) == (HANA, 3, 1)


@pytest.mark.parametrize("release", ["schema-1"], indirect=True)
def test_nothing_can_be_written_into_the_copy_that_is_looked_at(hana):
    with Journal.open(hana.state, write=False) as looking, pytest.raises(JournalError):
        looking.store.run("DELETE FROM event")
    with Journal.open(hana.state, write=False) as looking, pytest.raises(JournalError):
        looking.store.run("INSERT INTO local VALUES ('key', 'value')")
