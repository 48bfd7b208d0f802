r"""Characters that no pack may hold: terminal controls, invisible ones, and radicals that only look like a character.

TOML parsers accept them, typed directly or as an escape (``"\u001b[2J"``), and a screen would send them to the
terminal.
"""

from __future__ import annotations

import re
from typing import Final

from tui.curriculum.faults import Findings
from tui.curriculum.position import KeyPath, Lines
from tui.text.fold import plain_form

_DRIVING: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
PACK: Final = re.compile(f"[{_DRIVING}\u2e80-\u2fdf]")
"""What no text of a pack may hold."""
TYPED: Final = re.compile(f"[{_DRIVING}]")
"""What no text that somebody typed may hold. Radicals are allowed there, since a journal keeps them, too."""


def find_written(findings: Findings, forbidden: re.Pattern[str] = PACK) -> set[str]:
    """Report each forbidden character that stands in the text itself, and return those found.

    One regular expression searches the whole text: a start reads 300 kB of content, too much for a loop in Python.
    """
    found = list(forbidden.finditer(findings.text))
    if found:
        lines = Lines(findings.text)
        for match in found:
            key, fields = _message(match[0])
            findings.fault_at(key, lines.at(match.start()), **fields)
    return {match[0] for match in found}


def find_escaped(
    findings: Findings, data: dict[str, object], written: set[str], forbidden: re.Pattern[str] = PACK
) -> None:
    """Report forbidden characters that an escape has put into a key or value of *data*, each kind once a value."""
    if "\\" not in findings.text:
        return
    waiting: list[tuple[object, KeyPath]] = [(data, ())]
    while waiting:
        value, path = waiting.pop()
        if isinstance(value, str):
            for char in sorted(set(forbidden.findall(value)) - written):
                key, fields = _message(char)
                findings.fault(key, path, **fields)
        elif isinstance(value, list):
            waiting.extend((inner, (*path, number)) for number, inner in enumerate(value))
        elif isinstance(value, dict):
            waiting.extend((inner, (*path, name)) for name, inner in value.items())
            waiting.extend((name, (*path, name)) for name in value)


def _message(char: str) -> tuple[str, dict[str, object]]:
    code = f"U+{ord(char):04X}"
    if "\u2e80" <= char <= "\u2fdf":
        return "content.radical", {"code": code, "char": char, "instead": plain_form(char)}
    return "content.forbidden-character", {"code": code}
