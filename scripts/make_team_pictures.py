"""Write the pictures of ``docs/lead.md``: the team of the demo, view by view, in both languages.

Usage: ``python scripts/make_team_pictures.py``
"""

from __future__ import annotations

import asyncio
import os
import time
from functools import partial
from pathlib import Path
from typing import Final

from picture import picture_of

from tui.app import IkuseiApp
from tui.cli.demo import demo_settings
from tui.lang import LANGS, Lang
from tui.session import Session
from tui.text.glyphs import glyphs_for
from tui.workbook.organisation.team import open_team
from tui.workbook.setup.opening import open_workbook

FOLDER: Final = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SIZE: Final = (80, 24)
KEYS: Final = {
    "people": ("down", "down", "right", "right"),
    "person": ("enter",),
    "stuck": ("escape", "tab"),
    "mentors": ("tab",),
    "movement": ("tab",),
    "coverage": ("tab", "s", "end"),
    "closing": ("tab",),
}
"""By name of a picture, the keys that lead there from the previous one."""


async def walk(lang: Lang) -> None:
    """Walk through the views and write a picture of each."""
    with demo_settings(lang, "team") as settings:
        book = open_workbook(settings, write=True)
        session = Session(book, lang, glyphs_for("blocks"), open_team=partial(open_team, settings))
        app = IkuseiApp(session, place="team")
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            while session.team is None or session.team.missing:
                await pilot.pause()
            for name, keys in KEYS.items():
                for key in keys:
                    app.simulate_key(key)
                    await pilot.pause()
                    await pilot.pause()
                (FOLDER / f"team-{name}-{lang}.svg").write_text(picture_of(app), encoding="utf-8")
        book.journal.close()


def main() -> None:
    """Write the pictures in both languages, in the time zone of the story."""
    os.environ["TZ"] = "Asia/Tokyo"
    time.tzset()
    FOLDER.mkdir(exist_ok=True)
    for lang in LANGS:
        asyncio.run(walk(lang))


if __name__ == "__main__":
    main()
