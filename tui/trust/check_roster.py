"""Checks across the tables of a roster: ids that aren't there, duplicates, spans of mentoring that overlap."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final, NamedTuple

from tui.curriculum.table import Table, shown
from tui.trust.roster import EVERYBODY, Host, Mentoring, Person

_EVER: Final = (date.min, date.max)


class Rows(NamedTuple):
    """The tables of a roster, each with what was made of it."""

    people: list[tuple[Table, Person]]
    mentorings: list[tuple[Table, Mentoring]]
    hosts: list[tuple[Table, Host]]


def check(rows: Rows, roles: Collection[str] | None) -> None:
    """Report what doesn't fit together.

    Args:
        rows: everything that was read.
        roles: ids of the roles of the pack; None: they aren't known here, and aren't checked.
    """
    _check_people(rows.people)
    known = [person.id for _, person in rows.people if person.id]
    for table, mentoring in rows.mentorings:
        _check_known(table, "mentor", mentoring.mentor, known)
        if mentoring.trainee != EVERYBODY:
            _check_known(table, "trainee", mentoring.trainee, known)
        if mentoring.mentor and mentoring.mentor == mentoring.trainee:
            table.fault("trust.own_mentor", "trainee", value=shown(mentoring.mentor))
        if mentoring.since and mentoring.until and mentoring.until < mentoring.since:
            table.fault("trust.until_first", "until", since=mentoring.since, until=mentoring.until)
        for number, role in enumerate(mentoring.roles):
            if roles is not None and role and role not in roles:
                table.dangling("trust.no_role", role, roles, "roles", number)
    _check_overlaps(rows.mentorings)
    _check_hosts(rows.hosts, known)


def _check_known(table: Table, name: str, person: str, known: list[str]) -> None:
    if person and person not in known:
        table.dangling("trust.no_person", person, known, name)


def _check_people(people: list[tuple[Table, Person]]) -> None:
    ids: set[str] = set()
    owners: dict[str, str] = {}
    for table, person in people:
        if person.id and person.id in ids:
            table.fault("trust.person_twice", "id", value=shown(person.id))
        ids.add(person.id)
        for number, further in enumerate(person.also):
            if further in ids or any(each.id == further for _, each in people):
                table.fault("trust.person_twice", "also", number, value=shown(further))
            ids.add(further)
        for number, principal in enumerate(person.signs_as):
            # A principal of two people would leave open who has signed.
            if owners.setdefault(principal, person.id) != person.id:
                table.fault("trust.principal_twice", "signs_as", number, value=shown(principal))


def _check_overlaps(mentorings: list[tuple[Table, Mentoring]]) -> None:
    for at, (table, mentoring) in enumerate(mentorings):
        if not (mentoring.mentor and mentoring.trainee):
            continue
        for before, other in mentorings[:at]:
            if _do_overlap(mentoring, other):
                line, _ = table.findings.place(before.path)
                table.fault("trust.overlap", mentor=shown(mentoring.mentor), other=line)
                break


def _do_overlap(one: Mentoring, other: Mentoring) -> bool:
    """Whether both are about the same two people in the same role on the same day."""
    if (one.mentor, one.trainee) != (other.mentor, other.trainee):
        return False
    if one.roles and other.roles and not set(one.roles) & set(other.roles):
        return False
    first = max(one.since or _EVER[0], other.since or _EVER[0])
    return first <= min(one.until or _EVER[1], other.until or _EVER[1])


def _check_hosts(hosts: list[tuple[Table, Host]], known: list[str]) -> None:
    seen: set[Host] = set()
    for table, host in hosts:
        _check_known(table, "trainee", host.trainee, known)
        if host in seen:
            table.fault("trust.host_twice", "ssh", value=shown(host.ssh))
        seen.add(host)
