"""Keys that come faster than they are answered: a line that lags brings many in one read.

Each is pressed once the one before it is answered. Textual gives a key to whatever is focused at the moment at which it
arrives: what came behind a Tab would be typed into the field before, and what came behind a command would press others.

A paste without brackets looks like keys behind an Enter, and must press nothing. The field takes a moment to answer
Enter: what came with it in the same read would be added to what is submitted, or be a command once the field is closed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump

ROUNDS = 2
"""How often those between the focus and the app are asked: what answers a key may itself ask them for something, as a
command that opens a page does."""


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
    """Presses one key after another, and passes over what comes in one read behind an Enter pressed in a field."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Textual's, passed on
        super().__init__(**options)
        self._was_in_field = False
        self._is_answering = False
        self._last = ""
        self._pressed = 0
        self._waiting: deque[events.Key | events.Paste | KeyBehind] = deque()

    async def on_event(self, event: events.Event) -> None:
        """Let a key or a paste wait for its turn."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._waiting.append(event)
            await self._press()
        else:
            await super().on_event(event)

    async def on_key_behind(self, message: KeyBehind) -> None:
        """Let it wait for its turn."""
        self._waiting.append(message)
        await self._press()

    async def _press(self) -> None:
        """Press what waits, unless the key before is still being answered."""
        while self._waiting and (not self._is_answering or self._is_held(self._waiting[0])):
            event = self._waiting.popleft()
            if isinstance(event, KeyBehind):
                if self._was_in_field:  # the Enter before it was the end of what was typed
                    continue
                event = event.key
                event.set_sender(self)
            is_typed = isinstance(event, events.Key) and event.is_printable and self.focused is not None
            self._last = event.key if isinstance(event, events.Key) else ""
            if self._last == "enter":
                self._was_in_field = self.focused is not None  # only fields are focused
            self._pressed += 1
            try:
                await super().on_event(event)
            finally:
                # A letter in a field leads nowhere: a burst of them is drawn once.
                if not is_typed and not self._is_answering:
                    self._is_answering = True
                    self._ask(ROUNDS)

    def _is_held(self, event: events.Key | events.Paste | KeyBehind) -> bool:
        """Whether this is the key before once more, which leads on from there: what is held is drawn as few times."""
        return isinstance(event, events.Key) and event.key == self._last and not event.is_printable

    def _ask(self, rounds: int) -> None:
        """Hear of it when all between the focus and the app have done what they were told so far, *rounds* times."""
        pumps: list[MessagePump] = [*self.focused.ancestors_with_self] if self.focused else [self.screen, self]
        self._ask_next(iter(pumps), rounds, self._stand())

    def _ask_next(self, pumps: Iterator[MessagePump], rounds: int, before: object) -> None:
        for pump in pumps:
            if pump.call_later(self._ask_next, pumps, rounds, before):  # False: it is being removed
                return
        self.call_later(self._answered, rounds, before)

    async def _answered(self, rounds: int, before: object) -> None:
        """Press the next key; where a page or a field was opened, that one is asked first."""
        if before != self._stand():
            self._ask(ROUNDS)
        elif rounds > 1:
            self._ask(rounds - 1)
        else:
            self._is_answering = False
            await self._press()

    def _stand(self) -> object:
        return self.screen, self.focused, self._pressed
