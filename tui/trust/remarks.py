"""Warnings about a trust folder: no faults, but something won't work, or allows more than was meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.signing.allowed_signers import SignerLine, SignersFile
from tui.signing.generation import unreadable_lines
from tui.signing.pattern import is_listed
from tui.signing.revoked import RevokedFile
from tui.text.alike import look
from tui.trust import manifest, statement
from tui.trust.roster import Person, Roster


class Remark(NamedTuple):
    """Something to look at: message key, and what it names."""

    key: str
    fields: Mapping[str, object]


def remarks(roster: Roster, signers: SignersFile) -> list[Remark]:
    """What the lead should look at, the roster's first."""
    return [*_about_people(roster, signers), *_about_keys(roster, signers), *warnings(roster, signers)]


def warnings(roster: Roster, signers: SignersFile | None) -> list[Remark]:
    """Lines that work, but may allow more than the lead meant, and people whose names are easily confused."""
    return [*_alike(roster), *(_too_wide(signers) if signers is not None else ())]


def left_to_us(revoked: RevokedFile | None, program: str | None) -> list[Remark]:
    """The lines of revoked keys that ``ssh-keygen`` can't read: on this machine only ikusei checks them.

    Raises:
        SigningError: ``ssh-keygen`` can't be run.
    """
    if revoked is None or program is None:
        return []
    return [
        Remark("trust.left_to_us", {"line": each.number, "file": revoked.path, "key_type": each.key.key_type})
        for each in unreadable_lines(revoked, program)
    ]


def _alike(roster: Roster) -> Iterator[Remark]:
    """People whose names look the same to a reader."""
    for kind in ("id", "name"):
        seen: dict[str, Person] = {}
        for person in roster.people:
            first = seen.setdefault(look(getattr(person, kind)), person)
            if first is not person:
                names = {"person": first.name, "id": first.id, "other": person.name, "other_id": person.id}
                yield Remark(f"trust.alike_{kind}", names)
    owners: dict[str, tuple[str, str]] = {}
    for person in roster.people:
        for principal in person.signs_as:
            owner, first_one = owners.setdefault(look(principal), (person.id, principal))
            if owner != person.id:
                yield Remark("trust.alike_principal", {"principal": first_one, "other": principal})


def _too_wide(signers: SignersFile) -> Iterator[Remark]:
    """Lines that allow more than was probably meant, or whose times mean another moment in another time zone."""
    for line in signers.lines:
        place: dict[str, object] = {"line": line.number, "file": signers.path}
        options = line.options
        if options.is_authority and options.namespaces is None:
            yield Remark("trust.authority_for_all", place)
        if options.namespaces is not None and _has_wildcard(options.namespaces):
            yield Remark("trust.any_namespace", {**place, "namespaces": options.namespaces})
        if _has_wildcard(line.principals):
            yield Remark("trust.any_principal", {**place, "principals": line.principals})
        for moment in options.local:
            yield Remark("trust.local_time", {**place, "moment": moment})


def _has_wildcard(patterns: str) -> bool:
    return any(not each.startswith("!") and ("*" in each or "?" in each) for each in patterns.split(","))


def _about_people(roster: Roster, signers: SignersFile) -> Iterator[Remark]:
    mentors = {each.mentor for each in roster.mentorings}
    if not any(person.lead and person.signs_as for person in roster.people):
        yield Remark("trust.no_lead", {})
    for person in roster.people:
        if person.id in mentors and not person.signs_as:
            yield Remark("trust.cannot_sign", {"mentor": person.name})
        needed = ((person.lead, manifest.NAMESPACE), (person.id in mentors, statement.NAMESPACE))
        for namespace in [namespace for is_needed, namespace in needed if is_needed and person.signs_as]:
            if not any(_may_sign(line, person, namespace) for line in signers.lines):
                fields = {"person": person.name, "principal": person.signs_as[0], "namespace": namespace}
                yield Remark("trust.no_key", fields)


def _about_keys(roster: Roster, signers: SignersFile) -> Iterator[Remark]:
    """Keys that may sign for two people: such a signature doesn't prove which of them signed."""
    owners: dict[bytes, str] = {}
    for line in signers.lines:
        if line.options.is_authority:
            continue
        for person in roster.people:
            if any(is_listed(principal, line.principals) for principal in person.signs_as):
                first = owners.setdefault(line.key.plain, person.id)
                if first != person.id:
                    names = {"person": roster.name(first), "other": person.name}
                    yield Remark("trust.shared_key", {"line": line.number, "file": signers.path, **names})


def _may_sign(line: SignerLine, person: Person, namespace: str) -> bool:
    namespaces = line.options.namespaces
    # Only a key whose line lists our namespace may sign the folder; for other purposes a line without namespaces is
    # enough.
    is_named = namespace != manifest.NAMESPACE if namespaces is None else is_listed(namespace, namespaces)
    return is_named and any(is_listed(principal, line.principals) for principal in person.signs_as)
