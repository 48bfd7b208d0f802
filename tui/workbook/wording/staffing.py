"""Staffing in words, the same on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.curriculum.model import NOTHING, Text
from tui.journal.event import Event
from tui.lang import Lang, say
from tui.progress.staffing import Ours, TeamLack, TeamReach
from tui.workbook.organisation.staffing import StaffingView, heads_text


def ours_text(ours: Ours, names: Mapping[str, Text], lang: Lang) -> str:
    """The staffing of a team, as it can be typed: ``日勤 2.5``, ``24 時間 6``, ``兼 二次対応``, ``-``."""
    holder = names.get(ours.held_by, NOTHING).of(lang) or ours.held_by
    return say(lang, f"staffing.mode.{ours.mode}", heads=heads_text(ours.heads), name=holder)


def lack_text(lack: TeamLack, names: Mapping[str, Text], lang: Lang) -> str:
    """What a team lacks for a level: people, shifts, or a team that does its work."""
    if lack.need.mode == "held":
        holder = names.get(lack.need.held_by, NOTHING).of(lang) or lack.need.held_by
        return say(lang, "staffing.lack.held", name=holder)
    people = heads_text(lack.people)
    if not lack.turns:
        return say(lang, "staffing.lack.people", people=people)
    if not lack.people:
        return say(lang, f"staffing.lack.turns.{lack.need.mode}")
    return say(lang, f"staffing.lack.people.{lack.need.mode}", people=people)


def team_next_text(each: TeamReach | None, names: Mapping[str, Text], lang: Lang) -> str:
    """What one team lacks for the level after its own; empty where it lacks nothing."""
    if each is None or each.lack is None:
        return ""
    return say(lang, "staffing.team_next", level=each.next, lack=lack_text(each.lack, names, lang))


def level_text(level: int | None, lang: Lang) -> str:
    """``Level 2``, or words that not even the lowest level is reached."""
    return say(lang, "staffing.no_level") if level is None else say(lang, "staffing.level", level=level)


def short_level(level: int | None) -> str:
    """``2``, or ``-`` where no level is reached."""
    return "-" if level is None else str(level)


def headcount_text(event: Event, names: Mapping[str, str], lang: Lang) -> str:
    """A head count in one line; a mode that only a newer ikusei knows is shown unchanged."""
    mode, heads, held_by = (str(event.body.get(name, "")) for name in ("mode", "heads", "held_by"))
    known = mode in {"day", "round-the-clock", "held", "none"}
    said = say(lang, f"staffing.mode.{mode}", heads=heads, name=names.get(held_by, held_by)) if known else mode
    note = str(event.body.get("note", ""))
    return "  ".join(part for part in (names.get(event.item, event.item), said, note) if part)


def standing_for_texts(view: StaffingView, lang: Lang) -> list[str]:
    """A line for each team that does the work of other teams besides its own."""
    return [
        say(
            lang,
            "staffing.stands_for.line",
            name=_name(view, each.ours.team, lang),
            others=_listed((_name(view, team, lang) for team in each.stands_for), lang),
        )
        for each in view.by_heads.teams
        if each.stands_for
    ]


def double_texts(view: StaffingView, lang: Lang) -> list[str]:
    """A line for each person who counts as trained for several teams."""
    return [
        say(
            lang,
            "staffing.stands_for.line",
            name=view.names.get(person, person),
            others=_listed((_name(view, team, lang) for team in teams), lang),
        )
        for person, teams in view.doubles.items()
    ]


def difference_texts(view: StaffingView, lang: Lang) -> list[str]:
    """A line for each team that has fewer trained people than heads."""
    texts = []
    for ours, counted in zip(view.ours, view.counted, strict=True):
        name = _name(view, ours.team, lang)
        if ours.own > counted.own:
            heads, there = heads_text(ours.own), heads_text(counted.own)
            texts.append(say(lang, "staffing.difference.line", name=name, heads=heads, trained=there))
        elif ours.mode != counted.mode:
            texts.append(say(lang, "staffing.difference.held", name=name))
    return texts


def unmanned_names(view: StaffingView, lang: Lang) -> list[str]:
    """Names of the teams that work round the clock with too few people to have one present at all times."""
    return [_name(view, each.team, lang) for each in view.ours if each.mode == "round-the-clock" and not each.present]


def unheld_names(view: StaffingView, lang: Lang) -> list[str]:
    """Names of the teams whose work is left to a team that has nobody."""
    return [
        _name(view, each.ours.team, lang)
        for each in view.by_heads.teams
        if each.ours.mode == "held" and not each.done_by
    ]


def _name(view: StaffingView, team: str, lang: Lang) -> str:
    return view.team_names.get(team, NOTHING).of(lang) or team


def _listed(names: Iterable[str], lang: Lang) -> str:
    return say(lang, "organisation.listed").join(names)
