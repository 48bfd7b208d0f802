"""Every event is linked to the one before it, hashed, and in an order that no clock can spoil."""

import hashlib
import json
import sqlite3
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from journal_world import HANA, NOON, PAIRED, entry, person, refused, tick, undo, write

from tui.journal.canonical import Record, canonical
from tui.journal.event import Kind
from tui.journal.journal import Journal
from tui.journal.register import EventFilter

EVERYTHING = EventFilter()


def chain(journal):
    return list(reversed(journal.events(EVERYTHING, 1000)))


def test_first_event_of_a_file_is_its_writer(journal):
    write(journal, person("佐藤 花"))
    first, second = chain(journal)
    assert (first.kind, first.n, first.previous) == (Kind.WRITER, 1, "")
    assert first.body["person"] == HANA
    assert first.body["host"]
    assert (second.n, second.previous, second.writer) == (2, first.hash, first.writer)


def test_numbers_have_no_gaps_and_each_event_names_the_one_before(path, clock):
    for _ in range(3):
        with Journal.open(path, create=True, clock=clock) as journal:
            write(journal, entry(), entry(), tick("a"))
    with Journal.open(path) as journal:
        events = chain(journal)
    assert [event.n for event in events] == list(range(1, 11))
    assert all(later.previous == earlier.hash for earlier, later in pairwise(events))


def test_hash_can_be_checked_with_nothing_but_the_documented_recipe(journal, path):
    write(journal, entry(note="日本語 “quoted” \n second line", hits=9, total=10))
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    row = dict(connection.execute("SELECT * FROM event WHERE kind = 'entry'").fetchone())
    connection.close()
    written = row.pop("hash")
    row["format"] = "ikusei-event-1"
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == written


def test_clock_set_back_keeps_the_order(journal, clock):
    first = write(journal, entry(note="first"))
    clock.now = NOON - 400 * 86_400_000
    write(journal, undo(first))
    events = chain(journal)
    assert [event.kind for event in events] == [Kind.WRITER, Kind.ENTRY, Kind.UNDO]
    assert all(earlier.clock < later.clock for earlier, later in pairwise(events))
    assert events[-1].recorded < events[-2].recorded  # the wall clock stays visible as it was
    assert journal.entry_count(HANA) == 0


def test_one_wrong_event_keeps_the_whole_batch_out(journal):
    write(journal, entry())
    with refused("journal.no_items"):
        journal.append([tick("a"), entry([])], author=HANA)
    assert journal.ticks(HANA) == {}
    assert journal.event_count(EVERYTHING) == 2


def test_nothing_to_write_writes_nothing(journal):
    assert journal.append([], author=HANA) == ()
    assert journal.event_count(EVERYTHING) == 0


def test_text_is_neutralised_and_composed_before_it_is_hashed(journal):
    hostile = "\x1b]52;c;aGk=\x07 か\u3099 \u202e"
    event = journal.append([entry(note=hostile)], author=HANA)[0]
    assert event.body["note"] == "\ufffd]52;c;aGk=\ufffd が \ufffd"


def test_who_writes_must_be_known(journal):
    with refused("journal.no_author"):
        journal.append([entry()], author=" ")
    with refused("journal.no_trainee"):
        journal.append([entry(trainee="")], author=HANA)


def test_what_is_returned_is_what_is_read_back(journal):
    written = journal.append([entry([PAIRED, "soc.1.watch"], evidence=[{"ref": "T-1", "sha256": ""}])], author=HANA)
    assert chain(journal)[-1:] == list(written)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), JSON, max_size=5))
def test_order_of_keys_never_changes_canonical_text(body):
    backwards = dict(reversed(body.items()))
    assert canonical(body) == canonical(backwards)
    assert json.loads(canonical(body)) == body


@given(st.sampled_from(Record._fields[1:]), st.integers(1, 10**6))
def test_every_column_is_in_the_hash(column, by):
    record = Record("", "w", 1, "", 5, 5, HANA, HANA, "tick", "a", "{}", "pack", "1")
    value = getattr(record, column)
    other = value + by if isinstance(value, int) else f"{value}{by}"
    assert record._replace(**{column: other}).digest() != record.digest()
