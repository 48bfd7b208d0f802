"""Why a criterion can't be claimed yet, in one sentence: what is missing, how much, and who can mend it."""

from __future__ import annotations

from tui.errors import UsageError
from tui.progress.standing import Gauge, GaugeUnit
from tui.workbook.standings.amounts import amount
from tui.workbook.standings.views import CriterionView


def lack_of(view: CriterionView) -> UsageError | None:
    """Why a criterion can't be claimed; None if its rule is met and its points are ticked."""
    criterion, standing = view.criterion, view.standing
    if view.is_ready:
        return None
    gauge = next((each for each in standing.gauges if not each.met), None) if not standing.met else None
    # For "period or count", the part that is furthest may need no number of the organisation: it is named then.
    if standing.unset and (standing.rule != "any" or gauge is None or gauge.needed is None):
        return UsageError("workbook.lacks.number", name=criterion.id, keys=", ".join(standing.unset))
    if gauge is None or gauge.unit is GaugeUnit.POINTS:
        left = len(criterion.points) - view.points_done
        return UsageError("workbook.points_open", name=criterion.id, left=left)
    titles = ", ".join(each.title for each in view.readings if each.id not in view.ticked)
    key = f"workbook.lacks.{_kind_of(gauge)}"
    needed = amount(gauge.needed or 0)
    return UsageError(key, name=criterion.id, done=amount(gauge.done), needed=needed, titles=titles)


def _kind_of(gauge: Gauge) -> str:
    if gauge.at_most and gauge.unit is GaugeUnit.DAYS:
        return "hole"
    return "errors" if gauge.at_most else str(gauge.unit)
