"""A file in which nothing was found isn't examined again while its bytes are the same, and is when one has changed."""

import os

import pytest
from journal_world import NOON, Clock, entry, tick, write

from tui.journal import doctor
from tui.journal.journal import Journal
from tui.workbook.audit.examined import findings_unless_known


@pytest.fixture
def looks(monkeypatch):
    """How often a file was really looked at."""
    look_inside, looked = doctor.look_inside, []

    def counted(*about):
        looked.append(about)
        return look_inside(*about)

    monkeypatch.setattr(doctor, "look_inside", counted)
    return looked


@pytest.fixture
def path(tmp_path):
    with Journal.open(tmp_path / "state.sqlite", create=True, clock=Clock()) as journal:
        write(journal, entry(note="as written"), tick("a"))
    return tmp_path / "state.sqlite"


def found(path, cache):
    with Journal.open(path, write=False) as journal:
        return [each.key for each in findings_unless_known(journal, cache, doctor.quietly)]


def test_the_same_bytes_are_examined_once(path, tmp_path, looks):
    copied = tmp_path / "copied.sqlite"
    copied.write_bytes(path.read_bytes())
    assert [found(each, tmp_path / "cache") for each in (path, path, copied)] == [[], [], []]
    assert len(looks) == 1


def test_what_was_changed_since_is_found(path, tmp_path):
    cache = tmp_path / "cache"
    assert found(path, cache) == []
    path.write_bytes(path.read_bytes().replace(b"as written", b"as changed"))
    assert found(path, cache) == ["journal.hash"]
    assert found(path, cache) == ["journal.hash"]


def test_a_record_more_is_examined_with_all_others(path, tmp_path, looks):
    cache = tmp_path / "cache"
    found(path, cache)
    with Journal.open(path, clock=Clock(NOON + 10**6)) as journal:
        write(journal, tick("b"))
    assert found(path, cache) == []
    assert len(looks) == 2


def test_what_was_written_meanwhile_is_not_remembered(path, tmp_path, monkeypatch, looks):
    counted = doctor.look_inside

    def while_somebody_writes(*about):
        with Journal.open(path, clock=Clock(NOON + 10**6)) as other:
            write(other, tick("meanwhile"))
        return counted(*about)

    monkeypatch.setattr(doctor, "look_inside", while_somebody_writes)
    assert found(path, tmp_path / "cache") == []
    assert not (tmp_path / "cache").exists()


def test_a_damaged_file_put_in_the_place_of_the_open_one_is_not_remembered(path, tmp_path):
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(path.read_bytes().replace(b"as written", b"as changed"))
    with Journal.open(path, write=False) as journal:
        damaged.replace(path)
        findings_unless_known(journal, tmp_path / "cache", doctor.quietly)
    assert found(path, tmp_path / "cache") == ["journal.hash"]


@pytest.mark.parametrize("standing", [b"no answer of ours", b"\xff\x00", None])
def test_what_stands_there_instead_is_no_answer(path, tmp_path, looks, standing):
    cache = tmp_path / "cache"
    if standing is None:
        cache.write_text("a file where the folder should be")
    else:
        cache.mkdir()
        (cache / "examined").write_bytes(standing)
    assert found(path, cache) == []
    assert len(looks) == 1


def test_only_the_latest_are_remembered(path, tmp_path, looks):
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "examined").write_text("\n".join(f"{number:064x}" for number in range(300)))
    found(path, cache)
    assert len((cache / "examined").read_text().split()) == 100
    assert found(path, cache) == []
    assert len(looks) == 1


def a_pipe(file):
    os.mkfifo(file)


def a_link(file):
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


def for_everybody(file):
    file.chmod(0o666)


@pytest.mark.parametrize("change", [a_pipe, a_link, for_everybody])
def test_what_others_may_have_put_there_is_not_believed(path, tmp_path, looks, change):
    cache = tmp_path / "cache"
    found(path, cache)
    if change is a_pipe:
        (cache / "examined").unlink()
    change(cache / "examined")
    assert found(path, cache) == []
    assert len(looks) == 2
