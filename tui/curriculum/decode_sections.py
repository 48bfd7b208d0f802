"""``sections.toml``: what the documents say in prose."""

from __future__ import annotations

from typing import Final

from tui.curriculum.decode_organisation import ident
from tui.curriculum.section import Figure, Section, Web
from tui.curriculum.table import Table

_SECTION_KEYS: Final = frozenset(("id", "source", "name", "text", "figure", "link", "about", "note"))
_FIGURE_KEYS: Final = frozenset(("number", "title", "labels"))
_LINK_KEYS: Final = frozenset(("title", "url"))


def decode_sections(table: Table) -> tuple[Section, ...]:
    """The sections, in printed order."""
    table.only(frozenset(("section",)))
    return tuple(_section(each) for each in table.tables("section"))


def _section(table: Table) -> Section:
    table.only(_SECTION_KEYS)
    return Section(
        id=ident(table, "section"),
        source=table.source(),
        name=table.text("name"),
        text=table.text("text"),
        figures=tuple(_figure(each) for each in table.tables_or_nothing("figure")),
        links=tuple(_link(each) for each in table.tables_or_nothing("link")),
        about=table.idents("about") if "about" in table.raw else (),
        note=table.text_or_nothing("note"),
    )


def _figure(table: Table) -> Figure:
    table.only(_FIGURE_KEYS)
    return Figure(table.string("number"), table.text("title"), table.text_or_nothing("labels"))


def _link(table: Table) -> Web:
    table.only(_LINK_KEYS)
    return Web(table.text("title"), table.string("url"))
