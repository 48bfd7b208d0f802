"""A cache of the answers of ``ikusei status``, so that they can be given again at once.

``ikusei status`` is used in shell prompts. Reading the curriculum takes twice as long as starting Python with click and
SQLite; a cached answer needs no curriculum. An answer holds until something changes that it depends on: the state file
(SQLite counts its transactions in the header), policy, content, trust folder, the day, or ikusei itself.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from tui import __version__
from tui.calendar import Calendar
from tui.cli.line.context import Cli
from tui.cli.line.out import NARROW
from tui.errors import IkuseiError
from tui.workbook.setup.settings import cache_folder

if TYPE_CHECKING:
    from datetime import date

    from tui.workbook.standings.workbook import Workbook

CachedLines: TypeAlias = Sequence[Sequence[tuple[str, str]]]
"""The lines of a drawing: texts with their styles."""

STATUS: Final = "status"
"""The name under which the answer of ``ikusei status`` is kept."""

_COUNTER: Final = slice(24, 28)
"""The file change counter in the header of an SQLite database (sqlite.org/fileformat2.html, 1.3.9)."""


class CachedStatus:
    """One cached answer.

    Args:
        cli: the call.
        question: the name of the answer, as one word.
    """

    def __init__(self, cli: Cli, question: str) -> None:
        self._key = _key(cli, question)
        name = zlib.crc32(json.dumps([str(cli.settings.state.absolute()), question, cli.lang, cli.out.width]).encode())
        self._file = cache_folder(cli.env) / f"answer-{name:08x}.json"

    def answer(self) -> CachedLines | None:
        """The kept answer, or None if there is none or it no longer holds."""
        try:
            kept = json.loads(self._file.read_bytes())
            if kept["key"] != self._key or kept["day"] != Calendar(*kept["calendar"]).today().isoformat():
                return None
            return [[(str(text), str(style)) for text, style in line] for line in kept["lines"]]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, answer: CachedLines, day: date, calendar: Calendar) -> None:
        """Keep an answer given on *day*; if it can't be written, the next call computes it again."""
        if self._key is None:
            return
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                # The calendar is kept too, so that the next call knows the organisation's day without the policy.
                about = {"key": self._key, "day": day.isoformat(), "calendar": [calendar.offset, calendar.change]}
                json.dump({**about, "lines": list(answer)}, file)
            part.replace(self._file)
        with suppress(OSError):
            part.unlink(missing_ok=True)  # on a full disk a half-written file is left


def renew(cli: Cli, book: Workbook) -> None:
    """Compute and keep the answer of ``ikusei status`` after *book* was written to: a prompt will ask for it next."""
    from tui.cli.answers.status_report import status_lines  # giving a kept answer needs no curriculum

    if not book.trainee or cli.settings.today is not None:
        return
    journal = book.journal
    journal.changed_elsewhere()
    with suppress(IkuseiError):
        # Two widths: that of the terminal, and that of a shell prompt, which reads through a pipe.
        calls = [cli.as_wide_as(cells) for cells in {cli.out.width, NARROW}]
        day = book.today()
        lines = [list(status_lines(each, book)) for each in calls]
        journal.keep_memos()
        kept = [CachedStatus(each, STATUS) for each in calls]
        # If another process has written meanwhile, the key counts its write, but the lines may lack it.
        if not journal.changed_elsewhere() and not cli.distrust(book):
            for each, answer in zip(kept, lines, strict=True):
                each.keep(answer, day, book.calendar)


def _key(cli: Cli, question: str) -> list[object] | None:
    """Everything that the answer depends on, as JSON gives it back; None where nothing may be kept."""
    settings = cli.settings
    hot = settings.state.with_name(f"{settings.state.name}-journal")
    try:
        # The file's owner could have put a pipe there; O_NONBLOCK keeps us from waiting for it.
        with os.fdopen(os.open(settings.state, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            counter = (file.read(_COUNTER.stop) or b"")[_COUNTER].hex()
        if hot.exists() or settings.today is not None:
            return None  # somebody is writing, or it is the demo
        about = [question, cli.lang, cli.out.width, cli.glyphs.done, __version__]
        files = [settings.state, *([settings.policy] if settings.policy.exists() else ()), *_files(settings.content)]
        files += _files(settings.overlay) if settings.overlay.is_dir() else ()
        files += [settings.own] if settings.own != settings.state and settings.own.exists() else ()
        if settings.trust.is_dir():
            from tui.signing.keygen import find_keygen, keygen_stamp  # most have no trust folder

            files += _all_files(settings.trust)
            about.append(keygen_stamp(find_keygen()))  # without ssh-keygen, or with an old one, some can't be checked
        return [*about, counter, *(_stamp(path) for path in files)]
    except OSError:
        return None


def _stamp(path: Path) -> list[object]:
    status = path.stat()
    # The owner of a file can set its mtime to any value, but not its ctime.
    return [str(path.absolute()), status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns]


def _all_files(folder: Path) -> Iterator[Path]:
    """The files of a trust folder, whatever they are called."""
    yield from sorted(each for each in folder.iterdir() if each.is_file())


def _files(folder: Path) -> Iterator[Path]:
    """The files of a pack."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(Path(entry.path))
        elif entry.name.endswith(".toml"):
            yield Path(entry.path)
