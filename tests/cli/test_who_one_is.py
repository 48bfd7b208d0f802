"""Who somebody is: an id of their own, under whatever name, on whatever machine."""

import pytest
from cli_world import Terminal

ROLE = ("--role", "soc", "--step", "2")


@pytest.fixture
def machine(tmp_path, capsys):
    """Machines, each with a home of its own."""

    def make(name):
        home = tmp_path / name
        home.mkdir()
        return Terminal(home, capsys)

    return make


def test_two_people_of_one_name_are_two(machine):
    ids = set()
    for name in ("one", "two", "three"):
        each = machine(name)
        assert each("begin", "佐藤 花", *ROLE).code == 0
        ids.add(each.person)
    assert len(ids) == 3


def test_who_has_said_who_they_are_begins_under_that_id(machine):
    hana = machine("hana")
    assert hana("me", "佐藤 花").code == 0
    said = hana.person
    assert hana("begin", "佐藤 花", *ROLE).code == 0
    assert hana("status", "--json").json["trainee"]["id"] == said == hana.person


def test_a_mentor_who_has_taken_in_one_trainee_begins_as_themself(machine, tmp_path):
    hana, ken = machine("hana").begun(), machine("ken")
    assert ken("me", "田中 実").code == 0
    said = ken.person
    assert hana("export", "-o", tmp_path / "hana.ikusei").code == 0
    assert ken("import", tmp_path / "hana.ikusei", "-y").code == 0
    assert ken("begin", "田中 実", *ROLE).code == 0
    assert ken("status", "--json").json["trainee"] == {"id": said, "name": "田中 実"}


def test_an_id_is_continued_under_another_name(machine):
    hana, other = machine("hana").begun(), machine("other")
    assert other("begin", "鈴木 花", *ROLE, "--id", hana.person).code == 0
    assert other.person == hana.person
    mentor = machine("mentor")
    assert mentor("me", "鈴木 花", "--id", hana.person).code == 0
    assert mentor.person == hana.person


@pytest.mark.parametrize("typed", ["@organisation", "*", "p- x", "p-" + "0" * 99])
def test_what_can_be_nobodys_id_is_refused_and_nothing_is_made(machine, typed):
    hana = machine("hana")
    answer = hana("begin", "佐藤 花", *ROLE, "--id", typed)
    assert answer.code == 2
    assert "id" in answer.err
    assert not hana.state.exists()


def test_nobody_changes_the_id_that_they_have(machine):
    hana = machine("hana").begun()
    before = hana.person
    assert hana("me", "佐藤 花", "--id", "p-0123456789ab").code == 2
    assert hana.person == before


def test_own_records_are_continued_on_another_machine(machine, tmp_path):
    hana, other = machine("hana").begun(), machine("other")
    assert hana("log", "soc.2.paired", "-s", "paired").code == 0
    assert hana("export", "-o", tmp_path / "hana.ikusei").code == 0
    answer = other("begin", "鈴木 花", "--from", tmp_path / "hana.ikusei")
    assert answer.code == 0
    assert hana.person in answer.out
    assert other("status", "--json").json["trainee"] == {"id": hana.person, "name": "鈴木 花"}
    assert other("log", "soc.2.paired", "-s", "paired").code == 0
    assert other("export", "-o", tmp_path / "back.ikusei").code == 0
    assert hana("import", tmp_path / "back.ikusei", "-y").code == 0
    entries = [each for each in hana("journal", "--json").json if each["kind"] == "entry"]
    assert {each["trainee"] for each in entries} == {hana.person}
    assert len(entries) == 2
    # What the reader is called says only what they have written here.
    assert hana("status", "--json").json["trainee"]["name"] == "佐藤 花"


def test_a_bundle_of_several_people_continues_nobody(machine, tmp_path):
    hana, ken, mentor, other = machine("hana").begun(), machine("ken").begun(), machine("mentor"), machine("other")
    mentor("me", "田中 実")
    for each in (hana, ken):
        assert each("export", "-o", tmp_path / "one.ikusei").code == 0
        assert mentor("import", tmp_path / "one.ikusei", "-y").code == 0
        (tmp_path / "one.ikusei").unlink()
    assert mentor("export", "-o", tmp_path / "all.ikusei").code == 0
    answer = other("begin", "--from", tmp_path / "all.ikusei")
    assert answer.code == 2
    assert hana.person in answer.err
    assert not other.state.exists()


