"""The person who reviews other people's claims, and the key that signs their decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol

from tui.journal.event import Event, NewEvent
from tui.record import record

NO_KEY: Final = "none"
"""Instead of a key: sign with no key."""


class SealingKey(Protocol):
    """A key that signs; ``tui.workbook.setup.signer.Signer`` is one."""

    @property
    def name(self) -> str:
        """Its fingerprint, or its file name where the key can't be read."""

    @property
    def needs_terminal(self) -> bool:
        """Whether a passphrase, a PIN or a touch may be asked for while it signs."""

    def silent(self) -> SealingKey:
        """The same key for use under a screen: what ssh-keygen says doesn't appear on the terminal."""

    def seal(self, events: Sequence[Event]) -> Sequence[NewEvent]:
        """The signatures over those of *events* that are signed (``SIGNED_KINDS``), as new events.

        Raises:
            SigningError: the key can't sign.
        """


@record
class Reviewer:
    """A person who reviews claims.

    Args:
        id: id of the person.
        name: name as shown.
        signer: the key that signs their decisions; None: decisions stay unsigned.
    """

    id: str
    name: str
    signer: SealingKey | None = None

    def silent(self) -> Reviewer:
        """The same person for use under a screen: while the key signs, nothing is written over what it shows."""
        return replace(self, signer=self.signer.silent()) if self.signer is not None else self
