"""Writing a bundle: its header stands first and is known last, so the lines wait in a file that has no name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, BinaryIO, Final, cast

from tui.errors import BundleError
from tui.files import new_file
from tui.journal import derived
from tui.journal.bundle.choosing import choose, chosen
from tui.journal.bundle.header import NO_WRITERS, ChainReach, Header, Selection, header_line
from tui.journal.bundle.ready import ready_line_of
from tui.journal.journal import Journal
from tui.journal.store import Store
from tui.journal.temporary import filling

EVERYTHING: Final = Selection()
_BUFFER: Final = 1 << 20
"""Bytes that are handed over to the system at once."""


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
        JournalError: the journal can't be read, or there is no room where the lines wait; nothing is written then.
    """
    store = journal.store
    with store.read():
        choose(store, selection, known)
        names = derived.people(store)
    with _unnamed(store.path) as lines:
        with filling(store.path):
            header = _survey(store, lines, names, Header(pack, 0, "", {}, (), {}, selection, trust))
            lines.seek(0)
        sink.write(header_line(header))
        sink.writelines(lines)
    return header


@contextmanager
def waiting_bundle(
    journal: Journal,
    *,
    pack: tuple[str, str],
    selection: Selection = EVERYTHING,
    known: Mapping[str, ChainReach] = NO_WRITERS,
) -> Iterator[tuple[Header, BinaryIO]]:
    """A bundle in a file that has no name and is gone behind the block: its header, and the file at its beginning.

    Raises:
        BundleError: as for ``write_bundle``.
        JournalError: as for ``write_bundle``.
    """
    with _unnamed(journal.path) as file:
        with filling(journal.path):
            header = write_bundle(journal, file, pack=pack, selection=selection, known=known)
            file.seek(0)
        yield header, file


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


def _survey(store: Store, lines: IO[bytes], names: Mapping[str, str], asked: Header) -> Header:
    """Write the lines of the events that were chosen to *lines*; *asked* with what its header says of them."""
    digest = hashlib.sha256()
    events = 0
    about: set[tuple[str, str]] = set()
    writers: dict[str, ChainReach] = {}
    for record in chosen(store):
        line = ready_line_of(record)
        digest.update(line)
        lines.write(line)
        events += 1
        about.add((record.author, record.trainee))
        writers[record.writer] = reach_of(record.n, record.hash, writers.get(record.writer))
    people = {person for pair in about for person in pair} - {""}
    return replace(
        asked,
        events=events,
        digest=digest.hexdigest(),
        people={person: names.get(person, "") for person in sorted(people)},
        trainees=tuple(sorted({trainee for _, trainee in about} - {""})),
        writers=writers,
    )


def reach_of(n: int, event: str, before: ChainReach | None) -> ChainReach:
    """*before* extended by one event; where a fork has two ends, the one with the larger hash counts."""
    if before is None:
        return ChainReach(n, n, event)
    last, end = max((before.last, before.hash), (n, event))
    return ChainReach(min(before.first, n), last, end)


@contextmanager
def _unnamed(path: Path) -> Iterator[BinaryIO]:
    """A file without a name, for something about the state file *path*."""
    with filling(path):
        file = cast("BinaryIO", TemporaryFile(buffering=_BUFFER))  # noqa: SIM115 - closed below, in its own way
    try:
        yield file
    finally:
        # What found no room is tried once more when it is closed, and that was told already.
        with suppress(OSError):
            file.close()
