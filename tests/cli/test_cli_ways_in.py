"""The ways into a mentor's review by the command line: a file that only its owner writes, a pipe, a stick, a folder."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing as closing_file

import pytest
from cli_world import POLICY, Terminal

from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.workbook.exchange.inbox import pick_up

POINTS = ("scope", "close", "traces", "stop", "record")
ALONE = "soc.2.alone"


@pytest.fixture
def claimed(begun):
    begun("log", ALONE, "-m", "夜間の一次切り分け")
    begun("tick", *(f"{ALONE}.{point}" for point in POINTS))
    assert begun("claim", ALONE).code == 0
    return begun


@pytest.fixture
def mentor(tmp_path, capsys):
    """Somebody with a home of their own, who has said who they are."""
    other = Terminal(tmp_path / "mentor", capsys)
    assert other("me", "田中 実").code == 0
    other.policy.write_text(POLICY, encoding="utf-8")
    return other


def bundle_of(terminal, path, *args):
    assert terminal("export", "-o", path, *args).code == 0
    return path


def piped(monkeypatch, path):
    """What standard input brings."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))


# -- a file that is looked at ------------------------------------------------------------------------------------------


def test_state_may_stand_behind_the_verb(claimed, mentor):
    assert ALONE in mentor("review", "--state", claimed.state, "--list").out
    assert mentor("confirm", ALONE, "--state", claimed.state).code == 0
    claimed.takes_in()
    assert claimed.standing(ALONE)["state"] == "confirmed"
    assert mentor("--demo", "status", "--state", claimed.state).code == 2


def test_decision_is_kept_in_the_own_journal_and_goes_through_the_drop_folder(claimed, mentor):
    before = claimed.state.read_bytes()
    assert ALONE in mentor("--state", claimed.state, "review", "--list").out
    for lang, told in (("ja", "本人の ikusei が取り込みます"), ("en", "the trainee's ikusei takes it in")):
        answer = mentor("--lang", lang, "--state", claimed.state, "comment", ALONE, "-m", "見ています")
        assert (answer.code, told in answer.err) == (0, True)
    assert mentor("--state", claimed.state, "confirm", ALONE, "-m", "よく書けています").code == 0
    assert claimed.state.read_bytes() == before
    assert mentor("--state", claimed.state, "review", "--list").code == 1
    claimed.takes_in()
    assert claimed.standing(ALONE)["state"] == "confirmed"


def test_what_is_said_twice_before_anybody_takes_it_in_arrives_whole(claimed, mentor):
    """The second bundle takes the place of the first in the drop folder, and holds what was in it."""
    state = ("--state", claimed.state)
    assert mentor(*state, "comment", ALONE, "-m", "来週いっしょに見ましょう").code == 0
    assert mentor(*state, "confirm", ALONE).code == 0
    assert len(list(claimed.state.with_name("inbox").iterdir())) == 1
    claimed.takes_in()
    assert claimed.standing(ALONE)["state"] == "confirmed"
    assert "コメント" in claimed("journal").out


@pytest.mark.parametrize("what", ["file", "link", "pipe"])
def test_decision_that_cannot_be_put_into_the_drop_folder_stays_and_says_how_to_send_it(
    claimed, mentor, tmp_path, what
):
    inbox, before = claimed.state.with_name("inbox"), claimed.state.read_bytes()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    {
        "file": lambda: inbox.write_text("in the way"),
        "link": lambda: inbox.symlink_to(elsewhere),
        "pipe": lambda: os.mkfifo(inbox),
    }[what]()
    for lang, told in (("ja", "自分の台帳に記録しました"), ("en", "Kept in your own journal")):
        answer = mentor("--lang", lang, "--state", claimed.state, "comment", ALONE, "-m", "見ました")
        assert (answer.code, told in answer.err) == (0, True)
        assert "`ikusei export --decisions -t '佐藤 花' -o FILE`" in answer.err
    assert mentor("--state", claimed.state, "return", ALONE, "-m", "二件目の根拠を足してください").code == 0
    assert list(elsewhere.iterdir()) == []
    assert claimed.state.read_bytes() == before
    assert mentor("--state", claimed.state, "review", "--list").code == 1
    assert claimed("import", bundle_of(mentor, tmp_path / "back", "--decisions")).code == 0
    assert claimed.standing(ALONE)["state"] == "returned"
    assert "二件目の根拠" in claimed("show", ALONE).out


