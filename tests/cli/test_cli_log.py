import os
import subprocess
import sys
from datetime import timedelta

import pytest
from modes import bound_by_modes

HOSTILE = "[/][@click=app.bell]\x1b]52;c;aGk=\x07\x1b[31m\u202eabc\x9b2J\n次の行"


def test_log_prints_the_id_and_the_new_standing(begun):
    answer = begun("log", "soc.2.paired", "-m", "深夜帯の一次切り分け", "-e", "INC-2041")
    assert answer.code == 0
    first, second = answer.out.splitlines()
    assert first.split("  ") == [answer.id, begun.today().isoformat(), "指導者とペア"]
    assert "ペアでの監視業務" in second
    assert "1/3 回" in second
    shown = begun("show", "soc.2.paired", "--json").json["entries"]
    assert [(entry["note"], entry["evidence"][0]["ref"]) for entry in shown] == [("深夜帯の一次切り分け", "INC-2041")]


def test_ids_are_forgiving(begun):
    assert begun("log", "SOC.2.Pair").code == 0
    assert begun.standing("soc.2.paired")["standing"]["gauges"][0]["done"] == 1


def test_an_id_that_could_be_several_names_them(begun):
    answer = begun("log", "soc.2")
    assert answer.code == 2
    assert "soc.2.detect, soc.2.paired, soc.2.alone, soc.2.verdict" in answer.err


def test_an_id_that_could_be_several_other_things_names_them(begun):
    answer = begun("log", "soc.3.learn")
    assert answer.code == 2
    assert "soc.3.learn.new-features, soc.3.learn.rare-alerts" in answer.err


@pytest.mark.parametrize(
    ("words", "told", "told_in_english"),
    [
        (("log", "soc.3.learn.statistics"), ("学習項目", "ikusei tick soc.3.learn.statistics"), "(learning item)"),
        (("log", "SOC.3.learn.stat"), ("学習項目", "ikusei tick soc.3.learn.statistics"), "(learning item)"),
        (("log", "soc.2.paired.aloud"), ("確認項目", "ikusei tick soc.2.paired.aloud"), "(point)"),
        (("log", "basic.law"), ("項目", "ikusei tick basic.law"), "(item)"),
        (("log", "soc.2.goal.support"), ("目標", "ikusei status"), "(goal)"),
        (("log", "A-1"), ("全体方針管理", "ikusei status"), "(duty)"),
        (("tick", "soc.2.goal.support"), ("目標", "ikusei show soc.2.goal.support"), "(goal)"),
        (("claim", "soc.2.paired.aloud"), ("確認項目", "ikusei status"), "(point)"),
    ],
)
def test_an_id_of_something_else_is_named_with_what_to_do_instead(begun, words, told, told_in_english):
    answer = begun(*words)
    assert answer.code == 2
    assert all(each in answer.err for each in told)
    assert "という id はこの教材パックにありません" not in answer.err
    assert told_in_english in begun("--lang", "en", *words).err


def test_a_correction_is_told_so_too(begun):
    entry = begun("log", "soc.2.paired").id
    assert "ikusei tick soc.3.learn.statistics" in begun("correct", entry, "-i", "soc.3.learn.statistics").err


def test_the_rule_gives_the_supervision_else_the_last_entry_does(begun):
    begun("log", "soc.2.alone")
    begun("log", "soc.2.verdict", "-r", "20/20")
    begun("log", "soc.2.verdict", "-r", "19/20", "-s", "ペア")
    begun("log", "soc.2.verdict", "-r", "1/1")
    used = [entry["supervision"] for entry in begun("show", "soc.2.verdict", "--json").json["entries"]]
    assert used == ["alone", "paired", "paired"]


def test_an_entry_may_count_for_several_criteria(begun):
    begun("log", "soc.2.alone", "soc.3.period", "-d", "昨日", "-n", "2")
    day = (begun.today() - timedelta(days=1)).isoformat()
    for criterion in ("soc.2.alone", "soc.3.period"):
        entry = begun("show", criterion, "--json").json["entries"][0]
        assert (entry["day"], entry["quantity"]) == (day, 2)


@pytest.mark.parametrize(
    ("args", "ja", "en"),
    [
        (("-d", "いつか"), "「いつか」は日付として読めません", "“いつか” is no day"),
        (("-n", "0"), "「0」は回数として読めません", "“0” is no quantity"),
        (("-r", "5/4"), "k が n を超えないように", "k not above n"),
        (("-s", "x"), "「x」は実施形態として読めません", "“x” is no level of supervision"),
        (("--findings", "-1"), "「-1」は指摘の数として読めません", "“-1” is no number of findings"),
        (("-d", "2999-01-01"), "2999-01-01 は未来の日付です", "2999-01-01 lies in the future"),
    ],
)
def test_a_field_that_cannot_be_read_is_told_in_one_sentence_and_nothing_is_written(begun, args, ja, en):
    for lang, sentence in (("ja", ja), ("en", en)):
        answer = begun("--lang", lang, "log", "soc.2.paired", *args)
        assert (answer.code, answer.out) == (2, "")
        assert sentence in answer.err
        assert answer.err.count("\n") == 1
    assert begun("status", "--json").json["entries"] == 0


def test_a_hostile_note_is_printed_harmlessly(begun):
    begun("log", "soc.2.paired", "-m", HOSTILE, "-e", HOSTILE)
    for args in (
        ("journal",),
        ("show", "soc.2.paired"),
        ("journal", "--json"),
        ("show", "soc.2.paired", "--json"),
        ("undo",),
    ):
        out = begun(*args).out
        assert not any(bad in out for bad in "\x1b\x07\u202e\x9b"), args
        assert "\ufffd" in out, args


