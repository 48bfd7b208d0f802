"""The trust folder: the roster, the keys that count, and the lead's signature over both."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tui.curriculum.faults import ContentFaults
from tui.errors import ContentError, SigningError, TrustError
from tui.record import record
from tui.signing.allowed_signers import SignersFile
from tui.signing.keygen import KEYGEN
from tui.signing.revoked import RevokedFile
from tui.trust.folder_files import read_files
from tui.trust.folder_state import FolderKind, FolderState
from tui.trust.lead_signature import judge
from tui.trust.manifest import fingerprint_of, short
from tui.trust.roster import Roster

_NOBODY: Final = Roster("", "")


@record
class TrustFolder:
    """A trust folder as it was read; ``TrustFolder.open`` makes it.

    Args:
        path: where it lies.
        state: how far it can be believed.
        roster: who may review whom. None where there is no folder: then anybody may. In a folder that doesn't count it
            is empty, so that a folder that was tampered with allows nobody anything.
        signers: which keys may sign for whom; None where no list of keys counts.
        revoked: keys that count no more, or None.
        manifest: the manifest computed from its files; empty where they can't be read.
        found: the roster in the file, for showing only, whether it counts or not.
        faults: the faults of the roster.
        lead: fingerprint of the lead's key that the reader has pinned, or empty.
        present: only in a kept copy (``tui.trust.newest``) that is used instead of a folder that can't be used: that
            folder; else None.
    """

    path: Path
    state: FolderState
    roster: Roster | None = None
    signers: SignersFile | None = None
    revoked: RevokedFile | None = None
    manifest: str = ""
    found: Roster | None = None
    faults: tuple[ContentError, ...] = ()
    lead: str = ""
    present: TrustFolder | None = None

    @property
    def as_it_lies(self) -> TrustFolder:
        """The folder that lies at *path* now, whether it counts or not."""
        return self.present or self

    @classmethod
    def open(
        cls, path: Path, lead: str = "", *, now: datetime | None = None, program: str | None = KEYGEN
    ) -> TrustFolder:
        """Read the folder at *path*; whatever is wrong with it is noted in its state.

        Args:
            path: the folder; there may be none.
            lead: fingerprint of the lead's key that the reader has pinned, or empty.
            now: the present moment; left out, what the clock says.
            program: name or path of ``ssh-keygen``; None: don't use it.
        """
        try:
            path.stat()
            files = read_files(path)
        except (FileNotFoundError, NotADirectoryError):
            return cls(path, _gone(path, lead), _NOBODY if lead else None, lead=lead)
        except ContentFaults as error:
            state = FolderState(FolderKind.INVALID, "trust.roster_faulty", {"count": len(error.faults)})
            return cls(path, state, _NOBODY, faults=error.faults, lead=lead)
        except (TrustError, SigningError) as error:
            return cls(path, FolderState(FolderKind.INVALID, error.key, error.fields), _NOBODY, lead=lead)
        except OSError as error:
            fields = {"file": path, "why": error.strerror or type(error).__name__}
            return cls(path, FolderState(FolderKind.INVALID, "trust.unreadable", fields), _NOBODY, lead=lead)
        state = judge(files, lead, now or datetime.now(UTC), program)
        shown = cls(path, state, _NOBODY, manifest=files.manifest, found=files.roster, lead=lead)
        if not state.is_usable:
            return shown
        return replace(shown, roster=files.roster, signers=files.signers, revoked=files.revoked)

    @property
    def fingerprint(self) -> str:
        """SHA-256, in hexadecimal, of what the lead signs, computed from the files; empty where they can't be read."""
        return fingerprint_of(self.manifest) if self.manifest else ""

    @property
    def short(self) -> str:
        """The fingerprint for a screen."""
        return short(self.fingerprint)


def _gone(path: Path, lead: str) -> FolderState:
    if lead:
        return FolderState(FolderKind.INVALID, "trust.folder_gone", {"folder": path, "lead": lead})
    return FolderState(FolderKind.NONE, "trust.no_folder", {"folder": path})
