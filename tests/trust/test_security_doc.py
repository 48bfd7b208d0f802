"""The commands of ``docs/security.md`` are run as they stand there, and do what the page says; so does its twin."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import which

import pytest
from trust_world import NOON, fingerprint, keygen, public, raw_manifest, raw_sign

import tui
from tui.journal.canonical import Record
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.trust.statement import signed_bytes, statement

ROOT = Path(tui.__file__).parents[1]
NAMES = {"en": "security.md", "ja": "security.ja.md"}
PAGES = {lang: (ROOT / "docs" / name).read_text(encoding="utf-8") for lang, name in NAMES.items()}
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r" +# .*")

SQLITE = """\
import sqlite3, sys
state = sqlite3.connect(f"file:{sys.argv[-2]}?mode=ro", uri=True)
try:
    for row in state.execute(sys.argv[-1]):
        print(*row, sep="|")
except sqlite3.Error as error:
    sys.exit(f"Error: {error}")
"""
"""What the page needs of the shell ``sqlite3``, for machines that have none."""


def blocks(lang):
    found = BLOCK.findall(PAGES[lang])
    return [(kind, re.sub(f"^{indent}", "", text, flags=re.MULTILINE)) for indent, kind, text in found]


def test_both_pages_have_the_same_commands_headings_rows_and_words_of_code():
    assert [(kind, COMMENT.sub("", text)) for kind, text in blocks("en")] == [
        (kind, COMMENT.sub("", text)) for kind, text in blocks("ja")
    ]
    for line in (r"^#+ ", r"^\| ", r"^\d+\. ", r"^\* "):
        assert len(re.findall(line, PAGES["en"], re.MULTILINE)) == len(re.findall(line, PAGES["ja"], re.MULTILINE))
    # File names, options and values in the text are the same facts in any language.
    assert words("en") == words("ja")
    assert "[日本語](security.ja.md)" in PAGES["en"]
    assert "[English](security.md)" in PAGES["ja"]


def words(lang):
    named = re.findall(r"`([^`]+)`", BLOCK.sub("", PAGES[lang]))
    return {each.removesuffix(".ja.md").removesuffix(".md") for each in named}  # pages stand in both languages


def sections(lang="en"):
    """The commands before those of the auditor, and the auditor's own."""
    setup, by_hand = [], []
    for kind, text in blocks(lang):
        (by_hand if by_hand or "stop()" in text else setup).append((kind, text))
    return setup, "".join(text for _, text in by_hand)


def run(home, script, folder, shell=("bash", "-e", "-o", "pipefail")):
    env = {
        "HOME": str(home),
        "TMPDIR": str(home),
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "SSH_ASKPASS": str(home / "bin/typed"),
        "SSH_ASKPASS_REQUIRE": "force",
    }
    command = [*shell, "-c", script]
    return subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def office(tmp_path_factory, keys):
    """The home of a lead who has done what the page says, with the file of a trainee whose STEP is signed."""
    home = tmp_path_factory.mktemp("office")
    (home / ".ssh").mkdir(mode=0o700)
    (home / "bin").mkdir()
    scripts = {
        "ikusei": f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"',
        "typed": "echo 'correct horse'",
    }
    if which("sqlite3") is None:
        (home / "bin/shell.py").write_text(SQLITE)
        scripts["sqlite3"] = f'exec "{sys.executable}" "{home / "bin/shell.py"}" "$@"'
    for name, script in scripts.items():
        (home / "bin" / name).write_text(f"#!/bin/sh\n{script}\n")
        (home / "bin" / name).chmod(0o755)
    folder = home / ".local/share/ikusei/trust"
    folder.mkdir(parents=True)
    (folder / "tanaka.pub").write_bytes((keys / "tanaka.pub").read_bytes())
    for kind, text in sections()[0]:
        if kind == "toml":
            (folder / "roster.toml").write_text(text, encoding="utf-8")
        elif kind == "sh":
            done = run(home, text, folder)
            assert done.returncode == 0, (text, done.stdout, done.stderr)
    # The passphrase is typed by a program here; the sign-off is signed by the same key without one.
    shutil.copy(home / ".ssh/ikusei_lead", home / "lead")
    shutil.copy(home / ".ssh/ikusei_lead.pub", home / "lead.pub")
    keygen("-p", "-q", "-P", "correct horse", "-N", "", "-f", home / "lead")
    (home / "lead.fingerprint").write_text(fingerprint(home / "lead") + "\n")
    signed_step(home / ".local/share/ikusei/state.sqlite", {"p-tanaka": keys / "tanaka", "p-yamada": home / "lead"})
    return home


