"""The rules of criteria, as data: what a criterion computes from entries.

The thirteen shapes of criterion that the documents contain (`design`: "What a criterion is"). This module only
describes them; ``tui.progress.rules`` computes them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from enum import StrEnum
from typing import TypeAlias

from tui.record import record


class Supervision(StrEnum):
    """How an entry was done, in rising order of independence."""

    OBSERVED = "observed"
    ASSISTED = "assisted"
    PAIRED = "paired"
    DIRECTED = "directed"
    ALONE = "alone"
    TAUGHT = "taught"


ANY_SUPERVISION: frozenset[Supervision] = frozenset(Supervision)
"""Every level: for a rule whose wording only asks to be present (attend a meeting)."""

DOING: frozenset[Supervision] = ANY_SUPERVISION - {Supervision.OBSERVED}
"""For a rule whose wording doesn't say how the work is supervised: any level but watching, which isn't doing."""


@record
class Number:
    """A number of a rule, from up to three places that all stay visible.

    Args:
        value: printed in the document as a value, or None.
        example: printed there as an example (例えば 3 回): shown, never used as the value.
        policy: key of the organisation's policy where the document leaves the number open, or empty.
        wording: how the document calls it (規定回数), or empty.
    """

    value: float | None = None
    example: float | None = None
    policy: str = ""
    wording: str = ""


@record
class Attest:
    """The trainee can explain or understands something: the points are ticked (most of `nca` 4.6, 4.7)."""


@record
class Count:
    """Enough entries, of the supervision asked for (`nca` 4.1.6.4)."""

    at_least: Number
    supervision: frozenset[Supervision] = DOING


@record
class Monthly:
    """Every month of a span has an entry (`nca` 4.1.5.4)."""

    months: Number
    supervision: frozenset[Supervision] = DOING


@record
class PerYear:
    """Enough entries inside some 12 months (`nca` 4.1.5.4)."""

    at_least: Number
    supervision: frozenset[Supervision] = DOING


@record
class SpanRule:
    """First to last entry covers *months*, without a hole of more than *hole* days (`nca` 4.2.5.4)."""

    months: Number
    hole: Number
    supervision: frozenset[Supervision] = DOING


@record
class Rate:
    """Both a number of cases and a ratio hold (`nca` 4.3.6.4 #4; 4.4.6.4 for an error rate below one).

    Args:
        at_least: how many cases must have been judged.
        ratio: the threshold in percent (0 to 100).
        below: False: k of n must reach the ratio. True: k of n must stay strictly below it (k counts errors).
    """

    at_least: Number
    ratio: Number
    below: bool = False
    supervision: frozenset[Supervision] = DOING


@record
class Cases:
    """Every case of a list has an entry (`nca` 4.1.7.4).

    Args:
        cases: ids of the training cases (learning items of the step); entries name them.
    """

    cases: tuple[str, ...]
    supervision: frozenset[Supervision] = DOING


@record
class NoFindings:
    """The last reviews of that work had no finding (`nca` 4.7.6.4).

    Args:
        last: how many reviews in a row; entries carry the number of findings.
    """

    last: Number
    supervision: frozenset[Supervision] = DOING


@record
class Taught:
    """The trainee has brought up juniors: enough entries with supervision ``taught`` (`nca` 4.5.7.4, 4.7.6.4)."""

    at_least: Number


@record
class Reading:
    """Every item of the organisation's reading list is ticked (`nca` 4.3.5.4).

    Args:
        list: key of the list in the organisation's policy; an empty or missing list is unset.
    """

    list: str


@record
class All:
    """The rules inside hold together."""

    rules: tuple[Rule, ...]


@record
class AnyOf:
    """One of the rules inside holds: period *or* count (`nca` 4.4.7.4). Written ``any`` in TOML."""

    rules: tuple[Rule, ...]


Rule: TypeAlias = (
    Attest | Count | Monthly | PerYear | SpanRule | Rate | Cases | NoFindings | Taught | Reading | All | AnyOf
)


def flat_rules(rule: Rule) -> tuple[Rule, ...]:
    """A rule, or the rules inside it."""
    if isinstance(rule, (All, AnyOf)):
        return tuple(inner for each in rule.rules for inner in flat_rules(each))
    return (rule,)


def asks_ratio(rule: Rule) -> bool:
    """Whether entries are to say "k of n"."""
    return any(isinstance(each, Rate) for each in flat_rules(rule))


def counts_errors(rule: Rule) -> bool:
    """Whether the k of an entry's "k of n" counts errors, so that the share has to stay below a value."""
    return any(isinstance(each, Rate) and each.below for each in flat_rules(rule))


def numbers_left_out(rule: Rule, named: Collection[str]) -> tuple[str, ...]:
    """The policy keys that *rule* needs and *named* lacks; none for an ``any`` with a part that lacks none."""
    if isinstance(rule, (All, AnyOf)):
        parts = [numbers_left_out(each, named) for each in rule.rules]
        if isinstance(rule, AnyOf) and not all(parts):
            return ()
        return tuple(dict.fromkeys(key for part in parts for key in part))
    if isinstance(rule, Reading):
        return (rule.list,) if rule.list not in named else ()
    numbers = (getattr(rule, field.name) for field in fields(rule))
    keys = (each.policy for each in numbers if isinstance(each, Number) and each.policy)
    return tuple(key for key in dict.fromkeys(keys) if key not in named)


def levels_asked(rule: Rule) -> frozenset[Supervision]:
    """The levels of supervision with which an entry counts for *rule*; none where no entry is counted by its level."""
    if isinstance(rule, Taught):
        return frozenset({Supervision.TAUGHT})
    if isinstance(rule, (Attest, Reading)):
        return frozenset()
    if isinstance(rule, (All, AnyOf)):
        return frozenset().union(*map(levels_asked, rule.rules))
    return rule.supervision
