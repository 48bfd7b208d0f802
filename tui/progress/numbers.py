"""The numbers of rules: whether the policy or the document gives a number, and gauges against it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Protocol

from tui.curriculum.rule import Number
from tui.progress.standing import Gauge, GaugeUnit, NumberOrigin
from tui.record import record


class ReadingTitle(Protocol):
    """One item of the organisation's reading list."""

    @property
    def id(self) -> str:
        """The id that is ticked."""


class PolicyNumbers(Protocol):
    """What rules need from the organisation's policy."""

    def number(self, key: str) -> float | None:
        """The organisation's value of *key*, or None while it is unset."""

    def reading(self, key: str) -> Sequence[ReadingTitle]:
        """The reading list *key*; empty while it is unset."""


@record
class Resolved:
    """A number of a rule with its origin.

    Args:
        value: the number that counts, or None while nobody has set it.
        origin: ``policy``, ``document`` or ``unset``.
        number: the rule's number, with its printed value, example, policy key and wording.
    """

    value: float | None
    origin: NumberOrigin
    number: Number


def resolve(number: Number, policy: PolicyNumbers) -> Resolved:
    """The number that counts: the organisation's where it is set, else the printed one, else none.

    A printed example is never used (`design`: "What a criterion is"). TOML can spell ``nan`` and ``inf``; neither is a
    number that work could reach, so they count as unset.
    """
    ours = policy.number(number.policy) if number.policy else None
    if ours is not None and math.isfinite(ours):
        return Resolved(ours, "policy", number)
    if number.value is not None and math.isfinite(number.value):
        return Resolved(number.value, "document", number)
    return Resolved(None, "unset", number)


def at_least(unit: GaugeUnit, done: float, needed: Resolved) -> Gauge:
    """A gauge that is met when *done* reaches the number; never while the number is unset."""
    met = needed.value is not None and done >= needed.value
    return _gauge(unit, done, needed, met=met)


def at_most(unit: GaugeUnit, done: float, needed: Resolved) -> Gauge:
    """A gauge that is met while *done* doesn't pass the number; never while the number is unset."""
    met = needed.value is not None and done <= needed.value
    return _gauge(unit, done, needed, met=met, limit=True)


def ratio(done: float, needed: Resolved, *, met: bool, below: bool) -> Gauge:
    """A gauge in percent; the caller compares exactly and gives *met*, because *done* is rounded for display."""
    return _gauge(GaugeUnit.PERCENT, done, needed, met=met and needed.value is not None, limit=below, strict=below)


def _gauge(
    unit: GaugeUnit, done: float, needed: Resolved, *, met: bool, limit: bool = False, strict: bool = False
) -> Gauge:
    number = needed.number
    return Gauge(
        unit=unit,
        done=done,
        needed=needed.value,
        met=met,
        at_most=limit,
        strict=strict,
        origin=needed.origin,
        policy=number.policy,
        example=number.example,
        wording=number.wording,
        printed=number.value,
    )
