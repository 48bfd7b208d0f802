"""Damage copies of a state file, each in one way, and check what every reading verb says about it.

No verb may end in a traceback. If the output of ``status`` or ``journal`` changes, both ``doctor`` and ``verify`` have
to report damage. ``python scripts/damage_a_state.py [FIRST [LAST]]`` flips a bit for each of these seeds (0 to 299) and
tries every other kind of damage; it ends with 1 if anything is wrong.
"""

from __future__ import annotations

import io
import random
import shutil
import sqlite3
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.filled_state import PERSON, fill
from tui.cli.run import run
from tui.journal.event import ORGANISATION, Kind, NewEvent
from tui.journal.journal import Journal
from tui.workbook.organisation.team import JournalTeam
from tui.workbook.setup.opening import open_workbook
from tui.workbook.setup.settings import settings_from

ENTRIES: Final = 500
MENTOR: Final = "p-mentor"
OTHER: Final = "p-other"
CRITERION: Final = "soc.2.paired"
FLIPS: Final = 300
SHOWN: Final = ("status", "journal")
"""Verbs whose output must not change unless both of ``CHECKS`` report damage."""
CHECKS: Final = ("doctor", "verify")
VERBS: Final[Mapping[str, tuple[str, ...]]] = {
    "status": ("status",),
    "journal": ("journal", "--limit", "9999"),
    "show": ("show", CRITERION),
    "team": ("team",),
    "matrix": ("matrix",),
    "review": ("review", "--list"),
    "export": ("export", "-o", "{home}/out.bundle"),
    "doctor": ("doctor",),
    "verify": ("verify",),
}
"""By name, the arguments of each verb that is run on a damaged file."""


class Said(NamedTuple):
    """How a verb ended.

    Args:
        code: its exit code; None: it ended in a traceback.
        out: its standard output.
        err: its standard error, or the traceback.
    """

    code: int | None
    out: str
    err: str


