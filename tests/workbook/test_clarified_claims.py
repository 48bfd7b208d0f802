"""A claim of an older edition: stale where what it rests on counts no more, untouched by a mere clarification."""

import json
from pathlib import Path

import pytest
from workbook_world import DAY, criterion, open_book, tick_all

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy, ReadingItem
from tui.curriculum.rule import All, AnyOf, Count, Number, Reading, Supervision, Taught, numbers_left_out
from tui.curriculum.wording import is_clarified, wording_digest
from tui.journal.event import Kind, NewEvent
from tui.progress.review import Drift, Shift
from tui.progress.rules import standing
from tui.workbook.trainee.writing import EntryForm, enrol, gauges_of, log, set_tick

WORDINGS = {
    "soc.2.alone": "e0d699ae21b3933b6c7794f5a3256feb13da5f11d2fe1008d340085777f568be",
    "coord.1.reports": "de6a8fa79512f6efa4d47caf59023d349132e78df2ac5ef0928830a40cc23989",
}
"""Digests of what pack 1.0.0 asked, as ikusei 0.1.0 wrote them into claims."""
KEPT = json.loads(Path(__file__).with_name("wordings-1.1.0.json").read_text(encoding="utf-8"))
"""By criterion: the digest of what pack 1.1.0 asked, and the one that ikusei 0.1.0 would have given the same words."""
POLICY = Policy(name="", numbers={"soc.2.alone.times": 1, "coord.1.reports.times": 1}, readings={})


@pytest.fixture
def book(tmp_path):
    opened = open_book(tmp_path / "state.sqlite", POLICY)
    enrol(opened, "coord", 1)
    yield opened
    opened.journal.close()


def claimed(book, criterion_id, level, wording=""):
    """Claim a criterion as ikusei 0.1.0 did, resting on one entry."""
    tick_all(book, criterion_id)
    entry = log(book, EntryForm((criterion_id,), DAY, supervision=level))
    asked = criterion(book, criterion_id)
    body = {
        "entries": [str(entry)], "states": dict(book.journal.entry_states(book.trainee, [entry])),
        "policy": {key: "1" for key in (f"{criterion_id}.times",) if key in POLICY.numbers},
        "policy_digest": book.policy.digest, "points": [point.id for point in asked.points],
        "wording": wording or WORDINGS[criterion_id], "comment": "",
    }  # fmt: skip
    book.journal.append(
        [NewEvent(Kind.CLAIM, book.trainee, criterion_id, body, ("nca-isogj", "1.0.0"))], author=book.trainee
    )
    return book.view(criterion(book, criterion_id))


@pytest.mark.parametrize(
    ("criterion_id", "level"), [("soc.2.alone", Supervision.ALONE), ("coord.1.reports", Supervision.ASSISTED)]
)
def test_a_claim_whose_entries_still_count_stands_as_it_was(book, criterion_id, level):
    view = claimed(book, criterion_id, level)
    assert (view.standing.met, view.moved) == (True, ())


def test_a_claim_that_rests_on_watching_says_that_what_is_asked_has_changed(book):
    view = claimed(book, "coord.1.reports", Supervision.OBSERVED)
    assert not view.standing.met
    assert [each.shift for each in view.moved] == [Shift.WORDING]


def test_it_is_seen_again_after_an_entry_was_added(book):
    claimed(book, "coord.1.reports", Supervision.OBSERVED)
    log(book, EntryForm(("coord.1.reports",), DAY, supervision=Supervision.ALONE))
    view = book.view(criterion(book, "coord.1.reports"))
    assert (view.standing.met, [each.shift for each in view.moved]) == (True, [Shift.WORDING])


def test_any_other_wording_is_another_one(book):
    (found,) = claimed(book, "soc.2.alone", Supervision.ALONE, "ab" * 32).moved
    assert found.shift is Shift.WORDING


def test_a_point_taken_back_is_still_seen(book):
    view = claimed(book, "soc.2.alone", Supervision.ALONE)
    set_tick(book, view.criterion.points[0].id, False)
    assert book.view(view.criterion).moved == (Drift(Shift.POINT, view.criterion.points[0].id),)


def test_a_claim_that_leaves_out_what_it_has_to_say_counts_as_changed(book):
    tick_all(book, "soc.2.alone")
    entry = log(book, EntryForm(("soc.2.alone",), DAY))
    bare = NewEvent(Kind.CLAIM, book.trainee, "soc.2.alone", {"entries": [str(entry)]}, ("nca-isogj", "1.0.0"))
    book.journal.append([bare], author=book.trainee)
    asked = criterion(book, "soc.2.alone")
    assert [(each.shift, each.what) for each in book.view(asked).moved] == [
        (Shift.UNSAID_WORDING, ""),
        (Shift.UNSAID_NUMBER, "soc.2.alone.times"),
        *((Shift.UNSAID_POINT, point.id) for point in asked.points),
    ]


def test_every_number_that_a_claim_has_to_name_is_one_that_ikusei_writes_into_claims(book):
    numbers = {key: 1 for role in book.pack_roles() for each in role.criteria() for key in keys_of(each)}
    policy = Policy(name="", numbers=numbers, readings=dict.fromkeys(numbers, (ReadingItem("r.1", "書名"),)))
    for role in book.pack_roles():
        for each in role.criteria():
            found = standing(each.rule, (), criterion=each.id, ticks=frozenset(), points=(), policy=policy)
            written = {gauge.policy for gauge in gauges_of(found) if gauge.policy and gauge.needed is not None}
            assert not numbers_left_out(each.rule, written), each.id


def keys_of(asked):
    return numbers_left_out(asked.rule, ())


def test_of_rules_one_of_which_is_enough_a_claim_has_to_name_the_numbers_of_one():
    either = AnyOf((Count(Number(policy="a")), All((Taught(Number(policy="b")), Reading("c")))))
    assert numbers_left_out(either, ()) == ("a", "b", "c")
    assert numbers_left_out(either, ("b",)) == ("a", "c")
    assert numbers_left_out(either, ("a",)) == numbers_left_out(either, ("b", "c")) == ()


def test_no_claim_of_pack_1_1_0_turns_stale_by_mere_rewording():
    """Who rewords a criterion names the digest of the wording before in ``clarified``."""
    pack = Pack.open(builtin_folder())
    asked = {each.id: each for entry in pack.roles for each in pack.role(entry.id).criteria()}
    stale = [
        (criterion_id, digest[:16])
        for criterion_id, digests in KEPT.items()
        for digest in digests
        if digest != wording_digest(asked[criterion_id]) and not is_clarified(asked[criterion_id], digest)
    ]
    assert stale == []


def test_a_confirmed_claim_of_reworded_words_stands(book):
    view = claimed(book, "soc.2.alone", Supervision.ALONE, KEPT["soc.2.alone"][0])
    assert wording_digest(view.criterion) != KEPT["soc.2.alone"][0]
    assert (view.standing.met, view.moved) == (True, ())
