"""The organisation of the twelve-person SOC, as its lead writes it: how each duty is done, how teams are staffed."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tui.curriculum.organisation import ShiftMode
from tui.journal.assessment import How, Mark
from tui.progress.staffing import Ours
from tui.workbook.organisation.assessing import AssessmentChange
from tui.workbook.organisation.staffing import TeamStaffing

PATTERN: Final = "pattern.hybrid"
"""The pattern that the organisation wants."""
WATCH: Final = "あおぞら監視サービス"
PRODUCTS: Final = "北斗システムズ"
_TEAM: Final = "team"
_IN, _SHARED, _OUT, _NONE = How.INHOUSE, How.SHARED, How.OUTSOURCED, How.NONE


def _said(
    duty: str, now: tuple[How, int], target: tuple[How, int], provider: str = "", note: str = ""
) -> AssessmentChange:
    def mark(half: tuple[How, int]) -> Mark:
        how, level = half
        return Mark(how, level, provider if how in {_SHARED, _OUT} else "")

    return AssessmentChange(duty, mark(now), mark(target), note)


FIRST: Final = (
    _said("a-1", (_IN, 2), (_IN, 2)),
    _said("a-2", (_IN, 1), (_IN, 2)),
    _said("a-4", (_IN, 1), (_IN, 2)),
    _said("b-1", (_OUT, 1), (_SHARED, 2), WATCH, "夜間と休日だけ委託"),
    _said("b-2", (_OUT, 1), (_SHARED, 2), WATCH),
    _said("b-3", (_IN, 1), (_IN, 2)),
    _said("b-4", (_OUT, 2), (_OUT, 2), WATCH),
    _said("c-2", (_NONE, 0), (_SHARED, 1), WATCH),
    _said("d-1", (_IN, 2), (_IN, 3)),
    _said("d-2", (_IN, 1), (_IN, 2)),
    _said("e-3", (_IN, 1), (_IN, 2)),
    _said("e-5", (_OUT, 2), (_OUT, 2), PRODUCTS),
    _said("g-1", (_SHARED, 2), (_SHARED, 2), PRODUCTS),
)
"""The first assessment."""
NOW: Final = (
    _said("b-1", (_SHARED, 2), (_SHARED, 2), WATCH, "夜間と休日だけ委託。日勤は自分たちで"),
    _said("b-2", (_SHARED, 1), (_SHARED, 2), WATCH),
    _said("c-2", (_SHARED, 1), (_SHARED, 1), WATCH, "保全までは自分たちで"),
    _said("c-5", (_IN, 2), (_IN, 2)),
    _said("d-2", (_IN, 2), (_IN, 2)),
    _said("d-3", (_IN, 2), (_IN, 2)),
    _said("d-6", (_IN, 2), (_IN, 2)),
    _said("d-7", (_NONE, 0), (_IN, 1)),
    _said("e-2", (_IN, 1), (_IN, 2)),
    _said("e-6", (_NONE, 0), (_OUT, 1), PRODUCTS),
    _said("f-2", (_IN, 2), (_IN, 2)),
    _said("g-10", (_IN, 2), (_IN, 2)),
    _said("i-2", (_NONE, 0), (_IN, 1)),
)
"""The second assessment: duties that have changed, and duties that the first one left out."""


def _staffed(team: str, mode: ShiftMode, heads: str = "0", *, held_by: str = "", note: str = "") -> TeamStaffing:
    return TeamStaffing(Ours(f"{_TEAM}.{team}", mode, Decimal(heads), f"{_TEAM}.{held_by}" if held_by else ""), note)


STAFFING: Final = (
    _staffed("first-response", "round-the-clock", "6", note="夜勤は 2 交代"),
    _staffed("second-response", "day", "1.5", note="1 人は週 3 日"),
    _staffed("incident-response", "day", "1"),
    _staffed("vulnerability", "held", held_by="incident-response"),
    _staffed("research", "held", held_by="second-response"),
    _staffed("forensics", "held", held_by="second-response"),
    _staffed("operation", "day", "2"),
    _staffed("development", "day", "1"),
)
"""How the people are spread over the teams; the lead belongs to none."""
