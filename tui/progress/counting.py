"""Whether one entry counts for a rule, and if not, why: for a form before it is written, and for written entries.

It decides for a single entry what ``tui.progress.rules`` computes from all of them; a test checks that both agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Protocol

from tui.curriculum.rule import All, AnyOf, Attest, Cases, NoFindings, Rate, Reading, Rule, Supervision, levels_asked
from tui.journal.event import Entry
from tui.record import record


class Lack(StrEnum):
    """What an entry lacks to count."""

    LEVEL = "level"
    RATIO = "ratio"
    ERRORS = "errors"
    FINDINGS = "findings"
    CASE = "case"
    POINTS = "points"
    READING = "reading"


@record
class Uncounted:
    """Why an entry doesn't count.

    Args:
        lack: what it lacks; ``points`` and ``reading`` where the rule counts no entries at all.
        asked: the levels of supervision that would count, where it lacks one of them.
    """

    lack: Lack
    asked: frozenset[Supervision] = frozenset()


class Done(Protocol):
    """The fields of an entry that matter here, whether it is written or still a form."""

    @property
    def items(self) -> Sequence[str]:
        """Ids of the criteria and cases that it names."""

    @property
    def supervision(self) -> str:
        """Its level."""

    @property
    def total(self) -> int | None:
        """The n of its "k of n"."""

    @property
    def findings(self) -> int | None:
        """The findings of its review."""


def why_not(rule: Rule, entry: Done) -> Uncounted | None:
    """Why *entry*, which names the criterion, doesn't count for its rule; None where it does.

    Where rules stand inside one another, an entry counts if any of them counts it. Else the reason is that of the first
    of them; rules that count entries are asked before those that count none.
    """
    if isinstance(rule, (All, AnyOf)):
        reasons = [why_not(part, entry) for part in rule.rules]
        if None in reasons:
            return None
        return min((each for each in reasons if each is not None), key=lambda each: each.lack in NO_ENTRIES)
    if isinstance(rule, (Attest, Reading)):
        return Uncounted(Lack.POINTS if isinstance(rule, Attest) else Lack.READING)
    asked = levels_asked(rule)
    if isinstance(rule, Cases) and not set(rule.cases) & set(entry.items):
        return Uncounted(Lack.CASE)
    if entry.supervision not in asked:
        return Uncounted(Lack.LEVEL, asked)
    return _unmeasured(rule, entry)


def _unmeasured(rule: Rule, entry: Done) -> Uncounted | None:
    if isinstance(rule, Rate) and entry.total is None:
        return Uncounted(Lack.ERRORS if rule.below else Lack.RATIO)
    if isinstance(rule, NoFindings) and entry.findings is None:
        return Uncounted(Lack.FINDINGS)
    return None


def uncounted(rule: Rule, entries: Iterable[Entry]) -> dict[str, Uncounted]:
    """By id, why *entries* don't count for *rule*, without those that do; empty where the rule counts no entries."""
    found = {str(entry.id): why_not(rule, entry) for entry in entries}
    return {key: why for key, why in found.items() if why is not None and why.lack not in NO_ENTRIES}


NO_ENTRIES = frozenset({Lack.POINTS, Lack.READING})
"""What is lacking where a rule counts no entries: an entry that names the criterion is only evidence for it."""
