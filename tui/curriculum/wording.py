"""Digests of what a thing asks: two editions, or a claim and today, ask the same where they are equal."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields

from tui.curriculum.model import Criterion, Item, Point, Text
from tui.curriculum.rule import Number, Rule
from tui.record import record


@record
class Seen:
    """A thing as an edition has it.

    Args:
        title: its name or line.
        wording: digest of all that it says.
        rule: digest of its rule; empty where it has none.
    """

    title: Text
    wording: str
    rule: str = ""


def wording_digest(criterion: Criterion) -> str:
    """SHA-256, in hex, of what a criterion asks: its text, rule and points, in both languages."""
    points = [[point.id, point.text.ja, point.text.en] for point in criterion.points]
    return _digest([criterion.text.ja, criterion.text.en, fingerprint(criterion.rule), points])


def wording_of(thing: Criterion | Item | Point) -> Seen:
    """A thing with the digests by which its next edition is compared."""
    match thing:
        case Criterion():
            return Seen(thing.name, wording_digest(thing), _digest([fingerprint(thing.rule)]))
        case Item():
            return Seen(thing.text, _digest([thing.text.ja, thing.text.en, thing.detail.ja, thing.detail.en]))
        case Point():
            return Seen(thing.text, _digest([thing.text.ja, thing.text.en, thing.see]))


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


def _digest(said: list[object]) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
