"""The pieces of a sheet of text: headings, paragraphs, lists, boxes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tui.cli.context import Cli
from tui.curriculum.model import Item, Text
from tui.curriculum.pack import Pack
from tui.text.kinsoku import wrap
from tui.workbook.workbook import Workbook

INDENT: Final = "  "


class Pieces:
    """Writes the pieces of a sheet.

    Args:
        cli: the call.
        pack: the pack.
        book: the trainee's workbook; None before anybody has begun: then nothing is said of progress.
    """

    def __init__(self, cli: Cli, pack: Pack, book: Workbook | None) -> None:
        self.cli = cli
        self.pack = pack
        self.book = book
        self.is_headed = False
        self.ticked = book.ticked() if book else frozenset[str]()

    def heading(self, key: str, **fields: object) -> None:
        """A heading below a blank line; what belongs to it follows at once."""
        self.cli.out.line()
        self.cli.out.heading(self.cli.say(key, **fields))
        self.is_headed = True

    def gap(self) -> None:
        """A blank line, except right below a heading."""
        if not self.is_headed:
            self.cli.out.line()
        self.is_headed = False

    def paragraph(self, text: str, lead: str = "") -> None:
        """Text of its own, wrapped; *lead* stands before its first line."""
        if text:
            self.gap()
            self.bullet(text, lead)

    def bullet(self, text: str, lead: str) -> None:
        """Text behind *lead*, wrapped."""
        for number, line in enumerate(wrap(text, self.cli.out.width - len(lead))):
            self.cli.out.line(f"{lead if number == 0 else ' ' * len(lead)}{line}")

    def text(self, text: Text, lead: str = "") -> None:
        """A text of the pack, if it says anything."""
        self.paragraph(self.cli.of(text), lead)

    def listed(self, names: Iterable[tuple[str, Text]]) -> None:
        """Ids with their names, one a line."""
        for number, (thing_id, name) in enumerate(names):
            if number == 0:
                self.gap()
            self.cli.out.line(f"{INDENT}{thing_id}  {self.cli.of(name)}")

    def items(self, items: Iterable[Item], depth: int = 0) -> None:
        """Items that can be ticked, nested, with their marks."""
        for number, item in enumerate(items):
            if number == 0 and depth == 0:
                self.gap()
            done = all(leaf.id in self.ticked for leaf in item.leaves())
            self.cli.out.line(f"{INDENT * depth}{self.mark(done)}{item.id}  {self.cli.of(item.text)}")
            self.items(item.children, depth + 1)

    def mark(self, is_ticked: bool) -> str:
        """The box before something that can be ticked; nothing where nobody has begun."""
        marks = self.cli.glyphs
        return f"{marks.ticked if is_ticked else marks.unticked} " if self.book else INDENT
