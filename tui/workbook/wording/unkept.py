"""Sentences about local values that can't be written yet, and about a journal that can't be read now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final

from tui.errors import JournalError
from tui.journal.failure import is_passing
from tui.journal.keeping import Keeping
from tui.journal.trouble import Trouble
from tui.lang import Lang, say
from tui.workbook.trainee.drafts import DRAFT

_WHATS: Final = {DRAFT: "keeping.what.draft", "language": "keeping.what.language", "pack.": "keeping.what.edition"}
_FIELDS: Final = ("note", "day", "quantity", "ratio", "findings", "supervision", "evidence", "items")


def cannot_keep(keeping: Keeping, lang: Lang) -> str:
    """What can't be written, since when, and why; empty while everything is written."""
    trouble = keeping.trouble
    if trouble is None:
        return ""
    what = _whats(keeping.unkept, lang)
    return say(lang, "keeping.cannot_keep", since=_since(trouble), what=what, why=_why(trouble.error, lang))


def cannot_read(trouble: Trouble, keeping: Keeping, lang: Lang) -> str:
    """Since when the journal can't be read, and why; also what can't be written meanwhile."""
    if keeping.trouble is not None:
        what = _whats(keeping.unkept, lang)
        why = _why(trouble.error, lang)
        return say(lang, "keeping.cannot_read_or_keep", since=_since(trouble), what=what, why=why)
    return say(lang, "keeping.cannot_read", since=_since(trouble), why=_why(trouble.error, lang))


def lost(keeping: Keeping, names: Mapping[str, str], lang: Lang) -> Iterator[str]:
    """The lines shown when the screen is left with values unwritten; they repeat everything that was typed."""
    if keeping.trouble is None:
        return
    why = _why(keeping.trouble.error, lang)
    yield say(lang, "keeping.lost", what=_whats(keeping.unkept, lang), why=why)
    for key, value in typed(keeping).items():
        about = ", ".join(names.get(item, item) for item in key.removeprefix(DRAFT).split("+"))
        yield say(lang, "keeping.lost.typed", about=about)
        values = json.loads(value)
        for name in _FIELDS:
            if values.get(name):
                label = say(lang, f"screens.form.{name}")
                yield say(lang, "keeping.lost.field", label=label, value=values[name])


def typed(keeping: Keeping) -> dict[str, str]:
    """By key, the drafts that couldn't be written to the file."""
    return {key: value for key, value in keeping.unkept.items() if key.startswith(DRAFT) and value is not None}


def _whats(keys: Iterable[str], lang: Lang) -> str:
    """In words, what the values under *keys* are, drafts first."""
    said = {
        next((what for start, what in _WHATS.items() if key.startswith(start)), "keeping.what.other") for key in keys
    }
    in_order = sorted(said, key=[*_WHATS.values(), "keeping.what.other"].index)
    return say(lang, "matrix.list_sign").join(say(lang, what) for what in in_order)


def _why(error: JournalError, lang: Lang) -> str:
    """The reason in a few words where there are some for it, else as a whole sentence."""
    if is_passing(error):
        return say(lang, f"keeping.why.{error.key.removeprefix('journal.')}")
    return say(lang, error.key, **error.fields)


def _since(trouble: Trouble) -> str:
    return f"{datetime.fromtimestamp(trouble.since / 1000).astimezone():%m-%d %H:%M}"
