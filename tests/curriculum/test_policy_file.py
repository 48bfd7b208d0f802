from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.faults import ContentFaults
from tui.curriculum.folder import builtin_folder
from tui.curriculum.open_number import open_numbers
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy, ReadingItem, load_policy
from tui.curriculum.policy_template import policy_template
from tui.lang import LANGS, say

if TYPE_CHECKING:
    from conftest import PackFolder

WHOLE = """\
[policy]
name = "架空 SOC"

[numbers]
"soc.2.paired.times" = 10
"soc.2.verdict.ratio" = 97.5

[[reading."soc.2.books"]]
id = "handbook"
title = "対応手順書"

[[reading."soc.2.books"]]
id = "primer"
title = "ログ分析入門"
"""


@pytest.fixture
def pack(folder: PackFolder) -> Pack:
    return Pack.open(folder.path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def test_missing_file_is_the_policy_in_which_everything_is_unset(file: Path, pack: Pack):
    policy = load_policy(file, pack)
    assert policy == Policy.empty()
    assert policy.number("soc.2.paired.times") is None
    assert policy.reading("soc.2.books") == ()


def test_values_are_read_and_what_is_left_out_stays_unset(file: Path, pack: Pack):
    file.write_text(WHOLE, encoding="utf-8")
    policy = load_policy(file, pack)
    assert policy.name == "架空 SOC"
    assert policy.number("soc.2.paired.times") == 10
    assert policy.number("soc.2.verdict.ratio") == 97.5
    assert policy.number("soc.2.verdict.cases") is None
    assert policy.reading("soc.2.books") == (
        ReadingItem("handbook", "対応手順書"),
        ReadingItem("primer", "ログ分析入門"),
    )


def test_example_of_the_document_is_never_a_value(file: Path, pack: Pack):
    number = next(number for number in open_numbers(pack) if number.key == "soc.2.paired.times")
    assert number.example == 3
    assert load_policy(file, pack).number(number.key) is None


def test_start_reads_the_policy_without_reading_any_role(file: Path):
    file.write_text(WHOLE, encoding="utf-8")
    assert load_policy(file, None).number("soc.2.paired.times") == 10


FAULTS = [
    ('"soc.2.paired.times" = 10', '▶"soc.2.paired.tims" = 10', "policy.unknown-number-near"),
    ('"soc.2.paired.times" = 10', '▶"zzz" = 10', "policy.unknown-number"),
    ('"soc.2.paired.times" = 10', '▶"soc.2.books" = 10', "policy.unknown-number"),
    ('"soc.2.paired.times" = 10', "▶soc.2.paired.times = 10", "policy.unquoted"),
    ('"soc.2.paired.times" = 10', '▶"soc.2.paired.times" = 2.5', "policy.not-whole"),
    ('"soc.2.paired.times" = 10', '▶"soc.2.paired.times" = 0', "policy.not-whole"),
    ('"soc.2.paired.times" = 10', '▶"soc.2.paired.times" = true', "policy.not-whole"),
    ('"soc.2.paired.times" = 10', '▶"soc.2.paired.times" = "10"', "policy.not-whole"),
    ("97.5", "▶100.5", "policy.ratio"),
    ("97.5", "▶0", "policy.ratio"),
    ("97.5", "▶nan", "policy.ratio"),
    ("97.5", "▶0.95", "policy.share"),
    ("97.5", "▶1.0", "policy.share"),
    ("97.5", '▶"0%"', "policy.ratio"),
    ("97.5", '▶"101%"', "policy.ratio"),
    ('"soc.2.paired.times" = 10', '▶"soc.2.paired.times" = "10%"', "policy.not-whole"),
    ("[numbers]", "▶[number]", "content.unknown-key-near"),
    ("[numbers]", "[▶]", "content.syntax"),
    ('name = "架空 SOC"', '▶nmae = "架空 SOC"', "content.unknown-key-near"),
    ('"primer"', '▶"handbook"', "policy.reading-twice"),
    ('"primer"', '▶"Primer"', "content.bad-id"),
    ('"ログ分析入門"', '▶""', "content.empty"),
    ('"ログ分析入門"', '▶"\\u202eログ"', "content.forbidden-character"),
]


@pytest.mark.parametrize(("old", "new", "key"), FAULTS)
def test_fault_of_the_policy_is_reported_on_its_line(file: Path, pack: Pack, old: str, new: str, key: str):
    text = WHOLE.replace(old, new)
    file.write_text(text.replace("▶", ""), encoding="utf-8")
    with pytest.raises(ContentFaults) as raised:
        load_policy(file, pack)
    (fault,) = raised.value.faults
    assert (fault.key, fault.line) == (key, text.partition("▶")[0].count("\n") + 1)
    for lang in LANGS:
        assert say(lang, fault.key, **fault.fields).startswith(f"{file}:{fault.line}:{fault.column}: ")


@pytest.mark.parametrize(("written", "value"), [('"0.5%"', 0.5), ('"0.95 %"', 0.95), ('"97.5%"', 97.5), ("1", 1)])
def test_a_percentage_below_one_is_written_with_its_sign(file: Path, pack: Pack, written: str, value: float):
    file.write_text(WHOLE.replace("97.5", written), encoding="utf-8")
    assert load_policy(file, pack).number("soc.2.verdict.ratio") == value
    assert load_policy(file, None).number("soc.2.verdict.ratio") == value


def test_a_share_of_one_is_asked_about_even_without_the_pack(file: Path):
    file.write_text(WHOLE.replace("97.5", "0.95"), encoding="utf-8")
    with pytest.raises(ContentFaults) as raised:
        load_policy(file, None)
    (fault,) = raised.value.faults
    said = say("ja", fault.key, **fault.fields)
    assert "soc.2.verdict.ratio の 0.95 は 95 % のことですか。そうなら 95 と書いてください。" in said
    assert said.endswith('本当に 0.95 % なら "0.95%" と引用符に入れて書いてください。')


def test_the_pack_marks_24_of_its_numbers_as_its_own_and_no_reading_list():
    asked = open_numbers(Pack.open(builtin_folder()))
    ours = [number.key for number in asked if number.is_ours]
    assert (len(ours), sum(number.unit != "readings" for number in asked)) == (24, 40)
    assert {"soc.3.period.hole", "soc.3.routine.times"} <= set(ours)
    assert not any(number.is_ours for number in asked if number.unit == "readings")


def test_the_template_says_which_numbers_the_document_does_not_have():
    text = policy_template(Pack.open(builtin_folder()), "ja").splitlines()
    own = text[text.index('# "soc.3.routine.times" = ') - 1]
    asked = text[text.index('# "soc.2.paired.times" = ') - 1]
    assert ("原文にない値" in own, "原文にない値" in asked, "原文の「規定回数」" in asked) == (True, False, True)


def test_reading_list_that_no_rule_asks_for_is_a_fault(file: Path, pack: Pack):
    file.write_text(WHOLE.replace("soc.2.books", "soc.2.book"), encoding="utf-8")
    with pytest.raises(ContentFaults) as raised:
        load_policy(file, pack)
    assert [(fault.key, fault.line) for fault in raised.value.faults] == [("policy.unknown-reading-near", 8)]


def test_number_that_can_be_none_is_a_fault_even_without_the_pack(file: Path):
    file.write_text('[numbers]\n"a" = 1\n"b" = -1\n', encoding="utf-8")
    with pytest.raises(ContentFaults) as raised:
        load_policy(file, None)
    assert [(fault.key, fault.line) for fault in raised.value.faults] == [("policy.not-number", 3)]


def test_all_faults_of_the_policy_are_found_in_one_run(file: Path, pack: Pack):
    file.write_text(WHOLE.replace("10", "-1").replace("97.5", "101").replace('"primer"', '"x y"'), encoding="utf-8")
    with pytest.raises(ContentFaults) as raised:
        load_policy(file, pack)
    assert [fault.key for fault in raised.value.faults] == ["policy.not-whole", "policy.ratio", "content.bad-id"]


def test_every_open_number_names_its_criterion_and_where_the_document_asks(pack: Pack):
    asked = {number.key: (number.unit, number.criterion.id, number.source) for number in open_numbers(pack)}
    assert asked == {
        "soc.2.paired.times": ("times", "soc.2.paired", "nca:4.3.6.4#2"),
        "soc.2.verdict.cases": ("cases", "soc.2.verdict", "nca:4.3.6.4#4"),
        "soc.2.verdict.ratio": ("percent", "soc.2.verdict", "nca:4.3.6.4#4"),
        "soc.2.books": ("readings", "soc.2.verdict", "nca:4.3.6.4#4"),
    }


def test_number_that_two_criteria_ask_for_is_named_once_with_both(folder: PackFolder):
    folder.change("roles/soc.toml", '{ kind = "cases", cases = ["soc.2.learn.logs"] }', TIMES)
    number, *_ = open_numbers(Pack.open(folder.path))
    assert [criterion.id for criterion in number.criteria] == ["soc.2.paired", "soc.2.verdict"]
    assert (number.wording, number.example) == ("規定回数", 3)


TIMES = '{ kind = "taught", at_least = { policy = "soc.2.paired.times" } }'


@pytest.mark.parametrize("lang", [None, *LANGS])
def test_template_is_a_policy_in_which_everything_is_unset(file: Path, pack: Pack, lang: str | None):
    file.write_text(policy_template(pack, None if lang is None else "ja" if lang == "ja" else "en"), encoding="utf-8")
    assert load_policy(file, pack) == Policy.empty()


def test_template_with_every_number_filled_in_is_a_whole_policy(file: Path, pack: Pack):
    text = policy_template(pack)
    for number in open_numbers(pack):
        text = text.replace(f'# "{number.key}" = ', f'"{number.key}" = 7')
    text = text.replace(
        '# [[reading."soc.2.books"]]\n# id = ""\n# title = ""', '[[reading."soc.2.books"]]\nid = "b"\ntitle = "B"'
    )
    file.write_text(text, encoding="utf-8")
    policy = load_policy(file, pack)
    assert set(policy.numbers.values()) == {7}
    assert set(policy.numbers) | set(policy.readings) == {number.key for number in open_numbers(pack)}


def test_template_tells_name_citation_wording_and_example_in_both_languages(pack: Pack):
    template = policy_template(pack)
    for told in ("ペアでの監視業務", "Monitoring in a pair", "nca:4.3.6.4#2", "規定回数", "SOC/監視 STEP 2"):
        assert told in template
    assert "Monitoring in a pair" not in policy_template(pack, "ja")
    assert "ペアでの監視業務" not in policy_template(pack, "en")


def test_line_end_in_a_wording_does_not_end_the_comment(folder: PackFolder, file: Path):
    folder.change("roles/soc.toml", 'wording = "規定回数"', 'wording = "規定\\n[policy]\\nname = 1"')
    pack = Pack.open(folder.path)
    file.write_text(policy_template(pack), encoding="utf-8")
    assert load_policy(file, pack) == Policy.empty()


NUMBERS = st.dictionaries(st.text("abc.", min_size=1, max_size=3), st.integers(1, 100), max_size=4)


@given(NUMBERS)
def test_digest_depends_on_the_values_and_not_on_their_order_or_the_name(numbers: dict[str, int]):
    turned = dict(reversed(numbers.items()))
    assert Policy("A", numbers, {}).digest == Policy("B", {k: float(v) for k, v in turned.items()}, {}).digest


@given(NUMBERS, NUMBERS)
def test_different_values_have_different_digests(one: dict[str, int], other: dict[str, int]):
    assert (Policy("", one, {}).digest == Policy("", other, {}).digest) == (one == other)


def test_reading_list_is_part_of_the_digest():
    listed = Policy("", {}, {"k": (ReadingItem("a", "A"),)})
    assert listed.digest != Policy.empty().digest
    assert listed.digest != Policy("", {}, {"k": (ReadingItem("a", "B"),)}).digest
