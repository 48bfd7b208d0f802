"""Reading a line of a bundle that stands there as ikusei writes it, in one pass over its text.

Nearly every line does. Whatever else a line holds (blanks, other orders of keys, escapes, numbers with a point, what
could drive a terminal) is no matter for here: ``line`` reads it in small steps, and says what is wrong with it.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, NoReturn

from tui.journal.bundle.limits import DEEPEST, HASH, ID, KIND, LATEST, LONGEST_WORD, MOST, SUBJECT
from tui.journal.canonical import Record, canonical
from tui.journal.event import Json
from tui.text.clean import is_clean

_NUMBER: Final = "(0|[1-9][0-9]{0,15})"
_WORD: Final = rf'"([!#-\[\]-~]{{0,{LONGEST_WORD}}})"'
"""A text of ASCII without blanks, quotes and backslashes: it is its own JSON, and stands in one line."""
# A body is an object of its own: where it begins is known, so where it ends is, too, once it has been read as one.
_LINE: Final = re.compile(
    rf'{{"author":"({ID.pattern})","body":({{.*}}),"clock":{_NUMBER},"hash":"({HASH.pattern})","item":{_WORD},'
    rf'"kind":"({KIND.pattern})","n":{_NUMBER},"pack":{_WORD},"pack_version":{_WORD},"previous":"({HASH.pattern}|)",'
    rf'"recorded":{_NUMBER},"trainee":"({SUBJECT.pattern}|)","writer":"({ID.pattern})"}}\n'
)
# Clean texts hold no escapes but for quotes, backslashes, newlines and tabs.
_UNUSUAL_ESCAPE: Final = re.compile(r"\\[^\"\\nt]")


def record_as_written(raw: bytes) -> tuple[Record, dict[str, Json]] | None:
    """The event that stands in a line, and its body read; None where the line is to be read in small steps.

    Its hash isn't compared here.
    """
    try:
        found = _LINE.fullmatch(raw.decode("utf-8"))
        body = _body(found[2]) if found else None
    except (ValueError, RecursionError):
        return None
    if found is None or body is None:
        return None
    author, text, clock, event, item, kind, n, pack, version, previous, recorded, trainee, writer = found.groups()
    record = Record(
        event, writer, int(n), previous, int(clock), int(recorded), author, trainee, kind, item, text, pack, version
    )
    if not (1 <= record.n <= MOST and record.clock <= LATEST and record.recorded <= LATEST):
        return None
    return record, body


def _body(text: str) -> dict[str, Json] | None:
    """The object that *text* is, if writing it anew gives the same text and every text in it is clean."""
    if text.count("{") + text.count("[") >= DEEPEST or not is_clean(text) or _has_unusual_escape(text):
        return None
    body: dict[str, Json] = _DECODER.decode(text)
    # A key that stands there twice is gone when it is written anew.
    return body if canonical(body) == text else None


def _has_unusual_escape(text: str) -> bool:
    return "\\" in text and _UNUSUAL_ESCAPE.search(text) is not None


def _number(digits: str) -> int:
    number = int(digits)
    if abs(number) > MOST:
        raise ValueError(digits[:40])
    return number


def _none(text: str) -> NoReturn:
    raise ValueError(text[:40])


_DECODER: Final[Any] = json.JSONDecoder(parse_int=_number, parse_float=_none, parse_constant=_none)
