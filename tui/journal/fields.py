"""Reading the fields of a body one by one, each with its type and its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from tui.errors import JournalError
from tui.journal.event import Json
from tui.text.clean import stored

MOST: Final = 1_000_000
"""The largest number that an entry can hold: far above any real one, far below what overflows."""

LONGEST_NAME: Final = 1000
"""Characters of a person's name."""
LONGEST_WORD: Final = 256
"""Characters of an id of an item or a pack."""
LONGEST_BODY: Final = (1 << 20) - (1 << 14)
"""Bytes of a body: with the rest of its event it must fit into a line of a bundle, or the journal couldn't travel."""


class Fields:
    """The fields of one body.

    Args:
        kind: kind of the event, for error messages.
        body: what is read.
    """

    def __init__(self, kind: str, body: Mapping[str, Json]) -> None:
        self._kind = kind
        self._body = body

    def text(self, name: str) -> str:
        """Free text, cleaned; empty where it is left out.

        Raises:
            JournalError: it is something else.
        """
        value = self._body.get(name, "")
        if not isinstance(value, str):
            raise self._wrong(name)
        return stored(value)

    def word(self, name: str) -> str:
        """A text that must not be empty.

        Raises:
            JournalError: it is left out, empty, or something else.
        """
        value = self.text(name)
        if not value:
            raise self._wrong(name)
        return value

    def whole(self, name: str, low: int, high: int, default: int) -> int:
        """A whole number.

        Raises:
            JournalError: it is something else, or outside of *low* to *high*.
        """
        value = self._body.get(name, default)
        # In Python a bool is an int, but true is no number in JSON.
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(name)
        if not low <= value <= high:
            raise JournalError("journal.number", field=name, value=value, low=low, high=high)
        return value

    def whole_or_none(self, name: str, low: int) -> int | None:
        """A whole number from *low*, or None where it is left out.

        Raises:
            JournalError: it is something else, or out of bounds.
        """
        return None if self._body.get(name) is None else self.whole(name, low, MOST, low)

    def flag(self, name: str, default: bool) -> bool:
        """True or false.

        Raises:
            JournalError: it is something else.
        """
        value = self._body.get(name, default)
        if not isinstance(value, bool):
            raise self._wrong(name)
        return value

    def day(self, name: str) -> date:
        """A calendar day, written ``2026-11-20``.

        Raises:
            JournalError: it is left out or no such day.
        """
        value = self._body.get(name)
        try:
            if isinstance(value, str) and len(value) == len("2026-11-20"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise JournalError("journal.day", day=value if isinstance(value, str) else "")

    def words(self, name: str) -> tuple[str, ...]:
        """A list of texts, none empty, each once, in their order; left out, there are none.

        Raises:
            JournalError: it is something else.
        """
        value = self._body.get(name, [])
        if not isinstance(value, list):
            raise self._wrong(name)
        found = [stored(each) if isinstance(each, str) else "" for each in value]
        if not all(found):
            raise self._wrong(name)
        return tuple(dict.fromkeys(found))

    def texts(self, name: str) -> dict[str, str]:
        """A table from text to text.

        Raises:
            JournalError: it is something else.
        """
        value = self._body.get(name, {})
        if not isinstance(value, dict):
            raise self._wrong(name)
        found = {stored(key): stored(each) for key, each in value.items() if isinstance(each, str)}
        if len(found) != len(value):
            raise self._wrong(name)
        return found

    def tables(self, name: str) -> list[Fields]:
        """A list of tables, each to be read in the same way.

        Raises:
            JournalError: it is something else.
        """
        value = self._body.get(name, [])
        if not isinstance(value, list):
            raise self._wrong(name)
        tables = [Fields(self._kind, each) for each in value if isinstance(each, dict)]
        if len(tables) != len(value):
            raise self._wrong(name)
        return tables

    def table(self, name: str) -> Fields:
        """A table; left out, an empty one.

        Raises:
            JournalError: it is something else.
        """
        value = self._body.get(name, {})
        if not isinstance(value, dict):
            raise self._wrong(name)
        return Fields(self._kind, value)

    def _wrong(self, name: str) -> JournalError:
        return JournalError("journal.field", kind=self._kind, field=name)
