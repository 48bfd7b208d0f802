"""What is kept and drawn of what was typed, pasted or written by others."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.clean import MOST_MARKS, flat, is_clean, neutralise, stored, stored_line


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("検知\r\n隔離\r復旧\r\n", "検知\n隔離\n復旧"),
        ("検知\u2028隔離\u2029復旧\x0b\x85\x0c済", "検知\n隔離\n復旧\n\n\n済"),
        ("\ufeff佐藤\u200b 花", "佐藤 花"),
        ("\u200e2026-11-20\u200f", "2026-11-20"),
        ("\u202aC:\\logs\u202c", "C:\\logs"),
        ("\u2068田中\u2069 さん", "田中 さん"),
        ("a\u2060b", "ab"),
        ("gnp\u202eexe", "gnp\ufffdexe"),
        ("\x1b]52;c;x\x07", "\ufffd]52;c;x\ufffd"),
        ("か\u3099", "が"),
        ("Ⅲ ① 佐藤　花", "Ⅲ ① 佐藤　花"),
    ],
)
def test_what_chats_and_spreadsheets_add_is_not_kept(pasted: str, kept: str):
    assert stored(pasted) == kept


def test_a_name_is_one_line_and_keeps_its_blanks():
    assert stored_line("佐藤　花\r\n(監視)\t") == "佐藤　花 (監視)"


@given(st.text())
def test_what_is_kept_is_clean_and_kept_so_for_good(text: str):
    assert is_clean(stored(text))
    assert stored(stored(text)) == stored(text)


@given(st.text(st.sampled_from("aあ\u0301\u0325\u20dd\u3099é-、 ☐")))
def test_no_heap_of_marks_is_drawn(text: str):
    for drawn in (neutralise(text), flat(text)):
        marks = "".join("x" if unicodedata.category(char) in {"Mn", "Me"} else " " for char in drawn)
        assert max(map(len, marks.split()), default=0) <= MOST_MARKS
    assert neutralise(neutralise(text)) == neutralise(text)
    if not set(text) & set("\u0301\u0325\u20dd\u3099"):
        assert neutralise(text) == text


def test_a_heap_of_marks_is_cut_where_it_is_told():
    assert neutralise("名" + "\u0325" * 40 + "前") == "名" + "\u0325" * 4 + "\ufffd前"


@pytest.mark.parametrize("text", ["☐☐☐☐☐☐", "--------", "。、。、。、", "Việt", "กำลัง", "שָׁלוֹם", "☑️☑️☑️☑️"])
def test_what_people_write_is_drawn_as_it_is(text: str):
    assert neutralise(text) == text


def test_marks_that_a_journal_has_already_stay_in_it():
    """An event taken in long ago must be read, and travel, as it was written."""
    heap = "名" + "\u0325" * 40
    assert is_clean(heap)
    assert stored(heap) == heap
