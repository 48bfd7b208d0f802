"""How the team is looked at: kept while somebody's own screen is in front, so that back leads to the same cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from tui.progress.team import NO_NAMES, Member, MemberOrder, in_order, only
from tui.workbook.organisation.team import JournalTeam

VIEWS: Final = ("people", "stuck", "mentors", "movement", "coverage", "closing")
"""The views of the team, in the order in which they are gone through."""
OF_ALL: Final = frozenset(("mentors", "movement", "coverage"))
"""Views of everybody, whoever passes the filters of people."""


@dataclass(slots=True)
class TeamLook:
    """How the team is looked at.

    Args:
        view: one of ``VIEWS``.
        order: of the people.
        fewest: whether the duties stand by how few cover them, and not as printed.
        text: that a name, or a duty, must have in it.
        role: id of the only role that is wanted, or empty.
        urgent: whether only those are wanted who are stuck, and the duties that hang on one person or none.
        member: id of the person under the cursor.
        column: id of the role under the cursor.
        keys: by view, what its cursor stands on.
    """

    view: str = VIEWS[0]
    order: MemberOrder = MemberOrder.NAME
    fewest: bool = False
    text: str = ""
    role: str = ""
    urgent: bool = False
    member: str = ""
    column: str = ""
    keys: dict[str, str] = field(default_factory=dict)


def chosen(team: JournalTeam, look: TeamLook) -> list[Member]:
    """The people who pass the filters; on the view of people in the order that is asked for."""
    on_people = look.view == VIEWS[0]
    text = look.text if look.view not in OF_ALL else ""
    found = only(
        team.members,
        text=text,
        role=look.role,
        also=team.former_names if text else NO_NAMES,
        among=team.stuck_days if look.urgent and on_people else None,
    )
    return in_order(found, look.order, role=look.column, days=team.stuck_days) if on_people else found


def next_order(order: MemberOrder) -> MemberOrder:
    """The order after this one."""
    orders = list(MemberOrder)
    return orders[(orders.index(order) + 1) % len(orders)]
