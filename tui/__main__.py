"""Where ``ikusei`` and ``python -m tui`` begin."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A start makes no garbage, a verb hardly any; the app collects again once its first screen stands.
    gc.disable()
    from tui.cli.run import run  # noqa: PLC0415 - imported without the collector

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
