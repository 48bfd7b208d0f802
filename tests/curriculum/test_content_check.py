from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.curriculum.check import check
from tui.lang import LANGS, say

if TYPE_CHECKING:
    from conftest import PackFolder

PACK, STEPS, BASIC, SOC = "pack.toml", "steps.toml", "basic.toml", "roles/soc.toml"
FUNCTIONS, REGIONS = "textbook/functions.toml", "textbook/regions.toml"

LAWS = 'text = { ja = "関係する法律", en = "The laws concerned" }'
TIMES = '{ policy = "soc.2.paired.times", wording = "規定回数", example = 3 }'
COUNT = f'rule = {{ kind = "count", supervision = ["paired"], at_least = {TIMES} }}'
POINT = """
[[step.criterion.point]]
id = "soc.2.paired.aloud"
text = { ja = "迷った点を言葉にする", en = "Says what was unclear" }
"""
MORE_POINTS = "".join(POINT.replace("aloud", f"p{number}") for number in range(6))

NO_TEXT = '▶[[item]]\nid = "basic.law"\nsource = "nca:3#1"\n'

# file, what stands there, what is written instead (▶: where the fault is reported), message
FAULTS = [
    # TOML
    (BASIC, LAWS, "text = ▶", "content.syntax"),
    (BASIC, LAWS, LAWS + '\ntext = "again"▶', "content.syntax"),
    (BASIC, LAWS, "text = ▶\x1b", "content.forbidden-character"),
    (BASIC, LAWS, "detail = ▶" + "9" * 5000, "content.huge-number"),
    # characters
    (BASIC, "関係する法律", "関係する▶\u202e法律", "content.forbidden-character"),
    (BASIC, LAWS, "# ▶\u200b\n" + LAWS, "content.forbidden-character"),
    (BASIC, "関係する法律", "関係する▶⺠法", "content.radical"),
    (BASIC, "The laws", "▶⼀ The laws", "content.radical"),
    (BASIC, 'en = "The laws', '▶en = "\\u001b[2JThe laws', "content.forbidden-character"),
    (BASIC, 'ja = "関係', '▶ja = "\\u2F00関係', "content.radical"),
    (BASIC, 'id = "basic.law"', '▶id = "\\u2f00"', "content.radical, content.bad-id"),
    (BASIC, LAWS, LAWS + '\n▶"\\u0007" = 1', "content.forbidden-character, content.unknown-key"),
    # keys
    (BASIC, 'id = "basic.law"\n', 'id = "basic.law"\n▶zzz = "x"\n', "content.unknown-key"),
    (BASIC, "detail = { ja", "▶detial = { ja", "content.unknown-key-near"),
    (BASIC, LAWS, LAWS[:-1] + ', ▶fr = "Les lois" }', "content.unknown-key"),
    (BASIC, "[[item.item]]", "▶[[item.itme]]", "content.unknown-key-near"),
    (BASIC, "[[item]]\n" + 'id = "basic.law"\n', "▶[[item]]\n", "content.missing-key"),
    (BASIC, f'[[item]]\nid = "basic.law"\nsource = "nca:3#1"\n{LAWS}\n', NO_TEXT, "content.missing-key"),
    (SOC, '[[step]]\nid = "soc.2"\n', "▶[[step]]\n", "content.missing-key"),
    (SOC, COUNT, "", "content.missing-key"),
    (SOC, '{ kind = "reading", list = "soc.2.books" }', '▶{ kind = "reading" }', "content.missing-key"),
    (PACK, '[pack]\nid = "test"\n', "▶[pack]\n", "content.missing-key"),
    # languages and types
    (BASIC, LAWS, '▶text = { ja = "関係する法律" }', "content.missing-language"),
    (BASIC, LAWS, 'text = { ja = "関係する法律", ▶en = "" }', "content.empty"),
    (BASIC, LAWS, 'text = { ▶ja = " \u3000", en = "Laws" }', "content.empty"),
    (BASIC, LAWS, 'text = { ja = "法律", ▶en = 1 }', "content.not-string"),
    (BASIC, LAWS, '▶text = "関係する法律"', "content.not-text"),
    (BASIC, 'id = "basic.law"', "▶id = 1", "content.not-string"),
    (BASIC, 'id = "basic.law"', "▶id = 1979-05-27", "content.not-string"),
    (BASIC, 'renamed = ["basic.privacy"]', "▶renamed = []", "content.empty-list"),
    (BASIC, 'renamed = ["basic.privacy"]', '▶renamed = "basic.privacy"', "content.not-strings"),
    (BASIC, 'renamed = ["basic.privacy"]', 'renamed = ["b.c",\n ▶"b.c"]', "content.repeated, content.duplicate-former"),
    (BASIC, 'renamed = ["basic.privacy"]', "▶item = []", "content.empty-list"),
    (BASIC, 'renamed = ["basic.privacy"]', '▶item = ["x"]', "content.not-tables"),
    (SOC, COUNT, '▶rule = "count"', "content.not-table"),
    (SOC, "number = 2", "▶number = 4", "content.not-whole"),
    (SOC, "number = 2", "▶number = true", "content.not-whole"),
    (PACK, "year = 2022", '▶year = "2022"', "content.not-whole"),
    (FUNCTIONS, 'to = "a-2"', 'to = "a-2"\n▶takes = "yes"', "content.not-flag"),
    (REGIONS, 'expertise = "low"', '▶expertise = "medium"', "content.not-choice"),
    # ids and citations
    (BASIC, 'id = "basic.law"', '▶id = "Basic.Law"', "content.bad-id"),
    (BASIC, 'id = "basic.law"', '▶id = " basic.law"', "content.bad-id"),
    (BASIC, 'renamed = ["basic.privacy"]', 'renamed = [ ▶"基礎" ]', "content.bad-id"),
    (BASIC, 'source = "nca:3#1"', '▶source = "nca 3"', "content.bad-source"),
    (BASIC, 'source = "nca:3#1"', '▶source = "rfc:3#1"', "content.unknown-document"),
    (BASIC, 'source = "nca:3#1.1"', '▶source = "nca:3#1"', "content.duplicate-source"),
    (SOC, 'source = "nca:4.3.1#2"', '▶source = "nca:3#1"', "content.duplicate-source"),
    (SOC, 'id = "soc.2.paired.aloud"', '▶id = "soc.2.paired"', "content.duplicate-id"),
    (SOC, 'id = "soc.task.judge"', '▶id = "basic.law"', "content.duplicate-id, content.dangling-see"),
    (SOC, 'renamed = ["soc.2.pair"]', 'renamed = [▶"soc.2.verdict"]', "content.duplicate-former"),
    (SOC, 'renamed = ["soc.2.pair"]', 'renamed = ["soc.2.old", ▶"basic.privacy"]', "content.duplicate-former"),
    (SOC, 'leads = ["soc.2.learn.drill"]', 'leads = [▶"soc.2.learn.dril"]', "content.dangling-learning-near"),
    (SOC, 'leads = ["soc.2.learn.drill"]', 'leads = [▶"soc.2.goal.part"]', "content.dangling-learning"),
    (SOC, 'leads = ["soc.2.learn.drill"]', 'leads = [▶"x"]', "content.dangling-learning"),
    (SOC, 'leads = ["soc.2.learn.drill"]', 'leads = [▶"Learn"]', "content.bad-id"),
    (SOC, 'see = "soc.2.learn.drill"', '▶see = "soc.2.learn.dirll"', "content.dangling-see-near"),
    (SOC, 'see = "soc.2.learn.drill"', '▶see = "q"', "content.dangling-see"),
    (SOC, 'see = "soc.2.learn.drill"', '▶see = ""', "content.empty"),
    (SOC, 'cases = ["soc.2.learn.logs"]', 'cases = [▶"zzz"]', "content.dangling-learning"),
    (FUNCTIONS, 'to = "a-2"', '▶to = "a-3"', "content.dangling-link-near"),
    (FUNCTIONS, 'to = "a-2"', '▶to = "x"', "content.dangling-link"),
    (FUNCTIONS, '["region.1", "region.2"]', '["region.1", ▶"region.7"]', "content.dangling-region"),
    # the pack
    (PACK, "schema = 1", "▶schema = 2", "content.schema"),
    (PACK, 'version = "1.0.0"', '▶version = "one dot oh"', "content.bad-version"),
    (PACK, 'chapter = "nca:4.5"', '▶chapter = "4.5"', "content.bad-chapter"),
    (PACK, 'id = "forensics"', '▶id = "soc"', "content.duplicate-id"),
    (SOC, 'id = "soc"', '▶id = "sco"', "content.role-id"),
    (STEPS, "number = 1", "▶number = 0", "content.step-twice"),
    (SOC, 'url = "https:', '▶url = "javascript:', "content.bad-url"),
    (REGIONS, 'code = "II"', '▶code = "Ⅱ"', "content.bad-code"),
    # criteria
    (SOC, 'ja = "ペアでの監視業務"', '▶ja = "指導者とのペアでの監視業務"', "content.name-wide"),
    (SOC, 'en = "Monitoring in a pair"', '▶en = "Monitoring in a pair of two"', "content.name-wide"),
    (SOC, POINT, "", "content.points"),
    (SOC, POINT, MORE_POINTS, "content.points"),
    # rules
    (SOC, 'kind = "count"', '▶kind = "counts"', "content.not-choice"),
    (SOC, '"paired"]', '"paired", ▶"watched"]', "content.not-choice"),
    (SOC, 'supervision = ["paired"]', "▶supervision = []", "content.empty-list"),
    (SOC, '{ kind = "reading"', '{ kind = "reading", ▶last = 3', "content.rule-key"),
    (SOC, COUNT, 'rule = { kind = "attest", ▶points = 3 }', "content.rule-key"),
    (SOC, COUNT, 'rule = { kind = "count", ▶at_least = 3 }', "content.number-bare"),
    (SOC, COUNT, 'rule = { kind = "count", at_least = { ▶value = 0 } }', "content.not-number"),
    (SOC, COUNT, 'rule = { kind = "count", at_least = { ▶value = -3 } }', "content.not-number"),
    (SOC, COUNT, 'rule = { kind = "count", at_least = { ▶value = 1.5 } }', "content.not-number"),
    (SOC, COUNT, 'rule = { kind = "count", at_least = { ▶value = true } }', "content.not-number"),
    (SOC, COUNT, 'rule = { kind = "count", at_least = { ▶value = nan } }', "content.not-number"),
    (SOC, COUNT, 'rule = { kind = "count", at_least = { ▶value = "3" } }', "content.not-number"),
    (SOC, COUNT, 'rule = { kind = "count", ▶at_least = { } }', "content.number-form"),
    (SOC, COUNT, 'rule = { kind = "count", ▶at_least = { example = 3 } }', "content.number-form"),
    (SOC, COUNT, 'rule = { kind = "count", ▶at_least = { value = 3, policy = "k" } }', "content.number-form"),
    (SOC, COUNT, 'rule = { kind = "count", at_least = { ▶policy = "K" } }', "content.bad-policy-key"),
    (SOC, COUNT, 'rule = { kind = "count", at_least = { ▶valeu = 3, policy = "k" } }', "content.unknown-key-near"),
    (SOC, 'ratio = { policy = "soc.2.verdict.ratio" }', "ratio = { ▶value = 101 }", "content.ratio"),
    (SOC, 'ratio = { policy = "soc.2.verdict.ratio" }', "ratio = { ▶value = 0 }", "content.ratio"),
    (SOC, 'ratio = { policy = "soc.2.verdict.ratio" }', "ratio = { ▶value = 0.95 }", "content.share"),
    (SOC, 'ratio = { policy = "soc.2.verdict.ratio" }', "ratio = { ▶value = inf }", "content.ratio"),
    (SOC, 'policy = "soc.2.verdict.ratio"', '▶policy = "soc.2.verdict.cases"', "content.policy-unit"),
    (SOC, 'cases = ["soc.2.learn.logs"]', "▶cases = []", "content.empty-list"),
    (SOC, COUNT, 'rule = { kind = "all", ▶rules = [{ kind = "attest" }] }', "content.rule-alone"),
]


