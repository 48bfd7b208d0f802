"""Entries are asked for field by field; nothing that was typed is lost, and nothing is written by accident."""

import json

import pytest
from plain_world import converse, number_of
from screens_world import TODAY

from tui.curriculum.rule import Supervision
from tui.plain.face import FINE, UNANSWERED
from tui.workbook.trainee.drafts import DRAFT
from tui.workbook.trainee.writing import EntryForm, log

PAIRED, ALONE, VERDICT = "soc.2.paired", "soc.2.alone", "soc.2.verdict"
FORM = ("メモ", "", "", "", "", "")
"""Answers to note, day, times, supervision, evidence, further criteria."""


def log_on(book, name):
    """What is typed to log on the criterion of Today with this name."""
    return f"log {number_of(converse(book).text, name)}"


def entries_of(book, item):
    return book.journal.entries(book.trainee, [item])


def test_entry_is_asked_for_field_by_field_and_written_once(book):
    before = len(entries_of(book, PAIRED))
    answers = ("深夜の一次切り分け", "11-20", "2", "", "INC-1; INC-2", "", "")
    found = converse(book, log_on(book, "ペアでの監視業務"), *answers, "quit")
    assert found.code == FINE
    assert "記録しました (2026-11-20)" in found.text
    entries = entries_of(book, PAIRED)
    assert len(entries) == before + 1
    newest = next(each for each in entries if each.note == "深夜の一次切り分け")
    assert (newest.day.isoformat(), newest.quantity, newest.supervision) == ("2026-11-20", 2, "paired")
    assert [each.ref for each in newest.evidence] == ["INC-1", "INC-2"]
    assert book.journal.local_get(f"{DRAFT}{PAIRED}") is None


def test_questions_have_the_defaults_of_the_form_in_brackets(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), *FORM)
    assert f"日付 [{TODAY.isoformat()}]: " in found.text
    assert "回数 [1]: " in found.text
    assert "[指導者とペア]: " in found.text


def test_only_what_the_rule_asks_for_is_asked(book):
    assert "正答/件数" not in converse(book, log_on(book, "ペアでの監視業務"), *FORM).text
    assert "正答/件数" in converse(book, log_on(book, "検知・誤検知の判定"), *FORM).text


def test_field_that_cannot_be_read_is_said_so_and_offered_again(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), "メモ", "いつか", "20", "zwei", "2", ":cancel", "quit")
    assert "日付 [いつか]: 20" in found.text
    assert "回数 [zwei]: 2" in found.text
    assert found.code == FINE


def test_entry_that_counts_for_nothing_is_written_only_on_a_yes(book):
    before = len(entries_of(book, PAIRED))
    answers = ("メモ", "", "", "独力", "", "")
    typed = log_on(book, "ペアでの監視業務")
    found = converse(book, typed, *answers, "", ":cancel", "quit")
    assert "「独力」では数えません" in found.text
    assert "記録しますか [いいえ]" in found.text
    assert len(entries_of(book, PAIRED)) == before
    converse(book, typed, "", "", "", "", "", "", "はい", "quit")
    assert len(entries_of(book, PAIRED)) == before + 1


def test_no_asks_again_with_what_was_typed(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), *FORM, "いいえ", "", "", "", "", "", "", "はい", "quit")
    assert "したこと [メモ]: " in found.text
    assert "記録しました" in found.text


def test_day_that_lies_ahead_is_refused_and_asked_for_again(book):
    answers = ("メモ", "2026-12-24", "", "", "", "")
    found = converse(book, log_on(book, "ペアでの監視業務"), *answers, ":cancel", "quit")
    assert "日付 [2026-12-24]" not in found.text.partition("2026-12-24 は")[0]
    assert "記録しました" not in found.text
    assert "したこと [メモ]: " in found.text


