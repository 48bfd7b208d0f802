"""Keys that arrive in one read behind an Enter: a paste without brackets looks so, and must press nothing.

A field takes a moment to answer Enter. What came with it in the same read would be added to what is submitted, and from
the moment at which the field is closed each letter would be a command.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message


class KeyBehind(Message):
    """A key that came behind an Enter, in the same read.

    Args:
        key: the key.
    """

    def __init__(self, key: events.Key) -> None:
        super().__init__()
        self.key = key


def marked(messages: Iterable[Message]) -> Iterator[Message]:
    """What one read has brought, its keys behind an Enter marked as such."""
    is_behind = False
    for message in messages:
        if not isinstance(message, events.Key):
            yield message
            continue
        yield KeyBehind(message) if is_behind else message
        is_behind = is_behind or message.key == "enter"


class ReadApp(App[None], inherit_bindings=False):
    """Passes over what comes in one read behind an Enter that was pressed in a field."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Textual's, passed on
        super().__init__(**options)
        self._was_in_field = False

    async def on_event(self, event: events.Event) -> None:
        """Note where Enter is pressed: only fields are focused."""
        if isinstance(event, events.Key) and event.key == "enter" and not event.is_forwarded:
            self._was_in_field = self.focused is not None
        await super().on_event(event)

    async def on_key_behind(self, message: KeyBehind) -> None:
        """Press the key, unless the Enter before it was the end of what was typed into a field."""
        if not self._was_in_field:
            message.key.set_sender(self)
            await self.on_event(message.key)
