"""The numbers that the documents leave to the organisation (規定回数, 規定割合), as the rules of a pack name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, TypeAlias

from tui.curriculum.model import Criterion, RoleEntry, Step
from tui.curriculum.pack import Pack
from tui.curriculum.position import KeyPath
from tui.curriculum.rule import (
    All,
    AnyOf,
    Attest,
    Cases,
    Count,
    Monthly,
    NoFindings,
    Number,
    PerYear,
    Rate,
    Reading,
    Rule,
    SpanRule,
    Taught,
)
from tui.record import record

NumberUnit: TypeAlias = Literal["times", "months", "days", "percent", "cases", "reviews", "readings"]
"""What a number of the policy counts; ``readings`` is a list, not a number."""


@record
class Need:
    """A place of a rule that needs a value of the policy.

    Args:
        key: key of the policy.
        unit: what it counts.
        number: the number of the rule; an empty one for a reading list.
        below: the key path to it within the TOML of the rule.
    """

    key: str
    unit: NumberUnit
    number: Number
    below: KeyPath


@record
class OpenNumber:
    """A key of the policy with everything that helps to decide on its value.

    Args:
        key: e.g. ``soc.2.paired.times``.
        unit: what it counts.
        wording: how the document calls it (規定回数), or empty.
        example: the example printed there, or None.
        role: the role that needs it.
        step: the STEP that needs it.
        criteria: the criteria that need it, at least one.
    """

    key: str
    unit: NumberUnit
    wording: str
    example: float | None
    role: RoleEntry
    step: Step
    criteria: tuple[Criterion, ...]

    @property
    def criterion(self) -> Criterion:
        """The first criterion that asks for it."""
        return self.criteria[0]

    @property
    def is_ours(self) -> bool:
        """Whether the number is ours: it has no wording in the document. Reading lists are always the document's."""
        return not self.wording and self.unit != "readings"

    @property
    def source(self) -> str:
        """Where the document asks for it."""
        return self.criterion.source


def open_numbers(pack: Pack) -> tuple[OpenNumber, ...]:
    """Every key of the policy that the rules of *pack* name, once, in printed order. Reads every role.

    Raises:
        ContentFaults: a role's file has a fault.
    """
    found: dict[str, OpenNumber] = {}
    for entry, step, criterion in _criteria(pack):
        for need in needs(criterion.rule):
            number = need.number
            known = found.get(need.key)
            if known is None:
                found[need.key] = OpenNumber(
                    need.key, need.unit, number.wording, number.example, entry, step, (criterion,)
                )
            elif criterion not in known.criteria:
                found[need.key] = replace(known, criteria=(*known.criteria, criterion))
    return tuple(found.values())


def _criteria(pack: Pack) -> Iterator[tuple[RoleEntry, Step, Criterion]]:
    for entry in pack.roles:
        role = pack.role(entry.id)
        for step in role.steps if role else ():
            for criterion in step.criteria:
                yield entry, step, criterion


def needs(rule: Rule) -> Iterator[Need]:
    """The places of *rule*, and of the rules inside it, that need a value of the policy."""
    match rule:
        case All(rules=rules) | AnyOf(rules=rules):
            for place, part in enumerate(rules):
                for need in needs(part):
                    yield Need(need.key, need.unit, need.number, ("rules", place, *need.below))
        case Reading(list=key):
            if key:
                yield Need(key, "readings", Number(), ("list",))
        case _:
            for name, unit, number in _numbers(rule):
                if number.policy:
                    yield Need(number.policy, unit, number, (name, "policy"))


def _numbers(rule: Rule) -> tuple[tuple[str, NumberUnit, Number], ...]:
    match rule:
        case Count(at_least=number) | PerYear(at_least=number) | Taught(at_least=number):
            return (("at_least", "times", number),)
        case Monthly(months=number):
            return (("months", "months", number),)
        case SpanRule(months=months, hole=hole):
            return (("months", "months", months), ("hole", "days", hole))
        case Rate(at_least=number, ratio=ratio):
            return (("at_least", "cases", number), ("ratio", "percent", ratio))
        case NoFindings(last=number):
            return (("last", "reviews", number),)
        case Attest() | Cases() | Reading() | All() | AnyOf():
            return ()
