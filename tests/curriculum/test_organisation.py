from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tui.curriculum.check import check
from tui.curriculum.export import export
from tui.curriculum.faults import ContentFaults
from tui.curriculum.model import Criterion
from tui.curriculum.organisation import Organisation, Staffing, Team, Term, Title, name_of, texts_of
from tui.curriculum.pack import Pack
from tui.curriculum.search import search
from tui.lang import LANGS, say
from tui.workbook.wording.pack_names import kind_of, title_of

if TYPE_CHECKING:
    from conftest import PackFolder

TITLES, ORGANISATION, SECBOK = "titles.toml", "textbook/organisation.toml", "textbook/secbok.toml"
MAPPING, GLOSSARY = "mapping.toml", "glossary.toml"

FILES = {
    TITLES: """\
[[title]]
id = "title.poc"
source = "nca:2#1"
name = { ja = "社外 PoC", en = "External PoC" }
class = { ja = "情報共有", en = "Information sharing" }
role = "soc"
text = { ja = "社外と連絡する。", en = "Is in touch with outsiders." }

[[title]]
id = "title.ciso"
source = "nca:2#17"
name = { ja = "CISO", en = "CISO" }
class = { ja = "全体", en = "All" }
""",
    ORGANISATION: """\
[[purpose]]
id = "purpose.damage"
source = "isogj:2#1"
text = { ja = "被害を抑える", en = "Keep damage small" }

[[phase]]
id = "phase.operation"
source = "isogj:3#operation"
name = { ja = "運用", en = "Operation" }
text = { ja = "日々動かす。", en = "Runs every day." }
functions = ["a"]

[[cycle]]
id = "cycle.short"
source = "isogj:3#short-cycle"
name = { ja = "短期", en = "Short" }
text = { ja = "すぐ直す。", en = "Mends at once." }
phases = ["phase.operation"]

[[pattern]]
id = "pattern.minimum"
source = "isogj:6.3#1"
number = 1
name = { ja = "最小", en = "Minimum" }
text = { ja = "頼る。", en = "Leans on others." }
in = ["region.1"]
out = ["region.2"]

[[pattern]]
id = "pattern.full"
source = "isogj:6.3#4"
number = 4
name = { ja = "すべて", en = "Full" }
text = { ja = "担う。", en = "Does it all." }
in = ["region.2", "region.1"]
shared = []

[[team]]
id = "team.planning"
source = "isogj:6.5#1"
name = { ja = "企画", en = "Planning" }
text = { ja = "定める。", en = "Decides." }
duties = ["a-1"]

[[team]]
id = "team.first"
source = "isogj:6.5#2"
name = { ja = "一次対応", en = "First response" }
text = { ja = "見張る。", en = "Watches." }
duties = ["a-1", "a-2"]
regions = ["region.1"]

[[team]]
id = "team.second"
source = "isogj:6.5#3"
name = { ja = "二次対応", en = "Second response" }
text = { ja = "詳しく見る。", en = "Looks closely." }
duties = ["a-2"]

[[staffing]]
id = "staffing.0"
source = "isogj:6.6#0"
level = 0
name = { ja = "Level 0", en = "Level 0" }
text = { ja = "試す。", en = "A trial." }
can = { ja = "日勤。", en = "Days." }
cannot = { ja = "夜。", en = "Nights." }
total = 1

[[staffing.team]]
team = "team.first"
mode = "day"
heads = 1

[[staffing.team]]
team = "team.second"
mode = "none"

[[staffing]]
id = "staffing.2"
source = "isogj:6.6#2"
level = 2
name = { ja = "Level 2", en = "Level 2" }
text = { ja = "常にいる。", en = "Always there." }
can = { ja = "一通り。", en = "All of it." }
cannot = { ja = "専任。", en = "Full time." }
total = 12

[[staffing.team]]
team = "team.first"
mode = "round-the-clock"
heads = 2

[[staffing.team]]
team = "team.second"
mode = "held"
held_by = "team.first"

[[career]]
id = "career.base"
source = "isogj:7.3#1"
stage = 1
name = { ja = "土台", en = "A base" }
text = { ja = "磨く。", en = "Learns." }

[[career]]
id = "career.both"
source = "isogj:7.3#2"
stage = 2
name = { ja = "攻守", en = "Both sides" }
text = { ja = "両方。", en = "Both." }
functions = ["a"]

[[affinity]]
from = { ja = "監査", en = "Auditing" }
duties = ["a-2"]
""",
    SECBOK: """\
[[secbok]]
id = "secbok.ciso"
source = "isogj:7.1#1"
number = 1
name = { ja = "CISO", en = "CISO" }

[[secbok]]
id = "secbok.poc"
source = "isogj:7.1#2"
number = 2
name = { ja = "POC", en = "POC" }

[[marks]]
duty = "a-1"
count = 2

[[marks]]
duty = "a-2"
count = 0
""",
    MAPPING: """\
[[map]]
role = "soc"
step = 2
duty = "a-1"
reason = { ja = "方針に沿う。", en = "Follows the policy." }

[[map]]
role = "soc"
step = 2
duty = "a-2"
reason = { ja = "判定する。", en = "Judges." }
""",
    GLOSSARY: """\
[[term]]
id = "term.ioc"
name = { ja = "IOC", en = "IOC" }
text = { ja = "侵害のしるし。", en = "A trace of an intrusion." }
also = ["侵害の痕跡", "indicator of compromise"]
""",
}

