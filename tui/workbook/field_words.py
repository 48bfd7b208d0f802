"""What the fields of an event's body are called, and what they say, for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from tui.journal.event import SUPERVISION, Event, Json, Kind
from tui.journal.review import Verdict
from tui.lang import Lang, say

_KNOWN: Final = frozenset({
    "items", "day", "quantity", "hits", "total", "findings", "supervision", "note", "evidence", "entry", "event", "on",
    "entries", "states", "policy", "policy_digest", "points", "wording", "comment", "claim", "name", "start", "person",
    "host", "copied_from", "verdict", "reason", "heads", "over", "before", "text", "declaration", "decisions",
    "waivers", "exception", "signoff", "signature", "mode", "held_by", "now", "target", "how", "level", "provider",
    "columns", "pattern", "ref", "sha256",
})  # fmt: skip
_NOTHING: Final[tuple[Json, ...]] = (None, "", [], {})


def field_texts(event: Event, names: Mapping[str, str], lang: Lang) -> Iterator[tuple[str, str]]:
    """Each field that says anything: what it is called, and what it says, whole. A field of a newer ikusei as it is."""
    for key, value in event.body.items():
        if value not in _NOTHING:
            yield _label(key, event.kind, lang), _text(key, value, event.kind, names, lang)


def _label(key: str, kind: str, lang: Lang) -> str:
    if (kind, key) == (Kind.HEADCOUNT, "heads"):
        return say(lang, "words.field.people")
    return say(lang, f"words.field.{key}") if key in _KNOWN else key


def _text(key: str, value: Json, kind: str, names: Mapping[str, str], lang: Lang) -> str:
    match value:
        case bool():
            return say(lang, "words.yes" if value else "words.no")
        case dict():
            said = (
                f"{_label(name, kind, lang)} {_text(name, each, kind, names, lang)}" for name, each in value.items()
            )
            return "  ".join(said)
        case list():
            return ", ".join(_text(key, each, kind, names, lang) for each in value)
        case str() if key == "supervision" and value in SUPERVISION:
            return say(lang, f"words.supervision.{value}")
        case str() if key == "verdict" and value in tuple(Verdict):
            return say(lang, f"words.verdict.{value}")
        case _:
            text = str(value)
            return f"{text} {names[text]}" if text in names else text
