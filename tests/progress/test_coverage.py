"""Who covers a duty, against the definition read aloud."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.model import NOTHING
from tui.curriculum.organisation import Mapping
from tui.progress.coverage import coverage

PEOPLE = ("hana", "ken", "mio", "ren")
ROLES = ("soc", "ir", "vuln")
DUTIES = ("B-1", "B-2", "D-1", "I-6")

signings = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ROLES), st.integers(0, 4)), max_size=20)
rows = st.lists(
    st.builds(
        Mapping,
        role=st.sampled_from(ROLES),
        step=st.integers(1, 3),
        duty=st.sampled_from(DUTIES),
        reason=st.just(NOTHING),
    ),
    max_size=15,
)


def row(role: str, step: int, duty: str) -> Mapping:
    return Mapping(role, step, duty, NOTHING)


def test_a_signed_step_covers_what_it_and_the_steps_below_it_train_for():
    found = coverage([("hana", "soc", 2)], [row("soc", 1, "B-1"), row("soc", 2, "B-2"), row("soc", 3, "D-1")])
    assert found["B-1"].people == {2: ("hana",)}
    assert found["B-2"].people == {2: ("hana",)}
    assert found["D-1"].people == {}


def test_a_duty_that_nobody_covers_is_there_and_empty():
    found = coverage([], [row("soc", 1, "B-1"), row("ir", 2, "D-1")])
    assert list(found) == ["B-1", "D-1"]
    assert found["B-1"].everybody == ()
    assert found["B-1"].only == ""


def test_the_only_one_is_named_and_two_are_not():
    mapping = [row("soc", 1, "B-1")]
    assert coverage([("hana", "soc", 1)], mapping)["B-1"].only == "hana"
    assert coverage([("hana", "soc", 1), ("ken", "soc", 3)], mapping)["B-1"].only == ""


def test_somebody_who_reaches_a_duty_by_two_roles_stands_once_at_the_higher_step():
    mapping = [row("soc", 1, "B-1"), row("ir", 1, "B-1")]
    found = coverage([("hana", "soc", 1), ("hana", "ir", 3), ("ken", "soc", 2)], mapping)["B-1"]
    assert found.people == {2: ("ken",), 3: ("hana",)}
    assert found.everybody == ("hana", "ken")
    assert found.at(1) == ()


@given(signings, rows)
def test_coverage_is_what_its_definition_says(signed, mapping):
    found = coverage(signed, mapping)
    assert set(found) == {each.duty for each in mapping}
    for duty in found:
        for person in PEOPLE:
            has = [
                number
                for who, role, number in signed
                if who == person
                and any(each.role == role and each.duty == duty and each.step <= number for each in mapping)
            ]
            stands_on = [number for number, people in found[duty].people.items() if person in people]
            assert stands_on == ([max(has)] if has else [])


@given(signings, rows, st.randoms(use_true_random=False))
def test_the_order_of_sign_offs_makes_no_difference(signed, mapping, random):
    mixed = list(signed)
    random.shuffle(mixed)
    assert coverage(mixed, mapping) == coverage(signed, mapping)
