"""``ikusei --version``: what a report of a fault should begin with."""

from __future__ import annotations

from tui import __version__
from tui.curriculum.faults import ContentFaults
from tui.curriculum.pack import Pack
from tui.journal.schema import SCHEMA
from tui.lang import say
from tui.workbook.setup.settings import Settings


def version_line(settings: Settings) -> str:
    """Versions of the program, of the state files that it writes, and of the pack that it would open.

    A pack that can't be read is no reason to say nothing of the rest.
    """
    about = {"version": __version__, "schema": SCHEMA}
    try:
        pack = Pack.open(settings.content)
    except ContentFaults:
        return say(settings.lang, "cli.version.no_pack", **about)
    return say(settings.lang, "cli.version", **about, pack=pack.id, pack_version=pack.version)