def signed_step(path, keys, head=("", "")):
    """Sato logs two things, corrects one, and claims twice; Tanaka confirms, Yamada signs the STEP."""
    clock = iter(range(int(NOON.timestamp() * 1000), 10**15))
    path.unlink(missing_ok=True)
    with Journal.open(path, create=True, clock=lambda: next(clock)) as journal:

        def say(kind, item, body, author="p-sato"):
            (made,) = journal.append([NewEvent(kind, "p-sato", item, body, ("nca-isogj", "1.0.0"))], author=author)
            if author in keys:
                text = statement(made)
                armoured = raw_sign(keys[author], signed_bytes(text), "ikusei-signoff")
                body = {"event": made.hash, "text": text, "signature": armoured}
                journal.append([NewEvent(Kind.SIGNATURE, "p-sato", body=body)], author=author)
            return made.hash

        work = {
            "items": ["soc.2.paired"],
            "day": "2026-11-19",
            "quantity": 3,
            "supervision": "paired",
            "note": "か\u3099んばった",
        }
        decisions = []
        for item in ("soc.2.paired", "soc.2.alone"):
            entry = say(Kind.ENTRY, "", {**work, "items": [item], "evidence": [{"ref": "a.log", "sha256": "ab" * 32}]})
            better = say(Kind.CORRECTION, "", {**work, "items": [item], "quantity": 4, "entry": entry})
            claim = say(Kind.CLAIM, item, {"entries": [entry], "states": {entry: better}, "comment": "お願いします"})
            body = {"claim": claim, "verdict": "confirmed", "reason": "“10 回”\nとも\\手順どおり ⚠"}
            body["heads"] = dict(journal.heads("p-sato"))
            decisions.append(say(Kind.DECISION, item, body, "p-tanaka"))
        waived = say(Kind.WAIVER, "soc.2.verdict", {"reason": "対象の機器がない", "on": True}, "p-yamada")
        body = {
            "declaration": "STEP 2 を承認する",
            "decisions": decisions,
            "waivers": [waived],
            "heads": dict(journal.heads("p-sato")),
        }
        if head[1]:
            (own,) = body["heads"]
            body["heads"][head[0] or own] = head[1]
        say(Kind.SIGNOFF, "soc.2", body, "p-yamada")


@pytest.fixture
def home(office, tmp_path):
    """A copy of it, to be changed."""
    return shutil.copytree(office, tmp_path / "home")


@pytest.mark.parametrize("shell", [("bash",), ("bash", "-e", "-o", "pipefail"), ("sh",)])
def test_the_page_is_a_way_from_nothing_to_a_step_checked_by_hand(home, shell):
    before = {path: path.read_bytes() for path in (home / ".local").rglob("*") if path.is_file()}
    done = run(home, sections()[1], home, shell)
    assert (done.returncode, done.stderr) == (0, "")
    good = [line.split(" with ")[0] for line in done.stdout.splitlines() if line.startswith("Good")]
    of = 'Good "ikusei-signoff" signature for {}@midori.example'
    assert sorted(good) == [of.format("tanaka"), of.format("tanaka"), of.format("yamada"), of.format("yamada")]
    shown = [line.split()[0] for line in done.stdout.splitlines() if line[0].islower()]
    one = ["decision", "claim", "entry", "correction"]
    assert shown == ["signoff", *one, *one, "waiver"]
    assert "“10 回”\\nとも\\\\手順どおり ⚠" in done.stdout
    assert before == {path: path.read_bytes() for path in (home / ".local").rglob("*") if path.is_file()}


def test_one_decision_can_be_checked_by_hand(home):
    hashes = [name for (name,) in rows_of(home, "SELECT hash FROM event WHERE kind = 'decision' ORDER BY clock")]
    done = run(home, f"event={hashes[0]}\n{sections()[1]}", home)
    assert done.returncode == 0, done.stderr
    assert f"decision {hashes[0]} soc.2.paired by p-tanaka about p-sato mentor" in done.stdout
    assert hashes[1] not in done.stdout


