"""Screens and app that survive an ``IkuseiError`` in a message handler: here errors of the screens are caught."""

from __future__ import annotations

from textual.message import Message
from textual.message_pump import MessagePump

from tui.errors import IkuseiError


class Unbroken(MessagePump):
    """Goes on with its messages after an ``IkuseiError`` in a handler; the app shows the error.

    Textual has no public hook for this: it stops the message pump in which a handler failed, and the app with it.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except IkuseiError as error:
            self.app._handle_exception(error)  # Textual itself would call this
