"""Leaving out of a bundle names and beginnings of chains that can't be genuine.

Both are taken in from anybody, whoever they are about, so their numbers can be made up. All other events of a chain are
called its words here. A name is taken in up to the last word of its chain, or as the record right after its beginning.
And a name or a beginning is left out where a word of its chain, or a record that was here first, has its number or
names another record as its neighbour.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final, NamedTuple

from tui.journal.event import Kind
from tui.journal.events import find
from tui.journal.high_water import Height
from tui.journal.store import Store
from tui.journal.writer import own_writer

TOGETHER: Final = "temp.together"
"""The events of the file and, behind them, those of a bundle that waits beside it."""
# SQLite looks up each of the two halves by its own index only where their columns have one affinity, and a bare rowid
# has another than a sum; and neither for a sum or a maximum over both nor at the right of a LEFT JOIN ("Subquery
# Flattening", sqlite.org/optoverview.html). It would read the whole journal then, for every bundle.
SEEN_TOGETHER: Final = f"""
CREATE TEMP VIEW {TOGETHER.removeprefix("temp.")} AS
SELECT rowid + 0 AS arrived, * FROM main.event
UNION ALL
SELECT rowid + (1 << 62), * FROM temp.incoming
WHERE NOT EXISTS (SELECT 1 FROM main.event AS here WHERE here.hash = incoming.hash)"""

_BEGINNINGS: Final = """
DELETE FROM temp.incoming WHERE kind = 'writer' AND (
    n <> 1
    OR EXISTS (
        SELECT 1 FROM main.event AS here
        WHERE here.writer = incoming.writer AND here.n = 1 AND here.kind = 'writer' AND here.hash <> incoming.hash
    )
    OR EXISTS (
        SELECT 1 FROM temp.incoming AS other
        WHERE other.writer = incoming.writer AND other.n = 1 AND other.kind = 'writer'
          AND other.rowid < incoming.rowid
    )
)"""
MOST_NAMES: Final = 8
"""How many names with one number of one chain are looked at: at most one of them is genuine."""
_TOO_MANY: Final = f"""
DELETE FROM temp.incoming WHERE rowid IN (
    SELECT at FROM (
        SELECT rowid AS at, row_number() OVER (PARTITION BY writer, n ORDER BY rowid) AS place
        FROM temp.incoming WHERE kind = 'person'
    ) WHERE place > {MOST_NAMES}
)"""
# By chain with a new name after its second record, the number of its last word, here or in the bundle. Kept in a table,
# because a made-up bundle can hold any number of names and words.
_LAST_WORDS: Final = (
    "DROP TABLE IF EXISTS temp.last_words",
    """
CREATE TEMP TABLE last_words AS
SELECT writer, max(coalesce((
    SELECT n FROM main.event AS here
    WHERE here.writer = named.writer AND here.kind NOT IN ('writer', 'person') ORDER BY n DESC LIMIT 1
), 0), coalesce((
    SELECT n FROM temp.incoming AS other
    WHERE other.writer = named.writer AND other.kind NOT IN ('writer', 'person') ORDER BY n DESC LIMIT 1
), 0)) AS n
FROM (
    SELECT DISTINCT writer FROM temp.incoming
    WHERE kind = 'person' AND n > 2 AND NOT EXISTS (SELECT 1 FROM main.event AS here WHERE here.hash = incoming.hash)
) AS named""",
    "CREATE INDEX temp.last_words_writer ON last_words (writer)",
)
# A neighbour of the name is only checked where it is known: other people's chains have gaps.
_NAMES: Final = """
DELETE FROM temp.incoming WHERE kind = 'person'
  AND NOT EXISTS (SELECT 1 FROM main.event AS here WHERE here.hash = incoming.hash)
  AND (
    n > max(2, coalesce((SELECT last.n FROM temp.last_words AS last WHERE last.writer = incoming.writer), 0))
    OR EXISTS (
        SELECT 1 FROM temp.together AS other
        WHERE other.writer = incoming.writer AND other.n = incoming.n AND other.hash <> incoming.hash
          AND CASE other.kind
            WHEN 'person' THEN other.arrived < incoming.rowid + (1 << 62) AND NOT EXISTS (
                SELECT 1 FROM temp.together AS next
                WHERE next.writer = incoming.writer AND next.n = incoming.n + 1 AND next.previous = incoming.hash
            )
            ELSE incoming.n > 2
          END
    )
    OR (
        EXISTS (
            SELECT 1 FROM temp.together AS next
            WHERE next.writer = incoming.writer AND next.n = incoming.n + 1 AND next.kind <> 'person'
        ) AND NOT EXISTS (
            SELECT 1 FROM temp.together AS next
            WHERE next.writer = incoming.writer AND next.n = incoming.n + 1 AND next.kind <> 'person'
              AND next.previous = incoming.hash
        )
    )
    OR (
        EXISTS (
            SELECT 1 FROM temp.together AS before
            WHERE before.writer = incoming.writer AND before.n = incoming.n - 1 AND before.kind <> 'person'
        ) AND NOT EXISTS (
            SELECT 1 FROM temp.together AS before
            WHERE before.writer = incoming.writer AND before.n = incoming.n - 1 AND before.kind <> 'person'
              AND before.hash = incoming.previous
        )
    )
  )"""
_OWN: Final = """
SELECT hash, n, previous, kind FROM temp.incoming
WHERE writer = ? AND NOT EXISTS (SELECT 1 FROM main.event AS here WHERE here.hash = incoming.hash)"""
_LEAVE_OUT: Final = "DELETE FROM temp.incoming WHERE hash IN (SELECT value FROM json_each(?))"


class _Link(NamedTuple):
    """A record of the own chain."""

    hash: str
    n: int
    previous: str
    kind: str


def sift(store: Store) -> None:
    """Leave out of the bundle that waits beside *store* the names and beginnings that can't be genuine."""
    for statement in (_BEGINNINGS, _TOO_MANY, *_LAST_WORDS, _NAMES, _LAST_WORDS[0]):
        store.run(statement)


def leave_out_own(store: Store, mark: Height | None, *, takes_own: bool) -> int:
    """Leave out records that claim to be of the file's own chain, and that the file hasn't written.

    Args:
        store: the journal beside which the bundle waits.
        mark: the last record that the file is known to have written on this machine; None: nothing is known.
        takes_own: whether records of the own chain may come back, into a file that was set back.

    Returns:
        how many records were left out.
    """
    own = store.rows(_Link, _OWN, own_writer(store))
    believed = _believed(store, own, mark) if takes_own else frozenset()
    left_out = [each.hash for each in own if each.hash not in believed]
    if left_out:
        store.run(_LEAVE_OUT, json.dumps(left_out))
    return len(left_out)


def _believed(store: Store, own: Sequence[_Link], mark: Height | None) -> frozenset[str]:
    """Hashes of the records of the own chain that the file has written: those that lead to the last known one.

    Where the last known one isn't among them nothing can be proved. Then all but the names come back.
    """
    words = (each for each in own if each.kind != Kind.PERSON)
    if mark is None:
        return frozenset(each.hash for each in words)
    if find(store, mark.event) is not None:
        return frozenset()  # the file wasn't set back: it has all that it has written
    before = {each.hash: each.previous for each in own}
    written = set()
    at = mark.event
    while at in before and at not in written:
        written.add(at)
        at = before[at]
    return frozenset(written or (each.hash for each in words if each.n < mark.n))
