"""Where ``ikusei`` and ``python -m tui`` begin."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Starting makes hardly any garbage, so collecting it only costs time. The app enables it after its first screen.
    gc.disable()
    from tui.cli.line.streams import open_closed_streams  # imported without the collector

    open_closed_streams()
    from tui.cli.run import run  # imported without the collector

    code = run(sys.argv[1:])
    # Python collects garbage once more before it ends, which takes a tenth of ``status``: frozen objects are skipped.
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    main()
