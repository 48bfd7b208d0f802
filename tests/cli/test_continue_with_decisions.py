"""Continuing on another machine when mentors have said something already, and meaning a person by name."""

import pytest
from cli_world import POLICY, Terminal

ALONE = "soc.2.alone"
POINTS = ("scope", "close", "traces", "stop", "record")


@pytest.fixture
def mentor(tmp_path, capsys):
    other = Terminal(tmp_path / "mentor", capsys)
    assert other("me", "田中 実").code == 0
    other.policy.write_text(POLICY, encoding="utf-8")
    return other


def claims(person):
    person("log", ALONE)
    person("tick", *(f"{ALONE}.{point}" for point in POINTS))
    assert person("claim", ALONE).code == 0


def test_own_bundle_with_a_mentors_words_in_it_continues_its_person(begun, mentor, tmp_path, capsys):
    claims(begun)
    assert mentor("--state", begun.state, "confirm", ALONE).code == 0
    begun.takes_in()
    bundle = tmp_path / "hana.ikusei"
    assert begun("export", "-t", "佐藤 花", "-o", bundle).code == 0
    new = Terminal(tmp_path / "new", capsys)
    assert new("begin", "--from", bundle).code == 0
    new.policy.write_text(POLICY, encoding="utf-8")
    assert new("me").out.split()[0] == begun("me").out.split()[0]
    assert new.standing(ALONE)["state"] == "confirmed"


def test_name_of_somebody_of_whom_nothing_waits_never_means_somebody_else(begun, mentor, tmp_path, capsys):
    """`-t 佐藤 花` is 佐藤 花, also where only 佐藤 花子 has claimed something."""
    hanako = Terminal(tmp_path / "hanako", capsys)
    assert hanako("begin", "佐藤 花子", "--role", "soc", "--step", "2").code == 0
    hanako.policy.write_text(POLICY, encoding="utf-8")
    claims(hanako)
    for person in (begun, hanako):
        bundle = tmp_path / f"{person.home.name}.ikusei"
        assert person("export", "-o", bundle).code == 0
        assert mentor("import", bundle).code == 0
    assert mentor("confirm", ALONE, "-t", "佐藤 花").code == 2
    assert mentor("confirm", ALONE, "-t", "佐藤 花子").code == 0
