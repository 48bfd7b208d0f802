"""The drop folder: bundles that others put there, to be taken in at the next start.

A start without a drop folder pays for one look at the file system: what reads bundles is imported when there is one.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from tui.errors import BundleError, IkuseiError
from tui.record import record
from tui.text.apart import told_apart

if TYPE_CHECKING:
    from tui.journal.bundle.preview import Preview
    from tui.journal.journal import Journal

SUFFIXES: Final = (".ikusei", ".jsonl")
"""How the name of a bundle in a drop folder ends; a name that begins with a dot is still being written."""
TAKEN_FOLDER: Final = "taken"
_OPEN: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
"""No link is followed, because it could lead anywhere; a pipe doesn't make the start wait."""


Stayed: TypeAlias = tuple[Path, IkuseiError]
"""A file that was not taken in, or could not be put away, and why."""


@record
class Picked:
    """What came through a drop folder.

    Args:
        files: how many bundles were taken in.
        events: how many events of them were new.
        said: of what mentors say: who, what, and how often, as in ``Preview.said``.
        names: by id, the names of the people who occur.
        stayed: the files that stay in the folder, and why.
        found: what each of the bundles that were taken in brought.
    """

    files: int
    events: int
    said: tuple[tuple[str, str, int], ...]
    names: dict[str, str]
    stayed: tuple[Stayed, ...]
    found: tuple[Preview, ...] = ()


def has_files(folder: Path) -> bool:
    """Whether a bundle waits in a drop folder; False where there is no folder."""
    return next(_waiting(folder), None) is not None


def pick_up(
    journal: Journal,
    folder: Path,
    about: frozenset[str] | None,
    refuse: Callable[[Preview], None] = lambda _: None,
    joins: Callable[[str], bool] = lambda _: False,
) -> Picked:
    """Take in every bundle of a drop folder, each by itself, and move what was taken in to ``taken/``.

    A file that is refused stays where it is, unchanged; so does one that is still being written. A file also stays if
    something in it may be another person's and so wasn't taken in.

    Args:
        journal: the journal that takes them in.
        folder: the drop folder.
        about: ids of the only people whose events may be in them; None for anybody's.
        refuse: raises a BundleError for a sound bundle that isn't to be taken in here.
        joins: called with a person's id: whether the reader says that all events under it are one person's.

    Raises:
        JournalError: the journal can't be written.
    """
    files = events = 0
    said: Counter[tuple[str, str]] = Counter()
    names: dict[str, str] = {}
    stayed: list[Stayed] = []
    brought: list[Preview] = []
    for path in sorted(_waiting(folder)):
        try:
            found, new = _take(journal, path, about, refuse, joins)
        except BundleError as error:
            stayed.append((path, error))
            continue
        files += 1
        brought.append(found)
        events += new
        names |= found.names
        said.update({(who, what): count for who, what, count in found.said})
        if found.held:
            stayed.append((path, _held(found)))
            continue
        try:
            _put_away(path, folder / TAKEN_FOLDER)
        except OSError as error:
            why = error.strerror or type(error).__name__
            stayed.append((path, BundleError("transport.inbox.stuck", path=path, why=why)))
    everything_said = tuple((*each, count) for each, count in said.items())
    return Picked(files, events, everything_said, told_apart(names), tuple(stayed), tuple(brought))


def _waiting(folder: Path) -> Iterator[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(SUFFIXES) and not entry.name.startswith("."):
                yield Path(entry.path)


def _take(
    journal: Journal,
    path: Path,
    about: frozenset[str] | None,
    refuse: Callable[[Preview], None],
    joins: Callable[[str], bool],
) -> tuple[Preview, int]:
    from tui.workbook.exchange.intake import take_in  # a start without a drop folder reads no bundle

    def agrees(found: Preview) -> bool:
        refuse(found)
        if found.held and not found.fresh:
            raise _held(found)  # everything else in the bundle was taken in before
        return True

    with _opened(path) as file:
        before = os.fstat(file.fileno())
        taken = take_in(journal, file, about, agrees, joins=joins)
        if not _is_same(path, before):
            # Somebody has put another file under this name meanwhile: it waits for the next time.
            raise BundleError("transport.inbox.replaced", path=path)
    return taken.found, taken.events or 0


def _held(found: Preview) -> BundleError:
    from tui.workbook.exchange.intake_words import held_fields  # see ``_take``

    return BundleError("transport.inbox.held", 0, **held_fields(found, found.held[0]))


def _opened(path: Path) -> BinaryIO:
    try:
        handle = os.open(path, _OPEN)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise BundleError("transport.inbox.no_file", path=path)
        return os.fdopen(handle, "rb")
    except OSError as error:
        raise BundleError("bundle.unreadable", path=path, why=error.strerror or type(error).__name__) from error


def _is_same(path: Path, before: os.stat_result) -> bool:
    try:
        now = path.lstat()
    except FileNotFoundError:
        return True  # another ikusei has put it away
    return (now.st_dev, now.st_ino) == (before.st_dev, before.st_ino)


def _put_away(path: Path, folder: Path) -> None:
    """Move a file into *folder* under a name that is free there; nothing is ever deleted or written over.

    *folder* is opened without following a link: anybody who may write to the drop folder could have put one there.
    """
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    there = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        name = _claimed_name(path, there)
        try:
            os.replace(path, name, dst_dir_fd=there)
        except FileNotFoundError:
            os.unlink(name, dir_fd=there)  # another ikusei was faster
        except OSError:
            os.unlink(name, dir_fd=there)
            raise
    finally:
        os.close(there)


def _claimed_name(path: Path, folder: int) -> str:
    """Create an empty file under a free name in *folder*, so that no other process takes the name; return the name."""
    number = 1
    while True:
        name = path.name if number == 1 else f"{path.stem}-{number}{path.suffix}"
        try:
            os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=folder))
            return name
        except FileExistsError:
            number += 1
