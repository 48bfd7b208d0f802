"""The organisation's policy: the numbers and reading lists that the documents leave open, from ``policy.toml``.

.. code-block:: toml

    [policy]
    name = "Example SOC"
    utc_offset = "+09:00"
    day_change = "08:30"

    [numbers]
    "soc.2.paired.times" = 10
    "soc.2.verdict.ratio" = 97.5
    "vuln.2.misjudge.ratio" = "0.5%"

    [[reading."soc.1.reading"]]
    id = "handbook"
    title = "Response handbook"

    [team]
    idle_days = 30
    waiting_days = 14

A number that isn't in the file is unset. It stays unset: ikusei has no default for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tui.curriculum.decode_day import DAY_CHANGE, UTC_OFFSET, day_change, utc_offset
from tui.curriculum.decode_rule import LARGEST, doubtful_share, is_ratio, is_whole, percent
from tui.curriculum.faults import Findings
from tui.curriculum.table import ID, Table, read_file, shown
from tui.curriculum.toml_file import read_toml
from tui.record import record

if TYPE_CHECKING:
    from tui.curriculum.open_number import OpenNumber
    from tui.curriculum.pack import Pack

_TOP_KEYS: Final = frozenset(("policy", "numbers", "reading", "team"))
_FLAGS: Final = ("require_signature", "final_evaluator", "waivers")
"""Switches of ``[policy]``."""
_TEAM_KEYS: Final = frozenset(("idle_days", "waiting_days"))
_NOTHING: Final[Mapping[str, int]] = MappingProxyType({})
_ITEM_KEYS: Final = frozenset(("id", "title"))


@record
class ReadingItem:
    """A document or book that the organisation wants read.

    Args:
        id: lower case, unique in its list.
        title: as the organisation calls it.
    """

    id: str
    title: str


@record
class Policy:
    """The values of one organisation.

    Args:
        name: whose policy it is, or empty.
        numbers: value by key; percent for ratios.
        readings: reading list by key.
        declaration: what a mentor declares by signing a STEP; empty where the organisation has no words of its own.
        require_signature: whether what mentors say counts only where their key has signed it.
        final_evaluator: whether a STEP is signed by somebody who confirmed none of its criteria.
        waivers: whether a mentor may say that a criterion needn't be met.
        team: after how many days the team screen calls somebody stuck: ``idle_days`` without an entry, ``waiting_days``
            for a mentor; where one is missing, ikusei's own default counts.
        utc_offset: minutes that the organisation's clocks are ahead of UTC; None: it isn't given.
        day_change: minutes after midnight at which its day changes; None: it isn't given, and midnight counts.
    """

    name: str
    numbers: Mapping[str, float]
    readings: Mapping[str, tuple[ReadingItem, ...]]
    declaration: str = ""
    require_signature: bool = False
    final_evaluator: bool = False
    waivers: bool = False
    team: Mapping[str, int] = _NOTHING
    utc_offset: int | None = None
    day_change: int | None = None

    @classmethod
    def empty(cls) -> Policy:
        """The policy in which everything is unset."""
        return cls("", MappingProxyType({}), MappingProxyType({}))

    def number(self, key: str) -> float | None:
        """The value of *key*, or None while it is unset."""
        return self.numbers.get(key)

    def reading(self, key: str) -> tuple[ReadingItem, ...]:
        """The reading list *key*; empty while it is unset."""
        return self.readings.get(key, ())

    @property
    def digest(self) -> str:
        """SHA-256, in hex, of the values: the same for the same values, however the file is written."""
        readings = {key: [[item.id, item.title] for item in items] for key, items in self.readings.items()}
        numbers = {key: float(value) for key, value in self.numbers.items()}
        values = json.dumps([numbers, readings], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(values.encode()).hexdigest()


def load_policy(path: Path, pack: Pack | None) -> Policy:
    """The policy in *path*; the empty one where there is no such file.

    Args:
        path: ``policy.toml``.
        pack: the pack whose rules must ask for every key; this reads all its roles. None, as at a start: unknown keys
            are accepted.

    Raises:
        ContentFaults: the file can't be read, or has a key that the pack doesn't ask for, or an invalid value.
    """
    try:
        path.stat()
    except FileNotFoundError:
        return Policy.empty()
    except OSError:
        pass  # read_file says what is wrong with it
    policy, findings = read_file(path, partial(_decode, asked=None if pack is None else _asked(pack)))
    findings.refuse()
    return policy or Policy.empty()


def joined(own: Policy, path: Path, shared: Policy) -> Policy:
    """*own*, which was read from *path*, together with the numbers and lists of *shared* (an overlay's).

    Raises:
        ContentFaults: both give one key, with different values.
    """
    findings = Findings(path)
    for table, mine, theirs in (("numbers", own.numbers, shared.numbers), ("reading", own.readings, shared.readings)):
        for key in mine:
            if key in theirs and mine[key] != theirs[key]:
                findings.fault("policy.conflict", (table, key), value=shown(key))
    for key in (UTC_OFFSET, DAY_CHANGE):
        said, shared_one = getattr(own, key), getattr(shared, key)
        if None not in {said, shared_one} and said != shared_one:
            findings.fault("policy.conflict", ("policy", key), value=key)
    if findings.is_faulty:
        read_toml(findings)
        findings.refuse()
    return Policy(
        own.name or shared.name,
        MappingProxyType({**shared.numbers, **own.numbers}),
        MappingProxyType({**shared.readings, **own.readings}),
        own.declaration or shared.declaration,
        own.require_signature or shared.require_signature,
        own.final_evaluator or shared.final_evaluator,
        own.waivers or shared.waivers,
        MappingProxyType({**shared.team, **own.team}),
        shared.utc_offset if own.utc_offset is None else own.utc_offset,
        shared.day_change if own.day_change is None else own.day_change,
    )


def _asked(pack: Pack) -> dict[str, OpenNumber]:
    from tui.curriculum.open_number import open_numbers  # a start doesn't compare the keys with the pack

    return {number.key: number for number in open_numbers(pack)}


def _decode(table: Table, asked: dict[str, OpenNumber] | None) -> Policy:
    table.only(_TOP_KEYS)
    name = declaration = ""
    offset = change = None
    flags = dict.fromkeys(_FLAGS, False)
    if "policy" in table.raw:
        about = table.table("policy")
        about.only(frozenset(("name", "declaration", UTC_OFFSET, DAY_CHANGE, *_FLAGS)))
        flags = {flag: about.flag(flag) for flag in _FLAGS}
        offset, change = utc_offset(about), day_change(about)
        name = about.string_or_nothing("name")
        declaration = about.string_or_nothing("declaration")
    numbers = _numbers(table.table("numbers"), asked) if "numbers" in table.raw else {}
    readings = _readings(table.table("reading"), asked) if "reading" in table.raw else {}
    team = _team(table.table("team")) if "team" in table.raw else _NOTHING
    return Policy(
        name,
        MappingProxyType(numbers),
        MappingProxyType(readings),
        declaration,
        require_signature=flags["require_signature"],
        final_evaluator=flags["final_evaluator"],
        waivers=flags["waivers"],
        team=team,
        utc_offset=offset,
        day_change=change,
    )


def _team(table: Table) -> Mapping[str, int]:
    table.only(_TEAM_KEYS)
    values: dict[str, int] = {}
    for key, value in table.raw.items():
        if not is_whole(value):
            table.fault("policy.not-whole", key, value=key, largest=LARGEST)
        elif isinstance(value, int):
            values[key] = value
    return MappingProxyType(values)


def _numbers(table: Table, asked: dict[str, OpenNumber] | None) -> dict[str, float]:
    values: dict[str, float] = {}
    keys = None if asked is None else [key for key, number in asked.items() if number.unit != "readings"]
    for key, said in table.raw.items():
        value = percent(said)
        if isinstance(value, dict):
            table.fault("policy.unquoted", key, value=shown(key))
        elif keys is not None and key not in keys:
            table.dangling("policy.unknown-number", key, keys, key)
        elif doubt := doubtful_share(said):
            # Only ratios have decimals, so this can be asked even where the pack isn't known.
            table.fault("policy.share", key, name=shown(key), **doubt)
        elif asked is not None and asked[key].unit == "percent":
            if not is_ratio(value):
                table.fault("policy.ratio", key, value=key)
        elif asked is not None and not is_whole(value):
            table.fault("policy.not-whole", key, value=key, largest=LARGEST)
        elif not (is_whole(value) or is_ratio(value)):
            table.fault("policy.not-number", key, value=shown(key), largest=LARGEST)
        if isinstance(value, int | float):
            values[key] = value
    return values


def _readings(table: Table, asked: dict[str, OpenNumber] | None) -> dict[str, tuple[ReadingItem, ...]]:
    lists: dict[str, tuple[ReadingItem, ...]] = {}
    keys = None if asked is None else [key for key, number in asked.items() if number.unit == "readings"]
    for key, value in table.raw.items():
        if isinstance(value, dict):
            table.fault("policy.unquoted", key, value=shown(key))
        elif keys is not None and key not in keys:
            table.dangling("policy.unknown-reading", key, keys, key)
        else:
            lists[key] = _reading(table, key)
    return lists


def _reading(table: Table, key: str) -> tuple[ReadingItem, ...]:
    items: list[ReadingItem] = []
    seen: set[str] = set()
    for item in table.tables(key):
        item.only(_ITEM_KEYS)
        item_id = item.matching("id", ID, "content.bad-id")
        if item_id in seen:
            item.fault("policy.reading-twice", "id", value=shown(item_id))
        seen.add(item_id)
        items.append(ReadingItem(item_id, item.string("title")))
    return tuple(items)
