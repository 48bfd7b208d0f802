"""People as arguments on the command line, completed by the shell."""

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
"""A name that is one harmless word to a shell. Others aren't completed, because people choose their names freely."""

People: TypeAlias = Callable[[Settings], Mapping[str, str]]
"""A function that gives, by id, the names of the people who may be meant by an argument."""


def trainees(settings: Settings) -> Mapping[str, str]:
    """By id, the names of the trainees in the journal.

    Raises:
        IkuseiError: the journal can't be read.
    """
    if not is_there(settings.state):
        return {}
    with open_journal(settings, write=False) as journal:
        names = journal.people()
        return {person: names.get(person, "") for person in journal.trainees()}


class PersonParam(StringParamType):
    """A person: an id or a name, which ``pick_person`` reads.

    Args:
        people: gives the people who may be meant.
    """

    name = "person"

    def __init__(self, people: People = trainees) -> None:
        self.people = people

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The people whose id or name begins with *incomplete*: the name, or the id if the name isn't a plain word."""
        from click.shell_completion import CompletionItem  # only a shell asks

        try:
            people = self.people(settings_of(ctx))
        except IkuseiError:  # the verb itself will report the error
            return []
        found: list[CompletionItem] = []
        for person, name in people.items():
            whole = name if _PLAIN.fullmatch(name) else ""
            if name and fold(name).startswith(fold(incomplete)):
                found.append(CompletionItem(whole or person, help=person if whole else name))
            elif person.startswith(incomplete.lower()):
                found.append(CompletionItem(person, help=name))
        return found
