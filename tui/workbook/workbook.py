"""The workbook: what a trainee's journal says about the curriculum."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from tui.calendar import Calendar
from tui.curriculum.model import Criterion, Role, RoleEntry, Step, Text
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.curriculum.rule import numbers_left_out
from tui.curriculum.wording import fingerprint, is_clarified, wording_digest
from tui.errors import UsageError
from tui.journal.event import Claim, Enrolment, Entry
from tui.journal.journal import Journal
from tui.journal.review import Decision, Signoff, Waiver
from tui.progress.counting import uncounted
from tui.progress.encoding import decode, encode
from tui.progress.review import Ground, Moved, Round, Stage, moved, placed, rounds
from tui.progress.rules import REVISION, standing
from tui.progress.standing import Standing, without_entries
from tui.progress.state import State
from tui.workbook.authority import ANYBODY, Authority, signature_state
from tui.workbook.calling import Called, label_of, labels
from tui.workbook.deadlines import deadline_of, has_deadline
from tui.workbook.rungs import climb, topics_done
from tui.workbook.subjects import cases_of, items_of, lists_of, rests_on_entries
from tui.workbook.views import (
    CriterionView,
    Deadline,
    Ladder,
    Marks,
    Move,
    NewestEntries,
    Rung,
    StepView,
    Today,
    TopicMove,
)

if TYPE_CHECKING:
    from tui.trust.signature_state import SignatureState
    from tui.workbook.awaiting import Way

T = TypeVar("T")

BASIC = "basic"
COMMON = "common"


class Workbook:
    """One trainee's open journal together with the pack and the policy.

    Args:
        journal: open, for writing or for looking.
        pack: the curriculum.
        policy: the organisation's numbers.
        trainee: id of the person whose way it is; empty before the first run.
        today: gives the current day, where it stands still as in the demo; None: the calendar says it.
        authority: whose decisions count.
        about: ids of the only trainees that this is about, where the journal has others, too; None: all of them.
        since: how far the journal went when it was opened to review in it: what was said now lies behind.
        further: ids of the same person, of journals that were begun anew, whose records count here, too.
    """

    def __init__(
        self,
        journal: Journal,
        pack: Pack,
        policy: Policy,
        trainee: str,
        today: Callable[[], date] | None = None,
        *,
        authority: Authority = ANYBODY,
        about: frozenset[str] | None = None,
        since: int = 0,
        further: tuple[str, ...] = (),
    ) -> None:
        self.journal = journal
        self.pack = pack
        self.policy = policy
        self.trainee = trainee
        self.given_day = today
        self.authority = authority
        self.about = about
        self.since = since
        self._further = further
        self.called = Called()
        self._wordings: dict[str, str] = {}

    def of(self, trainee: str, further: tuple[str, ...] = ()) -> Workbook:
        """The workbook of somebody else in the same journal."""
        of = (self.journal, self.pack, self.policy, trainee, self.given_day)
        theirs = Workbook(*of, authority=self.authority, about=self.about, further=further)
        theirs._wordings = self._wordings
        theirs.called = self.called
        return theirs

    def whole(self, trainee: str) -> Workbook:
        """The same with the records of every id that the roster joins with this one.

        To look at: what is claimed, decided and signed is about one id, and names it.
        """
        joined = self.authority.joined
        one = joined.get(trainee, trainee)
        others = (each for each in self.journal.trainees() if joined.get(each, each) == one) if joined else ()
        return self.of(trainee, tuple(each for each in others if each != trainee))

    @property
    def is_joined(self) -> bool:
        """Whether records of more than one id count."""
        return bool(self._further)

    def _of_all(self, read: Callable[..., Iterable[T]], *asked: object) -> list[T]:
        """What *read* gives for each of the person's ids."""
        return [found for each in (self.trainee, *self._further) for found in read(each, *asked)]

    def claims(self) -> list[Claim]:
        """Every claim, oldest first, the withdrawn ones too."""
        return sorted(self._of_all(self.journal.all_claims), key=_moment)

    def decisions(self) -> list[Decision]:
        """What was decided on the claims, oldest first."""
        return sorted(self._of_all(self.journal.decisions), key=_moment)

    def count_for(self, items: Iterable[str]) -> int:
        """How many entries count for any of *items*."""
        wanted = list(items)
        return sum(self.journal.count_for(each, wanted) for each in (self.trainee, *self._further))

    def rest_on(self, pack: Pack, policy: Policy, authority: Authority) -> None:
        """Answer from now on by another pack, policy and authority: what lies beside the state file has changed."""
        self.pack, self.policy, self.authority = pack, policy, authority
        self._wordings = {}

    def trainees(self) -> list[str]:
        """Ids of the trainees that this is about."""
        return [each for each in self.journal.trainees() if self.about is None or each in self.about]

    def _wording(self, criterion: Criterion) -> str:
        """Digest of what the pack asks: the same for everybody, and asked for at every claim of a queue."""
        if criterion.id not in self._wordings:
            self._wordings[criterion.id] = wording_digest(criterion)
        return self._wordings[criterion.id]

    # -- days -----------------------------------------------------------------------------------------------------

    @property
    def calendar(self) -> Calendar:
        """How the organisation counts its days: its roster says by which clock, else its policy, else this machine."""
        said = self.authority.utc_offset
        return Calendar(self.policy.utc_offset if said is None else said, self.policy.day_change or 0)

    def today(self) -> date:
        """The organisation's current day."""
        return self.given_day() if self.given_day is not None else self.calendar.day_of(self.journal.now())

    def day_of(self, recorded: int) -> str:
        """The organisation's day of a time stamp in milliseconds."""
        return self.calendar.day_of(recorded).isoformat()

    # -- who and what ---------------------------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The trainee's name, or the id where no name is known."""
        return self.people().get(self.trainee, self.trainee)

    @property
    def label(self) -> str:
        """The same, told apart from others of that name."""
        return label_of(self)

    def people(self) -> dict[str, str]:
        """What people are called, by id: as the roster says, where there is one, else as they say themselves."""
        return {**self.journal.people(), **self.authority.names}

    def enrolments(self) -> tuple[Enrolment, ...]:
        """The roles that the trainee follows, in the order of enrolment."""
        found = self._of_all(self.journal.enrolments)
        # Of one role that was taken up under two ids, from where it was taken up first.
        first = {each.role: each for each in sorted(found, key=lambda each: (-each.start, -each.recorded))}
        return tuple(each for each in found if first[each.role] is each)

    def roles(self) -> tuple[Role, ...]:
        """The followed roles that the pack has content for."""
        roles = (self.pack.role(enrolment.role) for enrolment in self.enrolments())
        return tuple(role for role in roles if role is not None)

    def ticked(self) -> frozenset[str]:
        """Ids of everything that is ticked now, as the pack calls it now."""
        former = self._former()
        return frozenset(former.get(item, item) for item in self._of_all(self.journal.ticks))

    def _items(self, criterion: Criterion) -> tuple[str, ...]:
        """The ids by which entries count for a criterion, the former ones among them."""
        items = items_of(criterion)
        former = self.pack.renamed(criterion.id.partition(".")[0])
        return (*items, *(before for before, now in former.items() if now in items))

    def _renamed(self, entry: Entry) -> Entry:
        """*entry* with the ids that its items have now."""
        now = tuple(self.pack.renamed(item.partition(".")[0]).get(item, item) for item in entry.items)
        return entry if now == entry.items else replace(entry, items=tuple(dict.fromkeys(now)))

    def _former(self) -> dict[str, str]:
        """By former id, the id that a thing of basic education or of a followed role has now."""
        former = dict(self.pack.renamed(BASIC))
        for role in self.roles():
            former |= self.pack.renamed(role.id)
        return former

    # -- standings ------------------------------------------------------------------------------------------------

    def view(self, criterion: Criterion, marks: Marks | None = None) -> CriterionView:
        """Everything known of one criterion; *marks* where they have been read already."""
        marks = marks or self.marks()
        found = marks.rounds.get(criterion.id)
        waiver = marks.waived.get(criterion.id)
        said = waiver or (found.decision if found else None)
        standing = self._standing(criterion, marks.ticked)
        is_counted = any(gauge.done and not gauge.at_most for gauge in standing.gauges)
        is_ticked = any(point.id in marks.ticked for point in criterion.points)
        return CriterionView(
            criterion=criterion,
            standing=standing,
            ticked=marks.ticked,
            round=found,
            moved=self.moved(found.claim, criterion, marks.ticked) if found is not None else (),
            by=marks.people.get(said.author, said.author) if said else "",
            waiver=waiver,
            signature=self.signature_of(said.id) if said else None,
            # An entry may be evidence without a number to show for it.
            is_begun=is_counted or is_ticked or self.latest(criterion) is not None,
            readings=tuple(each for key in lists_of(criterion.rule) for each in self.policy.reading(key)),
        )

    def claimed(self, claim: Claim) -> tuple[Entry, ...]:
        """The entries that *claim* rests on, as they are now, without what is gone or isn't the trainee's own."""
        found = map(self.journal.entry, claim.entries)
        return tuple(entry for entry in found if entry is not None and entry.trainee in (self.trainee, *self._further))

    def moved(self, claim: Claim, criterion: Criterion, ticked: frozenset[str]) -> tuple[Moved, ...]:
        """What has changed since *claim* was made, of all that it rests on."""
        former = self.pack.renamed(criterion.id.partition(".")[0])
        points = frozenset(former.get(point, point) for point in claim.points) & ticked
        left_out = numbers_left_out(criterion.rule, claim.policy)
        named = dict.fromkeys((*claim.policy, *left_out))
        numbers = {key: f"{value:g}" for key in named if (value := self._number(key)) is not None}
        ids = (self.trainee, *self._further)
        known = dict(state for each in ids for state in self.journal.entry_states(each, claim.entries).items())
        renamed = replace(claim, points=tuple(former.get(point, point) for point in claim.points))
        wording = self._wording(criterion)
        if wording != claim.wording and is_clarified(criterion, claim.wording) and self._all_count(claim, criterion):
            wording = claim.wording  # the same words, read more exactly: nothing that this claim rests on is different
        # A number that the organisation hasn't set is none that a claim could name.
        asked = tuple(key for key in left_out if key in numbers)
        return moved(renamed, Ground(known, numbers, points, wording, asked, tuple(p.id for p in criterion.points)))

    def _all_count(self, claim: Claim, criterion: Criterion) -> bool:
        """Whether every entry that a claim rests on counts for its criterion as the pack reads it now."""
        if self._further:
            return frozenset(claim.entries) <= frozenset(self._compute(criterion, frozenset()).counted)
        key = f"{claim.id} {self._memo_key(criterion, frozenset())}"
        place = f"{criterion.id} claimed"  # no item has such an id; forgotten with the entries of the criterion
        kept = self.journal.memo_get(self.trainee, place, key)
        if kept is None:
            kept = str(frozenset(claim.entries) <= frozenset(self._compute(criterion, frozenset()).counted))
            self.journal.memo_put(self.trainee, place, key, kept, self._items(criterion))
        return kept == str(True)

    def _number(self, key: str) -> float | None:
        """What the policy says of *key* now; of a reading list, how many things are in it."""
        return self.policy.number(key) if key not in self.policy.readings else len(self.policy.reading(key))

    def marks(self) -> Marks:
        """What is ticked and what is claimed, read once for many views."""
        former = self._former()
        found = self._rounds(self.claims())
        standing_ones = (each for each in found if each.stage is not Stage.WITHDRAWN)
        by_item = {former.get(each.claim.item, each.claim.item): each for each in standing_ones}
        waived = self.waived()
        return Marks(self.ticked(), by_item, labels(self) if by_item or waived else {}, waived)

    def waived(self) -> dict[str, Waiver]:
        """By criterion, the newest waiver that counts; none where the organisation has no waivers, or it was lifted."""
        return {item: each for item, each in self.newest_waivers().items() if each.on}

    def newest_waivers(self) -> dict[str, Waiver]:
        """By criterion, the newest waiver that counts, lifted or not."""
        if not self.policy.waivers:
            return {}
        former = self._former()
        found = sorted(self._of_all(self.journal.waivers), key=_moment)
        said = [each for each in found if not self.authority.why_not(each)]
        places = placed(said)
        return {former.get(each.item, each.item): each for each in sorted(said, key=lambda each: places[each.id])}

    def rounds_on(self, criterion: Criterion) -> tuple[Round, ...]:
        """Every claim on a criterion, also under its former ids, with what was decided on it, oldest first."""
        names = (criterion.id, *criterion.renamed)
        claims = [claim for name in names for claim in self._of_all(self.journal.claims_on, name)]
        return self._rounds(claims) if claims else ()

    def _rounds(self, claims: Iterable[Claim]) -> tuple[Round, ...]:
        return rounds(claims, self.decisions(), self.authority.why_not, self.signoffs)

    def signoffs(self) -> tuple[Signoff, ...]:
        """The sign-offs that count, oldest first, each with the reopenings that count."""
        why_not = self.authority.why_not
        return tuple(
            replace(each, reopened=tuple(again for again in each.reopened if why_not(again) is None))
            for each in sorted(self._of_all(self.journal.signoffs), key=_moment)
            if why_not(each) is None
        )

    def signed(self) -> dict[str, Signoff]:
        """By STEP, the sign-off that stands: the newest one that counts and wasn't reopened by anybody who may."""
        return {each.item: each for each in self.signoffs() if not each.reopened}

    def signature_of(self, event: str) -> SignatureState:
        """What the signature of a decision, waiver, sign-off or reopening is worth."""
        return signature_state(self.authority, self.journal, event)

    def step_view(self, role: Role, step: Step, marks: Marks | None = None) -> StepView:
        """A step with the standings of its criteria."""
        marks = marks or self.marks()
        return StepView(role, step, tuple(self.view(criterion, marks) for criterion in step.criteria), marks.ticked)

    def criterion_view(self, criterion_id: str) -> tuple[StepView, int]:
        """The step that holds a criterion, and its place there.

        Raises:
            UsageError: the pack has no such criterion.
        """
        role, step, index = self.locate(criterion_id)
        return self.step_view(role, step), index

    def locate(self, criterion_id: str) -> tuple[Role, Step, int]:
        """Role, step and place of a criterion.

        Raises:
            UsageError: the pack has no such criterion.
        """
        role = self.pack.role(criterion_id.partition(".")[0])
        for step in role.steps if role else ():
            for index, criterion in enumerate(step.criteria):
                if criterion.id == criterion_id or criterion_id in criterion.renamed:
                    assert role is not None  # steps came from it
                    return role, step, index
        raise UsageError("workbook.no_criterion", id=criterion_id)

    def resolve_item(self, text: str) -> str:
        """The id of the criterion or training case that *text* names: whole, or the beginning of exactly one.

        Raises:
            UsageError: nothing, or more than one thing, begins so.
        """
        wanted = text.strip().lower()
        ids = [
            item
            for role in self.pack_roles()
            for criterion in role.criteria()
            for item in (criterion.id, *cases_of(criterion.rule))
        ]
        found = [item for item in dict.fromkeys(ids) if item == wanted] or [
            i for i in dict.fromkeys(ids) if i.startswith(wanted)
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError("workbook.no_criterion", id=text)
        raise UsageError("workbook.ambiguous", id=text, found=", ".join(found[:6]))

    def pack_roles(self) -> tuple[Role, ...]:
        """Every role that the pack has content for."""
        roles = (self.pack.role(entry.id) for entry in self.pack.roles)
        return tuple(role for role in roles if role is not None)

    def entries(self, criterion: Criterion) -> tuple[Entry, ...]:
        """All entries that name a criterion or one of its cases, oldest first."""
        found = self._of_all(self.journal.entries, self._items(criterion))
        return tuple(map(self._renamed, sorted(found, key=_day) if self._further else found))

    def latest(self, criterion: Criterion) -> Entry | None:
        """The newest entry of a criterion."""
        return next(iter(self._newest(self._items(criterion), 1)), None)

    def _newest(self, items: tuple[str, ...], limit: int) -> list[Entry]:
        found = self._of_all(self.journal.newest, items, limit)
        return sorted(found, key=_day)[-limit:] if self._further else found

    def last_entry(self) -> Entry | None:
        """The entry that was written last, whatever its day and whatever it counts for."""
        found = self.journal.last_entry(self.trainee)
        return self._renamed(found) if found is not None else None

    def newest(self, criterion: Criterion, limit: int) -> NewestEntries:
        """The newest entries of a criterion, without reading the others."""
        items = self._items(criterion)
        entries = tuple(map(self._renamed, self._newest(items, limit)))
        total = len(entries) if len(entries) < limit else self.count_for(items)
        return NewestEntries(entries, total, uncounted(criterion.rule, entries))

    def proof(self, criterion: Criterion) -> Standing:
        """The standing with the ids of all entries that it rests on: what a claim freezes."""
        return self._compute(criterion, self.ticked())

    def _standing(self, criterion: Criterion, ticked: frozenset[str]) -> Standing:
        """The standing without ids of entries, from the memo of the journal where nothing that it rests on has changed.

        The key covers rule and policy; the journal itself forgets a memo when an event touches its items, so ten
        thousand entries cost no more at a start than ten.
        """
        # The journal forgets what it keeps of one id when that one's entries change.
        if not rests_on_entries(criterion.rule):
            return self._rule(criterion, ticked, ())
        if self._further:
            return self._compute(criterion, ticked)
        key = self._memo_key(criterion, ticked)
        kept = self.journal.memo_get(self.trainee, criterion.id, key)
        if kept is not None:
            with suppress(ValueError):  # of another ikusei, whose standings say something else
                return decode(kept)
        result = without_entries(self._compute(criterion, ticked))
        self.journal.memo_put(self.trainee, criterion.id, key, encode(result), self._items(criterion))
        return result

    def _compute(self, criterion: Criterion, ticked: frozenset[str]) -> Standing:
        """The standing with its entries: where only points are asked for, they are the evidence behind the ticks."""
        return self._rule(criterion, ticked, self.entries(criterion))

    def _rule(self, criterion: Criterion, ticked: frozenset[str], entries: tuple[Entry, ...]) -> Standing:
        return standing(
            criterion.rule,
            entries,
            criterion=criterion.id,
            ticks=ticked,
            points=tuple(point.id for point in criterion.points),
            policy=self.policy,
        )

    def _memo_key(self, criterion: Criterion, ticked: frozenset[str]) -> str:
        marks = sorted(ticked & {point.id for point in criterion.points})
        material = f"{REVISION}\n{fingerprint(criterion.rule)}\n{self.policy.digest}\n{marks}\n{self._items(criterion)}"
        return hashlib.sha256(material.encode()).hexdigest()

    # -- the ladder and Today -------------------------------------------------------------------------------------

    def ladder(self, enrolment: Enrolment, marks: Marks | None = None, stale: frozenset[str] | None = None) -> Ladder:
        """The way of one role, rung by rung; none of a role that the pack has no content for.

        *marks*, and the criteria that are *stale*, where they are known already.
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
        """Basic and common education and the STEPs of a role, which is followed from the STEP *start* on."""
        signed = {step: self.day_of(each.recorded) for step, each in self.signed().items()}
        common = Rung(f"{role.id}.{COMMON}", None, *topics_done(role.common, marks.ticked))
        steps = (self._rung(step, marks, signed.get(step.id, ""), stale) for step in role.steps)
        return tuple(climb((self.education(marks), common, *steps), start))

    def education(self, marks: Marks) -> Rung:
        """Basic education, which is the same for every role."""
        return next(climb([Rung(BASIC, 0, *topics_done(self.pack.basic, marks.ticked))], 0))

    def _rung(self, step: Step, marks: Marks, signed: str, stale: frozenset[str] | None) -> Rung:
        """A STEP with what was claimed of it, and what became of that."""
        stages = [marks.stage(criterion.id) for criterion in step.criteria]
        return Rung(
            step.id,
            step.number,
            sum(marks.is_done(criterion.id) for criterion in step.criteria),
            len(step.criteria),
            signed=signed,
            confirmed=sum(self._is_settled(criterion, marks, stale) for criterion in step.criteria),
            waiting=stages.count(Stage.WAITING),
            returned=stages.count(Stage.RETURNED),
        )

    def _is_settled(self, criterion: Criterion, marks: Marks, stale: frozenset[str] | None) -> bool:
        """The same as ``CriterionView.is_settled``, without looking at any entry that isn't claimed."""
        if criterion.id in marks.waived or marks.stage(criterion.id) is not Stage.CONFIRMED:
            return criterion.id in marks.waived
        if stale is not None:
            return criterion.id not in stale
        return not self.moved(marks.rounds[criterion.id].claim, criterion, marks.ticked)

    def ladders(self) -> tuple[Ladder, ...]:
        """The ladder of every followed role."""
        return tuple(self.ladder(enrolment) for enrolment in self.enrolments())

    def today_view(self, recent: int = 6) -> Today:
        """Everything that the screen Today shows."""
        moves: list[Move] = []
        topics: dict[str, TopicMove] = {}
        deadlines: list[Deadline] = []
        marks = self.marks()
        decided = tuple(self._claimed_views(marks, lambda found: found.decision is not None))
        # Looking through everything that a claim rests on is what costs here: it is done once.
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
        waiting = tuple(self._claimed_views(marks, lambda found: found.stage is Stage.WAITING))
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
        return sorted(found, key=_day, reverse=True)[:limit] if self._further else found

    def _way(self, items: Iterable[str]) -> Way | None:
        """For whom *items* wait, and how they get there; None where nothing waits."""
        roles = {item.partition(".")[0] for item in items}
        if not roles:
            return None
        from tui.workbook.awaiting import way_of  # noqa: PLC0415 - where nothing waits nobody is asked

        return way_of(self, roles)

    def _claimed_views(self, marks: Marks, wanted: Callable[[Round], bool]) -> Iterator[CriterionView]:
        """The criteria whose newest claim is *wanted*, the oldest claim first."""
        found = [each for each in marks.rounds.items() if wanted(each[1])]
        for item, _ in sorted(found, key=lambda each: each[1].claim.clock):
            try:
                _, step, index = self.locate(item)
            except UsageError:
                continue  # a later edition has it no more
            yield self.view(step.criteria[index], marks)

    def step_in_hand(self, ladder: Ladder) -> Step | None:
        """The first STEP with unclaimed criteria, also while the education before it isn't finished."""
        role = self.pack.role(ladder.role.id)
        numbers = (rung.number for rung in ladder.rungs if rung.number and rung.done < rung.total and not rung.skipped)
        number = next(numbers, None)
        return role.step(number) if role and number else None

    def _moves(self, role: Role, ladder: Ladder, marks: Marks) -> list[Move]:
        step = self.step_in_hand(ladder)
        if step is None:
            return []
        view = self.step_view(role, step, marks)
        waiting = sorted((v for v in view.criteria if v.round is None and v.waiver is None), key=lambda v: -v.share)
        return [Move(each, step, view.left - 1) for each in waiting]

    def _topics(self, role: Role, ladder: Ladder, marks: Marks) -> list[TopicMove]:
        current = ladder.current
        if current is None or (current.number or 0) > 0:
            return []
        stage, items = (BASIC, self.pack.basic) if current.id == BASIC else (current.id, role.common)
        leaves = (leaf for item in items for leaf in item.leaves())
        return [TopicMove(leaf, stage) for leaf in leaves if leaf.id not in marks.ticked]

    def _deadlines(self, role: Role, ladder: Ladder, marks: Marks) -> list[Deadline]:
        open_steps = {rung.id for rung in ladder.rungs if rung.number and not rung.skipped and rung.done < rung.total}
        criteria = (criterion for step in role.steps if step.id in open_steps for criterion in step.criteria)
        views = (self.view(criterion, marks) for criterion in criteria if has_deadline(criterion.rule))
        left = (view for view in views if view.claim is None and view.waiver is None)
        found = (deadline_of(view, self.newest, self.today()) for view in left)
        return [deadline for deadline in found if deadline is not None]


def _moment(said: Claim | Decision | Waiver | Signoff) -> tuple[int, str]:
    return said.clock, said.id


def _day(entry: Entry) -> tuple[date, int, str]:
    return entry.day, entry.recorded, entry.id
