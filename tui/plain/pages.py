"""The base of places that are opened above another one and closed again."""

from __future__ import annotations

from tui.commands import Command, commands_of
from tui.plain.place import Place


class ListPlace(Place):
    """A list to read; ``back`` or ``cancel`` returns to the place below."""

    def can(self, command: Command) -> bool:
        """Whether *command* is possible: every command of the page is."""
        return command.id in {each.id for each in commands_of(self.PLACE)}

    def do_cancel(self) -> None:
        """Close it without choosing anything."""
        self.face.back()
