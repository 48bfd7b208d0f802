"""The roster: read strictly, every fault at its place; and what follows from it, as pure functions."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from trust_world import LEAD, NOON, ROSTER, TANAKA, faults_of, roster_of, told

from tui.lang import say
from tui.moment import recorded_at
from tui.trust.permission import Allowance, may_decide
from tui.trust.roster import mentors_of, principals, trainees_of

JST = timezone(timedelta(hours=9))


@pytest.fixture
def roster(tmp_path):
    return roster_of(tmp_path)


def test_a_roster_says_who_there_is(roster):
    assert (roster.id, roster.version, roster.offset) == ("midori-soc", "3", 540)
    assert [person.id for person in roster.people if person.lead] == ["p-yamada"]
    assert principals(roster, "p-tanaka") == (TANAKA,)
    assert principals(roster, "p-sato") == principals(roster, "p-nobody") == principals(None, "p-tanaka") == ()
    assert [(host.ssh, host.command, host.state) for host in roster.hosts] == [("sato@soc-ws-12", "ikusei", "")]
    assert (roster.name("p-sato"), roster.name("p-nobody")) == ("佐藤 花", "p-nobody")


def test_a_roster_of_nobody_is_a_roster(tmp_path):
    roster = roster_of(tmp_path, '[roster]\nid = "x"\nversion = "1"\n')
    assert (roster.people, roster.mentorings, roster.hosts, roster.offset) == ((), (), (), None)


def test_who_mentors_whom(roster):
    assert [each.mentor for each in mentors_of(roster, "p-sato")] == ["p-tanaka", "p-mori"]
    assert [each.mentor for each in mentors_of(roster, "p-sato", datetime(2026, 5, 1, tzinfo=UTC))] == ["p-tanaka"]
    assert [each.mentor for each in mentors_of(roster, "p-mori")] == []
    assert [each.trainee for each in trainees_of(roster, "p-tanaka", NOON)] == ["p-sato"]
    assert trainees_of(roster, "p-tanaka", datetime(2027, 4, 2, tzinfo=UTC)) == ()


REVIEWS = {
    "the mentor in time": (("p-tanaka", "p-sato", "soc"), NOON, Allowance.ALLOWED, "trust.named"),
    "basic education, which is no role's": (("p-tanaka", "p-sato", ""), NOON, Allowance.ALLOWED, "trust.named"),
    "a mentor of everybody": (("p-mori", "p-abe", "ir"), NOON, Allowance.ALLOWED, "trust.named"),
    "a mentor of everybody, of a stranger": (("p-mori", "p-new", "ir"), NOON, Allowance.ALLOWED, "trust.named"),
    "oneself": (("p-sato", "p-sato", "soc"), NOON, Allowance.ONESELF, "trust.oneself"),
    "a mentor of everybody, of themself": (("p-mori", "p-mori", "soc"), NOON, Allowance.ONESELF, "trust.oneself"),
    "a fellow trainee": (("p-abe", "p-sato", "soc"), NOON, Allowance.NOT_NAMED, "trust.not_mentor"),
    "the lead, who mentors nobody": (("p-yamada", "p-sato", "soc"), NOON, Allowance.NOT_NAMED, "trust.not_mentor"),
    "another trainee of the mentor": (("p-tanaka", "p-abe", "soc"), NOON, Allowance.NOT_NAMED, "trust.not_mentor"),
    "another role": (("p-tanaka", "p-sato", "ir"), NOON, Allowance.NOT_NAMED, "trust.not_for_role"),
    "first minute of the first day": (
        ("p-tanaka", "p-sato", "soc"), datetime(2026, 4, 1, 0, 0, tzinfo=JST), Allowance.ALLOWED, "trust.named",
    ),
    "last minute before the first day": (
        ("p-tanaka", "p-sato", "soc"), datetime(2026, 3, 31, 23, 59, tzinfo=JST), Allowance.NOT_THEN, "trust.not_yet",
    ),
    "last minute of the last day": (
        ("p-tanaka", "p-sato", "soc"), datetime(2027, 3, 31, 23, 59, tzinfo=JST), Allowance.ALLOWED, "trust.named",
    ),
    "first minute after the last day": (
        ("p-tanaka", "p-sato", "soc"), datetime(2027, 4, 1, 0, 0, tzinfo=JST), Allowance.NOT_THEN, "trust.no_longer",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REVIEWS)
def test_who_may_review_whose_claims(roster, case):
    who, at, answer, reason = REVIEWS[case]
    found = may_decide(roster, *who, at, as_evaluator=False)
    assert (found.answer, told(found.reason, found.fields)) == (answer, reason)
    assert found.is_allowed == (answer is Allowance.ALLOWED)
    # The same moment told by another clock is the same moment.
    assert may_decide(roster, *who, at.astimezone(UTC), as_evaluator=False) == found


def test_a_refusal_names_people_and_days(roster):
    found = may_decide(roster, "p-tanaka", "p-sato", "soc", datetime(2027, 5, 1, tzinfo=UTC), as_evaluator=False)
    assert say("ja", found.reason, **found.fields).startswith(
        "名簿では 田中 一郎 さんが 佐藤 花 さんの指導者だったのは 2027-03-31"
    )


def test_of_several_spans_that_are_over_the_last_day_is_named(tmp_path):
    earlier = '\n[[mentor]]\nmentor = "p-tanaka"\ntrainee = "p-sato"\nroles = ["soc"]\nuntil = 2025-03-31\n'
    roster = roster_of(tmp_path, ROSTER + earlier)
    found = may_decide(roster, "p-tanaka", "p-sato", "soc", datetime(2027, 5, 1, tzinfo=UTC), as_evaluator=False)
    assert (found.reason, f"{found.fields['until']}") == ("trust.no_longer", "2027-03-31")


def test_an_evaluator_is_named_as_one(roster):
    found = may_decide(roster, "p-tanaka", "p-sato", "soc", NOON, as_evaluator=True)
    assert (found.answer, told(found.reason, found.fields)) == (Allowance.NOT_NAMED, "trust.not_evaluator")
    assert may_decide(roster, "p-tanaka", "p-sato", "soc", NOON, as_evaluator=False).is_allowed
    assert may_decide(roster, "p-mori", "p-sato", "soc", NOON, as_evaluator=True).is_allowed
    early = may_decide(roster, "p-mori", "p-sato", "soc", datetime(2026, 9, 1, tzinfo=UTC), as_evaluator=True)
    assert early.reason == "trust.not_yet"


def test_without_a_roster_anybody_but_the_trainee_may_and_it_is_said_so():
    found = may_decide(None, "p-abe", "p-sato", "soc", NOON, as_evaluator=False)
    assert (found.is_allowed, told(found.reason, found.fields)) == (True, "trust.no_roster")
    assert not may_decide(None, "p-sato", "p-sato", "soc", NOON, as_evaluator=False).is_allowed
    assert may_decide(None, "p-abe", "p-sato", "soc", NOON, as_evaluator=True).is_allowed


def test_a_clock_that_went_mad_is_an_answer_too(roster):
    for milliseconds in (-(10**18), -1, 10**13, 10**30):
        found = may_decide(roster, "p-mori", "p-sato", "soc", recorded_at(milliseconds), as_evaluator=False)
        assert found.is_allowed == (milliseconds > 0)
    with pytest.raises(ValueError, match="time zone"):
        may_decide(roster, "p-mori", "p-sato", "soc", datetime(2026, 11, 20), as_evaluator=False)  # noqa: DTZ001


HEAD = '[roster]\nid = "x"\nversion = "1"\n'
TWO = '[[person]]\nid = "a"\nname = "A"\n[[person]]\nid = "b"\nname = "B"\n'
SPAN = '[[mentor]]\nmentor = "a"\ntrainee = "b"\n'
HOST = '[[host]]\ntrainee = "b"\nssh = "h"\n'
FAULTS = {
    "no roster": ("", [(1, 1, "content.missing-key")]),
    "a word that nobody knows": (f"{HEAD}zone = 1\n", [(4, 1, "content.unknown-key")]),
    "a misspelt table": (f"{HEAD}[[persons]]\n", [(4, 1, "content.unknown-key-near")]),
    "an id that isn't one": ('[roster]\nid = "X Y"\nversion = "1"\n', [(2, 1, "content.bad-id")]),
    "a version with a blank": ('[roster]\nid = "x"\nversion = "1 2"\n', [(3, 1, "content.bad-version")]),
    "an offset that isn't one": (f'{HEAD}utc_offset = "JST"\n', [(4, 1, "content.bad-offset")]),
    "a person with a blank": (f'{HEAD}[[person]]\nid = "a b"\nname = "A"\n', [(5, 1, "trust.bad_person")]),
    "a person named like everybody": (f'{HEAD}[[person]]\nid = "*"\nname = "A"\n', [(5, 1, "trust.bad_person")]),
    "a person twice": (f'{HEAD}{TWO}[[person]]\nid = "a"\nname = "C"\n', [(11, 1, "trust.person_twice")]),
    "a principal of two": (
        HEAD + TWO.replace('"A"', '"A"\nsigns_as = ["x@y"]') + 'signs_as = ["z@y", "x@y"]\n',
        [(11, 20, "trust.principal_twice")],
    ),
    "a principal that is a pattern": (
        f'{HEAD}[[person]]\nid = "a"\nname = "A"\nsigns_as = ["*@y"]\n', [(7, 13, "trust.bad_principal")],
    ),
    "a principal that is an option": (
        f'{HEAD}[[person]]\nid = "a"\nname = "A"\nsigns_as = ["-Ofoo"]\n', [(7, 13, "trust.bad_principal")],
    ),
    "a mentor whom nobody knows": (
        f'{HEAD}{TWO}[[mentor]]\nmentor = "zed"\ntrainee = "b"\n', [(11, 1, "trust.no_person")],
    ),
    "everybody as a mentor": (f'{HEAD}{TWO}[[mentor]]\nmentor = "*"\ntrainee = "b"\n', [(11, 1, "trust.bad_person")]),
    "their own mentor": (f'{HEAD}{TWO}[[mentor]]\nmentor = "a"\ntrainee = "a"\n', [(12, 1, "trust.own_mentor")]),
    "a day in quotes": (f'{HEAD}{TWO}{SPAN}from = "2026-04-01"\n', [(13, 1, "trust.bad_day")]),
    "a day with a time": (f"{HEAD}{TWO}{SPAN}until = 2026-04-01T00:00:00Z\n", [(13, 1, "trust.bad_day")]),
    "an end before the beginning": (
        f"{HEAD}{TWO}{SPAN}from = 2026-04-02\nuntil = 2026-04-01\n", [(14, 1, "trust.until_first")],
    ),
    "two open spans": (f"{HEAD}{TWO}{SPAN}{SPAN}", [(13, 1, "trust.overlap")]),
    "spans that share a day": (
        f"{HEAD}{TWO}{SPAN}until = 2026-04-01\n{SPAN}from = 2026-04-01\n", [(14, 1, "trust.overlap")],
    ),
    "spans that share a role": (
        f'{HEAD}{TWO}{SPAN}roles = ["soc", "ir"]\n{SPAN}roles = ["ir"]\n', [(14, 1, "trust.overlap")],
    ),
    "a host of nobody": (f'{HEAD}{TWO}[[host]]\ntrainee = "zed"\nssh = "h"\n', [(11, 1, "trust.no_person")]),
    "a destination that is an option": (
        f'{HEAD}{TWO}[[host]]\ntrainee = "b"\nssh = "-oProxyCommand=id"\n', [(12, 1, "trust.bad_ssh")],
    ),
    "a destination with a command in it": (
        f'{HEAD}{TWO}[[host]]\ntrainee = "b"\nssh = "h;id"\n', [(12, 1, "trust.bad_ssh")],
    ),
    "a program with a command in it": (f'{HEAD}{TWO}{HOST}command = "x$(id)"\n', [(13, 1, "trust.bad_path")]),
    "a state that is an option": (f'{HEAD}{TWO}{HOST}state = "--help"\n', [(13, 1, "trust.bad_path")]),
    "a host twice": (f"{HEAD}{TWO}{HOST}{HOST}", [(15, 1, "trust.host_twice")]),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_named_where_it_stands(tmp_path, case):
    text, faults = FAULTS[case]
    assert faults_of(tmp_path, text) == faults


def test_all_faults_come_in_one_run(tmp_path):
    text = ROSTER.replace('"p-sato"\nroles', '"p-satoh"\nroles').replace("2026-10-01", "2026-02-30", 1)
    assert faults_of(tmp_path, text)[0][2] == "content.syntax"
    text = ROSTER.replace('"p-sato"\nroles', '"p-satoh"\nroles').replace("evaluator", "evalator")
    assert [key for *_, key in faults_of(tmp_path, text)] == ["trust.no_person-near", "content.unknown-key-near"]


def test_roles_are_held_against_the_pack_where_it_is_known(tmp_path):
    text = f'{HEAD}{TWO}{SPAN}roles = ["soc", "irr"]\n'
    assert roster_of(tmp_path, text).mentorings[0].roles == ("soc", "irr")
    assert faults_of(tmp_path, text, roles=["soc", "ir"]) == [(13, 17, "trust.no_role-near")]


@pytest.mark.parametrize("ssh", ["soc-ws-12", "sato@10.0.0.7", "ssh://sato@host:2222", "[2001:db8::1]", "端末1"])
def test_destinations_that_ssh_takes(tmp_path, ssh):
    host = f'[[host]]\ntrainee = "b"\nssh = "{ssh}"\ncommand = "~/.local/bin/ikusei"\nstate = "/srv/佐藤.sqlite"\n'
    text = f"{HEAD}{TWO}{host}"
    assert roster_of(tmp_path, text).hosts[0].ssh == ssh


def test_spans_that_follow_each_other_or_are_of_other_roles_or_people_do_not_overlap(tmp_path):
    roster_of(tmp_path, f"{HEAD}{TWO}{SPAN}until = 2026-03-31\n{SPAN}from = 2026-04-01\n")
    roster_of(tmp_path, f'{HEAD}{TWO}{SPAN}roles = ["soc"]\n{SPAN}roles = ["ir"]\n')
    roster_of(tmp_path, f'{HEAD}{TWO}{SPAN}[[mentor]]\nmentor = "a"\ntrainee = "*"\n')
    assert principals(roster_of(tmp_path), "p-yamada") == (LEAD,)


TWICE = ROSTER.replace('id = "p-sato"\nname', 'id = "p-sato"\nalso = ["p-old"]\nname').replace(
    'id = "p-tanaka"\nname', 'id = "p-tanaka"\nalso = ["p-tanaka-old"]\nname'
)


def test_a_further_id_is_the_same_person(tmp_path):
    roster = roster_of(tmp_path, TWICE)
    assert (roster.name("p-old"), roster.one("p-old"), roster.one("p-new")) == ("佐藤 花", "p-sato", "p-new")
    assert principals(roster, "p-tanaka-old") == (TANAKA,)
    for author in ("p-tanaka", "p-tanaka-old"):
        for trainee in ("p-sato", "p-old"):
            assert may_decide(roster, author, trainee, "soc", NOON, as_evaluator=False).answer is Allowance.ALLOWED
    assert [each.mentor for each in mentors_of(roster, "p-old")] == ["p-tanaka", "p-mori"]
    assert [each.trainee for each in trainees_of(roster, "p-tanaka-old", NOON)] == ["p-sato"]


def test_nobody_reviews_themself_under_a_further_id(tmp_path):
    roster = roster_of(tmp_path, ROSTER.replace('id = "p-mori"\nname', 'id = "p-mori"\nalso = ["p-mori-old"]\nname'))
    assert may_decide(roster, "p-mori", "p-mori-old", "soc", NOON, as_evaluator=False).answer is Allowance.ONESELF


@pytest.mark.parametrize("further", ["p-abe", "p-tanaka-old", "*", "p sato"])
def test_a_further_id_is_one_persons_alone(tmp_path, further):
    text = TWICE.replace('also = ["p-old"]', f'also = ["{further}"]')
    assert faults_of(tmp_path, text)


def test_namesakes_in_a_roster_are_told_apart(tmp_path):
    roster = roster_of(tmp_path, ROSTER.replace("阿部 翔", "佐藤 花"))
    assert (roster.label("p-sato"), roster.label("p-abe")) == ("佐藤 花 (p-sato)", "佐藤 花 (p-abe)")
    assert (roster.label("p-mori"), roster.label("p-nobody")) == ("森 遥", "p-nobody")
    answer = may_decide(roster, "p-abe", "p-sato", "soc", NOON, as_evaluator=False)
    assert (answer.fields["mentor"], answer.fields["trainee"]) == ("佐藤 花 (p-abe)", "佐藤 花 (p-sato)")
