"""The drop folder on both faces: what came at a start, and ``ikusei import --inbox``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from tui.cli.context import Cli
from tui.cli.preview_lines import show_preview
from tui.errors import BundleError
from tui.journal.bundle.preview import Preview
from tui.journal.event import REVIEWING, Kind
from tui.journal.journal import Journal
from tui.workbook.inbox import Picked, Stayed
from tui.workbook.inbox import pick_up as pick_up_from
from tui.workbook.taking import takes

_SILENT: Final = frozenset({*REVIEWING, Kind.WRITER, Kind.PERSON})
"""What comes in at a start without anybody being asked: what mentors said, and who they are."""


def pick_up(cli: Cli, journal: Journal) -> tuple[str, tuple[Stayed, ...]]:
    """Take in what lies in the drop folder at a start; what came, in one line, and the files that stay.

    Nobody is asked then, so it takes less than ``import``: only what mentors said, and nothing that needs a look.

    Raises:
        JournalError: the journal can't be written.
    """
    about = takes(journal)
    picked = pick_up_from(journal, cli.settings.inbox, about, partial(_refuse_at_a_start, about or frozenset()))
    return (_came(cli, picked) if picked.files else ""), picked.stayed


def empty_inbox(cli: Cli, journal: Journal, *, is_dry: bool, about: frozenset[str] | None) -> int:
    """Take in everything in the drop folder, or only show it.

    Returns:
        0, or 1 where a file stays or something needs a look.

    Raises:
        JournalError: the journal can't be written.
    """
    needs_a_look = False

    def shown(found: Preview) -> None:
        nonlocal needs_a_look
        show_preview(cli, found)
        needs_a_look = needs_a_look or found.needs_a_look
        if is_dry:
            raise BundleError("transport.inbox.only_shown")

    picked = pick_up_from(journal, cli.settings.inbox, about, shown)
    stayed = [each for each in picked.stayed if each[1].key != "transport.inbox.only_shown"]
    for path, error in stayed:
        cli.out.tell(cli.say("transport.inbox.stays", name=path.name, why=cli.say(error.key, **error.fields)))
    if picked.files:
        cli.out.line(_came(cli, picked))
    elif not picked.stayed:
        cli.out.tell(cli.say("transport.inbox.empty", folder=cli.settings.inbox))
    return int(needs_a_look or bool(stayed))


def _refuse_at_a_start(about: frozenset[str], found: Preview) -> None:
    """Refuse what nobody is asked for: work and claims, another name for the trainee, what needs a look."""
    new = found.new.items()
    if any(kind not in (REVIEWING if person in about else _SILENT) for person, kinds in new for kind in kinds):
        raise BundleError("transport.inbox.more_than_said")
    if found.needs_a_look:
        raise BundleError("transport.inbox.needs_a_look")


def _came(cli: Cli, picked: Picked) -> str:
    if not picked.events:
        return cli.say("transport.inbox.nothing_new", files=picked.files)
    said = cli.say("transport.said.and").join(_said(cli, picked))
    if not said:
        return cli.say("transport.inbox.came_silent", files=picked.files, count=picked.events)
    return cli.say("transport.inbox.came", count=sum(count for _, _, count in picked.said), said=said)


def _said(cli: Cli, picked: Picked) -> Iterator[str]:
    """Who said what: a person's words together, in the order in which they came."""
    for who in dict.fromkeys(who for who, _, _ in picked.said):
        parts = [cli.say(f"transport.said.{what}", count=count) for by, what, count in picked.said if by == who]
        what = cli.say("transport.said.and").join(parts)
        yield cli.say("transport.said.by", name=picked.names.get(who, who), what=what)
