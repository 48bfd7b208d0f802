"""What the bodies of the organisation's events hold: its assessment of a duty, its SecBoK columns, its pattern."""

from __future__ import annotations

from collections.abc import Mapping

from tui.errors import JournalError
from tui.journal.assessment import LAST_LEVEL, How, Mark
from tui.journal.event import Json, Kind
from tui.journal.fields import Fields


def assessment(body: Mapping[str, Json]) -> dict[str, Json]:
    """How a duty is done now, how it shall be done, and a note."""
    fields = Fields(Kind.ASSESSMENT, body)
    now, target = (mark_of(fields.table(name)) for name in ("now", "target"))
    return {"now": said(now), "target": said(target), "note": fields.text("note")}


def columns(body: Mapping[str, Json]) -> dict[str, Json]:
    """The SecBoK roles in whose columns the organisation puts the marks of a duty."""
    return {"columns": list(Fields(Kind.COLUMNS, body).words("columns"))}


def pattern(body: Mapping[str, Json]) -> dict[str, Json]:
    """The pattern that the organisation wants; empty where it wants none any more."""
    return {"pattern": Fields(Kind.PATTERN, body).text("pattern")}


def mark_of(fields: Fields) -> Mark:
    """One half of an assessment.

    Raises:
        JournalError: a field is invalid, or the fields contradict one another.
    """
    how = fields.text("how")
    if how not in tuple(How):
        raise JournalError("journal.how", value=how, known=", ".join(filter(None, How)))
    mark = Mark(How(how), fields.whole("level", 0, LAST_LEVEL, 0), fields.text("provider"))
    if mark.level and not mark.is_done:
        raise JournalError("journal.level_of_nothing")
    if mark.provider and mark.how not in {How.SHARED, How.OUTSOURCED}:
        raise JournalError("journal.provider_of_nothing")
    return mark


def said(mark: Mark) -> dict[str, Json]:
    """A mark as it is written."""
    return {"how": str(mark.how), "level": mark.level, "provider": mark.provider}