def test_a_hostile_id_is_told_harmlessly(begun):
    answer = begun("log", HOSTILE)
    assert answer.code == 2
    assert "\x1b" not in answer.err
    assert answer.err.count("\n") == 1


def test_correct_changes_what_is_named_and_keeps_the_rest(begun):
    entry = begun("log", "soc.2.verdict", "-r", "22/24", "-m", "DNS の問い合わせ", "-e", "SOC-1").id
    answer = begun("correct", entry, "-r", "23/24", "-d", "-3")
    assert answer.code == 0
    assert "23/24" not in answer.out  # the standing is of all entries
    kept = begun("show", "soc.2.verdict", "--json").json["entries"][0]
    assert (kept["hits"], kept["total"], kept["note"], kept["corrected"]) == (23, 24, "DNS の問い合わせ", True)
    assert kept["day"] == (begun.today() - timedelta(days=3)).isoformat()
    assert kept["evidence"][0]["ref"] == "SOC-1"


def test_correct_moves_an_entry_to_another_criterion(begun):
    entry = begun("log", "soc.2.paired").id
    answer = begun("correct", entry, "--item", "soc.2.alone", "-s", "独力")
    assert "0/3 回" in answer.out
    assert "1/1 回" in answer.out


def test_a_correction_stands_for_its_entry(begun):
    entry = begun("log", "soc.2.paired", "-m", "a").id
    begun("correct", entry, "-m", "b")
    correction = begun("journal", "-n", "1").out.split()[0]
    assert begun("correct", correction, "-m", "c").code == 0
    assert begun("show", "soc.2.paired", "--json").json["entries"][0]["note"] == "c"


def test_correct_needs_an_entry_and_a_change(begun):
    entry = begun("log", "soc.2.paired").id
    assert "直すところがありません" in begun("correct", entry).err
    person = begun("journal", "-k", "person").out.split()[0]
    assert f"「{person}」という実績はありません" in begun("correct", person, "-m", "x").err
    assert begun("correct", "ffffffff", "-m", "x").code == 2


def test_undo_walks_back(begun):
    begun("log", "soc.2.paired", "-m", "一つめ")
    begun("log", "soc.2.paired", "-m", "二つめ")
    assert "二つめ" in begun("undo").out
    assert "一つめ" in begun("undo").out
    assert begun.standing("soc.2.paired")["standing"]["gauges"][0]["done"] == 0


def test_undo_with_nothing_left_says_so(begun):
    codes = [begun("undo").code for _ in range(4)]
    assert codes[-1] == 2
    assert "取り消せるものはありません" in begun("undo").err


def test_a_read_only_state_file_refuses_to_be_written_and_can_be_looked_at(begun):
    begun("log", "soc.2.paired")
    begun.state.chmod(0o400)
    begun.state.parent.chmod(0o500)
    command = [*bound_by_modes(), sys.executable, "-m", "tui", "log", "soc.2.paired"]
    try:
        done = subprocess.run(command, env={**os.environ, **begun.env}, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "書き込めない" in done.stderr
        assert begun("status").code == 0
    finally:
        begun.state.parent.chmod(0o700)


@pytest.mark.parametrize(
    ("args", "ja", "en"),
    [
        (
            ("soc.2.paired", "-s", "observed"),
            "「見学」では数えません。必要なのは指導者とペアです。",
            "Done as “observed”, it doesn't count; asked for: paired with a mentor.",
        ),
        (("soc.2.verdict",), "「n 件中 k 件」がないので数えません。", "It has no “k of n”, so it doesn't count."),
        (("soc.1.reading",), "読み終えた資料の印で判断", "The ticks of the reading list decide"),
        (("soc.2.detect",), "裏付けとして残ります", "stands behind them as evidence"),
    ],
)
def test_what_an_entry_will_not_count_for_is_told_with_the_reason(begun, args, ja, en):
    assert ja in begun("--lang", "ja", "log", *args).err
    assert en in begun("--lang", "en", "log", *args).err


def test_an_entry_for_two_tells_for_how_many_it_counts_and_what_the_other_asks(begun):
    err = begun("--lang", "en", "log", "soc.2.paired", "soc.2.alone", "-s", "alone").err
    assert err.startswith("Counts for 1 of 2. Monitoring in a pair: Done as “alone”, it doesn't count")
    assert begun("log", "soc.2.alone", "-s", "alone").err == ""


def test_show_says_of_each_entry_why_it_does_not_count(begun):
    begun("log", "soc.2.paired", "-s", "observed")
    begun("log", "soc.2.paired", "-s", "paired")
    assert "「見学」では数えません。必要なのは指導者とペアです。" in begun("show", "soc.2.paired").out
    entries = begun("show", "soc.2.paired", "--json").json["entries"]
    assert [entry["uncounted"] for entry in entries] == [{"lack": "level", "asked": ["paired"]}, None]


def test_of_a_share_that_must_stay_below_a_value_the_wrong_ones_are_asked_for(begun):
    assert "誤りの数（n 件中 k 件の誤り）" in begun("--lang", "ja", "log", "vuln.2.misjudge", "-s", "alone").err
    said = begun("--lang", "en", "log", "vuln.2.misjudge", "-s", "alone", "-r", "1/30").err
    assert "1 of 30 counts as wrong." in said
    assert "count as wrong" not in begun("--lang", "en", "log", "soc.2.verdict", "-s", "alone", "-r", "29/30").err
    counts = [
        begun("show", item, "--json").json["ratio_counts"]
        for item in ("vuln.2.misjudge", "soc.2.verdict", "soc.2.alone")
    ]
    assert counts == ["wrong", "right", None]
    assert "誤り 3.3 %" in begun("--lang", "ja", "show", "vuln.2.misjudge").out
    assert "the wrong ones where" in " ".join(begun("--lang", "en", "log", "--help").out.split())
