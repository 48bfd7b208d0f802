"""Write ``tui/text/unicode_tables.py`` from Unicode's own data.

``python scripts/make_lookalikes.py UCD CONFUSABLES``, where UCD is a folder with ``EquivalentUnifiedIdeograph.txt``,
``DerivedCoreProperties.txt`` and ``Unihan_Variants.txt.bz2`` (Debian's package ``unicode-data`` has them in
``/usr/share/unicode``), and CONFUSABLES the ``confusables.txt`` of UTS 39 (https://www.unicode.org/Public/security/).
"""

from __future__ import annotations

import argparse
import bz2
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

TARGET: Final = Path(__file__).resolve().parent.parent / "tui" / "text" / "unicode_tables.py"
_WIDTH: Final = 40
"""Characters of a line of a table; wide ones take two cells."""
_ROW: Final = re.compile(r"([0-9A-F]{4,6})(?:\.\.([0-9A-F]{4,6}))?\s*;\s*([0-9A-F_a-z]+)", re.IGNORECASE)
_ROW_OF_TWO: Final = re.compile(r"([0-9A-F]{4,6}) ;\t([0-9A-F]{4,6}) ;\t")
_FULL_FORM: Final = re.compile(r"U\+([0-9A-F]{4,6})\tkTraditionalVariant\tU\+([0-9A-F]{4,6})")
"""A row with exactly one traditional form; if there are several, it isn't known which one is meant."""
_PUNCTUATION: Final = frozenset({"Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sk", "So"})
_HEAD: Final = '''"""What Unicode says of characters that look like others, or like nothing.

Made by ``scripts/make_lookalikes.py`` from data of Unicode (© Unicode, Inc., https://www.unicode.org/license.txt):

{sources}
"""
# ruff: noqa: E501, RUF001 - that they look alike is what the tables are about

from __future__ import annotations

from typing import Final

'''


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ucd", type=Path)
    parser.add_argument("confusables", type=Path)
    given = parser.parse_args()
    ideographs = given.ucd / "EquivalentUnifiedIdeograph.txt"
    variants = given.ucd / "Unihan_Variants.txt.bz2"
    properties = given.ucd / "DerivedCoreProperties.txt"
    alike = dict(_alike(given.confusables))
    signs = {char: other for char, other in alike.items() if _is_sign(char) and _is_sign(other)}
    letters = {char: other for char, other in alike.items() if char not in signs}
    sources = "\n".join("* " + _version(file) for file in (ideographs, properties, variants, given.confusables))
    TARGET.write_text(
        _HEAD.format(sources=sources)
        + _table("RADICALS", "Radicals that NFKC leaves as they are", dict(_radicals(ideographs, variants)))
        + _table("SIGNS", "Punctuation and signs", signs)
        + _table("LETTERS", "Letters and figures", letters)
        + _ranges("UNSEEN", "First and last of each run of characters that no program need draw", _unseen(properties)),
        encoding="utf-8",
    )


def _radicals(file: Path, variants: Path) -> Iterator[tuple[str, str]]:
    """Radicals (not strokes) with the ideograph that each is equivalent to.

    For a Chinese simplified radical (⻅), Unicode gives a simplified ideograph, which Japanese texts don't have. In
    texts from PDFs such a radical stands for the full form, so that is taken.
    """
    full = dict(_full_forms(variants))
    for first, last, ideograph in _rows(file):
        for char in map(chr, range(first, last + 1)):
            if "\u2e80" <= char <= "\u2fdf" and _is_plain(char):
                same = chr(int(ideograph, 16))
                yield char, same if _is_written(same) else full.get(same, same)


def _full_forms(file: Path) -> Iterator[tuple[str, str]]:
    for line in _content(file).decode("utf-8").splitlines():
        row = _FULL_FORM.fullmatch(line)
        if row is not None:
            yield _pair(row)


def _alike(file: Path) -> Iterator[tuple[str, str]]:
    """Characters with the one of their look-alikes that Japanese texts use: ASCII, else a character of JIS X 0208."""
    classes: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8-sig").splitlines():
        row = _ROW_OF_TWO.match(line)
        if row is not None and all(_is_plain(char) for char in _pair(row)):
            char, other = _pair(row)
            classes.setdefault(other, [other]).append(char)
    for members in classes.values():
        written = min(members, key=lambda char: (not char.isascii(), not _is_written(char), char))
        if _is_written(written):
            yield from ((char, written) for char in sorted(members) if char != written)


def _unseen(file: Path) -> Iterator[tuple[int, int]]:
    for first, last, name in _rows(file):
        if name == "Default_Ignorable_Code_Point":
            yield first, last


def _rows(file: Path) -> Iterator[tuple[int, int, str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = _ROW.match(line)
        if row is not None:
            yield int(row[1], 16), int(row[2] or row[1], 16), row[3]


def _pair(row: re.Match[str]) -> tuple[str, str]:
    return chr(int(row[1], 16)), chr(int(row[2], 16))


def _is_plain(char: str) -> bool:
    """Whether NFKC leaves *char* as it is; characters that NFKC changes need no row."""
    return unicodedata.name(char, "") != "" and unicodedata.normalize("NFKC", char) == char


def _is_written(char: str) -> bool:
    """Whether Japanese texts use *char*."""
    try:
        return bool(char.encode("euc_jp"))
    except UnicodeEncodeError:
        return False


def _is_sign(char: str) -> bool:
    return unicodedata.category(char) in _PUNCTUATION


def _content(file: Path) -> bytes:
    return bz2.decompress(file.read_bytes()) if file.suffix == ".bz2" else file.read_bytes()


def _version(file: Path) -> str:
    """The name of a file with the version that stands in its first lines."""
    found = re.search(rb"(?:-|Version: )(\d+\.\d+\.\d+)", _content(file)[:1000])
    return f"{file.name} {found[1].decode()}" if found else file.name


def _table(name: str, what: str, table: Mapping[str, str]) -> str:
    chars = sorted(table)
    lines = ""
    for start in range(0, len(chars), _WIDTH):
        line = chars[start : start + _WIDTH]
        lines += f"    {_quoted(line)}: {_quoted(table[char] for char in line)},\n"
    return f'{name}: Final = {{\n{lines}}}\n"""{what}: character by character what each looks like."""\n'


def _ranges(name: str, what: str, ranges: Iterable[tuple[int, int]]) -> str:
    lines = "".join(f"    (0x{first:04X}, 0x{last:04X}),\n" for first, last in sorted(ranges))
    return f'{name}: Final = (\n{lines})\n"""{what}."""\n'


def _quoted(chars: Iterable[str]) -> str:
    """A Python string; combining characters and those of right-to-left scripts are written as escapes."""
    return '"' + "".join(map(_shown, chars)) + '"'


def _shown(char: str) -> str:
    if char in {'"', "\\"}:
        return f"\\{char}"
    if unicodedata.category(char)[0] == "M" or unicodedata.bidirectional(char) in {"R", "AL", "AN"}:
        return char.encode("ascii", "backslashreplace").decode("ascii")
    return char


if __name__ == "__main__":
    main()
