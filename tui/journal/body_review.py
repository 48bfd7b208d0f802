"""What the bodies of review events hold: decisions, comments, waivers, sign-offs, reopenings, signatures."""

from __future__ import annotations

from collections.abc import Mapping

from tui.errors import JournalError
from tui.journal.event import Json, Kind
from tui.journal.fields import Fields
from tui.journal.review import Verdict


def decision(body: Mapping[str, Json]) -> dict[str, Json]:
    """A decision: confirmed, or returned with a reason.

    The body also holds the heads of the chains that its author had seen, and the hash of the decision that it replaces.
    """
    fields = Fields(Kind.DECISION, body)
    verdict = fields.word("verdict")
    if verdict not in tuple(Verdict):
        raise JournalError("journal.verdict", value=verdict, known=", ".join(Verdict))
    reason = fields.text("reason")
    if verdict == Verdict.RETURNED and not reason:
        raise JournalError("journal.no_reason")
    return {
        "claim": fields.word("claim"),
        "verdict": verdict,
        "reason": reason,
        "policy": fields.text("policy"),
        "heads": dict(fields.texts("heads")),
        **_over(fields),
    }


def comment(body: Mapping[str, Json]) -> dict[str, Json]:
    """A remark on a claim, by the trainee or a mentor."""
    fields = Fields(Kind.COMMENT, body)
    return {"claim": fields.word("claim"), "text": fields.word("text")}


def waiver(body: Mapping[str, Json]) -> dict[str, Json]:
    """A criterion that needn't be met, and why."""
    fields = Fields(Kind.WAIVER, body)
    return {"reason": fields.word("reason"), "on": fields.flag("on", True), **_over(fields)}


def _over(fields: Fields) -> dict[str, Json]:
    """The field with the hash of the event that this one replaces; no field where it replaces none."""
    over = fields.text("over")
    return {"over": over} if over else {}


def signoff(body: Mapping[str, Json]) -> dict[str, Json]:
    """A whole STEP is signed: the declaration, and the decisions that it rests on."""
    fields = Fields(Kind.SIGNOFF, body)
    return {
        "declaration": fields.word("declaration"),
        "decisions": list(fields.words("decisions")),
        "waivers": list(fields.words("waivers")),
        "exception": fields.text("exception"),
        "policy": fields.text("policy"),
        "heads": dict(fields.texts("heads")),
    }


def reopening(body: Mapping[str, Json]) -> dict[str, Json]:
    """A signed STEP is opened again, and why; what was signed stays."""
    fields = Fields(Kind.REOPENING, body)
    return {"signoff": fields.word("signoff"), "reason": fields.word("reason")}


def signature(body: Mapping[str, Json]) -> dict[str, Json]:
    """The text that was signed, as it was signed, and its signature."""
    fields = Fields(Kind.SIGNATURE, body)
    return {name: fields.word(name) for name in ("event", "text", "signature")}
