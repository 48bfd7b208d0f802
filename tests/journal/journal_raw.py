"""Combinations of events that ikusei wouldn't write: any kind about any event, by anybody, in several chains."""

from hypothesis import strategies as st
from journal_world import HANA, KEN, NOON, PAIRED

from tui.journal.canonical import Record, canonical

WORK = {"day": "2026-11-20", "supervision": "paired"}
KINDS = ("entry", "correction", "undo", "tick", "claim", "withdrawal", "decision", "person", "enrol", "comment", "new")


def body(kind, target, number):
    """A readable body for an event of *kind* about *target*; ``new`` is a kind that ikusei doesn't know."""
    work = {**WORK, "items": [f"soc.{number % 3}"], "quantity": number % 5 + 1, "note": f"{number} 件め"}
    return {
        "entry": work,
        "correction": {"entry": target, **work},
        "undo": {"event": target},
        "tick": {"on": number % 3 > 0},
        "claim": {"entries": [], "comment": f"{number}"},
        "withdrawal": {"claim": target},
        "decision": {"claim": target, "verdict": "confirmed", "reason": "", "heads": {}, "policy": ""},
        "person": {"name": f"名前 {number % 4}"},
        "enrol": {"start": number % 4, "on": number % 3 > 0},
        "comment": {"claim": target, "text": "よい"},
        "new": {"anything": [number, None, {"a": True}]},
    }[kind]


def record(writer, n, previous, kind, target="f" * 64, *, author=HANA, trainee=HANA, clock=NOON, number=1):
    """One event with its correct hash."""
    item = "" if kind in {"person", "undo", "entry", "correction"} else PAIRED
    said = (author, trainee, kind, item, canonical(body(kind, target, number)), "pack", "1.0")
    made = Record("", writer, n, previous, clock, clock - 7, *said)
    return made._replace(hash=made.digest())


STEP = st.tuples(
    st.sampled_from([*KINDS, "undo", "undo", "correction", "entry"]),
    st.sampled_from(["w1", "w2", "w3"]),
    st.integers(0, 5),
    st.sampled_from([HANA, HANA, KEN]),
    st.sampled_from([HANA, HANA, HANA, KEN]),
    st.integers(-5_000, 5_000),
    st.booleans(),
)


@st.composite
def records(draw, most=25):
    """Events of three writers with wrong clocks, about one another; with forks where the last flag says so."""
    made = []
    tips = {}
    for number, (kind, writer, back, author, trainee, jump, fork) in enumerate(draw(st.lists(STEP, max_size=most))):
        n, previous, before = tips.get(writer, (0, "", (0, "")))
        if fork and number % 4 == 0 and n:
            n, previous = before
        target = made[-1 - back % len(made)].hash if made else "f" * 64
        clock = NOON + number + jump
        new = record(writer, n + 1, previous, kind, target, author=author, trainee=trainee, clock=clock, number=number)
        made.append(new)
        tips[writer] = (n + 1, new.hash, (n, previous))
    return made
