"""One event as one line of a bundle, and the checks before it is taken in again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

from tui.errors import BundleError, JournalError
from tui.journal.body import readable
from tui.journal.bundle.as_written import record_as_written
from tui.journal.bundle.limits import HASH, ID, KIND, LATEST, LONGEST_LINE, LONGEST_NAME, LONGEST_WORD, MOST, SUBJECT
from tui.journal.bundle.strict import read_object
from tui.journal.canonical import Record, canonical
from tui.journal.event import Json, Kind
from tui.text.clean import one_line

BODY_TEXT: Final = "body_text"
"""The column that replaces ``body`` where writing the object anew wouldn't give the text that was hashed."""
_COLUMNS: Final = frozenset(Record._fields)
_KINDS: Final = frozenset(Kind)
_WHOLE: Final = {"n": (1, MOST), "clock": (0, LATEST), "recorded": (0, LATEST)}
_SHAPES: Final = {"hash": HASH, "previous": HASH, "writer": ID, "kind": KIND}
SURELY_FITS: Final = LONGEST_LINE // 8
"""Characters of a body that fits into a line, however many bytes each of them takes."""
_LONG: Final = frozenset({"body", "author", "trainee"})
"""Columns whose text may be longer than the others'; each has a check of its own."""


def line_of(record: Record) -> bytes:
    """The line of an event, with its line end.

    Raises:
        BundleError: its body is no JSON any more.
    """
    fields: dict[str, Json] = {**record._asdict()}
    try:
        body = json.loads(record.body)
        if isinstance(body, dict) and canonical(body) == record.body:
            fields["body"] = body
        else:
            fields[BODY_TEXT] = fields.pop("body")
        return f"{canonical(fields)}\n".encode()
    except (ValueError, RecursionError) as error:  # text that isn't UTF-8 is a ValueError, too
        raise _stays(record) from error


def checked_line_of(record: Record) -> bytes:
    """As ``line_of``, after the checks of a receiver.

    Raises:
        BundleError: the event isn't what was written, or no bundle could hold it.
    """
    raw = line_of(record)
    try:
        same = read_record(raw, 0) == record
    except BundleError as error:
        raise _stays(record) from error
    if not same:
        raise _stays(record)
    return raw


def _stays(record: Record) -> BundleError:
    return BundleError("bundle.stays", hash=record.hash[:12], n=record.n, writer=record.writer)


def read_record(raw: bytes, line: int) -> Record:
    """The event that stands in a line.

    Raises:
        BundleError: it isn't one, or not the one that was written.
    """
    if len(raw) > LONGEST_LINE:
        raise BundleError("bundle.long", line, limit=LONGEST_LINE)
    record, body = record_as_written(raw) or _in_small_steps(raw, line)
    if record.digest() != record.hash:
        raise BundleError("bundle.hash", line)
    _check_body(record, body, line)
    return record


def _in_small_steps(raw: bytes, line: int) -> tuple[Record, dict[str, Json]]:
    fields = read_object(raw, line)
    _check_columns(fields, line)
    body = _take_body(fields, line)
    return _record_of(fields, line), body


def checked_row(columns: Sequence[object], number: int) -> Record:
    """The event in a row of a table that somebody else could write to, after the same checks as a line of a bundle.

    Args:
        columns: in the order of ``Record``.
        number: of the row, for error messages.

    Raises:
        BundleError: it isn't one, or not the one that was written.
    """
    fields = dict(zip(Record._fields, columns, strict=True))
    record = _record_of(fields, number)
    if record.digest() != record.hash:
        raise BundleError("bundle.hash", number)
    if len(record.body) > LONGEST_LINE:
        raise BundleError("bundle.long", number, limit=LONGEST_LINE)
    body = read_object(record.body.encode(), number)
    _check_body(record, body, number)
    # Taken in it would have to travel on: what a line can't hold, or can't say as it stands, would keep all else here.
    if len(record.body) > SURELY_FITS or canonical(body) != record.body:
        checked_line_of(record)
    return record


def _record_of(fields: Mapping[str, object], line: int) -> Record:
    """The event of these columns, each of which can be so."""
    wrong = next((column for column in Record._fields if not _fits(column, fields[column])), None)
    if wrong is not None:
        raise BundleError("bundle.type", line, column=wrong)
    record = Record(**fields)  # type: ignore[arg-type]  # each has just been checked
    if not ID.fullmatch(record.author) or not (record.trainee == "" or SUBJECT.fullmatch(record.trainee)):
        raise BundleError("bundle.person", line)
    return record


def _check_columns(fields: Mapping[str, Json], line: int) -> None:
    there = set(fields)
    if BODY_TEXT in there and "body" not in there:
        there = there - {BODY_TEXT} | {"body"}
    for column in sorted(_COLUMNS - there):
        raise BundleError("bundle.missing_column", line, column=column)
    for column in sorted(there - _COLUMNS):
        raise BundleError("bundle.unknown_column", line, column=column[:40])


def _take_body(fields: dict[str, Json], line: int) -> dict[str, Json]:
    """The body as an object; in *fields* it is replaced by the text that was hashed."""
    if BODY_TEXT in fields:
        text = fields.pop(BODY_TEXT)
        if not isinstance(text, str):
            raise BundleError("bundle.type", line, column=BODY_TEXT)
        fields["body"] = text
        return read_object(text.encode(), line)
    body = fields["body"]
    if not isinstance(body, dict):
        raise BundleError("bundle.type", line, column="body")
    fields["body"] = canonical(body)
    return body


def _fits(column: str, value: object) -> bool:
    if column in _WHOLE:
        low, high = _WHOLE[column]
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    if not isinstance(value, str):
        return False
    shape = _SHAPES.get(column)
    if shape is not None:
        return bool(shape.fullmatch(value)) or (column == "previous" and not value)
    return column in _LONG or (value == one_line(value) and len(value) <= LONGEST_WORD)


def _check_body(record: Record, body: Mapping[str, Json], line: int) -> None:
    """Refuse a body of a known kind that can't be read: a journal keeps for good what it takes in, and shows it."""
    if record.kind not in _KINDS:
        return
    kind = Kind(record.kind)
    if (kind is Kind.WRITER) != (record.trainee == ""):
        raise BundleError("bundle.person", line)
    try:
        said = readable(kind, body)
    except JournalError as error:
        raise BundleError("bundle.body", line, kind=record.kind) from error
    if kind is Kind.PERSON and len(str(said["name"])) > LONGEST_NAME:
        raise BundleError("bundle.body", line, kind=record.kind)
