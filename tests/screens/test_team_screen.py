"""The lead looks at the team: finds who is stuck, opens a person and comes back to the same cell."""

from contextlib import asynccontextmanager
from datetime import date
from itertools import takewhile

import pytest
from screens_world import NOON, PACK, POLICY, TODAY, WHOLE, Terminal, clock
from settling import settled

from tui.app import IkuseiApp
from tui.cli.demo import demo_settings
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.journal.register import EventFilter
from tui.screens.team_view import AT_ONCE
from tui.session import Session
from tui.text.cells import take
from tui.text.glyphs import glyphs_for
from tui.workbook.organisation.team import JournalTeam, open_team
from tui.workbook.setup.identity import name_oneself
from tui.workbook.setup.opening import open_workbook
from tui.workbook.standings.workbook import Workbook


@pytest.fixture
def settings():
    with demo_settings("ja", "team") as found:
        yield found


@pytest.fixture
def book(settings):
    opened = open_workbook(settings, write=True)
    yield opened
    opened.journal.close()


@asynccontextmanager
async def lead(book, lang="ja", size=(80, 24), *, glyphs="unicode", place="team", settings=None):
    session = Session(book, lang, glyphs_for(glyphs))
    if settings is not None:
        session.open_team = lambda found: open_team(settings, found)
    app = IkuseiApp(session, place=place)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        while app.front is None or (place or "today") != app.front.PLACE:
            await pilot.pause()
        while session.team is not None and session.team.missing:
            await pilot.pause()
        await settled(pilot)
        yield Terminal(app, pilot)


def row(screen, name):
    return next(line for line in screen.lines if name in line and "ikusei" not in line)


async def test_everybody_stands_there_with_step_and_marks(book, settings):
    async with lead(book, settings=settings) as screen:
        assert "12 人" in screen.title
        assert "1✓ 2/4?" in row(screen, "佐藤 花")
        assert "1/2!" in row(screen, "伊藤 さくら")
        assert "1✓ 6/6*" in row(screen, "山本 恵")
        assert "3✓" in row(screen, "田中 実")
        assert row(screen, "小林 誠").split()[-2:] == ["⚠", "62"]


async def test_seven_opens_it_from_anywhere_and_back_leads_back(book):
    async with lead(book, place="") as screen:
        await screen.press("7")
        assert screen.place == "team"
        await screen.press("escape")
        assert screen.place == "today"


async def test_enter_opens_the_person_to_look_at_and_back_returns_to_the_same_cell(book):
    async with lead(book) as screen:
        await screen.press("down", "down", "right", "right", "enter")
        assert screen.place == "step"
        assert "見るだけ" in screen.title
        assert "佐藤 花" in screen.title
        assert "STEP 2" in screen.title
        assert "記録" not in screen.keys
        assert "申請" not in screen.keys
        before = book.journal.stamp()
        await screen.press("l", "space", "c", "u")
        assert book.journal.stamp() == before
        await screen.press("w")
        assert (screen.place, "佐藤 花" in screen.title) == ("walk", True)
        await screen.press("escape", "escape")
        assert screen.place == "team"
        assert "高橋 玲子" in screen.title
        assert "> 佐藤 花" in screen.text
        assert "佐藤 花  SOC/監視" in screen.text


async def test_another_screen_is_ones_own_again(book):
    async with lead(book) as screen:
        await screen.press("enter", "1")
        assert screen.place == "today"
        assert "高橋 玲子" in screen.title
        assert "見るだけ" not in screen.title


async def test_a_role_that_somebody_does_not_follow_opens_one_that_they_do(book):
    async with lead(book) as screen:
        await screen.press("down", "down", "enter")
        assert "SOC/監視 > STEP 2" in screen.title


async def test_orders_filters_and_back_out_of_them(book):
    async with lead(book) as screen:

        def names():
            head = next(at for at, line in enumerate(screen.lines) if line.startswith("  名前"))
            rows = takewhile(str.strip, screen.lines[head + 1 :])
            return [line[2:].split("  ")[0].strip() for line in rows]

        assert names()[0] == "中村 彩"
        await screen.press("s")
        assert "進んだ順" in screen.title
        assert names()[:2] == ["中村 彩", "田中 実"]
        await screen.press("s")
        assert names()[:3] == ["小林 誠", "渡辺 大輔", "伊藤 さくら"]
        await screen.press("x")
        assert names() == ["小林 誠", "渡辺 大輔", "伊藤 さくら"]
        assert "3/12 人" in screen.title
        await screen.press("f")
        await screen.type("わたなべ")
        await screen.press("enter")
        assert "絞り込みに合う人がいません" in screen.text
        await screen.press("escape")
        await screen.settle()  # the map takes the place of the list
        assert len(names()) == 12
        await screen.press("right", "right", "o")
        assert "SOC/監視" in screen.title
        assert set(names()) == {"田中 実", "鈴木 健太", "佐藤 花", "伊藤 さくら", "山田 優"}
        await screen.press("escape", "escape")
        assert screen.place == "today"


