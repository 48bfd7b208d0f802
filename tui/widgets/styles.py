"""The nine styles of ikusei's lines, from the variables of the theme.

Not component classes: Textual matches every class of every widget against every rule, which takes a third of the time
in which a small screen is built.
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
"""Name of a style: the colour of the theme that it takes, and how it is set."""


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
