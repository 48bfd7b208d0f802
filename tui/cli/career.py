"""``ikusei career``: the IT-shaped career of a person, from their own record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam, TypableId
from tui.cli.line.people import pick_of
from tui.cli.line.person_param import PersonParam
from tui.cli.line.verb import Verb, option, width_option
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.lang import Lang
from tui.progress.career import CareerStage
from tui.workbook.organisation.career import CareerView, career_view, choose_jobs, jobs_of, pick_job
from tui.workbook.standings.people_names import ids_of
from tui.workbook.standings.workbook import Workbook

FORGET = "-"
"""Typed instead of a past job, it clears the chosen ones."""


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    params = [
        option(lang, "-t --trainee", "career.option.trainee", "PERSON", default="", type=PersonParam()),
        option(lang, "--job jobs", "career.option.job", "JOB", multiple=True, type=IdParam(past_jobs)),
        width_option(lang),
        option(lang, "--json is_json", "cli.option.json"),
    ]
    return Verb("career", run, lang, "career.help", params, more="career.more")


def past_jobs(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The past jobs that the pack names."""
    return (TypableId(key, each.job, None) for key, each in jobs_of(pack.organisation.affinities).items())


def run(cli: Cli, trainee: str, jobs: tuple[str, ...], is_json: bool) -> int:
    """Write where the person stands, stage by stage; named past jobs are kept for the next call.

    Raises:
        IkuseiError: nobody is meant, a job isn't known, or the journal can't be read or written.
    """
    book = _book(cli, trainee, write=bool(jobs))
    chosen = None
    if jobs:
        affinities = book.pack.organisation.affinities
        chosen = [] if jobs == (FORGET,) else [pick_job(job, affinities) for job in jobs]
        if not choose_jobs(book, chosen):
            cli.out.tell(cli.say("career.not_kept"))
    view = career_view(book, chosen)
    if is_json:
        cli.out.json(_data(view))
    else:
        from tui.drawing.career import career_rows  # programs need no drawing

        cli.out.draw_rows(career_rows(view, cli.pen(book.pack, book), can_choose=True))
    return 0


def _book(cli: Cli, trainee: str, *, write: bool) -> Workbook:
    if not trainee:
        return cli.workbook(write=write)
    book = cli.open_book(write=write)
    known = book.journal.trainees()
    picked = ids_of(book, pick_of(book, trainee, known))
    return book.whole(next(each for each in picked if each in known))


def _data(view: CareerView) -> dict[str, object]:
    now = view.way.now
    return {
        "trainee": {"id": view.book.trainee, "name": view.book.name},
        "jobs": {job: job in view.chosen for job in view.jobs},
        "now": None if now is None else view.way.stages[now].career.id,
        "stages": [_stage_data(stage) for stage in view.way.stages],
    }


def _stage_data(stage: CareerStage) -> dict[str, object]:
    return {
        "id": stage.career.id,
        "stage": stage.career.stage,
        "name": asdict(stage.career.name),
        "behind": stage.is_behind,
        "duties": [
            {
                "id": way.duty,
                "state": str(way.trace),
                "steps": [{"id": f"{lead.role}.{lead.step}", "state": str(lead.trace)} for lead in way.leads],
            }
            for way in stage.duties
        ],
    }
