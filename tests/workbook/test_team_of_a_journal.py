"""The team of a journal: what is kept of each trainee is what computing it anew says, after anything that happens."""

import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbook_world import DAY, POLICY, criterion, open_book, paired, tick_all

from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy, load_policy
from tui.errors import IkuseiError
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.journal.review import Verdict
from tui.progress.state import State
from tui.progress.team import Limits
from tui.workbook.mentor.reviewing import decide, queue
from tui.workbook.mentor.signoff import reopen, sign, signables
from tui.workbook.organisation.member_summary import summarise, summary_key
from tui.workbook.organisation.team import JournalTeam, limits_of
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.authority import Anybody
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.undo import undo
from tui.workbook.trainee.writing import EntryForm, claim, correct, form_of, log, withdraw

HANA_STEPS = ("soc.1.reading", "soc.1.overview", "soc.2.detect")
KEN = "p-ken"
TANAKA, SATO = Reviewer("p-tanaka", "田中 実"), Reviewer("p-sato", "佐藤 茂")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["log", "claim", "confirm", "return", "withdraw", "sign", "reopen", "correct", "undo"]),
        st.booleans(),
        st.integers(0, 2),
    ),
    max_size=18,
)


@pytest.fixture
def book(tmp_path):
    opened = open_book(tmp_path / "state.sqlite", start=1)
    yield opened
    opened.journal.close()


def with_ken(book: Workbook) -> Workbook:
    """A second trainee in the same journal, and what both need to claim at once."""
    ken = book.of(KEN)
    body = {"start": 1, "on": True}
    ken.journal.append(
        [NewEvent(Kind.PERSON, KEN, body={"name": "健"}), NewEvent(Kind.ENROL, KEN, "soc", body)], author=KEN
    )
    for each in (book, ken):
        for item in HANA_STEPS:
            tick_all(each, item)
        log(each, EntryForm(("soc.1.overview",), DAY, note="図"))
    return ken


def do(book: Workbook, step: str, reviewer: Reviewer, number: int) -> None:
    item = HANA_STEPS[number]
    with suppress(IkuseiError, StopIteration, IndexError):
        match step:
            case "log":
                log(book, EntryForm((item,), DAY - timedelta(days=40 * number)))
            case "claim":
                claim(book, criterion(book, item))
            case "withdraw":
                withdraw(book, criterion(book, item))
            case "confirm" | "return":
                waiting = [each for each in queue(book, reviewer) if each.book.trainee == book.trainee]
                verdict = Verdict.CONFIRMED if step == "confirm" else Verdict.RETURNED
                decide(waiting[number % len(waiting)] if waiting else next(iter(())), reviewer, verdict, "もう一度")
            case "sign":
                sign(next(each for each in signables(book, reviewer)), reviewer, "認める")
            case "reopen":
                reopen(book, "soc.1", reviewer, "見直し")
            case "correct":
                entry = book.journal.recent(book.trainee, 1)[0]
                correct(book, entry, form_of(entry))
            case "undo":
                undo(book)


def anew(book: Workbook, trainee: str):
    """A trainee's stands by way of the screens' views: the slow road."""
    theirs = book.of(trainee)
    for role in theirs.roles():
        signed = theirs.signed()
        numbers = {step.number for step in role.steps if step.id in signed}
        step = next((each for each in role.steps if each.number > max(numbers, default=0)), None)
        views = theirs.step_view(role, step).criteria if step else ()
        everything = [v for s in role.steps if s.id not in signed for v in theirs.step_view(role, s).criteria]
        yield (
            role.id,
            numbers,
            step.number if step else 0,
            sum(view.state is State.CONFIRMED for view in views),
            sum(view.state is State.CLAIMED for view in everything),
            sum(view.state is State.RETURNED for view in everything),
        )


def shown(team: JournalTeam, trainee: str):
    member = next(each for each in team.members if each.id == trainee)
    return [(s.role, set(s.signed), s.step, s.confirmed, len(s.waiting), len(s.returned)) for s in member.stands]


