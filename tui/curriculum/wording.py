"""Digests of what a thing asks: equal digests mean that two editions, or a claim and the present pack, ask the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields

from tui.curriculum.model import Criterion, Item, Point, Text
from tui.curriculum.rule import ANY_SUPERVISION, DOING, NoFindings, Number, Rule, SpanRule
from tui.record import record


@record
class Seen:
    """A thing as it is in one edition.

    Args:
        title: its name or line.
        wording: digest of its whole text.
        rule: digest of its rule; empty where it has none.
        clarified: beginnings of digests of earlier wordings that asked the same.
    """

    title: Text
    wording: str
    rule: str = ""
    clarified: tuple[str, ...] = ()


def wording_digest(criterion: Criterion) -> str:
    """SHA-256, in hex, of what a criterion asks: its text, rule and points, in both languages."""
    return _asked(criterion, fingerprint(criterion.rule))


def is_clarified(criterion: Criterion, digest: str) -> bool:
    """Whether *digest* is that of an earlier wording that asked the same, only less clearly.

    The pack lists such digests. Besides, until ikusei 0.2 watching counted for a rule that named no supervision; that
    change doesn't count as another wording.
    """
    if any(digest.startswith(each) for each in criterion.clarified):
        return True
    return digest == _asked(criterion, fingerprint(criterion.rule, watching_counts=True))


def _asked(criterion: Criterion, rule: str) -> str:
    points = [[point.id, point.text.ja, point.text.en] for point in criterion.points]
    return _digest([criterion.text.ja, criterion.text.en, rule, points])


def wording_of(thing: Criterion | Item | Point) -> Seen:
    """*thing* with the digests that are compared with another edition."""
    match thing:
        case Criterion():
            rule = _digest([fingerprint(thing.rule)])
            return Seen(thing.name, wording_digest(thing), rule, thing.clarified)
        case Item():
            return Seen(thing.text, _digest([thing.text.ja, thing.text.en, thing.detail.ja, thing.detail.en]))
        case Point():
            return Seen(thing.text, _digest([thing.text.ja, thing.text.en, thing.see]))


def fingerprint(value: object, *, watching_counts: bool = False) -> str:
    """A rule as text that is the same in every process; ``repr`` isn't, because the order of a set varies.

    Args:
        value: the rule, or a part of it.
        watching_counts: give the text of ikusei up to 0.2, where a rule without a supervision accepted any level, and
            reviews had no supervision.
    """
    if isinstance(value, frozenset):
        levels = ANY_SUPERVISION if watching_counts and value == DOING else value
        return ",".join(sorted(str(each) for each in levels))
    if isinstance(value, tuple):
        return "(" + ";".join(fingerprint(each, watching_counts=watching_counts) for each in value) + ")"
    if isinstance(value, (Rule, Number)):
        names = [field.name for field in fields(value)]
        if watching_counts and isinstance(value, NoFindings):
            names.remove("supervision")
        inside = ";".join(fingerprint(getattr(value, name), watching_counts=watching_counts) for name in names)
        # The class was renamed; the digests of older claims were made with its former name.
        name = "Span" if isinstance(value, SpanRule) else type(value).__name__
        return f"{name}({inside})"
    return repr(value)


def _digest(said: list[object]) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
