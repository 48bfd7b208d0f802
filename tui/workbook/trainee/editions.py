"""Moving on to a new edition of the pack: the trainee looks at each change in the roles that they follow.

Progress itself isn't migrated: events name ids, and a pack says which former ids are whose (``renamed``). Kept here is
only which changes the trainee has looked at, among the local values of the state file, which never travel. These
values are kept for each pack: another pack on the same state file is no new edition.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from tui.curriculum.difference import ChangeKind, Difference, compare, edition, renamed
from tui.curriculum.model import Text
from tui.curriculum.thing import Thing, things_of_items, things_of_role
from tui.curriculum.wording import Seen
from tui.record import record
from tui.workbook.standings.personal_record import BASIC
from tui.workbook.standings.retired import RETIRED
from tui.workbook.standings.workbook import Workbook

SEEN = "pack.seen"
"""Key, before the pack's id, of the edition last looked at: version, roles, and the wording of each thing."""
VERSION = "pack.version"
"""Key, before the pack's id, of the version of that edition; a start reads only this."""
REVIEWED = "pack.reviewed"
"""Key, before the pack's id, of the changes already looked at in the edition that is open now."""


@record
class Pending:
    """The changes to look at after the pack has changed.

    Args:
        before: version of the edition last looked at.
        after: version of the edition that is open.
        changes: everything that changed for this trainee.
        reviewed: ids of the changes that were looked at already.
    """

    before: str
    after: str
    changes: tuple[Difference, ...]
    reviewed: frozenset[str]

    @property
    def left(self) -> int:
        """How many changes are still to be looked at."""
        return sum(change.id not in self.reviewed for change in self.changes)


def is_new_edition(book: Workbook) -> bool:
    """Whether this edition of the pack isn't the one last looked at, or none was yet; reads one local value."""
    return book.journal.local_get(_key(book, VERSION)) != _version(book)


def pending(book: Workbook) -> Pending | None:
    """The changes to look at. Where there are none, this edition is kept as looked at, and None returned."""
    if not is_new_edition(book):
        return None
    kept = book.journal.local_get(_key(book, SEEN))
    if kept is None:
        _settle(book)
        return None
    before = json.loads(kept)
    things = list(_things(book))
    both = frozenset(before["roles"]) & frozenset(_roles(book))
    old = {key: Seen(Text(*said[:2]), *said[2:]) for key, said in before["things"].items() if _role(key) in both}
    new = {key: seen for key, seen in edition(things).items() if _role(key) in both}
    changes = tuple(compare(old, new, renamed(things)))
    if not changes:
        _settle(book)
        return None
    marks = book.journal.local_get(_key(book, REVIEWED))
    reviewed = frozenset(json.loads(marks)) if marks else frozenset()
    return Pending(str(before["version"]), _version(book), changes, reviewed)


def review(book: Workbook, found: Pending, ids: Iterable[str]) -> None:
    """Note that the changes *ids* were looked at; after the last one this edition is kept as looked at.

    Raises:
        JournalError: the state file can't be read.
    """
    reviewed = found.reviewed | frozenset(ids)
    if all(change.id in reviewed for change in found.changes):
        gone = {c.id: [c.before.ja, c.before.en] for c in found.changes if c.change is ChangeKind.REMOVED and c.before}
        kept = book.journal.local_get(RETIRED)
        book.journal.keep(RETIRED, json.dumps((json.loads(kept) if kept else {}) | gone, ensure_ascii=False))
        _settle(book)
        return
    book.journal.keep(_key(book, REVIEWED), json.dumps(sorted(reviewed)))


def _settle(book: Workbook) -> None:
    """Keep this edition as the one last looked at."""
    if book.journal.read_only or not book.trainee:
        return
    things = {key: [s.title.ja, s.title.en, s.wording, s.rule] for key, s in edition(_things(book)).items()}
    seen = {"version": _version(book), "roles": _roles(book), "things": things}
    book.journal.keep(_key(book, SEEN), json.dumps(seen, ensure_ascii=False, separators=(",", ":")))
    book.journal.keep(_key(book, VERSION), _version(book))
    book.journal.keep(_key(book, REVIEWED), None)


def _things(book: Workbook) -> Iterator[Thing]:
    """Everything in basic education and in the followed roles."""
    yield from things_of_items(book.pack.basic)
    for role in book.roles():
        yield from things_of_role(role)


def _roles(book: Workbook) -> list[str]:
    return [BASIC, *(role.id for role in book.roles())]


def _role(thing_id: str) -> str:
    """The first part of an id: the role that it belongs to, or ``basic``."""
    return thing_id.partition(".")[0]


def _key(book: Workbook, key: str) -> str:
    return f"{key}.{book.pack.id}"


def _version(book: Workbook) -> str:
    return f"{book.pack.id} {book.pack.version}"
