"""Taking a bundle in is the same work for each event and each person, however many there are: counted, no clock."""

import io

import pytest
from bundle_world import bundle_of, hashed, sealed, take_in
from journal_world import HANA, NOON, Clock, entry, write

from tui.journal.bundle.preview import preview
from tui.journal.bundle.staging import stage
from tui.journal.journal import Journal

HEADER = {
    "format": "ikusei-bundle-1",
    "pack": {"id": "nca-isogj", "version": "1.0.0"},
    "people": {},
    "selection": {"trainees": [], "since": None, "beyond": "", "decisions": False},
    "trust": "",
}
STEPS = 100
"""Instructions of SQLite between two counts."""


class Work:
    """Statements, and how many instructions of SQLite they were."""

    def __init__(self, connection):
        self.statements = self.steps = 0
        connection.set_trace_callback(self._statement)
        connection.set_progress_handler(self._step, STEPS)

    def _statement(self, _sql):
        self.statements += 1

    def _step(self):
        self.steps += STEPS
        return 0


def work_of(folder, raw, before=b""):
    with Journal.open(folder, create=True, clock=Clock()) as journal:
        if before:
            take_in(journal, before)
        work = Work(journal.store.connection)
        with stage(journal, io.BytesIO(raw)) as staged:
            staged.hold_namesakes(HANA, lambda _person, _writer: False)
            preview(staged, NOON)
            staged.take_in()
        return work


def entries(folder, many):
    folder.mkdir(exist_ok=True)
    with Journal.open(folder / f"sender{many}", create=True, clock=Clock()) as journal:
        write(journal, *(entry(f"soc.{number % 7}", note=f"{number}") for number in range(many)))
        return bundle_of(journal)


def chain(number, length):
    """The chain of somebody: how it begins, what they are called, and entries."""
    person, writer = f"p-{number:012x}", f"w{number}"
    work = {"items": ["soc.1"], "day": "2026-11-20", "supervision": "paired"}
    said = [("writer", "", {"person": person, "host": "h"}), ("person", person, {"name": f"名前 {number}"})]
    made = []
    for n, (kind, trainee, body) in enumerate([*said, *[("entry", person, work)] * (length - 2)], 1):
        event = {"writer": writer, "n": n, "author": person, "trainee": trainee, "kind": kind, "body": body}
        event |= {"previous": made[-1]["hash"] if made else "", "item": "", "pack": "", "pack_version": ""}
        made.append(hashed(event | {"clock": NOON + 10 * number + n, "recorded": NOON, "hash": ""}))
    return made


def people(many, length):
    return sealed(HEADER, *(event for number in range(many) for event in chain(number, length)))


def test_each_entry_is_a_few_statements_however_many_there_are(tmp_path):
    none, few, many = (work_of(tmp_path / f"{each}", entries(tmp_path, each)) for each in (1, 101, 1001))
    per_event = (many.statements - few.statements) / 900
    assert per_event == pytest.approx((few.statements - none.statements) / 100, rel=0.1)
    assert per_event < 4


def test_each_entry_is_the_same_work_for_sqlite_however_many_there_are(tmp_path):
    few, many = (work_of(tmp_path / f"{each}", entries(tmp_path, each)) for each in (100, 1000))
    assert many.steps < 11 * few.steps


@pytest.mark.parametrize("are_known", [False, True])
def test_each_person_is_the_same_work_however_many_there_are(tmp_path, are_known):
    found = []
    for each in (50, 500):
        before = people(each, 3) if are_known else b""
        found.append(work_of(tmp_path / f"{each}", people(each, 4), before))
    few, many = found
    assert many.statements < 11 * few.statements
    assert many.steps < 11 * few.steps


def test_a_journal_that_is_full_already_makes_no_more_work(tmp_path):
    found = []
    for each in (10, 1000):
        folder = tmp_path / f"{each}"
        before = entries(folder.with_name(f"of{each}"), each)
        found.append(work_of(folder, people(3, 5), before))
    few, many = found
    assert many.statements == few.statements
    assert many.steps < 1.2 * few.steps