def test_a_bundle_that_isnt_whole_makes_nothing(machine, tmp_path):
    hana, other = machine("hana").begun(), machine("other")
    assert hana("export", "-o", tmp_path / "hana.ikusei").code == 0
    whole = (tmp_path / "hana.ikusei").read_bytes()
    (tmp_path / "cut.ikusei").write_bytes(whole[:-30])
    assert other("begin", "--from", tmp_path / "cut.ikusei").code == 2
    assert not other.state.exists()


def test_a_bundle_renames_nobody_least_of_all_the_reader(machine, tmp_path):
    hana, mallory = machine("hana").begun(), machine("mallory")
    assert mallory("begin", "別人", *ROLE, "--id", hana.person).code == 0
    assert mallory("export", "-o", tmp_path / "mallory.ikusei").code == 0
    assert hana("import", tmp_path / "mallory.ikusei", "-y").code in {0, 1}
    assert hana("status", "--json").json["trainee"]["name"] == "佐藤 花"
    assert "佐藤 花" in hana("me").out


def test_a_chain_that_hangs_on_nothing_is_told(machine, tmp_path):
    hana, mallory, mentor = machine("hana").begun(), machine("mallory"), machine("mentor")
    assert mentor("me", "田中 実").code == 0
    assert mallory("begin", "別人", *ROLE, "--id", hana.person).code == 0
    for each, name in ((hana, "hana"), (mallory, "mallory")):
        assert each("export", "-o", tmp_path / f"{name}.ikusei").code == 0
    assert mentor("import", tmp_path / "hana.ikusei", "-y").code == 0
    answer = mentor("import", tmp_path / "mallory.ikusei", "-y")
    assert answer.code == 1
    assert "つながらない連鎖" in answer.err
    assert mentor("team", "--json").json["people"][0]["name"] == "佐藤 花"


def test_a_chain_that_was_continued_is_not(machine, tmp_path):
    hana, other, mentor = machine("hana").begun(), machine("other"), machine("mentor")
    assert mentor("me", "田中 実").code == 0
    assert hana("export", "-o", tmp_path / "hana.ikusei").code == 0
    assert other("begin", "鈴木 花", "--from", tmp_path / "hana.ikusei").code == 0
    assert other("export", "-o", tmp_path / "other.ikusei").code == 0
    for name in ("hana", "other"):
        answer = mentor("import", tmp_path / f"{name}.ikusei", "-y")
        assert answer.code == 0
        assert "つながらない連鎖" not in answer.err
    # Who continues a chain of theirs can take another name, once it is accepted, and is found by the former one.
    assert "鈴木 花 と呼ぶ連鎖" in answer.err
    assert mentor("team", "--json").json["people"][0]["name"] == "佐藤 花"
    assert mentor("import", "--accept", "鈴木 花").code == 0
    assert mentor("team", "--json").json["people"][0]["name"] == "鈴木 花"
    assert mentor("career", "-t", "佐藤").code == 0


def test_namesakes_are_told_apart_and_asked_for_by_what_stands_beside_them(machine, tmp_path):
    one, two, mentor = machine("one").begun(), machine("two").begun(), machine("mentor")
    assert mentor("me", "田中 実").code == 0
    for each, name in ((one, "one"), (two, "two")):
        assert each("export", "-o", tmp_path / f"{name}.ikusei").code == 0
        assert mentor("import", tmp_path / f"{name}.ikusei", "-y").code == 0
    people = {each["id"]: each["name"] for each in mentor("team", "--json").json["people"]}
    assert set(people) == {one.person, two.person}
    assert len(set(people.values())) == 2
    ambiguous = mentor("career", "-t", "佐藤 花")
    assert ambiguous.code == 2
    assert one.person in ambiguous.err
    assert two.person in ambiguous.err
    beside = people[one.person].partition("(")[2].rstrip(")")
    assert mentor("career", "-t", beside, "--json").json["trainee"]["id"] == one.person
