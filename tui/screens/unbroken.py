"""What goes on when a handler meets an error that the user can mend: the edge of the screens."""

from __future__ import annotations

from textual.message import Message
from textual.message_pump import MessagePump

from tui.errors import IkuseiError


class Unbroken(MessagePump):
    """Goes on with its messages after an ``IkuseiError`` in one; the app tells it.

    Textual has no public place for this: it stops the pump in which a handler failed, and the app with it.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except IkuseiError as error:
            self.app._handle_exception(error)  # where Textual itself would bring it
