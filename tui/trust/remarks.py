"""What in a trust folder isn't wrong but won't work, or lets one key speak for two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.signing.allowed_signers import SignerLine, SignersFile
from tui.signing.pattern import is_listed
from tui.trust import manifest, statement
from tui.trust.roster import Person, Roster


class Remark(NamedTuple):
    """Something to look at: message key, and what it names."""

    key: str
    fields: Mapping[str, object]


def remarks(roster: Roster, signers: SignersFile) -> list[Remark]:
    """What the lead should look at, the roster's first."""
    return [*_about_people(roster, signers), *_about_keys(roster, signers)]


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
    """A key that may sign for two people proves of neither that it was them."""
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
    # The folder wants to be named; a line without namespaces does for everything else.
    is_named = namespace != manifest.NAMESPACE if namespaces is None else is_listed(namespace, namespaces)
    return is_named and any(is_listed(principal, line.principals) for principal in person.signs_as)