def state_of(home):
    return home / ".local/share/ikusei/state.sqlite"


def rows_of(home, sql):
    with closing(sqlite3.connect(state_of(home))) as state:
        return state.execute(sql).fetchall()


def rewrite(home, kind, old, new, *, column="body", anew=False):
    """Write *new* for *old* into the last row of *kind* that has it, past every guard; *anew*: with its true hash."""
    with closing(sqlite3.connect(state_of(home))) as state, state:
        for (name,) in state.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            state.execute(f"DROP TRIGGER {name}")
        where = f"kind = ? AND {column} LIKE ? ORDER BY clock DESC LIMIT 1"
        found = state.execute(f"SELECT * FROM event WHERE {where}", (kind, f"%{old}%")).fetchone()
        names = [about[1] for about in state.execute("PRAGMA table_info(event)")]
        row = dict(zip(names, found, strict=True))
        before = row["hash"]
        row[column] = row[column].replace(old, new, 1)
        made = Record(**row)
        assert made.digest() != before
        name = made.digest() if anew else before
        state.execute(f"UPDATE event SET {column} = ?, hash = ? WHERE hash = ?", (row[column], name, before))
    return before


NOT_WRITTEN, GONE = "isn't what was written: its hash is another", "is named, but isn't in the file"
ROWS = {
    "declaration of the sign-off": ("signoff", "承認する", "承認しない", NOT_WRITTEN),
    "STEP of the sign-off": ("signoff", "soc.2", "soc.3", NOT_WRITTEN, "item"),
    "whose sign-off": ("signoff", "p-sato", "p-abe", NOT_WRITTEN, "trainee"),
    "verdict of a decision": ("decision", "confirmed", "returned", NOT_WRITTEN),
    "reason of a decision": ("decision", "手順", "手抜", NOT_WRITTEN),
    "author of a decision": ("decision", "p-tanaka", "p-yamada", NOT_WRITTEN, "author"),
    "claim of a decision": ("decision", '"claim":"', '"claim":"0', NOT_WRITTEN),
    "entries of a claim": ("claim", '"entries":["', '"entries":["0', NOT_WRITTEN),
    "state of an entry in a claim": ("claim", '":"', '":"0', NOT_WRITTEN),
    "quantity of an entry": ("entry", '"quantity":3', '"quantity":30', NOT_WRITTEN),
    "reason of a waiver": ("waiver", "機器", "記録", NOT_WRITTEN),
    "note of an entry": ("entry", "んばった", "んばらなかった", NOT_WRITTEN),
    "day of an entry": ("entry", "2026-11-19", "2026-11-18", NOT_WRITTEN),
    "digest of evidence": ("entry", "abab", "acab", NOT_WRITTEN),
    "path of evidence": ("entry", "a.log", "b.log", NOT_WRITTEN),
    "quantity of a correction": ("correction", '"quantity":4', '"quantity":40', NOT_WRITTEN),
    "statement": ("signature", "手順", "手抜", NOT_WRITTEN),
    "signature": ("signature", "BEGIN SSH SIGNATURE-----\\nU", "BEGIN SSH SIGNATURE-----\\nV", NOT_WRITTEN),
    "pack of a row": ("entry", "1.0.0", "1.0.1", NOT_WRITTEN, "pack_version"),
}


@pytest.mark.parametrize("place", ROWS)
def test_an_altered_row_is_never_shown_beside_a_good_signature(home, place):
    kind, old, new, told, *column = ROWS[place]
    rewrite(home, kind, old, new, column=column[0] if column else "body")
    stopped(home, told)


ANEW = {
    "declaration of the sign-off": ("signoff", "承認する", "承認しない"),
    "a decision": ("decision", "手順", "手抜"),
    "a claim": ("claim", "お願い", "ご確認"),
    "an entry": ("entry", '"quantity":3', '"quantity":30'),
    "a correction": ("correction", '"quantity":4', '"quantity":40'),
    "a statement": ("signature", "STEP 2", "STEP 3"),
}


@pytest.mark.parametrize("place", ANEW)
def test_a_row_that_was_hashed_anew_is_never_shown_beside_a_good_signature(home, place):
    kind, old, new = ANEW[place]
    rewrite(home, kind, old, new, anew=True)
    stopped(home, "")


