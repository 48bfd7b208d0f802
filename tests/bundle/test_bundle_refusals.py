"""Each reason to refuse a bundle: its line, its sentence in both languages, and nothing taken in."""

import gzip
import json
import sys

import pytest
from bundle_world import HANA, KEN, bundle_of, changed, dumped, hashed, lines_of, refused, sealed, take_in

from tui.journal.bundle.limits import LATEST, LONGEST_LINE, MOST

ENTRY = 5
"""The line of Hana's entry."""


@pytest.fixture
def bundle(sender):
    return bundle_of(sender)


def loaded(bundle):
    """The header and the events, as objects."""
    header, *events = map(json.loads, lines_of(bundle))
    return header, events


# -- what arrived is no bundle ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "bundle.empty"),
        (b"\n", "bundle.not_one"),
        (b"[]\n", "bundle.not_one"),
        (b"{}\n", "bundle.not_one"),
        (b'{"format": "another"}\n', "bundle.not_one"),
        (b"hello", "bundle.not_one"),
        (b"\x00\x01\x02\n", "bundle.not_one"),
        (b"\xe3\x81\n", "bundle.not_one"),
        (b'{"format":"ikusei-bundle-2"}\n', "bundle.version"),
        (b'{"format":"ikusei-bundle-1"}\n', "bundle.header"),
        (b'{"format":"ikusei-bundle-1"', "bundle.cut_off"),
        (b"x" * (LONGEST_LINE + 5), "bundle.long"),
        (b"SQLite format 3\0 and more\n", "bundle.state_file"),
        (b"PK\x03\x04 and more\n", "bundle.packed"),
        (b"BZh91AY\n", "bundle.packed"),
    ],
)
def test_what_is_no_bundle(receiver, raw, key):
    with refused(receiver, key, 1):
        take_in(receiver, raw)


def test_compressed_bundle(receiver, bundle):
    with refused(receiver, "bundle.packed", 1):
        take_in(receiver, gzip.compress(bundle))


def test_state_file_itself(receiver, sender):
    with refused(receiver, "bundle.state_file", 1):
        take_in(receiver, sender.path.read_bytes())


@pytest.mark.parametrize("rewrite", [
    lambda raw: b"\xef\xbb\xbf" + raw,
    lambda raw: raw.replace(b"\n", b"\r\n"),
    lambda raw: raw.decode().encode("utf-16"),
])  # fmt: skip
def test_bundle_that_an_editor_has_rewritten(receiver, bundle, rewrite):
    with refused(receiver, "bundle.rewritten", 1):
        take_in(receiver, rewrite(bundle))


def test_line_ends_changed_in_the_middle(receiver, bundle):
    lines = lines_of(bundle)
    lines[3] = lines[3].replace(b"\n", b"\r\n")
    with refused(receiver, "bundle.rewritten", 4):
        take_in(receiver, b"".join(lines))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("pack", {"id": "x"}),
        ("pack", "x"),
        ("events", -1),
        ("events", True),
        ("events", "3"),
        ("digest", "abc"),
        ("people", []),
        ("people", {"../x": "a"}),
        ("people", {HANA: 5}),
        ("people", {HANA: "x" * 1001}),
        ("trainees", HANA),
        ("trainees", ["-rf"]),
        ("writers", {"w": [1, 2]}),
        ("writers", {"w": [0, 2, "0" * 64]}),
        ("writers", {"w w": [1, 2, "0" * 64]}),
        ("selection", {}),
        ("selection", {"trainees": [], "since": "x", "beyond": "", "decisions": False}),
        ("selection", {"trainees": [], "since": None, "beyond": "", "decisions": 1}),
        ("trust", None),
        ("trust", "two\nlines"),
        ("extra", 1),
    ],
)
def test_header_that_can_not_be_so(receiver, bundle, field, value):
    with refused(receiver, "bundle.header", 1):
        take_in(receiver, changed(bundle, 1, lambda header: {**header, field: value}))


