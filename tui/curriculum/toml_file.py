"""Reading a TOML file with any content: what can't be read becomes a fault with a place."""

from __future__ import annotations

import re
import stat
from typing import Final

import tomli

from tui.curriculum.characters import PACK, TYPED, find_escaped, find_written
from tui.curriculum.faults import Findings
from tui.curriculum.position import Lines

LARGEST: Final = 2 * 1024 * 1024
"""Bytes of the largest file that is read; the largest of the shipped pack has a twentieth of it."""
LARGEST_TYPED: Final = 64 * 1024 * 1024
"""Bytes of the largest file with text that people typed: each note in it may be as long as an event."""

START: Final = (1, 1)
"""The place of a fault that has none: the first line."""

_HUGE: Final = r"[0-9][0-9_]{4299,}"


def read_toml(findings: Findings, *, is_typed: bool = False) -> dict[str, object] | None:
    """The content of the file of *findings*, with its faults reported there; None where it can't be read at all.

    A byte order mark, as editors on Windows write it, is skipped. A line end counts as one character.

    Args:
        findings: names the file, and gets the faults.
        is_typed: whether ikusei wrote the file from a journal: then everything that a journal can keep is accepted.
    """
    if not read_text(findings, LARGEST_TYPED if is_typed else LARGEST):
        return None
    forbidden = TYPED if is_typed else PACK
    written = find_written(findings, forbidden)
    data = _parse(findings)
    if data is not None:
        find_escaped(findings, data, written, forbidden)
    return data


def read_text(findings: Findings, largest: int = LARGEST) -> bool:
    """Read the text of the file into *findings*; False, with a fault reported, where that can't be done."""
    content = _read(findings, largest)
    return content is not None and _decode(findings, content)


def _read(findings: Findings, largest: int) -> bytes | None:
    try:
        if not stat.S_ISREG(findings.file.stat().st_mode):
            findings.fault_at("content.not-a-file", START)
            return None
        with findings.file.open("rb") as stream:
            content = stream.read(largest + 1)
    except (FileNotFoundError, NotADirectoryError):
        findings.fault_at("content.missing-file", START)
        return None
    except OSError as error:
        findings.fault_at("content.unreadable", START, reason=error.strerror or type(error).__name__)
        return None
    if len(content) > largest:
        findings.fault_at("content.too-large", START, limit=largest // 1024 // 1024)
        return None
    return content


def _decode(findings: Findings, content: bytes) -> bool:
    """Decode *content* into *findings*; False, with a fault reported, where it isn't UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # error.start doesn't count a byte order mark, and error.object has none either.
        before = error.object[: error.start].decode("utf-8").replace("\r\n", "\n")
        place = Lines(before).at(len(before))
        findings.fault_at("content.encoding", place, byte=f"0x{error.object[error.start]:02X}")
        return False
    findings.text = text.replace("\r\n", "\n")
    return True


def _parse(findings: Findings) -> dict[str, object] | None:
    try:
        return tomli.loads(findings.text)
    except tomli.TOMLDecodeError as error:
        # The parser may have stopped at a control character, which is reported already.
        if (error.lineno, error.colno) not in {(fault.line, fault.column) for fault in findings.errors()}:
            findings.fault_at("content.syntax", (error.lineno, error.colno), reason=error.msg)
    except RecursionError:
        findings.fault_at("content.too-deep", START)
    except ValueError:
        # CPython refuses integers of more than 4300 digits, and this error has no place.
        number = re.search(_HUGE, findings.text)
        place = Lines(findings.text).at(number.start()) if number else START
        findings.fault_at("content.huge-number", place)
    return None
