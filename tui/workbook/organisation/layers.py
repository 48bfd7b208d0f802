"""What each layer of the matrix shows for a duty: a mark of one character.

A mark can be read without its colour. ``tui.workbook.wording.layers`` has the words for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Final

from tui.curriculum.organisation import Pattern
from tui.curriculum.pack import Pack
from tui.curriculum.textbook import Duty
from tui.journal.assessment import Assessment, How
from tui.progress.assessment import MANY, NO_GAP, Gap, gap, highest_step
from tui.progress.coverage import Coverage, coverage
from tui.progress.pattern import Fit, closest, expected, fit
from tui.text.glyphs import Glyphs
from tui.workbook.organisation.assessing import Profile, profile
from tui.workbook.organisation.team import signed_steps
from tui.workbook.standings.workbook import Workbook


class Layer(StrEnum):
    """What can be laid over the matrix. REGION adds no marks: the column itself says it."""

    REGION = "region"
    PATTERN = "pattern"
    OURS = "ours"
    PEOPLE = "people"
    GAP = "gap"
    SECBOK = "secbok"


NOTHING_SAID: Final = "."
"""The mark where nothing was assessed, trained or planned."""
WAYS: Final = {How.INHOUSE: "#", How.SHARED: "+", How.OUTSOURCED: "o", How.UNSAID: NOTHING_SAID}
"""The marks of how a duty is done; that of "not done" depends on the terminal (``Glyphs.missing``)."""
STEPS: Final = (NOTHING_SAID, "'", '"', "*")
"""The marks of the highest STEP signed for a duty, from none to STEP 3."""
REACHED, SHORT, FAR, ABOVE, PEOPLE_SHORT = "=", "<", "!", ">", "^"
TO_FILL, NONE_PRINTED = ":", "-"


class Facts:
    """What the layers show, each part computed when it is first asked for.

    Args:
        book: the workbook that is read.
        pattern: id of the pattern to look at. Left out: the one that is wanted, else the only closest one, else the
            second one of the pack, the most usual (`isogj` 6.3).
    """

    def __init__(self, book: Workbook, pattern: str = "") -> None:
        self._book = book
        self._asked = pattern

    @property
    def pack(self) -> Pack:
        """The pack."""
        return self._book.pack

    @property
    def duties(self) -> Iterator[Duty]:
        """The duties, in printed order."""
        return (duty for function in self._book.pack.textbook.functions for duty in function.duties)

    @cached_property
    def profile(self) -> Profile:
        """The organisation's assessment of itself."""
        return profile(self._book)

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """The printed patterns."""
        return self._book.pack.organisation.patterns

    @cached_property
    def closest(self) -> tuple[Fit, ...]:
        """The patterns that fit the organisation's own marks best; several where they fit equally well."""
        return closest(self.patterns, self.duties, self.profile.ways())

    @property
    def wanted(self) -> Pattern | None:
        """The pattern that the organisation wants."""
        return self._pattern(self.profile.wanted)

    @cached_property
    def pattern(self) -> Pattern | None:
        """The pattern that is looked at; None where the pack prints none."""
        near = self.closest[0].pattern if len(self.closest) == 1 else None
        return self._pattern(self._asked) or self.wanted or near or next(iter(self.patterns[1:] or self.patterns), None)

    def fit(self, pattern: Pattern) -> Fit:
        """How well the organisation's own marks fit a pattern."""
        return fit(pattern, self.duties, self.profile.ways())

    @cached_property
    def covered(self) -> Mapping[str, Coverage]:
        """By duty, who of the people in the journal has signed a STEP that trains for it."""
        return covered(self._book)

    @cached_property
    def printed(self) -> Mapping[str, int]:
        """By duty, how many marks the SecBoK table has in its row."""
        return {each.duty: each.count for each in self._book.pack.organisation.marks}

    def said(self, duty: str) -> Assessment | None:
        """The newest assessment of a duty."""
        return self.profile.assessed.get(duty)

    def columns(self, duty: str) -> tuple[str, ...]:
        """The SecBoK roles that the organisation has filled in for a duty."""
        return self.profile.columns.get(duty, ())

    def gap(self, duty: str) -> Gap:
        """How far a duty is from its target."""
        said = self.said(duty)
        return NO_GAP if said is None else gap(said, self.covered.get(duty))

    def _pattern(self, pattern_id: str) -> Pattern | None:
        return next((each for each in self.patterns if each.id == pattern_id), None)


def covered(book: Workbook) -> dict[str, Coverage]:
    """By duty, who has signed a STEP that trains for it, of everybody in the journal.

    Raises:
        ContentFaults: the mapping has a fault.
        JournalError: the journal can't be read.
    """
    return coverage(signed_steps(book), book.pack.mapping)


def mark_of(layer: Layer, duty: str, region: str, facts: Facts, glyphs: Glyphs) -> str:
    """The mark of a duty in the column of a region: one character; empty on the layer of regions."""
    match layer:
        case Layer.REGION:
            return ""
        case Layer.PATTERN:
            return way_mark(expected(facts.pattern, region) if facts.pattern else How.UNSAID, glyphs)
        case Layer.OURS:
            said = facts.said(duty)
            return way_mark(said.now.how if said else How.UNSAID, glyphs)
        case Layer.PEOPLE:
            return STEPS[min(highest_step(facts.covered.get(duty)), len(STEPS) - 1)]
        case Layer.GAP:
            return gap_mark(facts.gap(duty))
        case Layer.SECBOK:
            return secbok_mark(facts.printed.get(duty, 0), len(facts.columns(duty)), glyphs)


def marks_of(layers: Iterable[Layer], region: str, facts: Facts, glyphs: Glyphs, duty: str) -> str:
    """The marks of a duty on several layers, side by side."""
    return "".join(mark_of(layer, duty, region, facts, glyphs) for layer in layers)


def way_mark(how: How, glyphs: Glyphs) -> str:
    """The mark of a way to do a duty."""
    return glyphs.missing if how is How.NONE else WAYS[how]


def gap_mark(found: Gap) -> str:
    """The mark of a gap: of the level if it is too low, else of the people, else whether the target is reached."""
    if found.level is not None and found.level > 0:
        return FAR if found.level >= MANY else SHORT
    if found.people is not None and found.people > 0:
        return PEOPLE_SHORT
    if found.level is None:
        return NOTHING_SAID
    return ABOVE if found.level < 0 else REACHED


def secbok_mark(printed: int, filled: int, glyphs: Glyphs) -> str:
    """The mark of the SecBoK columns: filled in as printed, filled in otherwise, still to fill in, or none printed."""
    if filled:
        return glyphs.done if filled == printed else glyphs.warn
    return TO_FILL if printed else NONE_PRINTED
