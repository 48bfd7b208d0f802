"""The demo: an example trainee in a scratch copy that is gone afterwards.

``scripts/make_example.py`` writes the example. Its story ends on a fixed day, and the demo stands on the day after, so
that it looks the same whenever it is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tui.curriculum.folder import builtin_folder
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.settings import POLICY_FILE, STATE_FILE, Settings, settings_from

TODAY: Final = date(2026, 11, 21)
"""The day on which the demo stands: the day after the last entry of the example."""


def example_folder() -> Path:
    """Where the example lies: among the content of the installed package, or at the top of the source tree."""
    content = builtin_folder()
    return content if (content / f"{STATE_FILE}.example").exists() else content.parent


@contextmanager
def demo_settings(lang: Lang) -> Iterator[Settings]:
    """The settings of a scratch copy of the example, which is removed afterwards.

    Raises:
        UsageError: the example isn't there, or can't be copied.
    """
    with TemporaryDirectory(prefix="ikusei-demo-", ignore_cleanup_errors=True) as scratch:
        for name in (STATE_FILE, POLICY_FILE):
            example = example_folder() / f"{name}.example"
            try:
                copy = Path(scratch) / name
                copy.touch(mode=0o600)
                copy.write_bytes(example.read_bytes())
            except OSError as error:
                raise UsageError("cli.no_example", path=example, why=error.strerror or type(error).__name__) from error
        settings = settings_from(Path(scratch) / STATE_FILE, {}, lang)
        yield replace(settings, today=lambda: TODAY)
