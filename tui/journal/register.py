"""Looking through the events, newest first: filtered, counted, and a window at a time.

The result of a filter is kept until an event comes in, so scrolling through ten thousand events reads only what is
shown. Texts are compared by their folded keys in memory: FTS finds no Japanese word of one or two characters.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from tui.journal.canonical import Record
from tui.journal.check import UNDOABLE
from tui.journal.event import Event, EventHash, Fate, Json, Kind
from tui.journal.events import stamp
from tui.journal.store import Store
from tui.record import record
from tui.text.fold import fold

_MATCHES: Final = """
SELECT rowid FROM event
WHERE (?1 = '[]' OR kind IN (SELECT value FROM json_each(?1)))
  AND (?2 = '' OR trainee = ?2)
  AND (?3 = '' OR author = ?3)
  AND (?4 IS NULL OR recorded >= ?4)
  AND (?5 IS NULL OR recorded < ?5)
ORDER BY clock DESC, writer DESC, n DESC, hash DESC"""
_WINDOW: Final = """
SELECT * FROM event WHERE rowid IN (SELECT value FROM json_each(?))
ORDER BY clock DESC, writer DESC, n DESC, hash DESC"""
_NEWEST: Final = "SELECT * FROM event ORDER BY clock DESC, writer DESC, n DESC, hash DESC LIMIT ? OFFSET ?"
_COUNT: Final = "SELECT count(*) FROM event"
_ROW: Final = "SELECT rowid FROM event WHERE hash = ?"
_NEW: Final = "SELECT rowid, hash, item, body FROM event WHERE rowid > ? ORDER BY rowid"
# The inner query walks back along an index and stops at the first match. If it asked for whole rows, or could use the
# index on trainees, SQLite would sort every event instead. The index is named because SQLite 3.53 wouldn't choose it.
_LAST_ACT: Final = """
SELECT * FROM event WHERE rowid = (
    SELECT rowid FROM event INDEXED BY event_order
    WHERE author = ?1 AND kind NOT IN ('writer', 'signature', 'undo')
      AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
      AND NOT EXISTS (SELECT 1 FROM about JOIN undone ON undone.event = about.target WHERE about.event = event.hash)
    ORDER BY clock DESC, writer DESC, n DESC, hash DESC
    LIMIT 1
)"""
# Anything written since the undo, even if undone itself, makes a redo impossible.
_REDOABLE: Final = """
SELECT * FROM event WHERE rowid = (
    SELECT rowid FROM event INDEXED BY event_order
    WHERE author = ?1 AND kind NOT IN ('writer', 'signature')
      AND (kind <> 'undo' OR (
        NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
        AND NOT EXISTS (
            SELECT 1 FROM about JOIN event AS target ON target.hash = about.target AND target.kind = 'undo'
            WHERE about.event = event.hash
        )))
    ORDER BY clock DESC, writer DESC, n DESC, hash DESC
    LIMIT 1
) AND kind = 'undo'"""
_NEWEST_SAID: Final = """
SELECT * FROM event
WHERE trainee = ? AND kind = ? AND item = ? AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.event = event.hash)
ORDER BY clock DESC, writer DESC, n DESC, hash DESC
LIMIT 1"""
_UNDONE_OF: Final = "SELECT event FROM undone WHERE event IN (SELECT value FROM json_each(?))"
_CORRECTED_OF: Final = "SELECT id FROM entry WHERE corrected AND id IN (SELECT value FROM json_each(?))"
_WITHDRAWN_OF: Final = "SELECT id FROM claim WHERE withdrawn IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
_HASHES: Final = frozenset({"sha256", "entry", "entries", "event", "claim", "copied_from", "before"})
_TARGETS: Final = ("entry", "claim", "event")


@record
class EventFilter:
    """Which events to look at; a field left empty asks for nothing.

    Args:
        kinds: only these.
        item: beginning of an id that the event is about (``soc.2``).
        text: must stand in a note, evidence, comment, name or item; width, case and kana make no difference.
        trainee: id of the person it is about.
        author: id of the person who wrote it.
        first: recorded on this day or later, by this machine's calendar.
        last: recorded on this day or before.
    """

    kinds: frozenset[str] = frozenset()
    item: str = ""
    text: str = ""
    trainee: str = ""
    author: str = ""
    first: date | None = None
    last: date | None = None


EVERYTHING: Final = EventFilter()
"""The filter that lets every event through: its windows are read from the index alone."""


@record
class _EventWords:
    """An event prepared for filtering: the items that it is about, and the search key of all its texts."""

    items: tuple[str, ...]
    key: str


class Register:
    """The events of a state file, to look through.

    Args:
        store: where they are.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found_for: tuple[EventFilter, int] | None = None
        self._found: list[int] = []
        self._said: dict[int, _EventWords] = {}
        self._items: dict[str, tuple[str, ...]] = {}
        self._read_to = 0

    def events(self, wanted: EventFilter, limit: int, offset: int) -> list[Event]:
        """A window on the events that *wanted* lets through, newest first."""
        if wanted == EVERYTHING:
            return [record.event() for record in self._store.rows(Record, _NEWEST, limit, offset)]
        window = self._matches(wanted)[offset : offset + limit]
        return [record.event() for record in self._store.rows(Record, _WINDOW, json.dumps(window))]

    def place_of(self, event: str, wanted: EventFilter) -> int | None:
        """The offset at which *wanted* has the event with this hash, or None."""
        row = self._store.one(int, _ROW, event)
        matches = self._matches(wanted)
        return matches.index(row) if row in matches else None

    def count(self, wanted: EventFilter) -> int:
        """How many events *wanted* lets through."""
        if wanted == EVERYTHING:
            return self._store.one(int, _COUNT) or 0
        return len(self._matches(wanted))

    def last_act(self, author: str) -> Event | None:
        """The newest event of somebody that still has an effect, whether it can be undone or not."""
        record = self._store.one(Record, _LAST_ACT, author)
        return record.event() if record else None

    def undoable(self, author: str) -> Event | None:
        """The event of ``last_act`` if it can be undone, else None: an older one is never undone in its place."""
        last = self.last_act(author)
        return last if last is not None and last.kind in UNDOABLE else None

    def redoable(self, author: str) -> Event | None:
        """The last undo of somebody, if they have written nothing else since; undoing it is a redo."""
        record = self._store.one(Record, _REDOABLE, author)
        return record.event() if record else None

    def newest_said(self, trainee: str, kind: Kind, item: str) -> Event | None:
        """The newest event of a kind about an item that isn't undone, whoever wrote it."""
        record = self._store.one(Record, _NEWEST_SAID, trainee, kind, item)
        return record.event() if record else None

    def fates(self, hashes: list[EventHash]) -> dict[str, Fate]:
        """By hash, the fate of those of *hashes* that were undone, corrected or withdrawn."""
        asked = ((_CORRECTED_OF, Fate.CORRECTED), (_WITHDRAWN_OF, Fate.WITHDRAWN), (_UNDONE_OF, Fate.UNDONE))
        wanted = json.dumps(hashes)
        return {event: fate for sql, fate in asked for event in self._store.rows(str, sql, wanted)}

    def _matches(self, wanted: EventFilter) -> list[int]:
        now = stamp(self._store)
        if self._found_for != (wanted, now):
            self._found = self._look(wanted)
            self._found_for = (wanted, now)
        return self._found

    def _look(self, wanted: EventFilter) -> list[int]:
        since = None if wanted.first is None else _midnight(wanted.first)
        until = None if wanted.last is None else _midnight(wanted.last + timedelta(days=1))
        kinds = json.dumps(sorted(wanted.kinds))
        found = self._store.rows(int, _MATCHES, kinds, wanted.trainee, wanted.author, since, until)
        key = fold(wanted.text)
        if not key and not wanted.item:
            return found
        self._read_new()
        said = self._said
        return [row for row in found if key in said[row].key and _is_about(said[row], wanted.item)]

    def _read_new(self) -> None:
        """Read the events that came in since the last search; older ones never change, so they aren't read again."""
        for row, event, item, body in self._store.rows(_columns, _NEW, self._read_to):
            content = _object(body)
            listed = content.get("items")
            named = [item, *(str(each) for each in (listed if isinstance(listed, list) else ()))]
            for target in (content.get(name) for name in _TARGETS):
                named += self._items.get(target, ()) if isinstance(target, str) else ()
            items = tuple(dict.fromkeys(each for each in named if each))
            self._items[event] = items
            self._said[row] = _EventWords(items, fold("\n".join((*items, *_texts(content)))))
            self._read_to = row


def _is_about(said: _EventWords, item: str) -> bool:
    return not item or any(each.startswith(item) for each in said.items)


def _midnight(day: date) -> int:
    """The first millisecond of *day* by this machine's calendar."""
    return int(datetime.combine(day, time()).astimezone().timestamp() * 1000)


def _columns(row: int, event: str, item: str, body: str) -> tuple[int, str, str, str]:
    return row, event, item, body


def _object(body: str) -> dict[str, Json]:
    """The body, or an empty one where it is damaged; the damage is reported when the event is shown."""
    try:
        content = json.loads(body)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _texts(value: Json) -> Iterator[str]:
    """Every text in *value* that people read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _HASHES:
                yield from _texts(each)
