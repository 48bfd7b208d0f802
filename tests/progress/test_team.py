"""The team, held against the same questions asked the slow way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.model import NOTHING
from tui.curriculum.organisation import Mapping
from tui.progress.coverage import coverage
from tui.progress.team import Limits, Member, MemberOrder, MentorActs, RoleStand, Why, in_order, only, roles_of, stuck
from tui.progress.team_load import NOBODY, MonthMovement, closings, last_decided, loads, movement

TODAY = date(2026, 11, 21)
LIMITS = Limits(quiet=30, waiting=14)
ROLES = ("soc", "ir", "vuln")
DUTIES = ("B-1", "B-2", "D-1", "I-6")
MENTORS = ("p-ito", "p-kato")


def day_of(recorded: int) -> date:
    return datetime.fromtimestamp(recorded / 1000, UTC).date()


def at(days_ago: int) -> int:
    """Noon of that day, in milliseconds."""
    return int(datetime(2026, 11, 21, 12, tzinfo=UTC).timestamp() - days_ago * 86_400) * 1000


def stand(role="soc", *signed, start=1, criteria=4, confirmed=0, waiting=(), returned=(), step=None) -> RoleStand:
    following = max(signed, default=start - 1) + 1 if step is None else step
    following = following if following <= 3 else 0
    return RoleStand(
        role, start, {n: at(100) for n in signed}, following, criteria if following else 0, confirmed, waiting, returned
    )


def member(name="花", *stands, newest=5, since=200, said=()) -> Member:
    return Member(
        f"p-{name}", name, 3, TODAY - timedelta(days=newest) if newest >= 0 else None, at(since), stands, said
    )


moments = st.lists(st.integers(0, 90).map(at), max_size=3).map(lambda found: tuple(sorted(found)))
signings = st.sets(st.integers(1, 3)).map(sorted)


@st.composite
def stands(draw, role):
    signed = draw(signings)
    step = max(signed, default=0) + 1
    step = step if step <= 3 and draw(st.booleans()) else 0
    criteria = draw(st.integers(1, 5)) if step else 0
    return RoleStand(
        role,
        1,
        {n: at(60) for n in signed},
        step,
        criteria,
        draw(st.integers(0, criteria)),
        draw(moments),
        draw(moments),
    )


@st.composite
def members(draw, number):
    mine = tuple(draw(stands(role)) for role in sorted(draw(st.sets(st.sampled_from(ROLES)))))
    newest = draw(st.none() | st.integers(0, 90).map(lambda days: TODAY - timedelta(days=days)))
    said = tuple(
        MentorActs(
            mentor,
            {f"2026-{draw(st.integers(6, 11)):02}": draw(st.tuples(*[st.integers(0, 3)] * 3))},
            draw(st.integers(0, 3)),
            draw(st.integers(0, 10**9)),
            at(draw(st.integers(0, 90))),
        )
        for mentor in sorted(draw(st.sets(st.sampled_from(MENTORS))))
    )
    name = draw(st.sampled_from(("佐藤", "すずき", "スズキ", "Tanaka")))
    return Member(f"p-{number}", name, 1, newest, at(80), mine, said)


teams = st.integers(0, 6).flatmap(lambda count: st.tuples(*(members(number) for number in range(count))))
rows = st.lists(
    st.builds(
        Mapping,
        role=st.sampled_from(ROLES),
        step=st.integers(1, 3),
        duty=st.sampled_from(DUTIES),
        reason=st.just(NOTHING),
    ),
    max_size=12,
)


def test_the_three_reasons_to_be_stuck_with_their_days():
    hana = member("花", stand(waiting=(at(20), at(3)), returned=(at(2),)), newest=40)
    found = stuck([hana], TODAY, LIMITS, day_of)
    assert [(each.why, each.days, each.role, each.count) for each in found] == [
        (Why.QUIET, 40, "", 0),
        (Why.WAITING, 20, "soc", 2),
        (Why.RETURNED, 2, "soc", 1),
    ]


def test_a_day_less_than_the_limit_is_not_stuck():
    assert stuck([member("花", stand(waiting=(at(13),)), newest=29)], TODAY, LIMITS, day_of) == ()
    assert len(stuck([member("花", stand(waiting=(at(14),)), newest=30)], TODAY, LIMITS, day_of)) == 2


def test_who_has_signed_everything_may_be_quiet():
    assert stuck([member("花", stand("soc", 1, 2, 3), newest=400)], TODAY, LIMITS, day_of) == ()


def test_who_has_never_logged_is_quiet_since_they_began():
    (found,) = stuck([member("花", stand(), newest=-1, since=50)], TODAY, LIMITS, day_of)
    assert (found.why, found.days) == (Why.QUIET, 50)


@given(teams, st.integers(1, 60), st.integers(1, 60))
def test_stuck_is_what_looking_at_everybody_says(team, quiet, waiting):
    expected = set()
    for each in team:
        if any(s.step for s in each.stands) and (TODAY - (each.newest or day_of(each.since))).days >= quiet:
            expected.add((each.id, "", Why.QUIET))
        for s in each.stands:
            if any((TODAY - day_of(moment)).days >= waiting for moment in s.waiting):
                expected.add((each.id, s.role, Why.WAITING))
            if s.returned:
                expected.add((each.id, s.role, Why.RETURNED))
    found = stuck(team, TODAY, Limits(quiet, waiting), day_of)
    assert {(each.member.id, each.role, each.why) for each in found} == expected
    assert len(found) == len(expected)
    assert [each.days for each in found] == sorted((each.days for each in found), reverse=True)


@given(teams, st.sampled_from(MemberOrder), st.sampled_from(ROLES))
def test_an_order_loses_nobody_and_is_the_same_whatever_came_first(team, order, role):
    days = {each.id: len(each.stands) for each in team if each.stands}
    once = in_order(team, order, role=role, days=days)
    assert once == in_order(reversed(team), order, role=role, days=days)
    assert sorted(each.id for each in once) == sorted(each.id for each in team)


def test_orders():
    far, near = member("b", stand("soc", 1, 2)), member("a", stand("soc", 1, confirmed=2), stand("ir"))
    none = member("c")
    team = [none, far, near]
    assert in_order(team, MemberOrder.NAME) == [near, far, none]
    assert in_order(team, MemberOrder.FURTHEST) == [far, near, none]
    assert in_order(team, MemberOrder.ROLE, role="ir") == [near, far, none]
    assert in_order(team, MemberOrder.STUCK, days={"p-c": 9, "p-b": 30}) == [far, none, near]


def test_filters_fold_kana_and_width():
    suzuki, tanaka = member("スズキ", stand("ir")), member("Tanaka", stand("soc"))
    assert only([suzuki, tanaka], text="すずき") == [suzuki]
    assert only([suzuki, tanaka], text="ＴＡＮＡ") == [tanaka]
    assert only([suzuki, tanaka], role="ir") == [suzuki]
    assert only([suzuki, tanaka], among=["p-Tanaka"]) == [tanaka]
    assert only([suzuki, tanaka], text="x") == []
    assert only([suzuki, tanaka], text="もと", also={suzuki.id: ("元の名前", "もとのなまえ")}) == [suzuki]


def test_roles_stand_in_printed_order_and_unknown_ones_at_the_end():
    assert roles_of([member("a", stand("old"), stand("soc")), member("b", stand("ir"))], ROLES) == ("soc", "ir", "old")


def test_a_claim_waits_for_who_decided_last_where_no_roster_says():
    earlier, later = MentorActs("p-ito", {}, 0, 0, at(50)), MentorActs("p-kato", {}, 0, 0, at(4))
    hana = member("花", stand(waiting=(at(3),)), said=(earlier, later))
    new = member("健", stand(waiting=(at(9),)))
    by_mentor = {each.mentor: each for each in loads([hana, new], last_decided, TODAY, day_of)}
    assert by_mentor["p-kato"].waiting == 1
    assert by_mentor["p-ito"].waiting == 0
    assert by_mentor[NOBODY].waiting == 1
    assert by_mentor[NOBODY].oldest == day_of(at(9))


@given(teams)
def test_the_load_of_mentors_is_what_counting_says(team):
    def asked(each, role):
        return MENTORS[: len(role) % 3]

    found = {each.mentor: each for each in loads(team, asked, TODAY, day_of)}
    for mentor in (*MENTORS, NOBODY):
        waits = [
            moment
            for each in team
            for s in each.stands
            for moment in s.waiting
            if (mentor in asked(each, s.role) if mentor else not asked(each, s.role))
        ]
        load = found.get(mentor)
        assert (load.waiting if load else 0) == len(waits)
        assert (load.oldest if load else None) == (day_of(min(waits)) if waits else None)
        recent = [
            numbers
            for each in team
            for said in each.said
            if said.mentor == mentor
            for month, numbers in said.months.items()
            if month >= "2026-09"
        ]
        if load:
            assert (load.confirmed, load.returned, load.signed) == tuple(sum(n[i] for n in recent) for i in range(3))


@given(teams, st.integers(1, 8))
def test_months_of_movement_are_what_counting_says(team, months):
    entries = {"2026-11": 7, "2026-10": 2, "2025-01": 9}
    found = movement(team, entries, TODAY, months)
    assert [each.month for each in found] == [f"2026-{m:02}" for m in range(12 - months, 12)]
    for each in found:
        sums = [0, 0, 0]
        for someone in team:
            for said in someone.said:
                sums = [a + b for a, b in zip(sums, said.months.get(each.month, (0, 0, 0)), strict=True)]
        assert each == MonthMovement(each.month, entries.get(each.month, 0), *sums)


@given(teams, rows)
def test_what_one_more_step_closes_is_the_difference_of_two_coverages(team, mapping):
    signed = [each for someone in team for each in someone.signed]
    now = coverage(signed, mapping)
    found = {(each.member.id, each.role): each for each in closings(team, mapping, now)}
    for someone in team:
        for s in someone.stands:
            then = coverage([*signed, (someone.id, s.role, s.step)], mapping) if s.step else now
            first = {d for d in now if not now[d].everybody and then[d].everybody}
            second = {d for d in now if len(now[d].everybody) == 1 and len(then[d].everybody) == 2}
            each = found.get((someone.id, s.role))
            assert (set(each.first) if each else set()) == first
            assert (set(each.second) if each else set()) == second


def test_what_closes_most_comes_first():
    mapping = [Mapping("soc", 1, "B-1", NOTHING), Mapping("soc", 1, "B-2", NOTHING), Mapping("ir", 1, "D-1", NOTHING)]
    soc, ir = member("a", stand("soc")), member("b", stand("ir", confirmed=4))
    found = closings([ir, soc], mapping, coverage([], mapping))
    assert [(each.role, each.first, each.left) for each in found] == [("soc", ("B-1", "B-2"), 4), ("ir", ("D-1",), 0)]
