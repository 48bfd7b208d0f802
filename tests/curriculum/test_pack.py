from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tui.curriculum.check import check
from tui.curriculum.export import export
from tui.curriculum.faults import ContentFaults
from tui.curriculum.folder import builtin_folder
from tui.curriculum.model import Criterion, Item, Point, Reference, Role, RoleEntry, Step, StepDefinition
from tui.curriculum.pack import Pack
from tui.curriculum.textbook import Duty, Region
from tui.lang import LANGS, say

if TYPE_CHECKING:
    from conftest import PackFolder

LAWS = 'text = { ja = "関係する法律", en = "The laws concerned" }'


@pytest.fixture
def pack(folder: PackFolder) -> Pack:
    return Pack.open(folder.path)


def test_opening_a_pack_reads_nothing_but_its_table_of_contents(folder: PackFolder):
    for name in ("steps.toml", "basic.toml", "roles/soc.toml", "textbook/functions.toml", "textbook/regions.toml"):
        folder.write(name, "not TOML")
    pack = Pack.open(folder.path)
    assert (pack.id, pack.version, pack.name.ja) == ("test", "1.0.0", "試験")
    assert [role.id for role in pack.roles] == ["soc", "forensics"]
    assert [document.id for document in pack.documents] == ["nca", "isogj"]


def test_each_file_is_read_once(folder: PackFolder, pack: Pack):
    read = (pack.steps, pack.basic, pack.role("soc"), pack.textbook)
    for name in ("steps.toml", "basic.toml", "roles/soc.toml", "textbook/functions.toml"):
        (folder.path / name).unlink()
    assert read == (pack.steps, pack.basic, pack.role("soc"), pack.textbook)


def test_role_without_content_is_none_and_breaks_nothing(pack: Pack):
    assert pack.role("forensics") is None
    assert pack.role("nobody") is None
    assert isinstance(pack.find("forensics"), RoleEntry)


def test_fault_in_a_file_is_raised_when_that_file_is_needed_and_not_before(folder: PackFolder):
    folder.change("basic.toml", LAWS, "text = 1")
    pack = Pack.open(folder.path)
    assert len(pack.steps) == 2
    with pytest.raises(ContentFaults) as raised:
        _ = pack.basic
    (fault,) = raised.value.faults
    assert (fault.key, fault.line, fault.column) == ("content.not-text", 4, 1)
    assert say("en", raised.value.key, **raised.value.fields) == say("en", fault.key, **fault.fields)


def test_several_faults_are_one_sentence_that_says_how_many_more(folder: PackFolder):
    folder.change("basic.toml", LAWS, "text = 1")
    folder.change("basic.toml", 'source = "nca:3#1.1"', "source = 2")
    with pytest.raises(ContentFaults) as raised:
        _ = Pack.open(folder.path).basic
    first = raised.value.faults[0]
    assert len(raised.value.faults) == 2
    for lang, more in (("ja", "1 か所"), ("en", "more faults: 1")):
        sentence = say(lang, raised.value.key, **raised.value.fields)
        assert sentence.startswith(say(lang, first.key, **first.fields))
        assert more in sentence


def test_first_fault_told_is_the_first_of_the_file(folder: PackFolder):
    folder.change("roles/soc.toml", 'leads = ["soc.2.learn.drill"]', 'leads = ["soc.2.learn.none"]')
    folder.change("roles/soc.toml", 'id = "soc.2.verdict.why"', "id = 1")
    with pytest.raises(ContentFaults) as raised:
        Pack.open(folder.path).role("soc")
    assert [fault.key for fault in raised.value.faults] == ["content.dangling-learning-near", "content.not-string"]


def test_duty_with_an_unknown_region_is_a_fault_of_the_textbook(folder: PackFolder):
    folder.change("textbook/functions.toml", '["region.1", "region.2"]', '["region.3"]')
    with pytest.raises(ContentFaults):
        _ = Pack.open(folder.path).textbook


def test_missing_pack_is_a_fault(folder: PackFolder):
    with pytest.raises(ContentFaults) as raised:
        Pack.open(folder.path / "nowhere")
    assert raised.value.key == "content.missing-file"


