"""``pack.toml``, ``steps.toml`` and ``basic.toml``."""

from __future__ import annotations

import re
from typing import Final

from tui.curriculum.decode_item import decode_items
from tui.curriculum.model import Contents, Document, Item, RoleEntry, StepDefinition
from tui.curriculum.table import ID, VERSION, Table

SCHEMA: Final = 1
"""The schema that this program reads."""

_TOP_KEYS: Final = frozenset(("pack", "document", "role"))
_PACK_KEYS: Final = frozenset(("id", "version", "schema", "name"))
_PRINTED_TEXTS: Final = ("edition", "issued", "authors", "rights", "history", "note")
_DOCUMENT_KEYS: Final = frozenset(("id", "title", "publisher", "year", "printed"))
_PRINTED_KEYS: Final = frozenset(("source", *_PRINTED_TEXTS, "contact", "url"))
_ROLE_KEYS: Final = frozenset(("id", "chapter", "name", "file"))
_STEP_KEYS: Final = frozenset(("id", "number", "source", "who", "becomes", "text"))
_DOCUMENT_ID: Final = re.compile(r"[a-z][a-z0-9-]*")
_CHAPTER: Final = re.compile(r"[a-z][a-z0-9-]*:[0-9A-Z]+(?:\.[0-9]+)*")
_FILE: Final = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.toml")


def decode_contents(table: Table) -> Contents:
    """``pack.toml``: what the pack is, and the table of contents of its roles."""
    table.only(_TOP_KEYS)
    pack = table.table("pack")
    pack.only(_PACK_KEYS)
    schema = pack.whole("schema", 1, 1_000_000)
    if schema > SCHEMA:
        pack.fault("content.schema", "schema", value=schema, known=SCHEMA)
    return Contents(
        id=pack.matching("id", ID, "content.bad-id"),
        version=pack.matching("version", VERSION, "content.bad-version"),
        name=pack.text("name"),
        documents=tuple(_document(document) for document in table.tables("document")),
        roles=tuple(_role(role) for role in table.tables_or_nothing("role")),
    )


def _document(table: Table) -> Document:
    table.only(_DOCUMENT_KEYS)
    document_id = table.matching("id", _DOCUMENT_ID, "content.bad-document-id")
    if document_id:
        table.findings.ids.append((document_id, table.path))
    printed = table.table("printed") if "printed" in table.raw else Table({}, table.path, table.findings)
    printed.only(_PRINTED_KEYS)
    return Document(
        id=document_id,
        title=table.text("title"),
        publisher=table.text("publisher"),
        year=table.whole("year", 1900, 2999),
        source=printed.source(),
        contact=printed.strings("contact") if "contact" in printed.raw else (),
        url=printed.string_or_nothing("url"),
        **{name: printed.text_or_nothing(name) for name in _PRINTED_TEXTS},
    )


def _role(table: Table) -> RoleEntry:
    table.only(_ROLE_KEYS)
    return RoleEntry(
        id=table.ident(),
        name=table.text("name"),
        file=table.matching("file", _FILE, "content.bad-file") if "file" in table.raw else "",
        chapter=table.matching("chapter", _CHAPTER, "content.bad-chapter") if "chapter" in table.raw else "",
    )


def decode_steps(table: Table) -> tuple[StepDefinition, ...]:
    """``steps.toml``: what STEP 0 to 5 mean (`nca` 1.4, table 1-1)."""
    table.only(frozenset(("step",)))
    steps = [_step(step) for step in table.tables("step")]
    for number, step in enumerate(steps):
        if step.number in [earlier.number for earlier in steps[:number]]:
            table.fault("content.step-twice", "step", number, "number", number=step.number)
    return tuple(steps)


def _step(table: Table) -> StepDefinition:
    table.only(_STEP_KEYS)
    return StepDefinition(
        id=table.ident(),
        number=table.whole("number", 0, 5),
        source=table.source(),
        who=table.text("who"),
        text=table.text("text"),
        becomes=table.text("becomes"),
    )


def decode_basic(table: Table) -> tuple[Item, ...]:
    """``basic.toml``: basic education, STEP 0 (`nca` 3)."""
    table.only(frozenset(("item",)))
    return decode_items(table, "item", needed=True)
