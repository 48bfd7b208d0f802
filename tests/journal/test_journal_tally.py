"""What the journal counts as entries come and go is what counting them says, whatever came in which order."""

import tempfile
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_world import HANA, KEN, Clock, claim, correction, enrol, entry, person, raw, refused, undo, write

from tui.errors import JournalError
from tui.journal.doctor import differing_tables, examine, mend
from tui.journal.events import in_order
from tui.journal.journal import Journal

DAYS = st.sampled_from(["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-20"])
ITEMS = ("soc.2.paired", "soc.2.alone", "ir.1.watch")
WORK = st.fixed_dictionaries(
    {
        "items": st.sampled_from([list(ITEMS[:1]), list(ITEMS[:2]), list(ITEMS[1::-1]), list(ITEMS)]),
        "quantity": st.integers(1, 3),
        "supervision": st.sampled_from(["alone", "paired"]),
    },
    optional={"hits": st.just(4), "total": st.just(5)},
).filter(lambda body: ("hits" in body) == ("total" in body))
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["entry", "correct", "undo", "enrol", "leave"]),
        st.integers(0, 5),
        st.sampled_from([HANA, KEN]),
        DAYS,
        WORK,
    ),
    max_size=25,
)


def live(journal, steps):
    written = ["none"]
    for step, back, trainee, day, body in steps:
        target = written[-1 - back % len(written)]
        news = {
            "entry": lambda d=day, t=trainee, b=body: entry(trainee=t, day=d, **b),
            "correct": lambda d=day, t=trainee, x=target, b=body: correction(x, trainee=t, day=d, **b),
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


def naive_days(journal, trainee, items):
    """By day, items, supervision and whether they are "k of n": how many entries, times, k and n."""
    days = {}
    for each in journal.entries(trainee, items):
        about = (each.day, each.items, each.supervision, each.total is not None)
        sums = 1, each.quantity, each.hits or 0, each.total or 0
        days[about] = tuple(map(sum, zip(days.get(about, (0, 0, 0, 0)), sums, strict=True)))
    return days


def counted_days(journal, trainee, items):
    return {
        (each.day, each.items, each.supervision, each.total is not None): (
            *(each.entries, each.quantity),
            *(each.hits or 0, each.total or 0),
        )
        for each in journal.day_tallies(trainee, items)
    }


def assert_days_are_right(journal):
    for trainee in (HANA, KEN):
        for items in (ITEMS[:1], ITEMS[1:], ITEMS, ("none",)):
            rows = journal.day_tallies(trainee, items)
            assert [each.day for each in rows] == sorted(each.day for each in rows)
            assert counted_days(journal, trainee, items) == naive_days(journal, trainee, items)
            assert len(rows) == len(naive_days(journal, trainee, items))  # nothing is left where nothing counts


@settings(max_examples=60)
@given(STEPS)
def test_the_counts_are_what_reading_everything_says(steps):
    with (
        tempfile.TemporaryDirectory() as folder,
        Journal.open(Path(folder, "state.sqlite"), create=True, clock=Clock()) as journal,
    ):
        live(journal, steps)
        assert counted(journal) == naive(journal)
        assert_days_are_right(journal)
        assert differing_tables(journal.store) == []


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
            assert_days_are_right(other)


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
        for table in ("summary", "tally_day", "tally_month", "tally"):
            old.execute(f"DROP TABLE {table}")
        old.execute("PRAGMA user_version = 2")
    old.close()
    with Journal.open(journal.path) as migrated:
        assert [(each.entries, each.newest) for each in migrated.tallies("key")] == [(2, "2026-11-01")]
        assert migrated.entries_by_month() == {"2026-10": 1, "2026-11": 1}
        assert [each.entries for each in migrated.day_tallies(HANA, ["soc.2.paired"])] == [1, 1]


def test_a_file_of_schema_3_gets_what_its_entries_come_to_by_day_from_its_other_tables(journal):
    write(journal, enrol(), entry(day="2026-10-01"), entry(day="2026-10-01", hits=4, total=5), entry(day="2026-11-01"))
    write(journal, entry(items=["soc.2.alone", "soc.2.paired"], day="2026-11-01"))
    wanted = journal.day_tallies(HANA, ITEMS)
    as_schema_3(journal)
    with Journal.open(journal.path) as migrated:
        assert migrated.day_tallies(HANA, ITEMS) == wanted
        assert len(wanted) == 4
        assert differing_tables(migrated.store) == []


def test_a_file_of_schema_3_whose_tables_are_gone_gets_all_of_them(journal):
    write(journal, entry(day="2026-10-01"))
    wanted = journal.day_tallies(HANA, ITEMS)
    as_schema_3(journal, "entry_item")
    with Journal.open(journal.path) as migrated:
        assert migrated.day_tallies(HANA, ITEMS) == wanted
        assert differing_tables(migrated.store) == []


NOT_STRICT = ("CREATE TABLE other AS SELECT * FROM entry", "DROP TABLE entry", "ALTER TABLE other RENAME TO entry")


@pytest.mark.parametrize(
    "damage",
    [
        ["UPDATE entry SET quantity = 9223372036854775807"],
        [*NOT_STRICT, "UPDATE entry SET quantity = NULL"],
        [*NOT_STRICT, "UPDATE entry SET day = x'00'"],
        ["DROP TABLE entry", "CREATE VIEW entry AS SELECT 1 AS id"],
        ["CREATE VIEW tally_day AS SELECT 1"],
        ["CREATE INDEX tally_day ON entry (note)"],
    ],
    ids=["too large a number", "no number", "bytes for a day", "a view for a table", "a view", "an index"],
)
def test_a_damaged_file_of_schema_3_gets_what_its_events_add_up_to(journal, damage):
    write(journal, entry(day="2026-10-01"), entry(day="2026-10-01"))
    wanted = journal.day_tallies(HANA, ITEMS)
    as_schema_3(journal, damage=["PRAGMA foreign_keys=OFF", *damage])
    with Journal.open(journal.path) as migrated:
        assert migrated.day_tallies(HANA, ITEMS) == wanted
        assert differing_tables(migrated.store) == []


def test_a_sum_that_was_made_too_large_is_mended_by_the_doctor(journal):
    write(journal, entry(day="2026-10-01"))
    with closing(raw(journal.path)) as other:
        other.execute("UPDATE tally_day SET quantity = 9223372036854775807")
    with refused("journal.tables"):
        write(journal, entry(day="2026-10-01"))
    journal.close()
    mend(journal.path)
    with Journal.open(journal.path) as mended:
        write(mended, entry(day="2026-10-01"))
        assert [each.quantity for each in mended.day_tallies(HANA, ITEMS)] == [2]


@pytest.mark.parametrize("name", ["entry", "tally_day"])
def test_a_view_in_the_place_of_a_table_is_mended_by_the_doctor(journal, name):
    write(journal, entry(day="2026-10-01"))
    journal.close()
    with closing(raw(journal.path)) as other:
        for statement in ("PRAGMA foreign_keys=OFF", f"DROP TABLE {name}", f"CREATE VIEW {name} AS SELECT 1 AS id"):
            other.execute(statement)
    mend(journal.path)
    assert examine(journal.path) == []


def as_schema_3(journal, *gone, damage=()):
    journal.close()
    with raw(journal.path) as old:
        for table in ("tally_day", *gone):
            old.execute(f"DROP TABLE {table}")
        for statement in damage:
            old.execute(statement)
        old.execute("PRAGMA user_version = 3")
    old.close()
