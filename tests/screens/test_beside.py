"""An open screen notices when policy, overlay or trust folder are changed, and says when the folder doesn't count."""

import pytest
from screens_world import empty_book, fill, make_ready, terminal

from tui.journal.event import Kind, NewEvent
from tui.workbook.setup.beside_the_file import Beside
from tui.workbook.setup.opening import open_workbook
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.setup.roster_authority import trust_folder
from tui.workbook.setup.settings import settings_from
from tui.workbook.trainee.writing import claim

MENTOR = "p-tanaka"
POLICY = '[numbers]\n"soc.2.paired.times" = {times}\n"soc.2.alone.times" = 5\n'
ROSTER = """\
[roster]
id = "midori"
version = "1"

[[person]]
id = "p-tanaka"
name = "田中 実"

[[person]]
id = "{trainee}"
name = "佐藤 花"

[[mentor]]
mentor = "p-tanaka"
trainee = "{trainee}"
"""
MORI = '[[person]]\nid = "p-mori"\nname = "森 遥"\n'


@pytest.fixture
def settings(path, tmp_path):
    """Where everything lies of somebody with a policy and a trust folder, whose claim Tanaka confirmed."""
    book = empty_book(path)
    fill(book)
    make_ready(book)
    criterion = book.pack.role("soc").step(2).criteria
    claimed = claim(book, next(each for each in criterion if each.id == "soc.2.alone"))
    body = {"claim": str(claimed), "verdict": "confirmed", "reason": "", "policy": "", "heads": {}}
    book.journal.append([NewEvent(Kind.DECISION, book.trainee, "soc.2.alone", body)], author=MENTOR)
    settings = settings_from(path, {"HOME": str(tmp_path), "IKUSEI_STATE": str(path)}, "ja")
    settings.policy.write_text(POLICY.format(times=10))
    settings.trust.mkdir()
    (settings.trust / "allowed_signers").touch()
    (settings.trust / "roster.toml").write_text(ROSTER.format(trainee=book.trainee), encoding="utf-8")
    book.journal.close()
    return settings


@pytest.fixture
def opened(settings):
    """The same, opened."""
    book = open_workbook(settings, write=True)
    assert trust_folder(settings, book.journal).state.is_usable  # it was seen once
    yield book
    book.journal.close()


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


async def test_a_changed_number_shows_without_a_key(opened, settings):
    async with terminal(opened, beside=Beside(settings)) as screen:
        assert "/10 回" in screen.text
        await screen.look_beside()
        assert "読み直しました" not in screen.status
        settings.policy.write_text(POLICY.format(times=33))
        await screen.look_beside()
        assert "/33 回" in screen.text
        assert "読み直しました" in screen.status
        await screen.look_beside()
        assert "/33 回" in screen.text


async def test_a_fault_is_told_and_everything_stays(opened, settings):
    async with terminal(opened, beside=Beside(settings)) as screen:
        settings.policy.write_text("[numbers\n")
        await screen.look_beside()
        assert "policy.toml:1" in screen.status
        assert "/10 回" in screen.text
        settings.policy.write_text(POLICY.format(times=33))
        await screen.look_beside()
        assert "/33 回" in screen.text


async def test_an_overlay_that_comes_is_read(opened, settings):
    async with terminal(opened, beside=Beside(settings)) as screen:
        settings.overlay.mkdir()
        (settings.overlay / "overlay.toml").write_text("[overlay\n")
        await screen.look_beside()
        assert "overlay.toml:1" in screen.status


async def test_who_types_is_left_alone(opened, settings):
    async with terminal(opened, beside=Beside(settings)) as screen:
        await screen.press("3", "down", "l")
        await screen.type("half")
        settings.policy.write_text(POLICY.format(times=33))
        await screen.look_beside()
        assert "half" in screen.text
        await screen.press("escape", "1")
        await screen.look_beside()
        assert "/33 回" in screen.text


@pytest.mark.parametrize("way", [(), ("2",), ("3",), ("3", "w"), ("4",), ("5",), ("6",), ("7",)])
async def test_a_folder_that_does_not_count_says_so_on_every_screen_until_it_is_mended(opened, settings, way):
    roster = settings.trust / "roster.toml"
    async with terminal(opened, size=(120, 40), beside=Beside(settings)) as screen:
        await screen.press(*way)
        assert "無効" not in screen.title
        change(roster, "[roster]", "[roster")
        await screen.look_beside()
        assert "[名簿のフォルダー 無効]" in screen.title
        await screen.press("e", "escape")  # what was told last goes; this stays
        await screen.press("1", *way)
        assert "[名簿のフォルダー 無効]" in screen.title
        assert "前に確かめた版 1 で判定しています" in screen.status
        assert "確かめて直してください" in screen.status
        change(roster, "[roster", "[roster]")
        await screen.look_beside()
        assert "無効" not in screen.title
        assert "判定しています" not in screen.status


async def test_standings_stay_those_of_the_folder_that_was_seen(opened, settings):
    roster = settings.trust / "roster.toml"
    async with terminal(opened, size=(120, 40), beside=Beside(settings)) as screen:
        await screen.press("3")
        assert "確認 1  残り 3" in screen.title
        change(roster, "[roster]", "[roster")
        await screen.look_beside()
        assert "確認 1  残り 3" in screen.title
        change(roster, "[roster", "[roster]")
        change(roster, f'mentor = "{MENTOR}"', 'mentor = "p-mori"')
        change(roster, "[[mentor]]", f"{MORI}\n[[mentor]]")
        await screen.look_beside()
        assert "申請中 1  残り 3" in screen.title


async def test_it_says_so_at_the_start_too(opened, settings):
    change(settings.trust / "roster.toml", "[roster]", "[roster")
    async with terminal(opened, size=(120, 40), beside=Beside(settings)) as screen:
        assert "[名簿のフォルダー 無効]" in screen.title
        assert "前に確かめた版 1 で判定しています" in screen.status


async def test_a_mentor_signs_with_the_key_that_the_mended_folder_allows(opened, settings):
    found = [Reviewer(MENTOR, "田中 実"), Reviewer(MENTOR, "田中 実", signer=Key())]
    session = {"beside": Beside(settings), "reviewer": found[0], "find_reviewer": lambda _: found[1]}
    async with terminal(opened, size=(120, 40), **session) as screen:
        assert "SHA256:key" not in screen.text
        change(settings.trust / "roster.toml", 'version = "1"', 'version = "2"')
        await screen.look_beside()
        assert "SHA256:key" in screen.text


class Key:
    """A key that the folder allows."""

    name = "SHA256:key"
    needs_terminal = False
