"""The marks that ikusei draws, in Unicode and in ASCII.

All marks take one cell in every terminal (Unicode width "neutral"). Signs like ``●○■▶█│`` aren't used, because they
take two cells in mlterm, in xterm with ``-cjk_width``, and in Japanese settings of other terminals. Bars are drawn with
block characters only if the terminal has reported that they are one cell wide, else in ASCII (``=======...``), which is
readable without colour, too. The blocks are those of the IBM PC, which every font with line drawing has; many fonts
lack the eighths of a block.
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
        done: confirmed, signed or checked by somebody whose word counts.
        missing: something isn't there, or isn't done.
        unticked: a box to tick; as wide as *ticked*.
        ticked: the box when it is ticked.
        warn: something needs a look.
        bar_full: a full cell of a bar.
        bar_half: a half-full cell of a bar; empty where halves can't be drawn.
        bar_empty: an empty cell of a bar.
        shades: shades from light to dark that show an amount; empty where they can't be drawn.
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
"""The ASCII set. It doesn't use ``!``, which marks returned claims in every set."""


def glyphs_for(mode: GlyphMode) -> Glyphs:
    """The set of marks for *mode*."""
    return {"blocks": BLOCKS, "unicode": UNICODE, "ascii": ASCII}[mode]
