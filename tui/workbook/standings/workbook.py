"""The workbook of a trainee: how far their journal shows them in the curriculum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tui.curriculum.model import Criterion, Role, RoleEntry, Step, Text
from tui.errors import UsageError
from tui.journal.event import Enrolment, Entry
from tui.progress.review import ClaimStage, Round
from tui.progress.state import State
from tui.workbook.standings.deadlines import deadline_of, has_deadline
from tui.workbook.standings.ladder import climb, topics_done
from tui.workbook.standings.personal_record import BASIC, COMMON, day_of
from tui.workbook.standings.standings import Standings
from tui.workbook.standings.today import Deadline, Ladder, NextCriterion, NextTopic, Rung, Today
from tui.workbook.standings.views import CriterionView, Marks

if TYPE_CHECKING:
    from tui.workbook.standings.awaiting import WayToMentor


class Workbook(Standings):
    """One trainee's open journal together with the pack and the policy: the ladders, and what Today shows."""

    def ladder(self, enrolment: Enrolment, marks: Marks | None = None, stale: frozenset[str] | None = None) -> Ladder:
        """The ladder of one role; without rungs if the pack has no content for the role.

        Pass *marks*, and the ids of the *stale* criteria, if they are known already.
        """
        marks = marks or self.marks()
        entry = next((role for role in self.pack.roles if role.id == enrolment.role), None)
        if entry is None:  # followed in another pack
            entry = RoleEntry(enrolment.role, Text(enrolment.role, enrolment.role), "", "")
        role = self.pack.role(enrolment.role)
        if role is None:
            return Ladder(entry, (), has_content=False)
        return Ladder(entry, self.rungs(role, enrolment.start, marks, stale), has_content=True)

    def rungs(self, role: Role, start: int, marks: Marks, stale: frozenset[str] | None = None) -> tuple[Rung, ...]:
        """Basic education, common education and STEPs of a role that is followed from STEP *start* on."""
        signed = {step: self.day_of(each.recorded) for step, each in self.signed().items()}
        common = Rung(f"{role.id}.{COMMON}", None, *topics_done(role.common, marks.ticked))
        steps = (self._rung(step, marks, signed.get(step.id, ""), stale) for step in role.steps)
        return tuple(climb((self.education(marks), common, *steps), start))

    def education(self, marks: Marks) -> Rung:
        """The rung of basic education, which is the same for every role."""
        return next(climb([Rung(BASIC, 0, *topics_done(self.pack.basic, marks.ticked))], 0))

    def _rung(self, step: Step, marks: Marks, signed: str, stale: frozenset[str] | None) -> Rung:
        """The rung of a STEP, with how many of its criteria are claimed, confirmed and returned."""
        stages = [marks.stage(criterion.id) for criterion in step.criteria]
        return Rung(
            step.id,
            step.number,
            sum(marks.is_done(criterion.id) for criterion in step.criteria),
            len(step.criteria),
            signed=signed,
            confirmed=sum(self._is_settled(criterion, marks, stale) for criterion in step.criteria),
            waiting=stages.count(ClaimStage.WAITING),
            returned=stages.count(ClaimStage.RETURNED),
        )

    def _is_settled(self, criterion: Criterion, marks: Marks, stale: frozenset[str] | None) -> bool:
        """The same as ``CriterionView.is_settled``, without reading entries that no claim rests on."""
        if criterion.id in marks.waived or marks.stage(criterion.id) is not ClaimStage.CONFIRMED:
            return criterion.id in marks.waived
        if stale is not None:
            return criterion.id not in stale
        return not self.moved(marks.rounds[criterion.id].claim, criterion, marks.ticked)

    def ladders(self) -> tuple[Ladder, ...]:
        """The ladder of every followed role."""
        return tuple(self.ladder(enrolment) for enrolment in self.enrolments())

    def today_view(self, recent: int = 6) -> Today:
        """Everything that the screen Today shows."""
        moves: list[NextCriterion] = []
        topics: dict[str, NextTopic] = {}
        deadlines: list[Deadline] = []
        marks = self.marks()
        decided = tuple(self._claimed_views(marks, lambda found: found.decision is not None))
        # Comparing claims with all that they rest on is the expensive part here, so it is done only once.
        stale = frozenset(view.criterion.id for view in decided if view.moved)
        ladders = tuple(self.ladder(enrolment, marks, stale) for enrolment in self.enrolments())
        for ladder in ladders:
            role = self.pack.role(ladder.role.id)
            if role is None:
                continue
            moves += self._moves(role, ladder, marks)
            topics |= {move.item.id: move for move in self._topics(role, ladder, marks)}
            deadlines += self._deadlines(role, ladder, marks)
        deadlines.sort(key=lambda deadline: deadline.days)
        waiting = tuple(self._claimed_views(marks, lambda found: found.stage is ClaimStage.WAITING))
        waiting = tuple(view for view in waiting if view.waiver is None)
        ready = (rung.id for ladder in ladders for rung in ladder.rungs if rung.state is State.READY)
        return Today(
            ladders=ladders,
            moves=tuple(moves),
            topics=tuple(topics.values()),
            deadlines=tuple(deadlines),
            attention=tuple(view for view in decided if view.state is State.RETURNED or view.moved),
            waiting=waiting,
            way=self._way([*(view.criterion.id for view in waiting), *ready]),
            recent=tuple(self._recent(recent)),
        )

    def _recent(self, limit: int) -> list[Entry]:
        found = self._of_all(self.journal.recent, limit)
        return sorted(found, key=day_of, reverse=True)[:limit] if self._further else found

    def _way(self, items: Iterable[str]) -> WayToMentor | None:
        """Which mentors *items* wait for, and how they get there; None where *items* is empty."""
        roles = {item.partition(".")[0] for item in items}
        if not roles:
            return None
        from tui.workbook.standings.awaiting import way_of  # not needed where nothing waits

        return way_of(self, roles)

    def _claimed_views(self, marks: Marks, wanted: Callable[[Round], bool]) -> Iterator[CriterionView]:
        """The criteria whose newest claim is *wanted*, the oldest claim first."""
        found = [each for each in marks.rounds.items() if wanted(each[1])]
        for item, _ in sorted(found, key=lambda each: each[1].claim.clock):
            try:
                _, step, index = self.locate(item)
            except UsageError:
                continue  # a later edition no longer has it
            yield self.view(step.criteria[index], marks)

    def step_in_hand(self, ladder: Ladder) -> Step | None:
        """The first STEP with unclaimed criteria, even if the education before it isn't finished; None without any."""
        role = self.pack.role(ladder.role.id)
        numbers = (rung.number for rung in ladder.rungs if rung.number and rung.done < rung.total and not rung.skipped)
        number = next(numbers, None)
        return role.step(number) if role and number else None

    def _moves(self, role: Role, ladder: Ladder, marks: Marks) -> list[NextCriterion]:
        step = self.step_in_hand(ladder)
        if step is None:
            return []
        view = self.step_view(role, step, marks)
        waiting = sorted((v for v in view.criteria if v.round is None and v.waiver is None), key=lambda v: -v.share)
        return [NextCriterion(each, step, view.left - 1) for each in waiting]

    def _topics(self, role: Role, ladder: Ladder, marks: Marks) -> list[NextTopic]:
        current = ladder.current
        if current is None or (current.number or 0) > 0:
            return []
        stage, items = (BASIC, self.pack.basic) if current.id == BASIC else (current.id, role.common)
        leaves = (leaf for item in items for leaf in item.leaves())
        return [NextTopic(leaf, stage) for leaf in leaves if leaf.id not in marks.ticked]

    def _deadlines(self, role: Role, ladder: Ladder, marks: Marks) -> list[Deadline]:
        open_steps = {rung.id for rung in ladder.rungs if rung.number and not rung.skipped and rung.done < rung.total}
        criteria = (criterion for step in role.steps if step.id in open_steps for criterion in step.criteria)
        views = (self.view(criterion, marks) for criterion in criteria if has_deadline(criterion.rule))
        left = (view for view in views if view.claim is None and view.waiver is None)
        found = (deadline_of(view, self.newest, self.today()) for view in left)
        return [deadline for deadline in found if deadline is not None]
