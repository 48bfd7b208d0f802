"""The shell that started us, if one did."""

from __future__ import annotations

import os


def may_have_shell() -> bool:
    """Whether a shell may have started us that gets the terminal when we stop; False if we began the session."""
    return os.getsid(os.getppid()) == os.getsid(0)