def anew_at_the_end(home, kind, old, new, column="body"):
    """The last event of a chain has no follower that would betray it."""
    with closing(sqlite3.connect(state_of(home))) as state, state:
        last = state.execute("SELECT hash FROM event ORDER BY n DESC LIMIT 1").fetchone()
    assert rewrite(home, kind, old, new, column=column, anew=True) == last[0]


def test_a_signature_of_another_text_or_key_ends_with_a_sentence(home):
    anew_at_the_end(home, "signature", "STEP 2", "STEP 3")
    stopped(home, "isn't signed: no signature of its author has this very row as its statement")


def test_a_signature_that_was_altered_ends_with_a_sentence(home):
    with closing(sqlite3.connect(state_of(home))) as state:
        (body,) = state.execute("SELECT body FROM event ORDER BY n DESC LIMIT 1").fetchone()
    old = json.loads(body)["signature"].splitlines()[-2]
    anew_at_the_end(home, "signature", old, old.swapcase())
    stopped(home, "a signature isn't good")


def test_a_body_with_the_same_word_twice_is_refused(home):
    """SQLite takes the first, Python the last."""
    anew_at_the_end(home, "signature", '"event":', '"event":"","event":')
    stopped(home, "isn't written as ikusei writes")


FOLDER = {
    "roster": ("roster.toml", "p-tanaka", "p-suzuki", "isn't the one that the lead signed"),
    "keys": ("allowed_signers", "tanaka@", "suzuki@", "isn't the one that the lead signed"),
    "manifest": ("manifest", " 1\n", " 2\n", "the trust folder's signature isn't good"),
    "signature of the manifest": ("manifest.sig", "\nU1", "\nV1", "the trust folder's signature isn't good"),
}


@pytest.mark.parametrize("place", FOLDER)
def test_an_altered_trust_folder_ends_with_a_sentence(home, place):
    name, old, new, told = FOLDER[place]
    path = home / ".local/share/ikusei/trust" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    stopped(home, told)


def test_a_folder_signed_by_another_key_that_calls_itself_the_leads_ends_with_a_sentence(home, keys):
    folder = home / ".local/share/ikusei/trust"
    text = (folder / "allowed_signers").read_text()
    ours = (home / "lead.pub").read_text().split()[1]
    (folder / "allowed_signers").write_text(text.replace(ours, public(keys / "mori").split()[1]))
    for name in ("manifest", "manifest.sig", "tanaka.pub"):
        (folder / name).unlink()
    raw_manifest(folder, keys / "mori", head="ikusei-trust-1 midori-soc 1")
    stopped(home, f"the trust folder is signed by another key than the lead's: {fingerprint(keys / 'mori')}")


def test_keys_that_were_revoked_by_nobody_end_with_a_sentence(home, keys):
    (home / ".local/share/ikusei/trust/revoked_keys").write_text(public(keys / "mori"))
    stopped(home, "the trust folder has a file that the lead didn't sign")