ROSTER = """\
[roster]
id = "soc"
version = "1"
utc_offset = "+09:00"

[[person]]
id = "{trainee}"
name = "佐藤 花"

[[person]]
id = "{mentor}"
name = "田中 実"

[[mentor]]
mentor = "{mentor}"
trainee = "{trainee}"

[[host]]
trainee = "{trainee}"
ssh = "hana@soc-3"
inbox = "{inbox}"
"""


@pytest.fixture
def drop(claimed, mentor, tmp_path):
    """The roster beside the mentor's journal names a drop folder for the trainee."""
    folder = tmp_path / "drop"
    ids = {"trainee": claimed("status", "--json").json["trainee"]["id"], "mentor": mentor("me").id}
    trust = mentor.state.with_name("trust")
    trust.mkdir()
    (trust / "allowed_signers").touch()
    (trust / "roster.toml").write_text(ROSTER.format(inbox=folder, **ids), encoding="utf-8")
    return folder


def test_roster_says_where_the_drop_folder_lies(claimed, mentor, drop):
    answer = mentor("--state", claimed.state, "confirm", ALONE)
    assert (answer.code, str(drop) in answer.err) == (0, True), answer
    assert len(list(drop.glob("*.ikusei"))) == 1
    assert not claimed.state.with_name("inbox").exists()


def test_where_push_reaches_the_trainee_it_is_what_is_named(claimed, mentor, drop):
    drop.write_text("in the way")
    answer = mentor("--state", claimed.state, "confirm", ALONE)
    assert (answer.code, "`ikusei push '佐藤 花'`" in answer.err) == (0, True)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[numbers]\n"soc.2.alone.times" = 99\n', "soc.2.alone.times 99 (こちらは 1)"),
        ("[numbers]\n" + "".join(f'"k{n}" = {n}\n' for n in range(9)), "ほか 5"),
        ('[numbers]\n"\\u001b]52;c;eA==\\u0007" = 1\n', "本人の policy.toml"),
        ("[numbers]\nnothing", ""),
        ("numbers = 1", ""),
        ("[" * 5000, ""),
        ("#" * 100_000 + '\n[numbers]\n"soc.2.alone.times" = 99\n', ""),
    ],
)
def test_other_numbers_beside_the_file_are_told_and_not_used(claimed, mentor, text, told):
    claimed.policy.write_text(text, encoding="utf-8")
    answer = mentor("--state", claimed.state, "review", "--list")
    assert answer.code == 0
    assert told in answer.err
    assert ("policy.toml" in answer.err) == bool(told)
    assert "\x1b" not in answer.err
    assert mentor("--state", claimed.state, "confirm", ALONE).code == 0


def test_first_look_that_is_interrupted_leaves_nothing_half_read(claimed, mentor, monkeypatch):
    told = []

    def interrupted(_out, sentence):
        told.append(sentence)
        if sentence:
            raise KeyboardInterrupt

    monkeypatch.setattr("tui.journal.foreign._AT_ONCE", 1)
    with monkeypatch.context() as once:
        once.setattr("tui.cli.line.out.Out.progress", interrupted)
        assert mentor("--state", claimed.state, "review", "--list").code == 130
    assert told == [f"{claimed.state} を読んでいます: 1 行", ""]
    assert ALONE in mentor("--state", claimed.state, "review", "--list").out


def test_only_the_trainees_of_the_file_are_looked_at(claimed, mentor, tmp_path, capsys):
    ken = Terminal(tmp_path / "ken", capsys)
    ken("begin", "鈴木 健", "--role", "soc", "--step", "2")
    ken.policy.write_text(POLICY, encoding="utf-8")
    ken("log", ALONE)
    ken("tick", *(f"{ALONE}.{point}" for point in POINTS))
    ken("claim", ALONE)
    mentor("import", bundle_of(ken, tmp_path / "ken.ikusei"))
    listed = mentor("--state", claimed.state, "review", "--json").json
    assert [each["trainee"]["name"] for each in listed] == ["佐藤 花"]
    assert len(mentor("review", "--json").json) == 2


