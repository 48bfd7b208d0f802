"""What an entry will count for, known before it is written: one function below all faces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.curriculum.model import Criterion
from tui.curriculum.rule import DOING, Supervision, levels_asked
from tui.errors import UsageError
from tui.progress.counting import Lack, Uncounted, why_not
from tui.record import record
from tui.workbook.trainee.writing import EntryForm, with_criteria

if TYPE_CHECKING:
    from tui.workbook.standings.workbook import Workbook


@record
class Expected:
    """One criterion that an entry names.

    Args:
        criterion: which.
        why: why it won't count there; None where it will.
    """

    criterion: Criterion
    why: Uncounted | None

    @property
    def counts(self) -> bool:
        """Whether it will count there."""
        return self.why is None


def forecast(book: Workbook, form: EntryForm) -> tuple[Expected, ...]:
    """What *form* will count for, criterion by criterion, those of its training cases included."""
    named = with_criteria(book, form.items)
    whole = replace(form, items=named)
    return tuple(Expected(each, why_not(each.rule, whole)) for each in criteria_named(book, named))


def is_for_nothing(found: Sequence[Expected]) -> bool:
    """Whether an entry would neither count nor stand behind anything as evidence: worth a question."""
    return all(each.why is not None and each.why.lack is not Lack.POINTS for each in found)


def likely_level(book: Workbook, items: Iterable[str]) -> Supervision:
    """The level that an entry for *items* most likely has: the least that the first of them asks for that asks for one.

    Where none does, it is the last one used; where only watching is refused, as far as that isn't watching.
    """
    asked = [levels_asked(each.rule) for each in criteria_named(book, with_criteria(book, tuple(items)))]
    wanted = next((levels for levels in asked if levels and levels != DOING), None)
    if wanted:
        return min(wanted, key=list(Supervision).index)
    last = Supervision(book.journal.last_supervision(book.trainee) or Supervision.ALONE)
    return last if last in DOING or not any(asked) else Supervision.ALONE


def criteria_named(book: Workbook, items: Iterable[str]) -> Iterator[Criterion]:
    """The criteria among *items*."""
    for item in items:
        try:
            _, step, place = book.locate(item)
        except UsageError:
            continue  # a training case, or what a later edition has no more
        yield step.criteria[place]
