"""Restoring a backup in the place of the state file: the present file is kept, and the restored one is a new writer.

At every moment the state file is either the present or the restored one, each of them whole: the restored one is made
ready beside it and then renamed over it. It goes on as a new writer, because the present state may have given the next
numbers of the chain to other records, and those may come back in a bundle.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final

from tui.errors import JournalError
from tui.journal.backup import copy, fill
from tui.journal.digest import check_digest
from tui.journal.events import tip
from tui.journal.high_water import Height, HighWater
from tui.journal.lock import Lock
from tui.journal.newer import Newer, newer
from tui.journal.opening import connect_to_look
from tui.journal.parts import part_of, sweep
from tui.journal.place import check_file, network_type
from tui.journal.schema import SCHEMA, check_schema
from tui.journal.store import BUSY_MS, Store, connect
from tui.journal.sync import sync
from tui.journal.whole import faults_of
from tui.journal.writer import current_writer, own_writer, random_id
from tui.record import record

_BEYOND_LOCKING: Final = frozenset({"journal.damaged", "journal.not_ours"})
"""Errors that show that the present file is no database any more: then no other process can be writing to it."""
_EVENTS: Final = "SELECT count(*) FROM event"
_UNREADABLE: Final = _BEYOND_LOCKING | {"journal.tables"}
"""Errors that show that the present file can't be compared with the backup; it may be replaced all the same."""
_NO_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS})


@record
class Restoring:
    """How a backup is put in the place of a state file.

    Args:
        path: the state file.
        host: name of this machine.
        clock: gives the wall clock in milliseconds since 1970.
        marks: folder that notes how far each writer has come.
        busy_ms: how long to wait for another process that is writing, in milliseconds.
        new_writer_id: gives the id of a new writer.
    """

    path: Path
    host: str
    clock: Callable[[], int]
    marks: Path | None = None
    busy_ms: int = BUSY_MS
    new_writer_id: Callable[[], str] = random_id


@record
class Restored:
    """What became of a restore.

    Args:
        kept: where the file before it is now; None where there was none.
        events: how many records the restored file has.
    """

    kept: Path | None
    events: int


def restore(how: Restoring, source: Path, agrees: Callable[[Newer | None], bool]) -> Restored | None:
    """Check the backup *source* whole, and put it in the place of the state file.

    Args:
        how: where to, and by whom.
        source: the backup; it stays as it is.
        agrees: is shown what is newer in the present file, or None where that can't be read, and says whether to go on.

    Returns:
        what was done; None where *agrees* said no, and nothing has changed.

    Raises:
        JournalError: the backup is damaged, another program's or a newer ikusei's, or it can't be put there.
    """
    path = how.path.absolute().resolve()
    source = source.absolute()
    _check_source(source, path)
    part = part_of(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sweep(path.parent, re.escape(path.name))
        _copied(source, part, path)
        found = _compared(path, part, how, source)
        if not agrees(found):
            return None
        _go_on_anew(part, how)
        sync(part)
        kept = _put(part, path, how)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise JournalError("restore.failed", path=path, why=why) from error
    finally:
        part.unlink(missing_ok=True)
        Path(f"{part}-journal").unlink(missing_ok=True)
    return Restored(kept, _note(path, how))


def _check_source(source: Path, path: Path) -> None:
    if not check_file(source):
        raise JournalError("journal.empty", path=source)
    if path.exists() and source.samefile(path):
        raise JournalError("restore.same", path=source)
    if check_digest(source) is False:
        raise JournalError("restore.digest", path=source)


def _copied(source: Path, part: Path, path: Path) -> None:
    """A copy of the backup beside the state file, brought to the newest schema and checked whole."""
    with closing(connect_to_look(source)) as store:
        fill(store, part, path)
    with closing(connect(part, write=True)) as copied:
        if check_schema(copied) < SCHEMA:
            from tui.journal.migrate import migrate  # most backups have nothing to migrate

            migrate(copied)
        if any(faults_of(copied)):
            raise JournalError("restore.damaged", path=source)


def _compared(path: Path, part: Path, how: Restoring, source: Path) -> Newer | None:
    """What the present file has that the copy hasn't; None where it is damaged too much to say.

    Raises:
        JournalError: the backup is another person's; everything would be written in that person's name from then on.
    """
    with closing(connect(part, write=False)) as there:
        if not path.exists() or not path.stat().st_size:
            return newer(None, there)
        try:
            with closing(connect_to_look(path, how.busy_ms)) as here:
                persons = {writer.person for writer in map(current_writer, (here, there)) if writer is not None}
                if len(persons) > 1:
                    raise JournalError("restore.other_person", path=source, present=path)
                return newer(here, there)
        except JournalError as error:
            if error.key not in _UNREADABLE:
                raise
            return None


def _go_on_anew(part: Path, how: Restoring) -> None:
    from tui.journal.writing import Chain  # a backup that is refused writes nothing

    with closing(connect(part, write=True)) as store, store.write():
        Chain(store, how.clock, how.host, how.new_writer_id, HighWater(None)).go_on_anew()


def _put(part: Path, path: Path, how: Restoring) -> Path | None:
    """Keep the present state file under another name, and rename the copy over it."""
    with _held(path, how) as store:
        kept = _set_aside(path, store, how) if os.path.lexists(path) else None
        # By now SQLite has replayed or removed any rollback journal of a crash, so it can't be replayed into the new
        # file.
        part.replace(path)
        sync(path.parent)
    return kept


@contextmanager
def _held(path: Path, how: Restoring) -> Iterator[Store | None]:
    """The state file, with nobody else writing to it; None where it isn't there or is no database any more."""
    with ExitStack() as stack:
        if network_type(path):
            lock = Lock(path, how.host)
            lock.take()
            stack.callback(lock.release)
        store: Store | None = None
        try:
            if path.exists():
                store = stack.enter_context(closing(connect(path, write=True, busy_ms=how.busy_ms)))
                store.run("BEGIN IMMEDIATE")
        except JournalError as error:
            if error.key not in _BEYOND_LOCKING:
                raise
            store = None
        yield store


def _set_aside(path: Path, store: Store | None, how: Restoring) -> Path:
    """Give the present file a second name; it keeps its own until the moment it is replaced."""
    kept = next(name for name in _kept_names(path, how) if not os.path.lexists(name))
    try:
        os.link(path, kept)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if store is not None:
            # Another connection: SQLite copies nothing through one that holds the lock for writing.
            with closing(connect(path, write=False)) as reader:
                copy(reader, kept)
        else:
            shutil.copyfile(path, kept)
            kept.chmod(0o600)
            sync(kept)
    sync(kept.parent)
    return kept


def _kept_names(path: Path, how: Restoring) -> Iterator[Path]:
    day = datetime.fromtimestamp(how.clock() / 1000).astimezone().strftime("%Y-%m-%dT%H%M%S")
    yield path.with_name(f"{path.name}.before-restore-{day}")
    yield from (path.with_name(f"{path.name}.before-restore-{day}-{number}") for number in count(2))


def _note(path: Path, how: Restoring) -> int:
    """Note the last event of the new writer, and return how many records the file has."""
    with closing(connect(path, write=False, busy_ms=how.busy_ms)) as store:
        writer = own_writer(store)
        n, event = tip(store, writer)
        if n:
            HighWater(how.marks).note(writer, Height(n, event))
        return store.one(int, _EVENTS) or 0
