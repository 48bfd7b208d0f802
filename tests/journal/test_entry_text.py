"""What is seen of a body at one look is what reading all of it would say."""

import json

from hypothesis import assume, example, given
from hypothesis import strategies as st
from journal_world import HANA, entry

from tui.errors import BundleError, JournalError
from tui.journal.body import kept, work
from tui.journal.bundle.line import checked_line_of
from tui.journal.bundle.ready import ready_line_of
from tui.journal.bundle.strict import read_object
from tui.journal.canonical import Record, canonical
from tui.journal.entry_text import is_as_written
from tui.journal.event import Kind
from tui.journal.strand import BEFORE, Link, link_of, link_text, says

HASH = "ab" * 32
WRITTEN = canonical(
    {
        BEFORE: f"12:{HASH}",
        **kept(
            Kind.ENTRY,
            "",
            entry("soc.2.paired", note='端末 "A" の\n調査', evidence=[{"ref": "INC-1", "sha256": HASH}]).body
            | {"hits": 23, "total": 24},
        ),
    }
)
PIECES = st.sampled_from(
    [
        *('"', "\\", "\\u0041", "\\n", "\n", "\t", " ", ",", "{", "}", "[", "]", "0", "00", "-1", "1.5", "null", "e"),
        *("99", "2026-02-30", "観", "\u202e", "\x7f", "\u3000", "か\u3099", '"a":1,', '"before":"",', "\ud800"),
    ]
)
EDITS = st.lists(st.tuples(st.integers(0, len(WRITTEN)), st.integers(0, 6), PIECES), max_size=3)
TEXT = st.text(st.sampled_from('aZ 0"\\/\n\t{}[],:佐か\u3099\u3000'), max_size=8)
WORK = st.fixed_dictionaries(
    {
        "items": st.lists(st.sampled_from(["soc.2.paired", "soc.2.alone", "観測", "a b"]), min_size=1, max_size=3),
        "note": TEXT,
        "quantity": st.integers(1, 1_000_000),
        "evidence": st.lists(st.fixed_dictionaries({"ref": TEXT.map("INC{}".format), "sha256": st.just("")})),
        "total": st.none() | st.integers(1, 30),
    }
)


def edited(edits):
    text = WRITTEN
    for at, length, piece in edits:
        text = text[:at] + piece + text[at + length :]
    return text


def is_so(text):
    """The same in small steps: strictly read, written anew, and understood."""
    try:
        body = read_object(text.encode(), 0)
        work(Kind.ENTRY, body)
    except (BundleError, JournalError, UnicodeEncodeError):
        return False
    return canonical(body) == text


@given(EDITS)
@example([])
@example([(WRITTEN.index("12:"), 0, "0")])
@example([(WRITTEN.index("23"), 2, "25")])
def test_what_is_taken_for_an_entry_is_one(edits):
    text = edited(edits)
    assert is_so(text) or not is_as_written(text)


@given(WORK, st.booleans())
def test_what_ikusei_writes_is_known_at_one_look(fields, is_first):
    fields = fields | {"hits": fields["total"]}
    body = {BEFORE: "" if is_first else link_text(7, HASH), **kept(Kind.ENTRY, "", entry().body | fields)}
    assume(all(item.isascii() and " " not in item for item in fields["items"]) and fields["quantity"] < 10**6)
    assert is_as_written(canonical(body))


def event(body, **columns):
    made = Record("", "w1", 9, HASH, 5, 5, HANA, HANA, Kind.ENTRY, "", body, "nca-isogj", "1.0.0")
    made = made._replace(**columns)
    return made._replace(hash=made.digest())


@given(EDITS, st.sampled_from(["", HANA, "p hana", "p-1\u202e", "@organisation", "観測", 'a"', "a.b-c"]))
@example([], "")
@example([], HANA)
def test_a_line_is_the_same_or_refused_both_ways(edits, column):
    for name in ("author", "trainee", "item", "pack", "pack_version", "writer", "previous"):
        try:
            record = event(edited(edits), **{name: column})
        except UnicodeEncodeError:
            return
        assert outcome(ready_line_of, record) == outcome(checked_line_of, record)
    forged = record._replace(body=WRITTEN.replace("INC-1", "INC-2"))
    assert outcome(ready_line_of, forged) == outcome(checked_line_of, forged) == "bundle.stays"


def outcome(make, record):
    try:
        return make(record)
    except BundleError as error:
        return error.key


@given(EDITS)
@example([])
@example([(1, 0, f'"before":"11:{HASH}",')])
@example([(len(WRITTEN) - 1, 0, f',"befor\\u0065":"11:{HASH}"')])
def test_what_an_event_says_came_before_it_is_seen_as_it_is_read(edits):
    record = Record("", "w1", 20, "", 1, 1, HANA, HANA, Kind.ENTRY, "", edited(edits), "", "")
    if says(record, HASH, 12):
        try:
            json.loads(record.body)
        except ValueError:
            return  # what can't be read says nothing either way
        assert link_of(record) in {Link(12, HASH), None}
    if not edits:
        assert says(record, HASH, 12)
