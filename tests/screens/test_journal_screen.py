"""The journal: what was written when."""

from screens_world import TODAY, terminal

from tui.journal.event import Kind, NewEvent
from tui.screens.journal import WINDOW

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
        assert "note: 日次の監視業務" in screen.text
        for _ in range(6):
            await screen.press("down")
        assert "note: IDS アラートの判定" in screen.text
        await screen.press("escape")
        assert "note:" not in screen.text
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
    from tui.workbook.opening import open_workbook

    with demo_settings("ja", "team") as settings:
        book = open_workbook(settings, write=True)
        async with terminal(book, size=(120, 60)) as screen:
            await screen.press("5")
            assert "指定の資料と書籍の読了  指定の資料" in screen.text
            assert "soc.1.reading" not in screen.text
            assert "めざす組織パターン: ハイブリッド" in screen.text
            assert "組織評価 " in screen.text
        book.journal.close()
