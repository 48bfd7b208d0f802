"""Who looks at the claims of others, and the key by which they stand behind what they decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol

from tui.journal.event import Event, NewEvent
from tui.record import record

NO_KEY: Final = "none"
"""In the place of a key: sign with none."""


class SealingKey(Protocol):
    """A key that signs; ``tui.workbook.setup.signer.Signer`` is one."""

    @property
    def name(self) -> str:
        """Its fingerprint, or its file."""

    @property
    def needs_terminal(self) -> bool:
        """Whether a passphrase, a PIN or a touch may be asked for while it signs."""

    def silent(self) -> SealingKey:
        """The same key for a screen, which isn't written over."""

    def seal(self, events: Sequence[Event]) -> Sequence[NewEvent]:
        """The signatures over those of *events* by which something is decided.

        Raises:
            SigningError: the key can't sign.
        """


@record
class Reviewer:
    """Who looks at claims.

    Args:
        id: of the person.
        name: as shown.
        signer: the key by which they stand behind what they decide; None: it stays unsigned.
    """

    id: str
    name: str
    signer: SealingKey | None = None

    def silent(self) -> Reviewer:
        """The same for a screen, which isn't written over by what is said while a key signs."""
        return replace(self, signer=self.signer.silent()) if self.signer is not None else self