SECOND_HELD = 'team = "team.second"\nmode = "held"'

# file, what stands there, what is written instead (▶: where the fault is reported), message
FAULTS = [
    # each file by itself
    (TITLES, 'role = "soc"', '▶roel = "soc"', "content.unknown-key-near"),
    (TITLES, 'role = "soc"', '▶role = "SOC"', "content.bad-id"),
    (TITLES, 'id = "title.poc"', '▶id = "poc"', "content.id-head"),
    (TITLES, 'source = "nca:2#17"', '▶source = "nca:2#1"', "content.duplicate-source"),
    (TITLES, 'id = "title.ciso"', '▶id = "title.poc"', "content.duplicate-id"),
    (TITLES, 'class = { ja = "全体", en = "All" }', '▶class = { ja = "全体" }', "content.missing-language"),
    (ORGANISATION, 'text = { ja = "被害を抑える", en = "Keep damage small" }', "", "content.missing-key"),
    (ORGANISATION, 'phases = ["phase.operation"]', "", "content.missing-key"),
    (ORGANISATION, 'phases = ["phase.operation"]', 'phases = [▶"phase.operatoin"]', "content.dangling-phase-near"),
    (ORGANISATION, 'phases = ["phase.operation"]', 'phases = [▶"x"]', "content.dangling-phase"),
    (ORGANISATION, "number = 4", "▶number = 1", "content.number-twice"),
    (ORGANISATION, "level = 2", "▶level = 0", "content.number-twice"),
    (ORGANISATION, "stage = 2", "▶stage = 1", "content.number-twice"),
    (ORGANISATION, "stage = 2", '▶stage = "2"', "content.not-whole"),
    (ORGANISATION, "shared = []", 'shared = [▶"region.1"]', "content.region-twice"),
    (ORGANISATION, 'out = ["region.2"]', 'out = ["region.2", ▶"region.2"]', "content.repeated"),
    (ORGANISATION, 'duties = ["a-1"]', "▶duties = []", "content.empty-list"),
    (ORGANISATION, 'mode = "none"', '▶mode = "night"\nheads = 1', "content.not-choice, content.staffing-total"),
    (ORGANISATION, 'mode = "none"', 'mode = "none"\n▶heads = 1', "content.staffing-key"),
    (ORGANISATION, 'mode = "none"', 'mode = "none"\n▶held_by = "team.first"', "content.staffing-key"),
    (ORGANISATION, 'held_by = "team.first"', "", "content.missing-key"),
    (ORGANISATION, 'held_by = "team.first"', '▶held_by = "team.fisrt"', "content.dangling-team-near"),
    (ORGANISATION, SECOND_HELD, '▶team = "q"\nmode = "held"', "content.dangling-team, content.team-missing"),
    (ORGANISATION, SECOND_HELD, '▶team = "team.first"\nmode = "held"', "content.team-twice, content.team-missing"),
    (ORGANISATION, "level = 0", "level = 0\n▶levle = 0", "content.unknown-key-near"),
    (ORGANISATION, "heads = 2", "heads = 0", "content.not-whole, content.staffing-total"),
    (ORGANISATION, "total = 12", "▶total = 2", "content.staffing-total"),
    (ORGANISATION, 'from = { ja = "監査", en = "Auditing" }', "", "content.missing-key"),
    (SECBOK, "number = 2", "▶number = 1", "content.number-twice"),
    (SECBOK, 'duty = "a-2"', '▶duty = "a-1"', "content.marks-twice"),
    (SECBOK, "count = 2", "▶count = 3", "content.not-whole"),
    (MAPPING, 'duty = "a-2"', 'duty = "a-1"', "content.map-twice"),
    (MAPPING, 'step = 2\nduty = "a-2"', '▶step = 4\nduty = "a-2"', "content.not-whole, content.dangling-step"),
    (MAPPING, 'reason = { ja = "判定する。", en = "Judges." }', "", "content.missing-key"),
    (GLOSSARY, 'id = "term.ioc"', '▶id = "ioc"', "content.id-head"),
    (GLOSSARY, 'also = ["侵害の痕跡", "indicator of compromise"]', "▶also = []", "content.empty-list"),
    (GLOSSARY, 'en = "IOC"', '▶en = ""', "content.empty"),
    # what the files say about each other
    (TITLES, 'role = "soc"', '▶role = "sco"', "content.dangling-role-near"),
    (TITLES, 'role = "soc"', '▶role = "x"', "content.dangling-role"),
    (ORGANISATION, 'functions = ["a"]\n\n[[cycle]]', 'functions = [▶"z"]\n\n[[cycle]]', "content.dangling-function"),
    (
        ORGANISATION,
        'functions = ["a"]\n\n[[aff',
        'functions = ["a", ▶"aa"]\n\n[[aff',
        "content.dangling-function-near",
    ),
    (ORGANISATION, 'duties = ["a-1"]', 'duties = ["a-1", ▶"a-3"]', "content.dangling-duty-near"),
    (ORGANISATION, 'en = "Auditing" }\nduties = ["a-2"]', 'en = "A" }\nduties = [▶"x"]', "content.dangling-duty"),
    (ORGANISATION, 'regions = ["region.1"]', 'regions = [▶"region.9"]', "content.dangling-region"),
    (ORGANISATION, 'out = ["region.2"]', 'out = ["region.2", ▶"region.7"]', "content.dangling-region"),
    (ORGANISATION, 'out = ["region.2"]', "", "content.region-missing"),
    (SECBOK, 'duty = "a-2"', '▶duty = "x"', "content.dangling-duty"),
    (MAPPING, 'role = "soc"\nstep = 2\nduty = "a-2"', '▶role = "x"\nstep = 2\nduty = "a-2"', "content.dangling-role"),
    (MAPPING, 'step = 2\nduty = "a-2"', '▶step = 1\nduty = "a-2"', "content.dangling-step"),
    (
        MAPPING,
        'role = "soc"\nstep = 2\nduty = "a-2"',
        'role = "forensics"\n▶step = 2\nduty = "a-2"',
        "content.dangling-step",
    ),
    (MAPPING, 'duty = "a-2"', '▶duty = "a"', "content.dangling-duty"),
]
IDS = [f"{keys}-{new[:40]}" for *_, new, keys in FAULTS]


