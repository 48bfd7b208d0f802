"""The exit codes of the command line, for scripts."""

from __future__ import annotations

from typing import Final

FINE: Final = 0
FOUND: Final = 1
"""Something needs a look, or nothing was found of what was asked for."""
WRONG: Final = 2
"""Wrong use, or an error."""
INTERRUPTED: Final = 130