@settings(max_examples=20)
@given(STEPS)
def test_what_is_kept_is_what_the_screens_would_show(steps):
    with tempfile.TemporaryDirectory() as folder:
        book = open_book(Path(folder, "state.sqlite"), start=1)
        ken = with_ken(book)
        team = JournalTeam(book)
        team.fill_all()
        for number, (step, is_ken, which) in enumerate(steps):
            do(ken if is_ken else book, step, TANAKA if number % 3 else SATO, which)
            if number % 2:
                team.read_again()
                team.fill_all()
        again = JournalTeam(book)
        again.fill_all()
        kept = JournalTeam(book)
        assert kept.missing == 0
        for each in (book.trainee, KEN):
            assert shown(kept, each) == list(anew(book, each))
            member = next(m for m in kept.members if m.id == each)
            assert (member.stands, member.said) == summarise(book.of(each))
            assert member.entries == len(book.journal.recent(each, 1000))
        team.read_again()
        team.fill_all()
        assert team.members == again.members == kept.members
        book.journal.close()


def test_only_the_one_about_whom_something_came_in_is_computed_again(book):
    ken = with_ken(book)
    JournalTeam(book).fill_all()
    paired(ken)
    team = JournalTeam(book)
    assert team.missing == 1
    assert not team.fill_in(1)
    assert JournalTeam(book).missing == 0


def test_another_policy_or_trust_or_pack_computes_everything_again(book):
    with_ken(book)
    JournalTeam(book).fill_all()
    other_policy = Workbook(
        book.journal, book.pack, Policy("", {**POLICY.numbers, "soc.2.paired.times": 4}, {}), book.trainee, book.today
    )
    other_roster = Anybody()
    other_roster.key = "another roster"
    others = Workbook(book.journal, book.pack, book.policy, book.trainee, book.today, authority=other_roster)
    assert JournalTeam(others).missing == 2
    assert JournalTeam(other_policy).missing == 2
    assert JournalTeam(book).missing == 0


def test_the_key_follows_the_bytes_of_the_pack(book, tmp_path):
    import shutil

    copy = tmp_path / "pack"
    shutil.copytree(book.pack.folder, copy)
    copied = Workbook(book.journal, Pack.open(copy), book.policy, book.trainee, book.today)
    before = summary_key(copied)
    assert before == summary_key(book)
    file = copy / "roles/soc.toml"
    file.write_text(file.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert summary_key(copied) != before


def test_a_journal_that_can_only_be_looked_at_shows_the_team_and_keeps_nothing(book):
    with_ken(book)
    with Journal.open(book.journal.path, write=False) as journal:
        looking = Workbook(journal, book.pack, book.policy, "", book.today)
        team = JournalTeam(looking)
        team.fill_all()
        assert team.missing == 0
        assert [each.is_known for each in team.members] == [True, True]
        assert JournalTeam(looking).missing == 2


def test_a_journal_that_somebody_else_is_writing_shows_the_team_all_the_same(book):
    with_ken(book)
    with Journal.open(book.journal.path, busy_ms=1) as journal, book.journal.store.write():
        looking = Workbook(journal, book.pack, book.policy, "", book.today)
        team = JournalTeam(looking)
        team.fill_all()
        assert [each.is_known for each in team.members] == [True, True]
    assert JournalTeam(book).missing == 2


def test_nobody_is_in_an_empty_journal(tmp_path):
    with Journal.open(tmp_path / "empty.sqlite", create=True) as journal:
        journal.append([NewEvent(Kind.PERSON, "p-lead", body={"name": "責任者"})], author="p-lead")
        team = JournalTeam(Workbook(journal, Pack.open(builtin()), POLICY, "", lambda: DAY))
        team.fill_all()
        assert team.members == ()
        assert team.stuck == ()
        assert team.loads() == ()
        assert not any(each.everybody for each in team.covered.values())
        assert len(team.covered) > 40


def builtin():
    from tui.curriculum.folder import builtin_folder

    return builtin_folder()


def test_days_come_from_the_policy_and_else_from_us(book, tmp_path):
    assert limits_of(book.policy) == Limits(30, 14)
    file = tmp_path / "policy.toml"
    file.write_text("[team]\nidle_days = 45\n", encoding="utf-8")
    assert limits_of(load_policy(file, book.pack)) == Limits(45, 14)


@pytest.mark.parametrize("text", ["[team]\nidle_days = 0\n", '[team]\nidle_days = "x"\n', "[team]\nholiday = 3\n"])
def test_days_that_cannot_be_are_refused(text, tmp_path):
    file = tmp_path / "policy.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(IkuseiError):
        load_policy(file, None)
