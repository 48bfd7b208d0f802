"""What an entry will count for, computed before it is written, the same for all faces."""

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
        criterion: the criterion.
        why: why the entry won't count for it; None: it will.
    """

    criterion: Criterion
    why: Uncounted | None

    @property
    def counts(self) -> bool:
        """Whether the entry will count for the criterion."""
        return self.why is None


def forecast(book: Workbook, form: EntryForm) -> tuple[Expected, ...]:
    """Whether *form* will count for each criterion that it names, and for those of its training cases."""
    named = with_criteria(book, form.items)
    whole = replace(form, items=named)
    return tuple(Expected(each, why_not(each.rule, whole)) for each in criteria_named(book, named))


def is_for_nothing(found: Sequence[Expected]) -> bool:
    """Whether an entry would neither count for anything nor be evidence for ticked points: the user is asked then."""
    return all(each.why is not None and each.why.lack is not Lack.POINTS for each in found)


def likely_level(book: Workbook, items: Iterable[str]) -> Supervision:
    """The supervision that an entry for *items* most likely has.

    It is the lowest level that counts for the first criterion that asks for certain levels. If none does, it is the
    level used last; but ``alone`` if that was watching and a criterion doesn't accept watching.
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
            continue  # a training case, or a criterion that a later edition no longer has
        yield step.criteria[place]
