"""The ids that a criterion depends on: its own, its training cases, its reading lists."""

from __future__ import annotations

from tui.curriculum.model import Criterion
from tui.curriculum.rule import All, AnyOf, Attest, Cases, Reading, Rule


def items_of(criterion: Criterion) -> tuple[str, ...]:
    """The ids by which entries count for a criterion: its own and those of its training cases."""
    return (criterion.id, *cases_of(criterion.rule))


def cases_of(rule: Rule) -> tuple[str, ...]:
    """The training cases that a rule asks for, inner rules included."""
    if isinstance(rule, Cases):
        return rule.cases
    if isinstance(rule, (All, AnyOf)):
        return tuple(case for inner in rule.rules for case in cases_of(inner))
    return ()


def lists_of(rule: Rule) -> tuple[str, ...]:
    """The reading lists of the policy that a rule asks for, inner rules included."""
    if isinstance(rule, Reading):
        return (rule.list,)
    if isinstance(rule, (All, AnyOf)):
        return tuple(key for inner in rule.rules for key in lists_of(inner))
    return ()


def rests_on_entries(rule: Rule) -> bool:
    """Whether a rule reads entries (and not only ticks)."""
    if isinstance(rule, (All, AnyOf)):
        return any(rests_on_entries(inner) for inner in rule.rules)
    return not isinstance(rule, (Attest, Reading))
