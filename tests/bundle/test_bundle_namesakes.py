"""Two people of one name, whose one id is of 0.1.0: nobody is credited with what the other one did."""

import io
import json
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from old_world import BUNDLE, FIRST, HANA, SECOND, TANAKA, THIRD, Mentor, bundle, firsts, hanas, one

from tui.journal.doctor import differing_tables
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.lang import LANGS
from tui.workbook.exchange.intake import take_in
from tui.workbook.exchange.intake_words import warnings_of
from tui.workbook.setup.ownership import PERSON

WHOSE = "SELECT DISTINCT writer FROM event WHERE trainee = ? AND author = trainee AND kind NOT IN ('person', 'writer')"


def lead(folder, name="lead"):
    journal = Journal.open(folder / name, create=True)
    journal.append([NewEvent(Kind.PERSON, "p-0123456789ab", body={"name": "山田 恵"})], author="p-0123456789ab")
    journal.local_set(PERSON, "p-0123456789ab")
    return journal


@pytest.fixture
def journal(tmp_path):
    with lead(tmp_path) as opened:
        yield opened


def takes(journal, raw, **asked):
    return take_in(journal, io.BytesIO(raw), None, **asked).found


def chains(journal):
    return set(journal.store.rows(str, WHOSE, HANA))


def held(found):
    return [(each.person, each.writer, each.host) for each in found.held]


SECOND_HELD = [(HANA, SECOND, "soc-desk-9")]


@pytest.mark.parametrize(("one_first", "kept"), [(True, FIRST), (False, SECOND)])
def test_the_second_of_one_name_is_held_out_and_told(journal, one_first, kept):
    bundles = (BUNDLE.read_bytes(), bundle(*hanas()))
    assert not takes(journal, bundles[not one_first]).needs_a_look
    found = takes(journal, bundles[one_first])
    assert [each.writer for each in found.held] == [({FIRST, SECOND} - {kept}).pop()]
    assert found.needs_a_look
    assert chains(journal) == {kept}
    assert len(journal.entries(HANA, ["soc.2.paired", "soc.2.alone"])) == 3
    for lang in LANGS:
        told = " ".join(warnings_of(found, lang))
        for part in ("佐藤 花", HANA, found.held[0].host, f"ikusei import --accept {HANA}"):
            assert part in told


def test_both_in_one_bundle_are_two(journal):
    found = takes(journal, bundle(*firsts(), *hanas()))
    assert held(found) == SECOND_HELD
    assert chains(journal) == {FIRST}
    assert {each.events for each in found.held} == {15}


def test_what_is_accepted_comes_in_and_is_asked_about_once(journal):
    takes(journal, BUNDLE.read_bytes())
    takes(journal, bundle(*hanas()))
    assert journal.accept(HANA) == 2
    found = takes(journal, bundle(*hanas()))
    assert not found.needs_a_look
    assert chains(journal) == {FIRST, SECOND}
    assert len(journal.entries(HANA, ["soc.2.paired", "soc.2.alone"])) == 6
    assert held(takes(journal, bundle(*hanas(THIRD)))) == [(HANA, THIRD, "soc-desk-9")]


def test_who_says_with_the_bundle_that_it_is_one_person_is_not_asked(journal):
    takes(journal, BUNDLE.read_bytes())
    assert not takes(journal, bundle(*hanas()), joins=HANA.__eq__).needs_a_look
    assert chains(journal) == {FIRST, SECOND}


def test_a_roster_joins_a_chain_to_its_person(journal):
    takes(journal, BUNDLE.read_bytes())
    journal.joined = lambda: {SECOND: "p-somebody-else"}
    assert held(takes(journal, bundle(*hanas()))) == SECOND_HELD
    journal.joined = lambda: {SECOND: HANA}
    assert not takes(journal, bundle(*hanas())).needs_a_look
    assert chains(journal) == {FIRST, SECOND}


