"""The SQL files beside this package."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tui.journal.store import Store

_FOLDER: Final = Path(__file__).parent / "migrations"
DERIVED: Final = _FOLDER / "derived.sql"
"""Drops the derived tables but the next and makes them anew, empty."""
TALLY_DAY: Final = _FOLDER / "tally_day.sql"
"""Drops what the entries come to by day, and adds it up again."""

_DROPPED: Final = re.compile(r"DROP TABLE IF EXISTS (\w+);")
_IN_THE_WAY: Final = """
SELECT 'DROP ' || type || ' "' || name || '"' FROM sqlite_schema
WHERE (type = 'view' OR type = 'index' AND sql IS NOT NULL) AND name IN (SELECT value FROM json_each(?))"""


def migration(number: int) -> Path:
    """The file of a numbered migration."""
    return next(_FOLDER.glob(f"{number:03}_*.sql"))


def table_sql(name: str) -> str:
    """The statement that makes a table of the first migration, as SQLite keeps it."""
    statements = (each.strip().removesuffix(";") for each in _statements(migration(1).read_text(encoding="utf-8")))
    return next(each[each.index(f"CREATE TABLE {name} ") :] for each in statements if f"CREATE TABLE {name} " in each)


def run_script(store: Store, file: Path) -> None:
    """Run every statement of *file*; to be called inside a write."""
    for statement in _statements(file.read_text(encoding="utf-8")):
        store.run(statement)


def clear_the_way(store: Store, file: Path) -> None:
    """Drop what is no table and has the name of one that *file* makes anew; to be called inside a write.

    ikusei makes no such views and indexes, and ``DROP TABLE`` fails because of them.
    """
    names = _DROPPED.findall(file.read_text(encoding="utf-8"))
    for statement in store.rows(str, _IN_THE_WAY, json.dumps(names)):
        store.run(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements one by one: ``executescript`` would commit the open transaction first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
