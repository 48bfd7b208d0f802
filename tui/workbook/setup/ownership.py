"""Who owns a state file: the user, whose own file is written, or somebody else, whose file is only read."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from tui.errors import JournalError
from tui.journal.journal import Journal
from tui.journal.place import Version, version_of
from tui.workbook.setup.settings import OVERLAY_FOLDER, POLICY_FILE, TRUST_FOLDER, Settings

PERSON: Final = "person"
"""Key, among the local values of a journal, of the owner's id, once they have said who they are (``ikusei me``)."""
TRAINEE: Final = "trainee"
"""Key, among the local values of a journal, of the id of the trainee who began in it."""
_NOTHING: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
"""Errors that mean that there is no file; any other error may hide one that the reader may not see."""


def is_own(settings: Settings, journal: Journal) -> bool:
    """Whether an open journal is the reader's own."""
    return journal.path == settings.own.resolve()


def is_foreign(settings: Settings) -> bool:
    """Whether the state file of the call isn't the user's own, so that it is read from a private copy.

    A user who hasn't said who they are owns every file that their account owns. What the file says about its owner
    isn't asked: a trainee can write the reader's id into a file and hand over a copy, which the reader's account owns.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    state, own = settings.state, settings.own
    if state == own or _is_same(state, own) or not is_there(state):
        return False
    return not is_of_this_account(state) or bool(_person_of_own(settings))


def may_write(settings: Settings) -> bool:
    """Whether the user may write to the state file of the call: their own file, or a further one of theirs.

    A further file is theirs if it says so and their account owns it. It is read from a private copy all the same, and
    nothing is reviewed in it: all that a forged one can get is the user's own records written into it.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    if not is_foreign(settings):
        return True
    return is_of_this_account(settings.state) and _owner_of(settings.state) == _person_of_own(settings)


def for_reader(settings: Settings) -> Settings:
    """The settings of the call; for somebody else's file, with the reader's own policy, overlay and trust folder.

    The owner of a file can set the numbers and name the mentors in the files beside it. Whoever makes a link to the
    reader's own file can do the same beside the link.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    if settings.state == settings.own or not (is_foreign(settings) or _is_same(settings.state, settings.own)):
        return settings

    def mine(path: Path, name: str) -> Path:
        return settings.own.with_name(name) if path == settings.state.with_name(name) else path

    return replace(
        settings,
        policy=mine(settings.policy, POLICY_FILE),
        overlay=mine(settings.overlay, OVERLAY_FOLDER),
        trust=mine(settings.trust, TRUST_FOLDER),
    )


@contextmanager
def own_journal(settings: Settings, journal: Journal | None) -> Iterator[Journal | None]:
    """The reader's own journal: *journal* if it is that, else opened for reading meanwhile; None: there is no file.

    Raises:
        JournalError: the own state file can't be opened.
    """
    if not settings.own.exists():
        yield None
    elif journal is not None and is_own(settings, journal):
        yield journal
    else:
        with Journal.open(settings.own, write=False) as own:
            yield own


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether something is at *path*. True also if the reader may not look there: opening it then gives the error."""
    try:
        path.stat()
    except OSError as error:
        return error.errno not in _NOTHING
    return True


def is_of_this_account(path: Path) -> bool:
    """Whether the account that ikusei runs under owns the file."""
    try:
        return path.stat().st_uid == os.geteuid()
    except OSError:
        return False


def _person_of_own(settings: Settings) -> str:
    return _person_in(settings.own, version_of(settings.own)) if settings.own.exists() else ""


@lru_cache(maxsize=4)
def _person_in(own: Path, _version: Version) -> str:
    """Id of the owner that the user's own file names; cached, because each call asks several times."""
    with Journal.open(own, write=False) as journal:
        return _said_in(journal)


def _owner_of(state: Path) -> str:
    """Id of the owner that a state file names; empty where it names none, or can't be read."""
    from tui.journal.foreign import local_values  # a start reads no bundle

    if not state.is_file():
        return ""  # a pipe would make the reader wait for whoever writes to it
    try:
        values = local_values(state, (PERSON, TRAINEE))
    except JournalError:
        return ""
    return values.get(PERSON) or values.get(TRAINEE) or ""


def _said_in(journal: Journal) -> str:
    return journal.local_get(PERSON) or journal.local_get(TRAINEE) or ""
