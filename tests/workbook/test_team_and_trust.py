"""The team under a roster: whose word counts, for whom claims wait, and when everything is added up anew."""

from dataclasses import replace

import pytest
from workbook_world import DAY, criterion, open_book, tick_all

from tui.calendar import Calendar
from tui.drawing.pen import Pen
from tui.drawing.today import way_text
from tui.journal.event import Kind, NewEvent
from tui.lang import say
from tui.text.glyphs import UNICODE
from tui.workbook.organisation.team import JournalTeam, mentors_named, open_team
from tui.workbook.setup.roster_authority import RosterAuthority, trust_folder
from tui.workbook.setup.settings import settings_from
from tui.workbook.setup.signature_cache import Verdicts
from tui.workbook.standings.awaiting import WayToMentor
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import EntryForm, claim, log

TANAKA, MORI, STRANGER = "p-tanaka", "p-mori", "p-stranger"


def roster(trainee, until="2027-03-31"):
    return f"""\
[roster]
id = "midori-soc"
version = "1"
utc_offset = "+09:00"

[[person]]
id = "{TANAKA}"
name = "田中 実"

[[person]]
id = "{MORI}"
name = "森 遥"

[[person]]
id = "{trainee}"
name = "佐藤 花"

[[mentor]]
mentor = "{TANAKA}"
trainee = "{trainee}"
roles = ["soc"]
from = 2020-01-01
until = {until}

[[mentor]]
mentor = "{MORI}"
trainee = "{trainee}"
roles = ["ir"]
from = 2020-01-01
"""


@pytest.fixture
def world(tmp_path):
    """A trainee with a claim, and a trust folder that nobody has signed yet."""
    settings = settings_from(tmp_path / "state.sqlite", {"HOME": str(tmp_path)}, "ja")
    book = open_book(settings.state, start=1)
    tick_all(book, "soc.1.overview")
    log(book, EntryForm(("soc.1.overview",), DAY))
    claim(book, criterion(book, "soc.1.overview"))
    settings.trust.mkdir()
    write(settings, book)
    yield settings, book
    book.journal.close()


def write(settings, book, until="2099-12-31"):
    (settings.trust / "roster.toml").write_text(roster(book.trainee, until), encoding="utf-8")
    (settings.trust / "allowed_signers").write_text("", encoding="utf-8")


def trusting(settings, book):
    authority = RosterAuthority(
        lambda: trust_folder(settings, book.journal), book.journal, book.policy, Verdicts(settings.cache)
    )
    return Workbook(book.journal, book.pack, book.policy, book.trainee, book.today, authority=authority)


def test_a_claim_waits_for_whom_the_roster_names_in_that_role(world):
    settings, book = world
    team = open_team(settings, trusting(settings, book))
    team.fill_all()
    (load,) = team.loads()
    assert (load.mentor, load.waiting, [each.role for each in load.queue]) == (TANAKA, 1, ["soc"])


def test_a_claim_of_somebody_for_whom_nobody_is_named_any_more_stands_apart(world):
    settings, book = world
    write(settings, book, until="2021-01-01")
    team = open_team(settings, trusting(settings, book))
    team.fill_all()
    assert [(load.mentor, load.waiting) for load in team.loads()] == [("", 1)]
    assert say("ja", "team.mentors.nobody")


def way(settings, book):
    return trusting(settings, book).today_view().way


def test_today_says_for_whom_a_claim_waits_and_how_it_gets_there(world):
    settings, book = world
    assert way(settings, book) == WayToMentor(("田中 実",), has_roster=True)
    with (settings.trust / "roster.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[[host]]\ntrainee = "{book.trainee}"\nssh = "soc-3"\n')
    assert way(settings, book) == WayToMentor(("田中 実",), has_roster=True, is_fetched=True)
    write(settings, book, until="2021-01-01")
    assert way(settings, book) == WayToMentor(has_roster=True)
    assert book.today_view().way == WayToMentor()


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (WayToMentor(), "指導者 には"),
        (WayToMentor(("田中 実", "森 遥"), has_roster=True), "田中 実, 森 遥 には、同じホストなら"),
        (WayToMentor(("田中 実",), has_roster=True, is_fetched=True), "田中 実 には `ikusei pull`"),
        (WayToMentor(has_roster=True), "責任者に名簿へ加えてもらってください"),
    ],
)
def test_the_way_to_a_mentor_is_said_as_a_sentence(found, said):
    assert said in way_text(found, Pen("ja", UNICODE, 80))


def test_only_what_the_roster_lets_somebody_decide_counts(world):
    settings, book = world
    found = book.view(criterion(book, "soc.1.overview")).claim
    body = {"claim": str(found.id), "verdict": "confirmed", "reason": "", "policy": "", "heads": {}}
    book.journal.append([NewEvent(Kind.DECISION, book.trainee, found.item, body)], author=STRANGER)
    trusted, anybody = open_team(settings, trusting(settings, book)), JournalTeam(book)
    for each in (trusted, anybody):
        each.fill_all()
    assert [each.members[0].stands[0].confirmed for each in (trusted, anybody)] == [0, 1]
    assert len(trusted.members[0].stands[0].waiting) == 1
    assert trusted.members[0].said == ()


@pytest.mark.parametrize(("said", "offset"), [('utc_offset = "+09:00"', 540), ("", -300)])
def test_the_rosters_clock_comes_before_the_policys(world, said, offset):
    settings, book = world
    written = roster(book.trainee).replace('utc_offset = "+09:00"', said)
    (settings.trust / "roster.toml").write_text(written, encoding="utf-8")
    policy = replace(book.policy, utc_offset=-300, day_change=510)
    authority = RosterAuthority(
        lambda: trust_folder(settings, book.journal), book.journal, policy, Verdicts(settings.cache)
    )
    asked = Workbook(book.journal, book.pack, policy, book.trainee, authority=authority)
    assert asked.calendar == Calendar(offset, 510)
    assert asked.today() == asked.calendar.day_of(book.journal.now())


def test_another_roster_is_another_key_and_none_is_none(world, tmp_path):
    settings, book = world
    before = trusting(settings, book).authority.key
    assert before
    assert trusting(settings, book).authority.key == before
    write(settings, book, until="2027-01-01")
    assert trusting(settings, book).authority.key != before
    elsewhere = settings_from(tmp_path / "elsewhere" / "state.sqlite", {"HOME": str(tmp_path)}, "ja")
    assert book.authority.key == ""
    assert mentors_named(elsewhere, book)(JournalTeam(book).members[0], "soc") == ()
