"""From entries to a standing: every rule of ``tui.curriculum.rule``, computed.

Pure functions: neither today's date nor the order of the entries makes a difference. In every standing ``counted`` are
the entries that the rule accepts (not only those in the window that it shows), and ``passed_over`` are the criterion's
other entries, so that no entry disappears.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import assert_never

from tui.curriculum.rule import (
    All,
    AnyOf,
    Attest,
    Cases,
    Count,
    Monthly,
    NoFindings,
    PerYear,
    Rate,
    Reading,
    Rule,
    SpanRule,
    Taught,
)
from tui.progress.amounts import attest, cases, count, no_findings, reading, taught
from tui.progress.compound import compound
from tui.progress.numbers import PolicyNumbers
from tui.progress.periods import monthly, per_year, span
from tui.progress.rates import rate
from tui.progress.standing import Standing
from tui.progress.work import Piece, Work, oldest_first

REVISION = 2
"""Increased whenever a rule changes its result for the same entries, so that older memos are computed anew."""


def standing(
    rule: Rule,
    done: Sequence[Piece],
    *,
    criterion: str,
    ticks: Collection[str],
    points: Sequence[str],
    policy: PolicyNumbers,
) -> Standing:
    """How far what was *done* satisfies *rule*.

    Args:
        rule: the criterion's rule.
        done: the entries that name the criterion or one of its cases, in any order; or what they come to by day, unless
            the rule ``reads_each_entry``.
        criterion: id of the criterion.
        ticks: ids of everything that is ticked.
        points: ids of the criterion's points.
        policy: the organisation's numbers.
    """
    return _standing(rule, Work(criterion, oldest_first(done), frozenset(ticks), tuple(points), policy))


def reads_each_entry(rule: Rule) -> bool:
    """Whether a rule asks which entry of a day came after which, so that what a day comes to doesn't answer it."""
    if isinstance(rule, (All, AnyOf)):
        return any(reads_each_entry(inner) for inner in rule.rules)
    return isinstance(rule, NoFindings)


def _standing(rule: Rule, work: Work) -> Standing:  # noqa: PLR0911 - one return a rule
    match rule:
        case Attest():
            return attest(rule, work)
        case Count():
            return count(rule, work)
        case Monthly():
            return monthly(rule, work)
        case PerYear():
            return per_year(rule, work)
        case SpanRule():
            return span(rule, work)
        case Rate():
            return rate(rule, work)
        case Cases():
            return cases(rule, work)
        case NoFindings():
            return no_findings(rule, work)
        case Taught():
            return taught(rule, work)
        case Reading():
            return reading(rule, work)
        case All() | AnyOf():
            return compound(rule, tuple(_standing(part, work) for part in rule.rules))
        case _:
            assert_never(rule)
