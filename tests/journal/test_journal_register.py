"""Looking through the events: who did what when."""

from datetime import date, datetime, timedelta

import pytest
from journal_world import HANA, KEN, PAIRED, claim, correction, enrol, entry, person, tick, undo, write

from tui.journal.event import Kind
from tui.journal.register import EventFilter


@pytest.fixture
def busy(journal):
    """A journal in which two people did several things."""
    write(journal, person("佐藤 花"), enrol())
    first = write(journal, entry(PAIRED, note="フィッシングの一次切り分け", evidence=[{"ref": "T-4711"}]))
    write(journal, entry("soc.1.watch", note="夜勤"))
    write(journal, tick("soc.2.learn.drill"))
    write(journal, correction(first, PAIRED, note="標的型の一次切り分け"))
    write(journal, undo(first))
    write(journal, claim("soc.2.verdict", comment="お願いします"))
    write(journal, entry("coord.1.report", KEN, note="report sent"), author=KEN)
    return journal


def kinds(journal, **wanted):
    found = journal.events(EventFilter(**wanted), 100)
    assert journal.event_count(EventFilter(**wanted)) == len(found)
    return [event.kind for event in found]


def test_everything_newest_first(busy):
    assert kinds(busy) == [
        Kind.ENTRY, Kind.CLAIM, Kind.UNDO, Kind.CORRECTION, Kind.TICK, Kind.ENTRY, Kind.ENTRY, Kind.ENROL,
        Kind.PERSON, Kind.WRITER,
    ]  # fmt: skip


def test_by_kind_person_and_author(busy):
    assert kinds(busy, kinds=frozenset({Kind.TICK, Kind.CLAIM})) == [Kind.CLAIM, Kind.TICK]
    assert kinds(busy, trainee=KEN) == [Kind.ENTRY]
    assert kinds(busy, author=KEN) == [Kind.ENTRY]
    assert kinds(busy, author=KEN, trainee=HANA) == []


def test_item_finds_everything_that_happened_to_it_also_its_undo(busy):
    assert kinds(busy, item=PAIRED) == [Kind.UNDO, Kind.CORRECTION, Kind.ENTRY]
    assert kinds(busy, item="soc.2") == [Kind.CLAIM, Kind.UNDO, Kind.CORRECTION, Kind.TICK, Kind.ENTRY]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ﾌｨｯｼﾝｸﾞ", [Kind.ENTRY]),
        ("ふぃっしんぐ", [Kind.ENTRY]),
        ("一次", [Kind.CORRECTION, Kind.ENTRY]),
        ("t-4711", [Kind.ENTRY]),
        ("ＲＥＰＯＲＴ", [Kind.ENTRY]),
        ("お願い", [Kind.CLAIM]),
        ("佐藤", [Kind.PERSON]),
        ("quantity", []),
        ("どこにもない", []),
    ],
)
def test_text_is_found_whatever_its_width_case_or_kana(busy, text, found):
    assert kinds(busy, text=text) == found


def test_hashes_are_no_text(busy):
    target = busy.events(EventFilter(kinds=frozenset({Kind.UNDO})), 1)[0].body["event"]
    assert kinds(busy, text=target) == []


def test_days_are_those_of_the_calendar_on_the_wall(busy, clock):
    today = datetime.fromtimestamp(clock.now / 1000).astimezone().date()
    clock.now += 3 * 86_400_000
    write(busy, tick("later"))
    later = today + timedelta(days=3)
    assert kinds(busy, first=later) == [Kind.TICK]
    assert kinds(busy, first=later, last=later) == [Kind.TICK]
    assert len(kinds(busy, last=today)) == 10
    assert kinds(busy, last=date(2020, 1, 1)) == []


def test_what_comes_in_while_a_filter_stands_is_found(busy):
    assert kinds(busy, text="夜勤") == [Kind.ENTRY]
    write(busy, entry("soc.1.watch", note="また夜勤"))
    assert kinds(busy, text="夜勤") == [Kind.ENTRY, Kind.ENTRY]


def test_event_is_found_again_in_the_list(busy):
    wanted = EventFilter(trainee=HANA)
    for offset, event in enumerate(busy.events(wanted, 100)):
        assert busy.place_of(event.hash, wanted) == offset
    assert busy.place_of(busy.events(EventFilter(trainee=KEN), 1)[0].hash, wanted) is None
    assert busy.place_of("nothing", wanted) is None


def test_windows_put_together_are_the_whole(journal):
    write(journal, *(tick(f"item.{number}") for number in range(50)))
    whole = journal.events(EventFilter(), 100)
    windows = [event for offset in range(0, 60, 7) for event in journal.events(EventFilter(), 7, offset)]
    assert windows == whole
    assert journal.events(EventFilter(), 10, 51) == []
