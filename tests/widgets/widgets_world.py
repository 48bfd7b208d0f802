"""A widget alone in an app of ten lines."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from settling import settled
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

W = TypeVar("W", bound=Widget)


@asynccontextmanager
async def alone(widget: W, size: tuple[int, int] = (40, 10)) -> AsyncIterator[tuple[W, Pilot[None]]]:
    """*widget* on a terminal of *size*."""

    class Alone(App[None]):
        def compose(self) -> ComposeResult:
            yield widget

    async with Alone().run_test(size=size) as pilot:
        await settled(pilot)
        yield widget, pilot


def rows_of(widget: Widget) -> list[str]:
    """What the widget draws, row by row."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


class Repainted:
    """Records which regions a widget asks to be painted again."""

    def __init__(self, widget: Widget, monkeypatch) -> None:
        self.regions: list[Region] = []
        refresh = widget.refresh

        def watched(*regions: Region, **rest):
            self.regions += regions or [widget.size.region]
            return refresh(*regions, **rest)

        monkeypatch.setattr(widget, "refresh", watched)
