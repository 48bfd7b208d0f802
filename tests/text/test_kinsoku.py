"""Wrapping of Japanese, English and both mixed."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kinsoku_judge import pieces, violations, widest
from rich.cells import cell_len

from tui.text.clean import neutralise
from tui.text.kinsoku import NO_END, NO_START, divide_line, wrap

LETTERS = "日本検知対応アラートのログを読む"
words = st.one_of(
    st.text(LETTERS, min_size=1, max_size=6),
    st.sampled_from(["SOC", "CSIRT", "IDS/IPS", "a", "3", "99.9", "é", "ﾛｸﾞ", "か\u3099"]),
)
phrases = st.builds(
    lambda opening, word, closing, gap: opening + word + closing + gap,
    st.sampled_from(["", "", "「", "（", "(", "『"]),
    words,
    st.sampled_from(["", "", "。", "、", "」", "）。", ")", ".", "ー", "っ", "々", "・"]),
    st.sampled_from(["", "", " "]),
)
sentences = st.lists(phrases, max_size=30).map("".join)
spaced = st.lists(phrases, max_size=30).map(" ".join)  # no word that is too long for a line
anything = st.text(max_size=80).map(lambda text: neutralise(text).replace("\n", " ").replace("\t", " "))


@given(sentences, st.integers(16, 60))
@example("チケットをエスカレーションしてください。", 38)
def test_no_line_begins_or_ends_with_what_it_must_not(text, width):
    lines = pieces(text, divide_line(text, width))
    assert violations(lines) == []


@given(st.one_of(sentences, anything, st.text("。「a 日", max_size=60)), st.integers(1, 40))
def test_breaks_ascend_inside_the_text_and_nothing_is_lost(text, width):
    breaks = divide_line(text, width)
    assert breaks == sorted(set(breaks))
    assert all(0 < at < len(text) for at in breaks)
    assert "".join(pieces(text, breaks)) == text


@given(st.one_of(sentences, anything, st.text("。「a 日\u3099", max_size=60)), st.integers(2, 40))
def test_no_line_is_wider_than_asked_for(text, width):
    assert widest(pieces(text, divide_line(text, width))) <= width


@given(spaced, st.integers(16, 60))
def test_no_ascii_word_is_cut_that_a_line_can_hold(text, width):
    for before, after in pairwise(pieces(text, divide_line(text, width))):
        assert not (before[-1].isascii() and before[-1].isalnum() and after[0].isascii() and after[0].isalnum())


@given(sentences, st.integers(16, 60))
def test_lines_are_filled_as_far_as_the_next_word_allows(text, width):
    lines = pieces(text, divide_line(text, width))
    for before, after in pairwise(lines):
        assert cell_len(before) + cell_len(after.rstrip()) > width


@pytest.mark.parametrize("width", range(4, 40))
def test_a_word_longer_than_the_line_is_cut_without_leaving_its_stop_alone(width):
    text = "詳細は https://www.example.jp/a/rather/long/path/to/the/page.html。以上"
    lines = pieces(text, divide_line(text, width))
    assert violations(lines) == []
    assert widest(lines) <= width


def test_an_indented_long_word_stays_on_the_line_of_its_indent():
    assert wrap("  abcdefghijkl", 8) == ["  abcdef", "ghijkl"]


@pytest.mark.parametrize("width", range(12, 30))
@pytest.mark.parametrize(
    "text",
    [
        "原文では「解析/抽出、分析/Analysis」と書く",
        "連絡/全体統括のどちらか、または連絡/調整",
        "読みは'一人前'と書き、'見習い'ではない",
        "兼務の欄が空のときは-と書き、終わりは-",
        "要員は１２人、割合は９９．５％、件数は１，２００件",
        "アイヌ語のコㇿポッㇰㇽは、〝かな〟の字で′と″を使う",
        "価格は￡１００、￥２００、￠５０。々と〻",
    ],
)
def test_marks_stay_with_what_they_belong_to(text, width):
    for before, after in pairwise(pieces(text, divide_line(text, width))):
        assert after[0] not in "/㇀ㇰㇿㇽ〟′″〻￠"
        assert before[-1] not in "〝￡￥"
        assert not (after[0] in "-'" and not before[-1].isspace())
        assert not (before[-1] == "'" and not after[0].isspace())
        assert not (before[-1] in "０１２３４５６７８９．，" and after[0] in "０１２３４５６７８９．，")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("設定は /etc にある", ["設定は", "/etc に", "ある"]),
        ("付ける --yes と", ["付ける", "--yes と"]),
        ("- 箇条書き", ["- 箇条書", "き"]),
    ],
)
def test_paths_options_and_list_marks_may_begin_a_line(text, lines):
    assert wrap(text, 8) == lines


def test_a_stop_after_a_blank_is_not_left_alone():
    assert wrap("しきい値の超過 ：通知", 15) == ["しきい値の超", "過 ：通知"]


def test_a_dotfile_may_begin_a_line():
    assert wrap("please open .bashrc", 12) == ["please open", ".bashrc"]


def test_wrap_keeps_line_ends_and_drops_blanks_at_the_end_of_lines():
    assert wrap("一行目  \n\n三行目\n", 20) == ["一行目", "", "三行目", ""]
    assert wrap("", 20) == [""]


def test_what_wrap_measures_is_what_will_be_drawn():
    assert wrap("a\tb\x1b[2Jc", 8) == ["a b\ufffd[2Jc"]
    assert wrap("a\tb\x1b[2Jc", 7) == ["a", "b\ufffd[2Jc"]


def test_the_sets_hold_only_single_characters_and_never_share_one():
    assert not NO_START & NO_END
    assert all(len(character) == 1 for character in NO_START | NO_END)
