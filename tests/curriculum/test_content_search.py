from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.pack import Pack
from tui.curriculum.search import search
from tui.lang import LANGS

if TYPE_CHECKING:
    from conftest import PackFolder


@pytest.fixture
def pack(folder: PackFolder) -> Pack:
    return Pack.open(folder.path)


def ids(pack: Pack, query: str, lang: str = "ja") -> list[str]:
    return [hit.id for hit in search(pack, query, "en" if lang == "en" else "ja")]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("soc.2.paired", "soc.2.paired"),
        ("SOC.2.Paired", "soc.2.paired"),
        ("soc.2.pair", "soc.2.paired"),
        ("nca:4.3.6.4#2", "soc.2.paired"),
        ("isogj:5#A-2", "a-2"),
        ("A-2", "a-2"),
        ("ａ−２", "a-2"),
        ("A", "a"),
        ("II", "region.2"),
        ("Ⅱ", "region.2"),
        ("STEP 0", "step.0"),
        ("soc", "soc"),
        ("jpcert", "soc.2.ref.training"),
        ("example.jp/training", "soc.2.ref.training"),
    ],
)
def test_what_is_called_exactly_that_comes_first(pack: Pack, query: str, first: str):
    assert ids(pack, query)[0] == first


@pytest.mark.parametrize(
    "query", ["ログ", "ﾛｸﾞ", "ろぐ", "ログ\u3000分析", "分析 ログ", "log analysis", "ANALYSIS Log", "⼿法"]
)
def test_spelling_and_order_of_the_words_make_no_difference(pack: Pack, query: str):
    assert set(ids(pack, query)) & {"soc.2.learn.logs", "soc.2.ref.training"}


def test_one_character_of_japanese_is_a_word(pack: Pack):
    assert "basic.law" in ids(pack, "法")


def test_every_word_must_be_there(pack: Pack):
    assert ids(pack, "ログ 法律") == []


def test_words_may_stand_in_different_languages(pack: Pack):
    assert ids(pack, "ペア monitoring") == ["soc.2.paired"]


def test_title_comes_before_text(pack: Pack):
    hits = ids(pack, "方針")
    assert hits.index("a-1") < hits.index("a-2")


def test_title_in_the_readers_language_comes_before_one_in_the_other(folder: PackFolder):
    folder.change("basic.toml", "The laws concerned", "LOG laws")
    folder.change("roles/soc.toml", "攻撃の手口", "LOG の手口")
    pack = Pack.open(folder.path)
    ja, en = ids(pack, "LOG", "ja"), ids(pack, "LOG", "en")
    assert ja.index("soc.common.attacks") < ja.index("basic.law")
    assert en.index("basic.law") < en.index("soc.common.attacks")


def test_hit_says_what_it_is_and_where_it_stands(pack: Pack):
    (hit,) = search(pack, "書面だけで", "ja")
    assert (hit.kind, hit.title.en) == ("point", "Hands over in writing alone")
    assert (hit.where.ja, hit.where.en) == ("SOC/監視 STEP 2", "SOC/monitoring, STEP 2")
    (law,) = search(pack, "basic.law.privacy", "ja")
    assert law.where.ja == "基礎教育"
    assert search(pack, "a-1", "ja")[0].where.ja == "組織運営"


def test_snippet_is_the_piece_with_the_word_in_it(folder: PackFolder):
    folder.change(
        "basic.toml", "漏えいを報告する先を言える。", "前置き、" * 40 + "監督官庁へ報告する。" + "後書き、" * 40
    )
    (hit,) = search(Pack.open(folder.path), "監督官庁", "ja")
    assert "監督官庁" in hit.snippet.ja
    assert hit.snippet.ja.startswith("…")
    assert hit.snippet.ja.endswith("…")
    assert len(hit.snippet.ja) < 70
    assert hit.snippet.en == "Can say to whom a leak is reported."


def test_role_without_content_is_found(pack: Pack):
    assert ids(pack, "フォレンジック") == ["forensics"]


@pytest.mark.parametrize("query", ["", "  ", "\u3000", "存在しない語"])
def test_nothing_sought_and_nothing_there_find_nothing(pack: Pack, query: str):
    assert ids(pack, query) == []


def test_no_more_hits_than_asked_for(pack: Pack):
    assert len(search(pack, "の", "ja", limit=3)) == 3


@given(st.text(max_size=20), st.sampled_from(LANGS))
def test_no_query_breaks_the_search(pack: Pack, query: str, lang: str):
    hits = ids(pack, query, lang)
    assert len(hits) == len(set(hits))


@given(st.sampled_from(["ログ", "監視", "の", "a", "soc"]), st.text(max_size=5))
def test_another_word_never_finds_more(pack: Pack, word: str, more: str):
    assert set(ids(pack, f"{word} {more}")) <= set(ids(pack, word))
