"""``ikusei --version``: what a bug report should begin with."""

from __future__ import annotations

from tui import __version__
from tui.curriculum.faults import ContentFaults
from tui.curriculum.pack import Pack
from tui.journal.schema import SCHEMA
from tui.lang import say
from tui.workbook.setup.settings import Settings


def version_line(settings: Settings) -> str:
    """Versions of the program, of the state files that it writes, and of the pack that it would open.

    If the pack can't be read, the line says so, and still has the other versions.
    """
    about = {"version": __version__, "schema": SCHEMA}
    try:
        pack = Pack.open(settings.content)
    except ContentFaults:
        return say(settings.lang, "cli.version.no_pack", **about)
    return say(settings.lang, "cli.version", **about, pack=pack.id, pack_version=pack.version)
