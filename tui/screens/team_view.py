"""How the lead's screen is drawn: views of the team, details of the cursor, and computing members in the background."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.curriculum.textbook import Duty
from tui.drawing.duty import duty_sheet
from tui.drawing.pen import Pen
from tui.drawing.team import Names, cell, cell_lines, map_legend, quiet_days
from tui.drawing.team_rows import list_rows
from tui.drawing.team_views import map_heads, map_widths
from tui.drawing.team_way import way_rows
from tui.errors import IkuseiError
from tui.progress.team import Member, Stuck
from tui.screens.frame import Frame
from tui.screens.sized import aside_width
from tui.session import Session
from tui.text.line import Line, Row, Span, clip
from tui.widgets.aside import Aside
from tui.widgets.canvas import Canvas
from tui.widgets.choice_list import ChoiceList
from tui.widgets.heat_grid import HeatGrid, HeatRow
from tui.workbook.organisation.team import JournalTeam
from tui.workbook.organisation.team_look import OF_ALL, VIEWS, TeamLook, chosen

AT_ONCE = 4
"""How many members are computed at a time, which takes a few milliseconds, before keys are handled again."""
PAUSE = 0.01
"""Seconds for handling keys between two portions."""
ROOMY = 100
"""Fewest columns on which names aren't shortened."""
REDRAWN = 25
"""Portions after which the screen is drawn with the new results."""


