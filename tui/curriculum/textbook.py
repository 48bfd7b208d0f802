"""The textbook's side of the model: functions, duties, regions, and what connects them."""

from __future__ import annotations

from typing import Literal

from tui.curriculum.model import NOTHING, Text
from tui.record import record


@record
class Function:
    """One of the nine functions A to I (`isogj` 4); ``short`` is our own name for the narrow places of the matrix."""

    id: str
    source: str
    name: Text
    short: Text
    text: Text
    duties: tuple[Duty, ...]
    note: Text = NOTHING
    remark: Text = NOTHING

    @property
    def code(self) -> str:
        """As printed: ``A``."""
        return self.id.upper()


@record
class Handover:
    """A link from one duty to another that its text names.

    Args:
        to: id of the other duty or function.
        text: what is handed over.
        takes: True where this duty takes from the other, False where it hands over to it.
    """

    to: str
    text: Text
    takes: bool = False


@record
class Duty:
    """One of the 54 duties A-1 to I-6 (`isogj` 5; region from 6.4)."""

    id: str
    source: str
    name: Text
    text: Text
    region: tuple[str, ...]
    inputs: Text = NOTHING
    outputs: Text = NOTHING
    links: tuple[Handover, ...] = ()
    note: Text = NOTHING
    remark: Text = NOTHING

    @property
    def code(self) -> str:
        """As printed: ``A-1``."""
        return self.id.upper()


@record
class Region:
    """One of the regions I to IV (`isogj` 6.2): who should do a duty.

    Args:
        id: ``region.1`` to ``region.4``.
        source: citation.
        code: ``I`` to ``IV``, spelled in ASCII (the Roman numeral characters are two cells wide in some terminals).
        name: who does it.
        short: the same for the narrow places of the matrix.
        text: why.
        information: whose information is handled.
        expertise: how much security expertise it takes.
    """

    id: str
    source: str
    code: str
    name: Text
    short: Text
    text: Text
    information: Literal["inside", "outside"]
    expertise: Literal["low", "high"]
    note: Text = NOTHING
    remark: Text = NOTHING


@record
class Textbook:
    """What the matrix is made of: functions with their duties, and regions."""

    functions: tuple[Function, ...]
    regions: tuple[Region, ...]

    def duty(self, duty_id: str) -> Duty | None:
        """The duty with this id, or None."""
        return next((duty for function in self.functions for duty in function.duties if duty.id == duty_id), None)
