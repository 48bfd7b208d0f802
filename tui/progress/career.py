"""The IT-shaped career of a person, from their own record (`isogj` 7.3): where they stand, and what leads on.

Pure functions. The stages are those of the pack. What a stage is about (its aspect) follows from its place:

* ``functions``: a stage that names functions is about their duties (E or B, then D);
* ``first``: the stage right before these is the first role, which fits past jobs;
* ``base``: earlier stages are the skills from before;
* ``speciality``: the stages after those with functions.

When a stage is behind a person is our reading:

* the base, once a past job is known; the first role, once a duty that fits the job is trained for; both also once a
  later stage that names functions is behind the person;
* a stage that names functions, once one of their duties is trained for (7.3: いずれかの役割を経験する);
* the speciality, once the last STEP of a role is signed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from tui.curriculum import organisation
from tui.curriculum.organisation import Career
from tui.record import record

Aspect: TypeAlias = Literal["base", "first", "functions", "speciality"]
"""What a stage is about."""
RoleStep: TypeAlias = tuple[str, int]
"""Id of a role and the number of one of its STEPs."""
NO_WORK: Final[Mapping[str, int]] = MappingProxyType({})


class Trace(StrEnum):
    """How far somebody's record shows a STEP."""

    SIGNED = "signed"
    ON = "on"
    OPEN = "open"


@record
class Lead:
    """A STEP of a role that trains for a duty, and how far the record shows it."""

    role: str
    step: int
    trace: Trace


@record
class DutyWay:
    """A duty with the STEPs that train for it: the mapping from STEPs to duties read backwards."""

    duty: str
    leads: tuple[Lead, ...]

    @property
    def trace(self) -> Trace:
        """The furthest trace of any of its STEPs."""
        found = {lead.trace for lead in self.leads}
        return next((each for each in Trace if each in found), Trace.OPEN)


@record
class CareerStage:
    """A stage of the career.

    Args:
        career: the stage in the pack.
        aspect: what it is about.
        duties: its duties with the STEPs that lead there; for the speciality, the duties of the roles with most work.
        is_behind: whether it is behind the person.
    """

    career: Career
    aspect: Aspect
    duties: tuple[DutyWay, ...]
    is_behind: bool


@record
class CareerRecord:
    """What a person's journal says about their career.

    Args:
        jobs: for each chosen past job, the duties that it fits.
        signed: STEPs that are signed.
        on: STEPs that were begun.
        work: by role, the number of entries.
    """

    jobs: tuple[tuple[str, ...], ...] = ()
    signed: frozenset[RoleStep] = frozenset()
    on: frozenset[RoleStep] = frozenset()
    work: Mapping[str, int] = NO_WORK


@record
class Way:
    """The career of one person.

    Args:
        stages: in order.
        now: index of the stage where the person stands, the first that isn't behind them; None past the last.
    """

    stages: tuple[CareerStage, ...]
    now: int | None


def way(
    careers: Sequence[Career],
    functions: Mapping[str, Sequence[str]],
    mapping: Iterable[organisation.Mapping],
    last: Collection[RoleStep],
    person: CareerRecord,
) -> Way:
    """Where a person stands on the career path.

    Args:
        careers: the stages of the pack.
        functions: by function, its duties.
        mapping: which STEP of which role trains for which duty.
        last: the last STEP of each role.
        person: what the record says.
    """
    rows = tuple(mapping)
    ordered = sorted(careers, key=lambda career: career.stage)
    stages = []
    for career, aspect in zip(ordered, _aspects(ordered), strict=True):
        duties = tuple(_duty(duty, rows, person) for duty in _duties(career, aspect, functions, rows, person))
        stages.append(CareerStage(career, aspect, duties, _is_behind(aspect, duties, last, person)))
    is_in_security = any(stage.is_behind for stage in stages if stage.aspect == "functions")
    if is_in_security:
        early = ("base", "first")
        stages = [CareerStage(s.career, s.aspect, s.duties, s.is_behind or s.aspect in early) for s in stages]
    now = next((place for place, stage in enumerate(stages) if not stage.is_behind), None)
    return Way(tuple(stages), now)


def _aspects(careers: Sequence[Career]) -> list[Aspect]:
    with_functions = [place for place, career in enumerate(careers) if career.functions]
    first, last = (with_functions[0], with_functions[-1]) if with_functions else (len(careers), len(careers))
    return [
        "functions" if career.functions else "base" if place < first - 1 else "first" if place < last else "speciality"
        for place, career in enumerate(careers)
    ]


def _duties(
    career: Career,
    aspect: Aspect,
    functions: Mapping[str, Sequence[str]],
    rows: Sequence[organisation.Mapping],
    person: CareerRecord,
) -> tuple[str, ...]:
    found: dict[str, None] = {}
    match aspect:
        case "base":
            pass
        case "first":
            found = dict.fromkeys(duty for job in person.jobs for duty in job)
        case "functions":
            found = dict.fromkeys(duty for function in career.functions for duty in functions.get(function, ()))
        case "speciality":
            for role in sorted(person.work, key=lambda role: (-person.work[role], role)):
                highest = max((row.step for row in rows if row.role == role), default=0)
                found |= dict.fromkeys(row.duty for row in rows if (row.role, row.step) == (role, highest))
    return tuple(found)


def _duty(duty: str, rows: Sequence[organisation.Mapping], person: CareerRecord) -> DutyWay:
    leads = (Lead(row.role, row.step, _trace(row.role, row.step, person)) for row in rows if row.duty == duty)
    return DutyWay(duty, tuple(leads))


def _trace(role: str, step: int, person: CareerRecord) -> Trace:
    """The trace of a STEP; a signed later STEP of the same role counts for this one, too, as in ``coverage``."""
    if any(each == role and number >= step for each, number in person.signed):
        return Trace.SIGNED
    return Trace.ON if (role, step) in person.on else Trace.OPEN


def _is_behind(aspect: Aspect, duties: Sequence[DutyWay], last: Collection[RoleStep], person: CareerRecord) -> bool:
    match aspect:
        case "base":
            return bool(person.jobs)
        case "first" | "functions":
            return any(duty.trace is Trace.SIGNED for duty in duties)
        case "speciality":
            return not person.signed.isdisjoint(last)
