"""``docs/schema.md`` and its Japanese twin name every table, column, kind and field, and their statement runs."""

import re
from pathlib import Path

import pytest
from journal_world import HANA, entry, person, write

import tui
from tui.journal.body import kept
from tui.journal.event import Kind
from tui.journal.schema import APPLICATION_ID, SCHEMA

DOCS = Path(tui.__file__).parents[1] / "docs"
PAGE, TWIN = ((DOCS / name).read_text(encoding="utf-8") for name in ("schema.md", "schema.ja.md"))
TITLES = {PAGE: ("Of this file alone", "Derived tables"), TWIN: ("このファイルだけのもの", "記録から作った表")}
"""The page with the names of its two sections about tables."""
WORK = {"items": ["a"], "day": "2026-11-20", "supervision": "alone"}
SAID = {
    Kind.WRITER: {},
    Kind.PERSON: {"name": "花"},
    Kind.ENROL: {},
    Kind.ENTRY: WORK,
    Kind.CORRECTION: {"entry": "x", **WORK},
    Kind.UNDO: {"event": "x"},
    Kind.TICK: {},
    Kind.CLAIM: {},
    Kind.WITHDRAWAL: {"claim": "x"},
    Kind.DECISION: {"claim": "x", "verdict": "confirmed"},
    Kind.COMMENT: {"claim": "x", "text": "y"},
    Kind.WAIVER: {"reason": "x"},
    Kind.SIGNOFF: {"declaration": "x"},
    Kind.REOPENING: {"signoff": "x", "reason": "y"},
    Kind.SIGNATURE: {"event": "x", "text": "y", "signature": "z"},
    Kind.HEADCOUNT: {"mode": "day", "heads": "2.5"},
    Kind.ASSESSMENT: {},
    Kind.COLUMNS: {},
    Kind.PATTERN: {},
}


def section(page, title):
    found = re.search(rf"^#+ {title}\n(.*?)(?=^#+ |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, title
    return found.group(1)


@pytest.mark.parametrize("page", TITLES, ids=("en", "ja"))
def test_every_table_and_column_is_named(journal, page):
    own, derived = (section(page, title) for title in TITLES[page])
    places = {"event": section(page, "event")} | dict.fromkeys(("writer", "local"), own)
    columns = journal.store.rows(
        lambda table, column: (table, column),
        "SELECT s.name, c.name FROM sqlite_schema AS s, pragma_table_info(s.name) AS c WHERE s.type = 'table'",
    )
    for table, column in columns:
        place = places.get(table) or re.search(rf"^\| `{table}` .*$", derived, re.MULTILINE).group()
        assert f"`{column}`" in place, f"{table}.{column}"


@pytest.mark.parametrize("page", TITLES, ids=("en", "ja"))
@pytest.mark.parametrize("kind", Kind)
def test_every_field_of_every_kind_is_named(kind, page):
    fields = set(kept(kind, "" if kind in {Kind.PERSON, Kind.PATTERN} else "a", SAID[kind]))
    text = section(page, kind)
    if kind is Kind.CORRECTION:
        fields -= set(kept(Kind.ENTRY, "", WORK))  # said by "those of an entry"
    assert all(f"`{field}`" in text for field in fields), fields


def test_numbers_are_those_of_the_code():
    assert all(f"`0x{APPLICATION_ID:X}`" in page for page in TITLES)
    assert f"schema, now {SCHEMA}." in PAGE
    assert f"スキーマの版で、今は {SCHEMA} です。" in TWIN


def test_statement_runs(journal):
    write(journal, person("佐藤 花"), entry(quantity=3), entry(day="2025-12-31"))
    statement, same = (re.search(r"```sql\n(.*?);\n```", page, re.DOTALL).group(1) for page in TITLES)
    assert statement == same
    assert journal.people()[HANA] == "佐藤 花"
    assert journal.store.rows(lambda name, done: (name, done), statement) == [("佐藤 花", 3)]
