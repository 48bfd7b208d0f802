"""The classes and functions of which verbs and their options are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

import click
from click.types import StringParamType

from tui.errors import UsageError
from tui.lang import Lang, say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


ANY_PATH: Final = click.Path(readable=False)
"""A path as an argument. click doesn't check that it can be read: the code that opens it has a better message."""


class Verb(click.Command):
    """One verb.

    Args:
        name: the name, as typed.
        run: the function that does it: takes the call and the values of the options, returns the exit code.
        lang: language of its help.
        about: key of the message that says what it does.
        params: its arguments and options.
        more: key of a message with further help; or empty.
    """

    def __init__(
        self,
        name: str,
        run: Callable[..., int],
        lang: Lang,
        about: str,
        params: Sequence[click.Parameter] = (),
        *,
        more: str = "",
    ) -> None:
        # ``--state`` may stand behind any verb; only the help of ``ikusei`` itself mentions it.
        state = option(lang, "--state", "cli.option.state", "PATH", type=ANY_PATH, hidden=True)
        super().__init__(name, params=[*params, state, help_option(lang)], add_help_option=False, help=say(lang, about))
        self.lang = lang
        self.more = more
        self._run = run

    def invoke(self, ctx: click.Context) -> int:
        """Run the verb, for the state file of ``--state`` if that is given.

        Raises:
            IkuseiError: the verb failed.
        """
        options = {**ctx.params}
        state = options.pop("state", None)
        return self._run(ctx.obj.at(state) if state else ctx.obj, **options)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; too many of them are refused in our own words.

        Raises:
            UsageError: there are more than the verb takes.
        """
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise UsageError("cli.too_many", arguments=" ".join(rest), command=ctx.command_path)
        return rest

    def get_help(self, ctx: click.Context) -> str:
        """The help page."""
        from tui.cli.line.help import page  # seldom asked for

        return page(self, ctx, self.lang, self.more)


class OneOf(StringParamType):
    """One of a few words; its beginning is enough.

    Args:
        words: the words.
    """

    name = "word"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's
        """The word that is meant.

        Raises:
            UsageError: it is none of them, or could be several.
        """
        typed = str(value).strip().lower()
        found = [word for word in self.words if word == typed] or [
            word for word in self.words if typed and word.startswith(typed)
        ]
        if len(found) != 1:
            raise UsageError("cli.not_one_of", text=value, words=", ".join(self.words))
        return found[0]

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The words that begin with *incomplete*."""
        from click.shell_completion import CompletionItem  # only a shell asks

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete.lower())]


def option(lang: Lang, names: str, key: str, metavar: str = "", **more: Any) -> click.Option:  # noqa: ANN401 - click's
    """An option.

    Args:
        lang: language of its help.
        names: its names as typed, and that of its Python argument, with blanks between.
        key: key of the message that explains it.
        metavar: the placeholder of its value in the help; empty for a flag.
        more: further arguments of ``click.Option``.
    """
    if metavar:
        return click.Option(names.split(), help=say(lang, key), metavar=metavar, **more)
    return click.Option(names.split(), help=say(lang, key), is_flag=True, **more)


def width_option(lang: Lang) -> click.Option:
    """``--width``, for verbs that draw."""

    def widen(ctx: click.Context, _param: click.Parameter, cells: int | None) -> None:
        if cells is not None and not ctx.resilient_parsing:
            ctx.obj.out.width = cells

    return option(
        lang, "--width", "cli.option.width", "CELLS", type=click.IntRange(20, 1000), expose_value=False, callback=widen
    )


def help_option(lang: Lang) -> click.Option:
    """``--help``."""

    def show(ctx: click.Context, _param: click.Parameter, is_asked: bool) -> None:
        if is_asked and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return option(lang, "-h --help", "cli.option.help", expose_value=False, is_eager=True, callback=show)
