"""Writing down what was done, on whichever screen one is."""

from dataclasses import replace

import pytest
from screens_world import NOTHING_SET, TODAY, empty_book, entry_form, fill, terminal

from tui.curriculum.rule import Supervision
from tui.journal.event import Kind
from tui.journal.register import EventFilter
from tui.widgets.cycle_field import CycleField
from tui.widgets.text_field import TextField
from tui.workbook.trainee.writing import EntryForm, begin, form_of, log

ASSESSING = ("4", "down", "right", "right", "enter", "e")


def newest(book):
    return book.journal.recent(book.trainee, 1)[0]


def newest_written(book):
    events = [each for each in book.journal.events(EventFilter(), 5) if each.kind == Kind.ENTRY]
    return book.journal.entry(str(events[0].hash))


async def to_field(screen, name):
    for _ in range(8):
        if screen.app.focused.id == name:
            return
        await screen.press("tab")
    raise AssertionError(name)


async def test_two_keys_beyond_the_text_write_an_entry_where_the_defaults_are_right(book):
    before = book.journal.entry_count(book.trainee)
    async with terminal(book) as screen:
        await screen.press("3", "down")
        await screen.press("l")
        await screen.type("night shift")
        await screen.press("enter")
        assert "記録しました (2026-11-21)" in screen.status
        assert "8/10" in screen.text
    entry = newest(book)
    assert book.journal.entry_count(book.trainee) == before + 1
    assert entry.items == ("soc.2.paired",)
    assert (entry.day, entry.quantity, entry.supervision, entry.note) == (TODAY, 1, "paired", "night shift")


async def test_entry_is_undone_with_one_key(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l", "enter")
        assert "8/10" in screen.text
        await screen.press("u")
        assert "取り消しました: 実績 ペアでの監視業務" in screen.status
        assert "7/10" in screen.text


async def test_undo_of_an_entry_with_a_long_note_says_how_it_stands_now(book):
    log(book, entry_form("soc.2.paired", 20, note="長いメモ。" * 80))
    async with terminal(book) as screen:
        await screen.press("u")
        assert "取り消しました: 実績 ペアでの監視業務" in screen.status
        assert screen.status.endswith("今: なし")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("day", "13-45", "日付として読めません"),
        ("day", "2026-11-22", "未来の日付です"),
        ("quantity", "many", "回数として読めません"),
        ("ratio", "26/25", "n 件中 k 件"),
        ("items", "soc.9", "この教材パックの達成目安ではありません"),
        ("items", "soc.3.learn.statistics", "この教材パックの達成目安ではありません"),
    ],
)
async def test_what_can_not_be_read_is_said_and_the_form_stays_open(book, field, typed, sentence):
    before = book.journal.entry_count(book.trainee)
    async with terminal(book) as screen:
        await screen.press("3", "down", "down", "down", "l")
        await to_field(screen, field)
        screen.app.focused.value = typed
        await screen.press("enter")
        assert sentence in screen.status
        assert "したこと" in screen.text
        assert "Enter" in screen.keys
        assert "Esc やめる" in screen.keys
    assert book.journal.entry_count(book.trainee) == before


