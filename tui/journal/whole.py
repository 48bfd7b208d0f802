"""Whether a copy of a state file can be relied on: known schema, guards in place, every event as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.journal.chain import check_chains
from tui.journal.events import by_chain
from tui.journal.finding import Finding, Severity, fault
from tui.journal.guard import missing_guards
from tui.journal.schema import check_schema
from tui.journal.store import Store
from tui.journal.writer import own_writer

_INTEGRITY: Final = "PRAGMA integrity_check(1)"


def faults_of(store: Store) -> Iterator[Finding]:
    """What is wrong with an open copy. A fork isn't a fault of the copy: it stands in the original, too, and stays.

    Raises:
        JournalError: a newer ikusei has written it, or it can't be read.
    """
    check_schema(store)
    for answer in store.rows(str, _INTEGRITY):
        if answer != "ok":
            yield fault("journal.integrity", path=store.path, answer=answer)
            return  # what else is wrong follows from it
    gone = missing_guards(store)
    if gone:
        yield fault("journal.guards", path=store.path, names=", ".join(gone))
    for found in check_chains(by_chain(store), own_writer(store)):
        if found.severity is Severity.FAULT and found.key != "journal.fork":
            yield found
