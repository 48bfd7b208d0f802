"""What the body of a head count holds: how a team is staffed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from tui.errors import JournalError
from tui.journal.event import Json, Kind
from tui.journal.fields import Fields

STAFFING_MODES: Final = ("day", "round-the-clock", "held", "none")
"""How a team is staffed, in the words of the curriculum (`isogj` 6.6, table 1)."""

_WITH_HEADS: Final = frozenset(("day", "round-the-clock"))
_HEADS: Final = re.compile(r"(?!0+(?:\.0+)?$)(?:0|[1-9]\d{0,3})(?:\.\d?[1-9])?", re.ASCII)
"""A number of people as text, because a body holds no fractions: above 0, at most two decimals, no trailing zero."""


def headcount(body: Mapping[str, Json]) -> dict[str, Json]:
    """How a team is staffed: heads of its own on day shifts or at all times, held by another team, or not at all."""
    fields = Fields(Kind.HEADCOUNT, body)
    mode = fields.word("mode")
    if mode not in STAFFING_MODES:
        raise JournalError("journal.staffing_mode", value=mode, known=", ".join(STAFFING_MODES))
    heads, held_by = fields.text("heads"), fields.text("held_by")
    if bool(heads) != (mode in _WITH_HEADS) or (heads and not _HEADS.fullmatch(heads)):
        raise JournalError("journal.heads", value=heads, mode=mode)
    if bool(held_by) != (mode == "held"):
        raise JournalError("journal.field", kind=Kind.HEADCOUNT, field="held_by")
    return {"heads": heads, "mode": mode, "held_by": held_by, "note": fields.text("note")}