def test_an_id_that_a_roster_joins_to_another_has_its_chains_there(journal):
    takes(journal, BUNDLE.read_bytes())
    journal.joined = lambda: {SECOND: "p-new", HANA: "p-new"}
    assert not takes(journal, bundle(*hanas())).needs_a_look


def test_a_chain_that_continues_the_first_is_silent(journal):
    takes(journal, BUNDLE.read_bytes())
    assert not takes(journal, bundle(*hanas(copied_from=FIRST))).needs_a_look
    assert chains(journal) == {FIRST, SECOND}


def claims_with(story, *entries):
    """A later claim at the end of *story*'s chain that rests on these entries."""
    last = story[-1]
    mentor = Mentor(last["writer"], HANA)
    mentor.events = list(story)
    body = one(story, "claim")["body"] | {"entries": [each["hash"] for each in entries], "states": {}}
    return mentor.says("claim", body, item="soc.2.paired")


def test_who_claims_with_the_entries_of_the_other_machine_is_one_person(journal):
    """0.1.0 took one's own bundle in on another machine, and noted no link between the chains."""
    second = hanas()
    later = claims_with(second, one(firsts(), "entry"))
    takes(journal, bundle(*firsts()))
    assert not takes(journal, bundle(*firsts(), *second, later)).needs_a_look
    assert chains(journal) == {FIRST, SECOND}


def test_more_of_a_chain_that_is_here_is_silent(journal):
    takes(journal, BUNDLE.read_bytes())
    more = claims_with(firsts(), one(firsts(), "entry"))
    assert not takes(journal, bundle(firsts()[0], more)).needs_a_look


def test_the_readers_own_records_are_the_ones_that_are_known(tmp_path):
    with Journal.open(tmp_path / "tanaka", create=True) as journal:
        journal.local_set(PERSON, HANA)
        found = takes(journal, BUNDLE.read_bytes())
        assert [each.writer for each in found.held] == [FIRST]
        assert chains(journal) == set()


def test_a_chain_whose_beginning_was_taken_away_is_held_too(journal):
    takes(journal, BUNDLE.read_bytes())
    assert held(takes(journal, bundle(*hanas()[1:]))) == [(HANA, SECOND, "")]
    assert chains(journal) == {FIRST}


def test_an_id_that_was_not_made_from_a_name_is_told_as_before(journal):
    other = json.loads(json.dumps([firsts(), hanas()]).replace(HANA, "p-a3645ad58700"))
    for story, strangers in zip(other, ((), ("p-a3645ad58700",)), strict=True):
        found = takes(journal, bundle(*rehashed(story)))
        assert (found.strangers, found.held) == (strangers, ())


def rehashed(story):
    mentor = Mentor(story[0]["writer"])
    mentor.events = []
    for each in story[:6]:
        mentor.person = each["author"]
        mentor.says(each["kind"], each["body"], each["trainee"], each["item"])
    return mentor.events


# -- what mentors say ------------------------------------------------------------------------------------------------


@pytest.fixture
def words():
    """A mentor who has the records of both confirms and signs, and waives for one of them."""
    mentor = Mentor()
    first = mentor.confirms(firsts())
    second = mentor.confirms(hanas())
    return mentor, {"first": [first], "second": [second, mentor.signs(hanas(), second)]}


def test_what_mentors_said_about_the_other_is_held_with_it(journal, words):
    mentor, said = words
    takes(journal, BUNDLE.read_bytes())
    found = takes(journal, bundle(*hanas(), *mentor.events))
    assert held(found) == SECOND_HELD
    assert found.held[0].events == 17
    hashes = {each["hash"] for each in said["second"]}
    there = set(journal.store.rows(str, "SELECT hash FROM event WHERE writer = ?", mentor.writer))
    assert not hashes & there
    assert {each["hash"] for each in said["first"]} <= there
    assert journal.accept(HANA) == 2
    takes(journal, bundle(*hanas(), *mentor.events))
    assert hashes <= set(journal.store.rows(str, "SELECT hash FROM event WHERE writer = ?", mentor.writer))


