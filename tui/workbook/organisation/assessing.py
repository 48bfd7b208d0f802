"""The organisation's assessment of itself: read for the faces, and the one function that writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.journal.assessment import Assessment, How, Mark
from tui.journal.body_organisation import said
from tui.journal.event import ORGANISATION, Json, Kind, NewEvent
from tui.progress.assessment import current, history, wanted_now
from tui.record import record
from tui.text.clean import stored
from tui.workbook.mentor.reviewing import say_as
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.workbook import Workbook

if TYPE_CHECKING:
    from tui.curriculum.pack import Pack

NOT_SAID = Mark()


@record
class Profile:
    """The organisation's assessment of itself as it stands now.

    Args:
        assessed: by duty, its newest assessment.
        said: every assessment of any duty, oldest first.
        columns: by duty, ids of the SecBoK roles in whose columns the organisation has marked it.
        wanted: id of the pattern that is wanted, or empty.
    """

    assessed: Mapping[str, Assessment]
    said: tuple[Assessment, ...]
    columns: Mapping[str, tuple[str, ...]]
    wanted: str

    def history(self, duty: str) -> list[Assessment]:
        """Every assessment of a duty, newest first."""
        return history(self.said, duty)

    def ways(self) -> dict[str, How]:
        """By duty, how it is done now."""
        return {duty: each.now.how for duty, each in self.assessed.items()}


@record
class AssessmentChange:
    """A change of the assessment of one duty; a field that is None stays as it is.

    Args:
        duty: id of the duty.
        now: how it is done now.
        target: how it shall be done.
        note: why.
        columns: ids of its SecBoK roles.
    """

    duty: str
    now: Mark | None = None
    target: Mark | None = None
    note: str | None = None
    columns: tuple[str, ...] | None = None


def profile(book: Workbook) -> Profile:
    """The organisation's assessment of itself as it stands now.

    Raises:
        JournalError: the journal can't be read.
    """
    found = book.journal.assessments()
    columns = current(book.journal.columns())
    return Profile(
        assessed=current(found),
        said=tuple(found),
        columns={duty: each.columns for duty, each in columns.items() if each.columns},
        wanted=wanted_now(book.journal.wanted()),
    )


def changed(mark: Mark, how: How | None = None, level: int | None = None, provider: str | None = None) -> Mark:
    """*mark* with what is given. A level or provider that doesn't go with the new way of doing it is dropped."""
    way = mark.how if how is None else how
    with_others = way in {How.SHARED, How.OUTSOURCED}
    kept = Mark(way, mark.level if Mark(way).is_done else 0, mark.provider if with_others else "")
    return replace(
        kept,
        level=kept.level if level is None else level,
        provider=kept.provider if provider is None else stored(provider),
    )


def write_changes(
    book: Workbook, author: Reviewer, changes: Iterable[AssessmentChange], wanted: str | None = None
) -> list[str]:
    """Write those of *changes* that differ from what stands in the journal now, all of them or nothing.

    Args:
        book: the workbook whose journal is written.
        author: who makes the changes.
        changes: changes of duties.
        wanted: id of the pattern that is wanted now, empty for none; None leaves it as it is.

    Returns:
        ids of the duties that changed, then that of the pattern if it changed.

    Raises:
        UsageError: the pack has no such duty, SecBoK role or pattern.
        JournalError: a mark contradicts itself, or the journal can't be written.
    """
    now = profile(book)
    pack = (book.pack.id, book.pack.version)
    news: list[NewEvent] = []
    touched: dict[str, None] = {}
    for change in changes:
        for new in _news(book.pack, now, change):
            news.append(replace(new, pack=pack))
            touched[change.duty] = None
    if wanted is not None and wanted != now.wanted:
        if wanted and wanted not in {each.id for each in book.pack.organisation.patterns}:
            raise UsageError("matrix.no_pattern", id=wanted, known=known_patterns(book.pack))
        news.append(NewEvent(Kind.PATTERN, ORGANISATION, body={"pattern": wanted}, pack=pack))
        touched[wanted or now.wanted] = None
    if news:
        say_as(book, author, news)
    return list(touched)


def columns_named(pack: Pack, texts: Iterable[str]) -> tuple[str, ...]:
    """The ids of the SecBoK roles that *texts* mean: an id, or the end of one (``poc``); empty texts mean none.

    Raises:
        UsageError: there is no such role.
    """
    known = [each.id for each in pack.organisation.secbok]
    short = {each.partition(".")[2]: each for each in known}
    found = []
    for typed in (text.strip().lower() for text in texts):
        if typed and typed not in known and typed not in short:
            raise UsageError("matrix.no_secbok", id=typed, known=", ".join(short))
        found += [short.get(typed, typed)] if typed else []
    return tuple(found)


def pattern_named(pack: Pack, text: str) -> str:
    """The id of the pattern that *text* means: its number, its id, or the end of it (``hybrid``).

    Raises:
        UsageError: there is no such pattern.
    """
    typed = text.strip().lower()
    for each in pack.organisation.patterns:
        if typed in {str(each.number), each.id, each.id.partition(".")[2]}:
            return each.id
    raise UsageError("matrix.no_pattern", id=text, known=known_patterns(pack))


def known_patterns(pack: Pack) -> str:
    """Number and id of every pattern of a pack, for a message."""
    return ", ".join(f"{each.number} {each.id}" for each in pack.organisation.patterns)


def _news(pack: Pack, now: Profile, change: AssessmentChange) -> Iterator[NewEvent]:
    if pack.textbook.duty(change.duty) is None:
        raise UsageError("matrix.no_duty", id=change.duty)
    before = now.assessed.get(change.duty)
    here, there, why = (before.now, before.target, before.note) if before else (NOT_SAID, NOT_SAID, "")
    new_here = here if change.now is None else change.now
    new_there = there if change.target is None else change.target
    new_why = why if change.note is None else stored(change.note)
    if (new_here, new_there, new_why) != (here, there, why):
        body: dict[str, Json] = {"now": said(new_here), "target": said(new_there), "note": new_why}
        yield NewEvent(Kind.ASSESSMENT, ORGANISATION, change.duty, body)
    if change.columns is not None:
        known = [each.id for each in pack.organisation.secbok]
        wrong = next((each for each in change.columns if each not in known), None)
        if wrong is not None:
            raise UsageError("matrix.no_secbok", id=wrong, known=", ".join(known))
        columns = tuple(each for each in known if each in change.columns)
        if columns != now.columns.get(change.duty, ()):
            yield NewEvent(Kind.COLUMNS, ORGANISATION, change.duty, {"columns": list(columns)})
