"""Records on their way between machines, by ``ikusei export`` and ``ikusei import``."""

import io
import json
import os
import shutil
import subprocess
import sys

import pytest
from cli_world import POLICY, Terminal

from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal


@pytest.fixture
def worked(begun):
    """Hana has begun and logged once."""
    assert begun("log", "soc.2.paired", "-m", "深夜帯の一次切り分け").code == 0
    return begun


@pytest.fixture
def mentor(tmp_path, capsys):
    """A mentor on another machine, who has said who they are."""
    other = Terminal(tmp_path / "mentor", capsys)
    assert other("me", "田中 実").code == 0
    other.policy.write_text(POLICY, encoding="utf-8")
    return other


@pytest.fixture
def bundle(worked, tmp_path):
    target = tmp_path / "hana.ikusei"
    assert worked("export", "-o", target).code == 0
    return target


def shell(terminal, *args, **more):
    """``ikusei`` as a process of its own."""
    command = [sys.executable, "-m", "tui", *map(str, args)]
    return subprocess.Popen(command, env={**os.environ, **terminal.env}, stderr=subprocess.PIPE, **more)


def hana_of(terminal):
    return terminal("status", "--json").json["trainee"]["id"]


# -- from one machine to the other -----------------------------------------------------------------------------------


def test_through_a_real_pipe(worked, mentor):
    with (
        shell(worked, "export", stdout=subprocess.PIPE) as sending,
        shell(mentor, "--lang", "ja", "import", "-", stdin=sending.stdout, stdout=subprocess.PIPE) as receiving,
    ):
        sending.stdout.close()
        out, err = receiving.communicate()
        told = sending.stderr.read().decode()
    assert (sending.returncode, receiving.returncode) == (0, 0)
    assert "新しい記録 4 件を取り込みました" in out.decode()
    assert "佐藤 花" in err.decode()
    assert "記録 4 件" in told
    assert "1/3 回" in mentor("status").out


def test_a_reader_who_has_gone_is_no_error(worked):
    with shell(worked, "export", stdout=subprocess.PIPE) as sending:
        sending.stdout.close()
        told = sending.stderr.read().decode()
    assert (sending.returncode, told) == (0, "")


def test_export_to_a_file_says_what_is_in_it_and_who_can_read_it(worked, tmp_path):
    for lang, told, clear in (("ja", "記録 4 件", "暗号化していません"), ("en", "Records written: 4", "not encrypted")):
        answer = worked("--lang", lang, "export", "-o", tmp_path / lang)
        assert (answer.code, answer.out) == (0, "")
        assert told in answer.err
        assert "佐藤 花" in answer.err
        assert clear in answer.err
    assert (tmp_path / "ja").read_bytes() == (tmp_path / "en").read_bytes()


def test_export_to_standard_output_is_the_bundle_and_nothing_else(worked, bundle):
    answer = worked("export")
    assert answer.out == bundle.read_text(encoding="utf-8")
    assert worked("export", "-o", "-").out == answer.out


def test_import_shows_what_comes_and_says_what_was_taken_in(mentor, bundle):
    answer = mentor("import", bundle)
    assert answer.code == 0
    assert "記録 4 件、新規 4 件" in answer.err
    assert "佐藤 花" in answer.err
    assert "実績 1" in answer.err
    assert answer.out == "新しい記録 4 件を取り込みました。\n"
    again = mentor("--lang", "en", "import", bundle)
    assert (again.code, again.out) == (0, "There was nothing new in it.\n")
    assert "4 records, 0 new, 4 known" in again.err


def test_answer_of_status_is_right_after_an_import(worked, bundle, tmp_path, capsys, monkeypatch):
    """Hana's other machine has a kept answer, takes in what she did here, and gives the new answer at once."""
    other = Terminal(tmp_path / "other", capsys).begun(person=worked.person)
    assert "0/3 回" in other("status").out
    assert other("import", bundle).code == 1  # what she began there by her id alone hangs together with nothing here
    monkeypatch.setattr("tui.cli.answers.status_report.status_lines", lambda *_: pytest.fail("asked again"))
    assert "1/3 回" in other("status").out


def test_memoised_standing_is_right_after_an_import(worked, bundle, tmp_path, capsys):
    other = Terminal(tmp_path / "other", capsys).begun(person=worked.person)
    assert other.standing("soc.2.paired")["standing"]["gauges"][0]["done"] == 0
    other("import", bundle)
    assert other.standing("soc.2.paired")["standing"]["gauges"][0]["done"] == 1


