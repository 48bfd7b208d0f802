"""Textual bindings, made from the commands."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import commands_of


def bindings_for(place: str) -> list[BindingType]:
    """The bindings of a screen; a key belongs to the first command that claims it there."""
    taken: set[str] = set()
    bindings: list[BindingType] = []
    for command in commands_of(place):
        keys = [key for key in command.keys if key not in taken]
        taken.update(keys)
        # An IME in full-width mode sends the ideographic space for the space bar.
        keys += ["ideographic_space"] if "space" in keys else []
        bindings.append(Binding(",".join(keys), command.action, show=False, id=command.id))
    return bindings
