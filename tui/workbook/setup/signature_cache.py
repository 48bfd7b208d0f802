"""A cache of signature checks: a check takes 5 to 10 ms, and its answer doesn't change.

It lies in the cache folder of the reader's own account, never in a state file, into which a trainee could write false
answers.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from tui.trust.signature_state import SignatureKind, SignatureState

FILE: Final = "signatures.sqlite"
_MAKE: Final = """
CREATE TABLE IF NOT EXISTS verdict (
    key TEXT PRIMARY KEY, kind TEXT, reason TEXT, fields TEXT, person TEXT, principal TEXT, fingerprint TEXT
) STRICT, WITHOUT ROWID"""
_GET: Final = "SELECT kind, reason, fields, person, principal, fingerprint FROM verdict WHERE key = ?"
_PUT: Final = "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?)"


def key_of(*parts: str) -> str:
    """The key of a verdict: a digest of everything that the verdict depends on."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


class Verdicts:
    """The kept verdicts. Where they can't be kept or read, every signature is checked anew.

    Args:
        folder: where to keep them; made when it is first needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._known: dict[str, SignatureState] = {}

    def get(self, key: str) -> SignatureState | None:
        """The verdict that was kept under *key*, or None."""
        if key in self._known:
            return self._known[key]
        with suppress(sqlite3.Error, OSError, ValueError):
            row = self._open().execute(_GET, (key,)).fetchone()
            if row is not None:
                kind, reason, fields, person, principal, fingerprint = map(str, row)
                state = SignatureState(
                    SignatureKind(kind), reason, dict(json.loads(fields)), person, principal, fingerprint
                )
                self._known[key] = state
                return state
        return None

    def put(self, key: str, state: SignatureState) -> None:
        """Keep a verdict."""
        self._known[key] = state
        fields = json.dumps({name: str(value) for name, value in state.fields.items()})
        row = (key, state.kind, state.reason, fields, state.person, state.principal, state.fingerprint)
        with suppress(sqlite3.Error, OSError):
            self._open().execute(_PUT, row)

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Assigned before the first statement, which fails if the file is no database: ``close`` then closes it.
            self._connection = sqlite3.connect(self._folder / FILE, isolation_level=None, timeout=1)
            # A lost verdict costs milliseconds once; waiting for the disk would cost them at every verdict.
            self._connection.execute("PRAGMA synchronous=OFF")
            self._connection.execute(_MAKE)
        return self._connection
