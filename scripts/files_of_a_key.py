"""Print what of ikusei one key goes through: the files whose code runs, and the statements that SQLite is given.

Usage: ``python scripts/files_of_a_key.py``
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import FrameType
from typing import Final

from tui.app import IkuseiApp
from tui.cli.demo import demo_settings
from tui.session import Session
from tui.text.glyphs import glyphs_for
from tui.workbook.setup.opening import open_workbook

ROOT: Final = Path(__file__).resolve().parents[1]
KEYS: Final = (("step", "down"), ("step", "space"), ("journal", "pagedown"), ("matrix", "right"), ("today", "3"))
"""Place and key; each key is pressed once before, so that what is made only the first time isn't counted."""


async def files_of(place: str, key: str) -> tuple[set[str], list[str]]:
    """The files below ``tui/`` whose code runs for *key* at *place*, and the statements of SQL, in their order."""
    with demo_settings("ja") as settings:
        book = open_workbook(settings, write=True)
        session = Session(book, "ja", glyphs_for("blocks"))
        session.look_at_current_step()
        app = IkuseiApp(session, place=place if place != "today" else "")
        files: set[str] = set()
        statements: list[str] = []

        def watch(frame: FrameType, event: str, _argument: object) -> None:
            if event == "call":
                files.add(frame.f_code.co_filename)

        async with app.run_test(size=(80, 24)) as pilot:
            for each in (key, key) if place != "today" else (key, "1", key):
                await pilot.pause()
                files.clear()
                statements.clear()
                book.journal.store.connection.set_trace_callback(statements.append)
                sys.setprofile(watch)
                app.simulate_key(each)
                await pilot.pause()
                sys.setprofile(None)
        book.journal.close()
    inside = {str(Path(each).relative_to(ROOT)) for each in files if each.startswith(str(ROOT / "tui"))}
    return inside, statements


def main() -> None:
    """Print them, key by key."""
    for place, key in KEYS:
        files, statements = asyncio.run(files_of(place, key))
        print(f"{place} {key}: {len(files)} files, {len(statements)} statements")
        for each in sorted(files):
            print(f"  {each}")


if __name__ == "__main__":
    main()