def placed(folder: PackFolder) -> list[tuple[str, str, int, int]]:
    return [(e.key, e.file.relative_to(folder.path).as_posix(), e.line, e.column) for e in check(folder.path)]


def test_pack_without_a_fault_is_found_without_a_fault(folder: PackFolder):
    assert check(folder.path) == []


@pytest.mark.parametrize(("file", "old", "new", "keys"), FAULTS, ids=[f"{keys}-{new[:40]}" for *_, new, keys in FAULTS])
def test_fault_is_reported_where_it_stands(folder: PackFolder, file: str, old: str, new: str, keys: str):
    line, column = folder.change(file, old, new)
    found = placed(folder)
    expected = keys.split(", ")
    assert sorted(key for key, *_ in found) == sorted(expected)
    if "▶" in new:
        assert (expected[0], file, line, column) in found


@pytest.mark.parametrize(("file", "old", "new", "keys"), FAULTS, ids=[f"{keys}-{new[:40]}" for *_, new, keys in FAULTS])
def test_every_fault_has_a_sentence_in_both_languages_that_names_its_place(
    folder: PackFolder, file: str, old: str, new: str, keys: str
):
    folder.change(file, old, new)
    for fault in check(folder.path):
        for lang in LANGS:
            assert say(lang, fault.key, **fault.fields).startswith(f"{fault.file}:{fault.line}:{fault.column}: ")