@pytest.mark.parametrize("field", ["pack", "events", "digest", "people", "trainees", "writers", "selection", "trust"])
def test_header_that_lacks_a_field(receiver, bundle, field):
    with refused(receiver, "bundle.header", 1):
        take_in(receiver, changed(bundle, 1, lambda header: {k: v for k, v in header.items() if k != field}))


# -- it isn't whole, or isn't what was written -----------------------------------------------------------------------


def test_truncated_after_a_line(receiver, bundle):
    with refused(receiver, "bundle.truncated", 9):
        take_in(receiver, b"".join(lines_of(bundle)[:9]))


def test_truncated_inside_a_line(receiver, bundle):
    with refused(receiver, "bundle.cut_off", 11):
        take_in(receiver, bundle[:-10])
    with refused(receiver, "bundle.cut_off", 11):
        take_in(receiver, bundle[:-1])


@pytest.mark.parametrize("rubbish", [b"\n", b"x", b"-- \nsent by mail\n"])
def test_trailing_rubbish(receiver, bundle, rubbish):
    with refused(receiver, "bundle.trailing", 12):
        take_in(receiver, bundle + rubbish)


def test_reordered_lines(receiver, bundle):
    lines = lines_of(bundle)
    lines[4], lines[5] = lines[5], lines[4]
    with refused(receiver, "bundle.order", 6):
        take_in(receiver, b"".join(lines))


def test_line_that_is_there_twice(receiver, bundle):
    lines = lines_of(bundle)
    with refused(receiver, "bundle.order", 6):
        take_in(receiver, b"".join([*lines[:5], lines[4], *lines[6:]]))


def test_edited_note(receiver, bundle):
    def edit(event):
        return {**event, "body": {**event["body"], "note": "ほかのこと"}}

    with refused(receiver, "bundle.hash", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, edit))


def test_edited_note_with_its_hash_made_anew(receiver, bundle):
    def edit(event):
        return hashed({**event, "body": {**event["body"], "note": "ほかのこと"}})

    with refused(receiver, "bundle.digest", 1):
        take_in(receiver, changed(bundle, ENTRY, edit))


def test_digest_that_is_another(receiver, bundle):
    with refused(receiver, "bundle.digest", 1):
        take_in(receiver, changed(bundle, 1, lambda header: {**header, "digest": "0" * 64}))


def test_same_lines_with_other_blanks(receiver, bundle):
    with refused(receiver, "bundle.digest", 1):
        take_in(receiver, changed(bundle, ENTRY, lambda event: json.dumps(event, ensure_ascii=False).encode() + b"\n"))


@pytest.mark.parametrize("field", ["people", "writers"])
def test_header_that_names_too_much_or_too_little(receiver, bundle, field):
    header, _ = loaded(bundle)
    more = {**header[field], "p-more": "x" if field == "people" else [1, 1, "0" * 64]}
    with refused(receiver, "bundle.header_differs", 1):
        take_in(receiver, changed(bundle, 1, lambda header: {**header, field: more}))
    with refused(receiver, "bundle.not_named", 2):
        take_in(receiver, changed(bundle, 1, lambda header: {**header, field: {}}))


@pytest.mark.parametrize(("at", "value"), [(0, 2), (1, 11), (2, "0" * 64)])
def test_header_that_says_another_reach(receiver, bundle, at, value):
    def lie(header):
        ((writer, reach),) = header["writers"].items()
        return {**header, "writers": {writer: [*reach[:at], value, *reach[at + 1 :]]}}

    with refused(receiver, "bundle.header_differs", 1):
        take_in(receiver, changed(bundle, 1, lie))


def test_header_that_leaves_a_trainee_out(receiver, bundle):
    with refused(receiver, "bundle.header_differs", 1):
        take_in(receiver, changed(bundle, 1, lambda header: {**header, "trainees": [HANA]}))


