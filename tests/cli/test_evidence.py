"""``ikusei verify --evidence``: files that entries name are the same, changed, or missing; nothing else is read."""

import hashlib
import os
import sqlite3
import threading
import unicodedata

import pytest
from cli_world import Terminal

from tui.journal.event import Evidence, Kind, NewEvent
from tui.journal.journal import Journal
from tui.workbook.audit.evidence import EvidenceOutcome, Search


def log(ikusei, *paths):
    evidence = [word for path in paths for word in ("-e", path)]
    assert ikusei("log", "soc.2.paired", *evidence).code == 0


def checked(ikusei, *options):
    """What ``verify`` counts, its exit code, and what it says of each file."""
    answer = ikusei("verify", "--json", *options)
    said = {key: count for key, count in answer.json["evidence"].items() if count}
    return answer.code, said, [each["message"] for each in answer.json["findings"]]


def test_files_of_ones_own_are_the_same_changed_or_missing(begun, tmp_path):
    same, changed, gone = (tmp_path / name for name in ("same.log", "changed.log", "gone.log"))
    for path in (same, changed, gone):
        path.write_text("before")
    log(begun, same, changed, gone, "INC-1234", "https://example.com/ticket/1")
    assert checked(begun, "--evidence") == (0, {"same": 3}, [])
    changed.write_text("after")
    gone.unlink()
    code, counts, said = checked(begun, "--evidence")
    assert (code, counts) == (1, {"same": 1, "changed": 1, "missing": 1})
    assert f"証跡 {changed} は、記録したときから変わっています" in said[0]
    assert f"証跡 {gone} が見つかりません" in said[1]
    lines = begun("verify", "--evidence")
    assert "証跡のファイル: 同じ 1、変更 1、なし 1、未確認 0" in lines.out
    assert "佐藤 花 > 佐藤 花: 証跡 " in lines.out
    assert "Files of evidence: the same 1, changed 1, missing 1" in begun("--lang", "en", "verify", "--evidence").out
    assert "evidence" not in begun("verify", "--json").json
    assert hashlib.sha256(b"after").hexdigest() not in lines.out + str(begun("verify", "--evidence", "--json").out)


def test_paths_are_those_of_the_day_when_they_were_written(begun, tmp_path, monkeypatch):
    home = tmp_path / "home"
    (home / "logs").mkdir()
    names = ["logs/監視 記録.txt", "logs/ blank .txt", "logs/cafe\u0301.txt", "logs/\ufa19\u793e.txt"]
    for name in names:
        (home / name).write_text(name)
    monkeypatch.chdir(home)
    monkeypatch.setenv("HOME", str(home))
    log(begun, *names, f"~/{names[0]}", f"./{names[0]}", f"logs/../{names[0]}")
    assert checked(begun, "--evidence") == (0, {"same": 7}, [])


def newest(begun):
    """The evidence of the newest entry."""
    with Journal.open(begun.state, write=False) as journal:
        return journal.entries_with_evidence()[-1].evidence


SJIS = os.fsdecode("証跡.txt".encode("cp932"))


@pytest.mark.parametrize(
    ("on_disk", "typed", "kept"),
    [
        (unicodedata.normalize("NFD", "ログ/ペア/が.txt"), None, "ログ/ペア/が.txt"),
        (unicodedata.normalize("NFD", "ログ/ペア/が.txt"), "ログ/ペア/が.txt", "ログ/ペア/が.txt"),
        (SJIS, None, "証跡.txt"),
        (SJIS, "証跡.txt", "証跡.txt"),
        ("a;b.txt", None, "a;b.txt"),
        ("議事録；案.txt", None, "議事録；案.txt"),
        ("チャット\u200bから.txt", None, "チャットから.txt"),
        ("記録.txt", "\ufeff記録.txt\u200b\r\n", "記録.txt"),
        ("記録.txt", "\u202a記録.txt\u202c", "記録.txt"),
        (f"ログ/{SJIS}", None, "ログ/証跡.txt"),
        (os.fsdecode(b"\x81!.txt"), None, "\ufffd!.txt"),
    ],
)
def test_a_file_has_its_digest_whatever_its_name_is_written_in(begun, tmp_path, on_disk, typed, kept):
    (tmp_path / on_disk).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / on_disk).write_text("x")
    log(begun, f"{tmp_path}/{on_disk if typed is None else typed}")
    (found,) = newest(begun)
    assert found == Evidence(f"{tmp_path}/{kept}", hashlib.sha256(b"x").hexdigest())
    assert checked(begun, "--evidence") == (0, {"same": 1}, [])


