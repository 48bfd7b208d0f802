"""What of two journals one has and the other hasn't: what a bundle between them needs to bring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tui.journal.bundle.header import ChainReach
from tui.journal.event import REVIEWING
from tui.journal.journal import Journal

# A name travels with whatever its owner writes.
_SPEAKS_OF: Final = "SELECT EXISTS (SELECT 1 FROM event WHERE trainee = ? AND kind <> 'person')"
_OTHERS: Final = "SELECT DISTINCT trainee FROM event WHERE trainee NOT IN ('', ?) ORDER BY trainee"
_WORDS: Final = "SELECT hash FROM event WHERE kind NOT IN ('writer', 'person') AND writer <> ?"
# The end of each chain without gaps. SQLite takes bare columns from the row with the maximum (lang_select.html, 2.5).
_ENDS: Final = "SELECT writer, max(n), hash FROM event GROUP BY writer HAVING count(DISTINCT n) = max(n)"
_REVIEWED: Final = f"""
SELECT DISTINCT trainee FROM event
WHERE rowid > ? AND writer = ? AND kind IN ({", ".join(f"'{kind}'" for kind in sorted(REVIEWING))}) ORDER BY trainee"""


def speaks_of(journal: Journal, person: str) -> bool:
    """Whether anything but a name is said of somebody."""
    return bool(journal.store.one(int, _SPEAKS_OF, person))


def spoken_of(journal: Journal, *, but: str) -> list[str]:
    """Everybody of whom anything is said, but for one."""
    return journal.store.rows(str, _OTHERS, but)


def reviewed_since(journal: Journal, stamp: int) -> list[str]:
    """Of whose claims the owner of the file has said something since ``stamp`` was so."""
    return journal.store.rows(str, _REVIEWED, stamp, journal.own_writer)


def words(journal: Journal, passing: str) -> set[str]:
    """What was said, but for one writer; not all names are taken in, so a missing one says nothing."""
    return set(journal.store.each(str, _WORDS, passing))


def ends(journal: Journal) -> Mapping[str, ChainReach]:
    """By writer, how far its chain is there without a gap: what somebody who has it needs no more."""
    return dict(journal.store.each(_end, _ENDS))


def _end(writer: str, n: int, event: str) -> tuple[str, ChainReach]:
    return writer, ChainReach(1, n, event)