class World:
    """A folder with one state file, in which verbs are called.

    Args:
        home: the folder.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.state = home / ".local/share/ikusei/state.sqlite"
        self._env = {"HOME": str(home), "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(home / "cache")}

    def ask(self, verb: str) -> Said:
        """How one of ``VERBS`` ends."""
        return self.call(*(part.format(home=self.home) for part in VERBS[verb]))

    def call(self, *args: str) -> Said:
        """How ``ikusei`` ends with *args*, in this process."""
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
        code: int | None
        end = ""
        with redirect_stdout(streams[0]), redirect_stderr(streams[1]):
            try:
                code = run(["--lang", "en", *args], self._env)
            except Exception:  # noqa: BLE001 - a traceback is what is looked for
                code, end = None, traceback.format_exc()
        out, err = (stream.buffer.getvalue().decode() for stream in streams)
        return Said(code, out, err + end)

    def summarise(self) -> None:
        """Compute and keep the summaries of the team screen."""
        book = open_workbook(settings_from(None, self._env, "en"), write=True)
        team = JournalTeam(book)
        while team.fill_in(100):
            pass
        book.journal.close()

    def put(self, content: bytes) -> None:
        """Replace the content of the state file, and remove everything that was kept for the former one."""
        for gone in (self.home / "cache", self.home / "out.bundle"):
            shutil.rmtree(gone, ignore_errors=True) if gone.is_dir() else gone.unlink(missing_ok=True)
        for beside in self.state.parent.glob("state.sqlite?*"):
            beside.unlink()
        self.state.write_bytes(content)  # into the same file: another one would be a copy, which doctor tells of


def make(world: World, entries: int = ENTRIES) -> bytes:
    """A sound state file with events of every kind and with all caches filled."""
    fill(world.state, entries, date.today())  # noqa: DTZ011 - a calendar day, as a user sees it
    with Journal.open(world.state) as journal:
        own = [
            NewEvent(Kind.TICK, PERSON, "soc.2.paired.pair", {"on": True}),
            NewEvent(Kind.CLAIM, PERSON, CRITERION, {"entries": [each.id for each in journal.recent(PERSON, 3)]}),
            NewEvent(Kind.CLAIM, PERSON, "soc.2.alone", {"comment": "見てください"}),
            NewEvent(Kind.ASSESSMENT, ORGANISATION, "b-1", {"now": {"how": "inhouse", "level": 2}}),
        ]
        written = journal.append(own, author=PERSON)
        journal.append([NewEvent(Kind.UNDO, PERSON, body={"event": written[0].hash})], author=PERSON)
        said = {"claim": written[1].hash, "verdict": "confirmed", "reason": ""}
        journal.append(
            [
                NewEvent(Kind.PERSON, MENTOR, body={"name": "田中 実"}),
                NewEvent(Kind.DECISION, PERSON, CRITERION, said),
                NewEvent(Kind.COMMENT, PERSON, "soc.2.alone", {"claim": written[2].hash, "text": "どのアラートですか"}),
            ],
            author=MENTOR,
        )
        journal.append(
            [
                NewEvent(Kind.PERSON, OTHER, body={"name": "鈴木 健"}),
                NewEvent(Kind.ENROL, OTHER, "soc", {"on": True, "start": 2}),
                NewEvent(Kind.CLAIM, OTHER, CRITERION, {"comment": "お願いします"}),
            ],
            author=OTHER,
        )
        journal.local_set("trainee", PERSON)
        journal.local_set("person", PERSON)
    for verb in ("log", "status", "team"):
        world.call(*VERBS.get(verb, (verb, CRITERION, "-s", "paired", "-m", "last")))
    world.summarise()
    return world.state.read_bytes()


def flipped(content: bytes, seed: int) -> bytes:
    """*content* with one bit of one byte turned."""
    chance = random.Random(seed)
    at, bit = chance.randrange(len(content)), chance.randrange(8)
    return content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :]


def page_size(content: bytes) -> int:
    """Bytes of a page (sqlite.org/fileformat2.html, 1.3.2)."""
    said = int.from_bytes(content[16:18], "big")
    return 65536 if said == 1 else said


def truncated(content: bytes, seed: int) -> bytes:
    """*content* without its end."""
    return content[: random.Random(seed).randrange(1, len(content))]


def zeroed(content: bytes, seed: int) -> bytes:
    """*content* with one page but the first of nothing but zeros: what a bad block or a lost write leaves."""
    size = page_size(content)
    at = size * random.Random(seed).randrange(1, len(content) // size)
    return content[:at] + bytes(size) + content[at + size :]


def swapped(content: bytes, seed: int) -> bytes:
    """*content* with two pages exchanged: what writes to wrong places leave."""
    size = page_size(content)
    pages = [content[at : at + size] for at in range(0, len(content), size)]
    one, other = random.Random(seed).sample(range(1, len(pages)), 2)
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def struck(content: bytes, seed: int) -> bytes:
    """*content* with one bit flipped in the first page of a table or index, or in the page of the schema.

    A small table is one page among hundreds, so random flips hardly ever hit it.
    """
    chance = random.Random(seed)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        pages = sorted(page for (page,) in connection.execute("SELECT DISTINCT rootpage FROM sqlite_schema") if page)
    first = page_size(content) * ([1, 1, *pages][seed % (len(pages) + 2)] - 1)
    at = chance.choice([at for at in range(first, first + page_size(content)) if content[at]])
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def doubled(content: bytes, seed: int) -> bytes:
    """*content* with one row duplicated, under the same hash or key."""
    tables = {
        "event": "hash, writer, n, previous, clock, recorded, author, trainee, kind, item, body, pack, pack_version",
        "entry": "id, trainee, items, day, quantity, hits, total, findings, supervision, note, evidence, recorded,"
        " corrected, clock",
        "claim": "id, trainee, item, recorded, body, clock, withdrawn, withdrawal",
        "tally": "trainee, entries, newest",
        "person": "id, name",
    }
    table = sorted(tables)[seed % len(tables)]
    columns = tables[table]
    first = columns.split(",")[0]
    changed = columns.replace(first, f"'{'0' * 64}'", 1)
    return _changed(content, f"INSERT INTO {table} ({columns}) SELECT {changed} FROM {table} LIMIT 1")


TABLES: Final = (
    "event", "writer", "local", "about", "undone", "entry", "entry_item", "tick", "claim", "decision", "person",
    "enrolment", "tally", "tally_month", "tally_day", "summary", "memo", "memo_item",
)  # fmt: skip


def tableless(content: bytes, seed: int) -> bytes:
    """*content* without one of its tables."""
    return _changed(content, f"DROP TABLE {TABLES[seed % len(TABLES)]}")


def emptied(content: bytes, seed: int) -> bytes:
    """*content* with one derived table emptied, which no trigger protects."""
    tables = [each for each in TABLES if each not in {"event", "local", "memo", "memo_item", "summary"}]
    return _changed(content, f"DELETE FROM {tables[seed % len(tables)]}")


def _changed(content: bytes, statement: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.sqlite"
        path.write_bytes(content)
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute(statement)
        connection.close()
        return path.read_bytes()


KINDS: Final[Mapping[str, tuple[Callable[[bytes, int], bytes], int]]] = {
    "struck": (struck, 400),
    "truncated": (truncated, 20),
    "zeroed": (zeroed, 40),
    "swapped": (swapped, 40),
    "doubled": (doubled, 5),
    "tableless": (tableless, len(TABLES)),
    "emptied": (emptied, 12),
}
"""Other kinds of damage, and how often each is tried."""


def faults(world: World, whole: Mapping[str, Said]) -> Iterator[str]:
    """What is wrong with the verbs' answers for a damaged file.

    Args:
        world: the world with the damaged file.
        whole: the answers of ``SHOWN`` for the sound file.
    """
    said = {verb: world.ask(verb) for verb in VERBS}
    for verb, answer in said.items():
        if answer.code is None:
            yield f"{verb}: a traceback: {answer.err.strip().splitlines()[-1]}"
        elif answer.code not in {0, 1, 2} or (answer.code == 2 and verb not in CHECKS and _lines(answer.err) != 1):
            yield f"{verb}: ends with {answer.code}, and says: {answer.err.strip()}"
    silent = [verb for verb in CHECKS if said[verb].code == 0]
    for verb in SHOWN:
        if said[verb][:2] != whole[verb][:2]:
            yield from (f"{verb} has changed, and {check} says nothing" for check in silent)


def _lines(text: str) -> int:
    return len(text.strip().splitlines())


def main(first: int = 0, last: int = FLIPS) -> int:
    """Run everything, and write what is wrong."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        content = make(world)
        world.put(content)
        whole = {verb: world.ask(verb) for verb in VERBS}
        assert not any(answer.code for answer in whole.values()), whole
        cases = [(f"flip {seed}", flipped(content, seed)) for seed in range(first, last)]
        for name, (damaged, times) in KINDS.items():
            cases += [(f"{name} {seed}", damaged(content, seed)) for seed in range(times)]
        for name, damage in cases:
            world.put(damage)
            for fault in faults(world, whole):
                wrong += 1
                print(f"{name}: {fault}", flush=True)
    print(f"{len(cases)} damaged files of {len(content)} bytes, {len(VERBS)} verbs each: {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
