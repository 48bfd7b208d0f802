"""The topics about the organisation, among them its staffing and the careers of its people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.commands import ORGANISATION, Command
from tui.drawing.career import JOB, WITHIN
from tui.drawing.organisation_topics import CALCULATOR, topic_list, topic_rows
from tui.drawing.pen import Pen
from tui.drawing.staffing import TEAM
from tui.plain.two_levels import TwoLevels
from tui.text.line import Row
from tui.workbook.organisation.career import CareerView, career_view, choose_jobs
from tui.workbook.organisation.staffing import StaffingView, TeamStaffing, set_headcounts, staffing_view
from tui.workbook.organisation.staffing_typed import parse_staffing
from tui.workbook.setup.identity import author_of
from tui.workbook.wording.staffing import ours_text, team_next_text


class OrganisationPlace(TwoLevels):
    """The list of topics, and each of them in full, with links to the things it names."""

    PLACE = ORGANISATION

    @property
    def topic(self) -> str:
        """Which topic is chosen."""
        return self.listed.partition(":")[0]

    def list_rows(self, pen: Pen) -> Iterable[Row]:
        """The topics."""
        return topic_list(self.book, pen)

    def sheet_rows(self, pen: Pen) -> Sequence[Row]:
        """The topic in words."""
        can_choose = not self.session.read_only
        return topic_rows(self.topic, self.book, pen, self._staffing, self._career, can_choose=can_choose)

    def _staffing(self) -> StaffingView:
        return staffing_view(self.book)

    def _career(self) -> CareerView:
        person = self.listed.partition(":")[2]
        return career_view(self.book.whole(person) if person else self.book)

    def remark(self) -> str:
        """What the chosen team lacks for its next level; empty outside the calculator."""
        if self.topic != CALCULATOR or not self.inner.startswith(TEAM):
            return ""
        view, team = self._staffing(), self.inner.removeprefix(TEAM)
        lack = team_next_text(view.by_heads.team(team), view.team_names, self.session.lang)
        name = view.team_names[team].of(self.session.lang)
        return self.session.say("staffing.team_remark", name=name, lack=lack) if lack else ""

    def thing_target(self) -> str:
        """The thing of the pack that is chosen in the topic."""
        return "" if self.inner.startswith(JOB) else self.inner.removeprefix(TEAM).partition(WITHIN)[0]

    def can(self, command: Command) -> bool:
        """Whether *command* is possible: head counts need a team of the calculator, past jobs a job of the career."""
        match command.id:
            case "headcount":
                return super().can(command) and self.inner.startswith(TEAM)
            case "choose.job":
                return super().can(command) and self.inner.startswith(JOB)
            case "open":
                return bool(self.key)
            case _:
                return super().can(command)

    def look_at(self, target: str) -> None:
        """Choose a topic."""
        self.key = self.listed = target

    def do_open(self) -> None:
        """Open the topic; inside it, staff the chosen team, choose the job, or read about the thing."""
        if not self.inside:
            super().do_open()
        elif self.inner.startswith(TEAM) and not self.session.read_only:
            self.do_headcount()
        elif self.inner.startswith(JOB):
            self.do_choose()
        elif self.thing_target():
            self.face.read(self.thing_target())

    def do_choose(self) -> None:
        """Choose the past job, or remove it from the chosen ones."""
        view, job = self._career(), self.inner.removeprefix(JOB)
        with self.writing():
            choose_jobs(view.book, [each for each in view.chosen if each != job] + [job] * (job not in view.chosen))
        self.read_line()

    def do_headcount(self) -> None:
        """Ask how the team is staffed."""
        view, team = self._staffing(), self.inner.removeprefix(TEAM)
        ours = next(each for each in view.ours if each.team == team)
        name = view.team_names[team].of(self.session.lang)
        value = ours_text(ours, view.team_names, self.session.lang) if team in view.said else ""
        self.talk.ask_until(
            self.session.say("staffing.ask", name=name), value, lambda text: self._staff(view, team, text)
        )

    def _staff(self, view: StaffingView, team: str, text: str) -> None:
        before = view.said.get(team)
        ours = parse_staffing(text, team, view.teams)
        with self.writing():
            written = set_headcounts(
                self.book, author_of(self.book).id, [TeamStaffing(ours, before.note if before else "")]
            )
        key = "staffing.written" if written else "staffing.unchanged"
        said = ours_text(ours, view.team_names, self.session.lang)
        name = view.team_names[team].of(self.session.lang)
        self.talk.line(self.session.say(key, name=name, said=said))
