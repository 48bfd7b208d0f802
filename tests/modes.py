"""Modes of files that hold for whoever runs the tests."""

import os


def bound_by_modes() -> list[str]:
    """What to put before a command, so that it can't write what nobody may: root could, but not without this."""
    return ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] if os.geteuid() == 0 else []