@pytest.mark.parametrize("end", [":cancel", ":やめる", ":esc", "\x1b", "：cancel"])
def test_form_that_is_left_keeps_a_draft_that_comes_back(book, end):
    typed = log_on(book, "ペアでの監視業務")
    found = converse(book, typed, "途中まで", "11-19", end, "quit")
    assert "下書きは残してあります" in found.text
    assert json.loads(book.journal.local_get(f"{DRAFT}{PAIRED}"))["note"] == "途中まで"
    again = converse(book, typed, "", "", "", "", "", "", "", "quit")
    assert "下書きを戻しました" in again.text
    assert "したこと [途中まで]: " in again.text
    assert "記録しました (2026-11-19)" in again.text
    assert book.journal.local_get(f"{DRAFT}{PAIRED}") is None


def test_form_whose_input_ends_keeps_a_draft_and_says_so(book):
    before = len(entries_of(book, PAIRED))
    found = converse(book, log_on(book, "ペアでの監視業務"), "途中まで")
    assert found.code == UNANSWERED
    assert "下書きは残してあります" in found.text
    assert "入力が終わったので" in found.text
    assert len(entries_of(book, PAIRED)) == before


def test_untouched_form_leaves_no_draft(book):
    converse(book, log_on(book, "ペアでの監視業務"), "", "", ":cancel", "quit")
    assert book.journal.local_get(f"{DRAFT}{PAIRED}") is None


def test_before_goes_back_one_question_and_empty_clears_it(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), "メモ", ":前", ":空", "", "", "", "", "", "はい", "quit")
    assert found.text.count("したこと") == 2
    assert "記録しました" in found.text
    assert "" in {each.note for each in entries_of(book, PAIRED)}


def test_answer_that_begins_with_a_colon_is_typed_with_two(book):
    converse(book, log_on(book, "ペアでの監視業務"), "::cancel", "", "", "", "", "", "", "quit")
    assert ":cancel" in {each.note for each in entries_of(book, PAIRED)}


def test_bytes_that_are_no_text_are_refused_and_what_can_be_read_is_offered(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), b"ab\xff\xfecd\n", "良いメモ", ":cancel", "quit")
    assert "文字として読めないもの" in found.text
    assert "したこと [ab cd]: " in found.text
    assert "\ufffd" not in json.loads(book.journal.local_get(f"{DRAFT}{PAIRED}"))["note"]


def test_keys_that_send_escape_sequences_are_refused(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), "メモ\x1b[A", ":cancel", "\x1b[B", "quit")
    assert found.text.count("文字として読めないもの") == 2
    assert found.code == FINE


def test_line_that_is_too_long_is_refused_whole(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), "長" * 50_000, ":cancel", "quit")
    assert "行が長すぎて" in found.text
    assert found.code == FINE


def test_line_that_a_terminal_may_have_cut_is_refused(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), "x" * 4094, ":cancel", "quit", is_typed=True)
    assert "行が長すぎて" in found.text


def test_answer_is_written_in_the_editor(book):
    typed = log_on(book, "ペアでの監視業務")
    written = "一行目\n二行目"
    converse(book, typed, ":editor", "", "", "", "", "", "", "quit", is_typed=True, edit=lambda _: written)
    assert written in {each.note for each in entries_of(book, PAIRED)}


def test_editor_left_empty_leaves_the_form_and_one_that_changes_nothing_asks_again(book):
    typed = log_on(book, "ペアでの監視業務")
    left = converse(book, typed, ":editor", "quit", is_typed=True, edit=lambda _: "")
    assert "やめました" in left.text
    line = number_of(converse(book).text, "深夜帯の一次切り分けを田中さんと")
    same = converse(book, f"e {line}", ":editor", ":cancel", "quit", is_typed=True, edit=lambda text: text)
    assert same.text.count("したこと [深夜帯の一次切り分けを田中さんと]") == 2


def test_without_a_terminal_there_is_no_editor(book):
    found = converse(book, log_on(book, "ペアでの監視業務"), ":editor", ":cancel", "quit")
    assert "エディターは使えません" in found.text