def test_missing_key_is_reported_at_the_table_that_lacks_it(folder: PackFolder):
    folder.change(SOC, 'id = "soc.2"\nnumber = 2\n', 'id = "soc.2"\n')
    assert placed(folder) == [("content.missing-key", SOC, 13, 1)]


def test_every_file_that_the_pack_must_have_is_missed(folder: PackFolder):
    for name in (PACK, STEPS, BASIC, FUNCTIONS, REGIONS):
        (folder.path / name).unlink()
    missing = [(key, name) for key, name, *_ in placed(folder)]
    assert missing == [("content.missing-file", name) for name in sorted((PACK, STEPS, BASIC, FUNCTIONS, REGIONS))]


def test_missing_folder_is_reported_as_missing_files(folder: PackFolder):
    found = check(folder.path / "nowhere")
    assert {fault.key for fault in found} == {"content.missing-file"}


def test_file_of_a_role_that_is_missing_is_a_fault(folder: PackFolder):
    folder.change(PACK, '"roles/soc.toml"', '"roles/sco.toml"')
    assert placed(folder) == [
        ("content.missing-file", "roles/sco.toml", 1, 1),
        ("content.unused-file", SOC, 1, 1),
    ]


@pytest.mark.parametrize(
    "name", ["../soc.toml", "/etc/soc.toml", "roles/../../soc.toml", "roles//soc.toml", "soc.json"]
)
def test_pack_reads_no_file_outside_its_folder(folder: PackFolder, name: str):
    folder.change(PACK, '"roles/soc.toml"', f'"{name}"')
    assert [key for key, *_ in placed(folder)] == ["content.bad-file", "content.unused-file"]


