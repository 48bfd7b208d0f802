"""Two people of one name have one id of 0.1.0: on every way in they are two until somebody says that they are one."""

import io
import shutil
import sqlite3

import pytest
from cli_world import POLICY, Terminal
from old_world import BUNDLE, FIRST, HANA, SECOND, TANAKA, Mentor, bundle, firsts, hanas
from test_releases import at_home

from tui.journal.bundle.staging import stage
from tui.journal.journal import Journal
from tui.workbook.exchange.inbox_intake import receive

OTHERS = "別の人の仕事"
ROSTER = f"""\
[roster]
id = "midori"
version = "1"
[[person]]
id = "{HANA}"
name = "佐藤 花"
also = ["{SECOND}"]
"""


@pytest.fixture
def machine(tmp_path, capsys):
    return lambda name: Terminal(tmp_path / name, capsys)


@pytest.fixture
def second(tmp_path):
    """What the other 佐藤 花 exported with 0.1.0."""
    path = tmp_path / "second.ikusei"
    path.write_bytes(bundle(*hanas()))
    return path


@pytest.fixture
def mentor(machine):
    """Somebody who has the records of one 佐藤 花."""
    mentor = machine("mentor")
    assert mentor("me", "山田 恵").code == 0
    mentor.policy.write_text(POLICY, encoding="utf-8")
    answer = mentor("import", "-y", BUNDLE)
    assert (answer.code, "取り込んでいません" in answer.err) == (0, False)
    return mentor


@pytest.fixture
def ssh(tmp_path, monkeypatch):
    """A host on which the other one's bundle is handed out."""
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin/ssh"
    script.write_text(f"#!/bin/sh\ncat {tmp_path / 'second.ikusei'}\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}:/usr/bin:/bin")


def entries(terminal):
    (hana,) = terminal("team", "--json").json["people"]
    return hana["entries"]


def writers(terminal):
    with sqlite3.connect(terminal.state) as state:
        found = state.execute("SELECT DISTINCT writer FROM event WHERE trainee = ? AND kind = 'entry'", (HANA,))
        writers = {each for (each,) in found}
    state.close()
    return writers


def is_told(answer):
    return all(part in answer.err + answer.out for part in ("佐藤 花", HANA, "soc-desk-9", f"--accept {HANA}"))