def test_a_file_that_is_not_read_is_told_when_its_name_is_recorded(begun, tmp_path):
    (tmp_path / "folder.d").mkdir()
    os.mkfifo(tmp_path / "pipe")
    gone, folder, pipe = (tmp_path / name for name in ("gone.log", "folder.d", "pipe"))
    told = [
        begun("log", "soc.2.paired", "-e", ref)
        for ref in (gone, "notes.xlsx", "~/gone", folder, pipe, "INC-1234", "https://x.jp/a.html", "wiki.x.jp/a")
    ]
    assert [answer.code for answer in told] == [0] * 8
    assert [answer.err.count("ダイジェストなしで名前だけを記録しました") for answer in told] == [1, 1, 1, 1, 1, 0, 0, 0]
    assert f"証跡 {gone} というファイルはない" in told[0].err
    assert f"証跡 {folder} は普通のファイルではない" in told[3].err
    entry = told[0].out.split()[0]
    gone.write_text("now")
    assert "ダイジェスト" not in begun("correct", entry, "-n", "2").err
    with Journal.open(begun.state, write=False) as journal:
        evidence = [each for entry in journal.entries_with_evidence() for each in entry.evidence]
    assert [each.ref for each in evidence if each.sha256] == [str(gone)]


def test_a_path_of_nobodys_home_is_only_a_reference(begun):
    log(begun, "~nobody-of-this-name/a.log", "~")
    assert checked(begun, "--evidence") == (0, {}, [])


def test_neither_writing_nor_checking_waits_for_a_pipe_a_device_or_a_folder(begun, tmp_path):
    """What was a file when it was written may be anything later."""
    names = ["pipe", "folder", "link-to-device", "loop", "file"]
    for name in names:
        (tmp_path / name).write_text(name)
    log(begun, *(tmp_path / name for name in names))
    for name in names:
        (tmp_path / name).unlink()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link-to-device").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("file")
    code, counts, _ = checked(begun, "--evidence")
    assert (code, counts) == (1, {"same": 1, "missing": 4})
    log(begun, *(tmp_path / name for name in names), "/dev/zero")
    with Journal.open(begun.state, write=False) as journal:
        newest = journal.entries_with_evidence()[-1].evidence
    assert [each.ref for each in newest if each.sha256] == [str(tmp_path / "file")]


# -- other people's words ---------------------------------------------------------------------------------------------


@pytest.fixture
def theirs(tmp_path, capsys):
    """Somebody else's file, whose entries name what its owner likes; returns who reads, and a way to name evidence."""
    reader = Terminal(tmp_path / "reader", capsys)
    assert reader("me", "田中 実").code == 0
    owner = Terminal(tmp_path / "owner", capsys).begun()

    def names(*refs_and_texts):
        evidence = [
            {"ref": str(ref), "sha256": hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()}
            for ref, text in refs_and_texts
        ]
        body = {"items": ["soc.2.paired"], "day": "2026-11-01", "quantity": 1, "supervision": "paired"}
        with Journal.open(owner.state) as journal:
            person = journal.local_get("trainee")
            new = NewEvent(Kind.ENTRY, person, "", {**body, "evidence": evidence}, ("nca-isogj", "1.0.0"))
            journal.append([new], author=person)

    def read(*options):
        return checked(reader, "--state", owner.state, *options)

    return names, read


def test_others_files_are_looked_for_nowhere_but_in_folders_that_the_reader_names(theirs, tmp_path):
    names, read = theirs
    secret = tmp_path / "secret"
    secret.write_text("of the reader")
    names((secret, "of the reader"))
    code, counts, said = read("--evidence")
    assert (code, counts) == (1, {})
    assert "ほかの人の証跡 1 件は探していません" in said[0]
    folder = tmp_path / "evidence"
    folder.mkdir()
    assert read("--evidence-folder", folder)[:2] == (1, {"missing": 1})
    assert read("--evidence-folder", tmp_path)[:2] == (0, {"same": 1})