def test_entry_is_corrected_with_its_own_values_as_defaults(book):
    line = number_of(converse(book).text, "深夜帯の一次切り分けを田中さんと")
    found = converse(book, f"e {line}", "直したメモ", "", "", "", "", "", "", "quit")
    assert "したこと [深夜帯の一次切り分けを田中さんと]: 直したメモ" in found.text
    assert "訂正しました" in found.text
    corrected = [each for each in entries_of(book, PAIRED) if each.corrected]
    assert [each.note for each in corrected] == ["直したメモ"]


def test_corrected_entry_keeps_the_lines_of_its_note_and_names_with_a_semicolon(book):
    log(
        book,
        EntryForm(
            (PAIRED,), TODAY, supervision=Supervision.PAIRED, note="一行目\n二行目", evidence=("引継;夜勤.txt", "INC-1")
        ),
    )
    line = number_of(converse(book).text, "一行目")
    converse(book, f"e {line}", "", "", "2", "", "", "", "", "quit")
    corrected = next(each for each in entries_of(book, PAIRED) if each.corrected)
    assert (corrected.note, corrected.quantity) == ("一行目\n二行目", 2)
    assert [each.ref for each in corrected.evidence] == ["引継;夜勤.txt", "INC-1"]


def test_undo_takes_the_entry_back(book):
    before = len(entries_of(book, PAIRED))
    converse(book, log_on(book, "ペアでの監視業務"), *FORM, "", "u", "quit")
    assert len(entries_of(book, PAIRED)) == before


def test_duty_is_assessed_question_by_question(book):
    line = number_of(converse(book, "4").text, "A-1 ")
    answers = ("自組織", "2", "", "自組織", "3", "", "方針は部長が決める", "")
    found = converse(book, "4", f"e {line}", *answers, "5", "quit")
    assert "A-1" in found.after("5")
    assert "方針は部長が決める" in converse(book, "4", line, "quit").text


def test_choice_that_does_not_exist_names_those_that_do(book):
    line = number_of(converse(book, "4").text, "A-1 ")
    found = converse(book, "4", f"e {line}", "たぶん", ":cancel", "quit")
    assert "「たぶん」は選べません" in found.text
    assert "自組織" in found.text.partition("「たぶん」は選べません")[2]


def test_what_was_undone_is_brought_back(book):
    before = len(entries_of(book, PAIRED))
    converse(book, log_on(book, "ペアでの監視業務"), *FORM, "", "u", "redo", "quit")
    assert len(entries_of(book, PAIRED)) == before + 1


def test_last_entry_is_repeated_for_today(book):
    line = number_of(converse(book).text, "ペアでの監視業務")
    converse(book, f"log {line}", "夜勤の引き継ぎ", "11-19", "2", "", "INC-7", "", "", "quit")
    found = converse(book, "repeat", "", "", "", "", "", "", "", "quit")
    assert "したこと [夜勤の引き継ぎ]: " in found.text
    assert f"日付 [{TODAY.isoformat()}]: " in found.text
    same = [each for each in entries_of(book, PAIRED) if each.note == "夜勤の引き継ぎ"]
    assert [(each.day.isoformat(), each.quantity) for each in same] == [("2026-11-19", 2), (TODAY.isoformat(), 2)]


def test_draft_that_is_discarded_does_not_come_back(book):
    typed = log_on(book, "ペアでの監視業務")
    found = converse(book, typed, "途中まで", ":discard", "quit")
    assert "下書きを破棄しました" in found.text
    assert book.journal.local_get(f"{DRAFT}{PAIRED}") is None
    assert "下書きを戻しました" not in converse(book, typed, ":cancel", "quit").text


def test_day_of_long_ago_is_written_only_on_a_yes(book):
    typed = log_on(book, "ペアでの監視業務")
    found = converse(book, typed, "メモ", "1926-11-20", "", "", "", "", "", ":discard", "quit")
    assert "年前です" in found.text
    assert "記録しますか [いいえ]" in found.text
    assert "記録しました" not in found.text
