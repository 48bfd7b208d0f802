"""How much work something is, counted without a clock: the same on an idle machine and on a loaded one."""

from __future__ import annotations

import gc
import sqlite3
import sys
from unittest.mock import patch


class Effort:
    """Statements, rows that come back, and calls of Python: SQLite's own steps differ from version to version."""

    def __init__(self):
        self.statements = self.rows = self.calls = 0

    def __repr__(self):
        return f"{self.statements} statements, {self.rows} rows, {self.calls} calls"

    def watch(self, connection):
        connection.set_trace_callback(self._statement)
        connection.row_factory = self._row

    def _statement(self, _sql):
        self.statements += 1

    def _row(self, _cursor, row):
        self.rows += 1
        return row

    def call(self, _frame, event, _argument):
        self.calls += event == "call"


def effort_of(doing, *arguments, connection=None):
    """What *doing* costs, on *connection* and on every one that is opened meanwhile."""
    effort, connect = Effort(), sqlite3.connect

    def watched(*arguments, **named):
        opened = connect(*arguments, **named)
        effort.watch(opened)
        return opened

    with patch.object(sqlite3, "connect", watched):
        if connection is not None:
            effort.watch(connection)
        before = sys.getprofile()
        gc.collect()
        gc.disable()  # what is left of another test would be counted where it is collected
        sys.setprofile(effort.call)
        try:
            doing(*arguments)
        finally:
            sys.setprofile(before)
            gc.enable()
            if connection is not None:
                connection.set_trace_callback(None)
                connection.row_factory = None
    return effort