def test_paths_below_a_folder_are_found_as_archives_unpack_them(theirs, tmp_path):
    names, read = theirs
    folder, other = tmp_path / "evidence", tmp_path / "other"
    for path in (folder / "home/hana/a.log", folder / "b.log", other / "c.log", folder / "監視" / "か\u3099.txt"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    composed = unicodedata.normalize("NFC", "監視/か\u3099.txt")
    names(("/home/hana/a.log", "x"), ("~/b.log", "x"), ("c.log", "x"), (folder / "b.log", "x"), (composed, "x"))
    assert read("--evidence-folder", folder, "--evidence-folder", other)[:2] == (0, {"same": 5})


def test_no_link_is_followed_and_no_way_leads_out_of_a_folder(theirs, tmp_path):
    names, read = theirs
    folder = tmp_path / "evidence"
    (folder / "in").mkdir(parents=True)
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "file").write_text("x")
    (folder / "link").symlink_to(outside / "file")
    (folder / "way").symlink_to(outside)
    (folder / "in/back").symlink_to("../..")
    refs = ["link", "way/file", "../outside/file", "in/../../outside/file", "in/back/outside/file", outside / "file"]
    names(*((ref, "x") for ref in refs), ("/proc/self/status", "x"), ("..", "x"), (".", "x"), ("/", "x"), ("in", "x"))
    code, counts, _ = read("--evidence-folder", folder)
    assert (code, counts) == (1, {"missing": len(refs) + 5})


def test_a_folder_that_is_none_is_told(begun, tmp_path):
    answer = begun("verify", "--evidence-folder", tmp_path / "none")
    assert answer.code == 2
    assert "証跡のフォルダー" in answer.err


# -- limits -----------------------------------------------------------------------------------------------------------


def evidence(path, text=b"x"):
    return Evidence(str(path), hashlib.sha256(text).hexdigest())


def test_of_a_file_that_is_too_large_nothing_is_said(tmp_path):
    path = tmp_path / "huge"
    path.write_bytes(b"x" * 3)
    os.truncate(path, 1 << 40)  # of holes: it takes no room, and would take an hour to read
    search = Search([tmp_path], largest=1 << 20)
    assert search.outcome(evidence("huge")) is EvidenceOutcome.UNCHECKED


def test_a_file_that_says_it_is_empty_is_held_to_the_same_limit():
    wanted = evidence("/proc/self/status")
    assert Search([], largest=-1).outcome(wanted, is_own=True) is EvidenceOutcome.UNCHECKED
    assert Search([]).outcome(wanted, is_own=True) is EvidenceOutcome.CHANGED


def test_when_the_time_is_over_the_rest_is_not_checked(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    clock = iter((0, 1, 2, 3, 61))
    search = Search([tmp_path], seconds=60, clock=lambda: next(clock))
    assert search.outcome(evidence("file")) is EvidenceOutcome.SAME
    assert search.outcome(evidence("file")) is EvidenceOutcome.UNCHECKED


def test_nothing_more_is_read_when_nobody_waits(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    left = threading.Event()
    search = Search([tmp_path], is_wanted=lambda: not left.is_set())
    assert search.outcome(evidence("file")) is EvidenceOutcome.SAME
    left.set()
    assert search.outcome(evidence("file")) is EvidenceOutcome.UNCHECKED


@pytest.mark.parametrize("ref", ["a\0b", "x" * 300, "\ud800", "a/" * 3000])
def test_a_name_that_no_file_can_have_is_missing(tmp_path, ref):
    for is_own in (True, False):
        assert Search([tmp_path]).outcome(evidence(ref), is_own=is_own) is EvidenceOutcome.MISSING


def test_a_file_that_cant_be_read_is_not_said_to_be_missing(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"x")

    def refused(*_args, **_more):
        raise PermissionError(13, "Permission denied")

    search = Search([tmp_path])
    monkeypatch.setattr("tui.workbook.trainee.evidence_file.os.open", refused)
    assert search.outcome(evidence("file")) is EvidenceOutcome.UNCHECKED


def test_a_digest_beside_another_persons_forged_entry_says_nothing_of_it(theirs, tmp_path):
    """The file's owner can put what they like into its derived tables; looked at is what the events say."""
    names, read = theirs
    names(("a.log", "x"))
    with sqlite3.connect(tmp_path / "owner/.local/share/ikusei/state.sqlite") as state:
        state.execute("UPDATE entry SET evidence = '[]'")
    state.close()
    (tmp_path / "a.log").write_text("x")
    assert read("--evidence-folder", tmp_path)[1] == {"same": 1}
