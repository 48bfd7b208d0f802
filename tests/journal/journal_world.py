"""Helpers for the journal's tests: a clock that can be set, events in one line, checks of refusals."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import tui
from tui.errors import IkuseiError
from tui.journal.event import Kind, NewEvent
from tui.journal.finding import Finding
from tui.journal.journal import Journal
from tui.lang import LANGS, say

HANA = "p-hana"
KEN = "p-ken"
PAIRED = "soc.2.paired"
NOON = 1_763_600_000_000


class Clock:
    """A wall clock that moves on by a second at each look, and can be set."""

    def __init__(self, now=NOON):
        self.now = now

    def __call__(self):
        self.now += 1000
        return self.now


def entry(item=PAIRED, trainee=HANA, **fields):
    items = [item] if isinstance(item, str) else list(item)
    return NewEvent(Kind.ENTRY, trainee, body=_work(items) | fields)


def correction(entry_id, item=PAIRED, trainee=HANA, **fields):
    return NewEvent(Kind.CORRECTION, trainee, body={"entry": entry_id} | _work([item]) | fields)


def undo(event_id, trainee=HANA):
    return NewEvent(Kind.UNDO, trainee, body={"event": event_id})


def tick(item, on=True, trainee=HANA):
    return NewEvent(Kind.TICK, trainee, item, {"on": on})


def claim(item=PAIRED, trainee=HANA, **fields):
    return NewEvent(Kind.CLAIM, trainee, item, {"entries": [], "policy": {}, "points": [], "comment": "", **fields})


def withdrawal(claim_id, item=PAIRED, trainee=HANA):
    return NewEvent(Kind.WITHDRAWAL, trainee, item, {"claim": claim_id})


def decision(claim_id, verdict="confirmed", item=PAIRED, trainee=HANA, **fields):
    return NewEvent(Kind.DECISION, trainee, item, {"claim": claim_id, "verdict": verdict, **fields})


def comment(claim_id, text, item=PAIRED, trainee=HANA):
    return NewEvent(Kind.COMMENT, trainee, item, {"claim": claim_id, "text": text})


def waiver(reason, item=PAIRED, trainee=HANA, **fields):
    return NewEvent(Kind.WAIVER, trainee, item, {"reason": reason, **fields})


def signoff(*decisions, step="soc.2", trainee=HANA, **fields):
    body = {"declaration": "STEP 2 を終えたと認める", "decisions": list(decisions), **fields}
    return NewEvent(Kind.SIGNOFF, trainee, step, body)


def reopening(signoff_id, reason="見直し", step="soc.2", trainee=HANA):
    return NewEvent(Kind.REOPENING, trainee, step, {"signoff": signoff_id, "reason": reason})


def signature(event_id, trainee=HANA):
    return NewEvent(Kind.SIGNATURE, trainee, body={"event": event_id, "text": "{}", "signature": "-----BEGIN"})


def enrol(role="soc", start=1, on=True, trainee=HANA):
    return NewEvent(Kind.ENROL, trainee, role, {"start": start, "on": on})


def person(name, trainee=HANA):
    return NewEvent(Kind.PERSON, trainee, body={"name": name})


def _work(items):
    return {"items": items, "day": "2026-11-20", "supervision": "paired"}


def write(journal: Journal, *news, author=HANA):
    """Write events; the hash of the last."""
    return journal.append(news, author=author)[-1].hash


@contextmanager
def refused(key: str) -> Iterator[None]:
    """Check that the block is refused with the message *key*, and that the message has all its fields."""
    with pytest.raises(IkuseiError) as caught:
        yield
    assert caught.value.key == key
    assert_can_be_said(caught.value)


def assert_can_be_said(what: Finding | IkuseiError):
    for lang in LANGS:
        sentence = say(lang, what.key, **what.fields)
        assert sentence
        assert "{" not in sentence


def keys(findings):
    for finding in findings:
        assert_can_be_said(finding)
    return [finding.key for finding in findings]


def raw(path: Path) -> sqlite3.Connection:
    """Any other program's connection to the file."""
    return sqlite3.connect(path, isolation_level=None)


def other_process(script: str, *arguments: object) -> subprocess.Popen:
    """Another process that runs *script* and talks by lines."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(tui.__file__).parents[1])},
    )