def test_what_came_since_is_taken_over_at_the_next_look(claimed, mentor):
    mentor("--state", claimed.state, "confirm", ALONE)
    claimed("log", ALONE, "-m", "あとから")
    mentor("--state", claimed.state, "review", "--list")
    assert all_hashes(claimed) <= all_hashes(mentor)


def test_fork_that_ends_where_the_known_chain_ends_is_seen(claimed, mentor, tmp_path):
    """The mentor knows one branch; the file has both, and the other one is as long."""
    copy = claimed.state.read_bytes()
    claimed("log", ALONE, "-m", "こちら")
    one = bundle_of(claimed, tmp_path / "one")
    mentor("--state", claimed.state, "review", "--list")
    with claimed.state.open("r+b") as file:  # put back in place: the same inode
        file.truncate(0)
        file.write(copy)
    claimed("log", ALONE, "-m", "あちら")
    claimed("import", one)
    mentor("--state", claimed.state, "review", "--list")
    assert all_hashes(claimed) <= all_hashes(mentor)


def all_hashes(terminal):
    with Journal.open(terminal.state, write=False) as journal:
        return set(journal.store.each(str, "SELECT hash FROM event"))


def test_entry_that_was_changed_is_left_out_and_told_and_its_claim_confirmed_by_nobody(claimed, mentor):
    with closing_file(sqlite3.connect(claimed.state)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f'DROP TRIGGER "{name}"')
        (changed,) = raw.execute("SELECT hash FROM event WHERE kind = 'entry'").fetchone()
        raw.execute("UPDATE event SET body = replace(body, '夜間', '昼間') WHERE kind = 'entry'")
        raw.commit()
    state = ("--state", claimed.state)
    listed = mentor(*state, "review", "--list")
    assert f"記録 {changed[:12]} は書かれたときのままではない" in listed.err
    for lang, told in (("ja", "この台帳にない実績"), ("en", "aren't in this journal")):
        answer = mentor("--lang", lang, *state, "confirm", ALONE)
        assert (answer.code, told in answer.err) == (2, True)
    assert mentor(*state, "return", ALONE, "-m", "実績が変えられています").code == 0
    assert changed not in all_hashes(mentor)


# -- people ----------------------------------------------------------------------------------------------------------


def test_trainee_is_named_as_everywhere(claimed, mentor):
    state = ("--state", claimed.state)
    for typed in ("佐藤　花", "P-", "p-"):
        assert mentor(*state, "return", ALONE, "-t", typed, "-m", "もう一度").code == 0
        claimed.takes_in()
        claimed("claim", ALONE)
    answer = mentor(*state, "confirm", ALONE, "-t", "鈴木")
    assert answer.code == 2
    assert "佐藤 花" in answer.err


# -- by pipe, on a stick ---------------------------------------------------------------------------------------------


def test_bundle_by_pipe_is_listed_from_the_own_journal(claimed, mentor, tmp_path, monkeypatch):
    bundle = bundle_of(claimed, tmp_path / "hana.ikusei")
    piped(monkeypatch, bundle)
    answer = mentor("review", "-", "--json")
    assert [each["criterion"] for each in answer.json] == [ALONE]
    assert "新しい記録" in answer.err
    assert "佐藤 花" in answer.err
    assert mentor("confirm", ALONE).code == 0
    piped(monkeypatch, bundle)
    again = mentor("--lang", "en", "review", "-", "--list")
    assert again.code == 1
    assert "all of its records already" in again.err


def test_bundle_on_a_stick(claimed, mentor, tmp_path):
    bundle = bundle_of(claimed, tmp_path / "hana.ikusei")
    assert ALONE in mentor("review", bundle, "--list").out
    assert ALONE in mentor("review", "--list").out


@pytest.mark.parametrize("damage", [lambda raw: raw[:-9], lambda raw: b"Welcome!\n" + raw, lambda raw: b""])
def test_refused_bundle_leaves_the_own_journal_as_it_was(claimed, mentor, tmp_path, damage):
    bundle = bundle_of(claimed, tmp_path / "hana.ikusei")
    bundle.write_bytes(damage(bundle.read_bytes()))
    before = mentor.state.read_bytes()
    answer = mentor("review", bundle, "--list")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert mentor.state.read_bytes() == before


