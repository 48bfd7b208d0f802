"""Whose state file it is: one's own, which is written, or somebody else's, which is only looked at."""

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
"""Key, among the local values of a journal, of the person whose own file it is, trainee or not."""
TRAINEE: Final = "trainee"
"""Key, among the local values of a journal, of the person whose state file it is."""
_NOTHING: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
"""How it is told that there is no file, not even one that the reader may not see."""


def is_own(settings: Settings, journal: Journal) -> bool:
    """Whether an open journal is the reader's own."""
    return journal.path == settings.own.resolve()


def is_foreign(settings: Settings) -> bool:
    """Whether what the state file of the call says is read from a private copy, because it isn't the own file.

    Who has said nowhere who they are owns what their account owns. What a file says of itself isn't asked: of a copy
    that a trainee handed over, the account is the reader's, and the trainee can have written the reader's id into it.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    state, own = settings.state, settings.own
    if state == own or _is_same(state, own) or not is_there(state):
        return False
    return not is_of_this_account(state) or bool(_person_of_own(settings))


def may_write(settings: Settings) -> bool:
    """Whether the reader writes the state file of the call: the own file, or a further one of theirs.

    A further one says that it is theirs, and their account owns it. It is read from a copy all the same, and never
    reviewed in: whoever forged it has only got the reader's own records written into it.

    Raises:
        JournalError: the reader's own state file can't be read.
    """
    if not is_foreign(settings):
        return True
    return is_of_this_account(settings.state) and _owner_of(settings.state) == _person_of_own(settings)


def for_reader(settings: Settings) -> Settings:
    """The settings of the call; of somebody else's file with policy, overlay and trust folder of the reader's own.

    Whoever owns a file could set the numbers, and name the mentors, that lie beside it; and so could whoever made a
    link that leads to the reader's own file.

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
    """The reader's own journal, to look at: the open one where it is that, else opened for the while; None: no file.

    Raises:
        JournalError: it can't be opened.
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
    """Whether there is something; also where nobody lets the reader look: opening it says so."""
    try:
        path.stat()
    except OSError as error:
        return error.errno not in _NOTHING
    return True


def is_of_this_account(path: Path) -> bool:
    """Whether the account that asks owns the file."""
    try:
        return path.stat().st_uid == os.geteuid()
    except OSError:
        return False


def _person_of_own(settings: Settings) -> str:
    return _person_in(settings.own, version_of(settings.own)) if settings.own.exists() else ""


@lru_cache(maxsize=4)
def _person_in(own: Path, _version: Version) -> str:
    """Who says in one's own file that it is theirs: asked several times a call, and opening a journal isn't free."""
    with Journal.open(own, write=False) as journal:
        return _said_in(journal)


def _owner_of(state: Path) -> str:
    """Who the state file *state* says it belongs to; empty where it says nothing, or can't be read."""
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
