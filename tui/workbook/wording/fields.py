"""The fields of an event's body in words: their names and values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from tui.journal.event import SUPERVISION, Event, Json, Kind
from tui.journal.review import Verdict
from tui.lang import Lang, say
from tui.record import record

_KNOWN: Final = frozenset({
    "items", "day", "quantity", "hits", "total", "findings", "supervision", "note", "evidence", "entry", "event", "on",
    "entries", "states", "policy", "policy_digest", "points", "wording", "comment", "claim", "name", "start", "person",
    "host", "copied_from", "verdict", "reason", "heads", "over", "before", "text", "declaration", "decisions",
    "waivers", "exception", "signoff", "signature", "mode", "held_by", "now", "target", "how", "level", "provider",
    "columns", "pattern", "ref", "sha256",
})  # fmt: skip
_DEEPEST: Final = 3
"""How deeply nested lists and tables are put into words. Ours go no deeper; deeper foreign ones are shown as JSON."""
_NOTHING: Final[tuple[Json, ...]] = (None, "", [], {})


def field_texts(event: Event, names: Mapping[str, str], lang: Lang) -> Iterator[tuple[str, str]]:
    """Name and whole value of each field that isn't empty; a field of a newer ikusei keeps its key as its name."""
    for key, value in event.body.items():
        if value not in _NOTHING:
            yield _label(key, event.kind, lang), _Words(event.kind, names, lang).of(key, value)


def _label(key: str, kind: str, lang: Lang) -> str:
    if (kind, key) == (Kind.HEADCOUNT, "heads"):
        return say(lang, "words.field.people")
    return say(lang, f"words.field.{key}") if key in _KNOWN else key


@record
class _Words:
    """Puts the values of an event's fields into words."""

    kind: str
    names: Mapping[str, str]
    lang: Lang

    def of(self, key: str, value: Json, depth: int = 0) -> str:
        """*value* in words, uncut; *depth* is the number of lists and tables around it."""
        match value:
            case bool():
                return say(self.lang, "words.yes" if value else "words.no")
            case dict() | list() if depth == _DEEPEST:
                return json.dumps(value, ensure_ascii=False)
            case dict():
                told = ((name, each) for name, each in value.items() if each not in _NOTHING)
                parts = (
                    f"{_label(name, self.kind, self.lang)} {self.of(name, each, depth + 1)}" for name, each in told
                )
                return "  ".join(parts)
            case list():
                return ", ".join(self.of(key, each, depth + 1) for each in value)
            case _:
                text = str(value)
                return self._word(key, text) or (f"{text} {self.names[text]}" if text in self.names else text)

    def _word(self, key: str, text: str) -> str:
        """The word for a value that is one of our terms; empty where it isn't."""
        if key == "supervision" and text in SUPERVISION:
            return say(self.lang, f"words.supervision.{text}")
        if key == "verdict" and text in tuple(Verdict):
            return say(self.lang, f"words.verdict.{text}")
        return ""
