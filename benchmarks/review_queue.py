"""``python -m benchmarks.review_queue``: a full queue compared with an empty one, and the cost of a verdict.

The queue has ten claims of each trainee, in one journal. It is reviewed by a mentor with a key and by one without.
"""

from __future__ import annotations

import argparse
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.filled_state import POLICY
from benchmarks.measuring import run_once
from benchmarks.pairs import alternate, of_first, ratio
from benchmarks.subjects import Subject, environment, ikusei
from benchmarks.table import Row, lines
from benchmarks.terminal import Terminal
from tui.journal.event import Json, Kind, NewEvent
from tui.journal.journal import Journal

CLAIMS: Final = 500
EACH: Final = 10
"""Claims of one trainee."""
VERDICTS: Final = ("c", "enter") * 5
"""Five claims confirmed one after another."""


def fill_queue(path: Path, claims: int, items: tuple[str, ...]) -> None:
    """Make a journal with waiting claims, and the policy beside it.

    Args:
        path: the file; there is none yet.
        claims: how many claims wait.
        items: criteria to claim; ``EACH`` of them are claimed by each trainee.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name("policy.toml").write_text(POLICY, encoding="utf-8")
    with Journal.open(path, create=True) as journal:
        for number in range(max(1, -(-claims // EACH))):
            # Each queue has its own people: claims that were taken in from one file would show up in another queue.
            person = f"p-{claims}-{number:04}"
            news = [
                NewEvent(Kind.PERSON, person, body={"name": f"佐藤 花 {number}"}),
                NewEvent(Kind.ENROL, person, "soc", {"on": True, "start": 1}),
            ]
            wanted = items[: min(EACH, claims - number * EACH)]
            news += [NewEvent(Kind.ENTRY, person, body=_work(item)) for item in wanted]
            entries = journal.append(news, author=person)[2:]
            said = [
                NewEvent(Kind.CLAIM, person, item, {"entries": [str(entry.hash)], "comment": "お願いします"})
                for item, entry in zip(wanted, entries, strict=True)
            ]
            journal.append(said, author=person)


def _work(item: str) -> dict[str, Json]:
    day = date.today().isoformat()  # noqa: DTZ011 - the day of the user
    return {"items": [item], "day": day, "supervision": "alone", "note": "IDS アラートの一次切り分け"}


def queue_of(state: Path, ready: str) -> Subject:
    """The review screen on a journal."""
    return Subject(ikusei("--lang", "ja", "--state", str(state), "review"), ready)


def verdict_bytes(state: Path, home: Path) -> float:
    """Bytes written for one verdict at 80x24, from the question to the next claim."""
    with Terminal(queue_of(state, "").command, environment(home), cwd=home) as terminal:
        terminal.wait_for("申請の確認")
        terminal.settle()
        before = len(terminal.written)
        for key in VERDICTS:
            terminal.press(key)
            terminal.settle()
        found = (len(terminal.written) - before) / (len(VERDICTS) / 2)
        terminal.press("q")
        terminal.wait_exit()
    return found


def main() -> None:
    """Make two journals, then compare."""
    parser = argparse.ArgumentParser(description="Print what a full queue costs against an empty one.")
    parser.add_argument("--claims", type=int, default=CLAIMS, help="claims that wait (%(default)s)")
    parser.add_argument("--runs", type=int, default=9, help="pairs (%(default)s)")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="ikusei-queue-") as folder:
        home = Path(folder)
        full, empty = home / "full" / "state.sqlite", home / "empty" / "state.sqlite"
        fill_queue(full, options.claims, _criteria())
        fill_queue(empty, 0, _criteria())
        own = home / ".local/share/ikusei/state.sqlite"
        own.parent.mkdir(parents=True)
        with Journal.open(own, create=True) as journal:
            journal.append([NewEvent(Kind.PERSON, "p-mentor", body={"name": "田中 実"})], author="p-mentor")
            journal.local_set("person", "p-mentor")
        pairs = alternate(
            partial(run_once, queue_of(full, f"待ち {options.claims}"), home),
            partial(run_once, queue_of(empty, "待ち 0"), home),
            options.runs,
        )
        rows = [
            Row(f"a queue of {options.claims} until it can be used / an empty one", 1.5, ratio(pairs, "start ms")),
            Row("peak memory / an empty one", 1.5, ratio(pairs, "peak KiB")),
            Row("bytes at start", 14_000, of_first(pairs, "start bytes"), "B"),
        ]
        for line in lines(rows):
            print(line)
        print(f"bytes a verdict (question, answer, next claim): {verdict_bytes(full, home):,.0f}")


def _criteria() -> tuple[str, ...]:
    """Ids of criteria of the SOC role."""
    from tui.curriculum.folder import builtin_folder  # main alone needs the pack
    from tui.curriculum.pack import Pack

    role = Pack.open(builtin_folder()).role("soc")
    assert role is not None  # the pack has it
    return tuple(criterion.id for criterion in role.criteria())


if __name__ == "__main__":
    main()