def test_bundle_for_somebody_who_has_not_said_who_they_are(claimed, tmp_path, capsys):
    bundle = bundle_of(claimed, tmp_path / "hana.ikusei")
    nobody = Terminal(tmp_path / "nobody", capsys)
    answer = nobody("review", bundle, "--list")
    assert answer.code == 2
    assert "ikusei me" in answer.err
    assert not nobody.state.exists()


def test_state_file_in_the_place_of_a_bundle_says_how_to_open_it(claimed, mentor):
    for lang in ("ja", "en"):
        answer = mentor("--lang", lang, "review", claimed.state, "--list")
        assert answer.code == 2
        assert f"ikusei review --state {claimed.state}" in answer.err


class Keyboard(io.StringIO):
    def isatty(self):
        return True


def test_review_of_a_pipe_without_a_pipe_says_how(mentor, monkeypatch):
    monkeypatch.setattr("sys.stdin", Keyboard(""))
    for lang in ("ja", "en"):
        answer = mentor("--lang", lang, "review", "-", "--list")
        assert answer.code == 2
        assert "ikusei export | ikusei review -" in answer.err


# -- the drop folder -------------------------------------------------------------------------------------------------


@pytest.fixture
def returned(claimed, mentor, tmp_path):
    """The mentor has returned the claim; what he said lies in a bundle."""
    mentor("import", bundle_of(claimed, tmp_path / "there"))
    mentor("return", ALONE, "-m", "根拠を足してください")
    return bundle_of(mentor, tmp_path / "back.ikusei", "--decisions")


@pytest.fixture
def inbox(claimed):
    folder = claimed.state.with_name("inbox")
    folder.mkdir()
    return folder


def dropped(inbox, bundle, name="tanaka.ikusei"):
    (inbox / name).write_bytes(bundle.read_bytes())
    return inbox / name


def test_drop_folder_is_emptied_into_the_journal(claimed, returned, inbox):
    path = dropped(inbox, returned)
    answer = claimed("import", "--inbox")
    assert answer.code == 0
    assert "田中 実 が差し戻し 1" in answer.out
    assert claimed.standing(ALONE)["state"] == "returned"
    assert not path.exists()
    assert (inbox / "taken" / "tanaka.ikusei").read_bytes() == returned.read_bytes()
    again = claimed("--lang", "en", "import", "--inbox")
    assert (again.code, again.out) == (0, "")
    assert "no bundle" in again.err


def test_what_is_taken_writes_over_nothing(claimed, returned, inbox):
    for _ in range(3):
        dropped(inbox, returned)
        assert claimed("import", "--inbox").code == 0
    names = sorted(each.name for each in (inbox / "taken").iterdir())
    assert names == ["tanaka-2.ikusei", "tanaka-3.ikusei", "tanaka.ikusei"]


def test_refused_files_stay_and_are_named_and_the_others_come(claimed, returned, inbox, tmp_path):
    dropped(inbox, returned, "whole.jsonl")
    cut = dropped(inbox, returned, "cut.ikusei")
    cut.write_bytes(cut.read_bytes()[:-20])
    os.mkfifo(inbox / "pipe.ikusei")
    (inbox / "link.ikusei").symlink_to(returned)
    (inbox / ".part.ikusei").write_text("x")
    (inbox / "notes.txt").write_text("x")
    answer = claimed("import", "--inbox")
    assert answer.code == 1
    assert "差し戻し 1" in answer.out
    for name in ("cut.ikusei", "pipe.ikusei", "link.ikusei"):
        assert name in answer.err
        assert os.path.lexists(inbox / name)
    assert "notes.txt" not in answer.err
    assert ".part" not in answer.err
    cut.write_bytes(returned.read_bytes())  # now it is whole
    (inbox / "pipe.ikusei").unlink()
    (inbox / "link.ikusei").unlink()
    assert claimed("import", "--inbox").code == 0


def test_dry_run_of_the_drop_folder_only_shows(claimed, returned, inbox):
    path = dropped(inbox, returned)
    before = claimed.state.read_bytes()
    answer = claimed("import", "--inbox", "--dry-run")
    assert (answer.code, answer.out) == (0, "")
    assert "判定 1" in answer.err
    assert path.exists()
    assert claimed.state.read_bytes() == before


