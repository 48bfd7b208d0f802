"""Items and references: what stands in the lists of every chapter."""

from __future__ import annotations

import re
from typing import Final

from tui.curriculum.model import Item, Reference
from tui.curriculum.table import Table

DEEPEST: Final = 6
"""How many items may stand inside one another; the documents go three deep."""

_ITEM_KEYS: Final = frozenset(("id", "source", "text", "detail", "note", "renamed", "item"))
_REFERENCE_KEYS: Final = frozenset(("id", "source", "title", "author", "publisher", "url", "note", "renamed"))
_URL: Final = re.compile(r"https?://[^\s<>\"]+")


def decode_items(table: Table, name: str, *, needed: bool, depth: int = 1) -> tuple[Item, ...]:
    """The items of the list *name* of *table*, with everything nested below them under ``item``."""
    if name not in table.raw and not needed:
        return ()
    if depth > DEEPEST:
        table.fault("content.item-deep", name, deepest=DEEPEST)
        return ()
    return tuple(_item(item, depth) for item in table.tables(name))


def _item(table: Table, depth: int) -> Item:
    table.only(_ITEM_KEYS)
    return Item(
        id=table.ident(),
        source=table.source(),
        text=table.text("text"),
        detail=table.text_or_nothing("detail"),
        children=decode_items(table, "item", needed=False, depth=depth + 1),
        note=table.text_or_nothing("note"),
        renamed=table.renamed(),
    )


def decode_reference(table: Table) -> Reference:
    """A course, book or page."""
    table.only(_REFERENCE_KEYS)
    return Reference(
        id=table.ident(),
        source=table.source(),
        title=table.text("title"),
        author=table.string_or_nothing("author"),
        publisher=table.string_or_nothing("publisher"),
        url=table.matching("url", _URL, "content.bad-url") if "url" in table.raw else "",
        note=table.text_or_nothing("note"),
        renamed=table.renamed(),
    )
