"""Laws of bundles: whatever arrives, a journal has all of it or none of it; whatever order, one state."""

import io
import tempfile
from functools import cache
from pathlib import Path

from bundle_world import PACK, bundle_of, events, lines_of, story, take_in
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_raw import records
from journal_world import HANA, KEN, Clock, assert_can_be_said, entry, write

from tui.errors import BundleError
from tui.journal.bundle.beginning import read_header
from tui.journal.bundle.header import Selection
from tui.journal.bundle.writing import write_bundle
from tui.journal.doctor import differing_tables
from tui.journal.journal import Journal

PART = st.sampled_from([(), (HANA,), (KEN,), (HANA, KEN)])


@cache
def real():
    """The bytes of one real bundle."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Journal.open(Path(folder, "a"), create=True, clock=Clock()) as journal,
    ):
        story(journal)
        return bundle_of(journal)


def words(made):
    """Without names, of which only those travel that can be so: they have laws of their own (test_naming_laws.py)."""
    return [each for each in made if each.kind != "person"]


def empty(folder, name="state"):
    return Journal.open(Path(folder, name), create=True, clock=Clock())


@cache
def whole():
    with tempfile.TemporaryDirectory() as folder, empty(folder) as journal:
        take_in(journal, real())
        return events(journal)


def all_or_nothing(raw):
    """Either refused, and nothing is there, or exactly what the true bundle brings."""
    with tempfile.TemporaryDirectory() as folder, empty(folder) as journal:
        try:
            take_in(journal, raw)
        except BundleError as error:
            assert_can_be_said(error)
            assert events(journal) == []
        else:
            assert events(journal) == whole()


EDIT = st.tuples(st.integers(0, len(real()) - 1), st.sampled_from(["flip", "drop", "add", "swap"]), st.integers(0, 255))


@settings(max_examples=120)
@given(st.lists(EDIT, min_size=1, max_size=3))
def test_changed_bytes(edits):
    raw = bytearray(real())
    for place, how, value in edits:
        at = place % max(1, len(raw))
        if how == "flip":
            raw[at] = value
        elif how == "drop":
            del raw[at : at + 1 + value % 40]
        elif how == "add":
            raw[at:at] = bytes([value])
        else:
            raw[at : at + 2] = raw[at : at + 2][::-1]
    all_or_nothing(bytes(raw))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.booleans()), min_size=1, max_size=4))
def test_changed_lines(moves):
    lines = lines_of(real())
    for at, to, is_kept in moves:
        line = lines[at % len(lines)] if is_kept else lines.pop(at % len(lines))
        lines.insert(to % (len(lines) + 1), line) if lines or is_kept else None
        if not lines:
            break
    all_or_nothing(b"".join(lines))


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_anything_at_all_in_place_of_the_lines(rubbish):
    header = lines_of(real())[0]
    all_or_nothing(header + rubbish)
    all_or_nothing(rubbish)


@settings(max_examples=40)
@given(records(15), st.lists(PART, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_parts_in_any_order_and_twice_and_then_all_give_one_state(made, parts, random):
    with tempfile.TemporaryDirectory() as folder, empty(folder, "a") as sender, empty(folder, "b") as receiver:
        sender.merge(words(made))
        bundles = [bundle_of(sender, selection=Selection(trainees=part)) for part in parts]
        random.shuffle(bundles)
        for bundle in (*bundles, bundles[0]):
            take_in(receiver, bundle)
            assert differing_tables(receiver.store) == []
        take_in(receiver, bundle_of(sender))
        assert events(receiver) == events(sender)
        assert bundle_of(receiver) == bundle_of(sender)
        assert differing_tables(receiver.store) == []


@settings(max_examples=40)
@given(records(12), records(12), st.booleans())
def test_what_comes_beyond_an_earlier_bundle_is_all_that_was_missing(first, second, writes):
    with tempfile.TemporaryDirectory() as folder, empty(folder, "a") as sender, empty(folder, "b") as receiver:
        own = [record._replace(writer=f"a{record.writer}") for record in words(second)]
        own = [record._replace(hash=record.digest()) for record in own]
        sender.merge(words(first))
        earlier = bundle_of(sender)
        take_in(receiver, earlier)
        sender.merge(own)
        if writes:
            write(sender, entry())
        sink = io.BytesIO()
        known = read_header(io.BytesIO(earlier)).writers
        write_bundle(sender, sink, pack=PACK, known=known)
        take_in(receiver, sink.getvalue())
        assert events(receiver) == events(sender)
