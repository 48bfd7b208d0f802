"""View, order and filters of the team screen: kept while another screen is open, so that "back" finds them again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from tui.progress.team import NO_NAMES, Member, MemberOrder, in_order, only
from tui.workbook.organisation.team import JournalTeam

VIEWS: Final = ("people", "stuck", "mentors", "movement", "coverage", "closing")
"""The views of the team, in the order in which the key for the next one shows them."""
OF_ALL: Final = frozenset(("mentors", "movement", "coverage"))
"""Views that always cover everybody: the filters for people don't apply to them."""


@dataclass(slots=True)
class TeamLook:
    """View, order and filters of the team screen.

    Args:
        view: one of ``VIEWS``.
        order: order of the people.
        fewest: whether duties are sorted by how few people cover them; else they stand as printed.
        text: text that must occur in a person's name, or in a duty.
        role: id of the only role that is shown; empty: all.
        urgent: whether only stuck people are shown, and only duties that one person or nobody covers.
        member: id of the person under the cursor.
        column: id of the role under the cursor.
        keys: by view, the key of the row under its cursor.
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
    """The people who pass the filters; in the view of people, in the order of *look*."""
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