def test_round_trip_of_a_claim(worked, mentor, tmp_path):
    worked("log", "soc.2.alone")
    points = [each["id"] for each in worked("show", "--json", "soc.2.alone").json["points"]]
    worked("tick", *points)
    assert worked("claim", "soc.2.alone").code == 0
    there, back = tmp_path / "there", tmp_path / "back"
    worked("export", "-o", there)
    mentor("import", there)
    assert mentor("confirm", "soc.2.alone").code == 0
    mentor("export", "--decisions", "-o", back)
    answer = worked("import", back)
    assert answer.code == 0
    assert "判定 1" in answer.err
    assert worked.standing("soc.2.alone")["state"] == "confirmed"


# -- choosing --------------------------------------------------------------------------------------------------------


def kinds(answer):
    return [json.loads(line)["kind"] for line in answer.out.splitlines()[1:]]


@pytest.mark.parametrize("typed", ["佐藤 花", "佐藤　花", "p-", "P-"])
def test_trainee_by_name_and_by_the_beginning_of_the_id(worked, typed):
    answer = worked("export", "--trainee", typed)
    assert kinds(answer) == ["writer", "person", "enrol", "entry"]


def test_trainee_whom_nobody_knows(worked):
    for lang, told in (("ja", "いません"), ("en", "Nobody in this journal")):
        answer = worked("--lang", lang, "export", "-t", "鈴木")
        assert (answer.code, answer.out) == (2, "")
        assert told in answer.err
        assert "佐藤 花" in answer.err


def test_trainee_who_could_be_several(worked, mentor, bundle):
    mentor("import", bundle)
    answer = mentor("export", "-t", "p-")
    assert answer.code == 2
    assert "佐藤 花" in answer.err
    assert "田中 実" in answer.err


def test_since_a_day(worked):
    today = worked.today().isoformat()
    assert kinds(worked("export", "--since", today)) == ["writer", "person", "enrol", "entry"]
    assert kinds(worked("export", "--since", "昨日")) == ["writer", "person", "enrol", "entry"]
    assert kinds(worked("export", "--since", "2999-01-01")) == []
    assert worked("export", "--since", "いつか").code == 2


def test_since_an_earlier_bundle(worked, mentor, bundle, tmp_path):
    mentor("import", bundle)
    worked("log", "soc.2.alone")
    later = tmp_path / "later"
    answer = worked("export", "--since", bundle, "-o", later)
    assert "記録 3 件" in answer.err
    assert "新規 1 件、取り込み済み 2 件" in mentor("import", later).err
    header = json.loads(later.read_text(encoding="utf-8").splitlines()[0])
    assert header["selection"]["beyond"] == json.loads(bundle.read_text(encoding="utf-8").splitlines()[0])["digest"]


def test_since_a_bundle_of_another_selection(worked, bundle, tmp_path):
    answer = worked("export", "--since", bundle, "--decisions")
    assert (answer.code, answer.out) == (2, "")
    assert "--decisions" in answer.err
    rubbish = tmp_path / "rubbish"
    rubbish.write_text("x\n")
    assert "バンドルの見出しではありません" in worked("export", "--since", rubbish).err


