"""What a trainee's drop folder brings without anybody being asked: at a start, and while the screen is open."""

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
"""What a roster calls people where there is none."""
_SILENT: Final = frozenset({*REVIEWING, Kind.WRITER, Kind.PERSON})
"""What comes in without anybody being asked: what mentors said, and who they are."""


def receive(
    journal: Journal, folder: Path, lang: Lang, names: Callable[[], Mapping[str, str]] = lambda: NOBODY
) -> tuple[str, tuple[Stayed, ...]]:
    """Take in what lies in the drop folder; what came, in one line, and the files that stay.

    Nobody is asked, so it takes less than ``import``: only what mentors said, and nothing that needs a look.

    Args:
        journal: what takes it in.
        folder: the drop folder.
        lang: in which language it is said.
        names: gives what the roster calls people; asked when something came.

    Raises:
        JournalError: the journal can't be written.
    """
    about = takes(journal)
    picked = pick_up(journal, folder, about, partial(_refuse_more, about or frozenset()))
    if not picked.files:
        return "", picked.stayed
    called = names()
    # What needs a look stays; a new name is none, but nobody should wonder who somebody is.
    renamed = (sentence for found in picked.found for sentence in names_of(found.known_as(called), lang))
    return " ".join((came_text(picked, lang, called), *renamed)), picked.stayed


def came_text(picked: Picked, lang: Lang, called: Mapping[str, str] = NOBODY) -> str:
    """What came through a drop folder, in one line: who said what; *called* is what the roster calls people."""
    if not picked.events:
        return say(lang, "transport.inbox.nothing_new", files=picked.files)
    said = say(lang, "transport.said.and").join(_said(picked, lang, called))
    if not said:
        return say(lang, "transport.inbox.came_silent", files=picked.files, count=picked.events)
    return say(lang, "transport.inbox.came", count=sum(count for _, _, count in picked.said), said=said)


def _refuse_more(about: frozenset[str], found: Preview) -> None:
    """Refuse what nobody is asked for: work and claims, another name for the trainee, what needs a look."""
    new = found.new.items()
    if any(kind not in (REVIEWING if person in about else _SILENT) for person, kinds in new for kind in kinds):
        raise BundleError("transport.inbox.more_than_said")
    # What may be another person's isn't taken in, and its file stays.
    if replace(found, held=()).needs_a_look:
        raise BundleError("transport.inbox.needs_a_look")


def _said(picked: Picked, lang: Lang, called: Mapping[str, str]) -> Iterator[str]:
    """Who said what: a person's words together, in the order in which they came."""
    for who in dict.fromkeys(who for who, _, _ in picked.said):
        parts = [say(lang, f"transport.said.{what}", count=count) for by, what, count in picked.said if by == who]
        what = say(lang, "transport.said.and").join(parts)
        yield say(lang, "transport.said.by", name=called.get(who) or picked.names.get(who, who), what=what)