# -- a line that can't be so -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (b"x" * LONGEST_LINE + b"\n", "bundle.long"),
        (b'{"a":"\xff"}\n', "bundle.utf8"),
        (b"\n", "bundle.json"),
        (b"[1]\n", "bundle.json"),
        (b'{"a":1} {"b":2}\n', "bundle.json"),
        (b'{"a":1,"a":2}\n', "bundle.twice"),
        (b'{"a":{"b":1,"b":1}}\n', "bundle.twice"),
        (b'{"a":1.0}\n', "bundle.number"),
        (b'{"a":1e3}\n', "bundle.number"),
        (b'{"a":NaN}\n', "bundle.number"),
        (b'{"a":-Infinity}\n', "bundle.number"),
        (b'{"a":9223372036854775808}\n', "bundle.number"),
        (b'{"a":-9007199254740992}\n', "bundle.number"),
        (b'{"a":' + b"9" * 100_000 + b"}\n", "bundle.number"),
        (b'{"a":' + b"[" * 30 + b"]" * 30 + b"}\n", "bundle.deep"),
        (b'{"a":' + b"[" * 500_000 + b"\n", "bundle.deep"),
        (b'{"a":' * 100_000 + b"\n", "bundle.deep"),
        (b'{"a":"\\u001b]52;c;aGk=\\u0007"}\n', "bundle.unclean"),
        (b'{"a":["\\u202e"]}\n', "bundle.unclean"),
        (b'{"\\u200b":1}\n', "bundle.unclean"),
        ('{"a":"\u009b31m"}\n'.encode(), "bundle.unclean"),
        (b'{"a":"\\ud800"}\n', "bundle.unclean"),
        (b"{}\n", "bundle.missing_column"),
    ],
)
def test_line_that_can_not_be_read(receiver, bundle, line, key):
    with refused(receiver, key, ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda _: line))


@pytest.mark.parametrize("column", ["hash", "writer", "n", "previous", "clock", "author", "body", "pack_version"])
def test_missing_column(receiver, bundle, column):
    with refused(receiver, "bundle.missing_column", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda event: {k: v for k, v in event.items() if k != column}))


@pytest.mark.parametrize("column", ["more", "format", "body_text"])
def test_unknown_column(receiver, bundle, column):
    with refused(receiver, "bundle.unknown_column", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda event: {**event, column: "{}"}))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("n", "5"), ("n", 0), ("n", -1), ("n", True), ("n", None), ("clock", -1), ("clock", LATEST + 1),
        ("clock", MOST), ("recorded", "x"), ("recorded", LATEST + 1), ("hash", "A" * 64), ("hash", "0" * 63),
        ("previous", "x"), ("writer", ""), ("writer", "a b"), ("writer", 5), ("kind", ""), ("kind", "Entry"),
        ("kind", None), ("item", "two\nlines"), ("item", "x" * 257), ("item", ["a"]), ("pack", None),
        ("pack_version", " 1"), ("body", "{}"), ("body", []), ("body", None), ("author", 1), ("trainee", {}),
    ],
)  # fmt: skip
def test_column_of_a_wrong_type_or_out_of_bounds(receiver, bundle, column, value):
    with refused(receiver, "bundle.type", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda event: hashed_if_it_can({**event, column: value}, column)))


def hashed_if_it_can(event, column):
    return event if column in {"hash", "body"} else hashed(event)


@pytest.mark.parametrize("person", ["../hana", "-rf", "a b", "花", "x" * 65, "a/b", "$(reboot)", "."])
def test_id_of_a_person_that_is_none(receiver, bundle, person):
    for column in ("author", "trainee"):
        with refused(receiver, "bundle.person", ENTRY):
            take_in(receiver, changed(bundle, ENTRY, lambda event, at=column: hashed({**event, at: person})))


