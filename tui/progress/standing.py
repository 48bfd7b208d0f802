"""How far a criterion is: the result of every rule, in one shape that screens, reports and JSON can show."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Literal

from tui.record import record

NumberOrigin = Literal["document", "policy", "unset", "none"]
"""Where a needed number comes from; ``none`` where the gauge needs no number (a list of points, of cases)."""


class GaugeUnit(StrEnum):
    """What a gauge counts."""

    TIMES = "times"
    MONTHS = "months"
    DAYS = "days"
    CASES = "cases"
    PERCENT = "percent"
    ITEMS = "items"
    REVIEWS = "reviews"
    POINTS = "points"


@record
class Gauge:
    """A number that is reached, compared with the number that is needed.

    Args:
        unit: what is counted.
        done: how much is reached.
        needed: how much is needed, or None while nobody has set the number.
        met: whether it is enough; never True where *needed* is None.
        at_most: True where *done* must stay at or below *needed* (holes), or strictly below it where *strict*.
        strict: see *at_most*.
        origin: where *needed* comes from.
        policy: the policy key that sets *needed*, or empty.
        example: the example printed in the document, or None.
        wording: how the document calls the number, or empty.
        printed: the value printed in the document, or None; not *needed* where the organisation's value replaces it.
    """

    unit: GaugeUnit
    done: float
    needed: float | None
    met: bool
    at_most: bool = False
    strict: bool = False
    origin: NumberOrigin = "none"
    policy: str = ""
    example: float | None = None
    wording: str = ""
    printed: float | None = None


@record
class Month:
    """A month of a monthly strip: ``2026-11`` and how many entries it has."""

    month: str
    entries: int


@record
class Standing:
    """What the entries prove about a criterion.

    Args:
        rule: kind of the rule (``count``, ``monthly`` …).
        met: whether the rule is met now; never while a number that it needs is unset.
        gauges: its gauges, the leading one first.
        counted: ids of the entries that count, oldest first.
        passed_over: ids of the entries for this criterion that don't count (other supervision, no k of n …).
        months: for ``monthly`` and ``per_year``: the months of the window, oldest first.
        missing: what is still missing by name: months (``2026-11``), case ids, reading ids.
        parts: standings of the rules inside ``all`` and ``any``.
    """

    rule: str
    met: bool
    gauges: tuple[Gauge, ...] = ()
    counted: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    months: tuple[Month, ...] = ()
    missing: tuple[str, ...] = ()
    parts: tuple[Standing, ...] = ()

    @property
    def unset(self) -> tuple[str, ...]:
        """Policy keys that this standing needs and nobody has set, each once; empty where it is met without them."""
        if self.met:
            return ()
        own = [gauge.policy for gauge in self.gauges if gauge.origin == "unset"]
        inner = [key for part in self.parts for key in part.unset]
        return tuple(dict.fromkeys(key for key in (*own, *inner) if key))


def without_entries(result: Standing) -> Standing:
    """*result* without the ids of its entries, which a view that only shows how far it is doesn't need."""
    return replace(result, counted=(), passed_over=(), parts=tuple(without_entries(part) for part in result.parts))
