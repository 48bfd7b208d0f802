"""In words: how far a trust folder can be trusted, and why one doesn't count."""

from __future__ import annotations

from tui.lang import Lang, say
from tui.trust.folder import TrustFolder
from tui.workbook.standings.workbook import Workbook


def distrust_of(book: Workbook, lang: Lang) -> str:
    """Why the trust folder that *book* has opened doesn't count in its present state; empty: it does, or isn't open."""
    opened = book.authority.opened
    return "" if opened is None else distrust_text(opened, lang)


def distrust_text(folder: TrustFolder, lang: Lang) -> str:
    """Why a trust folder doesn't count in its present state, and which version does instead; empty where it counts."""
    state = folder.as_it_lies.state
    if state.is_usable:
        return ""
    why = say(lang, state.reason, **state.fields)
    if folder.present is None or folder.found is None:
        return say(lang, "trust.nobody_counts", why=why)
    return say(lang, "trust.kept_counts", version=folder.found.version, why=why)


def folder_text(folder: TrustFolder, lang: Lang) -> str:
    """A trust folder in one line: its roster, its fingerprint, how far it can be trusted."""
    roster = folder.found or folder.roster
    about = {"id": roster.id if roster else "-", "version": roster.version if roster else "-"}
    state = say(lang, f"trust.kind.{folder.state.kind}")
    return say(lang, "screens.review.trust", **about, short=folder.short or "-", state=state)