def test_a_key_that_the_lead_revoked_ends_with_a_sentence(home, keys):
    folder = home / ".local/share/ikusei/trust"
    (folder / "revoked_keys").write_text(public(keys / "tanaka"))
    for name in ("manifest", "manifest.sig", "tanaka.pub"):
        (folder / name).unlink()
    raw_manifest(folder, home / "lead", head="ikusei-trust-1 midori-soc 2")
    stopped(home, "a signature isn't good")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2027-03-31", "2026-11-19", "the roster doesn't name p-tanaka"),
        ('roles = ["soc"]', 'roles = ["csirt"]', "the roster doesn't name p-tanaka"),
        ('signs_as = ["tanaka@midori.example"]', "", "says of no key that it is that of p-tanaka"),
        ('signs_as = ["tanaka@', 'signs_as = ["suzuki@', "a signature isn't good"),
    ],
)
def test_a_mentor_whom_the_signed_roster_doesnt_name_ends_with_a_sentence(home, old, new, told):
    folder = home / ".local/share/ikusei/trust"
    text = (folder / "roster.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "roster.toml").write_text(text.replace(old, new), encoding="utf-8")
    for name in ("manifest", "manifest.sig", "tanaka.pub"):
        (folder / name).unlink()
    raw_manifest(folder, home / "lead", head="ikusei-trust-1 midori-soc 2")
    stopped(home, told)


def test_a_file_that_is_being_written_isnt_opened(home):
    state_of(home).with_name("state.sqlite-journal").write_bytes(b"half of a write")
    stopped(home, "the file is being written")


def test_rows_that_were_taken_away_end_with_a_sentence(home):
    for (name,) in rows_of(home, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        change(home, f"DROP TRIGGER {name}")
    change(home, "DELETE FROM event WHERE kind = 'entry'")
    stopped(home, GONE)


def test_a_whole_chain_that_was_written_anew_without_a_break_has_no_signature(home):
    """Every hash is true and every link holds: only what was signed tells the two apart."""
    for (name,) in rows_of(home, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"):
        change(home, f"DROP TRIGGER {name}")
    with closing(sqlite3.connect(state_of(home))) as state, state:
        renamed = {}
        for row in state.execute("SELECT * FROM event ORDER BY n").fetchall():
            made = Record(*row)
            body = made.body.replace('"quantity":4', '"quantity":40')
            for old, new in renamed.items():
                body = body.replace(old, new)
            made = made._replace(body=body, previous=renamed.get(made.previous, made.previous))
            renamed[made.hash] = made.digest()
            values = (made.digest(), made.body, made.previous, made.hash)
            state.execute("UPDATE event SET hash = ?, body = ?, previous = ? WHERE hash = ?", values)
    stopped(home, "a signature isn't good")


def test_what_was_said_later_stands_below_what_was_signed(home):
    ((signoff,),) = rows_of(home, "SELECT hash FROM event WHERE kind = 'signoff'")
    with Journal.open(state_of(home)) as journal:
        body = {"signoff": signoff, "reason": "やり直す"}
        journal.append([NewEvent(Kind.REOPENING, "p-sato", "soc.2", body)], author="p-yamada")
    done = run(home, sections()[1], home)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("note: reopening ")


def test_a_body_that_no_program_can_read_ends_with_a_sentence(home):
    anew_at_the_end(home, "signature", '"event":', '"deep":' + "[" * 100_000 + "]" * 100_000 + ',"event":')
    stopped(home, "something in the file or the roster can't be read")


def test_characters_that_turn_a_terminal_are_shown_by_their_number(home):
    rewrite(home, "signature", "手順", "\u202e\u009b31m")
    change(home, "UPDATE event SET writer = writer || char(155) WHERE kind = 'signature'")
    assert "<009b>" in stopped(home, NOT_WRITTEN).stderr


@pytest.mark.parametrize("n", [1, 99])
def test_what_a_signer_had_seen_of_the_trainees_chain_must_be_there(home, keys, n):
    signed_step(state_of(home), {"p-yamada": home / "lead", "p-tanaka": keys / "tanaka"}, ("", f"{n}:{'0' * 64}"))
    stopped(home, f"number {n} of the writer")


def test_what_a_signer_had_seen_of_others_may_not_have_come_here(home, keys):
    """A mentor's chain holds what is about other trainees, too, and that never travels here."""
    signers = {"p-yamada": home / "lead", "p-tanaka": keys / "tanaka"}
    signed_step(state_of(home), signers, ("another", f"7:{'0' * 64}"))
    done = run(home, sections()[1], home)
    assert done.returncode == 0, done.stderr
    assert "note: number 7 of the writer another, which the author of " in done.stdout


def change(home, sql):
    with closing(sqlite3.connect(state_of(home))) as state, state:
        state.execute(sql)


def test_a_view_in_the_place_of_the_events_calls_no_function_of_the_shell(home):
    (home / "secret").write_text("of the auditor")
    change(home, "ALTER TABLE event RENAME TO other")
    names = "writer, n, previous, clock, recorded, author, trainee, kind, item, body, pack, pack_version"
    change(home, f"CREATE VIEW event AS SELECT readfile('{home / 'secret'}') AS hash, {names} FROM other")
    done = stopped(home, "")
    assert "of the auditor" not in done.stderr


def stopped(home, told):
    """The auditor's steps end with a sentence and a status, and say nothing good."""
    done = run(home, sections()[1], home, ("sh",))
    assert done.returncode != 0
    assert done.stdout == ""
    assert "STOP: " in done.stderr
    assert told in done.stderr
    assert "Good" not in done.stderr
    assert "Traceback" not in done.stderr
    return done