@pytest.mark.parametrize(
    ("thing_id", "kind"),
    [
        ("soc", Role),
        ("forensics", RoleEntry),
        ("step.1", StepDefinition),
        ("basic.law.privacy", Item),
        ("soc.task.judge", Item),
        ("soc.common.attacks", Item),
        ("soc.2", Step),
        ("soc.2.goal.part", Item),
        ("soc.2.learn.logs", Item),
        ("soc.2.ref.training", Reference),
        ("soc.2.paired", Criterion),
        ("soc.2.paired.aloud", Point),
        ("a-2", Duty),
        ("region.2", Region),
    ],
)
def test_anything_is_found_by_its_id(pack: Pack, thing_id: str, kind: type):
    found = pack.find(thing_id)
    assert isinstance(found, kind)
    assert found.id == thing_id


def test_former_id_finds_what_it_became(pack: Pack):
    assert pack.find("soc.2.pair") is pack.find("soc.2.paired")
    assert pack.find("basic.privacy") is pack.find("basic.law.privacy")


def test_id_of_today_wins_over_a_former_one(folder: PackFolder):
    folder.change("roles/soc.toml", 'renamed = ["soc.2.pair"]', 'renamed = ["soc.2.verdict", "soc.2.learn.logs"]')
    pack = Pack.open(folder.path)
    assert [thing.id for thing in (pack.find("soc.2.verdict"), pack.find("soc.2.learn.logs")) if thing] == [
        "soc.2.verdict",
        "soc.2.learn.logs",
    ]


def test_unknown_id_finds_nothing(pack: Pack):
    assert pack.find("soc.9.unknown") is None
    assert pack.find("") is None


def test_finding_in_a_role_reads_no_other_file(folder: PackFolder):
    for name in ("steps.toml", "basic.toml", "textbook/functions.toml"):
        (folder.path / name).unlink()
    found = Pack.open(folder.path).find("soc.2.paired")
    assert isinstance(found, Criterion)


def test_things_are_in_printed_order_and_each_once(pack: Pack):
    ids = [thing.id for thing in pack.things()]
    assert len(ids) == len(set(ids))
    assert ids.index("soc.2") < ids.index("soc.2.paired") < ids.index("soc.2.paired.handover") < ids.index("region.1")


def test_export_is_plain_data_with_everything_in_it_and_nothing_private(pack: Pack):
    pack.textbook.duty("a-1")
    exported = export(pack)
    assert json.loads(json.dumps(exported)) == exported
    text = json.dumps(exported)
    assert all(f'"id": "{thing.id}"' in text for thing in pack.things())
    assert '"_' not in text


def test_export_names_the_kind_and_the_numbers_of_a_rule(pack: Pack):
    roles = export(pack)["roles"]
    assert isinstance(roles, list)
    count, either = (criterion["rule"] for criterion in roles[0]["steps"][0]["criteria"])
    assert count == {
        "kind": "count",
        "at_least": {"value": None, "example": 3, "policy": "soc.2.paired.times", "wording": "規定回数"},
        "supervision": ["paired"],
    }
    assert [rule["kind"] for rule in either["rules"]] == ["rate", "cases", "reading"]
    assert either["rules"][1]["supervision"] == ["assisted", "paired", "directed", "alone", "taught"]


def test_export_of_one_pack_is_always_the_same_text(folder: PackFolder):
    assert json.dumps(export(Pack.open(folder.path))) == json.dumps(export(Pack.open(folder.path)))


def test_export_shows_a_role_without_content_as_its_line(pack: Pack):
    roles = export(pack)["roles"]
    assert isinstance(roles, list)
    assert roles[1] == {
        "file": "",
        "chapter": "nca:4.5",
        "id": "forensics",
        "name": {"ja": "フォレンジック", "en": "Forensics"},
    }


def test_shipped_pack_has_no_fault():
    faults = check(builtin_folder())
    assert [say(lang, fault.key, **fault.fields) for fault in faults for lang in LANGS] == []
