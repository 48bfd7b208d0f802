"""Standings, entries and claims as plain data for JSON. Keys are only added, never renamed: programs read them."""

from __future__ import annotations

from dataclasses import asdict

from tui.curriculum.model import Criterion
from tui.curriculum.rule import asks_ratio, counts_errors
from tui.journal.event import Claim, Entry
from tui.journal.review import Decision
from tui.moment import recorded_at
from tui.progress.standing import Standing
from tui.workbook.standings.views import CriterionView
from tui.workbook.wording.thread import Thread, decisions_of


def standing_data(standing: Standing) -> dict[str, object]:
    """A standing, without the ids of the entries behind it."""
    return {
        "rule": standing.rule,
        "met": standing.met,
        "unset": list(standing.unset),
        "gauges": [asdict(gauge) for gauge in standing.gauges],
        "months": {month.month: month.entries for month in standing.months},
        "missing": list(standing.missing),
        "parts": [standing_data(part) for part in standing.parts],
    }


def criterion_data(view: CriterionView) -> dict[str, object]:
    """A criterion with its standing, its points and its claim."""
    criterion = view.criterion
    return {
        "id": criterion.id,
        "name": asdict(criterion.name),
        "source": criterion.source,
        "state": str(view.state),
        "standing": standing_data(view.standing),
        "ratio_counts": ratio_counts(criterion),
        "points": {point.id: point.id in view.ticked for point in criterion.points},
        "claim": claim_data(view.claim) if view.claim else None,
    }


def ratio_counts(criterion: Criterion) -> str | None:
    """Whether the k of an entry's "k of n" counts the ``right`` or the ``wrong`` ones; None where no ratio is asked."""
    if counts_errors(criterion.rule):
        return "wrong"
    return "right" if asks_ratio(criterion.rule) else None


def claim_data(claim: Claim) -> dict[str, object]:
    """A claim with the snapshot that it rests on."""
    return {
        "event": claim.id,
        "recorded": moment(claim.recorded),
        "entries": list(claim.entries),
        "policy": dict(claim.policy),
        "points": list(claim.points),
        "comment": claim.comment,
    }


def thread_data(thread: Thread) -> list[dict[str, object]]:
    """The rounds of a criterion, oldest first, each with its decisions and comments."""
    return [
        claim_data(found.claim)
        | {
            "stage": str(found.stage),
            "withdrawn": moment(found.claim.withdrawn[0]) if found.claim.withdrawn else None,
            "decisions": [
                _decision_data(each.decision, thread) | {"counts": False, "why": each.why.key} for each in found.ignored
            ]
            + [
                _decision_data(each, thread)
                | {"counts": True, "why": None, "signature": str(thread.signatures[each.id].kind)}
                for each in decisions_of(found)
            ],
            "comments": [
                {
                    "event": each.id,
                    "recorded": moment(each.recorded),
                    "by": _person(each.author, thread),
                    "text": each.text,
                }
                for each in thread.comments[found.claim.id]
            ],
        }
        for found in thread.rounds
    ]


def _decision_data(said: Decision, thread: Thread) -> dict[str, object]:
    return {
        "event": said.id,
        "recorded": moment(said.recorded),
        "by": _person(said.author, thread),
        "verdict": str(said.verdict),
        "reason": said.reason,
    }


def _person(person: str, thread: Thread) -> dict[str, str]:
    return {"id": person, "name": thread.people.get(person, "")}


def entry_data(entry: Entry) -> dict[str, object]:
    """An entry after its corrections."""
    return asdict(entry) | {"day": entry.day.isoformat(), "recorded": moment(entry.recorded)}


def moment(milliseconds: int) -> str:
    """A time stamp in milliseconds as ISO 8601 text in UTC: ``2026-11-20T09:15:00+00:00``."""
    return recorded_at(milliseconds).isoformat(timespec="seconds")