async def test_ratio_is_asked_of_rates_only(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        assert "正答/件数" not in screen.text
        await screen.press("escape", "down", "down", "l")
        assert "正答/件数" in screen.text
        await to_field(screen, "ratio")
        await screen.type("24/24")
        await screen.press("enter")
        assert "記録しました" in screen.status
    assert (newest(book).hits, newest(book).total) == (24, 24)


async def test_one_entry_counts_for_several_criteria(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await to_field(screen, "items")
        await screen.type("soc.2.al")
        await screen.press("enter")
    assert newest(book).items == ("soc.2.paired", "soc.2.alone")


async def test_ambiguous_further_criterion_is_refused_with_the_possible_ones(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await to_field(screen, "items")
        await screen.type("soc.2")
        await screen.press("enter")
        assert "複数あります" in screen.status


async def test_supervision_turns_with_the_arrows(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await to_field(screen, "supervision")
        await screen.press("right", "enter", "enter")
    assert newest(book).supervision == Supervision.DIRECTED


async def test_correction_shows_the_entry_and_keeps_what_was_written_first(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "e")
        assert "訂正" in screen.text
        assert "深夜帯の一次切り分け" in screen.text
        await screen.type("!")
        await screen.press("enter")
        assert "元の記録も台帳に残ります" in screen.status
        entry = book.newest(book.pack.role("soc").step(2).criteria[1], 1).entries[0]
        assert entry.note == "深夜帯の一次切り分けを田中さんと!"
        assert entry.corrected
        assert [each.ref for each in entry.evidence] == ["INC-1014"]


async def test_files_are_named_with_either_semicolon_between_them_and_keep_one_in_their_name(book, tmp_path):
    for name in ("a;b.log", "c；d.log", "e.log"):
        (tmp_path / name).write_text(name)
    refs = [f"{tmp_path}/a;b.log", f"{tmp_path}/c；d.log", f"{tmp_path}/e.log", "INC-1"]
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await to_field(screen, "evidence")
        screen.app.focused.value = "；".join(refs[:2]) + "; " + "；".join(refs[2:]) + "；"
        await screen.press("enter")
        assert "記録しました" in screen.status
        assert "ダイジェスト" not in screen.status
        evidence = newest(book).evidence
        assert [each.ref for each in evidence if each.sha256] == refs[:3]
        # What the entry has is known when it is corrected, though the file is there no more.
        (tmp_path / "a;b.log").unlink()
        await screen.press("e")
        await screen.type("!")
        await screen.press("enter")
    assert newest(book).evidence == evidence


async def test_a_file_that_is_not_there_is_told_when_the_entry_is_written(book, tmp_path):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await to_field(screen, "evidence")
        screen.app.focused.value = "~/gone.log"
        await screen.press("enter")
        assert "記録しました" in screen.status
        assert "証跡 ~/gone.log というファイルは" in screen.text


@pytest.mark.parametrize("key", ["e", "full_stop"])
async def test_what_is_corrected_or_repeated_keeps_the_lines_of_its_note_and_names_with_a_semicolon(book, key):
    written = EntryForm(
        ("soc.2.paired",),
        TODAY,
        supervision=Supervision.PAIRED,
        note="一行目\n二行目",
        evidence=("引継;夜勤.txt", "INC-1"),
    )
    log(book, written)
    async with terminal(book) as screen:
        await screen.press("3", "down", key)
        assert "一行目 二行目" in screen.text
        await to_field(screen, "quantity")
        await screen.type("2")
        await screen.press("enter")
    assert form_of(newest(book)) == replace(written, quantity=2)


async def test_correction_of_the_entry_under_the_cursor(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "enter", "end", "e")
        await screen.type("?")
        await screen.press("enter")
    oldest = book.entries(book.pack.role("soc").step(2).criteria[1])[0]
    assert oldest.note.endswith("?")


async def test_cancelled_draft_is_back_when_the_form_opens_again(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.type("half a")
        await screen.press("escape")
        assert "下書きは残してあります" in screen.status
        await screen.press("down", "l")
        assert "half a" not in screen.text
        await screen.press("escape", "up", "l")
        assert "half a" in screen.text
        assert "下書きを戻しました" in screen.status


async def test_form_that_was_not_touched_leaves_no_draft(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l", "escape")
        assert screen.status == ""
        await screen.press("l")
        assert "下書き" not in screen.status


async def test_draft_survives_a_dropped_line_and_a_new_start(book, path):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.type("half a sentence")
        screen.app.leave()
    book.journal.close()
    again = empty_book(path)
    async with terminal(again) as screen:
        await screen.press("3", "down", "l")
        assert "half a sentence" in screen.text
        await screen.press("enter")
    assert newest(again).note == "half a sentence"
    async with terminal(again) as screen:
        await screen.press("3", "down", "l")
        assert "half a sentence" not in screen.text
    again.journal.close()


async def test_letters_are_text_while_the_form_is_open(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.hit("clw123?/")
        assert "clw123?/" in screen.text
        await screen.press("f5", "ctrl+p")
        assert screen.place == "step"
        assert "したこと" in screen.text


async def test_form_keys_stay_when_the_screen_is_drawn_anew(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.resize(100, 30)
        assert "Esc やめる" in screen.keys


async def test_unset_number_does_not_hinder_logging(path):
    book = empty_book(path, NOTHING_SET)
    fill(book)
    async with terminal(book) as screen:
        await screen.press("3", "down", "l", "enter")
        assert "8/未設定" in screen.text
    book.journal.close()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("size", [(40, 14), (50, 20), (80, 24)])
async def test_every_field_of_the_form_is_in_sight(book, lang, size):
    async with terminal(book, lang, size=size) as screen:
        await screen.press("3", "down", "down", "down", "l")
        panel = screen.app.screen.query_one("#form")
        for field in panel.query("TextField, CycleField"):
            if field.display and field.id != "findings":
                assert field.region.right <= size[0]
                assert field.region.width >= 5
                assert field.region.bottom <= size[1] - 2


async def test_keys_are_commands_again_once_the_form_is_closed(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l", "escape", "slash", "escape")
        assert screen.app.focused is None
        await screen.press("down")
        assert "独力での監視業務  nca:4.3.6.4#3" in screen.text


@pytest.mark.parametrize("key", ["down", "up", "tab"])
@pytest.mark.parametrize("way", [("3", "down", "l"), ASSESSING], ids=["entry", "assessment"])
async def test_down_and_up_walk_through_every_field_and_change_none(book, way, key):
    async with terminal(book) as screen:
        await screen.press(*way)
        fields = [each for each in screen.app.screen.focus_chain if isinstance(each, TextField | CycleField)]
        walked, before = [], [each.value for each in fields]
        for _ in fields:
            walked.append(screen.app.focused)
            await screen.press(key)
        assert screen.app.focused is walked[0]
        assert set(walked) == set(fields)
        assert [each.value for each in fields] == before


async def test_cursor_of_the_terminal_stands_in_the_field_as_soon_as_it_opens(book):
    """Where input methods open their window."""
    async with terminal(book) as screen:
        for way, row, column in (
            (("l",), " したこと", 10),
            (("escape", "3", "down", "l"), " したこと", 10),
            (("tab",), " 日付 2026-11-21", 16),
            (("escape", "5", "f"), " この文字を含むもの", 20),
        ):
            await screen.press(*way)
            place = screen.app.cursor_position
            assert screen.lines[place.y].startswith(row)
            assert place.x == column


FIELDS = [("l",), ("5", "f"), ("slash",), ("ctrl+p",), ("4", "slash"), ASSESSING]


@pytest.mark.parametrize("way", FIELDS, ids="-".join)
async def test_cursor_is_in_the_field_in_the_first_frame_that_shows_it(book, way):
    async with terminal(book) as screen:
        frames = []
        display = screen.app._display

        def watched(*about):
            if screen.app.focused is not None:
                frames.append((screen.app.focused.region.offset, screen.app.cursor_position))
            display(*about)

        screen.app._display = watched
        await screen.press(*way)
        assert frames
        assert [cursor for _, cursor in frames] == [field for field, _ in frames]


async def test_day_is_replaced_by_what_is_typed_in_every_form_alike(book):
    async with terminal(book) as screen:
        for key, day in (("-1", TODAY.replace(day=20)), ("-2", TODAY.replace(day=19)), ("2026-11-03", None)):
            await screen.press("l", "tab")
            await screen.hit(key)
            await screen.press("enter")
            assert "記録しました" in screen.status
            assert newest_written(book).day == (day or TODAY.replace(day=3))
        await screen.press("l")
        assert "2026-11-21" in screen.text


async def test_number_is_replaced_and_a_text_goes_on(book):
    async with terminal(book) as screen:
        await screen.press("l")
        await screen.hit("ab")
        await to_field(screen, "quantity")
        await screen.hit("3")
        await to_field(screen, "note")
        await screen.hit("c")
        await screen.press("enter")
    assert (newest_written(book).quantity, newest_written(book).note) == (3, "abc")


async def test_what_was_told_is_told_no_more_after_the_next_act(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l", "enter")
        assert "記録しました" in screen.status
        await screen.press("enter", "space")
        assert screen.status == ""
        await screen.press("1", "l", "enter")
        assert "記録しました" in screen.status
        await screen.press("2", "1")
        assert screen.status == ""


async def test_a_draft_is_thrown_away_with_one_key(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.type("half of a thought")
        assert "F8 破棄" in screen.keys
        await screen.press("f8")
        assert "下書きを破棄しました" in screen.status
        assert "したこと" not in screen.text
        await screen.press("l")
        assert "half of a thought" not in screen.text
        assert "下書きを戻しました" not in screen.status
    assert not book.journal.local_get("draft:soc.2.paired")


async def test_a_thrown_away_correction_leaves_the_entry_as_it_is(book):
    before = newest(book)
    async with terminal(book) as screen:
        await screen.press("3", "down", "e")
        await screen.type("nonsense")
        await screen.press("ctrl+t", "e")
        assert "nonsense" not in screen.text
    assert newest(book) == before


@pytest.mark.parametrize("key", ["full_stop", "f4"])
async def test_the_last_entry_is_repeated_for_today(book, key):
    fields = {"quantity": 3, "note": "夜勤の切り分け", "evidence": ("INC-1", "INC-2")}
    form = entry_form("soc.2.paired", 3, Supervision.PAIRED, **fields)
    log(book, form)
    async with terminal(book) as screen:
        await screen.press(key)
        assert "ペアでの監視業務" in screen.text
        assert "INC-1; INC-2" in screen.text
        await screen.press("enter")
        assert "記録しました (2026-11-21)" in screen.status
    assert form_of(newest(book)) == replace(form, day=TODAY)


async def test_repeating_leaves_the_draft_of_a_new_entry_alone(book):
    log(book, entry_form("soc.2.paired", 3, Supervision.PAIRED, note="前の実績"))
    async with terminal(book) as screen:
        await screen.press("3", "down", "l")
        await screen.type("half of a thought")
        await screen.press("escape", "full_stop")
        assert "half of a thought" not in screen.text
        await screen.press("enter", "l")
        assert "half of a thought" in screen.text
    assert newest(book).note == "前の実績"


async def test_before_the_first_entry_there_is_nothing_to_repeat(nobody):
    begin(nobody, "佐藤 花", "soc", 2)
    async with terminal(nobody) as screen:
        await screen.press("full_stop")
        assert "実施形態" not in screen.text
