"""An open screen is told of a commit instead of looking every second."""

from __future__ import annotations

import select
import subprocess
import sys
from pathlib import Path

import pytest

from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.journal.notice import ArrivalNotice, CommitNotice, Notice

WRITE = """
import sys
from pathlib import Path
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
with Journal.open(Path(sys.argv[1])) as journal:
    journal.append([NewEvent(Kind.TICK, "p-hana", "x", {"on": True})], author="p-hana")
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "state.sqlite"
    with Journal.open(file, create=True) as journal:
        journal.append([NewEvent(Kind.PERSON, "p-hana", body={"name": "佐藤 花"})], author="p-hana")
    return file


def is_told(notice: Notice, seconds: float) -> bool:
    return bool(select.select([notice.descriptor], [], [], seconds)[0]) and notice.is_news()


def test_commit_of_another_process_is_told(path: Path):
    notice = CommitNotice.of(path)
    assert notice is not None
    subprocess.run([sys.executable, "-c", WRITE, str(path)], check=True)
    assert is_told(notice, 10)
    assert not is_told(notice, 0)
    notice.close()


def test_other_files_of_the_folder_are_no_commit(path: Path):
    notice = CommitNotice.of(path)
    assert notice is not None
    other = path.with_name("other.txt")
    other.write_text("x")
    other.unlink()
    assert select.select([notice.descriptor], [], [], 10)[0]
    assert not notice.is_news()
    notice.close()


def test_folder_that_is_not_there_gives_no_notice(tmp_path: Path):
    assert CommitNotice.of(tmp_path / "nowhere" / "state.sqlite") is None


def test_backup_put_in_its_place_and_one_copied_over_it_are_told(path: Path):
    notice = CommitNotice.of(path)
    assert notice is not None
    saved = path.with_name("saved")
    saved.write_bytes(path.read_bytes())
    assert not is_told(notice, 10)
    saved.replace(path)
    assert is_told(notice, 10)
    path.write_bytes(path.read_bytes())
    assert is_told(notice, 10)
    notice.close()


def test_file_that_comes_into_a_folder_made_meanwhile_is_told(tmp_path: Path):
    inbox = tmp_path / "inbox"
    notice = ArrivalNotice.of(inbox)
    assert notice is not None
    assert not is_told(notice, 0)
    inbox.mkdir()
    assert is_told(notice, 10)
    part = inbox / ".part"
    part.write_text("{}", encoding="utf-8")
    part.replace(inbox / "tanaka.ikusei")
    assert is_told(notice, 10)
    (inbox / "tanaka.ikusei").unlink()
    inbox.rmdir()
    inbox.mkdir()
    assert is_told(notice, 10)
    notice.close()


def test_other_files_beside_a_folder_are_no_arrival(tmp_path: Path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    notice = ArrivalNotice.of(inbox)
    assert notice is not None
    tmp_path.joinpath("state.sqlite-journal").write_text("x", encoding="utf-8")
    assert select.select([notice.descriptor], [], [], 10)[0]
    assert not notice.is_news()
    notice.close()
    assert ArrivalNotice.of(tmp_path / "nowhere" / "inbox") is None
