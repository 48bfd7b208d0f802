"""People as words on the command line, completed by the shell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

import click
from click.types import StringParamType

from tui.cli.line.ids import settings_of
from tui.errors import IkuseiError
from tui.text.fold import fold
from tui.workbook.setup.opening import open_journal
from tui.workbook.setup.ownership import is_there
from tui.workbook.setup.settings import Settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_PLAIN: Final = re.compile(r"[\w・][\w・.-]*")
"""A name that a shell takes for one word, and for no command: people choose their names themselves."""

People: TypeAlias = Callable[[Settings], Mapping[str, str]]
"""Gives the names of those who may be meant at a place, by id."""


def trainees(settings: Settings) -> Mapping[str, str]:
    """The trainees of the journal.

    Raises:
        IkuseiError: it can't be read.
    """
    if not is_there(settings.state):
        return {}
    with open_journal(settings, write=False) as journal:
        names = journal.people()
        return {person: names.get(person, "") for person in journal.trainees()}


class PersonParam(StringParamType):
    """Somebody: an id or a name; ``pick_person`` reads it.

    Args:
        people: those who may be meant.
    """

    name = "person"

    def __init__(self, people: People = trainees) -> None:
        self.people = people

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Those whose id or name begins so: by name, or by id where the name isn't one plain word to a shell."""
        from click.shell_completion import CompletionItem  # only a shell asks

        try:
            people = self.people(settings_of(ctx))
        except IkuseiError:  # the verb itself will say what is wrong
            return []
        found: list[CompletionItem] = []
        for person, name in people.items():
            whole = name if _PLAIN.fullmatch(name) else ""
            if name and fold(name).startswith(fold(incomplete)):
                found.append(CompletionItem(whole or person, help=person if whole else name))
            elif person.startswith(incomplete.lower()):
                found.append(CompletionItem(person, help=name))
        return found
