"""What a trainee does, and what the workbook says afterwards."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from workbook_world import DAY, POLICY, criterion, open_book, paired, tick_all

from tui.curriculum.policy import Policy
from tui.curriculum.rule import Supervision
from tui.errors import UsageError
from tui.progress.review import Drift, Shift
from tui.progress.state import State
from tui.workbook.trainee.undo import undo
from tui.workbook.trainee.writing import EntryForm, claim, correct, form_of, log, set_tick, withdraw
from tui.workbook.wording.standings import moved_texts


@pytest.fixture
def opened(tmp_path):
    """Opens books on one state file; they are closed at the end."""
    books = []

    def opened(*args, **named):
        books.append(open_book(tmp_path / "state.sqlite", *args, **named))
        return books[-1]

    yield opened
    for each in books:
        each.journal.close()


@pytest.fixture
def book(opened):
    return opened()


def test_criterion_goes_from_open_over_met_and_ready_to_claimed(book):
    def state():
        return book.view(criterion(book, "soc.2.paired")).state

    assert state() is State.OPEN
    paired(book, 3)
    assert state() is State.MET
    tick_all(book, "soc.2.paired")
    assert state() is State.READY
    claim(book, criterion(book, "soc.2.paired"))
    assert state() is State.CLAIMED
    withdraw(book, criterion(book, "soc.2.paired"))
    assert state() is State.READY


def test_claim_is_refused_while_rule_or_points_are_open(book):
    with pytest.raises(UsageError) as refused:
        claim(book, criterion(book, "soc.2.paired"))
    assert refused.value.key == "workbook.lacks.times"
    paired(book, 3)
    with pytest.raises(UsageError) as refused:
        claim(book, criterion(book, "soc.2.paired"))
    assert refused.value.key == "workbook.points_open"
    assert not book.marks().claims


def test_claim_freezes_entries_points_and_policy_and_work_goes_on(book):
    paired(book, 3)
    tick_all(book, "soc.2.paired")
    claim(book, criterion(book, "soc.2.paired"), "夜勤 3 回")
    frozen = book.marks().claims["soc.2.paired"]
    paired(book, 1)
    kept = book.marks().claims["soc.2.paired"]
    assert kept == frozen
    assert len(kept.entries) == 3
    assert kept.policy == {"soc.2.paired.times": "3"}
    assert len(kept.points) == len(criterion(book, "soc.2.paired").points)
    assert book.view(criterion(book, "soc.2.paired")).standing.gauges[0].done == 4


def test_second_claim_is_refused(book):
    paired(book, 3)
    tick_all(book, "soc.2.paired")
    claim(book, criterion(book, "soc.2.paired"))
    with pytest.raises(UsageError) as refused:
        claim(book, criterion(book, "soc.2.paired"))
    assert refused.value.key == "workbook.claimed_already"


def test_unset_number_shows_its_key_and_never_passes(opened):
    book = opened(Policy.empty())
    paired(book, 50)
    view = book.view(criterion(book, "soc.2.paired"))
    assert not view.standing.met
    assert view.standing.unset == ("soc.2.paired.times",)


def test_policy_that_changes_is_seen_at_once_in_spite_of_the_memo(book):
    paired(book, 3)
    assert book.view(criterion(book, "soc.2.paired")).standing.met
    book.policy = replace(POLICY, numbers={**POLICY.numbers, "soc.2.paired.times": 10})
    assert not book.view(criterion(book, "soc.2.paired")).standing.met


def test_entry_of_another_supervision_is_kept_and_passed_over(book):
    log(book, EntryForm(("soc.2.paired",), DAY, supervision=Supervision.OBSERVED))
    newest = book.newest(criterion(book, "soc.2.paired"), 10)
    assert newest.total == 1
    assert set(newest.uncounted) == {newest.entries[0].id}
    assert book.view(criterion(book, "soc.2.paired")).standing.gauges[0].done == 0


def test_entry_counts_for_several_criteria(book):
    log(book, EntryForm(("soc.2.alone", "soc.2.verdict"), DAY, hits=19, total=20))
    assert book.view(criterion(book, "soc.2.alone")).standing.gauges[0].done == 1
    assert book.view(criterion(book, "soc.2.verdict")).standing.met


def test_correction_replaces_and_undo_brings_back(book):
    paired(book, 1)
    entry = book.newest(criterion(book, "soc.2.paired"), 1).entries[0]
    correct(book, entry, replace(form_of(entry), quantity=3))
    assert book.view(criterion(book, "soc.2.paired")).standing.met
    undo(book)
    assert book.view(criterion(book, "soc.2.paired")).standing.gauges[0].done == 1
    undo(book)
    assert book.view(criterion(book, "soc.2.paired")).standing.gauges[0].done == 0


def test_entry_in_the_future_or_for_nothing_is_refused(book):
    with pytest.raises(UsageError) as refused:
        log(book, EntryForm(("soc.2.paired",), DAY + timedelta(days=1)))
    assert refused.value.key == "workbook.day_in_future"
    with pytest.raises(UsageError) as refused:
        log(book, EntryForm((), DAY))
    assert refused.value.key == "workbook.entry_for_nothing"


def test_evidence_that_can_be_read_is_digested_and_keeps_its_digest(book, tmp_path):
    file = tmp_path / "報告.txt"
    file.write_bytes(b"first")
    log(book, EntryForm(("soc.2.paired",), DAY, evidence=(str(file), "INC-2041")))
    entry = book.newest(criterion(book, "soc.2.paired"), 1).entries[0]
    digest = hashlib.sha256(b"first").hexdigest()
    assert [evidence.sha256 for evidence in entry.evidence] == [digest, ""]
    file.write_bytes(b"changed")
    correct(book, entry, replace(form_of(entry), note="追記"))
    corrected = book.newest(criterion(book, "soc.2.paired"), 1).entries[0]
    assert [evidence.sha256 for evidence in corrected.evidence] == [digest, ""]


def test_today_puts_the_nearest_criterion_first_and_counts_what_is_left(book):
    paired(book, 2)
    moves = book.today_view().moves
    assert moves[0].view.criterion.id == "soc.2.paired"
    assert len(moves) == 4
    assert moves[0].closes == 3


def test_ladder_skips_what_lies_before_the_start(book):
    (ladder,) = book.ladders()
    assert [rung.skipped for rung in ladder.rungs] == [True, True, True, False, False]
    assert ladder.current is not None
    assert ladder.current.id == "soc.2"


def test_ladder_from_step_zero_begins_with_basic_education(opened):
    book = opened(start=0)
    today = book.today_view()
    assert today.ladders[0].current is not None
    assert today.ladders[0].current.id == "basic"
    first = today.topics[0].item.id
    set_tick(book, first, True)
    assert book.today_view().topics[0].item.id != first


def test_hole_that_grows_is_a_deadline_before_it_breaks_the_span(opened):
    book = opened(start=3)
    log(book, EntryForm(("soc.3.period",), date(2026, 8, 31)))
    log(book, EntryForm(("soc.3.period",), DAY - timedelta(days=20)))
    assert not book.today_view().deadlines
    log(book, EntryForm(("soc.3.period",), date(2026, 9, 30)))
    (deadline,) = book.today_view().deadlines
    assert deadline.last == DAY - timedelta(days=20)
    assert deadline.days == 10


def test_forgiving_ids_name_exactly_one_criterion(book):
    assert book.resolve_item("SOC.2.pai") == "soc.2.paired"
    with pytest.raises(UsageError) as refused:
        book.resolve_item("soc.2")
    assert refused.value.key == "workbook.ambiguous"
    with pytest.raises(UsageError) as refused:
        book.resolve_item("nothing")
    assert refused.value.key == "workbook.no_criterion"


def test_reopened_journal_stands_where_it_stood(opened):
    book = opened()
    paired(book, 3)
    tick_all(book, "soc.2.paired")
    claim(book, criterion(book, "soc.2.paired"))
    before = book.today_view()
    book.journal.close()
    again = opened()
    assert [m.view.standing for m in again.today_view().moves] == [m.view.standing for m in before.moves]
    assert again.today_view().ladders[0].rungs == before.ladders[0].rungs


def test_what_changed_since_a_claim_is_named_in_full():
    found = [Drift(Shift.NUMBER, "soc.2.alone.times", "1", ""), Drift(Shift.POINT, "soc.2.alone.stop")]
    assert moved_texts(found, "ja") == [
        "組織が決める値 soc.2.alone.times: 1 から 未設定",
        "印が外された確認項目: soc.2.alone.stop",
    ]
    assert moved_texts(found, "en")[0] == "number soc.2.alone.times: 1 to unset"


def test_claim_on_a_reading_list_changes_only_when_the_list_does(book):
    item = "soc.1.reading"
    tick_all(book, item)
    set_tick(book, "soc.read.manual", True)
    claim(book, criterion(book, item))
    assert book.view(criterion(book, item)).moved == ()
    longer = replace(POLICY, readings={item: (*POLICY.readings[item], replace(POLICY.readings[item][0], id="more"))})
    book.policy = longer
    assert book.view(criterion(book, item)).moved == (Drift(Shift.NUMBER, item, "1", "2"),)