WAYS = {
    "import": lambda second: ("import", "-y", second),
    "review": lambda second: ("review", second, "--list"),
    "pull": lambda _: ("pull", "佐藤 花", "--ssh", "soc-desk-9"),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_other_one_is_told_and_comes_in_when_that_is_accepted(way, mentor, second, ssh):
    words = WAYS[way](second)
    for _ in range(2):
        answer = mentor(*words)
        assert (answer.code, is_told(answer)) == (1, True), answer
        assert (writers(mentor), entries(mentor)) == ({FIRST}, 3)
    assert mentor("import", "--accept", HANA).code == 0
    answer = mentor(*words)
    assert "取り込んでいません" not in answer.err + answer.out
    assert answer.code == (1 if way == "review" else 0)  # 1: there is something to review
    assert (writers(mentor), entries(mentor)) == ({FIRST, SECOND}, 6)


def test_a_bundle_is_taken_in_and_accepted_at_once(mentor, second):
    assert mentor("import", "-y", second, "--accept", "佐藤 花").code == 0
    assert (writers(mentor), entries(mentor)) == ({FIRST, SECOND}, 6)


def test_looking_first_changes_nothing(mentor, second):
    before = mentor.state.read_bytes()
    answer = mentor("import", "--dry-run", second)
    assert (answer.code, is_told(answer)) == (1, True)
    assert mentor.state.read_bytes() == before


def test_the_file_of_the_other_one_is_not_reviewed_as_the_firsts(mentor, machine, second):
    other = machine("other")
    assert other("begin", "佐藤 花", "--id", HANA, "--from", second).code == 0
    for words in (("review", "--list"), ("confirm", "soc.2.alone")):
        answer = mentor("--state", other.state, *words)
        assert (answer.code, is_told(answer)) == (2, True), answer
    assert writers(mentor) == {FIRST}
    assert not other.state.with_name("inbox").exists()
    assert mentor("import", "--accept", HANA).code == 0
    assert mentor("--state", other.state, "review", "--list").code in {0, 1}
    assert writers(mentor) == {FIRST, SECOND}


def test_the_file_of_the_drop_folder_stays_until_it_is_accepted(mentor, second):
    inbox = mentor.state.with_name("inbox")
    inbox.mkdir()
    shutil.copy(second, inbox)
    for _ in range(2):
        answer = mentor("import", "--inbox")
        assert (answer.code, is_told(answer)) == (1, True), answer
        assert writers(mentor) == {FIRST}
        assert (inbox / second.name).exists()
    assert mentor("import", "--inbox", "--accept", HANA).code == 0
    assert writers(mentor) == {FIRST, SECOND}
    assert [each.name for each in inbox.iterdir()] == ["taken"]


def test_words_about_the_other_one_do_not_reach_who_has_the_name(ikusei):
    hana = at_home("0.1.0", ikusei)
    mentor = Mentor("9" * 32, "p-0123456789ab")
    mentor.signs(hanas())
    inbox = hana.state.with_name("inbox")
    inbox.mkdir()
    (inbox / "said.ikusei").write_bytes(bundle(*mentor.events))
    answer = hana("import", "--inbox")
    assert (answer.code, f"--accept {HANA}" in answer.err) == (1, True), answer
    assert (inbox / "said.ikusei").exists()
    with sqlite3.connect(hana.state) as state:
        assert state.execute("SELECT count(*) FROM event WHERE kind = 'signoff'").fetchone() == (0,)
    state.close()


def test_ones_own_records_of_a_second_machine_are_one_question(ikusei, second):
    hana = at_home("0.1.0", ikusei)
    answer = hana("import", "-y", second)
    assert (answer.code, is_told(answer)) == (1, True)
    assert hana("import", "-y", second, "--accept", HANA).code == 0
    assert hana("import", "-y", second).code == 0
    assert writers(hana) == {FIRST, SECOND}


def test_who_continues_with_their_own_bundle_is_asked_nothing(machine, mentor, tmp_path):
    hana = machine("hana")
    assert hana("begin", "佐藤 花", "--id", HANA, "--from", BUNDLE).code == 0
    assert hana("log", "soc.2.paired", "-m", "新しい端末で").code == 0
    assert hana("export", "-o", tmp_path / "later.ikusei").code == 0
    answer = mentor("import", "-y", tmp_path / "later.ikusei")
    assert (answer.code, "取り込んでいません" in answer.err) == (0, False)
    assert entries(mentor) == 4


def test_the_lead_joins_them_in_the_roster(mentor, second):
    trust = mentor.state.with_name("trust")
    trust.mkdir()
    (trust / "allowed_signers").touch()
    (trust / "roster.toml").write_text(ROSTER, encoding="utf-8")
    answer = mentor("import", "-y", second)
    assert (answer.code, "取り込んでいません" in answer.err) == (0, False), answer
    assert (writers(mentor), entries(mentor)) == ({FIRST, SECOND}, 6)


def test_a_mentor_of_the_name_is_not_taken_for_the_reader(machine, tmp_path):
    tanaka = machine("tanaka")
    assert tanaka("me", "田中 実", "--id", TANAKA).code == 0
    other = Mentor()
    other.confirms(hanas())
    path = tmp_path / "other.ikusei"
    path.write_bytes(bundle(*hanas(), *other.events))
    answer = tanaka("import", "-y", path)
    assert (answer.code, f"--accept {TANAKA}" in answer.err) == (1, True), answer
    assert OTHERS in tanaka("journal", "-n", "50").out
    assert not [each for each in tanaka("journal", "-n", "50", "--json").json if each["writer"] == other.writer]


# -- what 0.1.0 had taken in itself ------------------------------------------------------------------------------------


def test_the_doctor_tells_of_what_is_counted_as_one_already(mentor, second):
    with Journal.open(mentor.state) as journal, stage(journal, io.BytesIO(second.read_bytes())) as staged:
        staged.take_in()
    answer = mentor("doctor")
    assert (answer.code, HANA in answer.out, SECOND in answer.out) == (1, True, True), answer
    assert mentor("import", "--accept", HANA).code == 0
    assert mentor("doctor").code == 0


def test_the_doctor_says_nothing_of_ones_own_two_machines(ikusei, second):
    hana = at_home("0.1.0", ikusei)
    with Journal.open(hana.state) as journal, stage(journal, io.BytesIO(second.read_bytes())) as staged:
        staged.take_in()
    assert hana("doctor").code == 0


def test_a_start_takes_in_what_was_said_of_oneself_and_leaves_the_rest(ikusei):
    hana = at_home("0.1.0", ikusei)
    mentor = Mentor("9" * 32, "p-0123456789ab")
    own = mentor.signs(firsts(), mentor.confirms(firsts()))
    other = mentor.signs(hanas())
    inbox = hana.state.with_name("inbox")
    inbox.mkdir()
    (inbox / "said.ikusei").write_bytes(bundle(*mentor.events))
    with Journal.open(hana.state) as journal:
        for came in (True, False):
            said, ((path, error),) = receive(journal, inbox, "ja")
            assert (bool(said), path.name, error.key) == (came, "said.ikusei", "transport.inbox.held")
        there = set(journal.store.rows(str, "SELECT hash FROM event WHERE kind = 'signoff'"))
    assert own["hash"] in there
    assert other["hash"] not in there
