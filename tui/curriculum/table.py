"""Reading one table of a TOML file: values by type, with a fault at its place for everything unexpected.

Every method returns a value of the type asked for, or an empty one after a fault, so that one run finds all faults. A
start reads files without faults, so that case builds no key path and no copy that it doesn't need.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from tui.curriculum.faults import Findings
from tui.curriculum.model import NOTHING, Text
from tui.curriculum.position import KeyPath
from tui.curriculum.toml_file import read_toml

T = TypeVar("T")

ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*")
VERSION: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]*")
SOURCE: Final = re.compile(r"[a-z][a-z0-9-]*:[0-9A-Z]+(?:\.[0-9]+)*#[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
_LANGUAGES: Final = frozenset(("ja", "en"))


class Table:
    """A table at *path* of the file that *findings* is about.

    Args:
        raw: the keys and values as parsed.
        path: the way to it from the top of the file.
        findings: where faults, ids and citations go.
    """

    __slots__ = ("findings", "path", "raw")

    def __init__(self, raw: dict[str, object], path: KeyPath, findings: Findings) -> None:
        self.raw = raw
        self.path = path
        self.findings = findings

    def fault(self, key: str, *below: str | int, **fields: object) -> None:
        """Note a fault at the key path *below* in this table."""
        self.findings.fault(key, (*self.path, *below), **fields)

    def only(self, known: frozenset[str]) -> None:
        """Report every key that isn't *known*, with the nearest one that is."""
        if self.raw.keys() <= known:
            return
        for name in self.raw:
            if name not in known:
                near = nearest(name, known)
                if near:
                    self.fault("content.unknown-key-near", name, name=shown(name), near=near)
                else:
                    self.fault("content.unknown-key", name, name=shown(name), known=", ".join(sorted(known)))

    def dangling(self, message: str, value: str, known: Iterable[str], *below: str | int) -> None:
        """Report the id *value*, at *below*, that is none of *known*; ``message-near`` names the nearest one."""
        if near := nearest(value, sorted(known)):
            self.fault(f"{message}-near", *below, value=shown(value), near=near)
        else:
            self.fault(message, *below, value=shown(value))

    def _missing(self, name: str) -> None:
        self.fault("content.missing-key", name=name)

    def text(self, name: str) -> Text:
        """A text in both languages."""
        raw = self.raw.get(name)
        if isinstance(raw, dict) and len(raw) == 2:
            ja, en = raw.get("ja"), raw.get("en")
            if isinstance(ja, str) and isinstance(en, str):
                ja, en = ja.strip(), en.strip()
                if ja and en:
                    return Text(ja, en)
        self._faulty_text(name, raw)
        return NOTHING

    def _faulty_text(self, name: str, raw: object) -> None:
        if raw is None:
            self._missing(name)
        elif not isinstance(raw, dict):
            self.fault("content.not-text", name, name=name)
        else:
            Table(raw, (*self.path, name), self.findings).only(_LANGUAGES)
            for language in ("ja", "en"):
                words = raw.get(language)
                if words is None:
                    self.fault("content.missing-language", name, name=name, language=language)
                elif not isinstance(words, str):
                    self.fault("content.not-string", name, language, name=f"{name}.{language}")
                elif not words.strip():
                    self.fault("content.empty", name, language, name=f"{name}.{language}")

    def text_or_nothing(self, name: str) -> Text:
        """A text in both languages that may be left out."""
        return self.text(name) if name in self.raw else NOTHING

    def string(self, name: str) -> str:
        """A string that isn't empty."""
        value = self.raw.get(name)
        if isinstance(value, str):
            if value.strip():
                return value
            self.fault("content.empty", name, name=name)
        elif value is None:
            self._missing(name)
        else:
            self.fault("content.not-string", name, name=name)
        return ""

    def string_or_nothing(self, name: str) -> str:
        """A string that may be left out."""
        return self.string(name) if name in self.raw else ""

    def matching(self, name: str, pattern: re.Pattern[str], message: str) -> str:
        """A string that matches *pattern*; *message* is the key of the fault, which says how to write it."""
        value = self.string(name)
        if not value or pattern.fullmatch(value):
            return value
        self.fault(message, name, value=shown(value))
        return ""

    def ident(self) -> str:
        """The id of what this table stands for."""
        value = self.matching("id", ID, "content.bad-id")
        if value:
            self.findings.ids.append((value, self.path))
        return value

    def renamed(self) -> tuple[str, ...]:
        """The former ids of what this table stands for."""
        if "renamed" not in self.raw:
            return ()
        former = self.idents("renamed")
        self.findings.former.extend((value, (*self.path, "renamed", number)) for number, value in enumerate(former))
        return former

    def source(self) -> str:
        """The citation of what this table stands for; left out where the text is the pack's own."""
        if "source" not in self.raw:
            return ""
        value = self.matching("source", SOURCE, "content.bad-source")
        if value:
            self.findings.sources.append((value, self.path))
        return value

    def strings(self, name: str) -> tuple[str, ...]:
        """A list of one or more different strings."""
        value = self.raw.get(name)
        if value is None:
            self._missing(name)
        elif not isinstance(value, list) or not all(isinstance(element, str) for element in value):
            self.fault("content.not-strings", name, name=name)
        elif not value:
            self.fault("content.empty-list", name, name=name)
        else:
            self._different(name, value)
            return tuple(value)
        return ()

    def _different(self, name: str, values: list[str]) -> None:
        if len(set(values)) == len(values):
            return
        seen: set[str] = set()
        for number, value in enumerate(values):
            if value in seen:
                self.fault("content.repeated", name, number, name=name, value=shown(value))
            seen.add(value)

    def idents(self, name: str) -> tuple[str, ...]:
        """A list of one or more different ids, with an empty string in the place of each faulty one."""
        values = list(self.strings(name))
        for number, value in enumerate(values):
            if not ID.fullmatch(value):
                self.fault("content.bad-id", name, number, value=shown(value))
                values[number] = ""
        return tuple(values)

    def whole(self, name: str, low: int, high: int) -> int:
        """A whole number from *low* to *high*; *low* after a fault."""
        value = self.raw.get(name)
        if value is None:
            self._missing(name)
        elif isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.fault("content.not-whole", name, name=name, low=low, high=high)
        else:
            return value
        return low

    def flag(self, name: str) -> bool:
        """True or false; false where it is left out."""
        value = self.raw.get(name, False)
        if isinstance(value, bool):
            return value
        self.fault("content.not-flag", name, name=name)
        return False

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        """One of *choices*; the first after a fault."""
        value = self.string(name)
        if value in choices:
            return value
        if value:
            self.fault("content.not-choice", name, name=name, value=shown(value), choices=", ".join(choices))
        return choices[0]

    def table(self, name: str) -> Table:
        """A table below this one."""
        value = self.raw.get(name)
        if isinstance(value, dict):
            return Table(value, (*self.path, name), self.findings)
        if value is None:
            self._missing(name)
        else:
            self.fault("content.not-table", name, name=name)
        return Table({}, (*self.path, name), Findings(self.findings.file))

    def tables(self, name: str) -> list[Table]:
        """The tables of a list with one or more of them."""
        value = self.raw.get(name)
        if value is None:
            self._missing(name)
        elif not isinstance(value, list) or not all(isinstance(element, dict) for element in value):
            self.fault("content.not-tables", name, name=name)
        elif not value:
            self.fault("content.empty-list", name, name=name)
        else:
            return [Table(element, (*self.path, name, number), self.findings) for number, element in enumerate(value)]
        return []

    def tables_or_nothing(self, name: str) -> list[Table]:
        """The tables of a list that may be left out."""
        return self.tables(name) if name in self.raw else []


def nearest(name: str, known: Iterable[str]) -> str:
    """The one of *known* that *name* may be a misspelling of, or empty."""
    from difflib import get_close_matches  # only a fault needs it

    return next(iter(get_close_matches(name[:80], list(known), n=1, cutoff=0.6)), "")


def shown(value: str) -> str:
    """*value* for quoting in a message: cut to half a line."""
    return value if len(value) <= 40 else f"{value[:39]}…"


def read_file(file: Path, decode: Callable[[Table], T], *, is_typed: bool = False) -> tuple[T | None, Findings]:
    """The result of *decode* for *file*, None where it can't be parsed; and its faults and ids.

    Args:
        file: the file to read.
        decode: called with the outermost table.
        is_typed: whether the file holds what people typed (written by ikusei), and isn't part of a pack.
    """
    findings = Findings(file)
    data = read_toml(findings, is_typed=is_typed)
    return (None if data is None else decode(Table(data, (), findings))), findings
