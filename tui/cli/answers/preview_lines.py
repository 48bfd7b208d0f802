"""What a bundle would bring, as lines to read."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cli.line.context import Cli
from tui.journal.bundle.preview import Preview
from tui.journal.event import ORGANISATION
from tui.workbook.exchange.intake_words import warnings_of


def show_preview(cli: Cli, found: Preview) -> None:
    """Write to standard error what a bundle would bring: it is for people, not data for programs."""
    pack, version = found.pack
    counts = {"events": found.events, "new": found.fresh, "known": found.known}
    lines = [cli.say("bundle.preview.about", **counts, pack=pack, version=version)]
    for trainee, kinds in found.new.items():
        if trainee == ORGANISATION:
            lines.append(cli.say("bundle.preview.organisation", kinds=kinds_text(cli, kinds)))
        elif trainee:
            name = found.names.get(trainee, trainee)
            lines.append(cli.say("bundle.preview.person", name=name, id=trainee, kinds=kinds_text(cli, kinds)))
        else:
            lines.append(cli.say("bundle.preview.writers", kinds=kinds_text(cli, kinds)))
    if found.trust:
        lines.append(cli.say("bundle.preview.trust", trust=found.trust))
    for line in lines:
        cli.out.remark(line)
    show_warnings(cli, found)


def show_warnings(cli: Cli, found: Preview) -> None:
    """Write to standard error what needs a look in a bundle."""
    for sentence in warnings_of(found, cli.lang):
        cli.out.tell(f"{cli.glyphs.warn} {sentence}")


def kinds_text(cli: Cli, kinds: Mapping[str, int]) -> str:
    """How many of each kind: ``実績 3, 印 1``."""
    return ", ".join(f"{cli.say(f'words.event.{kind}')} {count}" for kind, count in kinds.items())