def test_no_bundle_on_a_terminal(worked, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    for lang, told in (("ja", "端末には書き出しません"), ("en", "isn't for a terminal")):
        answer = worked("--lang", lang, "export")
        assert (answer.code, answer.out) == (2, "")
        assert told in answer.err
    assert worked("export", "-o", "-").out.startswith("{")


def test_no_file_is_written_over(worked, bundle):
    before = bundle.read_bytes()
    worked("log", "soc.2.paired")
    answer = worked("export", "-o", bundle)
    assert answer.code == 2
    assert "すでにあります" in answer.err
    assert bundle.read_bytes() == before


def test_export_where_nobody_has_begun(ikusei, tmp_path):
    assert ikusei("export", "-o", tmp_path / "x").code == 2
    assert not (tmp_path / "x").exists()


# -- asking, refusing, looking ---------------------------------------------------------------------------------------


class Keyboard(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("はい\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_on_a_terminal_it_asks_first(mentor, bundle, monkeypatch, typed, code):
    monkeypatch.setattr("sys.stdin", Keyboard(typed))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    answer = mentor("import", bundle)
    assert answer.code == code
    assert "取り込みますか" in answer.err
    assert bool(answer.out) is (code == 0)
    assert ("何も変わっていません" in answer.err) is (code == 1)
    assert bool(hana_entries(mentor)) is (code == 0)


def hana_entries(terminal):
    with Journal.open(terminal.state, write=False) as journal:
        return [entry for who in journal.trainees() for entry in journal.recent(who, 10)]


def test_yes_is_not_asked(mentor, bundle, monkeypatch):
    monkeypatch.setattr("sys.stdin", Keyboard(""))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    answer = mentor("import", "--yes", bundle)
    assert answer.code == 0
    assert "取り込みますか" not in answer.err


def test_dry_run_only_shows(mentor, bundle):
    before = mentor.state.read_bytes()
    answer = mentor("import", "--dry-run", bundle)
    assert (answer.code, answer.out) == (0, "")
    assert "新規 4 件" in answer.err
    assert mentor.state.read_bytes() == before


def test_dry_run_needs_no_journal_and_makes_none(tmp_path, capsys, bundle):
    nobody = Terminal(tmp_path / "nobody", capsys)
    assert "新規 4 件" in nobody("import", "--dry-run", bundle).err
    assert not nobody.state.exists()


def test_journal_that_is_nobodys_takes_nothing_in(tmp_path, capsys, bundle):
    """Else the mentor would be taken for the only trainee in it."""
    nobody = Terminal(tmp_path / "nobody", capsys)
    for lang in ("ja", "en"):
        answer = nobody("--lang", lang, "import", bundle)
        assert (answer.code, answer.out) == (2, "")
        assert "ikusei me" in answer.err
    assert not nobody.state.exists()
    Journal.open(nobody.state, create=True).close()
    assert nobody("import", bundle).code == 2


def test_mentor_stays_who_they_are(mentor, bundle):
    before = mentor("me").out
    mentor("import", bundle)
    assert mentor("me").out == before
    assert "佐藤 花" in mentor("status").out


def test_trainee_takes_only_what_is_about_them(begun, tmp_path, capsys):
    """Ken's bundle in Hana's journal."""
    ken = Terminal(tmp_path / "ken", capsys)
    ken("begin", "鈴木 健", "--role", "ir", "--step", 1)
    bundle = tmp_path / "ken.ikusei"
    ken("export", "-o", bundle)
    before = begun.state.read_bytes()
    for lang, told in (("ja", "4 行目: ほかの人"), ("en", "Line 4 is about somebody else")):
        answer = begun("--lang", lang, "import", bundle)
        assert (answer.code, answer.out) == (2, "")
        assert told in answer.err
        assert "--everyone" in answer.err
    assert begun.state.read_bytes() == before
    assert begun("import", "--everyone", bundle).code == 0
    assert "佐藤 花" in begun("status").out


def test_refused_bundle_is_one_sentence_with_its_line(mentor, bundle):
    raw = bundle.read_bytes().replace("深夜帯".encode(), "早朝帯".encode())
    bundle.write_bytes(raw)
    before = mentor.state.read_bytes()
    for lang, told in (("ja", "5 行目: 書かれたときの記録と違います"), ("en", "Line 5 is not the record")):
        answer = mentor("--lang", lang, "import", bundle)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert told in answer.err
    assert mentor.state.read_bytes() == before


def test_what_is_no_file_is_refused(mentor, tmp_path):
    for path in (tmp_path, tmp_path / "nothing"):
        answer = mentor("import", path)
        assert answer.code == 2
        assert str(path) in answer.err


def test_fork_is_taken_in_and_needs_a_look(worked, bundle, mentor, tmp_path):
    """One state file was continued in two places."""
    copy = worked.state.read_bytes()
    worked("log", "soc.2.alone", "-m", "こちら")
    first, second = tmp_path / "first", tmp_path / "second"
    worked("export", "-o", first)
    with worked.state.open("r+b") as file:  # put back in place: the same inode
        file.truncate(0)
        file.write(copy)
    shutil.rmtree(worked.home / ".local/state")  # with what was noted outside the file: nothing is left to notice it by
    worked("log", "soc.2.alone", "-m", "あちら")
    worked("export", "-o", second)
    assert mentor("import", first).code == 0
    answer = mentor("import", second)
    assert answer.code == 1
    assert "分岐" in answer.err
    assert "取り込みました" in answer.out
    assert "記録は 5 番から 2 通りあります" in mentor("doctor").out
    assert len(hana_entries(mentor)) == 3


def test_clock_far_ahead_is_told_and_taken_in(begun, mentor, tmp_path):
    with Journal.open(begun.state, clock=lambda: 4_102_444_800_000) as journal:
        journal.append([NewEvent(Kind.TICK, hana_of(begun), "soc.2.alone.scope", {"on": True})], author=hana_of(begun))
    bundle = tmp_path / "ahead"
    begun("export", "-o", bundle)
    answer = mentor("import", bundle)
    assert answer.code == 1
    assert "2100-01-01" in answer.err
    assert "取り込みました" in answer.out


def test_part_of_a_chain_is_told_and_fine(worked, mentor, bundle, tmp_path):
    mentor("import", bundle)
    part = tmp_path / "part"
    mentor("export", "-t", "佐藤 花", "-o", part)
    answer = mentor("import", part)
    assert answer.code == 0
    other = tmp_path / "since"
    worked("log", "soc.2.alone")
    worked("export", "--since", bundle, "-o", other)
    lead = Terminal(tmp_path / "lead", mentor._capsys)
    lead("me", "責任者")
    answer = lead("import", other)
    assert answer.code == 0
    assert "一部だけが届いています" in answer.err
    assert "5 番より前のものがまだここにありません" in lead("doctor").out


def test_hostile_name_cannot_drive_the_terminal(mentor, bundle):
    header, *rest = bundle.read_text(encoding="utf-8").splitlines(keepends=True)
    loaded = json.loads(header)
    loaded["people"] = dict.fromkeys(loaded["people"], "\x1b]52;c;aGk=\x07")
    bundle.write_text(json.dumps(loaded) + "\n" + "".join(rest), encoding="utf-8")
    answer = mentor("import", bundle)
    assert answer.code == 2
    assert "\x1b" not in answer.err


def test_starts_that_move_no_bundle_import_nothing_of_it(worked):
    from test_cli_imports import imported_by

    for args in (("status", "--json"), ("log", "soc.2.paired"), ("journal",), ("--help",)):
        loaded = imported_by(worked, *args)
        assert not {name for name in loaded if name.startswith(("tui.journal.bundle", "tui.journal.merge"))}
        assert "tui.cli.import_" not in loaded


# -- who reads it ----------------------------------------------------------------------------------------------------


def test_export_says_for_whom_it_is_by_the_roster(worked, tmp_path):
    me = hana_of(worked)
    trust = worked.state.with_name("trust")
    trust.mkdir()
    (trust / "allowed_signers").touch()
    people = "".join(
        f'[[person]]\nid = "{each}"\nname = "{name}"\n' for each, name in ((me, "佐藤 花"), ("p-t", "田中 実"))
    )
    head = '[roster]\nid = "soc"\nversion = "1"\n'
    past = f'[[mentor]]\nmentor = "p-t"\ntrainee = "{me}"\nuntil = 2020-01-01\n'
    for rows, ja, en in (
        (f'[[mentor]]\nmentor = "p-t"\ntrainee = "{me}"\n', "指導者は 田中 実 です", "is mentored by 田中 実 now"),
        (past, "指導者がいません", "nobody mentors 佐藤 花 now"),
    ):
        (trust / "roster.toml").write_text(head + people + rows, encoding="utf-8")
        for lang, told, clear in (("ja", ja, "入手した人は誰でも"), ("en", en, "whoever gets it can read")):
            answer = worked("--lang", lang, "export", "-o", "-")
            assert told in answer.err
            assert clear in answer.err
    (trust / "roster.toml").write_text("broken", encoding="utf-8")
    answer = worked("export", "-o", tmp_path / "out")
    # The roster that was seen last says whom it is for, and that it isn't the one that lies there is told.
    assert (answer.code, "指導者がいません" in answer.err, "roster check" in answer.err) == (0, True, True)


def test_a_lead_with_one_trainees_records_writes_nothing_in_their_name(mentor, bundle):
    mentor("import", bundle)
    before = mentor("journal", "--json").json
    for args in (("log", "soc.2.alone"), ("tick", "soc.1.overview.flow"), ("claim", "soc.2.alone"), ("follow", "ir")):
        answer = mentor(*args)
        assert (answer.code, answer.out) == (2, ""), args
    assert mentor("journal", "--json").json == before
    assert "佐藤 花" in mentor("team", "--list").out
