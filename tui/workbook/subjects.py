"""Which ids a criterion looks at: its own, its former ones, its training cases."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields

from tui.curriculum.model import Criterion
from tui.curriculum.rule import All, AnyOf, Attest, Cases, Number, Reading, Rule


def items_of(criterion: Criterion) -> tuple[str, ...]:
    """The ids by which entries count for a criterion: its own, its former ones, its training cases."""
    return (criterion.id, *criterion.renamed, *cases_of(criterion.rule))


def cases_of(rule: Rule) -> tuple[str, ...]:
    """The training cases that a rule asks for, inner rules included."""
    if isinstance(rule, Cases):
        return rule.cases
    if isinstance(rule, (All, AnyOf)):
        return tuple(case for inner in rule.rules for case in cases_of(inner))
    return ()


def rests_on_entries(rule: Rule) -> bool:
    """Whether a rule reads entries (and not only ticks)."""
    if isinstance(rule, (All, AnyOf)):
        return any(rests_on_entries(inner) for inner in rule.rules)
    return not isinstance(rule, (Attest, Reading))


def wording_digest(criterion: Criterion) -> str:
    """SHA-256, in hex, of what a criterion asks: its text, rule and points, in both languages."""
    points = [[point.id, point.text.ja, point.text.en] for point in criterion.points]
    asked = [criterion.text.ja, criterion.text.en, fingerprint(criterion.rule), points]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def fingerprint(value: object) -> str:
    """A rule as text, the same in every process: a set has another order, and so another ``repr``, in each."""
    if isinstance(value, frozenset):
        return ",".join(sorted(str(each) for each in value))
    if isinstance(value, tuple):
        return "(" + ";".join(fingerprint(each) for each in value) + ")"
    if isinstance(value, (Rule, Number)):
        inside = ";".join(fingerprint(getattr(value, field.name)) for field in fields(value))
        return f"{type(value).__name__}({inside})"
    return repr(value)
