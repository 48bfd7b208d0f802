"""Taking in a trainee's drop folder without a question: at a start, and while the screen is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tui.errors import BundleError
from tui.journal.bundle.preview import Preview
from tui.journal.event import REVIEWING, Kind
from tui.journal.journal import Journal
from tui.lang import Lang, say
from tui.workbook.exchange.inbox import Picked, Stayed, pick_up
from tui.workbook.exchange.intake import takes
from tui.workbook.exchange.intake_words import names_of

NOBODY: Final[Mapping[str, str]] = MappingProxyType({})
"""The names that a roster gives, where there is no roster: none."""
_SILENT: Final = frozenset({*REVIEWING, Kind.WRITER, Kind.PERSON})
"""Kinds that come in without a question: what mentors said, and who they are."""


def receive(
    journal: Journal, folder: Path, lang: Lang, names: Callable[[], Mapping[str, str]] = lambda: NOBODY
) -> tuple[str, tuple[Stayed, ...]]:
    """Take in what lies in the drop folder; return what came, in one line, and the files that stay.

    Nobody is asked, so it takes in less than ``import``: only what mentors said, and nothing that needs a look.

    Args:
        journal: the journal that takes it in.
        folder: the drop folder.
        lang: language of the line.
        names: gives people's names by id, as the roster has them; called only when something came.

    Raises:
        JournalError: the journal can't be written.
    """
    about = takes(journal)
    picked = pick_up(journal, folder, about, partial(_refuse_more, about or frozenset()))
    if not picked.files:
        return "", picked.stayed
    called = names()
    # A new name doesn't need a look, but it is told, so that nobody wonders who somebody is.
    renamed = (sentence for found in picked.found for sentence in names_of(found.known_as(called), lang))
    return " ".join((came_text(picked, lang, called), *renamed)), picked.stayed


def came_text(picked: Picked, lang: Lang, called: Mapping[str, str] = NOBODY) -> str:
    """What came through a drop folder, in one line: who said what. *called* has the roster's names by id."""
    if not picked.events:
        return say(lang, "transport.inbox.nothing_new", files=picked.files)
    said = say(lang, "transport.said.and").join(_said(picked, lang, called))
    if not said:
        return say(lang, "transport.inbox.came_silent", files=picked.files, count=picked.events)
    return say(lang, "transport.inbox.came", count=sum(count for _, _, count in picked.said), said=said)


def _refuse_more(about: frozenset[str], found: Preview) -> None:
    """Refuse what may not come in without a question: work, claims, a new name for the trainee, what needs a look."""
    new = found.new.items()
    if any(kind not in (REVIEWING if person in about else _SILENT) for person, kinds in new for kind in kinds):
        raise BundleError("transport.inbox.more_than_said")
    # ``held`` is left aside here: what may be another person's isn't taken in anyway, and its file stays.
    if replace(found, held=()).needs_a_look:
        raise BundleError("transport.inbox.needs_a_look")


def _said(picked: Picked, lang: Lang, called: Mapping[str, str]) -> Iterator[str]:
    """One part for each person: what they said and how often, in the order in which they first occur."""
    for who in dict.fromkeys(who for who, _, _ in picked.said):
        parts = [say(lang, f"transport.said.{what}", count=count) for by, what, count in picked.said if by == who]
        what = say(lang, "transport.said.and").join(parts)
        yield say(lang, "transport.said.by", name=called.get(who) or picked.names.get(who, who), what=what)
