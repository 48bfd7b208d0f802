"""Undo takes back the last thing that somebody did, says what changes by it, and can itself be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbook_world import criterion, open_book, paired, tick_all

from tui.errors import JournalError, UsageError
from tui.journal.event import Kind, NewEvent
from tui.progress.state import State
from tui.workbook.trainee.undo import redo, undo
from tui.workbook.trainee.writing import claim, correct, enrol, form_of, log, set_tick
from tui.workbook.wording.undoing import bring_back, take_back

KEN = "p-ken"
PAIRED, VERDICT = "soc.2.paired", "soc.2.verdict"


@pytest.fixture
def book(tmp_path):
    found = open_book(tmp_path / "state.sqlite")
    yield found
    found.journal.close()


def said(book, lang="ja", event=""):
    return take_back(book, book.trainee, lang, event)


def decide(book, claimed, verdict="confirmed"):
    body = {"claim": str(claimed), "verdict": verdict, "reason": "もう一度", "policy": "", "heads": {}}
    book.journal.append([NewEvent(Kind.DECISION, book.trainee, PAIRED, body)], author=KEN)


def claimed(book):
    paired(book, 3)
    tick_all(book, PAIRED)
    return claim(book, criterion(book, PAIRED))


def refused(key):
    return pytest.raises(UsageError, match=key)


def done(book):
    return book.view(criterion(book, PAIRED)).standing.gauges[0].done


def test_an_entry_says_what_it_was_and_that_nothing_is_left(book):
    paired(book)
    assert said(book).endswith("前: 2026-11-20 x1 ペア 夜勤  今: なし")
    assert bring_back(book, book.trainee, "en").endswith("before: none  now: 2026-11-20 x1 paired 夜勤")


def test_a_correction_says_both_versions(book):
    paired(book)
    entry = book.newest(criterion(book, PAIRED), 1).entries[0]
    correct(book, entry, replace(form_of(entry), quantity=3))
    assert "前: 2026-11-20 x3 ペア 夜勤  今: 2026-11-20 x1 ペア 夜勤" in said(book)


def test_a_tick_and_a_claim_say_how_they_stand(book):
    claimed(book)
    assert "前: 申請中  今: 申請できる" in said(book)
    assert "前: 印あり  今: 印なし" in said(book)


def test_a_decided_claim_stays_confirmed_and_nothing_older_is_undone(book):
    decide(book, claimed(book))
    before = done(book)
    with pytest.raises(JournalError) as caught:
        undo(book)
    assert caught.value.key == "journal.decided"
    assert book.view(criterion(book, PAIRED)).state is State.CONFIRMED
    assert done(book) == before


def test_a_decision_that_crosses_the_undo_wins_also_over_a_redo(book):
    made = claimed(book)
    undo(book)
    decide(book, made)
    assert book.view(criterion(book, PAIRED)).state is State.CONFIRMED
    redo(book)
    assert book.view(criterion(book, PAIRED)).state is State.CONFIRMED


def test_after_a_role_was_followed_undo_says_how_that_is_changed_and_leaves_the_entry(book):
    paired(book)
    enrol(book, "vuln", 1)
    with refused("last_stays.enrol"):
        undo(book)
    assert done(book) == 1


def test_a_name_is_said_anew_and_not_undone(book):
    with refused("last_stays.enrol"):
        undo(book)
    book.journal.append([NewEvent(Kind.PERSON, book.trainee, body={"name": "佐藤 はな"})], author=book.trainee)
    with refused("last_stays.person"):
        undo(book)


def test_a_mentors_word_is_answered_and_not_undone(book):
    decide(book, claimed(book))
    with refused("last_stays.mentor"):
        undo(book, KEN)


def test_what_came_before_is_undone_by_its_id(book):
    paired(book)
    entry = book.newest(criterion(book, PAIRED), 1).entries[0]
    enrol(book, "vuln", 1)
    said(book, event=entry.id[:8])
    assert done(book) == 0
    redo(book)
    assert done(book) == 1


def test_another_persons_act_is_never_undone(book):
    paired(book)
    mine = book.newest(criterion(book, PAIRED), 1).entries[0]
    with pytest.raises(JournalError) as caught:
        undo(book, KEN, mine.id)
    assert caught.value.key == "journal.not_own"
    with refused("nothing_to_undo"):
        undo(book, KEN)


def test_redo_walks_forward_through_what_undo_walked_back(book):
    paired(book)
    set_tick(book, "soc.2.paired.triage", True)
    paired(book)
    for _ in range(3):
        undo(book)
    assert (done(book), book.ticked()) == (0, frozenset())
    seen = []
    for _ in range(3):
        redo(book)
        seen.append((done(book), len(book.ticked())))
    assert seen == [(1, 0), (1, 1), (2, 1)]
    with refused("nothing_to_redo"):
        redo(book)


def test_after_something_new_nothing_is_redone(book):
    paired(book)
    undo(book)
    set_tick(book, "soc.2.paired.triage", True)
    with refused("nothing_to_redo"):
        redo(book)
    undo(book)
    redo(book)
    assert book.ticked() == {"soc.2.paired.triage"}
    with refused("nothing_to_redo"):
        redo(book)


def test_everything_that_was_written_stays_in_the_journal(book):
    before = book.journal.stamp()
    paired(book)
    undo(book)
    redo(book)
    undo(book)
    assert book.journal.stamp() == before + 4
    assert done(book) == 0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["log", "tick", "undo", "redo"]), max_size=14))
def test_undo_and_redo_are_those_of_an_editor(tmp_path_factory, acts):
    book = open_book(tmp_path_factory.mktemp("undo") / "state.sqlite")
    past, future, ticks = [], [], 0
    for act in acts:
        if act in {"log", "tick"}:
            past, future = [*past, act], []
            if act == "log":
                paired(book)
            else:
                ticks += 1
                set_tick(book, f"soc.2.point{ticks}", True)
        elif act == "undo":
            if past:
                undo(book)
                future.append(past.pop())
            else:
                with pytest.raises(UsageError):
                    undo(book)
        elif future:
            redo(book)
            past.append(future.pop())
        else:
            with pytest.raises(UsageError):
                redo(book)
        assert (done(book), len(book.ticked())) == (past.count("log"), past.count("tick"))
    book.journal.close()


def test_entries_logged_again_after_an_undo_are_undone_one_by_one(book):
    paired(book)
    undo(book)
    log(book, form_of(_twice(book)))
    undo(book)
    assert done(book) == 1


def _twice(book):
    paired(book)
    return book.newest(criterion(book, PAIRED), 1).entries[0]


def test_a_heading_that_ticked_all_below_it_is_undone_and_redone_whole(book):
    heading = next(item for role in book.roles() for item in role.common if len(list(item.leaves())) > 2)
    leaves = {leaf.id for leaf in heading.leaves()}
    set_tick(book, heading.id, True)
    assert f"あわせて書いた {len(leaves) - 1} 件も" in said(book)
    assert not book.ticked()
    assert "あわせて書いた" in bring_back(book, book.trainee, "ja")
    assert book.ticked() == leaves
    undo(book)
    assert not book.ticked()


def test_ticks_one_by_one_are_undone_one_by_one(book):
    heading = next(item for role in book.roles() for item in role.common if len(list(item.leaves())) > 2)
    set_tick(book, heading.id, True)
    undo(book)
    leaves = [leaf.id for leaf in heading.leaves()]
    for leaf in leaves:
        set_tick(book, leaf, True)
    undo(book)
    assert book.ticked() == set(leaves[:-1])


def test_what_can_not_be_undone_is_not_undone_by_its_id_either(book):
    named = book.journal.last_act(book.trainee)
    with pytest.raises(JournalError) as caught:
        said(book, event=named.hash[:8])
    assert caught.value.key == "journal.not_undoable"
