"""Answers that were given before, kept so that they can be given again at once.

``ikusei status`` stands in shell prompts. Reading the curriculum takes as long as starting Python with click and SQLite
twice more; an answer that is still true takes none of it. It holds while nothing that it rests on has changed: the
state file (SQLite counts its transactions in the header), the policy, the content, the day, and ikusei itself.
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
"""The question of ``ikusei status``."""

_COUNTER: Final = slice(24, 28)
"""The file change counter in the header of an SQLite database (sqlite.org/fileformat2.html, 1.3.9)."""


class CachedStatus:
    """The place of one answer.

    Args:
        cli: the call.
        question: what was asked, as one word.
    """

    def __init__(self, cli: Cli, question: str) -> None:
        self._key = _key(cli, question)
        name = zlib.crc32(json.dumps([str(cli.settings.state.absolute()), question, cli.lang, cli.out.width]).encode())
        self._file = cache_folder(cli.env) / f"answer-{name:08x}.json"

    def answer(self) -> CachedLines | None:
        """The answer, if it still holds."""
        try:
            kept = json.loads(self._file.read_bytes())
            if kept["key"] != self._key or kept["day"] != Calendar(*kept["calendar"]).today().isoformat():
                return None
            return [[(str(text), str(style)) for text, style in line] for line in kept["lines"]]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, answer: CachedLines, day: date, calendar: Calendar) -> None:
        """Keep an answer given on *day*; where that can't be done, the next one takes its time again."""
        if self._key is None:
            return
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                # By the organisation's calendar it is seen later whether the day is still the same, without reading it.
                about = {"key": self._key, "day": day.isoformat(), "calendar": [calendar.offset, calendar.change]}
                json.dump({**about, "lines": list(answer)}, file)
            part.replace(self._file)
        with suppress(OSError):
            part.unlink(missing_ok=True)  # a full disk has it half


def renew(cli: Cli, book: Workbook) -> None:
    """Keep the answer to ``ikusei status`` that holds after *book* was written to: it is the question asked next."""
    from tui.cli.answers.status_report import status_lines  # giving a kept answer needs no curriculum

    if not book.trainee or cli.settings.today is not None:
        return
    journal = book.journal
    journal.changed_elsewhere()
    with suppress(IkuseiError):
        # Asked for at the terminal, and by its prompt, which reads through a pipe.
        calls = [cli.as_wide_as(cells) for cells in {cli.out.width, NARROW}]
        day = book.today()
        lines = [list(status_lines(each, book)) for each in calls]
        journal.keep_memos()
        kept = [CachedStatus(each, STATUS) for each in calls]
        # What somebody else wrote meanwhile is counted in the key, and perhaps isn't in the lines.
        if not journal.changed_elsewhere() and not cli.distrust(book):
            for each, answer in zip(kept, lines, strict=True):
                each.keep(answer, day, book.calendar)


def _key(cli: Cli, question: str) -> list[object] | None:
    """Everything that the answer rests on, as JSON gives it back; None where that isn't sure."""
    settings = cli.settings
    hot = settings.state.with_name(f"{settings.state.name}-journal")
    try:
        # Whoever owns the file could have put a pipe there, which would be waited for.
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
            about.append(keygen_stamp(find_keygen()))  # without it, or with an old one, some can't be checked
        return [*about, counter, *(_stamp(path) for path in files)]
    except OSError:
        return None


def _stamp(path: Path) -> list[object]:
    status = path.stat()
    # The time of the last change is for the file's owner to set, that of the last change of its state isn't.
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