async def test_who_is_stuck_and_why_and_on_to_the_person_and_back(book):
    async with lead(book) as screen:
        await screen.press("tab")
        assert "初期値" in screen.text
        assert screen.cursor.startswith("小林 誠")
        assert "実績なし (62 日)" in screen.cursor
        assert "確認待ち (23 日、1 件)" in row(screen, "渡辺 大輔")
        await screen.press("down", "down", "enter")
        assert (screen.place, "伊藤 さくら" in screen.title) == ("step", True)
        await screen.press("escape")
        assert screen.cursor.startswith("伊藤 さくら")


async def test_mentors_with_whom_waits_for_them(book):
    async with lead(book) as screen:
        await screen.press("tab", "tab")
        assert "待ち 2" in screen.text
        await screen.press("down", "enter")
        assert (screen.place, "渡辺 大輔" in screen.title) == ("step", True)


async def test_months_coverage_and_what_comes_next(book):
    async with lead(book) as screen:
        await screen.press("tab", "tab", "tab")
        assert "2026-11  ====" in screen.text
        await screen.press("tab")
        assert "誰もいない 12  1 人だけ 23  2 人以上 11" in screen.text
        assert "中村 彩 だけ" in row(screen, "C-1")
        await screen.press("x", "s")
        assert "D-1" not in screen.text
        await screen.press("tab")
        assert screen.cursor.startswith("高橋 玲子  連絡・全体統括 STEP 3")
        assert "初めて 3: A-2 A-3 D-7" in screen.text
        await screen.press("shift+tab", "escape", "enter")
        assert screen.place == "matrix"
        await screen.press("escape", "escape")
        assert screen.place == "team"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 18)])
@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_every_view_fits_every_size_in_both_languages(book, size, lang):
    async with lead(book, lang, size, glyphs="ascii") as screen:
        for _ in range(6):
            assert all(ord(char) < 0x2000 or ord(char) > 0x3000 for char in screen.text)
            assert screen.keys
            await screen.press("tab", "down", "pagedown", "end", "home", "J", "K")


async def test_what_is_missing_is_filled_in_while_the_keys_work(book):
    book.journal.store.run("DELETE FROM summary")
    session = Session(book, "ja", glyphs_for("unicode"))
    app = IkuseiApp(session, place="team")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = Terminal(app, pilot)
        while session.team is None:
            await pilot.pause()
        await screen.press("down")
        assert "> 伊藤" in screen.text
        while session.team.missing:
            await pilot.pause()
        await settled(pilot)
        assert "> 伊藤" in screen.text
        assert "1✓ 2/4?" in screen.text
        assert "集計中" not in screen.text
    assert AT_ONCE < 12
    assert JournalTeam(book).missing == 0


async def test_what_another_process_writes_shows_up(book, settings):
    async with lead(book) as screen:
        with Journal.open(settings.state) as other:
            item = {"items": ["soc.1.overview"], "day": "2026-11-21", "supervision": "alone"}
            kobayashi = next(each.trainee for each in book.journal.tallies("") if each.name == "小林 誠")
            other.append([NewEvent(Kind.ENTRY, kobayashi, body=item)], author=kobayashi)
        await screen.look_elsewhere()
        while screen.app.session.team.missing:
            await screen._pilot.pause()
        await screen.settle()
        assert "⚠" not in row(screen, "小林 誠")


async def test_a_lead_without_a_way_of_their_own_sees_an_empty_team_and_leaves(tmp_path):
    journal = Journal.open(tmp_path / "state.sqlite", create=True, clock=clock(NOON), host="desk")
    journal.append([NewEvent(Kind.PERSON, "p-lead", body={"name": "責任者"})], author="p-lead")
    book = Workbook(journal, PACK, POLICY, "", lambda: TODAY)
    async with lead(book) as screen:
        assert "ikusei import" in screen.text
        for _ in range(6):
            await screen.press("tab", "enter", "s", "x", "o", "right", "down")
            assert screen.place == "team"
        await screen.press("escape", "escape")
    assert screen.app._exit
    journal.close()


