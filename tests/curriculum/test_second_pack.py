"""The pack in ``docs/example-pack``, of another framework, and the shipped one take turns on one state file."""

import json
from pathlib import Path

import pytest

import tui
from tui.cli.run import run
from tui.curriculum.check import check
from tui.curriculum.decode_rule import kind_of
from tui.curriculum.pack import Pack
from tui.curriculum.rule import All, AnyOf

PACK = Path(tui.__file__).parents[1] / "docs" / "example-pack"


@pytest.fixture
def ikusei(tmp_path, capsys):
    """Runs ``ikusei`` on one state file; gives exit code, answer and what went to stderr."""
    env = {"HOME": str(tmp_path), "LANG": "en_US.UTF-8"}

    def call(*args, example):
        pack = ["--content", str(PACK)] if example else []
        capsys.readouterr()
        code = run([*pack, "--state", str(tmp_path / "s.sqlite"), *args], env)
        return code, *capsys.readouterr()

    return call


def done(answer):
    code, out, err = answer
    assert code == 0, err
    return out


def work(ikusei):
    """A criterion from its first entry to its claim."""
    done(ikusei("begin", "Hana", "--role", "response", "--step", "1", example=True))
    for _ in range(3):
        done(ikusei("log", "response.1.record", "-s", "paired", example=True))
    done(ikusei("tick", "response.1.record.times", "response.1.record.facts", example=True))
    done(ikusei("claim", "response.1.record", example=True))


def test_it_has_no_fault():
    assert check(PACK) == []


def test_it_cites_nothing_that_its_document_does_not_print():
    pack = Pack.open(PACK)
    assert [getattr(thing, "source", "") for thing in pack.things() if getattr(thing, "source", "")] == []
    assert {entry.chapter for entry in pack.roles} == {""}


def test_its_two_roles_have_three_steps_and_many_kinds_of_rule():
    pack = Pack.open(PACK)
    roles = [role for entry in pack.roles if (role := pack.role(entry.id))]
    assert [[step.number for step in role.steps] for role in roles] == [[1, 2, 3], [1, 2, 3]]
    rules = [criterion.rule for role in roles for criterion in role.criteria()]
    rules += [inner for rule in rules if isinstance(rule, All | AnyOf) for inner in rule.rules]
    assert {"count", "rate", "reading", "attest", "any", "all", "cases"} <= {kind_of(rule) for rule in rules}


def test_criterion_goes_from_its_first_entry_to_its_claim(ikusei):
    work(ikusei)
    assert "? response.1.record" in done(ikusei("status", example=True))


def test_shipped_pack_says_what_is_missing_and_loses_nothing(ikusei):
    work(ikusei)
    events = done(ikusei("journal", "--json", example=True))
    before = done(ikusei("status", "--json", example=True))
    assert "response  this pack has no content for this role" in done(ikusei("status", example=False))
    for write in (("log", "response.1.record"), ("tick", "response.1.record.times"), ("claim", "response.1.record")):
        code, out, err = ikusei(*write, example=False)
        assert (code, out) == (2, "")
        assert "response.1.record" in err
    assert done(ikusei("journal", "--json", example=False)) == events
    done(ikusei("doctor", example=False))
    assert done(ikusei("status", "--json", example=True)) == before


def test_state_of_the_shipped_pack_opens_with_it_and_loses_nothing(ikusei):
    done(ikusei("begin", "Hana", "--role", "soc", "--step", "2", example=False))
    done(ikusei("log", "soc.2.paired", "-s", "paired", example=False))
    before = done(ikusei("status", "--json", example=False))
    assert "soc  this pack has no content for this role" in done(ikusei("status", example=True))
    assert done(ikusei("status", "--json", example=False)) == before


def test_both_packs_are_followed_side_by_side(ikusei):
    work(ikusei)
    done(ikusei("follow", "soc", example=False))
    done(ikusei("log", "soc.2.paired", "-s", "paired", example=False))
    assert "3/3" in done(ikusei("status", example=True))
    events = json.loads(done(ikusei("journal", "--json", example=True)))
    packs = {event["body"]["items"][0]: event["pack"] for event in events if event["kind"] == "entry"}
    assert packs == {"response.1.record": "nice-sample", "soc.2.paired": "nca-isogj"}
