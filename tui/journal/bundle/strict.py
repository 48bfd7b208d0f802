"""Reading one line of JSON, strictly: what two readers could understand differently is refused."""

from __future__ import annotations

import json
from typing import Any, Final, NoReturn

from tui.errors import BundleError
from tui.journal.bundle.limits import DEEPEST, MOST
from tui.journal.event import Json
from tui.text.clean import is_clean

_DIGITS: Final = len(str(MOST)) + 1


class _RefusedError(ValueError):
    """Why a line is refused; the number of the line is added by the caller."""

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(key)
        self.key = key
        self.fields = fields


def read_object(raw: bytes, line: int) -> dict[str, Json]:
    """The object that stands in a line.

    Args:
        raw: the line, with or without its line end.
        line: its number, for error messages.

    Raises:
        BundleError: it isn't UTF-8 or not JSON, a key stands there twice, a number isn't whole or too large, something
            is too deep, or a text holds what could drive a terminal.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BundleError("bundle.utf8", line, byte=error.start + 1) from error
    try:
        value = _DECODER.decode(text)
        _look(value, 0)
    except _RefusedError as refused:
        raise BundleError(refused.key, line, **refused.fields) from refused
    except RecursionError as error:
        raise BundleError("bundle.deep", line, deepest=DEEPEST) from error
    except ValueError as error:
        raise BundleError("bundle.json", line) from error
    if not isinstance(value, dict):
        raise BundleError("bundle.json", line)
    return value


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _RefusedError("bundle.twice", name=next(key for key in keys if keys.count(key) > 1))
    return found


def _whole(digits: str) -> int:
    number = int(digits) if len(digits) <= _DIGITS else MOST + 1
    if abs(number) > MOST:
        raise _RefusedError("bundle.number", value=digits[:40])
    return number


def _no_number(text: str) -> NoReturn:
    raise _RefusedError("bundle.number", value=text[:40])


def _look(value: Json, depth: int) -> None:
    """Check every text, and how deep it is nested."""
    if isinstance(value, str):
        if not is_clean(value):
            raise _RefusedError("bundle.unclean", text=value[:60])
    elif isinstance(value, (dict, list)):
        if depth == DEEPEST:
            raise _RefusedError("bundle.deep", deepest=DEEPEST)
        if isinstance(value, dict):
            for key in value:
                _look(key, depth)
        for each in value.values() if isinstance(value, dict) else value:
            _look(each, depth + 1)


_DECODER: Final[Any] = json.JSONDecoder(
    object_pairs_hook=_once, parse_int=_whole, parse_float=_no_number, parse_constant=_no_number
)
