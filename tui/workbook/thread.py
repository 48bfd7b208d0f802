"""What was said about a criterion, from its first claim on: the same thread for its trainee and for their mentors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.curriculum.model import Criterion
from tui.journal.clock import rank
from tui.journal.review import Comment, Decision
from tui.lang import Lang, say
from tui.progress.review import Ignored, Round, Stage
from tui.record import record
from tui.trust.signature_state import SignatureKind, SignatureState
from tui.workbook.calling import labels
from tui.workbook.days import day_of
from tui.workbook.views import CriterionView, State
from tui.workbook.wording import decision_text, ignored_text, signature_text, taken_back_text
from tui.workbook.workbook import Workbook


@record
class Thread:
    """The rounds of a criterion with everything that was said in them.

    Args:
        rounds: its claims with what was decided on them, oldest first.
        comments: by claim, the remarks on it, oldest first.
        signatures: by decision that counts, what its signature is worth.
        people: names by id.
    """

    rounds: Sequence[Round]
    comments: Mapping[str, Sequence[Comment]]
    signatures: Mapping[str, SignatureState]
    people: Mapping[str, str]


@record
class Turn:
    """One thing that was said, in words.

    Args:
        text: the whole of it; it may have several lines.
        depth: 0 for a claim, 1 for what was said on it, 2 for what is known of that.
        tone: a style of drawings.
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
    )


def decisions_of(found: Round) -> tuple[Decision, ...]:
    """Every decision on a claim that held or holds, oldest first."""
    return (*found.before, *((found.decision,) if found.decision is not None else ()))


def turns(thread: Thread, lang: Lang, *, claim: str = "", decision: str = "") -> list[Turn]:
    """A thread in words, oldest first.

    Args:
        thread: what was said.
        lang: the language.
        claim: hash of the claim that is shown beside it: what it says isn't said again.
        decision: hash of the decision that is shown beside it, with its signature.
    """
    return [turn for found in thread.rounds for turn in _round(found, thread, lang, claim, decision)]


def turns_beside(view: CriterionView, thread: Thread, lang: Lang) -> list[Turn]:
    """What a thread adds to the line that says where a criterion is (``round_text``); a bare claim adds nothing."""
    is_returned = view.state is State.RETURNED and view.decision is not None
    found = turns(thread, lang, decision=view.decision.id if is_returned and view.decision else "")
    is_bare = len(found) == 1 and not any(each.claim.comment for each in thread.rounds)
    return [] if is_bare else found


def latest_remark(thread: Thread, lang: Lang) -> str:
    """The last remark on the newest claim by somebody else than its trainee, with day and name; empty where none is."""
    claim = thread.rounds[-1].claim if thread.rounds else None
    said = [each for each in thread.comments[claim.id] if each.author != claim.trainee] if claim else []
    return _comment(said[-1], thread.people, lang).text if said else ""


def _round(found: Round, thread: Thread, lang: Lang, claim: str, decision: str) -> Iterator[Turn]:
    made = found.claim
    if made.id != claim:
        yield Turn(say(lang, "screens.review.round", day=day_of(made.recorded), comment=made.comment).rstrip(), 0)
    held = decisions_of(found)
    order = {str(each.id): number for number, each in enumerate(held)}
    said: list[Decision | Ignored | Comment] = [*held, *found.ignored, *thread.comments[made.id]]
    for each in sorted(said, key=lambda each: _place(each, held, order)):
        if isinstance(each, Comment):
            yield _comment(each, thread.people, lang)
        elif isinstance(each, Ignored):
            yield Turn(ignored_text(each, thread.people, lang), 1, "warn")
        else:
            if each.id == decision:
                continue
            yield Turn(decision_text(each, thread.people, lang).rstrip(), 1)
            yield _signature(thread.signatures[each.id], thread.people.get(each.author, each.author), lang)
    if back := taken_back_text(found, lang):
        yield Turn(back, 1, "warn")
    if found.stage is Stage.WITHDRAWN and made.withdrawn is not None:
        yield Turn(say(lang, "screens.thread.withdrawn", day=day_of(made.withdrawn[0])), 1, "dim")


def _place(
    said: Decision | Ignored | Comment, held: Sequence[Decision], order: Mapping[str, int]
) -> tuple[int, int, str]:
    """Where something stands in its round: decisions in the order in which they held, the others by their clocks."""
    event = said.decision if isinstance(said, Ignored) else said
    if event.id not in order:
        return rank(event.clock), 0, event.id
    number = order[event.id]
    return max(rank(each.clock) for each in held[: number + 1]), number + 1, event.id


def _comment(comment: Comment, people: Mapping[str, str], lang: Lang) -> Turn:
    by = people.get(comment.author, comment.author)
    return Turn(say(lang, "screens.thread.comment", day=day_of(comment.recorded), by=by, text=comment.text), 1)


def _signature(state: SignatureState, by: str, lang: Lang) -> Turn:
    return Turn(signature_text(state, lang, by), 2, "bad" if state.kind is SignatureKind.INVALID else "dim")
