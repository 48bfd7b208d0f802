"""Messages with which screens ask the application to go somewhere, or to show a page over the screen."""

from __future__ import annotations

from textual.message import Message


class Go(Message):
    """Show a main screen, looking at *target* where one is named (an id of the pack)."""

    def __init__(self, place: str, target: str = "") -> None:
        super().__init__()
        self.place = place
        self.target = target


class Reveal(Message):
    """Show whatever has this id, on the screen where it belongs."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self.target = target


class Back(Message):
    """Return to the screen before."""


class Overlay(Message):
    """Show a page over the screen: ``find``, ``palette``, ``terms`` or ``help``."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page


class Read(Message):
    """Show everything about the thing with this id on a page, with what it has to do with others."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self.target = target


class LanguageSwitched(Message):
    """The language was switched, so everything has to be drawn again."""
