"""Signing a mentor's decisions with their own SSH key, before they are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tui.errors import SigningError
from tui.journal.event import Event, Kind, NewEvent
from tui.record import record
from tui.signing.keygen import sign_all
from tui.signing.keys import SigningKey, agent_keys, signing_keys
from tui.signing.permission import permission
from tui.signing.private_key import asks_for_passphrase
from tui.signing.public_key import PublicKey, read_line
from tui.trust.folder import TrustFolder
from tui.trust.roster import principals
from tui.trust.signature_check import check_signature
from tui.trust.signature_state import SignatureKind
from tui.trust.statement import NAMESPACE, signed_bytes, statement
from tui.workbook.setup.reviewer import NO_KEY

SIGNED_KINDS: Final = frozenset({Kind.DECISION, Kind.WAIVER, Kind.SIGNOFF, Kind.REOPENING})
"""Kinds of events that are signed: everything by which a mentor decides something."""
KEY_VARIABLE: Final = "IKUSEI_KEY"
_TOUCHED: Final = "sk-"


@record
class Signer:
    """A key that signs what its owner decides.

    Args:
        key: a key file, or a public key whose private half the agent holds.
        name: its fingerprint, or its file name where the key can't be read.
        needs_terminal: whether a passphrase, a PIN or a touch may be asked for while it signs.
        folder: the trust folder, which says whose keys count.
        tell: gets what ``ssh-keygen`` says meanwhile; None: it goes to the terminal.
    """

    key: Path | PublicKey
    name: str
    needs_terminal: bool
    folder: TrustFolder
    tell: Callable[[str], None] | None = None

    def seal(self, events: Sequence[Event]) -> list[NewEvent]:
        """The signatures over those of *events* that are of ``SIGNED_KINDS``, as new events.

        Raises:
            SigningError: the key can't sign, or its signature would be INVALID to everybody who checks it.
        """
        decided = [event for event in events if event.kind in SIGNED_KINDS]
        texts = [statement(event) for event in decided]
        signatures = sign_all([signed_bytes(text) for text in texts], self.key, NAMESPACE, tell=self.tell)
        return [self._checked(*each) for each in zip(decided, texts, signatures, strict=True)]

    def silent(self) -> Signer:
        """The same key for use under a screen: if it signs without asking, nothing is written to the terminal."""
        return self if self.needs_terminal else replace(self, tell=lambda _: None)

    def _checked(self, event: Event, text: str, armoured: str) -> NewEvent:
        state = check_signature(event, text, armoured, self.folder)
        if state.kind is SignatureKind.INVALID:
            raise SigningError(state.reason, **state.fields)
        body = {"event": str(event.hash), "text": text, "signature": armoured}
        return NewEvent(Kind.SIGNATURE, event.trainee, event.item, dict(body), (event.pack, event.pack_version))


def find_signer(env: Mapping[str, str], person: str, folder: TrustFolder, chosen: str) -> Signer | None:
    """The key to sign with: the chosen one, else the first one that the trust folder allows the person now.

    Keys in the agent come before files, which may ask for a passphrase. Without a trust folder nobody could check a
    signature, so nothing is signed unless a key was chosen.

    Args:
        env: the environment; ``HOME`` says where ``~/.ssh`` is.
        person: id of the person who signs.
        folder: the trust folder.
        chosen: path of a key file, ``none`` to sign with no key, or empty.

    Raises:
        SigningError: the chosen key isn't there.
    """
    if chosen == NO_KEY:
        return None
    if chosen:
        return _of_file(Path(chosen).expanduser(), folder)
    names = principals(folder.roster, person)
    if not names or folder.signers is None:
        return None
    now = int(datetime.now(UTC).timestamp())
    home = Path(env["HOME"]) if env.get("HOME") else Path.home()
    allowed = [
        each
        for each in signing_keys(home / ".ssh")
        if permission(each.key, folder.signers, names, NAMESPACE, now).principals
    ]
    found = min(allowed, key=lambda each: not each.is_in_agent, default=None)
    return None if found is None else _of_key(found, folder)


def _of_key(found: SigningKey, folder: TrustFolder) -> Signer:
    asks = not found.is_in_agent and (found.path is None or asks_for_passphrase(found.path))
    needs_terminal = asks or found.key.key_type.startswith(_TOUCHED)
    return Signer(found.handle, found.key.fingerprint, needs_terminal, folder)


def _of_file(path: Path, folder: TrustFolder) -> Signer:
    if not path.is_file():
        raise SigningError("signing.key_missing", name=path)
    try:
        public = path if path.suffix == ".pub" else path.with_name(f"{path.name}.pub")
        key = read_line(public.read_text(encoding="utf-8", errors="replace"))
    except (OSError, SigningError):
        return Signer(path, str(path), True, folder)
    held = any(each.blob == key.blob for each in agent_keys())
    return _of_key(SigningKey(key, path, held), folder)
