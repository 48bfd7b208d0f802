"""``ikusei team``: the lead's view, as a screen, a list, or rows for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import click

from tui.cli.line.choices import roles
from tui.cli.line.context import Cli
from tui.cli.line.group import VerbLine, Verbs
from tui.cli.line.ids import IdParam
from tui.cli.line.streams import is_shown, is_typed
from tui.cli.line.table import form_of, form_options
from tui.cli.line.verb import OneOf, Verb, option, width_option
from tui.lang import Lang

if TYPE_CHECKING:
    from tui.cli.answers.team_report import TeamReport

VERBS: Final[Mapping[str, VerbLine]] = {
    "stuck": VerbLine("team", "team.stuck.help", "stuck_verb"),
    "mentors": VerbLine("team", "team.mentors.help", "mentors_verb"),
    "movement": VerbLine("team", "team.movement.help", "movement_verb"),
    "coverage": VerbLine("team", "team.coverage.help", "coverage_verb"),
    "closing": VerbLine("team", "team.closing.help", "closing_verb"),
}
ORDERS: Final = ("name", "furthest", "stuck", "role")
"""The values of ``tui.progress.team.MemberOrder``, repeated here so that a help page needn't import it."""
DAYS: Final = click.IntRange(1, 36_500)


class TeamVerbs(Verbs):
    """The group with its verbs; without a verb it shows the people.

    Args:
        lang: language of the help and of the answers.
    """

    def __init__(self, lang: Lang) -> None:
        params: list[click.Parameter] = [
            option(lang, "--list is_list", "team.option.list"),
            width_option(lang),
            *form_options(lang),
            option(lang, "--role", "team.option.role", "ROLE", default="", type=IdParam(roles)),
            option(lang, "--stuck", "team.option.stuck", "DAYS", type=DAYS),
            option(lang, "--sort", "team.option.sort", "|".join(ORDERS), type=OneOf(ORDERS)),
        ]
        super().__init__("team", lang, "team.help", VERBS, params, more="team.help.more", is_optional=True)
        self.callback = click.pass_context(_people)


def verb(lang: Lang) -> Verbs:
    """The group with its verbs."""
    return TeamVerbs(lang)


def stuck_verb(lang: Lang) -> Verb:
    """The verb ``stuck`` with its arguments and options."""
    params = [
        option(lang, "--idle", "team.option.idle", "DAYS", type=DAYS),
        option(lang, "--waiting", "team.option.waiting", "DAYS", type=DAYS),
        width_option(lang),
        *form_options(lang),
    ]
    return Verb("stuck", run_stuck, lang, "team.stuck.help", params)


def mentors_verb(lang: Lang) -> Verb:
    """The verb ``mentors`` with its arguments and options."""
    return Verb("mentors", run_mentors, lang, "team.mentors.help", [width_option(lang), *form_options(lang)])


def movement_verb(lang: Lang) -> Verb:
    """The verb ``movement`` with its arguments and options."""
    months = option(lang, "--months", "team.option.months", "N", type=click.IntRange(1, 1200), default=12)
    return Verb("movement", run_movement, lang, "team.movement.help", [months, width_option(lang), *form_options(lang)])


def coverage_verb(lang: Lang) -> Verb:
    """The verb ``coverage`` with its arguments and options."""
    return Verb("coverage", run_coverage, lang, "team.coverage.help", [width_option(lang), *form_options(lang)])


def closing_verb(lang: Lang) -> Verb:
    """The verb ``closing`` with its arguments and options."""
    return Verb("closing", run_closing, lang, "team.closing.help", [width_option(lang), *form_options(lang)])


def _people(
    ctx: click.Context,
    *,
    is_list: bool,
    role: str,
    stuck: int | None,
    sort: str | None,
    **asked: bool,
) -> int:
    """Show the people: on a terminal the screen, unless a list is asked for."""
    cli = ctx.obj
    assert isinstance(cli, Cli)  # made by ``ikusei`` itself
    if ctx.invoked_subcommand is not None:
        return 0
    form = form_of(**asked)
    is_asked = is_list or form or role or stuck or sort
    if not is_asked and (cli.looks.plain or (is_typed() and is_shown())):
        from tui.cli.screen import open_team_screen  # lists need no screen

        return open_team_screen(cli)
    from tui.cli.answers.team_report import TeamReport  # a help page doesn't need it

    report = TeamReport(cli, quiet=stuck, waiting=stuck)
    return report.people(form, role=role, order=sort or "name", is_stuck=stuck is not None)


def run_stuck(cli: Cli, idle: int | None, waiting: int | None, **asked: bool) -> int:
    """Write who is stuck and why, the longest first."""
    return _report(cli, idle, waiting).stuck(form_of(**asked))


def run_mentors(cli: Cli, **asked: bool) -> int:
    """Write the load of the mentors."""
    return _report(cli).mentors(form_of(**asked))


def run_movement(cli: Cli, months: int, **asked: bool) -> int:
    """Write what happened in each of the last months."""
    return _report(cli).movement(months, form_of(**asked))


def run_coverage(cli: Cli, **asked: bool) -> int:
    """Write who covers each duty."""
    return _report(cli).coverage(form_of(**asked))


def run_closing(cli: Cli, **asked: bool) -> int:
    """Write what each next sign-off would close."""
    return _report(cli).closing(form_of(**asked))


def _report(cli: Cli, quiet: int | None = None, waiting: int | None = None) -> TeamReport:
    from tui.cli.answers.team_report import TeamReport  # a help page needs none of it

    return TeamReport(cli, quiet=quiet, waiting=waiting)
