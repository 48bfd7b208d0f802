"""Two ids of one person, of a journal that was begun anew: the lead joins them, and their records count together."""

from itertools import permutations

import pytest
from workbook_world import DAY, POLICY, criterion, open_book, paired

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.journal.event import Kind, NewEvent
from tui.journal.events import in_order
from tui.journal.journal import Journal
from tui.workbook.organisation.career import career_view
from tui.workbook.organisation.team import JournalTeam
from tui.workbook.standings.authority import Anybody
from tui.workbook.standings.workbook import Workbook

PAIRED = "soc.2.paired"
TANAKA = "p-tanaka"


class Joining(Anybody):
    """A roster that says that two ids are one person's."""

    def __init__(self, *joined):
        self.joined = dict(joined)
        self.names = {one: "佐藤 花" for pair in joined for one in pair}


@pytest.fixture
def begun_twice(tmp_path):
    """The file that was lost, and the one that was begun instead; a namesake has one, too."""
    books = [open_book(tmp_path / name) for name in ("old", "new", "namesake")]
    for book, times in zip(books, (2, 1, 1), strict=True):
        paired(book, times)
    yield books
    for book in books:
        book.journal.close()


@pytest.fixture
def reading(tmp_path):
    opened = []

    def lead(books, authority):
        journal = Journal.open(tmp_path / f"lead-{len(opened)}", create=True)
        opened.append(journal)
        for book in books:
            journal.merge(in_order(book.journal.store))
        return Workbook(journal, Pack.open(builtin_folder()), POLICY, "", lambda: DAY, authority=authority)

    yield lead
    for each in opened:
        each.close()


def done(book, trainee):
    view = book.whole(trainee)
    return view.view(criterion(book, PAIRED)).standing.gauges[0].done


def test_entries_of_both_ids_count_once_the_lead_has_joined_them_in_any_order(begun_twice, reading):
    old, new, namesake = (book.trainee for book in begun_twice)
    states = []
    for order in permutations(begun_twice):
        apart = reading(order, Anybody())
        assert [done(apart, each) for each in (old, new, namesake)] == [2, 1, 1]
        assert len(JournalTeam(apart).members) == 3
        joined = reading(order, Joining((old, new)))
        assert [done(joined, each) for each in (old, new, namesake)] == [3, 3, 1]
        team = JournalTeam(joined)
        team.fill_all()
        states.append([(each.id, each.entries, each.newest, each.stands) for each in team.members])
    assert sorted((each, entries) for each, entries, *_ in states[0]) == sorted([(new, 3), (namesake, 1)])
    assert all(each == states[0] for each in states)


def test_what_is_written_later_under_one_id_shows_in_the_row_of_both(begun_twice, reading):
    old, new, _ = (book.trainee for book in begun_twice)
    book = reading(begun_twice[:2], Joining((old, new)))
    team = JournalTeam(book)
    team.fill_all()
    paired(begun_twice[0])
    book.journal.merge(in_order(begun_twice[0].journal.store))
    assert team.read_again()
    team.fill_all()
    assert [each.entries for each in team.members] == [4]
    assert done(book, new) == 4


def test_a_step_that_was_signed_under_the_former_id_stays_signed(begun_twice, reading):
    old, new, _ = (book.trainee for book in begun_twice)
    journal = begun_twice[0].journal
    said = {"entries": [], "policy": {}, "points": [], "comment": ""}
    claimed = journal.append([NewEvent(Kind.CLAIM, old, PAIRED, said)], author=old)[-1].hash
    said = {"claim": claimed, "verdict": "confirmed"}
    decided = journal.append([NewEvent(Kind.DECISION, old, PAIRED, said)], author=TANAKA)[-1].hash
    said = {"declaration": "STEP 2 を終えたと認める", "decisions": [decided]}
    journal.append([NewEvent(Kind.SIGNOFF, old, "soc.2", said)], author=TANAKA)
    book = reading(begun_twice[:2], Joining((old, new)))
    assert book.of(new).signed() == {}
    assert list(book.whole(new).signed()) == ["soc.2"]
    team = JournalTeam(book)
    team.fill_all()
    (member,) = team.members
    assert list(member.signed) == [(new, "soc", 2)]
    assert career_view(book.whole(new)).book.is_joined
