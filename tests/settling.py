"""Waiting for a Textual app in a test, the same on an idle machine and on a loaded one."""

from __future__ import annotations

import asyncio

from textual.pilot import Pilot

SOON = 0.02
"""Seconds within which a screen does work that it has put off in favour of keys (``PAUSE`` of the team screen)."""


async def settled(pilot: Pilot[object]) -> None:
    """Wait until nothing in the event loop can go on without a key, a far clock or another process.

    Textual's own wait sleeps for a moment each time, and ends when the process used little CPU time. On a loaded
    machine that happens in the middle of its work.
    """
    loop = asyncio.get_running_loop()
    while True:
        await pilot._wait_for_screen()
        while loop._ready:
            await asyncio.sleep(0)
        pilot.app.screen._on_timer_update()  # what would be drawn at the next tick is drawn now
        soon = [due.when() for due in loop._scheduled if not due.cancelled() and due.when() < loop.time() + SOON]
        if soon:
            await asyncio.sleep(max(0, max(soon) - loop.time()))
        elif not loop._ready:
            return
