"""How ikusei draws on this terminal, decided once at start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from tui.terminal.environment import glyph_mode
from tui.terminal.probe import Probe
from tui.text.glyphs import GlyphMode

Ambiguous = Literal["auto", "1", "2", "ascii"]
"""What ``--ambiguous`` takes.

``auto`` asks the terminal. ``1``: ambiguous characters take one cell, nothing is translated, and bars are drawn with
blocks. ``2``: they take two, so each is translated to one ASCII character. ``ascii``: translated as well, and the marks
are ASCII. If the terminal doesn't answer, nothing is translated, and bars are drawn without blocks.
"""


class DrawingMode(NamedTuple):
    """How to draw.

    Args:
        translate: whether characters of ambiguous width are translated to ASCII on their way to the terminal.
        glyphs: which marks to draw.
        typed: what the user typed while the terminal was asked.
    """

    translate: bool
    glyphs: GlyphMode
    typed: bytes = b""


def mode_of(option: Ambiguous, env: Mapping[str, str], ask: Callable[[], Probe]) -> DrawingMode:
    """The mode for an option and an environment; *ask* is called only where nothing else decides.

    The Linux console isn't asked: its font has none of our marks, whatever it would answer.
    """
    glyphs = glyph_mode(env)
    if option == "ascii" or (option == "auto" and glyphs == "ascii"):
        return DrawingMode(translate=True, glyphs="ascii")
    probe = ask() if option == "auto" else Probe(1 if option == "1" else 2, b"")
    if probe.cells == 1 and glyphs == "unicode":
        glyphs = "blocks"
    return DrawingMode(probe.cells == 2, glyphs, probe.typed)
