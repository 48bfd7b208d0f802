"""What the user should know about a bundle, in sentences: the same on the command line and on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from tui.journal.bundle.holding import Held
from tui.journal.bundle.preview import Preview
from tui.lang import Lang, say

PARTIAL_SHOWN: Final = 3
"""How many incomplete chains are named one by one; of more, only their number is given."""
RENAMED_SHOWN: Final = 5
"""How many changed or refused names are shown one by one."""

HELD_SHOWN: Final = 5
"""How many chains that may be another person's are named one by one."""


def held_fields(found: Preview, held: Held) -> dict[str, object]:
    """The fields of the message about events that aren't taken in, because they may be another person's."""
    name = found.names.get(held.person, held.person)
    about = {"id": held.person, "events": held.events, "writer": held.writer, "host": held.host or "?"}
    return {"name": name, **about}


def warnings_of(found: Preview, lang: Lang) -> Iterator[str]:
    """Sentences about what needs a look, what is missing, and whose name the bundle changes."""
    for writer, n in found.forks:
        yield say(lang, "bundle.preview.fork", writer=writer, n=n)
    for writer, n in found.breaks:
        yield say(lang, "bundle.preview.break", writer=writer, n=n)
    for each in found.held[:HELD_SHOWN]:
        yield say(lang, "bundle.held", **held_fields(found, each))
    if len(found.held) > HELD_SHOWN:
        yield say(lang, "bundle.held_more", chains=len(found.held) - HELD_SHOWN)
    for person in found.strangers:
        yield say(lang, "bundle.preview.stranger", name=found.names.get(person, person), id=person)
    if found.own:
        yield say(lang, "bundle.preview.own", events=found.own)
    if found.left_out:
        yield say(lang, "bundle.preview.left_out", events=found.left_out)
    if found.in_own_name:
        yield say(lang, "bundle.preview.in_own_name", events=found.in_own_name)
    yield from names_of(found, lang)
    if found.ahead:
        latest = datetime.fromtimestamp(found.latest // 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        yield say(lang, "bundle.preview.ahead", events=found.ahead, latest=latest)
    if len(found.partial) > PARTIAL_SHOWN:
        yield say(lang, "bundle.preview.partials", writers=len(found.partial))
    else:
        for writer in found.partial:
            yield say(lang, "bundle.preview.partial", writer=writer)


def names_of(found: Preview, lang: Lang) -> Iterator[str]:
    """Sentences about people whose name changes, and about those whose name stays although a chain has another."""
    for person, before, after in found.renamed[:RENAMED_SHOWN]:
        yield say(lang, "bundle.preview.renamed", id=person, before=before, after=after)
    for person, other in found.not_renamed[:RENAMED_SHOWN]:
        name = found.names.get(person, person)
        yield say(lang, "bundle.preview.not_renamed", id=person, name=name, other=other)
    more = sum(max(len(each) - RENAMED_SHOWN, 0) for each in (found.renamed, found.not_renamed))
    if more:
        yield say(lang, "bundle.preview.renamed_more", people=more)
