"""Which duties of the textbook a STEP trains for: they show why it matters."""

from __future__ import annotations

from tui.curriculum.pack import Pack
from tui.curriculum.textbook import Duty


def duties_trained(pack: Pack, role: str, number: int) -> tuple[Duty, ...]:
    """The duties that a STEP trains for by the mapping; for a STEP without any, those of the STEPs before it.

    It reads mapping and textbook, which takes time: don't call it at a start.

    Raises:
        ContentFaults: mapping or textbook has a fault.
    """
    rows = [each for each in pack.mapping if each.role == role]
    own = [each.duty for each in rows if each.step == number] or [each.duty for each in rows if each.step < number]
    found = (pack.textbook.duty(each) for each in dict.fromkeys(own))
    return tuple(duty for duty in found if duty is not None)
