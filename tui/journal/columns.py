"""Of which types the columns of a row must be: those that the callable says which makes something of the row.

The tables are STRICT, but SQLite holds a row against its table only when the row is written: one changed byte of a file
gives a blob where a number stood, or a row without its last columns. So every row is looked at when it is read.
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
"""How a callable says that it takes columns of any type."""
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
    """The shapes of a row of which *make* can make something; None where any will do."""
    if make not in _known:
        _known[make] = _shapes(make)
    return _known[make]


def shape(row: tuple[object, ...]) -> tuple[type, ...]:
    """The types of the columns of *row*."""
    return tuple(map(type, row))


def _shapes(make: Callable[..., object]) -> Shapes | None:
    named = {name: kind for name, kind in get_annotations(make).items() if name != "return"}
    # A NamedTuple keeps the text of an annotation wrapped.
    kinds = [getattr(kind, "__forward_arg__", kind) for kind in named.values()]
    return None if not kinds or _ANY in kinds else frozenset(product(*(_TYPES[kind] for kind in kinds)))
