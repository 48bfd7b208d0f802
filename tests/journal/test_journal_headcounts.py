"""Head counts are about the organisation as a whole: the newest holds, whoever wrote it, on every machine."""

import io

import pytest
from journal_world import HANA, KEN, entry, person, refused, undo, write

from tui.errors import BundleError
from tui.journal.body_headcount import STAFFING_MODES
from tui.journal.bundle.staging import stage
from tui.journal.bundle.writing import write_bundle
from tui.journal.event import ORGANISATION, Kind, NewEvent
from tui.journal.journal import Journal

FIRST = "team.first-response"


def headcount(heads="2.5", mode="day", team=FIRST, trainee=ORGANISATION, **more):
    return NewEvent(Kind.HEADCOUNT, trainee, team, {"heads": heads, "mode": mode, **more})


def heads_of(journal):
    return {team: (each.mode, each.heads, each.held_by) for team, each in journal.headcounts().items()}


def test_newest_of_a_team_holds_whoever_wrote_it(journal):
    write(journal, headcount("2"), headcount("1", team="team.research"))
    write(journal, headcount("6", "round-the-clock", note="夜勤を始めた"), author=KEN)
    found = journal.headcounts()
    assert heads_of(journal) == {FIRST: ("round-the-clock", "6", ""), "team.research": ("day", "1", "")}
    assert (found[FIRST].author, found[FIRST].note) == (KEN, "夜勤を始めた")


def test_who_wrote_it_can_undo_it_and_redo_it(journal):
    write(journal, headcount("2"))
    newest = write(journal, headcount("", "held", held_by="team.research"))
    undone = write(journal, undo(newest, ORGANISATION))
    assert heads_of(journal) == {FIRST: ("day", "2", "")}
    write(journal, undo(undone, ORGANISATION))
    assert heads_of(journal) == {FIRST: ("held", "", "team.research")}


def test_nobody_else_can_undo_it(journal):
    newest = write(journal, headcount("2"))
    with refused("journal.nothing_to_undo"):
        write(journal, undo(newest, ORGANISATION), author=KEN)


def test_undo_after_undo_walks_back_through_head_counts_and_own_work_alike(journal):
    done = write(journal, entry())
    said = write(journal, headcount("2"))
    write(journal, headcount("3"), author=KEN)
    assert journal.undoable(HANA).hash == said
    write(journal, undo(said, ORGANISATION))
    assert journal.undoable(HANA).hash == done


def test_derived_tables_made_anew_know_what_is_undone(journal):
    write(journal, headcount("2"))
    write(journal, undo(write(journal, headcount("3")), ORGANISATION))
    journal.rebuild()
    assert heads_of(journal) == {FIRST: ("day", "2", "")}


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (headcount("0"), "journal.heads"),
        (headcount("2.50"), "journal.heads"),
        (headcount("02"), "journal.heads"),
        (headcount("2,5"), "journal.heads"),
        (headcount("-1"), "journal.heads"),
        (headcount("10000"), "journal.heads"),
        (headcount(""), "journal.heads"),
        (headcount(2), "journal.field"),
        (headcount("1", "none"), "journal.heads"),
        (headcount("2", "nights"), "journal.staffing_mode"),
        (headcount("", "held"), "journal.field"),
        (headcount("2", held_by="team.research"), "journal.field"),
        (headcount("2", shift="A"), "journal.unknown_field"),
        (headcount(team=""), "journal.no_item"),
        (headcount(trainee=HANA), "journal.not_of_organisation"),
        (NewEvent(Kind.TICK, ORGANISATION, "a", {"on": True}), "journal.not_of_organisation"),
    ],
)
def test_what_cannot_be_recorded_is_refused(journal, event, key):
    with refused(key):
        journal.append([event], author=HANA)


def test_of_two_machines_the_newest_holds_in_whatever_order_they_meet(tmp_path, clock):
    with (
        Journal.open(tmp_path / "a.sqlite", create=True, clock=clock, host="a") as a,
        Journal.open(tmp_path / "b.sqlite", create=True, clock=clock, host="b") as b,
    ):
        write(a, person("花"), headcount("1"))
        write(b, person("健", KEN), headcount("2"), author=KEN)
        for there, here in ((a, b), (b, a)):
            with stage(here, io.BytesIO(bundle(there))) as staged:
                staged.take_in()
        assert heads_of(a) == heads_of(b) == {FIRST: ("day", "2", "")}


def test_journal_of_a_trainee_refuses_it_in_a_bundle(tmp_path, journal, clock):
    write(journal, person("花"), headcount("1"))
    raw = bundle(journal)
    with Journal.open(tmp_path / "own.sqlite", create=True, clock=clock, host="b") as own:
        with pytest.raises(BundleError) as caught:
            stage(own, io.BytesIO(raw), takes=frozenset({HANA}))
        assert caught.value.key == "bundle.not_taken"
        with stage(own, io.BytesIO(raw), takes=frozenset({HANA, ORGANISATION})) as staged:
            staged.take_in()
        assert heads_of(own) == {FIRST: ("day", "1", "")}


def test_bundle_of_one_person_leaves_it_at_home(journal):
    from tui.journal.bundle.header import Selection

    write(journal, person("花"), entry(), headcount("1"))
    assert b"headcount" not in bundle(journal, selection=Selection(trainees=(HANA,)))


def test_modes_are_those_of_the_curriculum():
    from typing import get_args

    from tui.curriculum.organisation import ShiftMode

    assert get_args(ShiftMode) == STAFFING_MODES


def bundle(journal, **named):
    sink = io.BytesIO()
    write_bundle(journal, sink, pack=("nca-isogj", "1.0.0"), **named)
    return sink.getvalue()
