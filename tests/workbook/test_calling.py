"""Two people of one name are never shown alike."""

import pytest
from workbook_world import DAY, criterion, open_book, tick_all

from tui.cli.line.people import pick_person
from tui.cli.mentor.claims import one_trainee
from tui.curriculum.policy import Policy
from tui.errors import UsageError
from tui.journal.event import Kind, NewEvent
from tui.journal.events import in_order
from tui.journal.review import Verdict
from tui.text.apart import told_apart
from tui.workbook.mentor.reviewing import decide, queue, returnable
from tui.workbook.organisation.team import JournalTeam
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.authority import Anybody
from tui.workbook.standings.people_names import found_by, labels
from tui.workbook.trainee.writing import EntryForm, claim, log

HANA, OTHER = "p-3f9a21c04b77", "p-3f9b00000001"


def test_one_name_needs_nothing_beside_it():
    assert told_apart({HANA: "佐藤 花", OTHER: "田中 実"}) == {HANA: "佐藤 花", OTHER: "田中 実"}


def test_namesakes_have_as_much_of_the_id_as_tells_them_apart():
    assert told_apart({HANA: "佐藤 花", "p-e00000000000": "佐藤 花"}) == {
        HANA: "佐藤 花 (p-3f9a)",
        "p-e00000000000": "佐藤 花 (p-e000)",
    }
    assert told_apart({"p-3f9a21": "佐藤 花", "p-3f9a22": "佐藤 花"}) == {
        "p-3f9a21": "佐藤 花 (p-3f9a21)",
        "p-3f9a22": "佐藤 花 (p-3f9a22)",
    }


def test_names_that_differ_only_in_width_or_case_are_one():
    shown = told_apart({HANA: "Hana Sato", OTHER: "ＨＡＮＡ Sato"})
    assert shown == {HANA: "Hana Sato (p-3f9a)", OTHER: "ＨＡＮＡ Sato (p-3f9b)"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kato Sara", "Кato Sаra"),
        ("佐藤 ニコ", "佐藤 二コ"),
        ("Arno Ito", "Amo Ito"),
        ("佐藤 花", "佐藤\u3164花"),
        ("佐藤 花", "佐藤\u2800花"),
        ("佐藤 花", "佐藤 花\ufe0f"),
        ("佐藤 花", "佐藤 花\u034f"),
        ("佐藤 花", "佐\u00ad藤 花"),
        ("佐藤 花", "佐藤 花\u0325\u0325\u0325"),
        ("斉藤 竜", "⻫藤 ⻯"),
        ("Jose", "José"),
    ],
)
def test_names_that_only_look_the_same_have_their_ids_beside_them(one, other):
    shown = told_apart({HANA: one, OTHER: other})
    assert shown == {HANA: f"{one} (p-3f9a)", OTHER: f"{other} (p-3f9b)"}


@pytest.mark.parametrize(("one", "other"), [("佐藤 ハナ", "佐藤 バナ"), ("加藤 力", "加藤 刀"), ("Sato", "Sado")])
def test_names_that_differ_to_the_eye_need_nothing_beside_them(one, other):
    assert told_apart({HANA: one, OTHER: other}) == {HANA: one, OTHER: other}


@pytest.mark.parametrize("name", ["", "\u3164", "\u2800\u2800", "\u00ad", "\ufe0f \u034f"])
def test_who_has_a_name_that_nobody_sees_is_shown_as_the_id(name):
    assert told_apart({HANA: name, OTHER: "田中 実"}) == {HANA: HANA, OTHER: "田中 実"}


def test_ids_that_look_the_same_have_a_digest_beside_them():
    shown = told_apart({"p-sato": "佐藤 花", "p-ѕаto": "佐藤 花"})
    assert [each.rpartition("#")[0] for each in shown.values()] == ["佐藤 花 (p-sato ", "佐藤 花 (p-ѕаto "]
    assert len({each.rpartition("#")[2] for each in shown.values()}) == 2


def test_nobody_looks_like_somebody_else_by_taking_a_name_with_their_id_in_it():
    shown = told_apart({HANA: "佐藤 花", OTHER: "佐藤 花", "p-mallory": f"佐藤 花 ({HANA[:6]})", "p-ken": HANA})
    assert len(set(shown.values())) == 4
    assert shown["p-mallory"].endswith("(p-mall)")
    assert shown["p-ken"] != HANA


