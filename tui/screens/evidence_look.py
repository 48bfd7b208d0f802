"""Checking evidence files in the background: they may be large, or on a slow share."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from textual.message import Message

from tui.journal.event import Entry, Evidence
from tui.workbook.audit.evidence import EvidenceOutcome, Search, folders_named
from tui.workbook.trainee.evidence_typed import references

SECONDS: Final = 60.0
"""Seconds after which no more files are read, since somebody is waiting."""


class EvidenceSeen(Message):
    """The result of checking evidence files.

    Args:
        outcomes: by piece of evidence, the result for its file.
    """

    def __init__(self, outcomes: Mapping[Evidence, EvidenceOutcome]) -> None:
        super().__init__()
        self.outcomes = outcomes


class EvidenceLook:
    """Checks one set of files at a time; a new request replaces an unfinished one.

    Args:
        post: posts the result to the screen; it may be called from any thread.
    """

    def __init__(self, post: Callable[[Message], object]) -> None:
        self._post = post
        self._left = threading.Event()
        self.folders = ""
        """The folders as they were last typed."""
        self.outcomes: dict[Evidence, EvidenceOutcome] = {}
        """The results so far."""

    def begin(self, folders: str, entries: Iterable[Entry]) -> str:
        """Begin to check the files that *entries* name; an unfinished check is given up.

        Args:
            folders: folders to search, with ``;`` or ``；`` between them.
            entries: the entries that a claim rests on.

        Returns:
            key of the message that says what happens now.

        Raises:
            UsageError: one of *folders* isn't a folder.
        """
        self.leave()
        self.folders = folders
        named = folders_named(references(folders))
        evidence = tuple(each for entry in entries for each in entry.evidence if each.sha256)
        if not evidence:
            return "screens.evidence.none"
        if not named:
            return "screens.evidence.nowhere"
        self._left = threading.Event()
        # A daemon thread: a share that doesn't answer must not keep anybody from leaving ikusei.
        thread = threading.Thread(
            target=self._look, args=(evidence, named, self._left), name="ikusei-evidence", daemon=True
        )
        thread.start()
        return "screens.evidence.looking"

    def leave(self) -> None:
        """Give up the check: the screen is gone."""
        self._left.set()

    def _look(self, evidence: Sequence[Evidence], folders: Sequence[Path], left: threading.Event) -> None:
        search = Search(folders, seconds=SECONDS, is_wanted=lambda: not left.is_set())
        outcomes = {each: search.outcome(each) for each in evidence}
        if not left.is_set():
            with suppress(RuntimeError):  # the screen has just gone
                self._post(EvidenceSeen(outcomes))
