"""What one journal has and another hasn't: what a bundle between them needs to bring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tui.journal.bundle.header import ChainReach
from tui.journal.event import REVIEWING
from tui.journal.journal import Journal

# Names don't count: they travel with anything that the person wrote, so they can be here without anything else.
_SPEAKS_OF: Final = "SELECT EXISTS (SELECT 1 FROM event WHERE trainee = ? AND kind <> 'person')"
_OTHERS: Final = "SELECT DISTINCT trainee FROM event WHERE trainee NOT IN ('', ?) ORDER BY trainee"
_WORDS: Final = "SELECT hash FROM event WHERE kind NOT IN ('writer', 'person') AND writer <> ?"
# The end of each chain without gaps. SQLite takes bare columns from the row with the maximum (lang_select.html, 2.5).
_ENDS: Final = "SELECT writer, max(n), hash FROM event GROUP BY writer HAVING count(DISTINCT n) = max(n)"
_REVIEWED: Final = f"""
SELECT DISTINCT trainee FROM event
WHERE rowid > ? AND writer = ? AND kind IN ({", ".join(f"'{kind}'" for kind in sorted(REVIEWING))}) ORDER BY trainee"""


def speaks_of(journal: Journal, person: str) -> bool:
    """Whether any event but a name is about *person*."""
    return bool(journal.store.one(int, _SPEAKS_OF, person))


def spoken_of(journal: Journal, *, but: str) -> list[str]:
    """Ids of everybody whom an event is about, except *but*."""
    return journal.store.rows(str, _OTHERS, but)


def reviewed_since(journal: Journal, stamp: int) -> list[str]:
    """The trainees about whom the owner of the file has written as a mentor since ``stamp`` was *stamp*."""
    return journal.store.rows(str, _REVIEWED, stamp, journal.own_writer)


def words(journal: Journal, passing: str) -> set[str]:
    """Hashes of all events but those of the writer *passing*, and but names and beginnings of chains.

    A receiver doesn't take in every name, so a missing name isn't a missing event.
    """
    return set(journal.store.each(str, _WORDS, passing))


def ends(journal: Journal) -> Mapping[str, ChainReach]:
    """By writer, the end of its chain, if the chain has no gap: whoever has that needs none of it again."""
    return dict(journal.store.each(_end, _ENDS))


def _end(writer: str, n: int, event: str) -> tuple[str, ChainReach]:
    return writer, ChainReach(1, n, event)