def test_author_that_is_nobody_and_trainee_where_none_belongs(receiver, bundle):
    with refused(receiver, "bundle.person", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda event: hashed({**event, "author": ""})))
    with refused(receiver, "bundle.person", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda event: hashed({**event, "trainee": ""})))
    with refused(receiver, "bundle.person", 2):
        take_in(receiver, changed(bundle, 2, lambda event: hashed({**event, "trainee": HANA})))


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"items": 5, "day": "2026-11-20", "supervision": "alone"},
        {"items": ["a"], "day": "tomorrow", "supervision": "alone"},
        {"items": ["a"], "day": "2026-11-20", "supervision": "alone", "quantity": 10**12},
    ],
)
def test_known_kind_that_could_never_be_shown(receiver, bundle, body):
    with refused(receiver, "bundle.body", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda event: hashed({**event, "body": body})))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("claim", {"entries": 5}),
        ("enrol", {"start": 10**12, "on": True}),
        ("person", {"name": ""}),
        ("person", {"name": "あ" * 1001}),
        ("comment", {"claim": "x", "text": 7}),
        ("signoff", {"declaration": []}),
        ("undo", {"event": None}),
    ],
)
def test_body_that_would_spoil_a_journal_for_good(receiver, bundle, kind, body):
    made = {"kind": kind, "body": body}
    with refused(receiver, "bundle.body", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda event: hashed({**event, **made})))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (5, "bundle.type"),
        ("5", "bundle.json"),
        ("{", "bundle.json"),
        ('{"a":1.5}', "bundle.number"),
        ('{"a":1,"a":1}', "bundle.twice"),
        ('{"a":"\\u001b"}', "bundle.unclean"),
    ],
)
def test_body_as_text_is_looked_at_as_strictly(receiver, bundle, text, key):
    def edit(event):
        return {**{k: v for k, v in event.items() if k != "body"}, "body_text": text, "kind": "new"}

    with refused(receiver, key, ENTRY):
        take_in(receiver, changed(bundle, ENTRY, edit))


# -- whose events ----------------------------------------------------------------------------------------------------


def test_events_about_somebody_whom_the_receiver_does_not_take(receiver, bundle):
    with refused(receiver, "bundle.not_taken", 10):
        take_in(receiver, bundle, frozenset({HANA}))
    with refused(receiver, "bundle.not_taken", 4):
        take_in(receiver, bundle, frozenset({KEN}))
    assert take_in(receiver, bundle, frozenset({HANA, KEN})) == 10


# -- and what is fine ------------------------------------------------------------------------------------------------


def test_unknown_kind_is_kept_and_passed_over(receiver, bundle):
    header, events = loaded(bundle)
    new = hashed({**events[-1], "kind": "badge", "n": 11, "clock": events[-1]["clock"] + 1, "body": {"anything": []}})
    assert take_in(receiver, sealed(header, *events, new)) == 11
    assert receiver.event(new["hash"]).kind == "badge"


def test_known_kind_with_a_field_more_is_a_newer_ikuseis(receiver, bundle):
    header, events = loaded(bundle)
    newer = hashed({**events[3], "body": {**events[3]["body"], "mood": "よい"}})
    assert take_in(receiver, sealed(header, newer)) == 1
    assert receiver.entry_count(HANA) == 1


def test_deepest_and_longest_that_fits(receiver, bundle):
    header, events = loaded(bundle)
    deep: object = "x"
    for _ in range(20):
        deep = [deep]
    long = hashed({**events[3], "kind": "new", "body": {"deep": deep, "text": "あ" * 300_000}})
    assert len(dumped(long)) < LONGEST_LINE
    assert take_in(receiver, sealed(header, long)) == 1


def test_refusing_needs_no_deeper_stack_than_reading(receiver, bundle):
    """A line of a million brackets ends in a sentence and not in the interpreter."""
    before = sys.getrecursionlimit()
    with refused(receiver, "bundle.deep", ENTRY):
        take_in(receiver, changed(bundle, ENTRY, lambda _: b"[" * (LONGEST_LINE - 1) + b"\n"))
    assert sys.getrecursionlimit() == before