async def test_a_lead_without_a_way_of_their_own_opens_people_and_comes_back(book):
    leading = Workbook(book.journal, book.pack, book.policy, "", book.today)
    async with lead(leading) as screen:
        await screen.press("down", "down", "enter")
        assert (screen.place, "佐藤 花" in screen.title) == ("step", True)
        await screen.press("escape")
        assert screen.place == "team"
        assert "> 佐藤 花" in screen.text
        assert "見るだけ" not in screen.title


async def test_one_person_alone(tmp_path):
    journal = Journal.open(tmp_path / "state.sqlite", create=True, clock=clock(NOON), host="desk")
    body = {"start": 2, "on": True}
    journal.append([NewEvent(Kind.ENROL, "p-a", "soc", body), NewEvent(Kind.ENROL, "p-a", "gone", body)], author="p-a")
    book = Workbook(journal, PACK, POLICY, "p-a", lambda: date(2026, 11, 21))
    async with lead(book) as screen:
        assert "1- 0/4" in row(screen, "p-a")
        assert "gone" in screen.text
        for _ in range(6):
            await screen.press("tab")
    journal.close()


async def test_a_file_that_can_only_be_looked_at(settings):
    settings.state.chmod(0o400)
    with Journal.open(settings.state, write=False) as journal:
        journal_book = open_workbook(settings, write=False)
        async with lead(journal_book) as screen:
            assert "読み取り専用" in screen.title
            assert "1✓ 2/4?" in screen.text
        journal_book.journal.close()
        assert journal.read_only


async def test_only_this_role_is_left_by_its_key_wherever_the_key_bar_shows_it(book):
    async with lead(book, size=(160, 40)) as screen:
        await screen.press("right", "o")
        assert "インシデント対応" in screen.title
        for _ in range(6):
            assert ("この役割" in screen.keys) == (screen.app.session.team_look.view in {"people", "stuck", "closing"})
            await screen.press("tab")
        await screen.press("tab", "o")
        assert "インシデント対応" not in screen.title


async def test_views_of_everybody_name_no_filter_of_people(book):
    async with lead(book, size=(120, 40)) as screen:
        await screen.press("right", "o", "x")
        assert "1/12 人" in screen.title
        await screen.press("tab", "tab")
        for view in ("mentors", "movement", "coverage"):
            assert screen.app.session.team_look.view == view
            assert "12 人" in screen.title
            assert "1/12" not in screen.title
            assert "インシデント対応" not in screen.title
            await screen.press("tab")


async def test_who_is_stuck_in_another_role_is_not_called_fine(book):
    async with lead(book, "en", size=(108, 40)) as screen:
        await screen.press("down")
        assert "伊藤 さくら  Liaison and command  not followed" in screen.text
        assert "SOC/monitoring: returned 12 d ago (1)" in screen.text
        assert "not stuck" not in screen.text


async def test_keys_that_need_people_are_not_shown_without_them(tmp_path):
    journal = Journal.open(tmp_path / "state.sqlite", create=True, clock=clock(NOON), host="desk")
    journal.append([NewEvent(Kind.PERSON, "p-lead", body={"name": "責任者"})], author="p-lead")
    book = Workbook(journal, PACK, POLICY, "", lambda: TODAY)
    async with lead(book, size=(160, 40)) as screen:
        for _ in range(6):
            for key in ("並べ替え", "絞る", "要対応", "この役割", "開く"):
                assert key not in screen.keys
            await screen.press("tab")
    journal.close()


async def test_a_lead_without_a_way_of_their_own_goes_back_to_the_screen_before(book):
    leading = Workbook(book.journal, book.pack, book.policy, "", book.today)
    async with lead(leading) as screen:
        await screen.press("4", "7", "escape")
        assert screen.place == "matrix"
        await screen.press("escape")
        assert screen.place == "team"
        await screen.press("escape")
    assert screen.app._exit


async def test_today_of_a_lead_without_a_way_of_their_own_says_where_to_go(book):
    leading = Workbook(book.journal, book.pack, book.policy, "", book.today)
    async with lead(leading, "en") as screen:
        await screen.press("1")
        assert "You follow no role. Press 7 for the team" in screen.text
        assert "press l" not in screen.text
        assert "No entries yet." in screen.text


