"""Writing a bundle: read twice, so that the header can stand first and nothing has to be held in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, Final

from tui.errors import BundleError
from tui.files import new_file
from tui.journal import derived
from tui.journal.bundle.choosing import choose, chosen
from tui.journal.bundle.header import NO_WRITERS, ChainReach, Header, Selection, header_line
from tui.journal.bundle.line import checked_line_of, line_of
from tui.journal.journal import Journal
from tui.journal.store import Store

EVERYTHING: Final = Selection()


def write_bundle(
    journal: Journal,
    sink: BinaryIO,
    *,
    pack: tuple[str, str],
    selection: Selection = EVERYTHING,
    known: Mapping[str, ChainReach] = NO_WRITERS,
    trust: str = "",
) -> Header:
    """Write a bundle; the same events chosen in the same way give the same bytes.

    Others can write to the journal meanwhile, except during the choice of the events.

    Args:
        journal: where the events are.
        sink: where to.
        pack: id and version of the pack in use.
        selection: what to write.
        known: by writer, what the receiver has already.
        trust: fingerprint of the trust folder in use.

    Returns:
        the header.

    Raises:
        BundleError: an event isn't as it was written, or no bundle can hold it; nothing is written then.
        JournalError: the journal can't be read.
    """
    store = journal.store
    with store.read():
        choose(store, selection, known)
        names = derived.people(store)
    header = _survey(store, names, pack, selection, trust)
    sink.write(header_line(header))
    sink.writelines(line_of(record) for record in chosen(store))
    return header


def save_bundle(
    journal: Journal,
    target: Path,
    *,
    pack: tuple[str, str],
    selection: Selection = EVERYTHING,
    known: Mapping[str, ChainReach] = NO_WRITERS,
    trust: str = "",
) -> Header:
    """Write a bundle to a new file, which gets its name when it is whole and on the disk.

    Raises:
        BundleError: *target* is there already or can't be written, or as for ``write_bundle``.
        JournalError: the journal can't be read.
    """
    try:
        with new_file(target) as sink:
            return write_bundle(journal, sink, pack=pack, selection=selection, known=known, trust=trust)
    except FileExistsError as error:
        raise BundleError("bundle.exists", path=target) from error
    except OSError as error:
        raise BundleError("bundle.unwritable", path=target, why=error.strerror or type(error).__name__) from error


def _survey(store: Store, names: Mapping[str, str], pack: tuple[str, str], selection: Selection, trust: str) -> Header:
    """Go through the events once, for what the header says about them."""
    digest = hashlib.sha256()
    events = 0
    people: set[str] = set()
    trainees: set[str] = set()
    writers: dict[str, ChainReach] = {}
    for record in chosen(store):
        digest.update(checked_line_of(record))
        events += 1
        people |= {record.author, record.trainee}
        trainees.add(record.trainee)
        writers[record.writer] = reach_of(record.n, record.hash, writers.get(record.writer))
    return Header(
        pack=pack,
        events=events,
        digest=digest.hexdigest(),
        people={person: names.get(person, "") for person in sorted(people - {""})},
        trainees=tuple(sorted(trainees - {""})),
        writers=writers,
        selection=selection,
        trust=trust,
    )


def reach_of(n: int, event: str, before: ChainReach | None) -> ChainReach:
    """*before* extended by one event; where a fork has two ends, the one with the larger hash counts."""
    if before is None:
        return ChainReach(n, n, event)
    last, end = max((before.last, before.hash), (n, event))
    return ChainReach(min(before.first, n), last, end)
