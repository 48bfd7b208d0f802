"""What a new edition of a pack changes for trainees who have begun with the old one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from tui.curriculum.model import Criterion, Item, Point, Text
from tui.curriculum.pack import Pack
from tui.curriculum.thing import Thing, former_ids
from tui.curriculum.wording import Seen, wording_of
from tui.record import record


class ChangeKind(StrEnum):
    """What happened to a thing."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    REWORDED = "reworded"
    CLARIFIED = "clarified"
    RULE = "rule"


@record
class Difference:
    """One change.

    Args:
        id: the id in the new edition; for a removed thing, the id in the old one.
        change: what happened.
        before: its title in the old edition, or None.
        after: its title in the new edition, or None.
        former: its id in the old edition, where it has another id now.
    """

    id: str
    change: ChangeKind
    before: Text | None
    after: Text | None
    former: str = ""


def edition(things: Iterable[Thing]) -> dict[str, Seen]:
    """By id, those of *things* that can be ticked, logged for, or claimed, with the digests to compare."""
    return {thing.id: wording_of(thing) for thing in things if isinstance(thing, Criterion | Item | Point)}


def differences(old: Pack, new: Pack) -> tuple[Difference, ...]:
    """Everything that *new* changes, in its own order, removed things last. Reads every file of both.

    Raises:
        ContentFaults: a file of one of them has a fault.
    """
    return tuple(compare(edition(old.things()), edition(new.things()), renamed(new.things())))


def renamed(things: Iterable[Thing]) -> dict[str, str]:
    """By former id, the id that a thing has now."""
    return {former: thing.id for thing in things for former in former_ids(thing)}


def compare(old: Mapping[str, Seen], new: Mapping[str, Seen], now: Mapping[str, str]) -> Iterator[Difference]:
    """The differences between two editions.

    Args:
        old: the things before, by id.
        new: the things after, by id.
        now: by former id, the id that a thing has now.
    """
    before = {now.get(former, former): former for former in old}
    for thing_id, after in new.items():
        former = before.get(thing_id)
        if former is None:
            yield Difference(thing_id, ChangeKind.ADDED, None, after.title)
            continue
        was = old[former]
        called = former if former != thing_id else ""
        if was.wording != after.wording:
            yield Difference(thing_id, _how(was, after), was.title, after.title, called)
        elif called:
            yield Difference(thing_id, ChangeKind.RENAMED, was.title, after.title, called)
    for thing_id, former in before.items():
        if thing_id not in new:
            yield Difference(former, ChangeKind.REMOVED, old[former].title, None)


def _how(was: Seen, after: Seen) -> ChangeKind:
    """What the change of a wording means for whoever claimed it."""
    if was.rule != after.rule:
        return ChangeKind.RULE
    is_clarified = any(was.wording.startswith(each) for each in after.clarified)
    return ChangeKind.CLARIFIED if is_clarified else ChangeKind.REWORDED
