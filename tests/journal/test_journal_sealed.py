"""Events that are sealed before they are written: what is sealed is what stands, or nothing does."""

import pytest
from journal_world import HANA, NOON

from tui.errors import JournalError
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.journal.writing import ATTEMPTS

TICK = NewEvent(Kind.TICK, HANA, "soc.1.p1", {"on": True})


def sealed(events):
    """A seal that quotes what it saw."""
    return [
        NewEvent(Kind.SIGNATURE, HANA, event.item, {"event": event.hash, "text": f"#{event.n}", "signature": "sig"})
        for event in events
    ]


@pytest.fixture
def state(tmp_path):
    path = tmp_path / "state.sqlite"
    Journal.open(path, create=True).close()
    return path


def all_of(state):
    with Journal.open(state, write=False) as journal:
        rows = journal.store.rows(lambda *row: row, "SELECT kind, n, hash FROM event ORDER BY n")
    return [(kind, n) for kind, n, _ in rows], [each for *_, each in rows]


def test_sealed_is_exactly_what_stands(state):
    seen = []
    with Journal.open(state) as journal:
        events = journal.append_sealed([TICK], lambda events: seen.append(events) or sealed(events), author=HANA)
    assert all_of(state)[0] == [("writer", 1), ("tick", 2), ("signature", 3)]
    assert seen == [events]
    assert events[0].hash in all_of(state)[1]


def test_file_is_free_while_somebody_seals(state):
    def slowly(events):
        with Journal.open(state, busy_ms=0) as other:
            other.append([NewEvent(Kind.TICK, HANA, "soc.1.p2", {"on": True})], author=HANA)
            slowed.append(len(slowed))
        return sealed(events)

    def once(events):
        return sealed(events) if slowed else slowly(events)

    slowed = []
    with Journal.open(state) as journal:
        (tick,) = journal.append_sealed([TICK], once, author=HANA)
    kinds, hashes = all_of(state)
    assert kinds == [("writer", 1), ("tick", 2), ("tick", 3), ("signature", 4)]
    assert hashes[2] == tick.hash


def test_whoever_is_always_too_slow_writes_nothing(state):
    tried = []

    def too_slow(events):
        tried.append(events)
        with Journal.open(state) as other:
            other.append([NewEvent(Kind.TICK, HANA, f"soc.1.q{len(tried)}", {"on": True})], author=HANA)
        return sealed(events)

    with Journal.open(state) as journal, pytest.raises(JournalError) as caught:
        journal.append_sealed([TICK], too_slow, author=HANA)
    assert caught.value.key == "journal.moved_while_sealing"
    assert len(tried) == ATTEMPTS
    assert "signature" not in dict(all_of(state)[0])


def test_a_seal_that_fails_leaves_nothing_but_the_writer(state):
    def refused(_events):
        raise JournalError("signing.cancelled")

    with Journal.open(state) as journal, pytest.raises(JournalError):
        journal.append_sealed([TICK], refused, author=HANA)
    assert all_of(state)[0] == [("writer", 1)]


def test_clock_that_stands_or_goes_back_while_sealing_changes_nothing(state):
    times = iter([NOON, NOON, NOON, NOON - 5_000, NOON - 9_000])
    with Journal.open(state, clock=lambda: next(times)) as journal:
        (tick,) = journal.append_sealed([TICK], sealed, author=HANA)
    assert tick.recorded == NOON
    assert all_of(state)[0][-1] == ("signature", 3)
