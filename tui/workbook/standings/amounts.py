"""Numbers as people write them."""

from __future__ import annotations

import math


def amount(value: float) -> str:
    """A number as people write it: no decimals where there are none; a ratio never rounded up to a threshold."""
    return f"{value:.0f}" if value == int(value) else f"{math.floor(value * 10) / 10:.1f}"
