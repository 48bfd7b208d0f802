"""``ikusei waive``: say that a criterion needn't be met, or that it must after all."""

from __future__ import annotations

import click

from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam, criteria
from tui.cli.line.person_param import PersonParam
from tui.cli.line.verb import Verb, option
from tui.cli.mentor.claims import deciding, one_trainee, tell_where
from tui.cli.mentor.signing_as import key_option
from tui.lang import Lang
from tui.workbook.mentor.waiving import waive
from tui.workbook.wording.standings import signature_text


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        click.Argument(["criterion"], metavar="CRITERION", type=IdParam(criteria)),
        option(lang, "-m --reason", "cli.return.reason", "TEXT", required=True),
        option(lang, "-t --trainee", "cli.review.trainee", "PERSON", default="", type=PersonParam()),
        option(lang, "--lift is_lifted", "cli.waive.lift"),
        key_option(lang),
    ]
    return Verb("waive", run, lang, "cli.waive.help", params, more="cli.waive.more")


def run(cli: Cli, criterion: str, reason: str, trainee: str, is_lifted: bool, key: str) -> int:  # noqa: PLR0917 - click names them
    """Waive a criterion, or lift the waiver.

    Raises:
        IkuseiError: there is no such criterion or trainee, waivers aren't allowed, or the journal can't be written.
    """
    looked = deciding(cli, key)
    book, reviewer = looked.book, looked.reviewer
    theirs = book.of(one_trainee(book, trainee, reviewer.id))
    written = waive(theirs, criterion, reviewer, reason, on=not is_lifted)
    said = {"trainee": theirs.label, "criterion": theirs.resolve_item(criterion), "by": reviewer.name}
    done = "cli.waive.lifted" if is_lifted else "cli.waive.done"
    cli.out.line(cli.say(done, **said, signature=signature_text(theirs.signature_of(written), cli.lang)))
    tell_where(cli, looked)
    return 0