@pytest.fixture
def whole(folder: PackFolder) -> PackFolder:
    """A pack with every file of the organisation part."""
    for name, text in FILES.items():
        folder.write(name, text)
    return folder


@pytest.fixture
def pack(whole: PackFolder) -> Pack:
    return Pack.open(whole.path)


def placed(folder: PackFolder) -> list[tuple[str, str, int, int]]:
    return [(e.key, e.file.relative_to(folder.path).as_posix(), e.line, e.column) for e in check(folder.path)]


def test_organisation_without_a_fault_is_found_without_a_fault(whole: PackFolder):
    assert check(whole.path) == []


@pytest.mark.parametrize(("file", "old", "new", "keys"), FAULTS, ids=IDS)
def test_fault_of_the_organisation_is_reported_where_it_stands(
    whole: PackFolder, file: str, old: str, new: str, keys: str
):
    line, column = whole.change(file, old, new)
    found = placed(whole)
    expected = keys.split(", ")
    assert sorted(key for key, *_ in found) == sorted(expected)
    if "▶" in new:
        assert (expected[0], file, line, column) in found
    for fault in check(whole.path):
        for lang in LANGS:
            assert say(lang, fault.key, **fault.fields).startswith(f"{fault.file}:{fault.line}:{fault.column}: ")


