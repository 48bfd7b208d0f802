"""The id of a person: made at random when they begin; it stays the same when their name changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final, TypeAlias

from tui.errors import UsageError
from tui.text.alike import look
from tui.text.clean import meant, one_line, stored_line

NewPerson: TypeAlias = Callable[[], str]
"""Gives the id of a new person."""

_BYTES: Final = 6
LONGEST: Final = 64
"""The most characters of a typed id; ids that a lead makes up for the roster are shorter."""


def random_person() -> str:
    """An id that nobody else has. It isn't made from the name, or two people of one name would get the same."""
    return f"p-{os.urandom(_BYTES).hex()}"


def typed_person(text: str) -> str:
    """The id that somebody types to continue as themself on another machine.

    Raises:
        UsageError: it can't be a person's id.
    """
    found = one_line(meant(text)).strip()
    # "@organisation" and "*" stand in events and rosters in place of a person's id, and are no person's.
    if not found or len(found) > LONGEST or found[0] in "@*" or len(found.split()) > 1:
        raise UsageError("workbook.no_person_id", text=text)
    return found


def typed_name(text: str) -> str:
    """A typed name as it is kept; empty where it has no visible character."""
    name = stored_line(text)
    return name if look(name) else ""
