"""Replacing characters that could drive a terminal: control characters, C1, bidirectional overrides, invisible tags.

Textual passes control characters in any string to the terminal, and TOML and notes may contain them as escapes. So a
trainee's note could write to a mentor's clipboard (ESC ] 52). They are replaced when a text is stored and again when
it is shown.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import Final

REPLACEMENT: Final = "\ufffd"
MOST_MARKS: Final = 4
"""The most combining marks in a row that are drawn (UTS 39, 5.4): more would cover the lines above and below."""


_RANGES: Final = (
    (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x61C, 0x61C), (0x200B, 0x200F), (0x2028, 0x202E),
    (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xD800, 0xDFFF), (0xE0000, 0xE007F),
)  # fmt: skip
_TABLE: Final = {point: REPLACEMENT for first, last in _RANGES for point in range(first, last + 1)}
# Searching for such a character takes a fifth of the time that replacing them and comparing takes.
_UNCLEAN: Final = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _RANGES)}]")
_FLAT: Final = _TABLE | {0x09: " ", 0x0A: " "}
_LINE_ENDS: Final = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNMEANT: Final = dict.fromkeys(
    (0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202D), 0x2060, *range(0x2066, 0x206A), 0xFEFF), None
)
"""Invisible characters that chats, browsers, spreadsheets and Windows add to copied text; they are dropped. Overrides
(U+202D, U+202E) aren't among them: these were put there on purpose, and are replaced visibly."""
_MAY_BE_MARKS: Final = re.compile(rf"[^\w\x00-\u02ff\u3000-\u3029]{{{MOST_MARKS + 1},}}")
"""A run of characters that may be combining marks. Most texts have none, and need no slower check."""


def neutralise(text: str) -> str:
    """*text* with everything that isn't plain text replaced by U+FFFD; tab and newline stay."""
    return _capped(text.translate(_TABLE))


def is_clean(text: str) -> bool:
    """Whether *text* has nothing that ``neutralise`` replaces; runs of combining marks aren't checked."""
    return (text.isascii() and text.isprintable()) or _UNCLEAN.search(text) is None


def meant(text: str) -> str:
    """*text* as it was meant: every line end a newline, invisible characters of copying dropped, others replaced."""
    return text if is_clean(text) else _LINE_ENDS.sub("\n", text).translate(_UNMEANT).translate(_TABLE)


def stored(text: str) -> str:
    """*text* as it is stored: as it was meant, in NFC (not NFKC, which changes Ⅲ and ①), without outer white space.

    Stored texts are read through this function, too, so it must not change them again.
    """
    if text.isascii() and text.isprintable():
        return text.strip()  # most are: ids, days, references
    return unicodedata.normalize("NFC", meant(text)).strip()


def stored_line(text: str) -> str:
    """*text* as it is stored if it has one line, such as a name; an ideographic space in it stays."""
    return stored(text).translate({0x09: " ", 0x0A: " "})


def one_line(text: str) -> str:
    """*text* as one line: neutralised, with every run of white space as one blank."""
    return " ".join(text.translate(_TABLE).split())


def flat(text: str) -> str:
    """*text* for drawing in a line: neutralised, tabs and line ends as blanks. Runs of blanks stay: they are layout."""
    return _capped(text.translate(_FLAT))


def _capped(text: str) -> str:
    return text if text.isascii() else _MAY_BE_MARKS.sub(_without_heaps, text)


def _without_heaps(run: re.Match[str]) -> str:
    return "".join(_bounded("".join(chars), is_mark=is_mark) for is_mark, chars in groupby(run[0], _is_mark))


def _bounded(part: str, *, is_mark: bool) -> str:
    return part[:MOST_MARKS] + REPLACEMENT if is_mark and len(part) > MOST_MARKS else part


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Me"}
