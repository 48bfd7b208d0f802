"""What is about the organisation as a whole: who may write it, what is kept of it, how it is undone."""

import pytest
from journal_world import HANA, KEN, enrol, person, refused, undo, write

from tui.journal.assessment import How, Mark
from tui.journal.event import ORGANISATION, Kind, NewEvent
from tui.journal.organisation import assessments, columns, wanted
from tui.journal.register import EventFilter


def assessment(duty="b-1", trainee=ORGANISATION, **fields):
    return NewEvent(Kind.ASSESSMENT, trainee, duty, fields)


def half(how="inhouse", level=0, provider=""):
    return {"how": how, "level": level, "provider": provider}


def test_assessment_is_read_back_as_it_was_said(journal):
    target = half("shared", 3, "Acme")
    said = write(journal, assessment(now=half("none"), target=target, note=" なぜ "))
    (found,) = assessments(journal.store)
    assert (found.id, found.duty, found.author) == (said, "b-1", HANA)
    assert (found.now, found.target, found.note) == (Mark(How.NONE), Mark(How.SHARED, 3, "Acme"), "なぜ")


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (assessment(now=half("somehow")), "journal.how"),
        (assessment(now=half("inhouse", 4)), "journal.number"),
        (assessment(now=half("inhouse", -1)), "journal.number"),
        (assessment(now=half("none", 1)), "journal.level_of_nothing"),
        (assessment(target=half("", 2)), "journal.level_of_nothing"),
        (assessment(now=half("inhouse", 1, "Acme")), "journal.provider_of_nothing"),
        (assessment(now="inhouse"), "journal.field"),
        (assessment(note=3), "journal.field"),
        (assessment(scoer=3), "journal.unknown_field"),
        (assessment(""), "journal.no_item"),
        (assessment(trainee=HANA), "journal.not_of_organisation"),
        (NewEvent(Kind.TICK, ORGANISATION, "a", {"on": True}), "journal.not_of_organisation"),
        (NewEvent(Kind.PERSON, ORGANISATION, body={"name": "x"}), "journal.not_of_organisation"),
        (NewEvent(Kind.COLUMNS, ORGANISATION, "b-1", {"columns": "poc"}), "journal.field"),
        (NewEvent(Kind.PATTERN, ORGANISATION, "b-1", {"pattern": "x"}), "journal.field"),
    ],
)
def test_what_cannot_be_said_is_refused(journal, event, key):
    with refused(key):
        journal.append([event], author=HANA)


def test_everybody_may_say_it_and_all_of_it_stays(journal):
    write(journal, assessment(now=half("inhouse", 1)))
    write(journal, assessment(now=half("inhouse", 2)), author=KEN)
    write(journal, NewEvent(Kind.COLUMNS, ORGANISATION, "b-1", {"columns": ["secbok.poc", "secbok.poc"]}))
    write(journal, NewEvent(Kind.PATTERN, ORGANISATION, body={"pattern": "pattern.hybrid"}))
    assert [(each.author, each.now.level) for each in assessments(journal.store)] == [(HANA, 1), (KEN, 2)]
    assert [each.columns for each in columns(journal.store)] == [("secbok.poc",)]
    assert [each.pattern for each in wanted(journal.store)] == ["pattern.hybrid"]
    assert journal.trainees() == []


def test_own_word_is_undone_and_redone_and_nobody_undoes_that_of_somebody_else(journal):
    write(journal, person("佐藤 花"), enrol())
    mine = write(journal, assessment(now=half("inhouse", 1)))
    theirs = write(journal, assessment(now=half("inhouse", 2)), author=KEN)
    assert journal.undoable(HANA).hash == mine
    with refused("journal.nothing_to_undo"):
        journal.append([undo(theirs, ORGANISATION)], author=HANA)
    gone = write(journal, undo(mine, ORGANISATION))
    assert [each.id for each in assessments(journal.store)] == [theirs]
    write(journal, undo(gone, ORGANISATION))
    assert [each.id for each in assessments(journal.store)] == [mine, theirs]
    assert journal.event_count(EventFilter(trainee=ORGANISATION)) == 4


def test_rebuilding_keeps_what_is_undone(journal):
    mine = write(journal, assessment(now=half("inhouse", 1)))
    write(journal, undo(mine, ORGANISATION))
    journal.rebuild()
    assert assessments(journal.store) == []


def test_body_that_cannot_be_read_is_passed_over(journal):
    write(journal, assessment(now=half("inhouse", 1)))
    journal.store.connection.execute("DROP TRIGGER event_is_never_changed")
    journal.store.connection.execute("UPDATE event SET body = '{\"now\": 3}' WHERE kind = 'assessment'")
    assert assessments(journal.store) == []
