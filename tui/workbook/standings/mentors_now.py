"""Who mentors a trainee now, by the roster."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime

from tui.trust.folder import TrustFolder
from tui.trust.roster import mentors_of


def mentors_now(
    folder: TrustFolder, trainees: Iterable[str], roles: Collection[str] = ("",)
) -> dict[str, tuple[str, ...]]:
    """By trainee, the names of their mentors now; empty where no roster counts.

    With *roles*, only those who mentor them in one of these roles; by default in any role.
    """
    roster = folder.roster
    if roster is None or not folder.state.is_usable:
        return {}
    now = datetime.now(UTC)
    found = {trainee: mentors_of(roster, trainee, now) for trainee in trainees}
    return {
        trainee: tuple(
            dict.fromkeys(
                roster.label(each.mentor)
                for each in mentors
                if any(each.is_for(roster.one(trainee), role) for role in roles)
            )
        )
        for trainee, mentors in found.items()
    }
