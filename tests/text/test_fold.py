from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.fold import fold, plain_form

RADICALS = [chr(point) for point in range(0x2E80, 0x2FD6) if unicodedata.name(chr(point), "")]


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("ＳＯＣ業務", "soc業務"),
        ("ログ分析", "ﾛｸﾞ分析"),
        ("ログ", "ろぐ"),
        ("ヴァルナラビリティ", "ゔぁるならびりてぃ"),
        ("⼀次切り分け", "一次切り分け"),
        ("社⻑", "社長"),
        ("⺠法", "民法"),
        ("⼾籍", "戸籍"),
        ("3〜5 回", "3～5 回"),
        ("A−1", "A-1"),
        ("A‐1", "a-1"),
        ("STEP\u30002\n 見習い", " step 2 見習い "),
        ("か\u3099", "ガ"),
        ("Straße", "STRASSE"),
        ("Ⅲ", "iii"),
        ("脆弱性管理∕診断", "脆弱性管理/診断"),
        ("脆弱性管理⁄診断", "脆弱性管理／診断"),
        ("情報収集‧分析", "情報収集・分析"),
        ("情報収集∙分析", "情報収集･分析"),
        ("監視‵日次", "監視'日次"),
        ("1∶2∼3", "1:2~3"),
        ("⻫藤", "斉藤"),
        ("⻯門", "竜門"),
        ("⻲田", "亀田"),
        ("⺒年", "巳年"),
        ("⻅学", "見学"),
        ("⻦居", "鳥居"),
        ("⻢場", "馬場"),
        ("脆弱\u00ad性", "脆弱性"),
        ("葛\U000e0100城", "葛城"),
        ("診\u200b断", "診断"),
    ],
)
def test_two_spellings_of_one_word_have_one_key(written: str, sought: str):
    assert fold(written) == fold(sought)


@pytest.mark.parametrize(("one", "other"), [("ハ", "バ"), ("ー", "-"), ("一", "ー"), ("つ", "っ"), ("戸", "所")])
def test_different_words_keep_different_keys(one: str, other: str):
    assert fold(one) != fold(other)


@pytest.mark.parametrize("radical", [char for char in RADICALS if char != "⺀"])
def test_every_radical_folds_to_the_character_it_looks_like(radical: str):
    assert fold(radical) == plain_form(radical)
    assert not 0x2E80 <= ord(fold(radical)) <= 0x2FDF


@given(st.text())
def test_folding_a_key_again_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_have_one_key(text: str):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(), st.text())
def test_a_key_has_no_outer_and_no_double_blanks(one: str, other: str):
    key = fold(f"  {one}\u3000\t{other}\n")
    assert key == key.strip()
    assert "  " not in key
