"""The organisation: what it is for, how it runs, who does its work, what it takes, and how its people grow."""

from __future__ import annotations

from functools import partial

from tui.commands import ORGANISATION, Command
from tui.drawing.career import JOB, WITHIN
from tui.drawing.organisation_topics import CALCULATOR, CAREER, topic_list, topic_rows
from tui.drawing.pen import Pen
from tui.drawing.staffing import TEAM
from tui.screens.bindings import bindings_for
from tui.screens.messages import Read
from tui.screens.two_panes import TwoPanes
from tui.session import Session
from tui.text.line import Row
from tui.workbook.organisation.career import CareerView, career_view, choose_jobs
from tui.workbook.organisation.staffing import StaffingView, TeamStaffing, set_headcounts, staffing_view
from tui.workbook.organisation.staffing_typed import parse_staffing
from tui.workbook.setup.identity import author_of
from tui.workbook.wording.staffing import ours_text, team_next_text

LIST_WIDTH = 18


class OrganisationScreen(TwoPanes):
    """Topics on the left, each drawn on the right; the things in a drawing can be opened."""

    PLACE = ORGANISATION
    BINDINGS = bindings_for(ORGANISATION)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._staffing: tuple[int, StaffingView] | None = None

    def index_width(self, columns: int) -> int:
        """Enough for the longest topic."""
        return LIST_WIDTH

    def draw(self, columns: int, rows: int) -> None:
        """Show the topics and the drawing of the one under the cursor."""
        self.index.fill(list(topic_list(self.session.book, self.lay_out(columns))))
        self.show_sheet()

    # -- the sheet ------------------------------------------------------------------------------------------------

    @property
    def topic(self) -> str:
        """Which topic the cursor of the list stands on."""
        return self.index.key.partition(":")[0]

    def sheet_rows(self, pen: Pen) -> list[Row]:
        """The drawing of the topic; what can be opened has its id as key."""
        return topic_rows(
            self.topic, self.session.book, pen, self._staffing_view, self._career, can_choose=not self.session.read_only
        )

    def _staffing_view(self) -> StaffingView:
        """Our staffing, computed once for each state of the journal, because every move between topics asks for it."""
        if self._staffing is None or self._staffing[0] != self.session.revision:
            self._staffing = self.session.revision, staffing_view(self.session.book)
        return self._staffing[1]

    def _career(self) -> CareerView:
        person = self.index.key.partition(":")[2]
        book = self.session.book
        return career_view(book.whole(person) if person else book)

    def follow(self) -> None:
        """Show the topic, and tell what the team under the cursor lacks."""
        self.tell(self._remark(), "dim")
        super().follow()

    def _remark(self) -> str:
        if not (self.inside and self.topic == CALCULATOR and self.sheet.key.startswith(TEAM)):
            return ""
        view, team = self._staffing_view(), self.sheet.key.removeprefix(TEAM)
        lack = team_next_text(view.by_heads.team(team), view.team_names, self.session.lang)
        name = view.team_names[team].of(self.session.lang)
        return self.session.say("staffing.team_remark", name=name, lack=lack) if lack else ""

    def thing_target(self) -> str:
        """The thing of the pack under the cursor of the drawing."""
        key = self.sheet.key if self.inside else ""
        return "" if key.startswith(JOB) else key.removeprefix(TEAM).partition(WITHIN)[0]

    # -- what is possible and done --------------------------------------------------------------------------------

    def can(self, command: Command) -> bool:
        """As for every screen; head counts on a team of the calculator, past jobs on a job of the career."""
        match command.id:
            case "headcount":
                return super().can(command) and self.inside and self.sheet.key.startswith(TEAM)
            case "choose.job":
                return super().can(command) and self.inside and self.sheet.key.startswith(JOB)
            case "open":
                return super().can(command) and (self.can_enter or (self.inside and bool(self.sheet.key)))
            case _:
                return super().can(command)

    def action_back(self) -> None:
        """Leave the drawing and clear its message; from the list, go back to the screen before."""
        self.tell("")
        super().action_back()

    async def action_open(self) -> None:  # type: ignore[override]  # asking for a number of people has to wait
        """Go into the drawing; there, staff a team, choose a job, or read on about what is under the cursor."""
        if not self.inside:
            super().action_open()
            self._go_to_stage()
            self.tell(self._remark(), "dim")
        elif self.sheet.key.startswith(TEAM) and not self.session.read_only:
            await self.action_headcount()
        elif self.sheet.key.startswith(JOB):
            self.action_choose()
        elif self.thing_target():
            self.post_message(Read(self.thing_target()))

    def _go_to_stage(self) -> None:
        """In a career, scroll to the stage where the person stands; the lines before are the stages behind them."""
        if self.inside and self.topic == CAREER:
            way = self._career().way
            if way.now:
                self.sheet.edge(1)  # from below, the stage comes to the top with its duties in sight
                self.sheet.select(way.stages[way.now].career.id)

    def action_choose(self) -> None:
        """Choose the past job under the cursor, or take it back."""
        job = self.sheet.key.removeprefix(JOB)
        with self.writing():
            view = self._career()
            choose_jobs(view.book, [each for each in view.chosen if each != job] + [job] * (job not in view.chosen))

    async def action_headcount(self) -> None:
        """Ask how the team under the cursor is staffed."""
        target = self.sheet.key.removeprefix(TEAM)
        with self.opening():
            view = self._staffing_view()
            ours = next(each for each in view.ours if each.team == target)
            name = view.team_names[target].of(self.session.lang)
            value = ours_text(ours, view.team_names, self.session.lang) if target in view.said else ""
            await self.ask(self.session.say("staffing.ask", name=name), value, partial(self._staff, target))

    def _staff(self, team: str, text: str) -> None:
        with self.writing():
            view = staffing_view(self.session.book)
            said, names = view.said.get(team), view.team_names
            ours = parse_staffing(text, team, view.teams)
            author = author_of(self.session.book).id
            written = set_headcounts(self.session.book, author, [TeamStaffing(ours, said.note if said else "")])
            key = "staffing.written" if written else "staffing.unchanged"
            shown = ours_text(ours, names, self.session.lang)
            self.tell(self.session.say(key, name=names[team].of(self.session.lang), said=shown))

    def look_at(self, target: str) -> None:
        """Put the cursor on a topic."""
        self.index.select(target)
        self.show_sheet(top=True)
