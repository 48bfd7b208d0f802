"""``ikusei staffing``: which level the organisation's head counts reach, and what the next one takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from tui.cli.line.context import Cli
from tui.cli.line.group import VerbLine, Verbs
from tui.cli.line.ids import IdParam, TypableId
from tui.cli.line.verb import ANY_PATH, Verb, option, width_option
from tui.cli.mentor.signing_as import own_reviewer
from tui.curriculum.model import Text
from tui.curriculum.organisation import ShiftMode
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.errors import UsageError
from tui.lang import Lang
from tui.progress.staffing import NOBODY, Ours
from tui.workbook.organisation.staffing import (
    TeamStaffing,
    bare_view,
    counted_teams_of,
    ours_of,
    set_headcounts,
    staffing_view,
    undo_headcount,
)
from tui.workbook.organisation.staffing_file import read_staffing, staffing_toml
from tui.workbook.organisation.staffing_typed import parse_heads, parse_staffing, pick_team, short_id, staffed
from tui.workbook.setup.opening import open_pack
from tui.workbook.setup.ownership import is_there
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.staffing import level_text, ours_text

_VERBS: Final = {
    "set": VerbLine("staffing", "staffing.cli.set.help", "set_verb"),
    "undo": VerbLine("staffing", "staffing.cli.undo.help", "undo_verb"),
}


class StaffingVerbs(Verbs):
    """The group with its verbs; without a verb it writes the present staffing.

    Args:
        lang: language of its help.
    """

    def __init__(self, lang: Lang) -> None:
        params = [
            option(lang, "--toml is_toml", "staffing.cli.toml"),
            option(lang, "--from source", "staffing.cli.from", "FILE", type=ANY_PATH),
            width_option(lang),
            option(lang, "--json is_json", "cli.option.json"),
        ]
        super().__init__(
            "staffing", lang, "staffing.cli.help", _VERBS, params, more="staffing.cli.more", is_optional=True
        )
        self.callback = click.pass_context(run)


def verb(lang: Lang) -> Verbs:
    """The group with its verbs."""
    return StaffingVerbs(lang)


def set_verb(lang: Lang) -> Verb:
    """The verb ``set`` with its arguments and options."""
    params = [
        click.Argument(["team"], metavar="TEAM", type=IdParam(staffed_teams)),
        click.Argument(["heads"], metavar="[HEADS]", required=False, default=""),
        option(lang, "--day is_day", "staffing.cli.day"),
        option(lang, "--round-the-clock is_always", "staffing.cli.always"),
        option(lang, "--held-by held_by", "staffing.cli.held_by", "TEAM", default="", type=IdParam(staffed_teams)),
        option(lang, "--none is_none", "staffing.cli.none"),
        option(lang, "--note", "staffing.cli.note", "TEXT", default=None),
    ]
    return Verb("set", run_set, lang, "staffing.cli.set.help", params, more="staffing.cli.set.more")


def staffed_teams(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The teams that the levels count, by the ends of their ids."""
    return (TypableId(short_id(team), team.name, None) for team in counted_teams_of(pack.organisation))


def undo_verb(lang: Lang) -> Verb:
    """The verb ``undo`` with its arguments and options."""
    return Verb("undo", run_undo, lang, "staffing.cli.undo.help")


def run(ctx: click.Context, is_toml: bool, source: str | None, is_json: bool) -> int:
    """Write the present staffing and its level; with ``--from``, take in a file instead.

    Raises:
        ContentFaults: the file or the pack has a fault.
        IkuseiError: nobody has said who they are, or the journal can't be read or written.
    """
    cli = ctx.obj
    assert isinstance(cli, Cli)  # made by ``ikusei`` itself
    asked = [name for name, is_asked in (("--toml", is_toml), ("--from", source), ("--json", is_json)) if is_asked]
    if ctx.invoked_subcommand is not None:
        if asked:
            raise UsageError("staffing.cli.alone", options=" ".join(asked), verb=ctx.invoked_subcommand)
        return 0
    if len(asked) > 1:
        raise UsageError("staffing.cli.one_of", options=" ".join(asked))
    if source is not None:
        return _take(cli, Path(source).expanduser())
    book = cli.open_book(write=False) if is_there(cli.settings.state) else None
    pack = book.pack if book else open_pack(cli.settings)
    view = staffing_view(book) if book else bare_view(pack)
    if is_toml:
        for line in staffing_toml(view):
            cli.out.line(line)
    elif is_json:
        from tui.cli.answers.staffing_data import staffing_data  # people read no JSON

        cli.out.json(staffing_data(view))
    else:
        from tui.drawing.staffing import staffing_rows  # writing needs none of it

        cli.out.draw_rows(staffing_rows(view, cli.pen(pack)))
        if not view.said:
            cli.out.tell(cli.say("staffing.cli.nothing_yet"))
    return 0


