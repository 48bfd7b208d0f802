"""What can't be recorded is refused in one sentence; what can is recorded whole."""

import pytest
from journal_world import HANA, claim, correction, enrol, entry, person, refused, tick, write

from tui.curriculum.rule import Supervision
from tui.journal.event import SUPERVISION, Kind, NewEvent


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (entry([]), "journal.no_items"),
        (entry([""]), "journal.field"),
        (entry("a", items="a"), "journal.field"),
        (entry(day="2026-02-30"), "journal.day"),
        (entry(day="20261120"), "journal.day"),
        (entry(day=""), "journal.day"),
        (entry(day=20261120), "journal.day"),
        (entry(quantity=0), "journal.number"),
        (entry(quantity=10**30), "journal.number"),
        (entry(quantity=True), "journal.field"),
        (entry(quantity="3"), "journal.field"),
        (entry(hits=3, total=2), "journal.hits"),
        (entry(hits=3), "journal.half_a_ratio"),
        (entry(total=3), "journal.half_a_ratio"),
        (entry(hits=0, total=0), "journal.number"),
        (entry(hits=-1, total=3), "journal.number"),
        (entry(findings=-1), "journal.number"),
        (entry(supervision="alone-ish"), "journal.supervision"),
        (entry(note=3), "journal.field"),
        (entry(evidence=["T-1"]), "journal.field"),
        (entry(evidence=[{"ref": " "}]), "journal.field"),
        (entry(evidence=[{"ref": "log.txt", "sha256": "abc"}]), "journal.field"),
        (entry(quantiy=3), "journal.unknown_field"),
        (entry(ratio=0.5), "journal.unknown_field"),
        (correction("f" * 64), "journal.no_entry"),
        (claim(policy={"times": 3}), "journal.field"),
        (claim(entries=["f" * 64]), "journal.no_entry"),
        (tick(""), "journal.no_item"),
        (tick("a", on="yes"), "journal.field"),
        (enrol(start=4), "journal.number"),
        (enrol(role=""), "journal.no_item"),
        (person(" "), "journal.field"),
        (NewEvent(Kind.PERSON, HANA, "soc", {"name": "花"}), "journal.field"),
    ],
)
def test_what_cannot_be_recorded_is_refused(journal, event, key):
    with refused(key):
        journal.append([event], author=HANA)
    assert journal.store.one(int, "SELECT count(*) FROM event") == 0


def test_entry_is_found_again_as_it_was_written(journal):
    evidence = [{"ref": "/srv/報告.pdf", "sha256": "A" * 64}, {"ref": "T-4711", "sha256": ""}]
    first = write(
        journal,
        entry(
            ["soc.2.paired", "new.pack.item", "soc.2.paired"],
            day="2026-11-19",
            quantity=2,
            hits=23,
            total=24,
            findings=0,
            supervision="taught",
            note=" メモ ",
            evidence=evidence,
        ),
    )
    found = journal.entry(first)
    assert found is not None
    assert found.items == ("soc.2.paired", "new.pack.item")
    assert found.day.isoformat() == "2026-11-19"
    assert (found.quantity, found.hits, found.total, found.findings) == (2, 23, 24, 0)
    assert (found.supervision, found.note, found.corrected) == ("taught", "メモ", False)
    assert [(each.ref, each.sha256) for each in found.evidence] == [("/srv/報告.pdf", "a" * 64), ("T-4711", "")]
    assert found.recorded == journal.event(first).recorded


def test_supervision_is_the_one_of_the_curriculum():
    assert tuple(Supervision) == SUPERVISION
