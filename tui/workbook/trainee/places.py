"""On which screen a thing of the pack belongs."""

from __future__ import annotations

from tui.commands import MATRIX, READER, ROLES, STEP
from tui.curriculum.model import Criterion, Item, Point, Reference, Role, RoleEntry, Step, StepDefinition
from tui.curriculum.pack import Pack
from tui.curriculum.textbook import Duty, Function, Region
from tui.errors import UsageError
from tui.record import record


@record
class Spot:
    """A screen, and what it should show: the thing *target*, or a STEP with the criterion under the cursor."""

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
    thing = pack.find(target)
    if thing is None:
        raise UsageError("workbook.nothing_named", id=target)
    match thing:
        case Duty() | Function() | Region():
            return Spot(MATRIX, target)
        case Criterion() | Step():
            return _in_step(f"{thing.id}.", thing.id if isinstance(thing, Criterion) else "")
        case Point():
            return _in_step(thing.id, thing.id.rpartition(".")[0])
        case Item() | Reference() if ".learn." in thing.id or ".ref." in thing.id:
            return _in_step(thing.id, "")
        case Item() | Reference() | Role() | RoleEntry() | StepDefinition():
            return Spot(ROLES, thing.id)
        case _:
            return Spot(READER, thing.id)


def _in_step(thing: str, criterion: str) -> Spot:
    role, number = thing.split(".")[:2]
    return Spot(STEP, role=role, step=int(number), criterion=criterion)
