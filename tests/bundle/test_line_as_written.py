"""Reading a line in one pass and reading it in small steps are one reading: the same event, or the same refusal."""

import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from journal_raw import records
from journal_world import HANA, NOON

from tui.errors import BundleError
from tui.journal.bundle import line
from tui.journal.bundle.as_written import record_as_written
from tui.journal.bundle.line import line_of, read_record
from tui.journal.canonical import FORMAT, Record, canonical

TEXT = st.text(st.sampled_from('aZ 0"\\/\n\t\r\x07{}[],:佐か\u3099é\u0301\u202e\ufeff\U000e0041ⅲ'), max_size=8)
LEAF = st.none() | st.booleans() | st.integers(-(2**54), 2**54) | TEXT
BODY = st.dictionaries(
    TEXT, st.recursive(LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3))
)
PIECES = ("1.5", "1e3", "-0", "NaN", "9" * 17, '"', "\\", "\\u0041", "\\/", "{", "}", " ", "\t", "\u202e", ",", "true")
EDIT = st.tuples(st.integers(0, 700), st.sampled_from(["put", "cut", "twice"]), st.sampled_from(PIECES))


def event(body, kind="newer", **columns):
    made = Record("", "w1", 1, "", NOON, NOON, HANA, HANA, kind, "", body, "pack", "1.0")._replace(**columns)
    return made._replace(hash=made.digest())


def outcome(raw):
    try:
        return read_record(raw, 7)
    except BundleError as error:
        return error.key, error.line, error.fields


def assert_same(raw):
    at_once = outcome(raw)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line, "record_as_written", lambda _raw: None)
        assert outcome(raw) == at_once


@given(BODY)
@example({"note": '改行\n「」\t\\ "'})
@example({"a": {"b": [1.0, 2**53]}})
def test_any_body(body):
    assert_same(line_of(event(canonical(body))))


@given(records(4), st.lists(EDIT, min_size=1, max_size=3))
def test_any_edit_of_a_line(made, edits):
    for each in made:
        text = line_of(each).decode()
        for place, how, piece in edits:
            at = place % len(text)
            text = {
                "put": text[:at] + piece + text[at:],
                "cut": text[:at] + text[at + 1 :],
                "twice": text[:at] + text[at : at + 12] * 2 + text[at + 12 :],
            }[how]
        assert_same(text.encode())


@pytest.mark.parametrize("depth", [21, 22, 23, 24, 25])
def test_how_deep_it_may_be(depth):
    assert_same(line_of(event('{"a":' + "[" * depth + "]" * depth + "}")))


@pytest.mark.parametrize(
    "body", ['{"a":1,"a":2}', '{"b":1,"a":2}', '{"a": 1}', '{"a":"\\u0041"}', '{"a":1.0}', "[]", "{}}"]
)
def test_body_that_ikusei_would_not_write_so(body):
    whole = line_of(event("{}")).replace(b'"body":{}', b'"body":' + body.encode())
    assert record_as_written(whole) is None
    assert_same(whole)


@given(records(6))
def test_what_ikusei_writes_needs_no_small_steps(made):
    for each in made:
        found = record_as_written(line_of(each))
        assert found is not None
        assert found[0] == each


@given(st.tuples(*[TEXT] * 9))
def test_hash_is_over_the_canonical_text_of_all_other_columns(texts):
    names = ("writer", "previous", "author", "trainee", "kind", "item", "body", "pack", "pack_version")
    made = Record("", "", 3, "", 5, 8, *[""] * 7)._replace(**dict(zip(names, texts, strict=True)))
    columns = {"format": FORMAT, **made._asdict()}
    del columns["hash"]
    assert made.digest() == hashlib.sha256(canonical(columns).encode()).hexdigest()
