"""What a mentor signs: one line that says an event in full, written the same way on every machine."""

from __future__ import annotations

from typing import Final

from tui.journal.canonical import canonical, composed
from tui.journal.event import Event, Json

PURPOSE: Final = "ikusei-signoff-1"
"""Purpose and version of the statement."""
NAMESPACE: Final = "ikusei-signoff"
"""The namespace for which a mentor's key must be allowed."""
_SNAPSHOTS: Final = ("claim", "signoff")
"""Fields of a body that name what the event is about, by a hash that covers all of it."""


def statement(event: Event) -> str:
    """The text that *event*'s author signs: canonical JSON, one line without a line end.

    It holds the whole event, with the journal's field names, so whoever has only the text can read what was signed.
    The event's hash ties it to the chain (``previous``, ``n``), the snapshot ties it to the claim, and the claim's hash
    ties it to the entries.

    Raises:
        ValueError: the body can't be written as canonical JSON (it holds NaN or infinity), or is nested too deep.
    """
    fields: Json = {
        "purpose": PURPOSE,
        "event": event.hash,
        "previous": event.previous,
        "writer": event.writer,
        "n": event.n,
        "clock": event.clock,
        "recorded": event.recorded,
        "author": event.author,
        "trainee": event.trainee,
        "kind": event.kind,
        "item": event.item,
        "body": dict(event.body),
        "snapshot": next((text for name in _SNAPSHOTS if (text := _text(event, name))), ""),
        "pack": event.pack,
        "pack_version": event.pack_version,
        "policy": _text(event, "policy"),
    }
    try:
        whole = composed(fields)
        assert isinstance(whole, dict)  # the body of an event is a dict
        return canonical(whole)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def signed_bytes(text: str) -> bytes:
    """The bytes of a statement that are signed."""
    # Another program may have written lone surrogates (halves of a character) into a journal; they must not raise here.
    return text.encode("utf-8", "surrogatepass")


def _text(event: Event, name: str) -> str:
    value = event.body.get(name)
    return value if isinstance(value, str) else ""