def test_somebody_elses_records_stay_in_the_drop_folder(claimed, inbox, tmp_path, capsys):
    ken = Terminal(tmp_path / "ken", capsys)
    ken("begin", "鈴木 健", "--role", "ir", "--step", "1")
    path = dropped(inbox, bundle_of(ken, tmp_path / "ken.bundle"))
    answer = claimed("import", "--inbox")
    assert answer.code == 1
    assert "ほかの人" in answer.err
    assert path.exists()


def test_drop_folder_elsewhere(claimed, returned, tmp_path):
    claimed.env["IKUSEI_INBOX"] = str(tmp_path / "drop")
    (tmp_path / "drop").mkdir()
    dropped(tmp_path / "drop", returned)
    assert "差し戻し 1" in claimed("import", "--inbox").out


@pytest.mark.parametrize("args", [(), ("--inbox", "x.ikusei")])
def test_either_a_file_or_the_drop_folder(claimed, args):
    for lang in ("ja", "en"):
        answer = claimed("--lang", lang, "import", *args)
        assert answer.code == 2
        assert "--inbox" in answer.err


# -- what a start takes in -------------------------------------------------------------------------------------------


@pytest.fixture
def start(claimed, monkeypatch):
    """Starts ikusei; gives what its first screen says."""

    def started(terminal=claimed):
        told = []
        monkeypatch.setattr("tui.cli.screen._prepare", lambda *_, **__: None)

        def shown(_cli, _target, _book, said, *, stayed, inbox):
            told.extend([*said, *(f"{path.name} {error.key}" for path, error in stayed)])
            return 0

        monkeypatch.setattr("tui.cli.screen._show", shown)
        assert terminal().code == 0
        return told

    return started


def test_start_without_a_drop_folder_says_nothing(start):
    assert start() == []


def test_start_takes_in_what_mentors_said(claimed, returned, inbox, start):
    dropped(inbox, returned)
    (said,) = start()
    assert said == "受け箱から 1 件: 田中 実 が差し戻し 1"
    assert claimed.standing(ALONE)["state"] == "returned"
    assert start() == []


def test_start_leaves_what_is_more_than_mentors_said(claimed, inbox, tmp_path, capsys, start):
    """What somebody wrote in the trainee's own name is not taken in without being asked for."""
    with Journal.open(tmp_path / "forged.sqlite", create=True) as journal:
        trainee = claimed("status", "--json").json["trainee"]["id"]
        body = {"items": [ALONE], "day": "2026-11-20", "supervision": "alone", "note": "していない仕事"}
        journal.append([NewEvent(Kind.ENTRY, trainee, body=body)], author=trainee)
    forger = Terminal(tmp_path / "forger", capsys)
    assert forger("--state", tmp_path / "forged.sqlite", "export", "-o", inbox / "forged.ikusei").code == 0
    before = claimed.standing(ALONE)["standing"]
    (said,) = start()
    assert said == "forged.ikusei transport.inbox.more_than_said"
    assert claimed.standing(ALONE)["standing"] == before
    assert (inbox / "forged.ikusei").exists()


def test_start_takes_no_other_name_for_the_trainee(claimed, inbox, tmp_path, start):
    trainee = claimed("status", "--json").json["trainee"]["id"]
    with Journal.open(tmp_path / "forged.sqlite", create=True) as journal:
        journal.append([NewEvent(Kind.PERSON, trainee, body={"name": "別の名前"})], author=trainee)
    assert claimed("--state", tmp_path / "forged.sqlite", "export", "-o", inbox / "name.ikusei").code == 0
    assert start() == ["name.ikusei transport.inbox.more_than_said"]
    assert claimed("status", "--json").json["trainee"]["name"] == "佐藤 花"


def test_start_names_every_file_that_stays_and_what_came(inbox, returned, start):
    dropped(inbox, returned)
    for name in ("a.ikusei", "z.ikusei"):
        (inbox / name).write_text("x\n")
    came, *stayed = start()
    assert "差し戻し 1" in came
    assert stayed == ["a.ikusei bundle.not_one", "z.ikusei bundle.not_one"]


