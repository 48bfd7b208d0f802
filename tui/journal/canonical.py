"""Canonical bytes: one value, one text, one hash, on every machine."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

from tui.errors import JournalError
from tui.journal.event import Event, EventHash, Json

FORMAT: Final = "ikusei-event-1"
"""Purpose and version of what is hashed; it is part of the hashed bytes."""


DEEPEST: Final = 24
"""Lists and objects inside one another; a body has three."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
_quoted: Final = json.encoder.encode_basestring
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")


class Record(NamedTuple):
    """An event as it lies in the table ``event``: the columns in their order, the body as the text that was hashed."""

    hash: str
    writer: str
    n: int
    previous: str
    clock: int
    recorded: int
    author: str
    trainee: str
    kind: str
    item: str
    body: str
    pack: str
    pack_version: str

    def digest(self) -> EventHash:
        """The hash that this event must have: over every other column, the body as text, never written anew."""
        # What ``canonical`` would make of the columns, in the order of their names: a bundle has a hundred thousand.
        text = (
            f'{{"author":{_quoted(self.author)},"body":{_quoted(self.body)},"clock":{self.clock},"format":"{FORMAT}",'
            f'"item":{_quoted(self.item)},"kind":{_quoted(self.kind)},"n":{self.n},"pack":{_quoted(self.pack)},'
            f'"pack_version":{_quoted(self.pack_version)},"previous":{_quoted(self.previous)},'
            f'"recorded":{self.recorded},"trainee":{_quoted(self.trainee)},"writer":{_quoted(self.writer)}}}'
        )
        return EventHash(hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest())

    def event(self) -> Event:
        """The event with its body read.

        Raises:
            JournalError: the body isn't JSON any more.
        """
        return Event(EventHash(self.hash), *self[1:10], parsed(self), *self[11:])


def canonical(value: Mapping[str, Json]) -> str:
    """*value* as JSON with sorted keys, no blanks and no escapes but the needed ones; there are no floats in it."""
    return _ENCODER.encode(value)


def composed(value: Json) -> Json:
    """*value* with every string, keys too, in NFC: か typed in two characters and in one is the same word."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(each) for each in value]
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): composed(each) for key, each in value.items()}
    return value


def parsed(record: Record) -> dict[str, Json]:
    """The body of *record*.

    Raises:
        JournalError: it isn't a JSON object any more.
    """
    try:
        body = json.loads(record.body)
    except (ValueError, RecursionError) as error:
        raise JournalError("journal.body_damaged", hash=record.hash) from error
    if not isinstance(body, dict) or not _is_usable(record.body, body):
        raise JournalError("journal.body_damaged", hash=record.hash)
    return body


def _is_usable(text: str, body: Json) -> bool:
    """Whether a body can be shown and written anew: no lone surrogates (halves of characters), and not too deep.

    ikusei writes no other. But the owner of a file can write anything into it, and that must not end a screen.
    """
    if text.count("[") + text.count("{") <= DEEPEST and not _HALF.search(text):
        return True  # true for nearly all: the rest is forged, or has much evidence
    try:
        canonical({"": body}).encode()
    except (ValueError, RecursionError):
        return False
    return _is_flat(body, DEEPEST)


def _is_flat(value: Json, most: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return most >= 0 and all(_is_flat(each, most - 1) for each in inner)
