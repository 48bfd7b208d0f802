"""Memos: what was computed stays until an event touches it, and is never out of date."""

import pytest
from journal_world import HANA, KEN, PAIRED, claim, correction, entry, raw, tick, undo, write

from tui.journal.journal import Journal


def keep(journal, item=PAIRED, body="computed", touched=(), trainee=HANA):
    assert journal.memo_get(trainee, item, "key") is None
    journal.memo_put(trainee, item, "key", body, touched)


def test_memo_is_there_for_its_key_also_after_a_restart(path):
    with Journal.open(path, create=True) as journal:
        keep(journal)
        assert journal.memo_get(HANA, PAIRED, "key") == "computed"
    with Journal.open(path) as journal:
        assert journal.memo_get(HANA, PAIRED, "key") == "computed"
        assert journal.memo_get(HANA, PAIRED, "another key") is None
        assert journal.memo_get(KEN, PAIRED, "key") is None


@pytest.mark.parametrize("is_kept_before", [True, False])
def test_events_that_touch_an_item_forget_its_memo_and_no_other(journal, is_kept_before):
    first = write(journal, entry())
    moved = write(journal, correction(first, PAIRED))
    for touching in (
        entry(),
        correction(first, "soc.2.alone"),
        correction(first, PAIRED),
        undo(moved),
        undo(first),
        tick(PAIRED),
        claim(PAIRED),
    ):
        keep(journal, PAIRED)
        journal.memo_get(HANA, "soc.1.watch", "key")
        journal.memo_put(HANA, "soc.1.watch", "key", "other")
        if is_kept_before:
            journal.keep_memos()
        write(journal, touching)
        assert journal.memo_get(HANA, PAIRED, "key") is None
        assert journal.memo_get(HANA, "soc.1.watch", "key") == "other"


def test_memo_computed_from_further_items_is_forgotten_with_them(journal):
    keep(journal, touched=("case.phishing", "case.malware"))
    journal.keep_memos()
    write(journal, entry("case.malware"))
    assert journal.memo_get(HANA, PAIRED, "key") is None


def test_another_trainees_entry_leaves_a_memo_alone(journal):
    keep(journal)
    write(journal, entry(trainee=KEN), author=KEN)
    assert journal.memo_get(HANA, PAIRED, "key") == "computed"


def test_memo_computed_before_somebody_elses_entry_is_not_kept(path):
    with Journal.open(path, create=True) as here, Journal.open(path) as there:
        assert here.memo_get(HANA, PAIRED, "key") is None
        write(there, entry())
        here.memo_put(HANA, PAIRED, "key", "without the entry")
        here.keep_memos()
        assert there.memo_get(HANA, PAIRED, "key") is None
        assert here.memo_get(HANA, PAIRED, "key") is None


def test_memo_computed_before_an_own_entry_is_not_kept(journal):
    assert journal.memo_get(HANA, PAIRED, "key") is None
    write(journal, entry())
    assert journal.memo_get(HANA, "soc.1.watch", "key") is None
    journal.memo_put(HANA, PAIRED, "key", "without the entry")
    assert journal.memo_get(HANA, PAIRED, "key") is None


def test_only_looking_computes_and_writes_nothing(path):
    Journal.open(path, create=True).close()
    before = path.read_bytes()
    with Journal.open(path, write=False) as journal:
        keep(journal)
        assert journal.memo_get(HANA, PAIRED, "key") == "computed"
    assert path.read_bytes() == before


def test_memo_that_cannot_be_written_at_the_end_is_no_fault(path):
    journal = Journal.open(path, create=True, busy_ms=1)
    keep(journal)
    connection = raw(path)
    connection.execute("BEGIN IMMEDIATE")
    journal.close()
    connection.close()
    with Journal.open(path) as journal:
        assert journal.memo_get(HANA, PAIRED, "key") is None
