"""``ikusei review``, ``confirm``, ``return`` and ``comment``: what a mentor does with claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import click

from tui.cli.answers.data import entry_data, moment, thread_data
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam, criteria
from tui.cli.line.person_param import PersonParam
from tui.cli.line.streams import is_shown, is_typed
from tui.cli.line.table import Form, form_of, form_options, write_rows
from tui.cli.line.verb import ANY_PATH, Verb, option, width_option
from tui.cli.mentor.claims import chosen, deciding, look, tell_where
from tui.cli.mentor.signing_as import key_option
from tui.journal.review import Verdict
from tui.lang import Lang
from tui.text.line import GAP, Row
from tui.workbook.mentor.reviewing import Waiting, comment, confirm_all, decide, queue, returnable
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.wording.standings import signature_text
from tui.workbook.wording.thread import thread_of

if TYPE_CHECKING:
    from tui.drawing.pen import Pen

STDIN: Final = "-"
COLUMNS: Final = (
    "trainee", "name", "criterion", "criterion_name", "claimed", "comment", "entries", "changed", "notes", "evidence",
)  # fmt: skip
"""Columns of CSV and TSV, one row for each waiting claim."""


def verb(lang: Lang) -> Verb:
    """The verb ``review`` with its arguments and options."""
    params = [
        click.Argument(["source"], metavar="[FILE|-]", type=ANY_PATH, required=False),
        option(lang, "--list is_list", "cli.review.list"),
        width_option(lang),
        *form_options(lang),
        key_option(lang),
    ]
    return Verb("review", run, lang, "cli.review.help", params, more="cli.review.more")


def confirm_verb(lang: Lang) -> Verb:
    """The verb ``confirm`` with its arguments and options."""
    params = [
        click.Argument(["items"], nargs=-1, required=True, metavar="CRITERION...", type=IdParam(criteria)),
        option(lang, "-t --trainee", "cli.review.trainee", "PERSON", default="", type=PersonParam()),
        option(lang, "-m --reason --comment word", "cli.review.comment", "TEXT", default=""),
        key_option(lang),
    ]
    return Verb("confirm", run_confirm, lang, "cli.confirm.help", params, more="cli.confirm.more")


def return_verb(lang: Lang) -> Verb:
    """The verb ``return`` with its arguments and options."""
    params = [
        click.Argument(["item"], metavar="CRITERION", type=IdParam(criteria)),
        option(lang, "-m --reason", "cli.return.reason", "TEXT", required=True),
        option(lang, "-t --trainee", "cli.review.trainee", "PERSON", default="", type=PersonParam()),
        key_option(lang),
    ]
    return Verb("return", run_return, lang, "cli.return.help", params, more="cli.return.more")


def comment_verb(lang: Lang) -> Verb:
    """The verb ``comment`` with its arguments and options."""
    params = [
        click.Argument(["item"], metavar="CRITERION", type=IdParam(criteria)),
        option(lang, "-m --text", "cli.comment.text", "TEXT", required=True),
        option(lang, "-t --trainee", "cli.review.trainee", "PERSON", default="", type=PersonParam()),
    ]
    return Verb("comment", run_comment, lang, "cli.comment.help", params, more="cli.comment.more")


def run(cli: Cli, source: str | None, is_list: bool, key: str, **asked: bool) -> int:
    """Open the review screen; without a terminal, or with options for it, write the queue instead.

    If a bundle is named, it is taken into the mentor's own journal first, and the queue is that of this journal.

    Returns:
        0, or 1 where nothing waits, or where something that came in needs a look.

    Raises:
        IkuseiError: nobody has said who they are, the bundle is refused, or the journal can't be read.
    """
    form = form_of(**asked)
    has_terminal = is_shown() and (source == STDIN or is_typed())
    is_screen = not (is_list or form) and (has_terminal or cli.looks.plain)
    if is_screen:
        from tui.cli.screen import open_review  # lists need no screen

        return open_review(cli, source, key)
    if source is None:
        looked = look(cli, write=False)
    else:
        from tui.cli.mentor.bundle_review import look_at_bundle  # only needed for a bundle

        looked = look_at_bundle(cli, source)
    for sentence in looked.told:
        cli.out.tell(sentence)
    book = looked.book
    waiting = queue(book, looked.reviewer)
    if form is Form.JSON:
        cli.out.json([_data(each) for each in waiting])
    elif form is not Form.LINES:
        write_rows(cli.out, form, COLUMNS, (_row(cli, each) for each in waiting))
    else:
        cli.out.draw_rows(_rows(waiting, cli.pen(book.pack, book)))
    if not waiting:
        cli.out.tell(cli.say("cli.review.nothing"))
    return 0 if waiting and not looked.needs_a_look else 1


def run_confirm(cli: Cli, items: tuple[str, ...], trainee: str, word: str, key: str) -> int:
    """Confirm the named claims: all or none.

    Raises:
        IkuseiError: one isn't found, one name fits several, one can't be confirmed, or the journal can't be written.
    """
    looked = deciding(cli, key)
    book, reviewer = looked.book, looked.reviewer
    waiting = queue(book, reviewer)
    meant = [chosen(waiting, item, trainee) for item in items]
    if len(meant) == 1:
        decide(meant[0], reviewer, Verdict.CONFIRMED, word)
    else:
        confirm_all(meant, reviewer)
    _tell(cli, meant, reviewer, "cli.confirm.done")
    tell_where(cli, looked)
    return 0


def run_return(cli: Cli, item: str, reason: str, trainee: str, key: str) -> int:
    """Return a claim with a reason.

    Raises:
        IkuseiError: the claim isn't found, the reason is empty, or the journal can't be written.
    """
    looked = deciding(cli, key)
    book, reviewer = looked.book, looked.reviewer
    meant = chosen(queue(book, reviewer), item, trainee, lambda: returnable(book, reviewer))
    decide(meant, reviewer, Verdict.RETURNED, reason)
    _tell(cli, [meant], reviewer, "cli.return.done")
    tell_where(cli, looked)
    return 0


def run_comment(cli: Cli, item: str, text: str, trainee: str) -> int:
    """Comment on a waiting claim without deciding on it.

    Raises:
        IkuseiError: the claim isn't found, the text is empty, or the journal can't be written.
    """
    looked = deciding(cli, "")
    book, reviewer = looked.book, looked.reviewer
    meant = chosen(queue(book, reviewer), item, trainee)
    comment(meant, reviewer, text)
    _tell(cli, [meant], reviewer, "cli.comment.done")
    tell_where(cli, looked)
    return 0


def _tell(cli: Cli, meant: list[Waiting], reviewer: Reviewer, key: str) -> None:
    for each in meant:
        said = {"trainee": each.book.label, "criterion": each.view.criterion.id, "by": reviewer.name}
        now = each.book.view(each.view.criterion)
        signature = signature_text(now.signature, cli.lang) if now.signature else ""
        cli.out.line(cli.say(key, **said, signature=signature))


def _rows(waiting: Sequence[Waiting], pen: Pen) -> Iterator[Row]:
    """The claims with all their entries: a mentor who confirms a claim vouches for everything that it rests on."""
    from tui.drawing.claim import ClaimContext, claim_sheet  # programs need no drawing

    forks: dict[str, list[tuple[str, int]]] = {}
    for number, each in enumerate(waiting):
        if number:
            yield from (GAP, GAP)
        trainee = each.book.trainee
        if trainee not in forks:
            forks[trainee] = each.book.journal.forks(trainee)
        said = ClaimContext(thread_of(each.book, each.view.criterion), forks[trainee])
        yield from claim_sheet(each, each.entries(), said, pen)


def _row(cli: Cli, each: Waiting) -> list[object]:
    claim = each.view.round.claim if each.view.round else None
    criterion = each.view.criterion
    about = [each.book.trainee, each.book.name, criterion.id, cli.of(criterion.name)]
    said = [moment(each.recorded), claim.comment] if claim else ["", ""]
    entries = each.entries()
    notes = "\n".join(entry.note for entry in entries if entry.note)
    evidence = "\n".join(piece.ref for entry in entries for piece in entry.evidence)
    return [*about, *said, len(claim.entries) if claim else 0, len(each.view.moved), notes, evidence]


def _data(each: Waiting) -> dict[str, object]:
    claim = each.view.round.claim if each.view.round else None
    return {
        "trainee": {"id": each.book.trainee, "name": each.book.name},
        "criterion": each.view.criterion.id,
        "claim": str(claim.id) if claim else None,
        "recorded": each.recorded,
        "claimed": moment(each.recorded),
        "day": each.book.day_of(each.recorded),
        "comment": claim.comment if claim else "",
        "changed": [
            {"what": str(m.shift), "of": m.what, "before": m.before, "after": m.after} for m in each.view.moved
        ],
        "entries": [entry_data(entry) for entry in each.entries()],
        "thread": thread_data(thread_of(each.book, each.view.criterion)),
    }
