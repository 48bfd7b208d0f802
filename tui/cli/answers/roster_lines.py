"""A roster as lines to read and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.cli.line.context import Cli
from tui.trust.roster import EVERYBODY, Mentoring, Person, Roster


def roster_lines(cli: Cli, roster: Roster) -> Iterator[str]:
    """A line for each person, then one for each span of mentoring."""
    for person in roster.people:
        parts = [
            person.id,
            *person.also,
            person.name,
            *([cli.say("trust.is_lead")] if person.lead else []),
            *person.signs_as,
        ]
        yield "  ".join(parts)
    for each in roster.mentorings:
        is_all = each.trainee == EVERYBODY
        key = "trust.mentors_all" if is_all else "trust.mentors"
        parts = [
            cli.say(key, mentor=roster.label(each.mentor), trainee=roster.label(each.trainee)),
            " ".join(each.roles) or cli.say("trust.every_role"),
            _span(cli, each),
            *([cli.say("trust.is_evaluator")] if each.evaluator else []),
        ]
        yield "  ".join(parts)


def roster_data(roster: Roster) -> dict[str, object]:
    """The whole roster, with the same keys as ``roster.toml`` where it has them."""
    return {
        "id": roster.id,
        "version": roster.version,
        "utc_offset_minutes": roster.offset or 0,
        "people": [_person(each) for each in roster.people],
        "mentors": [
            {
                "mentor": each.mentor,
                "trainee": each.trainee,
                "roles": list(each.roles),
                "from": _day(each.since),
                "until": _day(each.until),
                "evaluator": each.evaluator,
            }
            for each in roster.mentorings
        ],
        "hosts": [
            {
                "trainee": each.trainee,
                "ssh": each.ssh,
                "command": each.command,
                "state": each.state,
                "inbox": each.inbox,
            }
            for each in roster.hosts
        ],
    }


def _person(each: Person) -> dict[str, object]:
    said: dict[str, object] = {"id": each.id, "name": each.name, "signs_as": list(each.signs_as), "lead": each.lead}
    return {**said, "also": list(each.also)}


def _span(cli: Cli, each: Mentoring) -> str:
    if each.since and each.until:
        return cli.say("trust.span", since=each.since, until=each.until)
    if each.since:
        return cli.say("trust.span_from", since=each.since)
    return cli.say("trust.span_until", until=each.until) if each.until else cli.say("trust.span_open")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
