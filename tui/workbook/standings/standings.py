"""How far each criterion is: what the entries prove, and what was claimed and decided."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.curriculum.model import Criterion, Role, Step
from tui.curriculum.rule import numbers_left_out
from tui.curriculum.wording import fingerprint, is_clarified
from tui.errors import UsageError
from tui.journal.event import Claim, Entry
from tui.journal.review import Signoff, Waiver
from tui.progress.counting import uncounted
from tui.progress.encoding import decode, encode
from tui.progress.review import ClaimStage, Drift, Ground, Round, moved, placed, rounds
from tui.progress.rules import REVISION, reads_each_entry, standing
from tui.progress.standing import Standing, without_entries
from tui.progress.work import Piece
from tui.workbook.standings.authority import signature_state
from tui.workbook.standings.people_names import labels
from tui.workbook.standings.personal_record import PersonalRecord, day_of, moment_of
from tui.workbook.standings.subjects import cases_of, lists_of, rests_on_entries
from tui.workbook.standings.views import CriterionView, Marks, NewestEntries, StepView

if TYPE_CHECKING:
    from tui.trust.signature_state import SignatureState


class Standings(PersonalRecord):
    """The standings of one person's criteria and STEPs."""

    def view(self, criterion: Criterion, marks: Marks | None = None) -> CriterionView:
        """Everything known about one criterion; pass *marks* if they were read already."""
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
            # An entry may have begun the criterion without counting for any gauge.
            is_begun=is_counted or is_ticked or self.latest(criterion) is not None,
            readings=tuple(each for key in lists_of(criterion.rule) for each in self.policy.reading(key)),
        )

    def claimed(self, claim: Claim) -> tuple[Entry, ...]:
        """The entries that *claim* rests on, as they are now, but for those that are gone or aren't the trainee's."""
        found = map(self.journal.entry, claim.entries)
        return tuple(entry for entry in found if entry is not None and entry.trainee in (self.trainee, *self._further))

    def moved(self, claim: Claim, criterion: Criterion, ticked: frozenset[str]) -> tuple[Drift, ...]:
        """What has changed since *claim* was made: entries, policy numbers, ticks and wording."""
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
            wording = claim.wording  # the criterion was only made clearer, and every entry of this claim still counts
        # A number that the organisation hasn't set now can't be missing in the claim.
        asked = tuple(key for key in left_out if key in numbers)
        return moved(renamed, Ground(known, numbers, points, wording, asked, tuple(p.id for p in criterion.points)))

    def _all_count(self, claim: Claim, criterion: Criterion) -> bool:
        """Whether every entry that a claim rests on counts for its criterion by the present pack."""
        if self._further:
            return frozenset(claim.entries) <= frozenset(self._compute(criterion, frozenset()).counted)
        key = f"{claim.id} {self._memo_key(criterion, frozenset())}"
        place = f"{criterion.id} claimed"  # no item has such an id; the memo goes when entries of the criterion change
        kept = self.journal.memo_get(self.trainee, place, key)
        if kept is None:
            kept = str(frozenset(claim.entries) <= frozenset(self._compute(criterion, frozenset()).counted))
            self.journal.memo_put(self.trainee, place, key, kept, self._items(criterion))
        return kept == str(True)

    def _number(self, key: str) -> float | None:
        """The policy's present number for *key*; for a reading list, how many things it has; None: unset."""
        return self.policy.number(key) if key not in self.policy.readings else len(self.policy.reading(key))

    def marks(self) -> Marks:
        """What is ticked, claimed, decided and waived, read once for many views."""
        former = self._former()
        found = self._rounds(self.claims())
        standing_ones = (each for each in found if each.stage is not ClaimStage.WITHDRAWN)
        by_item = {former.get(each.claim.item, each.claim.item): each for each in standing_ones}
        waived = self.waived()
        return Marks(self.ticked(), by_item, labels(self) if by_item or waived else {}, waived)

    def waived(self) -> dict[str, Waiver]:
        """By criterion, the waiver that holds: the newest one that counts, unless it was lifted."""
        return {item: each for item, each in self.newest_waivers().items() if each.on}

    def newest_waivers(self) -> dict[str, Waiver]:
        """By criterion, the newest waiver that counts, lifted or not."""
        if not self.policy.waivers:
            return {}
        former = self._former()
        found = sorted(self._of_all(self.journal.waivers), key=moment_of)
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
        """The sign-offs that count, oldest first, each with those of its reopenings that count."""
        why_not = self.authority.why_not
        return tuple(
            replace(each, reopened=tuple(again for again in each.reopened if why_not(again) is None))
            for each in sorted(self._of_all(self.journal.signoffs), key=moment_of)
            if why_not(each) is None
        )

    def signed(self) -> dict[str, Signoff]:
        """By STEP, the sign-off that holds: the newest one that counts and has no reopening that counts."""
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
        """The id of the criterion or training case that *text* names: the whole id, or the beginning of exactly one.

        Raises:
            UsageError: no id, or more than one, begins with *text*.
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
        return tuple(map(self._renamed, sorted(found, key=day_of) if self._further else found))

    def latest(self, criterion: Criterion) -> Entry | None:
        """The newest entry of a criterion, or None."""
        return next(iter(self._newest(self._items(criterion), 1)), None)

    def _newest(self, items: tuple[str, ...], limit: int) -> list[Entry]:
        found = self._of_all(self.journal.newest, items, limit)
        return sorted(found, key=day_of)[-limit:] if self._further else found

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
        """The standing with the ids of all entries that it rests on; a claim stores these."""
        return self._compute(criterion, self.ticked())

    def _standing(self, criterion: Criterion, ticked: frozenset[str]) -> Standing:
        """The standing without ids of entries, from the journal's memo if nothing that it rests on has changed.

        The key of the memo covers rule, policy and ticks. The journal drops a memo when an event touches its items. A
        start with ten thousand entries so costs no more than one with ten.
        """
        if not rests_on_entries(criterion.rule):
            return self._rule(criterion, ticked, ())
        if self._further:
            return self._add_up(criterion, ticked)
        key = self._memo_key(criterion, ticked)
        kept = self.journal.memo_get(self.trainee, criterion.id, key)
        if kept is not None:
            with suppress(ValueError):  # another version of ikusei wrote it, in another form
                return decode(kept)
        result = self._add_up(criterion, ticked)
        self.journal.memo_put(self.trainee, criterion.id, key, encode(result), self._items(criterion))
        return result

    def _add_up(self, criterion: Criterion, ticked: frozenset[str]) -> Standing:
        """The standing without ids of entries: from daily tallies, unless its rule has to read each entry."""
        if reads_each_entry(criterion.rule):
            return without_entries(self._compute(criterion, ticked))
        days = self._of_all(self.journal.day_tallies, self._items(criterion))
        return without_entries(self._rule(criterion, ticked, tuple(map(self._renamed, days))))

    def _compute(self, criterion: Criterion, ticked: frozenset[str]) -> Standing:
        """The standing with its entries; where a rule asks only for points, they are the evidence behind the ticks."""
        return self._rule(criterion, ticked, self.entries(criterion))

    def _rule(self, criterion: Criterion, ticked: frozenset[str], done: tuple[Piece, ...]) -> Standing:
        return standing(
            criterion.rule,
            done,
            criterion=criterion.id,
            ticks=ticked,
            points=tuple(point.id for point in criterion.points),
            policy=self.policy,
        )

    def _memo_key(self, criterion: Criterion, ticked: frozenset[str]) -> str:
        marks = sorted(ticked & {point.id for point in criterion.points})
        material = f"{REVISION}\n{fingerprint(criterion.rule)}\n{self.policy.digest}\n{marks}\n{self._items(criterion)}"
        return hashlib.sha256(material.encode()).hexdigest()
