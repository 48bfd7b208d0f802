"""Claims: what they rest on, and what is said of one that can't be made: what is missing, and who can mend it."""

import pytest
from workbook_world import DAY, POLICY, criterion, open_book, paired, tick_all

from tui.curriculum.policy import Policy
from tui.curriculum.rule import Supervision
from tui.errors import UsageError
from tui.lang import LANGS, say
from tui.workbook.mentor.reviewing import queue
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.trainee.writing import EntryForm, claim, log, set_tick

NOTHING_SET = Policy(name="", numbers={}, readings={})
MENTOR = Reviewer("p-000000000002", "田中 一郎")


@pytest.fixture
def book(tmp_path):
    with (book := open_book(tmp_path / "state.sqlite")).journal:
        yield book


def refused(book, criterion_id):
    with pytest.raises(UsageError) as error:
        claim(book, criterion(book, criterion_id))
    fields = error.value.fields
    return error.value.key, [say(lang, error.value.key, **fields) for lang in LANGS]


def test_what_is_only_seen_by_its_points_speaks_of_points(book):
    key, _ = refused(book, "soc.2.detect")
    assert key == "workbook.points_open"


def test_too_few_entries_say_how_many_it_takes(book):
    paired(book, 2)
    key, (ja, en) = refused(book, "soc.2.paired")
    assert key == "workbook.lacks.times"
    assert "3 回のうち 2 回" in ja
    assert "takes 3 times, and 2 count" in en


def test_an_unset_number_names_it_and_who_sets_it(tmp_path):
    with (book := open_book(tmp_path / "unset.sqlite", NOTHING_SET)).journal:
        for item in ("soc.2.paired", "soc.1.reading"):
            key, (ja, en) = refused(book, item)
            assert key == "workbook.lacks.number"
            assert "責任者" in ja
            assert "the lead" in en
            assert item in ja
            assert "policy init" in en


def test_a_share_says_both_shares(book):
    log(book, EntryForm(("soc.2.verdict",), DAY, hits=18, total=20))
    key, (ja, en) = refused(book, "soc.2.verdict")
    assert key == "workbook.lacks.percent"
    assert "95 % 以上" in ja
    assert "90 %" in en


def test_what_is_to_be_read_is_named_by_its_title(book):
    tick_all(book, "soc.1.reading")
    key, sentences = refused(book, "soc.1.reading")
    assert key == "workbook.lacks.items"
    assert all("監視手順書" in each for each in sentences)


def test_a_criterion_knows_what_is_to_be_read_for_it(book):
    assert book.view(criterion(book, "soc.1.reading")).readings == POLICY.reading("soc.1.reading")
    assert not book.view(criterion(book, "soc.2.paired")).readings


@pytest.mark.parametrize("item", ["soc.1.reading", "soc.2.detect"])
def test_a_mentor_sees_the_entries_behind_what_is_only_ticked(book, item):
    entry = log(book, EntryForm((item,), DAY, supervision=Supervision.ALONE, note="読書会の記録"))
    tick_all(book, item)
    set_tick(book, "soc.read.manual", True)
    claim(book, criterion(book, item))
    (waiting,) = queue(book, MENTOR)
    assert [each.id for each in waiting.entries()] == [entry]
    assert waiting.has_evidence
