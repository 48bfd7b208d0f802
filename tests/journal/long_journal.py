"""Journals with as many events as wanted, taken in at once: a mentor's chain, and the entries of a trainee."""

from journal_world import HANA, NOON, entry

from tui.journal.body import kept
from tui.journal.canonical import Record, canonical
from tui.journal.event import Kind
from tui.journal.strand import link_text

WRITER = "w-long"


def long_chain(many):
    """The events of a writer that are *many* entries, behind its beginning."""
    before = _event(1, "", "", Kind.WRITER, {"person": HANA, "host": "h", "copied_from": ""})
    yield before
    link = ""
    for n in range(2, many + 2):
        note = f"IDS アラートの一次切り分け {n}"
        evidence = [{"ref": f"INC-{n}", "sha256": ""}]
        body = kept(Kind.ENTRY, "", entry(f"soc.{n % 7}", note=note, evidence=evidence).body)
        before = _event(n, before.hash, HANA, Kind.ENTRY, {"before": link, **body})
        link = link_text(n, before.hash)
        yield before


def _event(n, previous, trainee, kind, body):
    made = Record("", WRITER, n, previous, NOON + n, NOON + n, HANA, trainee, kind, "", canonical(body), "", "")
    return made._replace(hash=made.digest())
