"""The small world of the tests of bundles: a journal with a story, its bundle as lines, what can be done to them."""

import hashlib
import io
import json
from contextlib import contextmanager

import pytest
from journal_world import HANA, KEN, assert_can_be_said, claim, correction, decision, enrol, entry, person, tick, write

from tui.errors import BundleError
from tui.journal.bundle.staging import stage
from tui.journal.bundle.writing import write_bundle
from tui.journal.canonical import canonical
from tui.journal.events import in_order
from tui.lang import LANGS, say

PACK = ("nca-isogj", "1.0.0")


def story(journal):
    write(journal, person("佐藤 花"), enrol())
    done = write(journal, entry(note="深夜帯の一次切り分け\n二行め", evidence=[{"ref": "INC-2041", "sha256": ""}]))
    write(journal, correction(done, quantity=2), tick("soc.2.paired.handover"))
    claimed = write(journal, claim(comment="見てください"))
    write(journal, person("田中 健", KEN), entry("soc.1.watch", KEN), author=KEN)
    write(journal, decision(claimed, "returned", reason="例を 1 つ足してください"), author=KEN)


def bundle_of(journal, **named) -> bytes:
    sink = io.BytesIO()
    write_bundle(journal, sink, pack=PACK, **named)
    return sink.getvalue()


def take_in(journal, raw, takes=None) -> int:
    with stage(journal, io.BytesIO(raw), takes=takes) as staged:
        return staged.take_in()


def events(journal):
    return list(in_order(journal.store))


def lines_of(raw):
    return raw.splitlines(keepends=True)


def changed(raw, line, make) -> bytes:
    """The bundle with one line (from 1) made anew from its object."""
    lines = lines_of(raw)
    made = make(json.loads(lines[line - 1]))
    lines[line - 1] = made if isinstance(made, bytes) else dumped(made)
    return b"".join(lines)


def dumped(value) -> bytes:
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def hashed(event):
    """The event with its hash computed anew."""
    row = {**event, "body": event.get("body_text", canonical(event.get("body", {}))), "format": "ikusei-event-1"}
    for name in ("hash", "body_text"):
        row.pop(name, None)
    return {**event, "hash": hashlib.sha256(canonical(row).encode()).hexdigest()}


def sealed(header, *events) -> bytes:
    """A bundle of *events* with a correct header."""
    body = b"".join(map(dumped, events))
    writers = {}
    for each in events:
        first, last, end = writers.get(each["writer"], (each["n"], 0, ""))
        writers[each["writer"]] = [min(first, each["n"]), *max([last, end], [each["n"], each["hash"]])]
    people = {each[name] for each in events for name in ("author", "trainee")} - {""}
    new = {
        **header,
        "events": len(events),
        "digest": hashlib.sha256(body).hexdigest(),
        "people": {each: header["people"].get(each, "") for each in people},
        "trainees": sorted({each["trainee"] for each in events} - {""}),
        "writers": writers,
    }
    return dumped(new) + body


@contextmanager
def refused(journal, key, line):
    """Check that a bundle is refused at *line*, with a whole sentence in each language, and nothing was taken in."""
    before = events(journal)
    with pytest.raises(BundleError) as caught:
        yield
    assert (caught.value.key, caught.value.line) == (key, line)
    assert_can_be_said(caught.value)
    for lang in LANGS:
        assert str(line) in say(lang, key, **caught.value.fields)
    assert events(journal) == before
    assert journal.store.rows(str, "SELECT name FROM temp.sqlite_schema WHERE name LIKE 'incoming%'") == []


__all__ = ["HANA", "KEN"]
