"""``ikusei status``: where I stand."""

from __future__ import annotations

from tui.cli.answer import Kept
from tui.cli.context import Cli
from tui.cli.verb import Verb, option
from tui.lang import Lang


def verb(lang: Lang) -> Verb:
    """How it is called."""
    return Verb("status", run, lang, "cli.status.help", [option(lang, "--json is_json", "cli.option.json")])


def run(cli: Cli, is_json: bool) -> int:
    """Write the ladder of every role, the criteria of the STEP in hand, and what is about to run out.

    Raises:
        IkuseiError: nobody has begun, or the journal can't be read.
    """
    kept = Kept(cli, "status.json" if is_json else "status")
    lines = kept.answer()
    if lines is None:
        from tui.cli.status_report import status_lines  # noqa: PLC0415 - what is kept needs no curriculum

        lines = list(status_lines(cli, is_json=is_json))
        kept.keep(lines)
    for is_heading, text in lines:
        if is_heading:
            cli.out.heading(text)
        else:
            cli.out.text(text)
    return 0
