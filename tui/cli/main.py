"""``ikusei`` itself: its verbs, the options before them, and the screen that opens without a verb."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from click.exceptions import Exit

from tui.cli.call import COMPLETE, Call
from tui.cli.line.context import Looks
from tui.cli.line.exit_codes import WRONG
from tui.cli.line.group import VerbLine, Verbs
from tui.cli.line.verb import ANY_PATH, OneOf, option
from tui.errors import UsageError
from tui.lang import LANGS, Lang

if TYPE_CHECKING:
    from tui.terminal.mode import Ambiguous

VERBS: Final[Mapping[str, VerbLine]] = {
    "open": VerbLine("open", "cli.open.help"),
    "begin": VerbLine("begin", "cli.begin.help"),
    "follow": VerbLine("follow", "cli.follow.help"),
    "status": VerbLine("status", "cli.status.help"),
    "log": VerbLine("log", "commands.log.help"),
    "correct": VerbLine("correct", "cli.correct.help"),
    "tick": VerbLine("tick", "commands.tick.help"),
    "claim": VerbLine("claim", "commands.claim.help"),
    "me": VerbLine("me", "cli.me.help"),
    "review": VerbLine("review", "cli.review.help"),
    "confirm": VerbLine("review", "cli.confirm.help", "confirm_verb"),
    "return": VerbLine("review", "cli.return.help", "return_verb"),
    "comment": VerbLine("review", "cli.comment.help", "comment_verb"),
    "sign": VerbLine("sign", "cli.sign.help"),
    "waive": VerbLine("waive", "cli.waive.help"),
    "reopen": VerbLine("sign", "cli.reopen.help", "reopen_verb"),
    "undo": VerbLine("undo", "commands.undo.help"),
    "redo": VerbLine("undo", "commands.redo.help", "redo_verb"),
    "show": VerbLine("show", "cli.show.help"),
    "search": VerbLine("search", "commands.find.help"),
    "matrix": VerbLine("matrix", "matrix.cli.help"),
    "assess": VerbLine("assess", "matrix.assess.help"),
    "journal": VerbLine("journal", "cli.journal.help"),
    "team": VerbLine("team", "team.help"),
    "export": VerbLine("export", "bundle.export.help"),
    "import": VerbLine("import_", "bundle.import.help"),
    "pull": VerbLine("pull", "transport.pull.help"),
    "push": VerbLine("pull", "transport.push.help", "push_verb"),
    "policy": VerbLine("policy", "cli.policy.help"),
    "content": VerbLine("content", "cli.content.help"),
    "roster": VerbLine("roster", "trust.roster.help"),
    "trust": VerbLine("trust", "trust.help"),
    "verify": VerbLine("verify", "verify.help"),
    "staffing": VerbLine("staffing", "staffing.cli.help"),
    "career": VerbLine("career", "career.help"),
    "doctor": VerbLine("doctor", "cli.doctor.help"),
    "backup": VerbLine("backup", "backup.help"),
    "restore": VerbLine("restore", "restore.help"),
    "completion": VerbLine("completion", "cli.completion.help"),
}


WIDTHS: Final[Mapping[str, Ambiguous]] = {"auto": "auto", "1": "1", "2": "2"}
"""The values of ``--ambiguous``; a fourth one, ``ascii``, has the option ``--ascii``."""
DEMO: Final = "--demo"
DEMOS: Final = ("trainee", "team")
"""The values of ``--demo``; without a value it is the first."""


class Ikusei(Verbs):
    """The command ``ikusei``.

    Args:
        lang: language of the help and of every answer.
    """

    def __init__(self, lang: Lang) -> None:
        super().__init__("ikusei", lang, "cli.help", VERBS, _options(lang), more="cli.more", is_optional=True)
        self.callback = click.pass_context(self._begin)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the verb; ``--demo`` may have no value, and only ``team`` is taken as one."""
        if DEMO in args and not set(args[: args.index(DEMO)]) & set(self.verbs):
            at = args.index(DEMO)
            is_named = args[at + 1 : at + 2] == [DEMOS[1]]
            args = [*args[:at], f"{DEMO}={DEMOS[is_named]}", *args[at + 1 + is_named :]]
        return super().parse_args(ctx, args)

    def _begin(
        self,
        ctx: click.Context,
        *,
        demo: str | None,
        state: str | None,
        content: str | None,
        overlay: str | None,
        trust: str | None,
        lang: Lang | None,
        ascii_only: bool,
        ambiguous: str,
        no_mouse: bool,
        plain: bool,
        version: bool,
    ) -> int:
        """Set up the call; without a verb, open the screen."""
        call = ctx.obj
        assert isinstance(call, Call)  # made by ``run``
        if demo and (state or content or overlay or trust):
            raise UsageError("cli.demo_or_state")
        if demo:
            from tui.cli.demo import demo_settings  # few calls are for the demo

            settings = call.stack.enter_context(demo_settings(self.lang, demo))
        else:
            from tui.workbook.setup.settings import settings_from  # ``--help`` needs no workbook

            settings = settings_from(
                Path(state) if state else None,
                call.env,
                self.lang,
                content=Path(content) if content else None,
                overlay=Path(overlay) if overlay else None,
                trust=Path(trust) if trust else None,
            )
        if version:
            from tui.cli.version import version_line  # asked for once a year

            call.out.line(version_line(settings))
            ctx.exit()
        if settings.state != settings.own:
            from tui.workbook.setup.ownership import for_reader  # most calls are about the user's own file

            settings = for_reader(settings)
        looks = Looks(lang, "ascii" if ascii_only else WIDTHS[ambiguous], mouse=not no_mouse, plain=plain)
        ctx.obj = call.about(settings, looks)
        if ctx.invoked_subcommand is not None:
            return 0
        from tui.cli.screen import open_screen, open_team_screen  # few verbs show the screen

        return open_team_screen(ctx.obj) if demo == DEMOS[1] else open_screen(ctx.obj, "")


