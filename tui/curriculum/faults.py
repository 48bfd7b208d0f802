"""Faults of TOML files are collected while a file is read, and get their line and column at the end, all at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tui.curriculum.position import KeyPath, Positions
from tui.errors import ContentError, IkuseiError
from tui.lang import say


class ContentFaults(IkuseiError):  # noqa: N818  many errors in one: the plural says so
    """All faults of a file that was needed; its message is that of the first fault, with the number of the others.

    Args:
        faults: at least one, in the order of files and lines.
    """

    def __init__(self, faults: tuple[ContentError, ...]) -> None:
        first = faults[0]
        if len(faults) == 1:
            super().__init__(first.key, **first.fields)
        else:
            sentences = {f"first_{lang}": say(lang, first.key, **first.fields) for lang in ("ja", "en")}
            super().__init__("content.several", more=len(faults) - 1, **sentences)
        self.faults = faults


@dataclass(slots=True)
class Findings:
    """What reading one file finds: its faults, and the names in it that must be unique in a whole pack.

    Args:
        file: the file.
        text: its text once it was read, every line end one line feed.
        ids: each id with the path of its table.
        former: each former id (``renamed``) with its path.
        sources: each citation with the path of its table.
    """

    file: Path
    text: str = ""
    ids: list[tuple[str, KeyPath]] = field(default_factory=list)
    former: list[tuple[str, KeyPath]] = field(default_factory=list)
    sources: list[tuple[str, KeyPath]] = field(default_factory=list)
    _positions: Positions | None = None
    _placed: list[ContentError] = field(default_factory=list)
    _waiting: list[tuple[str, KeyPath, dict[str, object]]] = field(default_factory=list)

    def fault(self, key: str, path: KeyPath, **fields: object) -> None:
        """Note a fault at the key *path*; *key* and *fields* are those of the message."""
        self._waiting.append((key, path, fields))

    def fault_at(self, key: str, place: tuple[int, int], **fields: object) -> None:
        """Note a fault at *place*: line and column, both from 1."""
        line, column = place
        self._placed.append(ContentError(key, self.file, line, column, **fields))

    def place(self, path: KeyPath) -> tuple[int, int]:
        """Line and column, from 1, of the key *path*."""
        if self._positions is None:
            self._positions = Positions(self.text)
        return self._positions.of(path)

    @property
    def is_faulty(self) -> bool:
        """Whether there is a fault."""
        return bool(self._waiting or self._placed)

    def errors(self) -> tuple[ContentError, ...]:
        """Every fault so far, in the order of the lines."""
        for key, path, fields in self._waiting:
            self.fault_at(key, self.place(path), **fields)
        self._waiting.clear()
        return tuple(sorted(self._placed, key=lambda error: (error.line, error.column)))

    def refuse(self) -> None:
        """Raise the faults of the file, if there are any.

        Raises:
            ContentFaults: there are faults.
        """
        if errors := self.errors():
            raise ContentFaults(errors)
