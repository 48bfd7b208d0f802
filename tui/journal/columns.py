"""Which types the columns of a row must have: those in the annotations of the callable that takes the row.

The tables are STRICT, but SQLite checks a row only when it is written. One changed byte of a file can turn a number
into a blob, or cut off the last columns of a row. So the types of every row are checked when it is read.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import get_annotations
from itertools import product
from types import NoneType
from typing import Final, TypeAlias

Shapes: TypeAlias = frozenset[tuple[type, ...]]
"""Every combination of types that a row may have."""

_ANY: Final = "SqlValue"
"""The annotation of a callable that takes columns of any type."""
_TYPES: Final[dict[object, tuple[type, ...]]] = {
    "str": (str,),
    "EventHash": (str,),
    "Verdict": (str,),
    "str | None": (str, NoneType),
    "int": (int,),
    "int | None": (int, NoneType),
}
_known: Final[dict[object, Shapes | None]] = {str: frozenset({(str,)}), int: frozenset({(int,)})}


def shapes_for(make: Callable[..., object]) -> Shapes | None:
    """The shapes of a row that *make* accepts; None where it accepts any."""
    if make not in _known:
        _known[make] = _shapes(make)
    return _known[make]


def shape(row: tuple[object, ...]) -> tuple[type, ...]:
    """The types of the columns of *row*."""
    return tuple(map(type, row))


def _shapes(make: Callable[..., object]) -> Shapes | None:
    named = {name: kind for name, kind in get_annotations(make).items() if name != "return"}
    # A NamedTuple wraps the text of an annotation in a ForwardRef.
    kinds = [getattr(kind, "__forward_arg__", kind) for kind in named.values()]
    return None if not kinds or _ANY in kinds else frozenset(product(*(_TYPES[kind] for kind in kinds)))
