"""Which events of a journal a bundle takes along."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from tui.journal.bundle.header import NO_WRITERS, ChainReach, Selection
from tui.journal.canonical import Record
from tui.journal.event import REVIEWING
from tui.journal.store import Store

_EMPTY: Final = (
    "CREATE TEMP TABLE IF NOT EXISTS chosen (row INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE IF NOT EXISTS known (writer TEXT PRIMARY KEY, last INTEGER) WITHOUT ROWID",
    "CREATE TEMP TABLE IF NOT EXISTS place (at INTEGER PRIMARY KEY, row INTEGER)",
    "DELETE FROM temp.chosen",
    "DELETE FROM temp.place",
    "DELETE FROM temp.known",
)
# Where the last event that the receiver has of a writer isn't here, it has another branch of a fork. Then it isn't
# noted as known, and the receiver gets the writer's whole chain.
_KNOWN: Final = """
INSERT INTO temp.known
SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM event WHERE hash = ?3 AND writer = ?1 AND n = ?2)"""
_FIRST: Final = """
INSERT INTO temp.chosen
SELECT rowid FROM event
WHERE (?1 = '[]' OR trainee IN (SELECT value FROM json_each(?1)))
  AND (?2 IS NULL OR recorded >= ?2)
  AND (?3 = '[]' OR kind IN (SELECT value FROM json_each(?3)))
  AND NOT EXISTS (SELECT 1 FROM temp.known WHERE known.writer = event.writer AND event.n <= known.last)"""
# A person's names travel with anything that they wrote; so does the first event of its chain (_WRITERS).
_PEOPLE: Final = """
INSERT OR IGNORE INTO temp.chosen
SELECT rowid FROM event
WHERE kind = 'person' AND trainee = author
  AND author IN (SELECT author FROM event WHERE rowid IN (SELECT row FROM temp.chosen))"""
# A receiver refuses some names (see ``sifting``), so they aren't sent: those after the last other event of their chain,
# and those whose number or links don't fit the events beside them.
_LOOSE: Final = """
DELETE FROM temp.chosen WHERE row IN (
    SELECT name.rowid FROM temp.chosen AS picked JOIN event AS name ON name.rowid = picked.row
    WHERE name.kind = 'person' AND name.n > 2 AND (
        NOT EXISTS (
            SELECT 1 FROM event AS word
            WHERE word.writer = name.writer AND word.n > name.n AND word.kind NOT IN ('writer', 'person')
              AND (
                word.rowid IN (SELECT row FROM temp.chosen)
                OR EXISTS (SELECT 1 FROM temp.known WHERE known.writer = word.writer AND word.n <= known.last)
              )
        )
        OR EXISTS (
            SELECT 1 FROM event AS word
            WHERE word.writer = name.writer AND word.n = name.n AND word.kind <> 'person'
        )
        OR name.hash <> (
            SELECT iif(sum(word.previous = name.hash), name.hash, min(word.previous)) FROM event AS word
            WHERE word.writer = name.writer AND word.n = name.n + 1 AND word.kind <> 'person'
        )
        OR name.previous <> (
            SELECT iif(sum(word.hash = name.previous), name.previous, min(word.hash)) FROM event AS word
            WHERE word.writer = name.writer AND word.n = name.n - 1 AND word.kind <> 'person'
        )
    )
)"""
_WRITERS: Final = """
INSERT OR IGNORE INTO temp.chosen
SELECT rowid FROM event
WHERE kind = 'writer' AND writer IN (SELECT writer FROM event WHERE rowid IN (SELECT row FROM temp.chosen))"""
_ORDER: Final = """
INSERT INTO temp.place (row)
SELECT rowid FROM event WHERE rowid IN (SELECT row FROM temp.chosen) ORDER BY clock, writer, n, hash"""
_PLACES: Final = "SELECT coalesce(max(at), 0) FROM temp.place"
_PORTION: Final = """
SELECT event.* FROM temp.place JOIN event ON event.rowid = place.row
WHERE place.at > ?1 AND place.at <= ?2 ORDER BY place.at"""
PORTION: Final = 500
"""How many events one transaction reads. Nobody else can write meanwhile, so it has to be short."""


def choose(store: Store, selection: Selection, known: Mapping[str, ChainReach] = NO_WRITERS) -> None:
    """Choose the events of *selection*; to be called inside a read.

    Args:
        store: the journal.
        selection: what is asked for.
        known: by writer, what the receiver has already.
    """
    for statement in _EMPTY:
        store.run(statement)
    kinds = sorted(REVIEWING) if selection.decisions else []
    store.fill(_KNOWN, ((writer, reach.last, reach.hash) for writer, reach in known.items()))
    store.run(_FIRST, json.dumps(selection.trainees), selection.since, json.dumps(kinds))
    store.run(_PEOPLE)
    store.run(_LOOSE)
    store.run(_WRITERS)
    store.run(_ORDER)


def chosen(store: Store) -> Iterator[Record]:
    """The events that were chosen, in the order that all machines agree on; others can write in between.

    The portions still show one moment: events never change, and those that arrive meanwhile aren't chosen.
    """
    last = store.one(int, _PLACES) or 0
    for at in range(0, last, PORTION):
        yield from store.rows(Record, _PORTION, at, at + PORTION)
