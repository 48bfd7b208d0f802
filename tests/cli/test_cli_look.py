from itertools import pairwise

import pytest

from tui.text.cells import width


def test_show_a_criterion_with_points_rule_and_entries(begun):
    entry = begun("log", "soc.2.paired", "-m", "深夜帯", "-e", "INC-1").id
    begun("log", "soc.2.paired", "-s", "独力", "-m", "一人で")
    out = begun("show", "soc.2.paired").out
    assert out.startswith("ペアでの監視業務\n達成目安  soc.2.paired  nca:4.3.6.4#2\n")
    assert "1/3 回\n  組織が決めた値  原文では「規定回数」\n" in out
    assert "☐ soc.2.paired.handover  交代のとき、続きを書面だけで渡せる" in out
    assert f"{entry}  " in out
    assert "[INC-1]" in out
    assert "(" in next(line for line in out.splitlines() if "一人で" in line)


@pytest.mark.parametrize(
    ("thing", "ja", "en"),
    [
        ("soc", "仕事の内容", "What the role does"),
        ("soc.2", "学習項目", "Learning items"),
        ("soc.2.paired.handover", "確認項目", "point"),
        ("soc.2.learn.drill", "業務の手順と操作に習熟する", "Become fluent"),
        ("soc.2.ref.log-analysis", "ログ分析トレーニング", "JPCERT/CC"),
        ("step.2", "STEP の定義", "STEP definition"),
        ("a", "機能", "function"),
        ("A-1", "全体方針管理", "Works from"),
        ("region.1", "自組織", "region"),
        ("basic.law", "法令", "Laws"),
        ("nca", "発行日: 記載なし", "Publisher: Nippon CSIRT Association"),
        ("isogj", "発行日: 2016 年 11 月 25 日", "section.soc-csirt"),
        ("section.position-soc", "図 4-5", "the drawing itself is not"),
        ("section.secbok", "skillmap-201412.pdf", "OWASP Japan"),
        ("vuln", "section.position-vuln", "Where the document tells of it"),
    ],
)
def test_show_anything_in_both_languages_also_before_anybody_has_begun(ikusei, thing, ja, en):
    for lang, word in (("ja", ja), ("en", en)):
        answer = ikusei("--lang", lang, "show", thing)
        assert answer.code == 0
        assert word in answer.out
    assert not ikusei.state.exists()


@pytest.mark.parametrize(
    ("thing", "ja", "en"),
    [
        ("staffing.1", "合計 7 人", "7 people in all"),
        ("soc.2.learn.drill", "> soc.2.paired  ペアでの監視業務", "> soc.2.paired  Monitoring in a pair"),
        ("b-1", "自組織の評価", "Our assessment"),
    ],
)
def test_show_says_what_only_a_screen_said_before(begun, thing, ja, en):
    for lang, word in (("ja", ja), ("en", en)):
        assert word in begun("--lang", lang, "show", thing).out


def test_show_is_as_wide_as_asked_for(begun):
    for cells in (40, 120):
        lines = begun("show", "soc.2", "--width", cells).out.splitlines()
        assert cells - 20 < max(map(width, lines)) <= cells


def test_show_json_has_what_the_pack_says_and_the_standing(begun):
    data = begun("show", "soc.2.verdict", "--json").json
    assert data["kind"] == "criterion"
    assert data["rule"]["kind"] == "rate"
    assert data["state"] == "open"
    assert data["entries"] == []


def test_show_of_nothing(begun):
    answer = begun("show", "nothing.at.all")
    assert answer.code == 2
    assert "`ikusei search`" in answer.err


def test_search_finds_in_both_languages_and_says_where(ikusei):
    answer = ikusei("search", "ペア")
    assert answer.code == 0
    assert "soc.2.paired  達成目安  ペアでの監視業務  SOC/監視 STEP 2" in answer.out
    assert "soc.2.paired" in ikusei("--lang", "en", "search", "monitoring", "pair").out


def test_search_without_a_hit_ends_with_one(ikusei):
    answer = ikusei("search", "ぷるぷる")
    assert (answer.code, answer.out) == (1, "")
    assert "「ぷるぷる」は見つかりません" in answer.err


def test_journal_newest_first_with_undone_marked(begun):
    begun("log", "soc.2.paired", "-m", "一つめ")
    begun("log", "soc.2.alone", "-m", "二つめ")
    begun("undo")
    lines = begun("journal").out.splitlines()
    assert "取消" in lines[0]
    assert lines[1].startswith("✗")
    assert "独力での監視業務  x1  二つめ" in lines[1]
    assert "ペアでの監視業務  x1  一つめ" in lines[2]


def test_journal_by_kind_item_and_number(begun):
    begun("log", "soc.2.paired", "-m", "一つめ")
    begun("log", "soc.2.alone", "-m", "二つめ")
    begun("tick", "soc.2.paired.handover")
    assert len(begun("journal", "-k", "entry").out.splitlines()) == 2
    assert len(begun("journal", "-i", "soc.2.paired").out.splitlines()) == 2
    assert len(begun("journal", "-n", "1").out.splitlines()) == 1
    assert "該当する記録はありません" in begun("journal", "-i", "soc.3").err
    assert begun("journal", "-k", "nonsense").code == 2


def test_journal_json_has_the_chain(begun):
    begun("log", "soc.2.paired")
    events = begun("journal", "--json", "-n", "99").json
    assert [event["n"] for event in events] == list(range(len(events), 0, -1))
    assert all(newer["previous"] == older["hash"] for newer, older in pairwise(events))


def test_journal_says_what_became_of_a_record_and_how_often_something_was_done(begun):
    entry = begun("log", "soc.2.alone", "-n", "3", "-m", "まとめて").out.split()[0]
    assert begun("correct", entry, "-n", "2").code == 0
    begun("log", "soc.2.alone", "-m", "まちがい")
    assert begun("undo").code == 0
    for point in ("scope", "close", "traces", "stop", "record"):
        assert begun("tick", f"soc.2.alone.{point}").code == 0
    assert begun("claim", "soc.2.alone").code == 0
    assert begun("claim", "soc.2.alone", "--withdraw").code == 0
    for lang, undone, corrected, withdrawn in (
        ("ja", "[取消済み]", "[訂正あり]", "[取下げ済み]"),
        ("en", "[undone]", "[corrected]", "[withdrawn]"),
    ):
        lines = begun("--lang", lang, "journal").out.splitlines()
        (gone,) = (line for line in lines if undone in line)
        (mended,) = (line for line in lines if corrected in line)
        (back,) = (line for line in lines if withdrawn in line)
        assert (gone[0], mended[0], back[0]) == ("✗", "~", "-")
        assert "x3  まとめて" in mended
        assert [line for line in lines if "x2  まとめて" in line]
    rows = begun("journal", "--json").json
    assert [each["kind"] for each in rows if each["corrected"]] == ["entry"]
    assert [each["kind"] for each in rows if each["withdrawn"]] == ["claim"]