@pytest.mark.parametrize("name", FILES)
def test_each_file_of_the_organisation_may_be_left_out(whole: PackFolder, name: str):
    (whole.path / name).unlink()
    assert check(whole.path) == []
    list(Pack.open(whole.path).things())


def test_pack_without_an_organisation_has_an_empty_one(folder: PackFolder):
    pack = Pack.open(folder.path)
    assert (pack.titles, pack.organisation, pack.mapping, pack.glossary) == ((), Organisation(), (), ())
    assert pack.find("team.first") is None


def test_file_that_may_be_left_out_is_missed_where_its_link_leads_nowhere(folder: PackFolder):
    (folder.path / GLOSSARY).symlink_to(folder.path / "nowhere.toml")
    assert [key for key, *_ in placed(folder)] == ["content.missing-file"]


def test_roles_in_a_broken_file_are_not_said_to_lack_their_steps(whole: PackFolder):
    whole.write("roles/soc.toml", "id =")
    assert [key for key, *_ in placed(whole)] == ["content.syntax"]


def test_broken_functions_make_no_further_faults_in_the_organisation(whole: PackFolder):
    whole.write("textbook/functions.toml", "[[function")
    assert [key for key, *_ in placed(whole)] == ["content.syntax"]


def test_fault_of_the_organisation_is_raised_when_it_is_asked_for_and_not_before(whole: PackFolder):
    for name in FILES:
        whole.write(name, "not TOML")
    pack = Pack.open(whole.path)
    assert pack.find("nothing.of.the.kind") is None
    assert isinstance(pack.find("soc.2.paired"), Criterion)
    for read in ("titles", "organisation", "mapping", "glossary"):
        with pytest.raises(ContentFaults):
            getattr(pack, read)


def test_everything_of_the_organisation_is_found_by_its_id(pack: Pack):
    assert isinstance(pack.find("title.poc"), Title)
    assert isinstance(pack.find("team.first"), Team)
    assert isinstance(pack.find("staffing.2"), Staffing)
    assert isinstance(pack.find("term.ioc"), Term)
    ids = {thing.id for thing in pack.things()}
    expected = {"purpose.damage", "phase.operation", "cycle.short", "pattern.full", "career.base", "secbok.poc"}
    assert expected <= ids
    assert all(pack.find(thing_id) for thing_id in expected)


def test_search_finds_what_belongs_to_the_organisation(pack: Pack):
    assert [hit.id for hit in search(pack, "team.first", "en")][:1] == ["team.first"]
    assert "term.ioc" in [hit.id for hit in search(pack, "IOC", "ja")]


def test_people_of_a_team_round_the_clock_are_six_for_each_who_is_there(pack: Pack):
    first, second = pack.organisation.staffing[1].teams
    assert (first.people, second.people) == (12, 0)
    assert replace(first, mode="day").people == 2


def test_thing_of_the_organisation_says_its_name_and_its_texts(pack: Pack):
    organisation = pack.organisation
    assert name_of(organisation.purposes[0]).en == "Keep damage small"
    level = organisation.staffing[0]
    assert [text.en for text in (name_of(level), *texts_of(level))] == ["Level 0", "A trial.", "Days.", "Nights."]
    assert [text.en for text in texts_of(pack.titles[0])] == ["Information sharing", "Is in touch with outsiders."]


def test_export_holds_the_organisation(pack: Pack):
    exported = export(pack)
    assert json.loads(json.dumps(exported)) == exported
    text = json.dumps(exported)
    assert all(f'"id": "{thing.id}"' in text for thing in pack.things())
    assert exported["mapping"] == [
        {"role": "soc", "step": 2, "duty": duty, "reason": {"ja": ja, "en": en}}
        for duty, ja, en in (("a-1", "方針に沿う。", "Follows the policy."), ("a-2", "判定する。", "Judges."))
    ]


def test_command_line_names_everything_of_the_organisation_and_its_kind(pack: Pack):
    named = [pack.find(f"{kind}.{name}") for kind, name in (("staffing", "0"), ("term", "ioc"), ("title", "poc"))]
    said = [(title_of(thing).en, say("en", kind_of(thing))) for thing in named if thing]
    assert said == [("Level 0", "staffing level"), ("IOC", "term"), ("External PoC", "title")]
    assert all(say(lang, kind_of(thing)) and title_of(thing).of(lang) for thing in pack.things() for lang in LANGS)
