"""Waiting for a Textual app in a test, the same on an idle machine and on a loaded one."""

from __future__ import annotations

import asyncio

from textual.pilot import Pilot


async def settled(pilot: Pilot[object]) -> None:
    """Wait until nothing in the event loop can go on without a key, a clock or another process.

    Textual's own wait ends when the process gets little time, which on a loaded machine it does in the middle of it.
    """
    loop = asyncio.get_running_loop()
    while True:
        await pilot.pause()
        while loop._ready:
            await asyncio.sleep(0)
        pilot.app.screen._on_timer_update()  # what would be drawn at the next tick is drawn now
        if not loop._ready:
            return