def answer(args: list[str], call: Call, lang: Lang) -> int:
    """Parse the command line and run its verb.

    Returns:
        the exit code.

    Raises:
        IkuseiError: the verb failed.
    """
    program = Ikusei(lang)
    if asked := call.env.get(COMPLETE):
        from click.shell_completion import shell_complete  # only a shell asks

        return shell_complete(program, {}, "ikusei", COMPLETE, asked)
    try:
        with program.make_context("ikusei", args, obj=call) as ctx:
            code: int = program.invoke(ctx)
            return code
    except Exit as leaving:
        return leaving.exit_code
    except click.UsageError as error:
        from tui.cli.line.usage import sentence  # most calls are right

        call.out.tell(sentence(error, lang))
        return WRONG


def _options(lang: Lang) -> list[click.Parameter]:
    return [
        option(lang, DEMO, "cli.option.demo", "[team]", type=OneOf(DEMOS)),
        option(lang, "--state", "cli.option.state", "PATH", type=ANY_PATH),
        option(lang, "--content", "cli.option.content", "DIR", type=ANY_PATH),
        option(lang, "--overlay", "cli.option.overlay", "DIR", type=ANY_PATH),
        option(lang, "--trust", "cli.option.trust", "DIR", type=ANY_PATH),
        option(lang, "--lang", "cli.option.lang", "|".join(LANGS), type=OneOf(LANGS)),
        option(lang, "--ascii ascii_only", "cli.option.ascii"),
        option(lang, "--ambiguous", "cli.option.ambiguous", "auto|1|2", type=OneOf(WIDTHS), default="auto"),
        option(lang, "--no-mouse", "cli.option.no_mouse"),
        option(lang, "--plain", "cli.option.plain"),
        option(lang, "--version", "cli.option.version"),
    ]
