"""What the body of each kind of event holds (``docs/schema.md``): strict when written, lenient when read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from tui.errors import JournalError
from tui.journal import body_headcount, body_organisation, body_review
from tui.journal.canonical import canonical, composed
from tui.journal.event import SUPERVISION, Evidence, Json, Kind
from tui.journal.fields import LONGEST_BODY, LONGEST_NAME, MOST, Fields
from tui.record import record

LAST_STEP: Final = 3
_DIGEST_LENGTH: Final = 64


@record
class EntryFields:
    """The fields that an entry has and a correction replaces, as in ``Entry``."""

    items: tuple[str, ...]
    day: date
    quantity: int
    hits: int | None
    total: int | None
    findings: int | None
    supervision: str
    note: str
    evidence: tuple[Evidence, ...]

    def body(self) -> dict[str, Json]:
        """The fields as they are written."""
        return {
            "items": list(self.items),
            "day": self.day.isoformat(),
            "quantity": self.quantity,
            "hits": self.hits,
            "total": self.total,
            "findings": self.findings,
            "supervision": self.supervision,
            "note": self.note,
            "evidence": [{"ref": each.ref, "sha256": each.sha256} for each in self.evidence],
        }


def work(kind: str, body: Mapping[str, Json]) -> EntryFields:
    """What an entry or a correction says of the work done.

    Raises:
        JournalError: it names nothing that it counts for, or a field is invalid.
    """
    fields = Fields(kind, body)
    items = fields.words("items")
    if not items:
        raise JournalError("journal.no_items")
    supervision = fields.word("supervision")
    if supervision not in SUPERVISION:
        raise JournalError("journal.supervision", value=supervision, known=", ".join(SUPERVISION))
    hits, total = fields.whole_or_none("hits", 0), fields.whole_or_none("total", 1)
    if (hits is None) != (total is None):
        raise JournalError("journal.half_a_ratio")
    if hits is not None and total is not None and hits > total:
        raise JournalError("journal.hits", hits=hits, total=total)
    return EntryFields(
        items=items,
        day=fields.day("day"),
        quantity=fields.whole("quantity", 1, MOST, 1),
        hits=hits,
        total=total,
        findings=fields.whole_or_none("findings", 0),
        supervision=supervision,
        note=fields.text("note"),
        evidence=tuple(_evidence(each) for each in fields.tables("evidence")),
    )


def kept(kind: Kind, item: str, body: Mapping[str, Json]) -> dict[str, Json]:
    """*body* as it is written: complete, cleaned, and nothing else in it.

    Raises:
        JournalError: a field is missing, unknown or invalid; or the body is longer than a bundle could carry.
    """
    if kind in _ABOUT_AN_ITEM and not item:
        raise JournalError("journal.no_item", kind=kind)
    if kind in {Kind.PERSON, Kind.PATTERN} and item:
        raise JournalError("journal.field", kind=kind, field="item")
    result = readable(kind, body)
    unknown = next(iter(sorted(set(body) - set(result))), None)
    if unknown is not None:
        raise JournalError("journal.unknown_field", kind=kind, field=unknown)
    clean = composed(result)
    assert isinstance(clean, dict)  # *body* is a dict, and ``composed`` keeps the type
    if kind is Kind.PERSON and len(str(clean["name"])) > LONGEST_NAME:
        raise JournalError("journal.long_name", limit=LONGEST_NAME)
    if len(canonical(clean).encode()) > LONGEST_BODY:
        raise JournalError("journal.too_long", kind=kind, limit=LONGEST_BODY)
    return clean


def readable(kind: Kind, body: Mapping[str, Json]) -> dict[str, Json]:
    """The fields of *body* that this ikusei knows; others are passed over.

    Raises:
        JournalError: a field is missing or invalid.
    """
    return _READERS[kind](body)


def _evidence(fields: Fields) -> Evidence:
    digest = fields.text("sha256").lower()
    if digest and (len(digest) != _DIGEST_LENGTH or not set(digest) <= set("0123456789abcdef")):
        raise JournalError("journal.field", kind=Kind.ENTRY, field="sha256")
    return Evidence(fields.word("ref"), digest)


def _entry(body: Mapping[str, Json]) -> dict[str, Json]:
    return work(Kind.ENTRY, body).body()


def _correction(body: Mapping[str, Json]) -> dict[str, Json]:
    return {"entry": Fields(Kind.CORRECTION, body).word("entry"), **work(Kind.CORRECTION, body).body()}


def _undo(body: Mapping[str, Json]) -> dict[str, Json]:
    return {"event": Fields(Kind.UNDO, body).word("event")}


def _tick(body: Mapping[str, Json]) -> dict[str, Json]:
    return {"on": Fields(Kind.TICK, body).flag("on", True)}


def _claim(body: Mapping[str, Json]) -> dict[str, Json]:
    fields = Fields(Kind.CLAIM, body)
    return {
        "entries": list(fields.words("entries")),
        "states": dict(fields.texts("states")),
        "policy": dict(fields.texts("policy")),
        "policy_digest": fields.text("policy_digest"),
        "points": list(fields.words("points")),
        "wording": fields.text("wording"),
        "comment": fields.text("comment"),
    }


def _withdrawal(body: Mapping[str, Json]) -> dict[str, Json]:
    return {"claim": Fields(Kind.WITHDRAWAL, body).word("claim")}


def _person(body: Mapping[str, Json]) -> dict[str, Json]:
    return {"name": Fields(Kind.PERSON, body).word("name")}


def _enrol(body: Mapping[str, Json]) -> dict[str, Json]:
    fields = Fields(Kind.ENROL, body)
    return {"start": fields.whole("start", 0, LAST_STEP, 0), "on": fields.flag("on", True)}


def _writer(body: Mapping[str, Json]) -> dict[str, Json]:
    fields = Fields(Kind.WRITER, body)
    return {name: fields.text(name) for name in ("person", "host", "copied_from")}


_ABOUT_AN_ITEM: Final = frozenset(
    set(Kind) - {Kind.WRITER, Kind.PERSON, Kind.ENTRY, Kind.CORRECTION, Kind.UNDO, Kind.SIGNATURE, Kind.PATTERN}
)
_READERS: Final[Mapping[Kind, Callable[[Mapping[str, Json]], dict[str, Json]]]] = {
    Kind.WRITER: _writer,
    Kind.PERSON: _person,
    Kind.ENROL: _enrol,
    Kind.ENTRY: _entry,
    Kind.CORRECTION: _correction,
    Kind.UNDO: _undo,
    Kind.TICK: _tick,
    Kind.CLAIM: _claim,
    Kind.WITHDRAWAL: _withdrawal,
    Kind.DECISION: body_review.decision,
    Kind.COMMENT: body_review.comment,
    Kind.WAIVER: body_review.waiver,
    Kind.SIGNOFF: body_review.signoff,
    Kind.REOPENING: body_review.reopening,
    Kind.SIGNATURE: body_review.signature,
    Kind.HEADCOUNT: body_headcount.headcount,
    Kind.ASSESSMENT: body_organisation.assessment,
    Kind.COLUMNS: body_organisation.columns,
    Kind.PATTERN: body_organisation.pattern,
}
