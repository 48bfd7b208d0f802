"""The demos: an example trainee, or a team as its lead sees it, in a scratch copy that is removed afterwards.

``scripts/make_example.py`` and ``scripts/make_team_example.py`` write the examples. Their last entries are of a fixed
day. In the demos it is always the day after, so that they look the same whenever they are opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tui.curriculum.folder import builtin_folder
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.setup.settings import POLICY_FILE, STATE_FILE, TRUST_FOLDER, Settings, settings_from

TODAY: Final = date(2026, 11, 21)
"""The current day in the demos: the day after the last entry of the examples."""
DEMOS: Final[Mapping[str, Mapping[str, str]]] = {
    "trainee": {STATE_FILE: f"{STATE_FILE}.example", POLICY_FILE: f"{POLICY_FILE}.example"},
    "team": {STATE_FILE: "team.sqlite.example", POLICY_FILE: "team.policy.toml.example"},
}
"""By value of ``--demo``, the examples from which state file and policy are copied."""


def example_folder() -> Path:
    """The folder of the examples: the content of the installed package, or the top of the source tree."""
    content = builtin_folder()
    return content if (content / f"{STATE_FILE}.example").exists() else content.parent


@contextmanager
def demo_settings(lang: Lang, demo: str = "trainee") -> Iterator[Settings]:
    """The settings of a scratch copy of an example, which is removed afterwards.

    Args:
        lang: language of all output.
        demo: one of ``DEMOS``.

    Raises:
        UsageError: the example isn't there, or can't be copied.
    """
    with TemporaryDirectory(prefix="ikusei-demo-", ignore_cleanup_errors=True) as scratch:
        for name, source in DEMOS[demo].items():
            example = example_folder() / source
            try:
                copy = Path(scratch) / name
                copy.touch(mode=0o600)
                copy.write_bytes(example.read_bytes())
            except OSError as error:
                raise UsageError("cli.no_example", path=example, why=error.strerror or type(error).__name__) from error
        settings = settings_from(Path(scratch) / STATE_FILE, {}, lang)
        # The user's own files aren't looked at: the mentors whom they trust have nothing to do with a made-up team.
        yield replace(
            settings, today=lambda: TODAY, own=settings.state, trust=settings.state.with_name(TRUST_FOLDER), marks=None
        )
