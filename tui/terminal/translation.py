"""One ASCII character for every character of ambiguous width.

Layout counts one cell for each of them, and the replacement takes one cell, so nothing moves. Escape sequences are
ASCII and stay unchanged.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from rich.cells import get_character_cell_size

UNKNOWN: Final = "?"

_GROUPS: Final = {
    "|": "▏▎▍▌▋▕",
    "#": "█▊▉▅▆▇▒▓■▣▤▥▦▧▨▩",
    "-": "▔▀―—‐–‥",
    "_": "▁▂▃▄",
    "*": "●◆★☆◈•※⊙♠♥♣♦",
    "o": "○◎◇□◯°˚",
    ">": "▶▷→⇒≧≥≫",
    "<": "◀◁←≦≤≪",
    "^": "▲△↑⇧∧∩",
    "v": "▼▽↓∨∪√",
    "=": "⇔≡≒≠",
    "~": "↔↕∽",
    "'": "‘’′´",
    '"': "“”″¨〃",
    ".": "…·¸",
    "x": "×",
    "/": "÷",
    "+": "±†‡",
    "%": "‰",
    "!": "¡",
    ":": "∴∵",
}
_DRAWN: Final = {character: ascii_ for ascii_, characters in _GROUPS.items() for character in characters}


def replacement(character: str) -> str:
    """The ASCII character that replaces *character*: by its looks, its value, its letter, else ``?``.

    ``│`` becomes ``|``, ``①`` and ``Ⅰ`` become ``1``, ``é`` and ``ε`` become ``e``. Numbers above nine have no single
    digit (``Ⅻ``): write them in ASCII in the first place.
    """
    if character in _DRAWN:
        return _DRAWN[character]
    name = unicodedata.name(character, "")
    if name.startswith("BOX DRAWINGS"):
        return _box(name)
    value = unicodedata.numeric(character, None)
    if value is not None:
        return str(int(value)) if value in range(10) else UNKNOWN
    plain = unicodedata.normalize("NFKD", character)
    _, _, letter = name.rpartition("LETTER ")
    if " LETTER " in name and not any(part.isascii() for part in plain):
        return letter[0].lower() if "SMALL" in name else letter[0]
    return next((part for part in plain if part.isascii() and part.isalpha()), UNKNOWN)


def _box(name: str) -> str:
    """The ASCII character for a piece of a frame, by the directions in its Unicode name."""
    words = set(name.split())
    across = not words.isdisjoint({"HORIZONTAL", "LEFT", "RIGHT"})
    down = not words.isdisjoint({"VERTICAL", "UP", "DOWN"})
    if "DIAGONAL" in words:
        return "X" if "CROSS" in words else "/" if "LOWER LEFT" in name.partition("TO")[2] else "\\"
    return "+" if across and down else "-" if across else "|"


class Translation(dict[int, str]):
    """A table for ``str.translate`` that is filled as characters come; filling it at once would take 0.2 s."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        ambiguous = unicodedata.east_asian_width(character) == "A" and get_character_cell_size(character) == 1
        self[point] = replacement(character) if ambiguous else character
        return self[point]
