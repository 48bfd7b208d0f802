"""Why a STEP matters: the duties of the textbook that it trains for."""

from __future__ import annotations

from tui.curriculum.pack import Pack
from tui.curriculum.textbook import Duty


def duties_trained(pack: Pack, role: str, number: int) -> tuple[Duty, ...]:
    """The duties that a STEP of a role trains for by the mapping; of one without any those of the STEPs before it.

    Reads mapping and textbook: no start should wait for it.

    Raises:
        ContentFaults: one of the two has a fault.
    """
    rows = [each for each in pack.mapping if each.role == role]
    own = [each.duty for each in rows if each.step == number] or [each.duty for each in rows if each.step < number]
    found = (pack.textbook.duty(each) for each in dict.fromkeys(own))
    return tuple(duty for duty in found if duty is not None)
