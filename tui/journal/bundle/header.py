"""The first line of a bundle: what is in it, who is named in it, and the digest of everything after it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from tui.errors import BundleError
from tui.journal.bundle.limits import HASH, ID, LATEST, LONGEST_LINE, LONGEST_NAME, LONGEST_WORD, MOST, SUBJECT
from tui.journal.bundle.strict import read_object
from tui.journal.canonical import canonical
from tui.journal.event import Json
from tui.record import record
from tui.text.clean import one_line

FORMAT: Final = "ikusei-bundle-1"
_FAMILY: Final = "ikusei-bundle-"


class ChainReach(NamedTuple):
    """The part of a writer's chain that a bundle holds: its first and last number, and the hash of the last event."""

    first: int
    last: int
    hash: str


@record
class Selection:
    """What was asked for; left as it is, everything.

    Args:
        trainees: only events about these people.
        since: only events that were recorded at this moment or later, milliseconds since 1970.
        beyond: digest of the earlier bundle whose receiver doesn't get again what was in it.
        decisions: only what mentors said.
    """

    trainees: tuple[str, ...] = ()
    since: int | None = None
    beyond: str = ""
    decisions: bool = False


@record
class Header:
    """The header of a bundle.

    Args:
        pack: id and version of the pack that its writer had.
        events: how many events follow.
        digest: SHA-256 of all bytes after the header's line.
        people: by id, the name of everybody who wrote an event in it or whom one is about; empty where none is known.
        trainees: whom its events are about.
        writers: by writer, how far its chain is brought.
        selection: what was asked for.
        trust: fingerprint of its writer's trust folder, or empty.
    """

    pack: tuple[str, str]
    events: int
    digest: str
    people: Mapping[str, str]
    trainees: tuple[str, ...]
    writers: Mapping[str, ChainReach]
    selection: Selection = Selection()
    trust: str = ""


NO_WRITERS: Final[Mapping[str, ChainReach]] = MappingProxyType({})


def header_line(header: Header) -> bytes:
    """The header's line, with its line end.

    Raises:
        BundleError: it is longer than a line may be.
    """
    selection = header.selection
    fields: dict[str, Json] = {
        "format": FORMAT,
        "pack": {"id": header.pack[0], "version": header.pack[1]},
        "events": header.events,
        "digest": header.digest,
        "people": {**header.people},
        "trainees": [*header.trainees],
        "writers": {writer: [*reach] for writer, reach in header.writers.items()},
        "selection": {
            "trainees": [*sorted(set(selection.trainees))],
            "since": selection.since,
            "beyond": selection.beyond,
            "decisions": selection.decisions,
        },
        "trust": header.trust,
    }
    raw = canonical(fields).encode()
    if len(raw) >= LONGEST_LINE:
        # The names are too long for one line. They are left out of the header, since the events hold them as well.
        fields["people"] = dict.fromkeys(header.people, "")
        raw = canonical(fields).encode()
    if len(raw) >= LONGEST_LINE:
        raise BundleError("bundle.too_many_people", people=len(header.people))
    return raw + b"\n"


def header_of(raw: bytes) -> Header:
    """The header that stands in the first line.

    Raises:
        BundleError: it is none, or one of another format.
    """
    try:
        fields = read_object(raw, 1)
    except BundleError as error:
        raise error if FORMAT.encode() in raw else BundleError("bundle.not_one", 1) from error
    found = fields.get("format")
    if not isinstance(found, str) or not found.startswith(_FAMILY):
        raise BundleError("bundle.not_one", 1)
    if found != FORMAT:
        raise BundleError("bundle.version", 1, found=found, known=FORMAT)
    wrong = next((name for name in (*_READERS, *fields) if not _is_right(name, fields)), None)
    if wrong is not None:
        raise BundleError("bundle.header", 1, field=wrong[:40])
    return _header(fields)


def _is_right(name: str, fields: Mapping[str, Json]) -> bool:
    check = _READERS.get(name)
    return check is not None and name in fields and check(fields[name])


def _header(fields: Mapping[str, Json]) -> Header:
    """The header out of *fields*, each of which has been checked."""
    pack, people, writers, chosen = (_table(fields[name]) for name in ("pack", "people", "writers", "selection"))
    since = chosen["since"]
    return Header(
        pack=(str(pack["id"]), str(pack["version"])),
        events=_number(fields["events"]),
        digest=str(fields["digest"]),
        people={person: str(name) for person, name in people.items()},
        trainees=_texts(fields["trainees"]),
        writers={writer: _reach(value) for writer, value in writers.items()},
        selection=Selection(
            trainees=_texts(chosen["trainees"]),
            since=None if since is None else _number(since),
            beyond=str(chosen["beyond"]),
            decisions=chosen["decisions"] is True,
        ),
        trust=str(fields["trust"]),
    )


def _table(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def _number(value: Json) -> int:
    return value if isinstance(value, int) else 0


def _reach(value: Json) -> ChainReach:
    first, last, end = value if isinstance(value, list) else (0, 0, "")
    return ChainReach(_number(first), _number(last), str(end))


def _is_number(value: Json, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_word(value: Json) -> bool:
    return isinstance(value, str) and value == one_line(value) and len(value) <= LONGEST_WORD


def _is_hash(value: Json) -> bool:
    return isinstance(value, str) and bool(HASH.fullmatch(value))


def _are_ids(value: Json) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) and SUBJECT.fullmatch(each) for each in value)


def _are_people(value: Json) -> bool:
    return isinstance(value, dict) and all(
        SUBJECT.fullmatch(person) and isinstance(name, str) and len(name) <= LONGEST_NAME
        for person, name in value.items()
    )


def _are_writers(value: Json) -> bool:
    return isinstance(value, dict) and all(ID.fullmatch(w) and _is_reach(reach) for w, reach in value.items())


def _is_reach(value: Json) -> bool:
    if not isinstance(value, list) or len(value) != 3:
        return False
    first, last, end = value
    return _is_number(first, 1, MOST) and _is_number(last, 1, MOST) and _is_hash(end)


def _is_selection(value: Json) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"trainees", "since", "beyond", "decisions"}
        and _are_ids(value["trainees"])
        and (value["since"] is None or _is_number(value["since"], -LATEST, LATEST))
        and (value["beyond"] == "" or _is_hash(value["beyond"]))
        and isinstance(value["decisions"], bool)
    )


def _is_pack(value: Json) -> bool:
    return isinstance(value, dict) and set(value) == {"id", "version"} and all(map(_is_word, value.values()))


_READERS: Final = {
    "format": _is_word,
    "pack": _is_pack,
    "events": lambda value: _is_number(value, 0, MOST),
    "digest": _is_hash,
    "people": _are_people,
    "trainees": _are_ids,
    "writers": _are_writers,
    "selection": _is_selection,
    "trust": _is_word,
}
