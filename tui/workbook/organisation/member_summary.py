"""What the team screen needs of one trainee, computed from the claims, decisions and sign-offs, and kept as JSON."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from tui.calendar import Calendar
from tui.journal.review import Decision, Signoff, Verdict
from tui.journal.tally import Tally
from tui.progress.review import ClaimStage, Round, rounds
from tui.progress.team import Member, MentorActs, RoleStand
from tui.workbook.standings.workbook import Workbook

FORM: Final = "team-2"
"""Version of the content of a summary. It is part of the key, so that a kept one of another form isn't used."""
_DIGITS: Final = 3


def summary_key(book: Workbook) -> str:
    """Digest of everything but the events that a summary rests on: pack, overlay, policy, authority, calendar."""
    digest = hashlib.sha256()
    calendar = book.calendar
    # The calendar decides in which month something falls. Both names of the machine's time zone are taken, so that
    # the key stays the same when summer time begins.
    zone = time.tzname if calendar.offset is None else (str(calendar.offset),)
    about = (FORM, book.pack.id, book.pack.version, book.policy.digest, book.authority.key, *zone, str(calendar.change))
    for part in about:
        digest.update(f"{part}\0".encode())
    digest.update(bytes([book.policy.waivers]))
    folders = (book.pack.folder, *([book.pack.overlay.folder] if book.pack.overlay else ()))
    for file in (file for folder in folders for file in _files(folder)):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    """The files of a pack that say which criteria there are."""
    return sorted((*folder.glob("*.toml"), *folder.glob("roles/*.toml")))


def summarise(book: Workbook) -> tuple[tuple[RoleStand, ...], tuple[MentorActs, ...]]:
    """Where the trainee of *book* stands in each role, and what each mentor has said.

    Raises:
        ContentFaults: a file of the pack has a fault.
        JournalError: the journal can't be read.
    """
    claims, decisions = book.claims(), book.decisions()
    found = rounds(claims, decisions, book.authority.why_not, book.signoffs) if claims else ()
    signed = book.signed()
    return tuple(_stands(book, found, signed)), tuple(_said(found, decisions, signed.values(), book.calendar))


def _stands(book: Workbook, found: tuple[Round, ...], signed: dict[str, Signoff]) -> Iterable[RoleStand]:
    starts = {each.role: each.start for each in book.enrolments()}
    waived = book.waived()
    newest: dict[str, Round] = {}
    for each in found:
        if each.stage is not ClaimStage.WITHDRAWN:
            item = each.claim.item
            newest[book.pack.renamed(item.partition(".")[0]).get(item, item)] = each
    ticked: frozenset[str] | None = None
    for role_id in dict.fromkeys((*starts, *(item.partition(".")[0] for item in signed))):
        role = book.pack.role(role_id)
        steps = role.steps if role else ()
        # Only ids are looked at, so a signed STEP counts even if this pack has no content for its role.
        ids = {item: item.partition(".")[2] for item in signed if item.startswith(f"{role_id}.")}
        numbers = ((step_number(number), signed[item].recorded) for item, number in sorted(ids.items()))
        stamps = {number: recorded for number, recorded in numbers if number is not None}
        least = max(starts.get(role_id, 0), max(stamps, default=0) + 1)
        step = next((each for each in steps if each.number >= least), None) if role_id in starts else None
        confirmed = 0
        for criterion in step.criteria if step else ():
            of_it = newest.get(criterion.id)
            if criterion.id in waived:
                confirmed += 1
            elif of_it is not None and of_it.stage is ClaimStage.CONFIRMED:
                ticked = book.ticked() if ticked is None else ticked
                confirmed += not book.moved(of_it.claim, criterion, ticked)
        open_ones = [
            newest[criterion.id]
            for each in steps
            if each.number not in stamps
            for criterion in each.criteria
            if criterion.id in newest
        ]
        yield RoleStand(
            role=role_id,
            start=starts.get(role_id, 0),
            signed=stamps,
            step=step.number if step else 0,
            criteria=len(step.criteria) if step else 0,
            confirmed=confirmed,
            waiting=tuple(sorted(each.claim.recorded for each in open_ones if each.stage is ClaimStage.WAITING)),
            returned=tuple(
                sorted(
                    each.decision.recorded for each in open_ones if each.stage is ClaimStage.RETURNED and each.decision
                )
            ),
        )


def step_number(text: str) -> int | None:
    """The number in the id of a STEP, the 2 of ``soc.2``; None where a forged id has something else there."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None


def _said(
    found: tuple[Round, ...], decisions: Iterable[Decision], signed: Iterable[Signoff], calendar: Calendar
) -> Iterable[MentorActs]:
    passed_over = {ignored.decision.id for each in found for ignored in each.ignored}
    claimed: dict[str, int] = {each.claim.id: each.claim.recorded for each in found}
    months: dict[str, dict[str, tuple[int, int, int]]] = {}
    answers: dict[str, list[int]] = {}
    last: dict[str, int] = {}

    def count(mentor: str, recorded: int, confirmed: int, returned: int, signed: int) -> None:
        mine, month = months.setdefault(mentor, {}), f"{calendar.day_of(recorded):%Y-%m}"
        before = mine.get(month, (0, 0, 0))
        mine[month] = (before[0] + confirmed, before[1] + returned, before[2] + signed)
        last[mentor] = max(recorded, last.get(mentor, recorded))

    for each in decisions:
        if each.claim in claimed and each.id not in passed_over:
            is_confirmed = each.verdict is Verdict.CONFIRMED
            count(each.author, each.recorded, int(is_confirmed), int(not is_confirmed), 0)
            answer = answers.setdefault(each.author, [0, 0])
            answer[0] += 1
            answer[1] += max(0, each.recorded - claimed[each.claim])
    for signoff in signed:
        count(signoff.author, signoff.recorded, 0, 0, 1)
    for mentor, mine in months.items():
        answered, took = answers.get(mentor, (0, 0))
        yield MentorActs(mentor, mine, answered, took, last[mentor])


def encode(stands: Iterable[RoleStand], said: Iterable[MentorActs]) -> str:
    """A summary as JSON, as it is kept; ``member_of`` reads it."""
    rows = [
        [s.role, s.start, list(s.signed.items()), s.step, s.criteria, s.confirmed, s.waiting, s.returned]
        for s in stands
    ]
    words = [[s.mentor, s.months, s.answered, s.took, s.last] for s in said]
    return json.dumps([rows, words], ensure_ascii=False, separators=(",", ":"))


def member_of(tally: Tally) -> Member:
    """A row of the journal as a member of the team; without a summary its ``is_known`` is False."""
    newest = None
    with suppress(ValueError):  # the owner of a file can have written anything as the day
        newest = date.fromisoformat(tally.newest) if tally.newest else None
    about = tally.trainee, tally.name, tally.entries, newest, tally.since
    if not tally.summary:
        return Member(*about, is_known=False)
    rows, words = json.loads(tally.summary)
    stands = tuple(
        RoleStand(role, start, dict(signed), step, criteria, confirmed, tuple(waiting), tuple(returned))
        for role, start, signed, step, criteria, confirmed, waiting, returned in rows
    )
    said = tuple(
        MentorActs(mentor, {month: (a, b, c) for month, (a, b, c) in months.items()}, answered, took, last)
        for mentor, months, answered, took, last in words
    )
    return Member(*about, stands, said)
