"""Bringing what a mentor has said into the drop folder of the trainee whose file they look at.

What was said stands in the mentor's own journal already; where the drop folder can't be written, it stays there and
goes by push, pipe or stick.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Final

from tui.journal.bundle.header import Selection
from tui.journal.bundle.known import ends, reviewed_since
from tui.journal.bundle.writing import write_bundle
from tui.record import record
from tui.workbook.setup.settings import INBOX_FOLDER
from tui.workbook.standings.awaiting import host_of
from tui.workbook.standings.workbook import Workbook

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_NAME_LENGTH: Final = 16
"""Digits of the writer's id in the name of the file: two mentors never write to one."""


@record
class Delivered:
    """What became of what was said.

    Args:
        inbox: the drop folder.
        events: how many events are on their way there; with none, the trainee has everything.
        why: why nothing was put there, as the system says it; empty where it was.
        has_host: whether the roster says at which host ``push`` reaches the trainee.
    """

    inbox: Path
    events: int
    why: str = ""
    has_host: bool = False


def deliver(mine: Workbook, theirs: Workbook) -> Delivered:
    """Put what was said since the file was opened into the drop folder, with what waits there of before.

    It lies beside the file, or where the roster says.

    It is about those only of whom something was said now. Whoever owns the file could name others in it, to be told
    what mentors said about them.

    Args:
        mine: one's own journal, in which it was said.
        theirs: the file, open to look at.

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
        with TemporaryFile() as file:
            chosen = Selection(trainees=(trainee,), decisions=True)
            pack = (mine.pack.id, mine.pack.version)
            header = write_bundle(mine.journal, file, pack=pack, selection=chosen, known=ends(theirs.journal))
            if not header.events:
                continue
            events += header.events
            file.seek(0)
            try:
                _put(file, inbox, f"{writer[:_NAME_LENGTH]}-{trainee}.ikusei")
            except OSError as error:
                return Delivered(inbox, events, error.strerror or type(error).__name__, host is not None)
    return Delivered(inbox, events)


def _put(file: BinaryIO, inbox: Path, name: str) -> None:
    """Write a file into the drop folder under its name at once, so that nobody finds half of it there.

    The folder is whose the file is: a link in its place could lead into any folder of the mentor's own.
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
    """The mode with which the folder's owner can read a file in it; where that does, the group alone."""
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
