"""The thread of a criterion: its claims, decisions and comments, the same for the trainee and for the mentors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.calendar import SYSTEM, Calendar
from tui.curriculum.model import Criterion
from tui.journal.clock import rank
from tui.journal.review import Comment, Decision
from tui.lang import Lang, say
from tui.progress.review import ClaimStage, Ignored, Round
from tui.progress.state import State
from tui.record import record
from tui.workbook.standings.people_names import labels
from tui.workbook.standings.views import CriterionView
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.standings import decision_text, ignored_text, signature_text, taken_back_text

if TYPE_CHECKING:
    from tui.trust.signature_state import SignatureState


@record
class Thread:
    """The rounds of a criterion with everything that was said in them.

    Args:
        rounds: its claims with the decisions on them, oldest first.
        comments: by hash of a claim, the comments on it, oldest first.
        signatures: by hash of a decision that counts, what its signature is worth.
        people: by id, people's names.
        calendar: the calendar that says on which day something was recorded.
    """

    rounds: Sequence[Round]
    comments: Mapping[str, Sequence[Comment]]
    signatures: Mapping[str, SignatureState]
    people: Mapping[str, str]
    calendar: Calendar = SYSTEM


@record
class Turn:
    """One thing that was said, in words.

    Args:
        text: the whole text; it may have several lines.
        depth: indentation: 0 for a claim, 1 for a decision or comment on it, 2 for the signature of a decision.
        tone: name of a style of drawings; empty for plain text.
    """

    text: str
    depth: int
    tone: str = ""


def thread_of(book: Workbook, criterion: Criterion) -> Thread:
    """The thread of a criterion of the trainee of *book*.

    Raises:
        JournalError: the journal can't be read.
    """
    rounds = book.rounds_on(criterion)
    decided = (each.id for found in rounds for each in decisions_of(found))
    return Thread(
        rounds=rounds,
        comments={found.claim.id: book.journal.comments(found.claim.id) for found in rounds},
        signatures={each: book.signature_of(each) for each in decided},
        people=labels(book) if rounds else {},
        calendar=book.calendar,
    )


def threads_of(book: Workbook, views: Iterable[CriterionView]) -> dict[str, Thread]:
    """By id of the criterion, the threads of *views*.

    Raises:
        JournalError: the journal can't be read.
    """
    return {view.criterion.id: thread_of(book, view.criterion) for view in views}


def decisions_of(found: Round) -> tuple[Decision, ...]:
    """The decisions on a claim that held once or hold now, oldest first."""
    return (*found.before, *((found.decision,) if found.decision is not None else ()))


def turns(thread: Thread, lang: Lang, *, claim: str = "", beside: str = "") -> list[Turn]:
    """A thread in words, oldest first.

    Args:
        thread: the thread.
        lang: the language.
        claim: hash of a claim that is shown elsewhere on the screen, so that it is left out here; or empty.
        beside: hash of a decision or comment that is shown elsewhere, so that it is left out here; or empty.
    """
    return [turn for found in thread.rounds for turn in _round(found, thread, lang, claim, beside)]


def turns_beside(view: CriterionView, thread: Thread, lang: Lang) -> list[Turn]:
    """What a thread adds to the lines with a criterion's state, ``round_text`` and ``remark_text``.

    It is empty for a claim without comments and decisions.
    """
    answer = view.decision if view.state is State.RETURNED else _latest_remark(view, thread)
    found = turns(thread, lang, beside=answer.id if answer is not None else "")
    is_bare = len(found) == 1 and not any(each.claim.comment for each in thread.rounds)
    return [] if is_bare else found


def remark_text(view: CriterionView, thread: Thread, lang: Lang) -> str:
    """The last comment on a waiting claim that isn't the trainee's own: when and by whom; empty without any."""
    remark = _latest_remark(view, thread)
    return "" if remark is None else _comment(remark, thread, lang).text


def _latest_remark(view: CriterionView, thread: Thread) -> Comment | None:
    claim = view.claim if view.state is State.CLAIMED else None
    said = thread.comments.get(claim.id, ()) if claim else ()
    return next((each for each in reversed(said) if claim and each.author != claim.trainee), None)


def _round(found: Round, thread: Thread, lang: Lang, claim: str, beside: str) -> Iterator[Turn]:
    made = found.claim
    if made.id != claim:
        day = thread.calendar.day_of(made.recorded)
        yield Turn(say(lang, "screens.review.round", day=day, comment=made.comment).rstrip(), 0)
    held = decisions_of(found)
    order = {str(each.id): number for number, each in enumerate(held)}
    said: list[Decision | Ignored | Comment] = [*held, *found.ignored, *thread.comments[made.id]]
    for each in sorted(said, key=lambda each: _place(each, held, order)):
        if not isinstance(each, Ignored) and each.id == beside:
            continue
        if isinstance(each, Comment):
            yield _comment(each, thread, lang)
        elif isinstance(each, Ignored):
            yield Turn(ignored_text(each, thread.people, thread.calendar, lang), 1, "warn")
        else:
            yield Turn(decision_text(each, thread.people, thread.calendar, lang).rstrip(), 1)
            yield _signature(thread.signatures[each.id], thread.people.get(each.author, each.author), lang)
    if back := taken_back_text(found, thread.calendar, lang):
        yield Turn(back, 1, "warn")
    if found.stage is ClaimStage.WITHDRAWN and made.withdrawn is not None:
        yield Turn(say(lang, "screens.thread.withdrawn", day=thread.calendar.day_of(made.withdrawn[0])), 1, "dim")


def _place(
    said: Decision | Ignored | Comment, held: Sequence[Decision], order: Mapping[str, int]
) -> tuple[int, int, str]:
    """Sort key within a round: decisions stay in the order in which they held; everything else goes by its clock."""
    event = said.decision if isinstance(said, Ignored) else said
    if event.id not in order:
        return rank(event.clock), 0, event.id
    number = order[event.id]
    return max(rank(each.clock) for each in held[: number + 1]), number + 1, event.id


def _comment(comment: Comment, thread: Thread, lang: Lang) -> Turn:
    by, day = thread.people.get(comment.author, comment.author), thread.calendar.day_of(comment.recorded)
    return Turn(say(lang, "screens.thread.comment", day=day, by=by, text=comment.text), 1)


def _signature(state: SignatureState, by: str, lang: Lang) -> Turn:
    return Turn(signature_text(state, lang, by), 2, "bad" if state.is_bad else "dim")
