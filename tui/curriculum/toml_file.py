"""Reading a TOML file that anyone may have written, with anything: what can't be read is a fault with a place."""

from __future__ import annotations

import re
import stat
from typing import Final

import tomli

from tui.curriculum.characters import PACK, TYPED, find_escaped, find_written
from tui.curriculum.faults import Findings
from tui.curriculum.position import Lines

LARGEST: Final = 2 * 1024 * 1024
"""Bytes. The largest file of the shipped pack has a twentieth of it."""
LARGEST_TYPED: Final = 64 * 1024 * 1024
"""Bytes of a file that ikusei writes of what people typed: each note may be as long as an event."""

START: Final = (1, 1)
"""The place of a fault that has none: the first line."""

_HUGE: Final = r"[0-9][0-9_]{4299,}"


def read_toml(findings: Findings, *, is_typed: bool = False) -> dict[str, object] | None:
    """What the file of *findings* says, its faults reported there; None where it can't be read at all.

    A byte order mark, as editors on Windows write it, is read over. Line ends count as one character.

    Args:
        findings: with the file.
        is_typed: whether it holds what people typed, as ikusei wrote it out of a journal: whatever a journal keeps
            must be readable here.
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
    """Keep the text of the file of *findings* there; whatever stops that is a fault, and the answer no."""
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
    """Keep the text of *content*; says whether it is UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The position counts from behind a byte order mark, of which error.object is free too.
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
        # A control character that stands in the text is a fault already, and is what the parser trips over.
        if (error.lineno, error.colno) not in {(fault.line, fault.column) for fault in findings.errors()}:
            findings.fault_at("content.syntax", (error.lineno, error.colno), reason=error.msg)
    except RecursionError:
        findings.fault_at("content.too-deep", START)
    except ValueError:
        # CPython refuses to read integers of more than 4300 digits; the parser passes that on without a place.
        number = re.search(_HUGE, findings.text)
        place = Lines(findings.text).at(number.start()) if number else START
        findings.fault_at("content.huge-number", place)
    return None
