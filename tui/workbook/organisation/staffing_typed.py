"""Reading the staffing of a team as people type it: many spellings are accepted, anything else is a UsageError."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tui.curriculum.organisation import ShiftMode, Team
from tui.errors import UsageError
from tui.progress.staffing import NOBODY, Ours
from tui.text.fold import fold
from tui.workbook.trainee.parsing import typed

MOST: Final = Decimal(9999)
"""The largest number of people in a team; a larger number is taken as a typing error."""
_NUMBER: Final = re.compile(r"\d{0,4}(?:\.\d{0,2})?", re.ASCII)
_NOT_DONE: Final = frozenset(("", "-", "0", "none", "なし", "無し", "行わない", "しない", "not done"))
_ALWAYS: Final = r"(?:24 ?(?:h|時間)?(?:[/ ]?(?:7|365)日?)?|常時|round[- ]the[- ]clock)"
_PEOPLE: Final = r"(?P<heads>[\d.,]+)\s*(?:人|名|people|heads)?"
_WITH_HEADS: Final = re.compile(rf"(?:(?P<day>日勤|day shifts?|days?)|(?P<always>{_ALWAYS}(?=\s|$)|常時))?\s*{_PEOPLE}")
_HELD: Final = re.compile(
    r"(?:held by|held|by|兼務?|兼任)\s*(?P<before>\S.*)|(?P<after>\S.*?)\s*が(?:兼務|兼任|兼ねる)(?:する)?"
)


def parse_heads(text: str) -> Decimal:
    """A number of people: ``2``, ``2.5``, ``2,5``, ``２．５``, ``.5``.

    Raises:
        UsageError: it is no number, has more than two decimals, or is larger than ``MOST``.
    """
    value = re.sub(r"(?:人|名)$", "", typed(text)).replace(",", ".").strip()
    if not any(character.isdecimal() for character in value) or not _NUMBER.fullmatch(value):
        raise UsageError("staffing.bad_heads", text=text, most=MOST)
    return Decimal(value)


def parse_staffing(text: str, team: str, teams: Sequence[Team]) -> Ours:
    """The staffing of *team*: ``2.5``, ``日勤 2``, ``24h 6``, ``兼 二次対応``, ``held 2``, ``-``.

    Args:
        text: as typed.
        team: id of the team.
        teams: the teams that may hold it; the text names one as in ``pick_team``.

    Raises:
        UsageError: it can't be read, or names no team or several.
    """
    value = typed(text).lower()
    if value in _NOT_DONE:
        return Ours(team)
    if held := _HELD.fullmatch(value):
        return Ours(team, "held", NOBODY, pick_team(held["before"] or held["after"], teams).id)
    found = _WITH_HEADS.fullmatch(value)
    if found is None:
        raise UsageError("staffing.bad_staffing", text=text)
    return staffed(team, "round-the-clock" if found["always"] else "day", parse_heads(found["heads"]))


def staffed(team: str, mode: ShiftMode, heads: Decimal) -> Ours:
    """The staffing of a team with people of its own; with 0 heads it counts as not staffed."""
    return Ours(team, mode, heads) if heads else Ours(team)


def pick_team(text: str, teams: Sequence[Team]) -> Team:
    """The team that *text* names: by its place from 1, or by its id or name or the beginning of one.

    Raises:
        UsageError: it names none, or several.
    """
    key = fold(typed(text))
    if key.isdecimal() and 1 <= int(key) <= len(teams):
        return teams[int(key) - 1]
    names = {team: (team.id, short_id(team), fold(team.name.ja), fold(team.name.en)) for team in teams}
    found = [team for team in teams if key in names[team]]
    found = found or [team for team in teams if key and any(name.startswith(key) for name in names[team])]
    if len(found) != 1:
        known = ", ".join(short_id(team) for team in found or teams)
        raise UsageError("staffing.several_teams" if found else "staffing.which_team", text=text, known=known)
    return found[0]


def short_id(team: Team) -> str:
    """The id of a team without its kind: ``first-response``."""
    return team.id.partition(".")[2]