def test_roles_are_checked_even_where_the_table_of_contents_is_broken(folder: PackFolder):
    folder.change(PACK, "schema = 1", "schema =")
    folder.change(SOC, "number = 2", "number = 7")
    assert [key for key, *_ in placed(folder)] == ["content.syntax", "content.not-whole"]


def test_byte_order_mark_and_windows_line_ends_are_read_over(folder: PackFolder):
    folder.change(SOC, 'id = "soc.2.verdict.why"', 'id = "soc.2.verdict.Why"')
    place = placed(folder)
    folder.write(SOC, b"\xef\xbb\xbf" + folder.read(SOC).replace("\n", "\r\n").encode())
    assert placed(folder) == place != []


def test_byte_that_is_not_utf8_is_reported_at_its_character(folder: PackFolder):
    folder.write(BASIC, "\ufeff# 法律\r\n# 民".encode() + "法".encode("shift_jis"))
    assert placed(folder) == [("content.encoding", BASIC, 2, 4)]


def test_huge_file_is_refused_unread(folder: PackFolder):
    folder.write(BASIC, b"# " + b"x" * (2 * 1024 * 1024))
    assert placed(folder) == [("content.too-large", BASIC, 1, 1)]


def test_folder_in_the_place_of_a_file_is_a_fault(folder: PackFolder):
    (folder.path / BASIC).unlink()
    (folder.path / BASIC).mkdir()
    assert placed(folder) == [("content.not-a-file", BASIC, 1, 1)]


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "{ b = " * 100_000, ".".join("a" * 5000) + " = 1"])
def test_deep_nesting_is_a_fault_and_no_crash(folder: PackFolder, text: str):
    folder.write(BASIC, text)
    assert placed(folder) == [("content.too-deep", BASIC, 1, 1)]


