"""Makes tests the same on every machine: a sealed environment, one profile of hypothesis, one order."""

import os
import sqlite3
import sys
import time
import warnings
from functools import partial
from itertools import groupby
from pathlib import Path

from hypothesis import HealthCheck, settings

WAITING = Path(__file__).parent / "whole"
LONG = {
    "test_a_month.py",
    "test_archive.py",
    "test_beside_in_a_terminal.py",
    "test_install_page.py",
    "test_install_refuses.py",
    "test_journal_merge.py",
    "test_mentor_doc.py",
    "test_quick_keys.py",
    "test_set_back.py",
    "test_tiny_terminals.py",
    "test_what_a_key_costs.py",
}
"""Test files that take long although they have few tests."""

# A test, and what it starts, must find the same environment in a developer's shell, in CI and in a user's first login.
KEPT = {"PATH", "TMPDIR", "IKUSEI_GOLDEN"}
SEALED = {"HOME": "/nonexistent", "LANG": "C.UTF-8", "TERM": "xterm-256color", "TZ": "UTC0"}
for name in set(os.environ) - KEPT:
    if not name.startswith("PYTEST_"):
        del os.environ[name]
os.environ.update(SEALED)
time.tzset()

# No deadline: a loaded machine is no failure. The same examples everywhere, so that what was green here is green there;
# `--hypothesis-profile=default` looks for new ones.
settings.register_profile(
    "ikusei",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("ikusei")


if sys.version_info < (3, 13):

    class Connection(sqlite3.Connection):
        """A connection that warns if it is collected without having been closed, as in Python 3.13 and later."""

        def __del__(self):
            try:
                self.in_transaction  # noqa: B018 - what is closed refuses every question
            except sqlite3.ProgrammingError:
                return
            self.close()
            warnings.warn(f"unclosed database in {self!r}", ResourceWarning, source=self, stacklevel=1)

    sqlite3.connect = partial(sqlite3.connect, factory=Connection)


# Tests that wait for a terminal are mixed with tests that compute, so that the processors are always busy.


def pytest_collection_modifyitems(items):
    every = [list(group) for _, group in groupby(items, key=lambda item: item.path)]
    waiting = [module for module in every if WAITING in module[0].path.parents]
    computing = [module for module in every if WAITING not in module[0].path.parents]
    # A worker takes one file at a time. The longest files come first, or one worker would still run one at the end.
    for modules in (waiting, computing):
        modules.sort(key=lambda module: (module[0].path.name in LONG, len(module)), reverse=True)
    pace = max(1, len(computing) // max(1, len(waiting)))
    ordered = []
    while waiting or computing:
        ordered += waiting.pop(0) if waiting else []
        for _ in range(pace):
            ordered += computing.pop(0) if computing else []
    items[:] = ordered
