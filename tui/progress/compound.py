"""The rules made of other rules: ``all`` of them hold, or ``any`` of them."""

from __future__ import annotations

from tui.curriculum.rule import All, AnyOf
from tui.progress.standing import Gauge, Standing


def compound(rule: All | AnyOf, parts: tuple[Standing, ...]) -> Standing:
    """The standing of *parts* taken together (`nca` 4.4.7.4: period *or* count).

    The gauges are those of the part that decides: for ``all`` the first that isn't met, for ``any`` the one that is
    furthest. An entry is passed over only where no part counts it. Months and missing names stay with the parts.
    """
    if isinstance(rule, All):
        kind, met = "all", all(part.met for part in parts)
        leading = next((part for part in parts if not part.met), parts[0])
    else:
        kind, met = "any", any(part.met for part in parts)
        leading = max(parts, key=_furthest)
    counted = dict.fromkeys(entry for part in parts for entry in part.counted)
    passed_over = dict.fromkeys(entry for part in parts for entry in part.passed_over)
    return Standing(
        kind,
        met,
        leading.gauges,
        tuple(counted),
        tuple(entry for entry in passed_over if entry not in counted),
        parts=parts,
    )


def _furthest(part: Standing) -> tuple[bool, float]:
    """Sort key: met parts are largest; then those whose weakest gauge is nearest to its number."""
    return part.met, min((_share(gauge) for gauge in part.gauges), default=0.0)


def _share(gauge: Gauge) -> float:
    """The share of a gauge that is done, from 0 to 1; 0 where its number is unset."""
    if gauge.met:
        return 1.0
    if gauge.needed is None or gauge.needed <= 0 or gauge.at_most:
        return 0.0
    return min(1.0, gauge.done / gauge.needed)
