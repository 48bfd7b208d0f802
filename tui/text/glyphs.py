"""The marks that ikusei draws, for terminals that can draw ours and for those that can't.

Only marks that take one cell in every terminal are used (Unicode width "neutral"): ``●○■▶█│`` and the like take two in
mlterm, in xterm with ``-cjk_width``, and in Japanese settings of others. The bars are ASCII in both sets, since nothing
drawn with blocks is safe and good-looking in every font: ``=======...`` reads without colour, too.
"""

from __future__ import annotations

from typing import Final, Literal

from tui.record import record

GlyphMode = Literal["unicode", "ascii"]


@record
class Glyphs:
    """One set of marks. Each takes one cell, except the two boxes of the ASCII set, which take three.

    Args:
        done: something is confirmed, claimed, complete.
        missing: something isn't there.
        unticked: a box to tick; as wide as *ticked*.
        ticked: the box when it is ticked.
        warn: something needs a look.
        cursor: where the cursor is.
        bar_full: a cell of a bar that is reached.
        bar_empty: a cell of a bar that isn't.
    """

    done: str
    missing: str
    unticked: str
    ticked: str
    warn: str
    cursor: str = ">"
    bar_full: str = "="
    bar_empty: str = "."


UNICODE: Final = Glyphs(done="✓", missing="✗", unticked="☐", ticked="☑", warn="⚠")
ASCII: Final = Glyphs(done="v", missing="x", unticked="[ ]", ticked="[x]", warn="!")


def glyphs_for(mode: GlyphMode) -> Glyphs:
    """The set of marks for *mode*."""
    return UNICODE if mode == "unicode" else ASCII
