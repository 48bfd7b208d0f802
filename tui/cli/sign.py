"""``ikusei sign`` and ``reopen``: sign a whole STEP, or open it again."""

from __future__ import annotations

import click

from tui.cli.line.choices import steps
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam
from tui.cli.line.person_param import PersonParam
from tui.cli.line.verb import Verb, option
from tui.cli.mentor.claims import deciding, is_meant, tell_where
from tui.cli.mentor.signing_as import key_option
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.mentor.signoff import Signable, declaration, reopen, sign, signables
from tui.workbook.wording.standings import signature_text


def verb(lang: Lang) -> Verb:
    """The verb ``sign`` with its arguments and options."""
    params = [
        click.Argument(["step"], metavar="STEP", type=IdParam(steps)),
        option(lang, "-t --trainee", "cli.review.trainee", "PERSON", default="", type=PersonParam()),
        option(lang, "-m --reason --exception exception", "cli.sign.exception", "TEXT", default=""),
        key_option(lang),
    ]
    return Verb("sign", run, lang, "cli.sign.help", params, more="cli.sign.more")


def reopen_verb(lang: Lang) -> Verb:
    """The verb ``reopen`` with its arguments and options."""
    params = [
        click.Argument(["step"], metavar="STEP", type=IdParam(steps)),
        option(lang, "-m --reason", "cli.return.reason", "TEXT", required=True),
        option(lang, "-t --trainee", "cli.review.trainee", "PERSON", default="", type=PersonParam()),
        key_option(lang),
    ]
    return Verb("reopen", run_reopen, lang, "cli.reopen.help", params, more="cli.reopen.more")


def run(cli: Cli, step: str, trainee: str, exception: str, key: str) -> int:
    """Sign a STEP of which every criterion is confirmed.

    Raises:
        IkuseiError: the STEP can't be signed now, several people's fit, or the journal can't be written.
    """
    looked = deciding(cli, key)
    book, reviewer = looked.book, looked.reviewer
    meant = _chosen(list(signables(book, reviewer)), step, trainee)
    text = declaration(meant, cli.lang)
    written = sign(meant, reviewer, text, exception)
    cli.out.line(text)
    done = cli.say("screens.sign.done", trainee=meant.book.label, number=meant.step.number)
    cli.out.line(f"{done}  {signature_text(meant.book.signature_of(written), cli.lang)}")
    tell_where(cli, looked)
    return 0


def run_reopen(cli: Cli, step: str, reason: str, trainee: str, key: str) -> int:
    """Open a signed STEP again.

    Raises:
        IkuseiError: the STEP isn't signed, the reason is empty, or the journal can't be written.
    """
    looked = deciding(cli, key)
    book, reviewer = looked.book, looked.reviewer
    theirs = [book.of(each) for each in book.trainees() if is_meant(each, trainee, book)]
    found = [each for each in theirs if step.strip().lower() in each.signed()]
    if len(found) != 1:
        raise UsageError("workbook.step_not_signed", step=step)
    written = reopen(found[0], step.strip().lower(), reviewer, reason)
    signature = signature_text(found[0].signature_of(written), cli.lang)
    cli.out.line(cli.say("cli.reopen.done", trainee=found[0].label, step=step, signature=signature))
    tell_where(cli, looked)
    return 0


def _chosen(found: list[Signable], step: str, trainee: str) -> Signable:
    wanted = step.strip().lower()
    meant = [each for each in found if each.step.id == wanted and is_meant(each.book.trainee, trainee, each.book)]
    if not meant:
        raise UsageError("cli.sign.none", step=step)
    if len(meant) > 1:
        names = ", ".join(each.book.label for each in meant)
        raise UsageError("cli.review.several", item=step, found=names)
    return meant[0]
