"""A screen as SVG, with every run of text at the place of its cells, so that Japanese is as wide as in a terminal.

Textual's own export gives a wide character the room of a narrow one. No fonts are downloaded: readers see the picture
in their own monospace font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from rich.style import Style
from rich.terminal_theme import SVG_EXPORT_THEME
from textual.app import App

from tui.text.cells import clusters

CELL: Final = 9.6
LINE: Final = 21
EDGE: Final = 10
FONT: Final = 16
PAPER: Final = "#1e1f22"
INK: Final = "#d4d4d4"
WORD: Final = re.compile(r"\S+")


def picture_of(app: App[None]) -> str:
    """The screen in front."""
    # Textual has no public way to read a screen as cells, so the compositor is asked, as in the tests of the screens.
    strips = app.screen._compositor.render_strips()
    columns, rows = app.size
    width, height = columns * CELL + 2 * EDGE, rows * LINE + 2 * EDGE
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" shape-rendering="crispEdges"'
    lines = [
        f'{head} font-family="monospace" font-size="{FONT}">',
        f'<rect width="100%" height="100%" rx="6" fill="{PAPER}"/>',
    ]
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            for is_wide, group in groupby(clusters(segment.text), key=lambda each: each[1] > 1):
                cells = list(group)
                text = "".join(cluster for cluster, _ in cells)
                size = len(cells) * (2 if is_wide else 1)
                lines += _run(text, x, y, size, segment.style or Style.null())
                x += size
    return "\n".join([*lines, "</svg>"]) + "\n"


def _run(text: str, x: int, y: int, cells: int, style: Style) -> Iterator[str]:
    """A run of text of one style and one width."""
    ink, paper = (_colour(style) or INK), ""
    if style.reverse:
        ink, paper = PAPER, ink
    left, top = EDGE + x * CELL, EDGE + y * LINE
    if paper:
        yield f'<rect x="{left:g}" y="{top:g}" width="{cells * CELL:g}" height="{LINE}" fill="{paper}"/>'
    looks = f' fill="{ink}"' + (' font-weight="bold"' if style.bold else "") + (' opacity="0.6"' if style.dim else "")
    # Each word is placed by itself, because SVG drops blanks at the ends and draws several blanks as one.
    for word in WORD.finditer(text):
        at, shown = (2 * CELL if cells > len(text) else CELL) * word.start(), word[0]
        room = cells * CELL * len(shown) / len(text)
        yield (f'<text x="{left + at:g}" y="{top + LINE * 0.75:g}" textLength="{room:g}"{looks}>{escape(shown)}</text>')


def _colour(style: Style) -> str:
    if style.color is None or style.color.is_default:
        return ""
    return style.color.get_truecolor(SVG_EXPORT_THEME).hex
