"""The organisation's own marks as a TOML file, which people can edit and ikusei reads in again.

.. code-block:: toml

    [organisation]
    wanted = "pattern.hybrid"

    [[duty]]
    id = "b-1"
    now = { how = "outsourced", level = 2, provider = "Example Security" }
    target = { how = "shared", level = 3 }
    note = "The contract ends in March"
    secbok = ["secbok.curator"]

A key that is left out leaves its value as it is; ``{}``, ``""`` and ``[]`` clear it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tui.curriculum.pack import Pack
from tui.curriculum.table import Table, read_file, shown
from tui.errors import UsageError
from tui.journal.assessment import LAST_LEVEL, How, Mark
from tui.lang import Lang, say
from tui.record import record
from tui.workbook.organisation.assessing import AssessmentChange, Profile

_TOP_KEYS: Final = frozenset(("organisation", "duty"))
_DUTY_KEYS: Final = frozenset(("id", "now", "target", "note", "secbok"))
_MARK_KEYS: Final = frozenset(("how", "level", "provider"))
_WAYS: Final = tuple(str(how) for how in How if how)


@record
class MarksFile:
    """The content of such a file.

    Args:
        changes: the changes of duties.
        wanted: id of the pattern that is wanted, empty for none; None: the file doesn't say.
    """

    changes: tuple[AssessmentChange, ...]
    wanted: str | None


def marks_toml(pack: Pack, profile: Profile, lang: Lang) -> str:
    """The organisation's assessment of itself as TOML, with the names of the duties as comments."""
    lines = [f"# {line}" for line in say(lang, "matrix.toml_head").splitlines()]
    if profile.wanted:
        lines += ["", "[organisation]", f"wanted = {_string(profile.wanted)}"]
    for function in pack.textbook.functions:
        for duty in function.duties:
            if duty.id in profile.assessed or duty.id in profile.columns:
                lines += ["", f"# {duty.code} {duty.name.of(lang)}", "[[duty]]", *_duty(duty.id, profile)]
    return "\n".join(lines) + "\n"


def _duty(duty: str, profile: Profile) -> Iterator[str]:
    yield f"id = {_string(duty)}"
    said = profile.assessed.get(duty)
    if said is not None:
        yield f"now = {_mark(said.now)}"
        yield f"target = {_mark(said.target)}"
        if said.note:
            yield f"note = {_string(said.note)}"
    if duty in profile.columns:
        yield f"secbok = [{', '.join(map(_string, profile.columns[duty]))}]"


def _mark(mark: Mark) -> str:
    parts = [f"how = {_string(str(mark.how))}"] if mark.how else []
    parts += [f"level = {mark.level}"] if mark.level else []
    parts += [f"provider = {_string(mark.provider)}"] if mark.provider else []
    return f"{{ {', '.join(parts)} }}" if parts else "{}"


def _string(text: str) -> str:
    """A basic string of TOML; what JSON escapes, TOML escapes in the same way."""
    return json.dumps(text, ensure_ascii=False)


def read_marks(path: Path, pack: Pack) -> MarksFile:
    """Read such a file.

    Raises:
        ContentFaults: it can't be read, or has faults; every fault is named with its line and column.
        UsageError: it changes nothing.
    """
    found, findings = read_file(path, partial(_decode, pack=pack), is_typed=True)
    findings.refuse()
    if found is None or (not found.changes and found.wanted is None):
        raise UsageError("matrix.empty_file", path=path)
    return found


def _decode(table: Table, pack: Pack) -> MarksFile:
    table.only(_TOP_KEYS)
    wanted = None
    if "organisation" in table.raw:
        about = table.table("organisation")
        about.only(frozenset(("wanted",)))
        if about.raw.get("wanted") == "":
            wanted = ""
        elif "wanted" in about.raw:
            wanted = _known(about, "wanted", about.string("wanted"), (each.id for each in pack.organisation.patterns))
    tables = table.tables_or_nothing("duty")
    changes = tuple(_change(each, pack) for each in tables)
    named = [change.duty for change in changes]
    for number, (each, change) in enumerate(zip(tables, changes, strict=True)):
        if change.duty and change.duty in named[:number]:
            each.fault("matrix.file_twice", "id", duty=change.duty)
    return MarksFile(changes, wanted)


def _change(table: Table, pack: Pack) -> AssessmentChange:
    table.only(_DUTY_KEYS)
    duties = (duty.id for function in pack.textbook.functions for duty in function.duties)
    note = table.raw.get("note")
    if note is not None and not isinstance(note, str):
        table.fault("content.not-string", "note", name="note")
        note = None
    return AssessmentChange(
        duty=_known(table, "id", table.string("id"), duties),
        now=_read_mark(table, "now"),
        target=_read_mark(table, "target"),
        note=note,
        columns=_columns(table, pack),
    )


def _known(table: Table, name: str, value: str, known: Iterable[str]) -> str:
    """*value* itself; it is noted as a fault, with its line and column, if it isn't one of *known*."""
    ids = list(known)
    if value and value not in ids:
        table.dangling("matrix.file_unknown", value, ids, name)
    return value


def _read_mark(table: Table, name: str) -> Mark | None:
    if name not in table.raw:
        return None
    mark = table.table(name)
    mark.only(_MARK_KEYS)
    if not mark.raw.keys() & _MARK_KEYS:
        return Mark()
    how = How(mark.choice("how", _WAYS))
    level = mark.whole("level", 1, LAST_LEVEL) if "level" in mark.raw else 0
    provider = mark.string_or_nothing("provider")
    if level and how is How.NONE:
        mark.fault("matrix.file_level", "level")
    if provider and how not in {How.SHARED, How.OUTSOURCED}:
        mark.fault("matrix.file_provider", "provider", provider=shown(provider))
    return Mark(how, level, provider.strip())


def _columns(table: Table, pack: Pack) -> tuple[str, ...] | None:
    if "secbok" not in table.raw:
        return None
    if table.raw["secbok"] == []:
        return ()
    known = [each.id for each in pack.organisation.secbok]
    found = table.strings("secbok")
    for number, each in enumerate(found):
        if each not in known:
            table.dangling("matrix.file_unknown", each, known, "secbok", number)
    return found
