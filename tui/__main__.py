"""Where ``ikusei`` and ``python -m tui`` begin."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A start makes no garbage, a verb hardly any; the app collects again once its first screen stands.
    gc.disable()
    from tui.cli.line.streams import open_closed_streams  # imported without the collector

    open_closed_streams()
    from tui.cli.run import run  # imported without the collector

    code = run(sys.argv[1:])
    # Python looks for garbage once more before it ends, through all that is about to go anyway: a tenth of ``status``.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
