"""What the documents say outside of their lists: sections, captions of figures, and the documents themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tui.curriculum.check import check
from tui.curriculum.export import export
from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.relations import relations
from tui.curriculum.search import search
from tui.drawing.pen import Pen
from tui.drawing.thing import thing_sheet
from tui.lang import LANGS
from tui.text.glyphs import glyphs_for
from tui.text.line import flat_text

if TYPE_CHECKING:
    from conftest import PackFolder

PACK, SECTIONS = "pack.toml", "sections.toml"
SECTION = """\
[[section]]
id = "section.names"
source = "isogj:6.1#names"
name = { ja = "呼称", en = "What they are called" }
text = { ja = "監視する側と対応する側がある。", en = "One watches and one responds." }
about = ["soc", "a", "region.1"]
note = { ja = "線引きは難しい。", en = "The line is hard to draw." }

[[section.figure]]
number = "3"
title = { ja = "一般的な区分", en = "The usual division" }
labels = { ja = "検知報告", en = "report of a detection" }

[[section.link]]
title = { ja = "スキルマップ", en = "Skill map" }
url = "https://www.example.jp/map"
"""
PRINTED = """
[document.printed]
source = "nca:0#document"
edition = { ja = "第 1 版", en = "First edition" }
contact = ["事務局", "info@example.jp"]
url = "https://www.example.jp/"
"""

# what stands there, what is written instead (▶: where the fault is reported), message
FAULTS = [
    ('id = "section.names"', '▶id = "names"', "content.id-head"),
    ('source = "isogj:6.1#names"', '▶source = "isogj:5#A-1"', "content.duplicate-source"),
    ('"region.1"]', '▶"region.7"]', "content.dangling-about-near"),
    ('"region.1"]', '▶"x"]', "content.dangling-about"),
    ('"region.1"]', '▶"soc.2.paired"]', "content.dangling-about"),
    ('number = "3"', "▶number = 3", "content.not-string"),
    ('labels = { ja = "検知報告", en', 'labels = { ja = "検知報告", ▶eng', "content.unknown-key-near"),
    ('url = "https://www.example.jp/map"', "", "content.missing-key"),
]


@pytest.fixture
def told(folder: PackFolder) -> PackFolder:
    """A pack with a section, and a document that prints more of itself."""
    folder.write(SECTIONS, SECTION)
    text = folder.read(PACK)
    folder.write(PACK, text.replace("year = 2022\n", f"year = 2022\n{PRINTED}"))
    return folder


def sheet(pack: Pack, thing_id: str, lang: str = "ja") -> str:
    thing = pack.find(thing_id)
    assert thing is not None
    pen = Pen("en" if lang == "en" else "ja", glyphs_for("unicode"), 100)
    return "\n".join(flat_text(line) for row in thing_sheet(thing, relations(pack, thing), pen) for line in row.lines)


def test_sections_and_printed_facts_are_no_fault(told: PackFolder):
    assert check(told.path) == []


@pytest.mark.parametrize(("old", "new", "key"), FAULTS)
def test_fault_of_a_section_is_reported_where_it_stands(told: PackFolder, old: str, new: str, key: str):
    line, column = told.change(SECTIONS, old, new)
    found = check(told.path)
    assert key in {fault.key for fault in found}
    if "▶" in new:
        assert (key, SECTIONS, line, column) in {(e.key, e.file.name, e.line, e.column) for e in found}


def test_a_document_may_not_have_the_id_of_something_else(told: PackFolder):
    told.change("basic.toml", 'id = "basic.law"\n', 'id = "nca"\n')
    assert "content.duplicate-id" in {fault.key for fault in check(told.path)}


def test_a_misspelt_fact_of_a_document_is_a_fault(told: PackFolder):
    line, column = told.change(PACK, "edition = {", "▶edtion = {")
    (fault,) = check(told.path)
    assert (fault.key, fault.line, fault.column) == ("content.unknown-key-near", line, column)


def test_pack_without_sections_has_none(folder: PackFolder):
    pack = Pack.open(folder.path)
    assert pack.sections == ()
    assert pack.find("section.names") is None
    assert check(folder.path) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("section.names", "section.names"),
        ("isogj:6.1#names", "section.names"),
        ("呼称", "section.names"),
        ("watches", "section.names"),
        ("図 3", "section.names"),
        ("Figure 3", "section.names"),
        ("検知報告", "section.names"),
        ("example.jp/map", "section.names"),
        ("線引き", "section.names"),
        ("nca", "nca"),
        ("info@example.jp", "nca"),
        ("First edition", "nca"),
    ],
)
def test_sections_and_documents_are_found(told: PackFolder, query: str, found: str):
    assert found in [hit.id for hit in search(Pack.open(told.path), query, "ja")][:2]


def test_what_a_section_tells_of_is_seen_from_both_ends(told: PackFolder):
    pack = Pack.open(told.path)

    def linked(thing_id: str, kind: str) -> set[str]:
        return {link.id for each in relations(pack, pack.find(thing_id)) if each.kind == kind for link in each.links}

    assert linked("section.names", "about") == {"soc", "a", "region.1"}
    assert linked("section.names", "part-of") == {"isogj"}
    assert linked("isogj", "parts") == {"section.names"}
    for other in ("soc", "a", "region.1"):
        assert linked(other, "sections") == {"section.names"}


def test_document_shows_what_it_prints_and_says_of_the_rest_that_it_does_not(told: PackFolder):
    pack = Pack.open(told.path)
    assert "版: 第 1 版" in sheet(pack, "nca")
    assert "発行日: 記載なし" in sheet(pack, "nca")
    assert "Contact: 事務局  info@example.jp" in sheet(pack, "nca", "en")
    assert sheet(pack, "isogj", "en").count("not printed") == 7


def test_section_shows_captions_and_says_that_the_drawing_is_not_there(told: PackFolder):
    text = sheet(Pack.open(told.path), "section.names")
    assert "図 3  一般的な区分" in text
    assert "図そのものは、元の文章に含まれていません" in text
    assert "https://www.example.jp/map" in text


def test_sections_are_exported(told: PackFolder):
    (section,) = export(Pack.open(told.path))["sections"]
    assert section["figures"][0]["number"] == "3"
    assert section["links"][0]["url"] == "https://www.example.jp/map"


# -- the pack that ikusei ships -----------------------------------------------------------------------------------


def test_every_group_of_prose_that_the_list_names_has_its_table():
    pack = Pack.open(builtin_folder())
    listed = (builtin_folder() / "citations.tsv").read_text(encoding="utf-8")
    prose = re.findall(r"^([a-z]+:[0-9.]+#[a-z][a-z-]*)\tgroup", listed, re.MULTILINE)
    assert len(prose) == 27
    assert set(prose) == {each.source for each in (*pack.sections, *pack.documents)}


def test_every_role_has_the_captions_of_its_figures_and_no_relation_is_made_up():
    """`nca` 4.x.2: figures 4-1 to 4-13, of which the text holds number and caption alone."""
    pack = Pack.open(builtin_folder())
    found = [each for each in pack.sections if each.id.startswith("section.position-")]
    assert [each.about for each in found] == [(entry.id,) for entry in pack.roles]
    numbers = [figure.number for each in found for figure in each.figures]
    assert sorted(numbers, key=lambda number: int(number[2:])) == [f"4-{number}" for number in range(1, 14)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("pentester-web-skillmap-201412", "section.secbok"),
        ("Pentester-Platform-Skillmap_and_Syllabus-201604", "section.secbok"),
        ("NCWF", "section.nice"),
        ("図 3", "section.soc-csirt"),
        ("recruit-hr20201211", "section.nca-about"),
        ("nca-sec@nca.gr.jp", "nca"),
        ("2016/11/25", "isogj"),
    ],
)
def test_what_the_documents_say_is_found(lang, query, found):
    assert found in [hit.id for hit in search(Pack.open(builtin_folder()), query, lang)]
