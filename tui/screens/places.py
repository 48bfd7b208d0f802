"""On which screen a thing of the pack belongs."""

from __future__ import annotations

from tui.commands import MATRIX, ROLES, STEP
from tui.curriculum.model import (
    Criterion,
    Duty,
    Function,
    Item,
    Point,
    Reference,
    Region,
    Role,
    RoleEntry,
    Step,
    StepDefinition,
)
from tui.curriculum.pack import Pack
from tui.errors import UsageError
from tui.record import record


@record
class Spot:
    """Where to look: a screen, and what it should look at."""

    place: str
    target: str = ""
    role: str = ""
    step: int = 0
    criterion: str = ""


def place_of(pack: Pack, target: str) -> Spot:
    """The screen of the thing with the id *target*.

    Raises:
        UsageError: the pack has no such thing.
    """
    match pack.find(target):
        case Duty() | Function() | Region():
            return Spot(MATRIX, target)
        case Criterion() as criterion:
            return _in_step(criterion.id, criterion.id)
        case Point() as point:
            return _in_step(point.id, point.id.rpartition(".")[0])
        case Step() as step:
            return _in_step(f"{step.id}.", "")
        case Item() | Reference() as thing:
            return (
                Spot(ROLES, thing.id)
                if ".learn." not in thing.id and ".ref." not in thing.id
                else _in_step(thing.id, "")
            )
        case Role() | RoleEntry() | StepDefinition():
            return Spot(ROLES, target)
        case _:
            raise UsageError("workbook.nothing_named", id=target)


def _in_step(thing: str, criterion: str) -> Spot:
    role, number = thing.split(".")[:2]
    return Spot(STEP, role=role, step=int(number), criterion=criterion)
