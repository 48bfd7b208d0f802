"""Where somebody stands on the career path (isogj 7.3), and which STEPs lead on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.progress.career import CareerRecord, Trace, way

PACK = Pack.open(builtin_folder())
CAREERS = PACK.organisation.careers
FUNCTIONS = {function.id: [duty.id for duty in function.duties] for function in PACK.textbook.functions}
LAST = {(entry.id, 3) for entry in PACK.roles}
NETWORK, AUDIT, WEB = (affinity.duties for affinity in PACK.organisation.affinities)
SECOND, THIRD, FOURTH, FIFTH = 1, 2, 3, 4
STEPS = st.tuples(st.sampled_from([entry.id for entry in PACK.roles]), st.integers(1, 3))


def see(jobs=(), signed=(), on=(), work=()):
    return way(
        CAREERS, FUNCTIONS, PACK.mapping, LAST, CareerRecord(tuple(jobs), frozenset(signed), frozenset(on), dict(work))
    )


def leads_of(stage, duty):
    found = next(each for each in stage.duties if each.duty == duty)
    return {(lead.role, lead.step): lead.trace for lead in found.leads}


def test_stages_are_about_what_the_textbook_says():
    stages = see([NETWORK]).stages
    assert [stage.aspect for stage in stages] == ["base", "first", "functions", "functions", "speciality"]
    assert [duty.duty for duty in stages[SECOND].duties] == ["g-1"]
    assert {duty.duty[0] for duty in stages[THIRD].duties} == {"e", "b"}
    assert {duty.duty[0] for duty in stages[FOURTH].duties} == {"d"}


def test_nobody_known_stands_at_the_base():
    found = see()
    assert found.now == 0
    assert found.stages[SECOND].duties == ()


@pytest.mark.parametrize(
    ("jobs", "signed", "now"),
    [
        ([], [], 0),
        ([WEB], [], SECOND),
        # E-4 fits Web development and is a duty of E: the first role and the next stage in one.
        ([WEB], [("vuln", 2)], FOURTH),
        ([AUDIT], [("management", 2)], FOURTH),  # STEP 1 of management trains for E-7, too
        ([], [("soc", 2)], FOURTH),
        ([], [("coord", 2)], THIRD),  # D without E or B: both sides are still to be seen
        ([], [("soc", 2), ("coord", 2)], FIFTH),
        ([], [("soc", 3), ("coord", 2)], None),
    ],
)
def test_somebody_stands_at_the_first_stage_that_is_not_behind(jobs, signed, now):
    assert see(jobs, signed).now == now


def test_steps_that_lead_to_a_duty_say_what_the_record_says_of_them():
    stage = see(signed=[("soc", 3)], on=[("vuln", 3), ("soc", 3)]).stages[THIRD]
    assert leads_of(stage, "e-2") == {
        ("soc", 3): Trace.SIGNED,
        ("vuln", 3): Trace.ON,
        ("management", 1): Trace.OPEN,
        ("dev", 1): Trace.OPEN,
    }
    assert leads_of(stage, "b-1") == {("soc", 2): Trace.SIGNED}  # STEP 3 of the role stands for STEP 2
    assert leads_of(stage, "e-5") == {}


def test_speciality_is_where_the_role_leads_that_is_worked_at_most():
    duties = [each.duty for each in see(work={"coord": 2, "soc": 30}).stages[FIFTH].duties]
    assert duties[0] == "b-2"
    assert duties.index("b-2") < duties.index("a-2")
    assert see().stages[FIFTH].duties == ()


def test_pack_without_stages_has_no_way():
    assert see_nothing().stages == ()
    assert see_nothing().now is None


def see_nothing():
    return way((), {}, PACK.mapping, LAST, CareerRecord())


@given(st.frozensets(STEPS, max_size=6), STEPS, st.lists(st.sampled_from([NETWORK, AUDIT, WEB]), unique=True))
def test_another_signed_step_never_leads_back(signed, more, jobs):
    before, after = see(jobs, signed), see(jobs, signed | {more})
    assert after.now is None or (before.now is not None and after.now >= before.now)
    for one, other in zip(before.stages, after.stages, strict=True):
        assert other.is_behind >= one.is_behind


@given(st.frozensets(STEPS), st.frozensets(STEPS))
def test_every_step_of_the_mapping_leads_to_its_duty_and_no_other(signed, on):
    rows = {(row.role, row.step, row.duty) for row in PACK.mapping}
    for stage in see([NETWORK], signed, on).stages:
        for duty in stage.duties:
            named = {(lead.role, lead.step, duty.duty) for lead in duty.leads}
            assert named == {row for row in rows if row[2] == duty.duty}
