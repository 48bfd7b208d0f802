"""Our staffing beside the levels of the table, in lines and as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from tui.cli.context import Cli
from tui.curriculum.organisation import Staffing, Team
from tui.progress.staffing import Lack, Ours, Reach
from tui.text.cells import fit, width
from tui.workbook.staffing import StaffingView, heads_text
from tui.workbook.staffing_wording import (
    difference_texts,
    double_texts,
    lack_text,
    level_text,
    ours_text,
    short_level,
    standing_for_texts,
    team_next_text,
    unheld_names,
    unmanned_names,
)


def write_staffing(cli: Cli, view: StaffingView) -> None:
    """Write the table of the levels, how we are staffed, and what is missing."""
    if not view.levels:
        cli.out.line(cli.say("organisation.nothing"))
        return
    cli.out.heading(f"{cli.say('staffing.table')}  isogj:6.6")
    _columns(cli, _level_rows(cli, view.levels, view.teams))
    cli.out.line()
    cli.out.heading(cli.say("staffing.calculator"))
    _columns(cli, _our_rows(cli, view))
    cli.out.line()
    for key, found in (("staffing.reached", view.by_heads), ("staffing.reached.trained", view.by_trained)):
        cli.out.line(cli.say(key, level=level_text(found.level, cli.lang)))
    _write_missing(cli, view)
    _write_remarks(cli, view)
    if not view.said:
        cli.out.tell(cli.say("staffing.cli.nothing_yet"))


def _level_rows(cli: Cli, levels: Sequence[Staffing], teams: Sequence[Team]) -> list[list[str]]:
    places = {team.id: str(number) for number, team in enumerate(teams, start=1)}
    rows = [["", *(cli.of(level.name) for level in levels)]]
    for team in teams:
        row = [f"{places[team.id]} {cli.of(team.name)}"]
        for level in levels:
            need = next(each for each in level.teams if each.team == team.id)
            number = places.get(need.held_by, need.held_by)
            row.append(cli.say(f"staffing.cell.{need.mode}", heads=need.heads, people=need.people, number=number))
        rows.append(row)
    totals = (cli.say("staffing.people", people=level.total) for level in levels)
    return [*rows, [cli.say("staffing.total"), *totals]]


def _our_rows(cli: Cli, view: StaffingView) -> list[list[str]]:
    rows = [["", *(cli.say(f"staffing.column.{name}") for name in ("ours", "heads", "trained", "next"))]]
    for number, (team, ours) in enumerate(zip(view.teams, view.ours, strict=True), start=1):
        heads, trained = view.by_heads.team(ours.team), view.by_trained.team(ours.team)
        assert heads is not None  # every team of the table is in both
        assert trained is not None
        count = len(view.people.get(ours.team, ()))
        shown = cli.say("staffing.column.people", level=short_level(trained.level), count=count)
        said = ours_text(ours, view.team_names, cli.lang)
        following = team_next_text(heads, view.team_names, cli.lang)
        rows.append([f"{number} {cli.of(team.name)}", said, short_level(heads.level), shown, following])
    people = cli.say("staffing.people", people=heads_text(view.by_heads.people))
    levels = short_level(view.by_heads.level), short_level(view.by_trained.level)
    return [*rows, [cli.say("staffing.total"), people, *levels, ""]]


def _columns(cli: Cli, rows: Sequence[Sequence[str]]) -> None:
    wide = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cli.out.line("  ".join(fit(cell, cells) for cell, cells in zip(row, wide, strict=True)))


def _write_missing(cli: Cli, view: StaffingView) -> None:
    found = view.by_heads
    if found.next is None:
        cli.out.line(cli.say("staffing.top"))
        return
    key = "staffing.next.people" if found.lacking else "staffing.next"
    level = level_text(found.next, cli.lang)
    cli.out.line()
    cli.out.heading(cli.say(key, level=level, people=heads_text(found.lacking)))
    names = view.team_names
    for lack in found.lacks:
        cli.out.line(f"  {cli.of(names[lack.team])}: {lack_text(lack, names, cli.lang)}")
    printed = view.level(found.next)
    if printed is not None:
        people = heads_text(found.people)
        cli.out.line(f"  {cli.say('staffing.printed_total', level=level, total=printed.total, people=people)}")


def _write_remarks(cli: Cli, view: StaffingView) -> None:
    listed = cli.say("organisation.listed")
    for key, names in (
        ("staffing.alone", unmanned_names(view, cli.lang)),
        ("staffing.unheld", unheld_names(view, cli.lang)),
    ):
        if names:
            cli.out.line(f"{cli.glyphs.warn} {cli.say(key, names=listed.join(names))}")
    notes = [
        cli.say("staffing.note", name=cli.of(view.team_names[team]), note=said.note)
        for team, said in view.said.items()
        if said.note
    ]
    for key, texts in (
        ("staffing.difference", difference_texts(view, cli.lang)),
        ("staffing.stands_for", standing_for_texts(view, cli.lang)),
        ("staffing.doubles", double_texts(view, cli.lang)),
        ("staffing.notes", notes),
    ):
        if texts:
            cli.out.line()
            cli.out.heading(cli.say(key))
            for text in texts:
                cli.out.line(f"  {text}")


# -- as data ----------------------------------------------------------------------------------------------------------


def staffing_data(view: StaffingView) -> dict[str, object]:
    """All of it for programs; numbers of people are text, because they are exact."""
    return {
        "levels": [_level_data(level) for level in view.levels],
        "teams": [_team_data(view, team, ours) for team, ours in zip(view.teams, view.ours, strict=True)],
        "by_heads": _reach_data(view.by_heads),
        "by_trained": _reach_data(view.by_trained),
        "trained_for_several": {person: list(teams) for person, teams in view.doubles.items()},
    }


def _level_data(level: Staffing) -> dict[str, object]:
    return {
        "level": level.level,
        "name": asdict(level.name),
        "total": level.total,
        "teams": {
            need.team: {"mode": need.mode, "heads": need.heads, "people": need.people, "held_by": need.held_by}
            for need in level.teams
        },
    }


def _team_data(view: StaffingView, team: Team, ours: Ours) -> dict[str, object]:
    heads, trained = view.by_heads.team(team.id), view.by_trained.team(team.id)
    said = view.said.get(team.id)
    return {
        "id": team.id,
        "name": asdict(team.name),
        "mode": ours.mode,
        "heads": heads_text(ours.own),
        "held_by": ours.held_by,
        "note": said.note if said else "",
        "level": heads.level if heads else None,
        "next": heads.next if heads else None,
        "missing": _lack_data(heads.lack) if heads and heads.lack else None,
        "done_by": heads.done_by if heads else "",
        "stands_for": list(heads.stands_for) if heads else [],
        "trained": list(view.people.get(team.id, ())),
        "level_by_trained": trained.level if trained else None,
    }


def _reach_data(found: Reach) -> dict[str, object]:
    return {
        "level": found.level,
        "next": found.next,
        "people": heads_text(found.people),
        "missing_people": heads_text(found.lacking),
        "missing": [_lack_data(lack) for lack in found.lacks],
    }


def _lack_data(lack: Lack) -> dict[str, object]:
    return {
        "team": lack.team,
        "people": heads_text(lack.people),
        "mode": lack.need.mode if lack.turns else None,
        "held_by": lack.need.held_by,
    }