def test_two_ids_of_one_person_are_no_namesakes():
    people = {HANA: "佐藤 花", OTHER: "佐藤 花"}
    assert told_apart(people, {OTHER: HANA}) == people


def test_a_roster_says_what_people_are_called_and_their_own_name_still_finds_them(tmp_path):
    book = open_book(tmp_path / "state.sqlite")

    class Roster(Anybody):
        def __init__(self, person):
            self.names = {person: "鈴木 花子"}

    book.authority = Roster(book.trainee)
    assert (book.name, book.label) == ("鈴木 花子", "鈴木 花子")
    assert [each.name for each in JournalTeam(book).members] == ["鈴木 花子"]
    assert found_by(book)[book.trainee] == ("鈴木 花子", "佐藤 花")
    book.journal.close()


def test_namesakes_in_a_journal_are_told_apart_wherever_they_are_listed(tmp_path):
    book = open_book(tmp_path / "state.sqlite")
    other = open_book(tmp_path / "other.sqlite")
    with other.journal, book.journal:
        book.journal.merge(in_order(other.journal.store))
        shown = labels(book)
        assert shown[book.trainee] != shown[other.trainee]
        assert [each.name for each in JournalTeam(book).members] == [shown[each] for each in sorted(shown)]
        assert book.label == shown[book.trainee]
        assert book.name == "佐藤 花"


def test_an_id_without_a_name_is_shown_as_it_is(tmp_path):
    book = open_book(tmp_path / "state.sqlite")
    with book.journal:
        book.journal.append([NewEvent(Kind.TICK, HANA, "soc.2.alone", {"on": True})], author=HANA)
        assert labels(book).get(HANA, HANA) == HANA


def test_labels_are_found_once_until_somebody_writes_or_the_roster_is_another(tmp_path, monkeypatch):
    """A queue of five hundred claims asks for them a thousand times."""
    book = open_book(tmp_path / "state.sqlite")
    counted = []

    def counting(people, joined):
        counted.append(len(people))
        return told_apart(people, joined)

    monkeypatch.setattr("tui.workbook.standings.people_names.told_apart", counting)
    for _ in range(3):
        assert book.of(OTHER).label == OTHER
        assert labels(book)[book.trainee] == book.label
    assert len(counted) == 1
    book.journal.append([NewEvent(Kind.PERSON, OTHER, body={"name": "田中 実"})], author=OTHER)
    assert book.of(OTHER).label == "田中 実"
    book.authority = Anybody()
    assert book.label == labels(book)[book.trainee]
    assert len(counted) == 3
    book.journal.close()


class Joined(Anybody):
    """Ken, who reviews, is the trainee under another id."""

    def __init__(self, further, person):
        self.joined = {further: person}


def test_nobody_returns_or_waives_what_is_their_own_under_another_id(tmp_path):
    book = open_book(tmp_path / "state.sqlite", Policy(name="", numbers={"soc.2.alone.times": 1}, readings={}))
    tick_all(book, "soc.2.alone")
    log(book, EntryForm(("soc.2.alone",), DAY))
    claim(book, criterion(book, "soc.2.alone"))
    (waiting,) = queue(book, Reviewer(OTHER, "健"))
    decide(waiting, Reviewer(OTHER, "健"), Verdict.CONFIRMED)
    assert len(returnable(book, Reviewer(OTHER, "健"))) == 1
    assert one_trainee(book, "", OTHER) == book.trainee
    book.authority = Joined(OTHER, book.trainee)
    assert returnable(book, Reviewer(OTHER, "健")) == ()
    with pytest.raises(UsageError) as refused:
        one_trainee(book, "佐藤", OTHER)
    assert refused.value.key == "bundle.no_person"
    book.journal.close()


def test_a_name_means_who_has_it_whole_also_where_only_others_can_be_meant():
    people = {"p-1": "佐藤", "p-2": "佐藤 花"}
    assert pick_person("佐藤 花", people, among=["p-2"]) == "p-2"
    assert pick_person("佐", {"p-2": "佐藤 花", "p-3": "佐藤 健"}, among=["p-2"]) == "p-2"
    with pytest.raises(UsageError):
        pick_person("佐藤", people, among=["p-2"])
