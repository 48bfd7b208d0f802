"""A decision wins over what took the claim back without knowing of it, in whatever order they come together."""

import shutil
from itertools import permutations

import pytest
from journal_world import HANA, KEN, PAIRED, Clock, claim, decision, entry, refused, undo, withdrawal, write

from tui.journal.doctor import differing_tables
from tui.journal.events import in_order, insert
from tui.journal.fold import rebuild
from tui.journal.journal import Journal
from tui.progress.review import ClaimStage, Refusal, rounds


def machines(folder, back):
    """The trainee's file, in which the claim is taken back by *back*, and the mentor's, in which it is decided."""
    clock, other = Clock(), Clock()
    here = Journal.open(folder / "here", create=True, clock=clock)
    made = write(here, claim())
    shutil.copy(here.path, folder / "there")
    there = Journal.open(folder / "there", clock=other)
    return here, there, made, [back(made)], (clock, other)


def stages(journal, counts=lambda _: None):
    return [each.stage for each in rounds(journal.all_claims(HANA), journal.decisions(HANA), counts)]


@pytest.mark.parametrize("late", [-50_000, 50_000])
@pytest.mark.parametrize("back", [undo, withdrawal])
def test_a_decision_wins_in_any_order(tmp_path, back, late):
    here, there, made, news, (_, other) = machines(tmp_path, back)
    other.now += late
    with here, there:
        write(here, *news)
        write(there, decision(made), author=KEN)
        union = list({record.hash: record for each in (here, there) for record in in_order(each.store)}.values())
        here.merge(in_order(there.store))
        there.merge(in_order(here.store))
        assert stages(here) == stages(there) == [ClaimStage.CONFIRMED]
        (found,) = rounds(here.all_claims(HANA), here.decisions(HANA))
        assert found.taken_back is not None
        assert differing_tables(here.store) == differing_tables(there.store) == []
    for number, order in enumerate(permutations(union)):
        if number % 11 == 0:
            with Journal.open(tmp_path / f"{number}", create=True) as merged:
                for record in order:
                    merged.merge([record])
                assert stages(merged) == [ClaimStage.CONFIRMED]
                assert differing_tables(merged.store) == []
    with Journal.open(tmp_path / "rebuilt", create=True) as rebuilt:
        with rebuilt.store.write():
            for record in reversed(union):
                insert(rebuilt.store, record)
            rebuild(rebuilt.store)
        assert stages(rebuilt) == [ClaimStage.CONFIRMED]


@pytest.mark.parametrize("back", [undo, withdrawal])
def test_a_decision_that_counts_for_nothing_wins_over_nothing(tmp_path, back):
    here, there, made, news, _ = machines(tmp_path, back)
    with here, there:
        write(here, *news)
        write(there, decision(made), author=KEN)
        here.merge(in_order(there.store))
        assert stages(here, lambda _: Refusal("no")) == [ClaimStage.WITHDRAWN]


def test_an_undone_claim_that_nobody_decided_on_is_gone(tmp_path):
    here, there, _, news, _ = machines(tmp_path, undo)
    with here, there:
        write(here, *news)
        assert here.all_claims(HANA) == []


def test_what_has_been_decided_on_is_not_undone(tmp_path):
    here, there, made, _, _ = machines(tmp_path, undo)
    with here, there:
        write(there, decision(made), author=KEN)
        here.merge(in_order(there.store))
        with refused("journal.decided"):
            write(here, undo(made))
        assert here.claims(HANA)[PAIRED].id == made
        later = write(here, entry())
        write(here, undo(later))
        assert here.entry(later) is None
