r"""Finding syntax of TOML 1.1 that TOML 1.0 doesn't have.

``tomli`` 2.5 reads it; the standard library of Python 3.11 to 3.14, and most editors and linters, don't. Packs are
passed on to others, so their authors are warned about it: line breaks, comments and a last comma in an inline table, a
time without seconds, the escapes ``\e`` and ``\xHH``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tui.curriculum.faults import Findings
from tui.curriculum.position import Lines
from tui.curriculum.toml_file import read_toml
from tui.errors import ContentError

_TOKEN: Final = re.compile(
    r'''(?P<string>"""(?:\\.|[^\\])*?"{3,5}|"(?:\\.|[^"\\\n])*")'''
    r"""|(?P<literal>'''.*?'{3,5}|'[^'\n]*')"""
    r"|(?P<comment>\#[^\n]*)"
    r"|(?P<time>(?:\d{4}-\d\d-\d\d[Tt ])?\d\d:\d\d(?P<seconds>:\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)"
    r"|(?P<mark>[][{},\n])",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(?:(?P<newer>e|x[0-9A-Fa-f]{2})|.)", re.DOTALL)


def newer_syntax(folder: Path) -> tuple[ContentError, ...]:
    """A remark for each place in the TOML files of *folder*, by file and line; none where TOML is broken."""
    remarks: list[ContentError] = []
    for file in sorted(folder.rglob("*.toml")):
        if read_toml(read := Findings(file)) is not None:
            findings = Findings(file, read.text)
            lines = Lines(findings.text)
            for key, offset in sorted(_newer(findings.text), key=lambda found: found[1]):
                findings.fault_at(key, lines.at(offset))
            remarks += findings.errors()
    return tuple(remarks)


def _newer(text: str) -> Iterator[tuple[str, int]]:
    """Message key and offset of everything newer than TOML 1.0."""
    around: list[tuple[str, int]] = []
    told: set[int] = set()
    comma = -1  # offset of the last comma, while only blanks have followed it
    for token in _TOKEN.finditer(text):
        mark, at = token["mark"] or "", token.start()
        inside, begins = around[-1] if around else ("", 0)
        if inside == "{" and (mark == "\n" or token["comment"]) and begins not in told:
            told.add(begins)
            yield "content.newer-lines", begins
        if mark in {"{", "["}:
            around.append((mark, at))
        elif mark in {"}", "]"} and around:
            around.pop()
            if mark == "}" and comma >= 0 and begins not in told and not text[comma + 1 : at].strip():
                yield "content.newer-comma", comma
        if token["string"]:
            escapes = (each for each in _ESCAPE.finditer(token["string"]) if each["newer"])
            yield from (("content.newer-escape", at + each.start()) for each in escapes)
        elif token["time"] and not token["seconds"]:
            yield "content.newer-time", at
        comma = at if mark == "," else comma
