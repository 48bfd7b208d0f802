"""The journal: what was written when."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from screens_world import TODAY, entry_form, make_ready, terminal
from test_review_screen import criterion, mentor

from tui.journal import body
from tui.journal.event import Event, EventHash, Kind, NewEvent
from tui.lang import say
from tui.lang.words import MESSAGES
from tui.screens.journal import WINDOW
from tui.text.cells import width
from tui.workbook.trainee.undo import redo, undo
from tui.workbook.trainee.writing import claim, correct, enrol, form_of, leave, log, withdraw
from tui.workbook.wording.fields import field_texts

LAST = 4 * WINDOW + 49
"""Number of the newest of the events that a long journal has."""


def write_many(book, count):
    news = [
        NewEvent(Kind.ENTRY, book.trainee, body={
            "items": ["soc.2.paired"], "day": TODAY.isoformat(), "supervision": "paired", "note": f"No. {number}",
        })
        for number in range(count)
    ]  # fmt: skip
    book.journal.append(news, author=book.trainee)


async def test_newest_event_stands_first_with_its_kind_and_subject(book):
    async with terminal(book) as screen:
        await screen.press("5")
        assert "24 件" in screen.title
        assert "印" in screen.cursor
        assert "手順書のとおり" in screen.cursor


async def test_journal_before_the_first_event_says_so(nobody):
    from tui.screens.journal import JournalScreen

    nobody.trainee = "p-nobody"
    async with terminal(nobody) as screen:
        await screen.press("5")
        assert isinstance(screen.frame, JournalScreen)
        assert "まだ何も書かれていません" in screen.text


async def test_event_opens_in_full_and_follows_the_cursor(book):
    async with terminal(book) as screen:
        await screen.press("5", "down", "enter")
        assert "メモ: 日次の監視業務" in screen.text
        for _ in range(6):
            await screen.press("down")
        assert "メモ: IDS アラートの判定" in screen.text
        await screen.press("escape")
        assert "メモ:" not in screen.text
        assert screen.place == "journal"


async def test_filter_shows_only_what_contains_the_text(book):
    async with terminal(book) as screen:
        await screen.press("5", "f")
        await screen.type("IDS")
        await screen.press("enter")
        assert '8 件  "IDS"' in screen.title
        assert all("IDS" in line for line in screen.lines if "実績" in line)
        await screen.press("escape")
        assert "24 件" in screen.title


async def test_filter_without_a_hit_says_how_to_see_everything_again(book):
    async with terminal(book) as screen:
        await screen.press("5", "f")
        await screen.type("zzz")
        await screen.press("enter")
        assert "この文字を含む記録はありません" in screen.text
        await screen.press("escape")
        assert "24 件" in screen.title


async def test_escape_while_typing_a_filter_changes_nothing(book):
    async with terminal(book) as screen:
        await screen.press("5", "f")
        await screen.type("IDS")
        await screen.press("escape")
        assert screen.place == "journal"
        assert "24 件" in screen.title


async def test_window_slides_over_hundreds_of_events_without_losing_one(book):
    write_many(book, LAST + 1)
    async with terminal(book) as screen:
        await screen.press("5")
        assert f"No. {LAST}" in screen.cursor
        seen = LAST
        frame = screen.frame
        for number in range(LAST - 1, -1, -1):
            frame.action_move(1)
            seen = number
            assert f"No. {number}" in _under_cursor(frame)
        assert seen == 0
        for number in range(1, LAST + 1):
            frame.action_move(-1)
            assert f"No. {number}" in _under_cursor(frame)
        await screen.press("end")
        assert "書き手" in screen.cursor
        await screen.press("home")
        assert f"No. {LAST}" in screen.cursor


async def test_pages_go_all_the_way_down_and_up(book):
    write_many(book, LAST + 1)
    async with terminal(book) as screen:
        await screen.press("5")
        for _ in range(40):
            screen.frame.action_page(1)
        await screen.press("j")
        assert "書き手" in screen.cursor
        for _ in range(40):
            screen.frame.action_page(-1)
        await screen.press("k")
        assert f"No. {LAST}" in screen.cursor


def _under_cursor(frame):
    event = frame._event()
    return str(event.body.get("note", ""))


async def test_entry_is_corrected_from_the_journal(book):
    async with terminal(book) as screen:
        await screen.press("5", "down", "e")
        assert "訂正" in screen.text
        await screen.type(" (夜間)")
        await screen.press("enter")
        assert "元の記録も台帳に残ります" in screen.status
        assert "訂正" in screen.lines[1]
        assert "25 件" in screen.title


async def test_only_own_entries_can_be_corrected(book):
    async with terminal(book) as screen:
        await screen.press("5")
        assert "直す" not in screen.keys
        await screen.press("down")
        assert "直す" in screen.keys


async def test_time_makes_room_for_the_text_on_a_narrow_terminal(book):
    async with terminal(book, size=(50, 20)) as screen:
        await screen.press("5", "down")
        assert "独力での監視業務" in screen.cursor


async def test_a_leads_journal_names_what_roles_of_others_and_the_organisation_are_about():
    from tui.cli.demo import demo_settings
    from tui.workbook.setup.opening import open_workbook

    with demo_settings("ja", "team") as settings:
        book = open_workbook(settings, write=True)
        async with terminal(book, size=(120, 60)) as screen:
            await screen.press("5")
            assert "指定の資料と書籍の読了  x1  指定の資料" in screen.text
            assert "soc.1.reading" not in screen.text
            assert "目標の組織パターン: ハイブリッド" in screen.text
            assert "組織評価 " in screen.text
        book.journal.close()


@pytest.mark.parametrize(
    ("lang", "undone", "corrected", "withdrawn"),
    [
        ("ja", "✗ [取消済み]", "~ [訂正あり]", "- [取下げ済み]"),
        ("en", "✗ [undone]", "~ [corrected]", "- [withdrawn]"),
    ],
)
async def test_rows_say_what_became_of_them_and_how_often_something_was_done(book, lang, undone, corrected, withdrawn):
    log(book, entry_form("soc.2.alone", 20, note="直した実績"))
    entry = book.latest(criterion(book, "soc.2.alone"))
    correct(book, entry, replace(form_of(entry), quantity=3))
    log(book, entry_form("soc.2.alone", 19, note="消した実績"))
    undo(book)
    make_ready(book)
    claim(book, criterion(book, "soc.2.alone"))
    withdraw(book, criterion(book, "soc.2.alone"))
    async with terminal(book, lang=lang, size=(120, 40)) as screen:
        await screen.press("5")
        rows = screen.lines
        assert [line for line in rows if undone in line and "消した実績" in line]
        (first,) = [line for line in rows if corrected in line]
        assert "直した実績" in first
        assert "x1" in first
        assert [line for line in rows if withdrawn in line]
        assert [line for line in rows if "x3" in line and "直した実績" in line]


@pytest.mark.parametrize(
    ("lang", "undone", "redone"),
    [
        ("ja", "実績  ペアでの監視業務  x1  消した実績", "取消  "),
        ("en", "entry  Monitoring in a pair  x1  消した実績", "undo  "),
    ],
)
async def test_an_undo_names_what_it_took_back_and_a_redo_what_it_brought_back(book, lang, undone, redone):
    log(book, entry_form("soc.2.paired", 19, note="消した実績"))
    undo(book)
    redo(book)
    async with terminal(book, lang=lang, size=(120, 40)) as screen:
        await screen.press("5")
        second, first = (line for line in screen.lines if undone in line)
        assert redone in second[: second.index(undone)][30:]
        assert redone not in first[: first.index(undone)][30:]
        await screen.press("enter", "end", "home")
        assert undone in screen.text


@pytest.mark.parametrize(
    ("lang", "returned", "claimed", "left"),
    [
        ("ja", "独力での監視業務  差し戻し", "独力での監視業務  見てください", "脆弱性管理/診断  解除"),
        ("en", "Monitoring alone  returned", "Monitoring alone  見てください", "Vuln. mgmt/assessment  ended"),
    ],
)
async def test_rows_say_which_way_it_went_and_what_was_said(book, lang, returned, claimed, left):
    make_ready(book)
    claim(book, criterion(book, "soc.2.alone"), "見てください")
    enrol(book, "vuln", 1)
    leave(book, "vuln")
    async with mentor(book) as screen:
        await screen.press("r")
        await screen.type("根拠がない")
        await screen.press("enter")
    async with terminal(book, lang=lang, size=(120, 40)) as screen:
        await screen.press("5")
        (row,) = (line for line in screen.lines if returned in line)
        assert "根拠がない" in row
        assert "田中 実" in row
        assert claimed in screen.text
        assert left in screen.text


@pytest.mark.parametrize(("lang", "cells"), [(0, 8), (1, 13)])
def test_every_kind_of_event_has_room_in_its_column(lang, cells):
    said = [text[lang] for key, text in MESSAGES.items() if key.startswith("words.event.")]
    assert [text for text in said if width(text) > cells] == []


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_no_field_of_an_event_is_shown_by_its_key(book, lang):
    make_ready(book)
    claim(book, criterion(book, "soc.2.alone"), "見てください")
    async with terminal(book, lang=lang, size=(120, 60)) as screen:
        await screen.press("5", "enter")
        assert (f"{say(lang, 'words.field.comment')}: 見てください") in screen.text
        assert not [key for key in ("policy_digest", "entries:", "wording:") if key in screen.text]
        await screen.press("end")
        for _ in range(3):
            await screen.press("up")
        assert "supervision:" not in screen.text or lang == "en"


def test_every_field_that_ikusei_writes_has_a_name():
    bodies = [path.read_text(encoding="utf-8") for path in Path(body.__file__).parent.glob("body*.py")]
    keys = {key for text in bodies for key in re.findall(r'"(\w+)": ', text)} | {
        "person",
        "host",
        "copied_from",
        "before",
    }
    assert sorted(key for key in keys if f"words.field.{key}" not in MESSAGES) == []


def test_a_field_of_somebody_elses_making_is_shown_however_deep_it_is():
    deep = "x"
    for _ in range(400):
        deep = {"a": [deep]}
    said = {"b": deep, "on": False, "over": ""}
    made = Event(EventHash("h"), "w", 1, "", 1, 1, "p-ken", "p-ken", "spell", "", said, "", "")
    (first, second) = field_texts(made, {}, "en")
    assert first[0] == "b"
    assert first[1].count("[") > 300
    assert second == ("on", "no")
