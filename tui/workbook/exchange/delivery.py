"""Bringing what a mentor has said into the drop folder of the trainee whose file they look at.

The decisions already stand in the mentor's own journal. Where the drop folder can't be written, they stay only there,
and the mentor sends them by push, pipe or USB stick.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from tui.journal.bundle.header import Selection
from tui.journal.bundle.known import ends, reviewed_since
from tui.journal.bundle.writing import waiting_bundle
from tui.record import record
from tui.workbook.setup.settings import INBOX_FOLDER
from tui.workbook.standings.awaiting import host_of
from tui.workbook.standings.workbook import Workbook

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_NAME_LENGTH: Final = 16
"""Digits of the writer's id in the name of the file, so that two mentors never write to the same file."""


@record
class Delivered:
    """What became of the events to deliver.

    Args:
        inbox: the drop folder.
        events: how many events were put there, or would have been; 0: the trainee has everything.
        why: the operating system's reason why the file couldn't be written; empty: it was.
        has_host: whether the roster says at which host ``push`` reaches the trainee.
    """

    inbox: Path
    events: int
    why: str = ""
    has_host: bool = False


def deliver(mine: Workbook, theirs: Workbook) -> Delivered:
    """Put everything that mentors said and *theirs* hasn't got into the trainee's drop folder.

    The drop folder lies beside the file, or where the roster says. A delivery covers only trainees about whom something
    was said since the file was opened. Otherwise the file's owner could write other people into it, and would be sent
    what mentors said about those.

    Args:
        mine: the mentor's own journal, in which the decisions stand.
        theirs: the trainee's file, open for reading.

    Raises:
        BundleError: an event here isn't as it was written.
        JournalError: the own journal can't be read.
    """
    inbox = theirs.journal.path.with_name(INBOX_FOLDER)
    writer = mine.journal.own_writer
    events = 0
    for trainee in reviewed_since(mine.journal, mine.since):
        host = host_of(mine, trainee)
        inbox = Path(host.inbox) if host and host.inbox else theirs.journal.path.with_name(INBOX_FOLDER)
        chosen = Selection(trainees=(trainee,), decisions=True)
        pack, known = (mine.pack.id, mine.pack.version), ends(theirs.journal)
        with waiting_bundle(mine.journal, pack=pack, selection=chosen, known=known) as (header, file):
            if not header.events:
                continue
            events += header.events
            try:
                _put(file, inbox, f"{writer[:_NAME_LENGTH]}-{trainee}.ikusei")
            except OSError as error:
                return Delivered(inbox, events, error.strerror or type(error).__name__, host is not None)
    return Delivered(inbox, events)


def _put(file: BinaryIO, inbox: Path, name: str) -> None:
    """Write a file into the drop folder, and rename it to its name when it is complete.

    The folder belongs to the file's owner, so a link in its place isn't followed: it could lead into any folder of the
    mentor's own.
    """
    if not os.path.lexists(inbox):
        inbox.mkdir(mode=0o770)
    folder = os.open(inbox, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    part = f".{name}.{os.getpid()}.part"
    try:
        with suppress(FileNotFoundError):
            os.unlink(part, dir_fd=folder)
        handle = os.open(part, _NEW, 0o600, dir_fd=folder)
        with os.fdopen(handle, "wb") as into:
            while portion := file.read(1 << 16):
                into.write(portion)
            into.flush()
            os.fchmod(into.fileno(), _mode_in(os.fstat(folder)))
            os.fsync(into.fileno())
        os.replace(part, name, src_dir_fd=folder, dst_dir_fd=folder)
    except OSError:
        with suppress(OSError):
            os.unlink(part, dir_fd=folder)
        raise
    finally:
        os.close(folder)


def _mode_in(folder: os.stat_result) -> int:
    """The mode that lets the folder's owner read a file in it: by the group alone where that is enough."""
    is_closed = not folder.st_mode & stat.S_IXOTH  # nobody but owner and group gets to the file, whatever its mode
    if is_closed or not folder.st_mode & stat.S_ISGID:
        return 0o644
    return 0o640 if folder.st_gid in _groups_of(folder.st_uid) else 0o644


def _groups_of(account: int) -> list[int]:
    """The groups that an account is in; none where this machine doesn't know it."""
    import pwd  # only some folders need it

    try:
        entry = pwd.getpwuid(account)
    except KeyError:
        return []
    return os.getgrouplist(entry.pw_name, entry.pw_gid)
