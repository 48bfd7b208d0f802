"""What things were called that the pack has no more: what was logged for them stays readable."""

from __future__ import annotations

import json

from tui.curriculum.model import Text
from tui.lang import Lang
from tui.workbook.standings.workbook import Workbook

RETIRED = "pack.retired"
"""Key, among the local values of a journal, of their titles in both languages, by id."""


def retired_names(book: Workbook, lang: Lang) -> dict[str, str]:
    """What ids that the pack has no more were called: what was logged for them stays readable."""
    kept = book.journal.local_get(RETIRED)
    titles = json.loads(kept) if kept else {}
    return {thing_id: Text(*said).of(lang) for thing_id, said in titles.items()}