def _take(cli: Cli, path: Path) -> int:
    book, author = _writable(cli)
    view = staffing_view(book)
    said = read_staffing(path, [team.id for team in view.teams])
    written = set_headcounts(book, author, said)
    cli.out.line(cli.say("staffing.cli.taken", path=path, count=written))
    _tell_level(cli, book)
    return 0


def run_set(
    cli: Cli,
    *,
    team: str,
    heads: str,
    is_day: bool,
    is_always: bool,
    held_by: str,
    is_none: bool,
    note: str | None,
) -> int:
    """Write how a team is staffed.

    Raises:
        IkuseiError: the text can't be read, nobody has said who they are, or the journal can't be written.
    """
    book, author = _writable(cli)
    view = staffing_view(book)
    meant = pick_team(team, view.teams)
    modes = [
        mode for mode, asked in (("day", is_day), ("always", is_always), ("held", held_by), ("none", is_none)) if asked
    ]
    if len(modes) > 1 or (heads and modes and modes[0] in {"held", "none"}) or not (heads or modes):
        raise UsageError("staffing.cli.how")
    if held_by:
        ours = Ours(meant.id, "held", NOBODY, pick_team(held_by, view.teams).id)
    elif is_none:
        ours = Ours(meant.id)
    elif modes:
        mode: ShiftMode = "round-the-clock" if is_always else "day"
        ours = staffed(meant.id, mode, parse_heads(heads))
    else:
        ours = parse_staffing(heads, meant.id, view.teams)
    before = view.said.get(meant.id)
    kept = (before.note if before else "") if note is None else note
    written = set_headcounts(book, author, [TeamStaffing(ours, kept)])
    key = "staffing.written" if written else "staffing.unchanged"
    cli.out.line(cli.say(key, name=cli.of(meant.name), said=ours_text(ours, view.team_names, cli.lang)))
    _tell_level(cli, book)
    return 0


def run_undo(cli: Cli) -> int:
    """Undo the user's own newest head count, and show what it was.

    Raises:
        IkuseiError: there is nothing to undo, or the journal can't be written.
    """
    book, author = _writable(cli)
    view = staffing_view(book)
    gone = undo_headcount(book, author)
    said = ours_text(ours_of(gone), view.team_names, cli.lang)
    name = view.team_names[gone.team] if gone.team in view.team_names else Text(gone.team, gone.team)
    what = cli.say("staffing.written", name=cli.of(name), said=said)
    left = book.journal.headcounts().get(gone.team)
    now = ours_text(ours_of(left), view.team_names, cli.lang) if left else cli.say("words.nothing_there")
    cli.out.line(cli.say("screens.undone", what=what, before=said, after=now))
    _tell_level(cli, book)
    return 0


def _tell_level(cli: Cli, book: Workbook) -> None:
    level = staffing_view(book).by_heads.level
    cli.out.tell(cli.say("staffing.reached", level=level_text(level, cli.lang)))


def _writable(cli: Cli) -> tuple[Workbook, str]:
    """The workbook to write to, and the id of the user who writes."""
    if not is_there(cli.settings.state):
        raise UsageError("cli.me.nobody")
    book = cli.open_book(write=True)
    for warning in book.journal.warnings:
        cli.out.tell(cli.say(warning.key, **warning.fields))
    return book, own_reviewer(cli, book).id