def test_a_sign_off_of_the_other_is_held_where_their_records_are_not_in_the_bundle(journal, words):
    mentor, _ = words
    takes(journal, BUNDLE.read_bytes())
    found = takes(journal, bundle(*mentor.events))
    assert [(each.person, each.writer, each.events) for each in found.held] == [(HANA, SECOND, 1)]
    assert journal.store.rows(str, "SELECT hash FROM event WHERE kind = 'signoff'") == []


def test_a_sign_off_of_the_one_who_is_known_is_silent(journal):
    mentor = Mentor()
    mentor.signs(firsts(), mentor.confirms(firsts()))
    takes(journal, BUNDLE.read_bytes())
    assert not takes(journal, bundle(*mentor.events)).needs_a_look
    assert len(journal.store.rows(str, "SELECT hash FROM event WHERE kind = 'signoff'")) == 1


def test_what_could_be_about_either_is_held_while_there_are_two(journal, words):
    mentor, _ = words
    mentor.waives()
    takes(journal, BUNDLE.read_bytes())
    takes(journal, bundle(*hanas(), *mentor.events))
    assert journal.store.rows(str, "SELECT hash FROM event WHERE kind = 'waiver'") == []


def test_two_mentors_of_one_name_are_two(journal):
    one_of_them, other = Mentor(), Mentor(THIRD)
    one_of_them.confirms(firsts())
    other.signs(firsts())
    takes(journal, bundle(*firsts(), *one_of_them.events))
    assert held(takes(journal, bundle(*other.events))) == [(TANAKA, THIRD, "soc-desk-1")]
    assert journal.store.rows(str, "SELECT hash FROM event WHERE kind = 'signoff'") == []


# -- the law ---------------------------------------------------------------------------------------------------------


def world():
    mentor = Mentor()
    first = mentor.confirms(firsts())
    second = mentor.confirms(hanas())
    mentor.signs(hanas(), second)
    mentor.signs(firsts(), first)
    both = [*firsts(), *hanas(), *mentor.events]
    return {
        "first": bundle(*firsts()),
        "second": bundle(*hanas()),
        "mentor": bundle(*mentor.events),
        "first and mentor": bundle(*firsts(), *mentor.events),
        "second and mentor": bundle(*hanas(), *mentor.events),
        "both": bundle(*both),
        "end of the second": bundle(hanas()[0], *hanas()[5:]),
    }


WORLD = world()


@settings(max_examples=60, deadline=None)
@given(order=st.lists(st.sampled_from(sorted(WORLD)), min_size=1, max_size=5))
def test_no_order_credits_one_with_what_the_other_did(tmp_path_factory, order):
    with lead(tmp_path_factory.mktemp("law")) as journal:
        for each in order:
            takes(journal, WORLD[each])
        known = chains(journal)
        assert len(known) <= 1
        heads = journal.store.rows(str, "SELECT body -> 'heads' FROM event WHERE kind = 'signoff'")
        signed = {each for text in heads for each in json.loads(text)}
        assert len(known | signed) <= 1
        assert differing_tables(journal.store) == []


def test_when_all_is_accepted_the_order_does_not_matter(tmp_path):
    ends = set()
    for at, order in enumerate(permutations(("first", "second", "mentor"))):
        with lead(tmp_path, f"lead-{at}") as journal:
            for each in order:
                takes(journal, WORLD[each], joins=HANA.__eq__)
            ends.add(frozenset(journal.store.rows(str, "SELECT hash FROM event WHERE trainee = ?", HANA)))
    assert len(ends) == 1


def test_every_sentence_can_be_said(journal):
    takes(journal, BUNDLE.read_bytes())
    found = takes(journal, bundle(*(one for n in range(8) for one in hanas(f"{n}" * 32))))
    assert len(found.held) == 8
    for lang in LANGS:
        told = list(warnings_of(found, lang))
        assert len(told) == 6
        assert not any("{" in each for each in told)
