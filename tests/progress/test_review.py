"""What was said about claims: the same for everybody who has heard all of it, in whatever order it came."""

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tui.journal.event import Claim, EventHash
from tui.journal.review import Decision, Reopening, Signoff, Verdict
from tui.progress.review import ClaimStage, Ground, Refusal, Shift, moved, rounds

CLAIM = Claim(EventHash("c1"), "hana", "soc.2.alone", 1000, ("e1", "e2"), {"k": "5"}, ("p1",), clock=1000)


def decision(clock, verdict=Verdict.CONFIRMED, claim="c1", author="ken", reason=""):
    return Decision(EventHash(f"d{clock}{author}"), claim, "hana", "soc.2.alone", author, verdict, reason, clock, clock)


def stage(claim, *decisions, **more):
    (found,) = rounds([claim], decisions, **more)
    return found.stage


def test_claim_waits_until_somebody_decides():
    assert stage(CLAIM) is ClaimStage.WAITING
    assert stage(CLAIM, decision(2000)) is ClaimStage.CONFIRMED
    assert stage(CLAIM, decision(2000, Verdict.RETURNED)) is ClaimStage.RETURNED


def test_newest_decision_holds():
    assert stage(CLAIM, decision(2000), decision(3000, Verdict.RETURNED)) is ClaimStage.RETURNED
    assert stage(CLAIM, decision(3000), decision(2000, Verdict.RETURNED)) is ClaimStage.CONFIRMED


def test_decision_wins_over_a_withdrawal_that_did_not_know_it_whichever_was_first():
    for decided in (3000, 1500):
        (found,) = rounds([replace(CLAIM, withdrawn=(2000, "w"))], [decision(decided)])
        assert (found.stage, found.taken_back, found.ignored) == (ClaimStage.CONFIRMED, 2000, ())
        (found,) = rounds([replace(CLAIM, withdrawn=(2000, "w"))], [decision(decided, Verdict.RETURNED)])
        assert found.stage is ClaimStage.RETURNED


def test_decision_that_counts_for_nothing_leaves_a_withdrawn_claim_withdrawn():
    (found,) = rounds([replace(CLAIM, withdrawn=(2000, "w"))], [decision(3000)], lambda _: Refusal("no"))
    assert (found.stage, found.taken_back) == (ClaimStage.WITHDRAWN, None)


def test_what_does_not_count_is_kept_with_its_reason():
    (found,) = rounds(
        [CLAIM], [decision(2000, author="nobody")], lambda each: Refusal("no") if each.author == "nobody" else None
    )
    assert found.stage is ClaimStage.WAITING
    assert [(each.decision.author, each.why.key) for each in found.ignored] == [("nobody", "no")]


def test_rounds_come_in_the_order_of_their_claims():
    later = replace(CLAIM, id=EventHash("c2"), clock=5000)
    found = rounds([later, CLAIM], [decision(2000, Verdict.RETURNED), decision(6000, claim="c2")])
    assert [each.stage for each in found] == [ClaimStage.RETURNED, ClaimStage.CONFIRMED]


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(list(Verdict)), st.sampled_from("ab")), max_size=6))
def test_order_in_which_decisions_are_heard_makes_no_difference(said):
    decisions = list({(c, a): decision(1000 + c, v, author=a) for c, v, a in said}.values())
    claim = replace(CLAIM, withdrawn=(1004, "w"))
    heard = [rounds([claim], order) for order in itertools.islice(itertools.permutations(decisions), 60)]
    assert all(each == heard[0] for each in heard)


CLAIM_IN_FULL = replace(CLAIM, states={"e1": "e1", "e2": "e2"}, wording="w1")
GROUND = Ground({"e1": "e1", "e2": "e2"}, {"k": "5"}, frozenset({"p1"}), "w1", points=("p1",))


def test_nothing_has_moved_while_everything_is_as_it_was():
    assert moved(CLAIM_IN_FULL, GROUND) == ()


def test_each_thing_that_moved_is_named():
    now = Ground({"e1": "x"}, {"k": "9"}, frozenset(), "w2")
    assert [(each.shift, each.what) for each in moved(CLAIM_IN_FULL, now)] == [
        (Shift.ENTRY, "e1"),
        (Shift.GONE, "e2"),
        (Shift.NUMBER, "k"),
        (Shift.POINT, "p1"),
        (Shift.WORDING, ""),
    ]


def test_two_changes_of_one_entry_are_never_taken_for_one():
    once, twice = (replace(GROUND, states={"e1": state, "e2": "e2"}) for state in ("x", "y"))
    assert moved(CLAIM_IN_FULL, once) != moved(CLAIM_IN_FULL, twice)


def test_what_a_claim_leaves_out_counts_as_changed():
    claim = replace(CLAIM_IN_FULL, wording="", policy={}, points=())
    assert [(each.shift, each.what) for each in moved(claim, replace(GROUND, asked=("k",)))] == [
        (Shift.UNSAID_WORDING, ""),
        (Shift.UNSAID_NUMBER, "k"),
        (Shift.UNSAID_POINT, "p1"),
    ]


SIGNED = Signoff(EventHash("s1"), "p", "soc.2", "lead", "…", ("d-ken-2-confirmed",), "", 3, 3)
OPENED = Reopening(EventHash("o1"), "p", "soc.2", "s1", "lead", "…", 5, 5)


@given(st.permutations([decision(2), decision(4, Verdict.RETURNED), decision(6, Verdict.RETURNED)]), st.booleans())
def test_confirmation_is_returned_unless_a_signed_step_rests_on_it(said, is_open_again):
    signed = replace(SIGNED, decisions=(decision(2).id,), reopened=(OPENED,) if is_open_again else ())
    (found,) = rounds([CLAIM], said, signoffs=lambda: [signed])
    assert found.ignored[0].decision == decision(4, Verdict.RETURNED)
    assert found.ignored[0].why.key == "screens.review.why.step-signed"
    assert found.stage is (ClaimStage.RETURNED if is_open_again else ClaimStage.CONFIRMED)
    assert found.before == ((decision(2),) if is_open_again else ())


@given(st.permutations([decision(2), decision(4, Verdict.RETURNED, author="mia", reason="x")]))
def test_confirmation_that_was_returned_stays_in_the_round(said):
    (found,) = rounds([CLAIM], said)
    assert (found.stage, found.before, found.decision.author) == (ClaimStage.RETURNED, (decision(2),), "mia")
