"""People as words on the command line, completed by the shell from the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.types import StringParamType

from tui.cli.ids import settings_of
from tui.errors import IkuseiError
from tui.text.fold import fold
from tui.workbook.opening import open_journal
from tui.workbook.own import is_there

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class PersonParam(StringParamType):
    """Somebody of the journal: an id or a name; ``pick_person`` reads it."""

    name = "person"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Those whose id or name begins so: by name, or by id where a shell would take a name apart at its blank."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - only a shell asks

        settings = settings_of(ctx)
        if not is_there(settings.state):
            return []
        try:
            with open_journal(settings, write=False) as journal:
                names = journal.people()
                people = {person: names.get(person, "") for person in journal.trainees()}
        except IkuseiError:  # the verb itself will say what is wrong
            return []
        found: list[CompletionItem] = []
        for person, name in people.items():
            whole = name if name and not any(each.isspace() for each in name) else ""
            if name and fold(name).startswith(fold(incomplete)):
                found.append(CompletionItem(whole or person, help=person if whole else name))
            elif person.startswith(incomplete.lower()):
                found.append(CompletionItem(person, help=name))
        return found
