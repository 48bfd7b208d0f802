"""``ikusei import --inbox``: take in everything in the drop folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.cli.answers.preview_lines import show_preview
from tui.cli.line.context import Cli
from tui.errors import BundleError
from tui.journal.bundle.preview import Preview
from tui.journal.journal import Journal
from tui.workbook.exchange.inbox import pick_up
from tui.workbook.exchange.inbox_intake import came_text


def empty_inbox(
    cli: Cli,
    journal: Journal,
    *,
    is_dry: bool,
    about: frozenset[str] | None,
    names: Mapping[str, str],
    joins: Callable[[str], bool],
) -> int:
    """Take in everything in the drop folder, or only show it.

    Args:
        cli: the call.
        journal: the journal that takes it in.
        is_dry: whether to show it only.
        about: ids of the only people whose events may be in it; None for anybody's.
        names: by id, the names that the roster gives.
        joins: called with a person's id: whether the reader says that all events under it are one person's.

    Returns:
        0, or 1 where a file stays or something needs a look.

    Raises:
        JournalError: the journal can't be written.
    """
    needs_a_look = False

    def shown(found: Preview) -> None:
        nonlocal needs_a_look
        show_preview(cli, found.known_as(names))
        needs_a_look = needs_a_look or found.needs_a_look
        if is_dry:
            raise BundleError("transport.inbox.only_shown")

    picked = pick_up(journal, cli.settings.inbox, about, shown, joins)
    stayed = [each for each in picked.stayed if each[1].key != "transport.inbox.only_shown"]
    for path, error in stayed:
        cli.out.tell(cli.say("transport.inbox.stays", name=path.name, why=cli.say(error.key, **error.fields)))
    if picked.files:
        cli.out.line(came_text(picked, cli.lang, names))
    elif not picked.stayed:
        cli.out.tell(cli.say("transport.inbox.empty", folder=cli.settings.inbox))
    return int(needs_a_look or bool(stayed))
