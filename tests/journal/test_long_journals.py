"""However many events there are, examining, checking, exporting and bringing up to date hold the same few at a time."""

import shutil
import tracemalloc
from pathlib import Path

import pytest
from journal_world import Clock, raw
from long_journal import long_chain

from tui.journal.bundle.writing import write_bundle
from tui.journal.chain import check_chains
from tui.journal.doctor import differing_tables, examine
from tui.journal.events import by_chain
from tui.journal.journal import Journal
from tui.journal.whole import faults_of

FEW, MANY = 600, 4_000


def made(folder: Path, many: int) -> Path:
    with Journal.open(folder / f"{many}.sqlite", create=True, clock=Clock()) as journal:
        journal.merge(long_chain(many))
        return journal.path


@pytest.fixture(scope="module")
def journals(tmp_path_factory):
    folder = tmp_path_factory.mktemp("long")
    return made(folder, FEW), made(folder, MANY)


def exported(path):
    with Journal.open(path, write=False) as journal, path.with_suffix(".bundle").open("wb") as sink:
        write_bundle(journal, sink, pack=("nca-isogj", "1.0.0"))


def wholly_checked(path):
    with Journal.open(path, write=False) as journal:
        assert list(check_chains(by_chain(journal.store))) == []
        assert list(faults_of(journal.store)) == []


def made_anew(path):
    with Journal.open(path, write=False) as journal:
        assert differing_tables(journal.store) == []


def brought_up_to_date(path):
    older = path.with_suffix(".older")
    shutil.copy(path, older)
    connection = raw(older)
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    with Journal.open(older) as journal:
        assert not journal.problems


def examined(path):
    assert examine(path) == []


def peak_of(act, path):
    tracemalloc.start()
    try:
        act(path)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("act", [examined, wholly_checked, made_anew, exported, brought_up_to_date])
def test_ten_times_the_events_need_no_more_memory(journals, act):
    few, many = journals
    act(few)  # what is imported and remembered at the first call is no matter
    needed = peak_of(act, few)
    # An event takes about 2 kB: held at once, the longer journal's would be 7 MB more. A few hundred are.
    assert peak_of(act, many) < needed + 200 * (MANY - FEW)
