"""Looking at files of evidence while the screen stays awake: they may be large, or on a slow share."""

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
"""After which no more is read: somebody is waiting."""


class EvidenceSeen(Message):
    """What became of the files.

    Args:
        outcomes: by what named them.
    """

    def __init__(self, outcomes: Mapping[Evidence, EvidenceOutcome]) -> None:
        super().__init__()
        self.outcomes = outcomes


class EvidenceLook:
    """Looks at one lot of files at a time; the newest is the one that is wanted.

    Args:
        post: takes the answer to the screen, from any thread.
    """

    def __init__(self, post: Callable[[Message], object]) -> None:
        self._post = post
        self._left = threading.Event()
        self.folders = ""
        """The folders as they were typed last."""
        self.outcomes: dict[Evidence, EvidenceOutcome] = {}
        """What is known so far."""

    def begin(self, folders: str, entries: Iterable[Entry]) -> str:
        """Look for the files that *entries* name; what is still being looked at is given up.

        Args:
            folders: where, with ``;`` or ``；`` between them.
            entries: what a claim rests on.

        Returns:
            key of the message that says what happens now.

        Raises:
            UsageError: a folder is none.
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
        # A daemon: a share that answers no more must not keep anybody from leaving ikusei.
        thread = threading.Thread(
            target=self._look, args=(evidence, named, self._left), name="ikusei-evidence", daemon=True
        )
        thread.start()
        return "screens.evidence.looking"

    def leave(self) -> None:
        """Nobody waits any more."""
        self._left.set()

    def _look(self, evidence: Sequence[Evidence], folders: Sequence[Path], left: threading.Event) -> None:
        search = Search(folders, seconds=SECONDS, is_wanted=lambda: not left.is_set())
        outcomes = {each: search.outcome(each) for each in evidence}
        if not left.is_set():
            with suppress(RuntimeError):  # the screen has just gone
                self._post(EvidenceSeen(outcomes))