def test_start_opens_where_the_journal_is_damaged(claimed, inbox, returned, start):
    dropped(inbox, returned)
    with closing_file(sqlite3.connect(claimed.state)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f'DROP TRIGGER "{name}"')
        raw.commit()
    assert start() == ["inbox journal.guards"]
    assert (inbox / "tanaka.ikusei").exists()


def test_start_before_anybody_has_begun_leaves_the_drop_folder_alone(tmp_path, capsys, returned, start):
    fresh = Terminal(tmp_path / "fresh", capsys)
    inbox = fresh.state.with_name("inbox")
    inbox.mkdir(parents=True)
    path = dropped(inbox, returned)
    assert start(fresh) == []
    assert path.exists()


def test_start_without_a_drop_folder_imports_nothing_of_bundles(claimed):
    script = (
        "import sys; import tui.cli.screen as s; s._prepare = lambda *a, **k: None; s._show = lambda *a, **k: 0\n"
        "from tui.cli.run import run; run([]); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **claimed.env}, capture_output=True, text=True, check=True
    )
    loaded = done.stdout.split()
    assert "tui.workbook.exchange.inbox" in loaded
    assert not [name for name in loaded if name.startswith(("tui.journal.bundle", "tui.workbook.exchange.intake"))]


def test_bundle_in_the_drop_folder_says_who_decided_what(claimed, returned, inbox):
    header = json.loads(returned.read_text(encoding="utf-8").splitlines()[0])
    assert header["selection"]["decisions"]
    dropped(inbox, returned)
    assert "田中 実: returned 1" in claimed("--lang", "en", "import", "--inbox").out


# -- races and obstacles ---------------------------------------------------------------------------------------------


def test_file_that_is_replaced_while_it_is_read_is_not_put_away(claimed, returned, inbox):
    path = dropped(inbox, returned)

    def meanwhile(_found):
        other = path.with_name(".new")
        other.write_text("another one\n")
        other.replace(path)

    with Journal.open(claimed.state) as journal:
        picked = pick_up(journal, inbox, None, meanwhile)
    assert [(each.name, error.key) for each, error in picked.stayed] == [(path.name, "transport.inbox.replaced")]
    assert path.read_text() == "another one\n"


def test_file_that_another_ikusei_has_put_away_is_no_error(claimed, returned, inbox):
    path = dropped(inbox, returned)
    with Journal.open(claimed.state) as journal:
        picked = pick_up(journal, inbox, None, lambda _: path.unlink())
    assert (picked.files, picked.stayed) == (1, ())
    assert list((inbox / "taken").iterdir()) == []


def test_file_that_cannot_be_put_away_is_taken_in_and_told(claimed, returned, inbox):
    path = dropped(inbox, returned)
    (inbox / "taken").write_text("in the way")
    for lang, told in (("ja", "移せません"), ("en", "can't be moved")):
        answer = claimed("--lang", lang, "import", "--inbox")
        assert (answer.code, told in answer.err) == (1, True)
    assert claimed.standing(ALONE)["state"] == "returned"
    assert path.exists()


def test_who_is_brought_up_and_mentors_keeps_one_journal_for_both(claimed, tmp_path, capsys):
    ken = Terminal(tmp_path / "both", capsys)
    ken("begin", "鈴木 健", "--role", "ir", "--step", "1")
    ken.policy.write_text(POLICY, encoding="utf-8")
    answer = ken("review", bundle_of(claimed, tmp_path / "hana.bundle"), "--json")
    assert [each["trainee"]["name"] for each in answer.json] == ["佐藤 花"]
    assert "鈴木 健" in ken("status").out
    assert ken("me").out.split()[1:] == ["鈴木", "健"]
    assert ken("confirm", ALONE).code == 0


def test_who_one_is_stands_where_the_variable_says(ikusei, tmp_path):
    ikusei.env["IKUSEI_ME"] = str(tmp_path / "desk" / "me.sqlite")
    said = ikusei("me", "田中 実")
    assert said.code == 0
    assert not ikusei.state.exists()
    assert ikusei("me").out == said.out
    ikusei.env["IKUSEI_STATE"] = str(tmp_path / "elsewhere.sqlite")
    assert ikusei("me").out == said.out
