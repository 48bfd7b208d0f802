"""Everything that a trainee writes: all faces call these functions, so that they write the same events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from tui.curriculum.model import Criterion, Item
from tui.curriculum.rule import Supervision
from tui.curriculum.wording import wording_digest
from tui.errors import UsageError
from tui.journal.event import Entry, Event, EventHash, Evidence, Json, Kind, NewEvent
from tui.journal.register import EventFilter
from tui.progress.standing import Gauge, Standing
from tui.progress.state import State
from tui.record import record
from tui.text.clean import stored
from tui.workbook.setup.ownership import PERSON, TRAINEE
from tui.workbook.setup.person_id import NewPerson, random_person, typed_name
from tui.workbook.standings.subjects import cases_of
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.evidence_file import as_kept
from tui.workbook.trainee.evidence_typed import evidence_of
from tui.workbook.trainee.lacking import lack_of
from tui.workbook.trainee.undo import DONE, pack_of, remember_together

LAST: Final = 20
"""How many of the newest events are searched for the last time that a role was followed."""


@record
class EntryForm:
    """An entry as a trainee fills it in, before it is written; its fields mean the same as those of ``Entry``."""

    items: tuple[str, ...]
    day: date
    quantity: int = 1
    hits: int | None = None
    total: int | None = None
    findings: int | None = None
    supervision: Supervision = Supervision.ALONE
    note: str = ""
    evidence: tuple[str, ...] = ()


def form_of(entry: Entry) -> EntryForm:
    """The form with the fields of *entry*, to correct or repeat it."""
    return EntryForm(
        items=entry.items,
        day=entry.day,
        quantity=entry.quantity,
        hits=entry.hits,
        total=entry.total,
        findings=entry.findings,
        supervision=Supervision(entry.supervision),
        note=entry.note,
        evidence=tuple(evidence.ref for evidence in entry.evidence),
    )


def begin(book: Workbook, name: str, role: str, start: int, new_person: NewPerson = random_person) -> None:
    """Write who the trainee is, and which role they follow from which STEP on (at the first run).

    Somebody who has said who they are already (``ikusei me``) begins under that id.

    Args:
        book: the workbook of the new trainee.
        name: their name.
        role: id of the role.
        start: number of the STEP.
        new_person: gives the id of a new person; a trainee who continues from another machine gives their id there.

    Raises:
        UsageError: the name is empty or the role unknown.
        JournalError: the journal can't be written.
    """
    clean = typed_name(name)
    if not clean:
        raise UsageError("workbook.no_name")
    own = book.journal.local_get(TRAINEE) or book.journal.local_get(PERSON)
    trainee = own or new_person()
    book.journal.append(
        [
            NewEvent(Kind.PERSON, trainee, body={"name": clean}, pack=pack_of(book)),
            _enrolment(book, trainee, role, start),
        ],
        author=trainee,
    )
    book.journal.local_set(TRAINEE, trainee)
    book.trainee = trainee


def enrol(book: Workbook, role: str, start: int | None = None) -> None:
    """Follow one more role.

    Args:
        book: the workbook.
        role: id of the role.
        start: number of the STEP to begin with; None: the one with which the trainee followed this role last.

    Raises:
        UsageError: the role is unknown.
        JournalError: it can't be written.
    """
    followed = {each.role: each.start for each in book.enrolments()}
    start = _start_before(book, role) if start is None else start
    if followed.get(role) != start:
        book.journal.append([_enrolment(book, book.trainee, role, start)], author=book.trainee)


def _start_before(book: Workbook, role: str) -> int:
    """The STEP from which on the role was followed last time; 0 if it never was."""
    wanted = EventFilter(frozenset({Kind.ENROL}), role, trainee=book.trainee, author=book.trainee)
    starts = (
        each.body.get("start") for each in book.journal.events(wanted, LAST) if each.item == role and each.body["on"]
    )
    return next((start for start in starts if isinstance(start, int)), 0)


def leave(book: Workbook, role: str) -> None:
    """Stop following a role; its entries stay.

    Raises:
        UsageError: the role isn't followed, or it is the only one.
        JournalError: it can't be written.
    """
    followed = {enrolment.role for enrolment in book.enrolments()}
    if role not in followed:
        raise UsageError("workbook.not_followed", name=role)
    if len(followed) == 1:
        raise UsageError("workbook.last_role")
    gone = NewEvent(Kind.ENROL, book.trainee, role, {"on": False, "start": 0}, pack_of(book))
    book.journal.append([gone], author=book.trainee)


def log(book: Workbook, form: EntryForm) -> EventHash:
    """Write an entry and return its id.

    Raises:
        UsageError: the entry names nothing that it counts for, or lies in the future.
        JournalError: the journal can't be written.
    """
    event = NewEvent(Kind.ENTRY, book.trainee, body=_entry_body(book, form, ()), pack=pack_of(book))
    return _only(book.journal.append([event], author=book.trainee))


def correct(book: Workbook, entry: Entry, form: EntryForm) -> EventHash:
    """Write a correction of *entry*: *form* holds all fields as they should be.

    Raises:
        UsageError: the form names nothing that it counts for, or lies in the future.
        JournalError: the journal can't be written.
    """
    body = {"entry": str(entry.id), **_entry_body(book, form, entry.evidence)}
    return _only(
        book.journal.append(
            [NewEvent(Kind.CORRECTION, book.trainee, body=body, pack=pack_of(book))], author=book.trainee
        )
    )


def set_tick(book: Workbook, item: str, on: bool) -> None:
    """Tick or untick a point, a learning item, a topic or a reading; for a heading, everything below it.

    Raises:
        JournalError: it can't be written.
    """
    thing = book.pack.find(item)
    leaves = [leaf.id for leaf in thing.leaves()] if isinstance(thing, Item) else [item]
    news = [NewEvent(Kind.TICK, book.trainee, leaf, {"on": on}, pack_of(book)) for leaf in leaves]
    remember_together(book, DONE, book.journal.append(news, author=book.trainee))


def claim(book: Workbook, criterion: Criterion, comment: str = "") -> EventHash:
    """Claim that a criterion is met; the event holds a snapshot of everything that the claim rests on.

    Raises:
        UsageError: it is claimed or confirmed already, or not ready: its rule doesn't hold or a point isn't ticked.
        JournalError: it can't be written.
    """
    view = book.view(criterion)
    if not view.may_be_claimed:
        how = "confirmed" if view.state is State.CONFIRMED else "claimed"
        raise UsageError(f"workbook.{how}_already", name=criterion.id)
    if lack := lack_of(view):
        raise lack
    entries = proven(book.proof(criterion))
    body: dict[str, Json] = {
        "entries": list(entries),
        "states": dict(book.journal.entry_states(book.trainee, entries)),
        "policy": {
            gauge.policy: f"{gauge.needed:g}"
            for gauge in gauges_of(view.standing)
            if gauge.policy and gauge.needed is not None
        },
        "policy_digest": book.policy.digest,
        "points": [point.id for point in criterion.points],
        "wording": wording_digest(criterion),
        "comment": stored(comment),
    }
    return _only(
        book.journal.append(
            [NewEvent(Kind.CLAIM, book.trainee, criterion.id, body, pack_of(book))], author=book.trainee
        )
    )


def withdraw(book: Workbook, criterion: Criterion) -> EventHash:
    """Withdraw the waiting claim on a criterion.

    Raises:
        UsageError: no claim on it waits.
        JournalError: it can't be written.
    """
    view = book.view(criterion)
    open_claim = view.claim
    if open_claim is None or not view.may_be_withdrawn:
        raise UsageError("workbook.not_claimed", name=criterion.id)
    event = NewEvent(Kind.WITHDRAWAL, book.trainee, criterion.id, {"claim": str(open_claim.id)}, pack_of(book))
    return _only(book.journal.append([event], author=book.trainee))


def refuse_entry(book: Workbook, form: EntryForm) -> None:
    """Refuse an entry that can't be written; faces call it before they ask the user anything about the entry.

    Raises:
        UsageError: it names nothing, or lies in the future.
    """
    if not form.items:
        raise UsageError("workbook.entry_for_nothing")
    if form.day > book.today():
        raise UsageError("workbook.day_in_future", day=form.day.isoformat())


def _entry_body(book: Workbook, form: EntryForm, known: Sequence[Evidence]) -> dict[str, Json]:
    """The body of an entry; evidence in *known* keeps the digest that it was written with."""
    refuse_entry(book, form)
    before = {evidence.ref: evidence for evidence in known if evidence.sha256}
    evidence = [before.get(as_kept(ref)) or evidence_of(ref) for ref in form.evidence if as_kept(ref)]
    return {
        "items": list(with_criteria(book, form.items)),
        "day": form.day.isoformat(),
        "quantity": form.quantity,
        "hits": form.hits,
        "total": form.total,
        "findings": form.findings,
        "supervision": str(form.supervision),
        "note": stored(form.note),
        "evidence": [{"ref": each.ref, "sha256": each.sha256} for each in evidence],
    }


def with_criteria(book: Workbook, items: Sequence[str]) -> tuple[str, ...]:
    """*items*, each training case followed by the criteria that ask for it: an entry for the case counts for these."""
    wanted: dict[str, None] = {}
    for item in items:
        wanted[item] = None
        role = book.pack.role(item.partition(".")[0])
        for criterion in role.criteria() if role else ():
            if item in cases_of(criterion.rule):
                wanted[criterion.id] = None
    return tuple(wanted)


def _enrolment(book: Workbook, trainee: str, role: str, start: int) -> NewEvent:
    if role not in {entry.id for entry in book.pack.roles}:
        raise UsageError("workbook.no_role", id=role)
    return NewEvent(Kind.ENROL, trainee, role, {"on": True, "start": start}, pack_of(book))


def proven(result: Standing) -> tuple[str, ...]:
    """Ids of the entries that a standing rests on, those of its parts included."""
    return tuple(dict.fromkeys((*result.counted, *(entry for part in result.parts for entry in proven(part)))))


def gauges_of(result: Standing) -> tuple[Gauge, ...]:
    """The gauges of a standing and of its parts."""
    return (*result.gauges, *(gauge for part in result.parts for gauge in gauges_of(part)))


def _only(events: Sequence[Event]) -> EventHash:
    return events[-1].hash
