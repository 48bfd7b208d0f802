"""The marks that ikusei draws, for terminals that can draw ours and for those that can't.

The marks take one cell in every terminal (Unicode width "neutral"): ``●○■▶█│`` and the like take two in mlterm, in
xterm with ``-cjk_width``, and in Japanese settings of others. Bars are drawn with blocks only where the terminal has
told that it draws those one cell wide, else in ASCII: ``=======...`` reads without colour, too. The blocks are those of
the IBM PC, which every font with line drawing has; the eighths of a block are missing in many.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal

from tui.record import record

GlyphMode = Literal["blocks", "unicode", "ascii"]
"""``unicode``: our marks, bars in ASCII; ``blocks``: our marks, bars and shades of blocks."""


@record
class Glyphs:
    """One set of marks. Each takes one cell, except the two boxes of the ASCII set, which take three.

    Args:
        done: somebody whose word counts has said so: confirmed, signed, checked.
        missing: something isn't there.
        unticked: a box to tick; as wide as *ticked*.
        ticked: the box when it is ticked.
        warn: something needs a look.
        bar_full: a cell of a bar that is reached.
        bar_half: a cell of a bar that is half reached; empty where no half can be drawn.
        bar_empty: a cell of a bar that isn't.
        shades: from light to dark, how much there is of something; empty where none can be drawn.
    """

    done: str
    missing: str
    unticked: str
    ticked: str
    warn: str
    bar_full: str = "="
    bar_half: str = ""
    bar_empty: str = "."
    shades: str = ""


UNICODE: Final = Glyphs(done="✓", missing="✗", unticked="☐", ticked="☑", warn="⚠")
BLOCKS: Final = replace(UNICODE, bar_full="█", bar_half="▌", bar_empty="░", shades="░▒▓█")
ASCII: Final = Glyphs(done="v", missing="x", unticked="[ ]", ticked="[x]", warn="^")
"""``!`` is the mark of what was returned, in every set."""


def glyphs_for(mode: GlyphMode) -> Glyphs:
    """The set of marks for *mode*."""
    return {"blocks": BLOCKS, "unicode": UNICODE, "ascii": ASCII}[mode]
