"""What is read out makes sense by ear: words instead of marks, bars and tables; in both languages."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from organisation_world import whole
from plain_world import TANAKA, converse, number_of
from screens_world import make_ready

import tui
from tui.drawing.aloud import AloudPen, said
from tui.drawing.pen import Pen
from tui.errors import UsageError
from tui.lang import LANGS
from tui.plain.face import FINE, UNANSWERED
from tui.progress.standing import Month, Standing
from tui.text.glyphs import ASCII
from tui.text.line import Span, line
from tui.workbook.trainee.writing import claim
from tui.workbook.wording.aloud import months_aloud

TOUR = (
    "2", "10", "back", "3", "10", "back", "13", "back", "w 10", "n", "4", "y", "y", "y", "y", "y", "y", "m", "11",
    "back", "5", "10", "back", "6", "10", "back", "11", "back", "12", "back", "13", "back", "14", "back", "15", "back",
    "16", "back", "7", "tab", "tab", "tab", "tab", "tab", "tab", "/", "SIEM", "1", "t", "back", "?", "back", "r",
    "quit",
)  # fmt: skip
DRAWN = re.compile(r"[✓✗☐☑⚠~│─█■□]|={3}|\.{4}|-{3}|\+-|<-|->|\[x\]|\[ \]|\|| x\d")
"""Marks, bars, frames and arrows."""
RATIO = re.compile(r"(?<![\d./-])\d+/\d+(?![\d/])")


def spoken(found):
    """What was said, without what was typed."""
    return "\n".join(each for each in found.text.splitlines() if not each.startswith("> "))


@pytest.mark.parametrize("lang", LANGS)
def test_everything_is_words_from_one_end_to_the_other(book, lang):
    whole(book)
    make_ready(book)
    found = converse(book, *TOUR, lang=lang)
    assert found.code == FINE
    lines = [each for each in spoken(found).splitlines() if DRAWN.search(each)]
    assert lines == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_control_character_and_no_escape_sequence_is_written(book, lang):
    found = converse(book, *TOUR, lang=lang, is_typed=True, size=(60, 0))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", found.text)


@pytest.mark.parametrize("lang", LANGS)
def test_figures_are_said_and_not_drawn(book, lang):
    found = converse(book, "3", number_of(converse(book, "3", lang=lang).text, "10"), "quit", lang=lang)
    today = spoken(converse(book, lang=lang))
    assert ("10 回のうち 7 回" if lang == "ja" else "times: 7 of 10") in today
    assert not [each for each in spoken(found).splitlines() if RATIO.search(each)]


def test_marks_are_words(book):
    make_ready(book)
    claim(book, book.pack.find("soc.2.alone"))
    found = converse(book, "3", "quit")
    assert "申請中、独力での監視業務" in found.text
    inside = converse(book, "3", number_of(found.text.rpartition("> 3")[2], "ペアでの監視業務"), "quit").text
    assert re.search(r"^\d+\. 印あり: ", inside, flags=re.MULTILINE)
    assert re.search(r"^\d+\. 印なし: ", inside, flags=re.MULTILINE)


def test_each_cell_of_the_matrix_has_its_row_and_its_column(book):
    found = converse(book, "4", "quit", lang="en").after("4")
    cells = [each for each in found.splitlines() if "region" in each and each.endswith(":")]
    assert len(cells) > 20
    assert all(re.match(r"[A-I] .*, region (I|II|III|IV) .*:$", each) for each in cells)
    assert "C Deep analysis, regions without a duty: I, II, IV" in found


def test_layer_says_in_words_what_it_marks(book):
    found = converse(book, "4", "y", "quit", lang="en").after("y")
    assert re.search(r"A-1 .*, Hybrid: in-house", found)


@pytest.mark.parametrize(("topic", "words"), [("14", "レベル"), ("15", "人数で")])
def test_each_cell_of_a_table_is_said_with_the_head_of_its_column(book, topic, words):
    whole(book)
    found = converse(book, "6", topic, "quit").after(topic)
    rows = [each for each in found.splitlines() if re.match(r"\d+\. \d ", each)]
    assert rows
    assert all(": " in each and "、" in each for each in rows)
    assert words in found or "Level" in found


def test_language_is_switched_and_everything_follows(book):
    found = converse(book, "L", "3", "quit")
    assert "Next" in found.after("L")
    assert "Achievement criteria" in found.after("3")
    assert not re.search("[ぁ-ん]{4}", found.after("3").replace("佐藤 花", ""))


def test_tick_is_said_at_once(book):
    listed = converse(book, "3", "quit").text.rpartition("> 3")[2]
    opened = number_of(listed, "ペアでの監視業務")
    point = number_of(converse(book, "3", opened, "quit").text.rpartition(f"> {opened}")[2], "印なし")
    found = converse(book, "3", opened, f"space {point}", "quit")
    assert found.after(f"space {point}").startswith(f"{point}. 印あり: ")


def test_point_says_where_it_comes_from(book):
    listed = converse(book, "3", "quit").text.rpartition("> 3")[2]
    opened = number_of(listed, "ペアでの監視業務")
    found = converse(book, "3", opened, "11", "j", "k", "quit")
    assert "基にした項目" in found.text or "ikusei の言葉" in found.text


def test_cursor_goes_up_and_down_and_says_where_it_ends(book):
    found = converse(book, "3", "k", "j", "G", "j", "g", "quit")
    assert "最初の行です" in found.after("k")
    assert "最後の行です" in found.after("j")
    assert found.after("g").startswith("10. ")


def test_pages_wait_for_enter_and_end_with_q(book):
    found = converse(book, "quit", "4", "q", "quit", is_typed=True, size=(80, 10))
    assert "続きは Enter" in found.text
    assert found.code == FINE
    whole_of_it = converse(book, "4", *[""] * 30, "quit", "quit", is_typed=True, size=(80, 12))
    assert whole_of_it.code == FINE


def test_what_is_typed_in_the_place_of_going_on_is_answered(book):
    found = converse(book, "5", "5", "quit", "quit", is_typed=True, size=(80, 6))
    assert "台帳" in found.text


def test_no_pages_where_nobody_types(book):
    found = converse(book, "4", "quit", size=(80, 10))
    assert "続きは Enter" not in found.text


def test_lines_are_folded_between_words(book):
    found = converse(book, "4", "quit", lang="en", size=(40, 0))
    assert max(len(each) for each in found.after("4").splitlines()) < 40
    assert "specialists" in found.text


def test_end_of_input_ends_with_a_sentence(book):
    found = converse(book, "3")
    assert found.text.endswith("入力が終わったので、ikusei を終了します。\n")
    assert found.code == FINE
    asked = converse(book, "/")
    assert asked.code == UNANSWERED


def test_word_quit_leaves_from_everywhere(book):
    for way in (("4",), ("3", "10"), ("?",), ("r",)):
        found = converse(book, *way, "quit")
        assert found.code == FINE
        assert "入力が終わった" not in found.text


def test_first_run_begins_with_three_answers(nobody):
    found = converse(nobody, "佐藤 花", "12", "12", "quit")
    assert nobody.trainee
    assert "今日、佐藤 花" in found.text
    assert [each.role for each in nobody.enrolments()] == ["soc"]


def test_first_run_goes_back_and_writes_nothing_before_the_end(nobody):
    found = converse(nobody, "", "佐藤 花", "12", "before", "before", "鈴木 蓮")
    assert "名前を" in found.text
    assert nobody.trainee == ""
    assert "名前 [佐藤 花]: 鈴木 蓮" in found.text


def test_first_run_that_is_left_ends(nobody):
    assert converse(nobody, ":cancel").code == FINE
    assert nobody.trainee == ""


def test_what_somebody_wrote_is_read_as_it_is():
    name = line(Span("a  b.pdf"), Span("  "), Span("  x "), Span("y"))
    assert said(name, "en") == "a  b.pdf, x y"
    assert said(line(Span("Note:"), Span("   text")), "en") == "Note: text"
    assert said((), "ja") == ""


def test_pen_has_no_bars_and_no_silent_marks():
    pen = AloudPen.like(Pen("en", ASCII, 80))
    assert pen.aloud
    assert pen.narrower(4).aloud
    assert pen.bar(3, 4, 20) == ()
    assert [said(each, "en") for each in pen.bullet("*", "ours")] == ["Note: ours"]
    assert [said(each, "en") for each in pen.bullet("-", "plain")] == ["plain"]


def test_months_are_named():
    standing = Standing("monthly", met=False, months=(Month("2026-01", 2), Month("2026-02", 0)))
    assert months_aloud(standing, "en") == ["months with entries: 2026-01: 2", "months without: 2026-02"]


def test_mentor_hears_the_claim_and_confirms_it(book):
    make_ready(book)
    claim(book, book.pack.find("soc.2.alone"), "記録はすべてチケットにあります")
    found = converse(book, "10", "c", "よく書けています", "quit", reviewer=TANAKA)
    assert "記録はすべてチケットにあります" in found.after("10")
    assert "確認しました" in found.text
    assert book.view(book.pack.find("soc.2.alone")).state == "confirmed"
    assert "待っている申請はありません" in found.text


def test_claim_is_read_out_before_it_is_decided_on(book):
    make_ready(book)
    claim(book, book.pack.find("soc.2.alone"), "記録はすべてチケットにあります")
    found = converse(book, "c", "", "quit", reviewer=TANAKA)
    assert found.text.index("記録はすべてチケットにあります") < found.text.index("コメントは省略できます")


def test_return_without_a_reason_asks_again(book):
    make_ready(book)
    claim(book, book.pack.find("soc.2.alone"))
    found = converse(book, "r", "", "根拠を足してください", "quit", reviewer=TANAKA)
    assert found.text.count("差し戻す理由") == 2
    view = book.view(book.pack.find("soc.2.alone"))
    assert (view.state, view.decision.reason) == ("returned", "根拠を足してください")


def test_question_that_is_left_decides_nothing(book):
    make_ready(book)
    claim(book, book.pack.find("soc.2.alone"))
    for command in ("c", "r", "m"):
        converse(book, command, ":cancel", "quit", reviewer=TANAKA)
    assert book.view(book.pack.find("soc.2.alone")).state == "claimed"


def test_marked_claims_are_named_before_they_are_confirmed(book):
    make_ready(book)
    claim(book, book.pack.find("soc.2.alone"))
    left = converse(book, "a", "b", "いいえ", "quit", reviewer=TANAKA)
    assert "佐藤 花: 独力での監視業務" in left.text
    assert book.view(book.pack.find("soc.2.alone")).state == "claimed"
    done = converse(book, "space 10", "b", "はい", "quit", reviewer=TANAKA)
    assert "選択済み:" in done.text
    assert book.view(book.pack.find("soc.2.alone")).state == "confirmed"


def test_lead_opens_a_person_and_comes_back(book):
    whole(book)
    listed = converse(book, "7", "quit").text.rpartition("> 7")[2]
    line_of = number_of(listed, "佐藤 花")
    found = converse(book, "7", line_of, "l", "back", "quit")
    assert "STEP" in found.after(line_of)
    assert found.after("back").startswith("チーム")


def test_conversation_loads_nothing_of_textual(book, tmp_path):
    book.journal.close()
    script = (
        "import io, sys; sys.stdin = io.TextIOWrapper(io.BytesIO(b'3\\n4\\n7\\nquit\\n'))\n"
        "from tui.cli.run import run\n"
        f"code = run(['--plain', '--state', {str(tmp_path / 'state.sqlite')!r}])\n"
        "names = [name for name in sys.modules if name.startswith(('textual', 'tui.screens', 'tui.widgets'))]\n"
        "print('LOADED', code, names)\n"
    )
    env = {"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": str(Path(tui.__file__).parents[1]), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, encoding="utf-8", check=True)
    assert "LOADED 0 []" in done.stdout


def test_what_goes_wrong_elsewhere_is_said_once_and_ends_nothing(book, tmp_path):
    state = tmp_path / "state.sqlite"
    line_of = number_of(converse(book).text, "ペアでの監視業務")

    def put_a_backup_there(_text):
        copy = tmp_path / "copy.sqlite"
        shutil.copy(state, copy)
        copy.replace(state)
        return ""

    typed = (f"log {line_of}", ":editor", "j", "k", "quit")
    found = converse(book, *typed, is_typed=True, edit=put_a_backup_there)
    assert found.text.count("置き換えられました") == 1
    assert found.code == FINE


def test_place_that_cannot_be_read_is_said_and_we_stay(book, monkeypatch):
    def refuse(*_args, **_about):
        raise UsageError("plain.no_line")

    monkeypatch.setattr("tui.plain.matrix.matrix_table", refuse)
    found = converse(book, "3", "4", "l 10", ":cancel", "quit")
    assert "選べる行はありません" in found.after("4")
    assert "したこと" in found.text
    assert found.code == FINE
