"""Everything in a pack that has an id, in printed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from tui.curriculum.model import (
    NOTHING,
    Criterion,
    Document,
    Item,
    Point,
    Reference,
    Role,
    RoleEntry,
    Step,
    StepDefinition,
    Text,
)
from tui.curriculum.textbook import Duty, Function, Region, Textbook

if TYPE_CHECKING:
    from tui.curriculum.organisation import Organisation, OrganisationThing

TrainingThing: TypeAlias = (
    Document
    | Role
    | RoleEntry
    | Step
    | Criterion
    | Point
    | Item
    | Reference
    | StepDefinition
    | Function
    | Duty
    | Region
)
"""Things of the documents, the training and the matrix."""

Thing: TypeAlias = "TrainingThing | OrganisationThing"
"""Anything that has an id."""


def things_of_items(items: Iterable[Item]) -> Iterator[Item]:
    """*items* and everything nested in them."""
    for item in items:
        yield from item.walk()


def things_of_step(step: Step) -> Iterator[TrainingThing]:
    """*step* and everything in it."""
    yield step
    yield from things_of_items((*step.goals, *step.learning))
    yield from step.references
    for criterion in step.criteria:
        yield criterion
        yield from criterion.points


def things_of_role(role: Role) -> Iterator[TrainingThing]:
    """*role* and everything in it."""
    yield role
    yield from things_of_items((*role.tasks, *role.common))
    for step in role.steps:
        yield from things_of_step(step)


def things_of_textbook(textbook: Textbook) -> Iterator[TrainingThing]:
    """The regions, and the functions with their duties."""
    yield from textbook.regions
    for function in textbook.functions:
        yield function
        yield from function.duties


def things_of_organisation(organisation: Organisation) -> Iterator[OrganisationThing]:
    """Purposes, phases, cycles, patterns, teams, staffing, careers and SecBoK roles."""
    yield from organisation.purposes
    yield from organisation.phases
    yield from organisation.cycles
    yield from organisation.patterns
    yield from organisation.teams
    yield from organisation.staffing
    yield from organisation.careers
    yield from organisation.secbok


def remark_of(thing: Thing) -> Text:
    """What the organisation's overlay adds to *thing*, or nothing."""
    remark: Text = getattr(thing, "remark", NOTHING)
    return remark


def former_ids(thing: Thing) -> tuple[str, ...]:
    """The ids that *thing* had before: progress recorded under them belongs to it."""
    match thing:
        case Item() | Reference() | Criterion() | Point():
            return thing.renamed
        case _:
            return ()