def test_items_nested_too_deep_are_a_fault(folder: PackFolder):
    item = 'id = "basic.n{0}"\ntext = {{ ja = "項目", en = "Item" }}\n'
    deep = "".join(f"[[item{'.item' * depth}]]\n" + item.format(depth) for depth in range(7))
    folder.write(BASIC, deep)
    assert placed(folder) == [("content.item-deep", BASIC, 19, 1)]


def test_rules_nested_too_deep_are_a_fault(folder: PackFolder):
    rule = '{ kind = "attest" }'
    for _ in range(4):
        rule = f'{{ kind = "all", rules = [{rule}, {{ kind = "attest" }}] }}'
    folder.change(SOC, COUNT, f"rule = {rule}")
    assert [key for key, *_ in placed(folder)] == ["content.rule-deep"]


def test_text_of_our_own_has_no_source(folder: PackFolder):
    folder.change(BASIC, 'source = "nca:3#1"\n', "")
    folder.change(BASIC, 'source = "nca:3#1.1"\n', "")
    assert placed(folder) == []


def test_syntax_error_does_not_hide_forbidden_characters_in_the_same_file(folder: PackFolder):
    folder.change(BASIC, LAWS, "# \u200b\ntext =")
    assert [(key, line) for key, _, line, _ in placed(folder)] == [
        ("content.forbidden-character", 4),
        ("content.syntax", 5),
    ]


def test_second_place_of_an_id_names_the_first(folder: PackFolder):
    folder.change(SOC, 'id = "soc.2.paired.aloud"', 'id = "basic.law"')
    (fault,) = check(folder.path)
    assert fault.fields["first"] == f"{folder.path / BASIC}:2"


def test_all_faults_of_all_files_are_found_in_one_run_in_the_order_of_files_and_lines(folder: PackFolder):
    folder.change(PACK, "year = 2016", "year = 16")
    folder.change(STEPS, 'who = { ja = "新規配属者", en = "Newly assigned" }\n', "")
    folder.change(BASIC, LAWS, "text = {")
    folder.change(SOC, "アラートを判定する", "アラートを⼀次判定する")
    folder.change(SOC, 'leads = ["soc.2.learn.drill"]', 'leads = ["soc.2.learn.dri", "x"]')
    folder.change(SOC, 'id = "soc.2.verdict.why"', 'id = "soc.2.paired.aloud"')
    folder.change(FUNCTIONS, '["region.1", "region.2"]', '["region.9"]')
    folder.change(REGIONS, 'code = "II"', "code = 2")
    found = placed(folder)
    assert [key for key, *_ in found] == [
        "content.syntax",
        "content.not-whole",
        "content.radical",
        "content.dangling-learning-near",
        "content.dangling-learning",
        "content.duplicate-id",
        "content.missing-key",
        "content.dangling-region",
        "content.not-string",
    ]
    assert found == sorted(found, key=lambda fault: fault[1:])


def test_role_is_not_checked_twice_where_two_lines_name_one_file(folder: PackFolder):
    folder.change(PACK, 'name = { ja = "フォレンジック"', 'file = "roles/soc.toml"\nname = { ja = "フォレンジック"')
    folder.change(SOC, "number = 2", "number = 9")
    assert [key for key, *_ in placed(folder)] == ["content.not-whole"]


def test_very_long_value_does_not_fill_the_screen(folder: PackFolder):
    folder.change(BASIC, 'id = "basic.law"', f'id = "{"X" * 5000}"')
    (fault,) = check(folder.path)
    assert len(say("ja", fault.key, **fault.fields)) < len(str(fault.file)) + 150
