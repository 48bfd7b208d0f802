"""Keys that come faster than they are handled: a slow line can bring many in one read.

Each key is handled only after the one before it. Textual would give a key to the widget that has the focus when the key
arrives: keys after a Tab would go into the old field, and keys after a command would act on the old screen.

A paste without brackets looks like an Enter with keys after it, and these must not act as commands. The field takes a
moment to handle Enter: keys of the same read would be added to the submitted text, or be commands once the field is
closed. So they are dropped.
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
"""How often the widgets from the focus up to the app are waited for: handling a key may itself post messages to them,
as a command that opens a page does."""


class KeyBehind(Message):
    """A key that came after an Enter in the same read.

    Args:
        key: the key.
    """

    def __init__(self, key: events.Key) -> None:
        super().__init__()
        self.key = key


def marked(messages: Iterable[Message]) -> Iterator[Message]:
    """The messages of one read, with the keys after an Enter turned into ``KeyBehind``."""
    is_behind = False
    for message in messages:
        if not isinstance(message, events.Key):
            yield message
            continue
        yield KeyBehind(message) if is_behind else message
        is_behind = is_behind or message.key == "enter"


class ReadApp(App[None], inherit_bindings=False):
    """Handles one key after another, and drops keys that come in one read after an Enter in a field."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Textual's, passed on
        super().__init__(**options)
        self._was_in_field = False
        self._is_answering = False
        self._last = ""
        self._pressed = 0
        self._waiting: deque[events.Key | events.Paste | KeyBehind] = deque()

    async def on_event(self, event: events.Event) -> None:
        """Queue a key or a paste; handle other events at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._waiting.append(event)
            await self._press()
        else:
            await super().on_event(event)

    async def on_key_behind(self, message: KeyBehind) -> None:
        """Queue the key."""
        self._waiting.append(message)
        await self._press()

    async def _press(self) -> None:
        """Handle the keys that wait, unless an earlier one is still being handled."""
        while self._waiting and (not self._is_answering or self._is_held(self._waiting[0])):
            event = self._waiting.popleft()
            if isinstance(event, KeyBehind):
                if self._was_in_field:  # the Enter before it ended the input: drop this key
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
                # A letter in a field can't move the focus, so the next key needn't wait, and a burst is drawn once.
                if not is_typed and not self._is_answering:
                    self._is_answering = True
                    self._ask(ROUNDS)

    def _is_held(self, event: events.Key | events.Paste | KeyBehind) -> bool:
        """Whether a key is held down (the same key again, no letter): then only few steps are drawn."""
        return isinstance(event, events.Key) and event.key == self._last and not event.is_printable

    def _ask(self, rounds: int) -> None:
        """Wait until every widget from the focus up to the app has handled its messages so far, *rounds* times."""
        pumps: list[MessagePump] = [*self.focused.ancestors_with_self] if self.focused else [self.screen, self]
        self._ask_next(iter(pumps), rounds, self._stand())

    def _ask_next(self, pumps: Iterator[MessagePump], rounds: int, before: object) -> None:
        for pump in pumps:
            if pump.call_later(self._ask_next, pumps, rounds, before):  # False: it is being removed
                return
        self.call_later(self._answered, rounds, before)

    async def _answered(self, rounds: int, before: object) -> None:
        """Handle the next key; if a page or a field was opened meanwhile, wait for that first."""
        if before != self._stand():
            self._ask(ROUNDS)
        elif rounds > 1:
            self._ask(rounds - 1)
        else:
            self._is_answering = False
            await self._press()

    def _stand(self) -> object:
        return self.screen, self.focused, self._pressed
