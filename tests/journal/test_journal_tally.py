"""What the journal counts as entries come and go is what counting them says, whatever came in which order."""

import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from journal_world import HANA, KEN, Clock, claim, correction, enrol, entry, person, raw, undo, write

from tui.errors import JournalError
from tui.journal.events import in_order
from tui.journal.journal import Journal

DAYS = st.sampled_from(["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-20"])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["entry", "correct", "undo", "enrol", "leave"]),
        st.integers(0, 5),
        st.sampled_from([HANA, KEN]),
        DAYS,
    ),
    max_size=25,
)


def live(journal, steps):
    written = ["none"]
    for step, back, trainee, day in steps:
        target = written[-1 - back % len(written)]
        news = {
            "entry": lambda d=day, t=trainee: entry(trainee=t, day=d),
            "correct": lambda d=day, t=trainee, x=target: correction(x, trainee=t, day=d),
            "undo": lambda t=trainee, x=target: undo(x, t),
            "enrol": lambda t=trainee: enrol(trainee=t),
            "leave": lambda t=trainee: enrol(on=False, trainee=t),
        }[step]()
        with suppress(JournalError):
            written.append(journal.append([news], author=trainee)[-1].hash)


def naive(journal):
    """The same by reading everything: who follows a role or has entries, how many, the latest day; and by month."""
    rows, months = [], {}
    for trainee in (HANA, KEN):
        entries = journal.recent(trainee, 1000)
        follows = journal.enrolments(trainee)
        if entries or follows:
            newest = max((each.day.isoformat() for each in entries), default="")
            since = min((each.recorded for each in follows), default=0)
            rows.append((trainee, trainee, len(entries), newest, since, ""))
        for each in entries:
            month = f"{each.day:%Y-%m}"
            months[month] = months.get(month, 0) + 1
    return sorted(rows), dict(sorted(months.items()))


def counted(journal):
    rows = [(t.trainee, t.name, t.entries, t.newest, t.since, t.summary) for t in journal.tallies("key")]
    return rows, journal.entries_by_month()


@settings(max_examples=60)
@given(STEPS)
def test_the_counts_are_what_reading_everything_says(steps):
    with (
        tempfile.TemporaryDirectory() as folder,
        Journal.open(Path(folder, "state.sqlite"), create=True, clock=Clock()) as journal,
    ):
        live(journal, steps)
        assert counted(journal) == naive(journal)


@settings(max_examples=40)
@given(STEPS, st.integers(0, 40), st.randoms(use_true_random=False))
def test_merging_in_any_order_and_portion_counts_the_same(steps, cut, random):
    with tempfile.TemporaryDirectory() as folder:
        with Journal.open(Path(folder, "a.sqlite"), create=True, clock=Clock()) as journal:
            live(journal, steps)
            events = list(in_order(journal.store))
            wanted = counted(journal)
        random.shuffle(events)
        with Journal.open(Path(folder, "b.sqlite"), create=True) as other:
            other.merge(events[:cut])
            other.merge(events[cut:])
            other.merge(events)
            assert counted(other) == wanted == naive(other)


def test_a_name_stands_in_the_row(journal):
    write(journal, person("佐藤 花"), enrol())
    assert [each.name for each in journal.tallies("key")] == ["佐藤 花"]


def test_a_summary_holds_until_an_event_about_its_trainee_comes_in(journal):
    write(journal, enrol())
    write(journal, enrol(trainee=KEN), author=KEN)
    assert journal.keep_summaries("key", {HANA: "of hana", KEN: "of ken"}, journal.stamp())
    assert [each.summary for each in journal.tallies("key")] == ["of hana", "of ken"]
    assert [each.summary for each in journal.tallies("another key")] == ["", ""]
    write(journal, claim())
    assert [each.summary for each in journal.tallies("key")] == ["", "of ken"]


def test_a_summary_is_forgotten_when_a_bundle_brings_an_event_about_its_trainee(journal, tmp_path):
    write(journal, enrol())
    write(journal, enrol(trainee=KEN), author=KEN)
    journal.keep_summaries("key", {HANA: "of hana", KEN: "of ken"}, journal.stamp())
    with Journal.open(tmp_path / "other.sqlite", create=True) as other:
        write(other, entry(trainee=KEN), author=KEN)
        journal.merge(in_order(other.store))
    assert [each.summary for each in journal.tallies("key")] == ["of hana", ""]


def test_a_summary_from_before_an_event_is_not_kept(journal):
    write(journal, enrol())
    then = journal.stamp()
    write(journal, entry())
    assert not journal.keep_summaries("key", {HANA: "out of date"}, then)
    assert journal.tallies("key")[0].summary == ""


def test_a_file_that_can_only_be_looked_at_keeps_nothing_and_says_so(journal):
    write(journal, enrol())
    with Journal.open(journal.path, write=False) as looking:
        assert not looking.keep_summaries("key", {HANA: "of hana"}, looking.stamp())


def test_a_file_of_the_schema_before_is_counted_when_it_is_opened(journal):
    write(journal, enrol(), entry(day="2026-10-01"), entry(day="2026-11-01"))
    journal.close()
    with raw(journal.path) as old:
        for table in ("summary", "tally_month", "tally"):
            old.execute(f"DROP TABLE {table}")
        old.execute("PRAGMA user_version = 2")
    old.close()
    with Journal.open(journal.path) as migrated:
        assert [(each.entries, each.newest) for each in migrated.tallies("key")] == [(2, "2026-11-01")]
        assert migrated.entries_by_month() == {"2026-10": 1, "2026-11": 1}
