"""``ikusei claim``: claim that a criterion is met, or take the claim back."""

from __future__ import annotations

import click

from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam, IdWanted, criteria, pick
from tui.cli.line.verb import Verb, option
from tui.curriculum.model import Criterion
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.trainee.writing import claim, withdraw
from tui.workbook.wording.standings import SHORT


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["criterion"], metavar="CRITERION", type=IdParam(criteria)),
        option(lang, "-m --comment", "cli.claim.comment", "TEXT", default=""),
        option(lang, "--withdraw is_withdrawn", "commands.withdraw.help"),
    ]
    return Verb("claim", run, lang, "commands.claim.help", params, more="cli.claim.more")


def run(cli: Cli, criterion: str, comment: str, is_withdrawn: bool) -> int:
    """Write the claim or its withdrawal.

    Raises:
        IkuseiError: the criterion isn't ready, is claimed already, has no claim to withdraw, or the journal can't be
            written.
    """
    book = cli.workbook(write=True)
    thing = pick(criterion, criteria(book.pack, book.policy), IdWanted(book.pack, "cli.id.claim")).thing
    if not isinstance(thing, Criterion):
        raise UsageError("workbook.no_criterion", id=criterion)
    event = withdraw(book, thing) if is_withdrawn else claim(book, thing, comment)
    key = "screens.withdrawn" if is_withdrawn else "screens.claimed"
    cli.out.line(f"{event[:SHORT]}  {cli.say(key, name=cli.of(thing.name))}")
    return 0
