"""Helpers for the tests of rules: entries in one line, a policy from a dict, and hypothesis strategies for both."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

from tui.curriculum.rule import (
    ANY_SUPERVISION,
    All,
    AnyOf,
    Attest,
    Cases,
    Count,
    Monthly,
    NoFindings,
    Number,
    PerYear,
    Rate,
    Reading,
    SpanRule,
    Supervision,
    Taught,
)
from tui.journal.event import DayTally, Entry, EventHash
from tui.progress.rules import standing

CRITERION = "soc.2.paired"
CASES = ("soc.3.case.leak", "soc.3.case.worm", "soc.3.case.spoof")
POINTS = ("soc.2.paired.a", "soc.2.paired.b")
BOOKS = ("book.a", "book.b", "book.c")


@dataclass(frozen=True)
class Title:
    id: str


@dataclass(frozen=True)
class Settings:
    numbers: Mapping[str, float] = field(default_factory=dict)
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def number(self, key):
        return self.numbers.get(key)

    def reading(self, key):
        return tuple(Title(name) for name in self.lists.get(key, ()))


NOTHING_SET = Settings()


def entry(day, *, quantity=1, supervision="alone", items=(CRITERION,), hits=None, total=None, findings=None, name=""):
    when = date.fromisoformat(day) if isinstance(day, str) else day
    key = name or f"{when}-{supervision}-{quantity}-{items}-{hits}-{total}-{findings}"
    return Entry(
        EventHash(key), "p-hana", tuple(items), when, quantity, hits, total, findings, supervision, recorded=len(key)
    )


def see(rule, entries, *, ticks=(), points=POINTS, policy=NOTHING_SET):
    return standing(rule, entries, criterion=CRITERION, ticks=ticks, points=points, policy=policy)


def by_day(entries):
    """What *entries* come to by day, in no order."""
    alike = {}
    for each in entries:
        alike.setdefault((each.items, each.day, each.supervision, each.total is None), []).append(each)
    return [
        DayTally(
            *about,
            entries=len(group),
            quantity=sum(each.quantity for each in group),
            hits=None if is_unjudged else sum(each.hits for each in group),
            total=None if is_unjudged else sum(each.total for each in group),
        )
        for (*about, is_unjudged), group in alike.items()
    ]


def printed(value):
    return Number(value=value)


days = st.integers(0, 1200).map(lambda n: date(2023, 12, 1) + timedelta(n))


def as_entry(number, drawn):
    items, day, quantity, (hits, total), findings, supervision, recorded = drawn
    return Entry(
        EventHash(f"e{number:03}"),
        "p-hana",
        items,
        day,
        quantity,
        hits,
        total,
        findings,
        supervision,
        recorded=recorded,
    )


_work = st.tuples(
    st.sampled_from([(CRITERION,), (CRITERION,), (CRITERION, *CASES[:1]), CASES[1:], (*CASES, CRITERION)]),
    days,
    st.integers(1, 5),
    st.sampled_from([(None, None), (0, 0), (0, 7), (5, 9), (19, 20), (30, 30)]),
    st.sampled_from([None, 0, 0, 1]),
    st.sampled_from([str(level) for level in Supervision]),
    st.integers(0, 3),
)
entry_lists = st.lists(_work, max_size=15).map(lambda drawn: [as_entry(*pair) for pair in enumerate(drawn)])
"""Entries of any kind, each with its own id."""

numbers = st.builds(
    Number,
    value=st.none() | st.integers(0, 15),
    example=st.none() | st.integers(1, 3),
    policy=st.sampled_from(["", "k.a", "k.b"]),
    wording=st.sampled_from(["", "規定回数"]),
)
supervisions = st.just(ANY_SUPERVISION) | st.frozensets(st.sampled_from(Supervision), min_size=1)

simple_rules = st.one_of(
    st.just(Attest()),
    st.builds(Count, numbers, supervisions),
    st.builds(Monthly, numbers, supervisions),
    st.builds(PerYear, numbers, supervisions),
    st.builds(SpanRule, numbers, numbers, supervisions),
    st.builds(Rate, numbers, numbers, st.booleans(), supervisions),
    st.builds(Cases, st.just(CASES), supervisions),
    st.builds(NoFindings, numbers),
    st.builds(Taught, numbers),
    st.builds(Reading, st.sampled_from(["l.a", "l.b"])),
)
rules = st.recursive(
    simple_rules,
    lambda inner: st.lists(inner, min_size=2, max_size=3).flatmap(
        lambda parts: st.sampled_from([All(tuple(parts)), AnyOf(tuple(parts))])
    ),
    max_leaves=4,
)
settings_of_someone = st.builds(
    Settings,
    st.dictionaries(st.sampled_from(["k.a", "k.b"]), st.integers(0, 40)),
    st.dictionaries(st.sampled_from(["l.a", "l.b"]), st.lists(st.sampled_from(BOOKS), unique=True)),
)
tick_sets = st.frozensets(st.sampled_from(POINTS + BOOKS))
