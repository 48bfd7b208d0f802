"""What is about the organisation travels like everything else, and only where it is asked for."""

from bundle_world import HANA, KEN, bundle_of, changed, dumped, hashed, lines_of, refused, take_in
from journal_world import undo, write

from tui.journal.bundle.header import Selection
from tui.journal.event import ORGANISATION, Kind, NewEvent
from tui.journal.organisation import assessments, wanted

INHOUSE = {"now": {"how": "inhouse", "level": 2}}


def said(sender):
    write(sender, NewEvent(Kind.ASSESSMENT, ORGANISATION, "b-1", INHOUSE))
    write(sender, NewEvent(Kind.PATTERN, ORGANISATION, body={"pattern": "pattern.hybrid"}), author=KEN)


def test_all_of_it_travels_and_says_the_same_there(sender, receiver):
    said(sender)
    taken = write(sender, NewEvent(Kind.ASSESSMENT, ORGANISATION, "b-2", INHOUSE))
    write(sender, undo(taken, ORGANISATION))
    take_in(receiver, bundle_of(sender))
    assert assessments(receiver.store) == assessments(sender.store) != []
    assert wanted(receiver.store) == wanted(sender.store) != []


def test_bundle_of_one_person_leaves_it_out(sender, receiver):
    said(sender)
    take_in(receiver, bundle_of(sender, selection=Selection(trainees=(HANA,))))
    assert assessments(receiver.store) == []
    take_in(receiver, bundle_of(sender, selection=Selection(decisions=True)))
    assert assessments(receiver.store) == []


def test_trainees_journal_takes_it_but_still_nothing_of_somebody_else(sender, receiver):
    said(sender)
    only_it = bundle_of(sender, selection=Selection(trainees=(ORGANISATION,)))
    take_in(receiver, only_it, takes=frozenset({HANA, ORGANISATION}))
    assert len(assessments(receiver.store)) == 1
    everything = bundle_of(sender)
    of_ken = next(
        n for n, line in enumerate(lines_of(everything), 1) if b'"kind":"entry"' in line and KEN.encode() in line
    )
    with refused(receiver, "bundle.not_taken", of_ken):
        take_in(receiver, everything, takes=frozenset({HANA, ORGANISATION}))


def test_organisation_writes_nothing_itself(sender, receiver):
    said(sender)
    bundle = bundle_of(sender)
    at = next(n for n, line in enumerate(lines_of(bundle), 1) if b'"kind":"assessment"' in line)
    forged = changed(bundle, at, lambda event: dumped(hashed({**event, "author": ORGANISATION})))
    with refused(receiver, "bundle.person", at):
        take_in(receiver, forged)
