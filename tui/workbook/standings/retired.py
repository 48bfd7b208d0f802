"""Titles of things that the pack no longer has, so that entries for them stay readable."""

from __future__ import annotations

import json

from tui.curriculum.model import Text
from tui.lang import Lang
from tui.workbook.standings.workbook import Workbook

RETIRED = "pack.retired"
"""Key, among the local values of a journal, of these titles: by id, the Japanese and the English one."""


def retired_names(book: Workbook, lang: Lang) -> dict[str, str]:
    """By id, the titles of things that the pack no longer has."""
    kept = book.journal.local_get(RETIRED)
    titles = json.loads(kept) if kept else {}
    return {thing_id: Text(*said).of(lang) for thing_id, said in titles.items()}
