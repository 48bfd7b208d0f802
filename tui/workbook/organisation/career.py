"""Where a person is on the career path (`isogj` 7.3), by their own record and the past jobs that they chose."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from typing import Final

from tui.curriculum.model import Step
from tui.curriculum.organisation import Affinity
from tui.errors import UsageError
from tui.progress.career import CareerRecord, RoleStep, Way, way
from tui.record import record
from tui.text.fold import fold
from tui.workbook.organisation.staffing import role_step
from tui.workbook.standings.subjects import items_of
from tui.workbook.standings.workbook import Workbook

JOBS: Final = "career.jobs."
"""How the keys of past jobs begin among the local values of a journal; the person's id follows."""


@record
class CareerView:
    """The career of one person.

    Args:
        book: their workbook.
        jobs: every past job that the pack names, by its key.
        chosen: keys of the past jobs that were chosen for the person.
        way: where the person stands.
    """

    book: Workbook
    jobs: dict[str, Affinity]
    chosen: tuple[str, ...]
    way: Way


def career_view(book: Workbook, jobs: Collection[str] | None = None) -> CareerView:
    """The career of the trainee of *book*.

    Args:
        book: whose record it is.
        jobs: keys of past jobs to assume; None: those that were chosen.

    Raises:
        ContentFaults: a file of the pack has a fault.
        JournalError: the journal can't be read.
    """
    organisation = book.pack.organisation
    known = jobs_of(organisation.affinities)
    chosen = tuple(job for job in known if job in (chosen_jobs(book) if jobs is None else jobs))
    person = CareerRecord(
        jobs=tuple(known[job].duties for job in chosen),
        signed=frozenset(role_step(step) for step in book.signed()),
        on=_begun(book),
        work=_work(book),
    )
    functions = {function.id: [duty.id for duty in function.duties] for function in book.pack.textbook.functions}
    last = {(role.id, role.steps[-1].number) for role in book.pack_roles() if role.steps}
    return CareerView(book, known, chosen, way(organisation.careers, functions, book.pack.mapping, last, person))


def jobs_of(affinities: Iterable[Affinity]) -> dict[str, Affinity]:
    """The past jobs by a key made of their English name: ``network-operation``."""
    return {"-".join(re.findall(r"[a-z0-9]+", each.job.en.lower())): each for each in affinities}


def chosen_jobs(book: Workbook) -> tuple[str, ...]:
    """Keys of the past jobs that were chosen for the trainee of *book* in this state file."""
    kept = book.journal.local_get(f"{JOBS}{book.trainee}")
    return tuple(str(job) for job in json.loads(kept)) if kept else ()


def choose_jobs(book: Workbook, jobs: Iterable[str]) -> bool:
    """Keep which past jobs the trainee of *book* had; False: not kept, because the file is open for reading only.

    Raises:
        UsageError: the pack names no such job.
        JournalError: the state file can't be written.
    """
    chosen = list(dict.fromkeys(jobs))
    known = jobs_of(book.pack.organisation.affinities)
    for job in chosen:
        if job not in known:
            raise UsageError("career.no_job", value=job, known=", ".join(known))
    return book.journal.local_set(f"{JOBS}{book.trainee}", json.dumps(chosen))


def pick_job(text: str, affinities: Iterable[Affinity]) -> str:
    """The key of the past job that is meant: by the beginning of its key, or of its name in either language.

    Raises:
        UsageError: none is meant, or several.
    """
    known = jobs_of(affinities)
    wanted = fold(text)
    found = [
        key
        for key, each in known.items()
        if wanted and any(name.startswith(wanted) for name in (key, fold(each.job.ja), fold(each.job.en)))
    ]
    if len(found) != 1:
        raise UsageError("career.no_job", value=text, known=", ".join(found or known))
    return found[0]


def _begun(book: Workbook) -> frozenset[RoleStep]:
    """The STEPs that the person has begun: the current one of each followed role, and any with entries or claims."""
    current = (ladder.current for ladder in book.ladders())
    begun = {role_step(rung.id) for rung in current if rung is not None and rung.number}
    claimed = {claim.item for claim in book.claims()}
    for role in book.pack_roles():
        for step in role.steps:
            if any(criterion.id in claimed for criterion in step.criteria) or _entries(book, step):
                begun.add((role.id, step.number))
    return frozenset(begun)


def _entries(book: Workbook, *steps: Step) -> int:
    items = {item for step in steps for criterion in step.criteria for item in items_of(criterion)}
    return book.count_for(sorted(items))


def _work(book: Workbook) -> dict[str, int]:
    """By role, how many entries count for it, of the roles that are followed or have entries."""
    followed = {role.id for role in book.roles()}
    counts = {role.id: _entries(book, *role.steps) for role in book.pack_roles()}
    return {role: count for role, count in counts.items() if count or role in followed}
