"""Numbers as people write them."""

from __future__ import annotations

import math


def amount(value: float) -> str:
    """A number as people write it: without ``.0``, else with one decimal, rounded down.

    Rounding up could show a ratio as having reached a threshold that it hasn't.
    """
    return f"{value:.0f}" if value == int(value) else f"{math.floor(value * 10) / 10:.1f}"
