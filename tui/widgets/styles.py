"""The styles of ikusei's lines, in the colours that the terminal itself has.

Text is plain or dim. One colour, the accent, is for keys, for the place where the user is, and for progress. Three more
are for results (good; waits or needs a look; bad). They are used on marks and figures, and no mark differs from another
by colour alone. The cursor is reversed, not coloured, so that it is visible on dark and light backgrounds.

These are no component classes, because Textual matches every class of every widget against every rule, which would take
a third of the time for building a small screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

STYLES: Mapping[str, tuple[str, str]] = {
    "": ("", ""),
    "title": ("", "bold"),
    "strong": ("", "bold"),
    "dim": ("", "dim"),
    "ok": ("success", ""),
    "warn": ("warning", ""),
    "bad": ("error", "bold"),
    "accent": ("secondary", ""),
    "key": ("secondary", "bold"),
    "cursor": ("", "reverse"),
}
"""By name of a style: the colour of the theme that it uses, and its attribute."""


def styles_of(theme: Theme) -> Mapping[str, Style]:
    """The styles by name, in the colours of *theme*."""
    return _styles(
        tuple((name, getattr(theme, colour) if colour else "", how) for name, (colour, how) in STYLES.items())
    )


@lru_cache(maxsize=4)
def _styles(wanted: tuple[tuple[str, str, str], ...]) -> Mapping[str, Style]:
    return {name: _style(colour, how) for name, colour, how in wanted}


def _style(colour: str, how: str) -> Style:
    return Style(
        color=Color.parse(colour).rich_color if colour else None,
        bold=how == "bold" or None,
        dim=how == "dim" or None,
        reverse=how == "reverse" or None,
    )