class TeamView(Frame):
    """Heat map or list with what is under its cursor; ``TeamScreen`` moves the cursor and opens."""

    DEFAULT_CSS = """
    TeamView {
        & #views { height: 2; }
        & #panes { height: 1fr; }
        & #aside { margin-left: 2; }
        & #readout { height: 4; }
        &.-wide #readout { height: 2; }
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        session.team_look = session.team_look or TeamLook()
        self.look: TeamLook = session.team_look
        self._team: JournalTeam | None = None
        self._shown: list[Member] = []
        self._roles: tuple[str, ...] = ()
        self._names = Names({}, {}, {})
        self._portions = 0
        self._beside = 0
        self._is_filling = False

    def body(self) -> ComposeResult:
        """The line of views; heat map or list, and beside or below it what is under its cursor."""
        yield Canvas(id="views")
        with Horizontal(id="panes"):
            yield HeatGrid(id="heat")
            yield ChoiceList(id="rows")
            yield Aside(id="aside")
        yield Canvas(id="readout")

    @property
    def heat(self) -> HeatGrid:
        """The heat map."""
        return self.query_one("#heat", HeatGrid)

    @property
    def choices(self) -> ChoiceList:
        """The list of the other views."""
        return self.query_one("#rows", ChoiceList)

    @property
    def aside(self) -> Aside:
        """The pane at the right of a wide terminal: the way of the person under the cursor, or the duty."""
        return self.query_one("#aside", Aside)

    @property
    def on_heat(self) -> bool:
        """Whether the heat map is shown."""
        return self.look.view == VIEWS[0]

    def subject(self) -> tuple[object, ...]:
        """View, order and filters, and how much of the team is computed."""
        look = self.look
        return (look.view, look.order, look.fewest, look.text, look.role, look.urgent, self._portions // REDRAWN)

    def crumbs(self) -> str:
        """How many people, in what order, and the filter."""
        say, look = self.session.say, self.look
        total = len(self._team.members) if self._team else 0
        key = "team.count" if look.view in OF_ALL or len(self._shown) == total else "team.shown"
        said = [say("commands.go.team"), say(key, shown=len(self._shown), count=total)]
        if self.on_heat:
            said.append(say(f"team.order.{look.order}", role=self._names.role(look.column)))
        elif look.view == "coverage":
            said.append(say("team.order.fewest" if look.fewest else "team.order.printed"))
        said += [self._names.role(look.role)] if look.role and look.view not in OF_ALL else []
        said += [say("team.urgent")] if look.urgent and look.view in {"people", "coverage"} else []
        said += [f'"{look.text}"'] if look.text and look.view not in {"mentors", "movement"} else []
        return "  ".join(said)

    # -- drawing --------------------------------------------------------------------------------------------------

    def draw(self, columns: int, rows: int) -> None:
        """Show the view that is looked at."""
        team = self._team = self.session.gather_team()
        self._names = self._gather_names(team)
        self._shown = chosen(team, self.look)
        self._show_views(team, columns)
        self._lay_out(columns)
        columns -= self._beside
        pen = self.session.pen(columns - 2)
        has_grid = self.on_heat and bool(self._shown)
        self.heat.display, self.choices.display = has_grid, not has_grid
        self.query_one("#readout", Canvas).display = has_grid
        if has_grid:
            self._show_heat(team, columns, pen)
        else:
            key = self.look.keys.get(self.look.view)
            duties = self._duties if self.look.view == "coverage" else ()
            inner = pen.narrower(2)
            rows_of = list_rows(team, self.look, shown=self._shown, duties=duties, names=self._names, pen=inner)
            self.choices.fill(list(rows_of), key)
            self._show_aside()
        if team.missing and not self._is_filling:
            self._is_filling = True
            self.set_timer(PAUSE, self._fill_in)

    def _lay_out(self, columns: int) -> None:
        """Give part of the *columns* to the pane at the right; the view of months has none."""
        has_more = bool(self._team and self._team.members) and self.look.view != "movement"
        self._beside = aside_width(columns) if has_more else 0
        self.set_class(self._beside > 0, "-wide")
        self.aside.display = self._beside > 0
        self.aside.styles.width = max(1, self._beside - 2)

    def _show_aside(self) -> None:
        if self._beside:
            self.aside.more = self.session.say("screens.aside.more")
            pen = self.session.pen(self._beside - 3)
            self.aside.fill([Row(row.lines) for row in self._aside_rows(pen)], top=True)

    def _aside_rows(self, pen: Pen) -> list[Row]:
        if duty := self.session.book.pack.textbook.duty(self.thing_target()):
            return duty_sheet(duty, self.session.book.pack.textbook, pen)
        team, (person, role) = self._team, self._target()
        member = next((each for each in team.members if each.id == person), None) if team else None
        if team is None or member is None:
            return []
        return list(way_rows(member, role, self._reasons(member), team.today, names=self._names, pen=pen))

    def _reasons(self, member: Member) -> list[Stuck]:
        if self._team is None or member.id not in self._team.stuck_days:
            return []
        return [each for each in self._team.stuck if each.member.id == member.id]

    def _gather_names(self, team: JournalTeam) -> Names:
        book, lang = self.session.book.pack, self.session.lang
        roles = {entry.id: entry.name.of(lang) for entry in book.roles}
        duties = {}
        if self.look.view in {"coverage", "closing"}:
            duties = {duty.id: duty.code for duty in self._duties}
        return Names(roles, team.people if self.look.view in {"mentors", "coverage"} else {}, duties)

    @property
    def _duties(self) -> tuple[Duty, ...]:
        functions = self.session.book.pack.textbook.functions
        return tuple(duty for function in functions for duty in function.duties)

    def _show_views(self, team: JournalTeam, columns: int) -> None:
        spans: list[Span] = [Span(" ")]
        for view in VIEWS:
            name = self.session.say(f"team.view.{view}")
            count = f" {len(team.stuck)}" if view == "stuck" else ""
            is_here = view == self.look.view
            spans += [Span(f"[{name}{count}]" if is_here else f" {name}{count} ", "key" if is_here else "dim")]
            spans.append(Span(" "))
        self.query_one("#views", Canvas).show([clip(tuple(spans), columns), ()])

    def _show_heat(self, team: JournalTeam, columns: int, pen: Pen) -> None:
        say, look = self.session.say, self.look
        self._roles = (look.role,) if look.role else team.roles
        label, width = map_widths(self._shown, self._roles, 24 if columns >= ROOMY else columns, columns, pen)
        days = team.stuck_days
        has_remark = label + width * max(1, len(self._roles)) + 8 <= columns
        *uppers, lowest = map_heads(self._roles, width, self._names, pen)
        remark = say("team.head.quiet") if has_remark else ""
        heads = [*(("", *upper, "") for upper in uppers), (say("team.head.name"), *lowest, remark)]

        def row(at: int) -> HeatRow:
            member = self._shown[at]
            ago = quiet_days(member, team.today, member.id in days, pen) if has_remark else ()
            return HeatRow((Span(member.name),), tuple(cell(member, role, pen) for role in self._roles), ago)

        at = next((n for n, each in enumerate(self._shown) if each.id == look.member), self.heat.cursor[0])
        column = self._roles.index(look.column) if look.column in self._roles else 0
        self.heat.cursor = (at, column)
        self.heat.fill(heads, len(self._shown), row, label_width=label, cell_width=width)
        self._read_out()

    def _read_out(self) -> None:
        """Show what is under the cursor of the heat map, and note it for coming back."""
        team, member = self._team, self._member
        if team is None or member is None:
            return
        self.look.member, self.look.column = member.id, self._role
        pen = self.session.pen(self.app.size.width - 2)
        lines: Iterable[Line] = ()
        if not self._beside:
            lines = cell_lines(member, self._role, self._reasons(member), team.today, names=self._names, pen=pen)
        legend = Span(map_legend(pen), "dim")
        shown = [(Span(" "), *line) for line in (*lines, clip((legend,), pen.width))]
        self.query_one("#readout", Canvas).show([(), *shown])
        self._show_aside()

    # -- filling in -----------------------------------------------------------------------------------------------

    def _fill_in(self) -> None:
        """Compute some more members, then let keys be handled."""
        team = self._team
        if team is None or not self.is_attached or not self.is_current or self.session.behind is not None:
            self._is_filling = False
            return
        try:
            is_more = team.fill_in(AT_ONCE)
        except IkuseiError as error:
            self._is_filling = False
            self.tell_error(error)
            return
        self._portions += 1
        if is_more:
            self.tell(self.session.say("team.filling", left=team.missing), "dim")
            self.set_timer(PAUSE, self._fill_in)
        else:
            self._is_filling = False
            self._portions += REDRAWN
            self.tell("")
        self.redraw()

    def on_unmount(self) -> None:
        """Keep the computed summaries in the journal's file."""
        if self._team is not None:
            self._team.keep()

    # -- what the cursor stands on --------------------------------------------------------------------------------

    @property
    def _member(self) -> Member | None:
        at = self.heat.cursor[0]
        return self._shown[at] if at < len(self._shown) else None

    @property
    def _role(self) -> str:
        at = self.heat.cursor[1]
        return self._roles[at] if at < len(self._roles) else ""

    def _target(self) -> tuple[str, str]:
        """Ids of the person and role under the cursor; empty where there is nobody."""
        if self.on_heat:
            return (self._member.id, self._role) if self._member and self.heat.display else ("", "")
        if self.look.view == "coverage":
            return "", ""
        _, _, rest = self.choices.key.partition(":")
        role, _, person = rest.partition(":")
        return person, role

    def thing_target(self) -> str:
        """The duty under the cursor."""
        return self.choices.key if self.look.view == "coverage" else ""
