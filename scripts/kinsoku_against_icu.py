"""Compare ikusei's line breaks with those of ICU, in everything Japanese that ikusei can show.

``tui/text/kinsoku.py`` is small and needs no library; browsers and word processors break lines by ICU's
``ja@lb=strict``. Every Japanese text of the pack and of the messages is wrapped at each width from 20 to 80 cells, and
breaks where ICU has none are counted by kind. Kinds that a reader would mind must not occur (exit status 1). The others
are listed: words longer than a line, which have to be cut somewhere, and differences of taste.

PyICU is no dependency of ikusei, so this is no part of the tests. In a virtual environment with ikusei::

    apt-get install libicu-dev pkg-config     # where pip finds no wheel of PyICU
    pip install PyICU && python scripts/kinsoku_against_icu.py [--show N]
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Final

import icu  # type: ignore[import-not-found]  # see above

sys.path.insert(0, str(Path(__file__).parents[1]))

import tui.lang
from tui.text.kinsoku import divide_line

ROOT: Final = Path(__file__).parents[1]
WIDTHS: Final = range(20, 81)
MINDED: Final = ("slash", "lone mark", "number", "kana or punctuation")
"""Kinds that must not occur."""


def main() -> int:
    """Count, list, and judge."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--show", type=int, default=3, help="examples of each kind")
    show = parser.parse_args().show
    total, kinds, examples = 0, Counter[str](), dict[str, dict[str, None]]()
    for text in dict.fromkeys(texts()):
        allowed = icu_breaks(text)
        for width in WIDTHS:
            for at in divide_line(text, width):
                total += 1
                if at not in allowed:
                    kind = kind_of(text, at)
                    kinds[kind] += 1
                    examples.setdefault(kind, {})[f"{text[max(0, at - 14) : at]} | {text[at : at + 14]}"] = None
    print(f"{total} breaks, {sum(kinds.values())} where ICU {icu.ICU_VERSION} has none")
    for kind, count in kinds.most_common():
        print(f"{count:7}  {kind}{'  (minded)' if kind in MINDED else ''}")
        for example in list(examples[kind])[:show]:
            print(f"           {example}")
    return int(any(kinds[kind] for kind in MINDED))


def texts() -> Iterator[str]:
    """Every line of Japanese in the pack and among the messages."""
    for file in sorted((ROOT / "content").rglob("*.toml")):
        yield from (text for text in _strings(tomllib.loads(file.read_text("utf-8-sig"))) if _is_japanese(text))
    for module in iter_modules(tui.lang.__path__):
        for japanese, _ in import_module(f"tui.lang.{module.name}").MESSAGES.values():
            yield from (text for text in japanese.splitlines() if _is_japanese(text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def icu_breaks(text: str) -> frozenset[int]:
    """Where ICU lets a line end, in characters."""
    iterator = icu.BreakIterator.createLineInstance(icu.Locale("ja@lb=strict"))
    iterator.setText(icu.UnicodeString(text))
    units = [0]
    for character in text:
        units.append(units[-1] + len(character.encode("utf-16-le")) // 2)
    place = {unit: at for at, unit in enumerate(units)}
    return frozenset(place[unit] for unit in iterator if unit in place)


def kind_of(text: str, at: int) -> str:
    """The kind of a break that ICU doesn't have, by the characters on both sides of it."""
    before, after, rest = text[at - 1], text[at], text[at + 1 : at + 2]
    is_narrow = before.isascii() and after.isascii() and not (before.isspace() or after.isspace())
    kinds = {
        "number": before.isdecimal() and after.isdecimal() and not (before + after).isascii(),
        "inside a run of ASCII": is_narrow,
        "at a straight quotation mark": '"' in {before, after},
        "slash": after == "/" and _is_japanese(before),
        "after a blank": before.isspace(),
        "before an option": after == "-" and rest.isascii() and rest.isalnum() | (rest == "-"),
        "lone mark": after in "-'",
        "kana or punctuation": _is_japanese(before) and _is_japanese(after),
    }
    return next((kind for kind, is_so in kinds.items() if is_so), "between Japanese and ASCII")


def _is_japanese(text: str) -> bool:
    return any("\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef" for character in text)


if __name__ == "__main__":
    sys.exit(main())
