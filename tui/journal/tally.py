"""What the entries of each trainee come to, in all, by month, by item and day: counted as entries come and go."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.called import own_name
from tui.journal.event import SUPERVISION, DayTally
from tui.journal.seal import unsealed
from tui.journal.store import Store
from tui.record import record

_DAY: Final = "SELECT trainee, day FROM entry WHERE id = ?"
_COUNT: Final = """
INSERT INTO tally VALUES (?1, ?2, coalesce((SELECT max(day) FROM entry WHERE trainee = ?1), ''))
ON CONFLICT (trainee) DO UPDATE SET entries = entries + excluded.entries, newest = excluded.newest"""
_COUNT_MONTH: Final = """
INSERT INTO tally_month VALUES (?1, ?2, ?3) ON CONFLICT (trainee, month) DO UPDATE SET entries = entries + ?3"""
_NONE_LEFT: Final = "DELETE FROM tally WHERE trainee = ? AND entries = 0"
_NONE_LEFT_OF_MONTH: Final = "DELETE FROM tally_month WHERE trainee = ? AND month = ? AND entries = 0"
_COUNT_WORK: Final = """
INSERT INTO tally_day
SELECT each.trainee, each.item, entry.day, entry.supervision, entry.items, entry.total IS NOT NULL,
    ?2 * count(*), ?2 * sum(entry.quantity), ?2 * coalesce(sum(entry.hits), 0), ?2 * coalesce(sum(entry.total), 0)
FROM entry_item AS each JOIN entry ON entry.id = each.entry WHERE each.entry IN (SELECT value FROM json_each(?1))
GROUP BY 1, 2, 3, 4, 5, 6
ON CONFLICT (trainee, item, day, supervision, items, judged) DO UPDATE SET
    entries = entries + excluded.entries, quantity = quantity + excluded.quantity,
    hits = hits + excluded.hits, total = total + excluded.total"""
_NONE_LEFT_OF_DAY: Final = """
DELETE FROM tally_day
WHERE entries = 0 AND (trainee, item, day) IN (
    SELECT trainee, item, day FROM entry_item WHERE entry IN (SELECT value FROM json_each(?))
)"""
_DAYS: Final = """
SELECT item, items, day, supervision, judged, entries, quantity, hits, total FROM tally_day
WHERE trainee = ? AND item IN (SELECT value FROM json_each(?))
ORDER BY day"""
_TALLIES: Final = """
SELECT who.trainee, coalesce(person.name, who.trainee), coalesce(tally.entries, 0), coalesce(tally.newest, ''),
    coalesce((SELECT min(recorded) FROM enrolment WHERE enrolment.trainee = who.trainee), 0),
    coalesce(summary.body, '')
FROM (SELECT trainee FROM tally UNION SELECT trainee FROM enrolment) AS who
LEFT JOIN tally ON tally.trainee = who.trainee
LEFT JOIN person ON person.id = who.trainee
LEFT JOIN summary ON summary.trainee = who.trainee AND summary.key = ?
ORDER BY who.trainee"""
_MONTHS: Final = "SELECT month, sum(entries) FROM tally_month GROUP BY month ORDER BY month"
_MONTH: Final = slice(0, len("2026-11"))


@record
class Tally:
    """A trainee's totals; a trainee follows a role or has entries.

    Args:
        trainee: id.
        name: as shown; the id where no name is known.
        entries: how many there are now.
        newest: day of the latest one, or empty.
        since: when the oldest of the roles that are followed now was taken up, milliseconds; 0 where there is none.
        summary: what was computed about the trainee with the key that was asked for; empty where nothing is kept.
    """

    trainee: str
    name: str
    entries: int
    newest: str
    since: int
    summary: str


def day_of_entry(store: Store, entry: str) -> tuple[str, str] | None:
    """Trainee and day of an entry as it is now; None where there is none (any more)."""
    return store.one(_pair, _DAY, entry)


def count_days(store: Store, days: Mapping[tuple[str, str], int]) -> None:
    """Count entries in or out, after the table of the entries says so; to be called inside a write.

    The first one in makes the row, the last one out takes it away.

    Args:
        store: the file.
        days: by trainee and day, how many entries there are more than before, or fewer.
    """
    trainees: Counter[str] = Counter()
    months: Counter[tuple[str, str]] = Counter()
    for (trainee, day), by in days.items():
        trainees[trainee] += by
        months[trainee, day[_MONTH]] += by
    store.fill(_COUNT, trainees.items())
    store.fill(_COUNT_MONTH, ((*of, by) for of, by in months.items()))
    store.fill(_NONE_LEFT, ((trainee,) for trainee, by in trainees.items() if by < 0))
    store.fill(_NONE_LEFT_OF_MONTH, (of for of, by in months.items() if by < 0))


def count_work(store: Store, entries: Iterable[str], by: int) -> None:
    """Count entries in (1) or out (-1) at each of their items, while the tables of the entries have them."""
    ids = json.dumps(tuple(entries))
    store.run(_COUNT_WORK, ids, by)
    if by < 0:
        store.run(_NONE_LEFT_OF_DAY, ids)


def day_tallies(store: Store, trainee: str, items: Iterable[str]) -> list[DayTally]:
    """What the entries that count for any of *items* come to, each entry once, oldest day first.

    Raises:
        JournalError: a row isn't one that ikusei has made.
    """
    wanted = tuple(items)
    known: dict[str, tuple[str, ...]] = {}  # most days name the same items
    found = []
    for row in store.rows(_Day, _DAYS, trainee, json.dumps(wanted)):
        try:
            named = known.get(row.items) or known.setdefault(row.items, tuple(map(str, json.loads(row.items))))
            # What names several of them stands in a row of each.
            if row.item == next(each for each in named if each in wanted):
                found.append(row.tally(named))
        except (ValueError, TypeError, StopIteration, RecursionError) as error:
            raise JournalError("journal.row_damaged", table="tally_day", id=f"{row.item} {row.day}") from error
    return found


def tallies(store: Store, key: str | None) -> list[Tally]:
    """Every trainee with what is kept of them, by id.

    Args:
        store: the file.
        key: key of the summaries to give; those with another key are left out. None: no summaries.
    """
    found = store.rows(Tally, _TALLIES, key)
    names = dict([own]) if (own := own_name(store)) else {}
    # A summary that doesn't match its seal is computed anew; the doctor reports it.
    return [
        replace(
            each,
            name=names.get(each.trainee, each.name),
            summary=unsealed(each.summary, each.trainee, key or "") or "",
        )
        for each in found
    ]


def entries_by_month(store: Store) -> dict[str, int]:
    """How many entries all trainees have of each month that has any, the oldest month first."""
    return dict(store.rows(_month, _MONTHS))


class _Day(NamedTuple):
    """A row of ``tally_day``, without whose it is."""

    item: str
    items: str
    day: str
    supervision: str
    judged: int
    entries: int
    quantity: int
    hits: int
    total: int

    def tally(self, items: tuple[str, ...]) -> DayTally:
        if self.supervision not in SUPERVISION:
            raise ValueError(self.supervision)
        of_n = (self.hits, self.total) if self.judged else (None, None)
        return DayTally(items, date.fromisoformat(self.day), self.supervision, self.entries, self.quantity, *of_n)


def _pair(trainee: str, day: str) -> tuple[str, str]:
    return trainee, day


def _month(month: str, entries: int) -> tuple[str, int]:
    return month, entries
