"""Groups of verbs, each of which is imported only when it is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NamedTuple

import click

from tui.cli.line.verb import help_option
from tui.errors import UsageError
from tui.lang import Lang, say


class VerbLine(NamedTuple):
    """A line of the list of verbs.

    Args:
        module: module of ``tui.cli`` that has the verb.
        about: key of the message that says what it does.
        function: name of the function in that module that makes the verb; it takes the language.
    """

    module: str
    about: str
    function: str = "verb"


class Verbs(click.Group):
    """A group of verbs.

    Args:
        name: the name, as typed.
        lang: language of its help.
        about: key of the message that says what it is.
        verbs: the verbs in the order of the help.
        params: its own options.
        more: key of a message with further help; or empty.
        is_optional: whether the group does something without a verb.
    """

    def __init__(
        self,
        name: str,
        lang: Lang,
        about: str,
        verbs: Mapping[str, VerbLine],
        params: Sequence[click.Parameter] = (),
        *,
        more: str = "",
        is_optional: bool = False,
    ) -> None:
        own = [*params, help_option(lang)]
        about_it = say(lang, about)
        super().__init__(
            name,
            params=own,
            add_help_option=False,
            help=about_it,
            invoke_without_command=is_optional,
            subcommand_metavar="[VERB ...]" if is_optional else "VERB ...",
        )
        self.lang = lang
        self.verbs = verbs
        self.more = more

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names of the verbs."""
        return list(self.verbs)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb with this name, imported now; None where there is none."""
        entry = self.verbs.get(cmd_name)
        if entry is None:
            return None
        made = getattr(import_module(f"tui.cli.{entry.module}"), entry.function)(self.lang)
        assert isinstance(made, click.Command)  # a test makes every verb
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name, verb and rest of the arguments, as click wants them.

        Raises:
            UsageError: there is no such verb.
        """
        name = args[0]
        if name not in self.verbs and not name.startswith("-") and not ctx.resilient_parsing:
            from difflib import get_close_matches  # most verbs are spelt right

            near = get_close_matches(name, self.verbs, n=1)
            key = "cli.no_such_verb_near" if near else "cli.no_such_verb"
            raise UsageError(key, name=name, near="".join(near), command=ctx.command_path)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """The help page: the verbs with what each does, without importing any."""
        from tui.cli.line.help import page  # seldom asked for

        listed = [(name, say(self.lang, entry.about)) for name, entry in self.verbs.items()]
        return page(self, ctx, self.lang, self.more, listed)
