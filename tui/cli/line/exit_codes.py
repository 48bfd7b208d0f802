"""What the command line ends with, for scripts that ask."""

from __future__ import annotations

from typing import Final

FINE: Final = 0
FOUND: Final = 1
"""Something was found that ought to be looked at, or nothing that was looked for."""
WRONG: Final = 2
"""Wrong use, or an error."""
INTERRUPTED: Final = 130
