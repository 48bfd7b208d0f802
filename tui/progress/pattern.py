"""Which of the printed patterns an organisation comes closest to, and what differs from one (`isogj` 6.3).

Pure functions. A pattern says for each region whether the organisation covers it itself, together with specialists, or
leaves it to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from tui.curriculum.organisation import Pattern
from tui.curriculum.textbook import Duty
from tui.journal.assessment import How
from tui.record import record

_RANK: Final = {How.INHOUSE: 2, How.SHARED: 1, How.OUTSOURCED: 0}
"""How much of a duty stays in the organisation; the distance between two ways is the difference of their ranks."""


@record
class PatternDifference:
    """A duty that is done in another way than a pattern says.

    Args:
        duty: its id.
        region: the region from which the pattern's way follows.
        expected: how the pattern says it is done.
        actual: how it is done.
    """

    duty: str
    region: str
    expected: How
    actual: How


@record
class Fit:
    """How well an organisation fits a pattern.

    Args:
        pattern: which.
        counted: how many duties could be compared: those that somebody has assessed, and that are done.
        distance: sum over those duties; a duty that is shared instead of in-house or outsourced is one step away.
        differences: the duties that differ, in the order of the textbook.
    """

    pattern: Pattern
    counted: int
    distance: int
    differences: tuple[PatternDifference, ...]


def expected(pattern: Pattern, region: str) -> How:
    """How a pattern says the duties of a region are done; UNSAID where it doesn't name the region."""
    if region in pattern.inside:
        return How.INHOUSE
    if region in pattern.shared:
        return How.SHARED
    return How.OUTSOURCED if region in pattern.outside else How.UNSAID


def fit(pattern: Pattern, duties: Iterable[Duty], ways: Mapping[str, How]) -> Fit:
    """Compare *ways*, by duty, with *pattern*.

    A duty of several regions is compared with the region that it comes closest to. Duties that aren't done, or that
    nobody has assessed, aren't counted.
    """
    counted = distance = 0
    differences = []
    for duty in duties:
        actual = ways.get(duty.id, How.UNSAID)
        choices = [(region, way) for region in duty.region if (way := expected(pattern, region)) is not How.UNSAID]
        if actual not in _RANK or not choices:
            continue
        region, way = min(choices, key=lambda choice: abs(_RANK[choice[1]] - _RANK[actual]))
        counted += 1
        distance += abs(_RANK[way] - _RANK[actual])
        if way is not actual:
            differences.append(PatternDifference(duty.id, region, way, actual))
    return Fit(pattern, counted, distance, tuple(differences))


def closest(patterns: Iterable[Pattern], duties: Iterable[Duty], ways: Mapping[str, How]) -> tuple[Fit, ...]:
    """The patterns that *ways* come closest to: several where they are equally close, none where no duty counts."""
    listed = list(duties)
    fits = [fit(pattern, listed, ways) for pattern in patterns]
    nearest = min((each.distance for each in fits if each.counted), default=None)
    return tuple(each for each in fits if each.counted and each.distance == nearest)