async def test_a_lead_without_a_way_of_their_own_staffs_a_team(tmp_path):
    journal = Journal.open(tmp_path / "state.sqlite", create=True, clock=clock(NOON), host="desk")
    person = name_oneself(journal, "責任者").id
    book = Workbook(journal, WHOLE, POLICY, "", lambda: TODAY)
    async with lead(book, place="organisation") as screen:
        await screen.press(*["down"] * 5, "enter", "e")
        await screen.type("2")
        await screen.press("enter")
        assert "日勤 2" in screen.status
    assert [each.author for each in journal.events(EventFilter(kinds=frozenset({Kind.HEADCOUNT})), 9)] == [person]
    journal.close()


async def test_an_error_of_the_calculator_is_gone_with_the_drawing(book):
    async with lead(book, place="organisation") as screen:
        await screen.press(*["down"] * 5, "enter", "e")
        await screen.type("?")
        await screen.press("enter")
        assert "読めません" in screen.status
        await screen.press("escape")
        assert not screen.status.strip()


async def test_names_of_roles_are_broken_between_words(book):
    async with lead(book, "en", size=(180, 40)) as screen:
        upper, lower = (take(line, 118).split("  ") for line in screen.lines[3:5])
        heads = ["Liaison and", "Incident", "SOC/", "Vuln. mgmt/", "Security", "Development"]
        assert [each.strip() for each in upper if each] == heads
        heads = ["command", "response", "monitoring", "assessment", "Forensics", "management", "and support"]
        assert [each.strip() for each in lower if each][1:8] == heads
        await screen.press("L")
        assert "脆弱性管理/" in screen.lines[3]
        assert "診断" in screen.lines[4]


async def test_what_has_no_room_above_its_column_says_so(book):
    async with lead(book, "en") as screen:
        words = " ".join(screen.lines[3:6]).split()
        shortened = [word for word in words if word.endswith("..")]
        assert {*words} > {"Liaison", "and", "command", "SOC/", "Vuln.", "support"}
        assert shortened[:2] == ["Devel..", "Incid.."]
        await screen.press("L")
        assert "マネ.." in screen.lines[5]
        assert [line.split()[0] for line in screen.lines[3:5]] == ["連絡・", "全体"]


async def test_a_shade_shows_at_a_glance_how_many_steps_are_signed(book):
    async with lead(book, glyphs="blocks") as screen:
        assert "  ░0/2" in row(screen, "山田 優")
        assert "1✓▒2/4?" in row(screen, "佐藤 花")
        assert "2✓▓1/3?" in row(screen, "渡辺 大輔")
        assert "3✓█" in row(screen, "田中 実")
        await screen.press("tab", "tab", "tab")
        assert "2026-11  ██" in screen.text


async def test_wide_terminal_shows_the_way_of_the_person_under_the_cursor(book):
    async with lead(book, size=(120, 40)) as screen:
        await screen.press("down", "down", "right", "right")
        way = screen.pane_of("最後の実績")
        assert "SOC/監視" in way
        assert "STEP 1 ✓ 2026-07-10" in way
        assert "STEP 2 ====.... 2/4" in way
        assert "確認待ち 1 件 (3 日前から)" in way
        await screen.press("up")
        assert "⚠ 差し戻し 1 件 (12 日前から)" in screen.pane_of("最後の実績")
        await screen.press("left")
        assert "この役割に取り組んでいません" in screen.pane_of("最後の実績")


async def test_wide_terminal_shows_the_way_beside_the_lists_and_the_duty_beside_the_coverage(book):
    async with lead(book, "en", size=(120, 40)) as screen:
        await screen.press("tab", "down", "down")
        assert "⚠ returned: 1 (12 d ago)" in screen.pane_of("last entry")
        await screen.press("tab", "tab")
        assert len(next(line for line in screen.lines if "2026-11" in line)) > 100
        await screen.press("tab", "down")
        assert "isogj:5#A-2" in screen.text


async def test_what_is_not_known_yet_is_said_beside_the_map(book):
    book.journal.store.run("DELETE FROM summary")
    session = Session(book, "ja", glyphs_for("unicode"))
    app = IkuseiApp(session, place="team")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = Terminal(app, pilot)
        while session.team is None or session.team.missing:
            await pilot.pause()
        await settled(pilot)
        await screen.press("down", "down")
        assert "STEP 2 ====.... 2/4" in screen.text
