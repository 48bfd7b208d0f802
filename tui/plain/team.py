"""The lead's place: the people in the journal, who is stuck, mentors, months, duties, and next STEPs, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tui.commands import TEAM, Command
from tui.curriculum.textbook import Duty
from tui.drawing.pen import Pen
from tui.drawing.team import Names, cell_lines
from tui.drawing.team_rows import list_rows
from tui.plain.face import Face
from tui.plain.place import Place
from tui.progress.team import Member
from tui.text.line import GAP, Row, Span
from tui.workbook.organisation.team import JournalTeam
from tui.workbook.organisation.team_look import OF_ALL, VIEWS, TeamLook, chosen, next_order

AT_ONCE: Final = 50
"""How many people are added up before the user is told how many are left."""
PERSON: Final = "person"


class TeamPlace(Place):
    """The views of the team; the first one lists all people with their roles."""

    PLACE = TEAM

    def __init__(self, face: Face) -> None:
        super().__init__(face)
        self.session.team_look = self.session.team_look or TeamLook()
        self.look: TeamLook = self.session.team_look
        self.key = self.look.keys.get(self.look.view, "")
        self._seen = -1
        self._members: JournalTeam | None = None

    # -- the lines ------------------------------------------------------------------------------------------------

    def _team(self) -> JournalTeam:
        """The team, read and added up again only after the journal has changed."""
        if self._members is None or self._seen != self.session.revision:
            self._members, self._seen = self.session.gather_team(), self.session.revision
            self._fill(self._members)
        return self._members

    def _fill(self, team: JournalTeam) -> None:
        if not team.missing:
            return
        is_more = True
        while is_more:
            self.talk.line(self.session.say("team.filling", left=team.missing))
            is_more = team.fill_in(AT_ONCE)
        team.keep()

    def title(self) -> str:
        """The view, the number of people, their order, and the filters."""
        say, look, team = self.session.say, self.look, self._team()
        shown, total = len(chosen(team, look)), len(team.members)
        key = "team.count" if look.view in OF_ALL or shown == total else "team.shown"
        said = [super().title(), say(f"team.view.{look.view}"), say(key, shown=shown, count=total)]
        names = self._names(team)
        if self._on_people:
            said.append(say(f"team.order.{look.order}", role=names.role(look.column)))
        elif look.view == "coverage":
            said.append(say("team.order.fewest" if look.fewest else "team.order.printed"))
        said += [names.role(look.role)] if look.role and look.view not in OF_ALL else []
        said += [say("team.urgent")] if look.urgent and look.view in {"people", "coverage"} else []
        said += (
            [say("plain.filtered", text=look.text)] if look.text and look.view not in {"mentors", "movement"} else []
        )
        return say("plain.list_sign").join(said)

    @property
    def _on_people(self) -> bool:
        return self.look.view == VIEWS[0]

    @property
    def _duties(self) -> tuple[Duty, ...]:
        return tuple(duty for function in self.book.pack.textbook.functions for duty in function.duties)

    def _names(self, team: JournalTeam) -> Names:
        roles = {entry.id: entry.name.of(self.session.lang) for entry in self.book.pack.roles}
        return Names(roles, team.people, {duty.id: duty.code for duty in self._duties})

    def rows(self, pen: Pen) -> Iterable[Row]:
        """The lines of the present view."""
        team = self._team()
        shown, names = chosen(team, self.look), self._names(team)
        if self._on_people and shown:
            yield from self._people(team, shown, names, pen)
            return
        duties = self._duties if self.look.view == "coverage" else ()
        yield from list_rows(team, self.look, shown=shown, duties=duties, names=names, pen=pen)

    def _people(self, team: JournalTeam, shown: list[Member], names: Names, pen: Pen) -> Iterator[Row]:
        """All people, with a line for each role that a person follows."""
        for member in shown:
            reasons = [each for each in team.stuck if each.member.id == member.id]
            reasons = reasons if member.id in team.stuck_days else []
            roles = [stand.role for stand in member.stands if self.look.role in {"", stand.role}] or [self.look.role]
            for role in roles:
                if role:
                    lines = tuple(cell_lines(member, role, reasons, team.today, names=names, pen=pen))
                else:
                    known = pen.say("team.not_followed" if member.is_known else "team.unknown")
                    lines = ((Span(f"{member.name}  "), Span(known)),)
                yield Row(lines, f"{PERSON}:{role}:{member.id}")
        yield GAP

    # -- what is chosen -------------------------------------------------------------------------------------------

    def chosen(self) -> None:
        """Remember the chosen line, so that ``back`` finds it again."""
        self.look.keys[self.look.view] = self.key
        person, role = self._target()
        if self._on_people and person:
            self.look.member, self.look.column = person, role

    def _target(self) -> tuple[str, str]:
        """Ids of the person and role of the chosen line; empty where it stands for nobody."""
        if self.look.view == "coverage":
            return "", ""
        role, _, person = self.key.partition(":")[2].partition(":")
        return person, role

    def thing_target(self) -> str:
        """Id of the chosen duty; empty outside the view of coverage."""
        return self.key if self.look.view == "coverage" else ""

    def can(self, command: Command) -> bool:
        """Whether *command* is possible in the present view."""
        view, is_person = self.look.view, bool(self._target()[0] or self.thing_target())
        is_anybody = bool(self._team().members)
        here = {
            "open.person": is_person,
            "sort": is_anybody and view in {"people", "coverage"},
            "only.urgent": is_anybody and view in {"people", "coverage"},
            "only.role": is_anybody and (self._on_people or (bool(self.look.role) and view not in OF_ALL)),
            "filter": is_anybody and view not in {"mentors", "movement"},
        }
        return here.get(command.id, True) and super().can(command)

    # -- doing ----------------------------------------------------------------------------------------------------

    def do_column(self, by: int) -> None:
        """Go to another role of the same person."""
        keys = [key for key in self.numbers.values() if key.rpartition(":")[2] == self.key.rpartition(":")[2]]
        if not self._on_people or self.key not in keys or not 0 <= keys.index(self.key) + by < len(keys):
            self.talk.line(self.session.say("plain.no_further_role"))
            return
        self.key = keys[keys.index(self.key) + by]
        self.chosen()
        self.read_line()

    def do_view(self, by: int) -> None:
        """Go to another view."""
        self.look.view = VIEWS[(VIEWS.index(self.look.view) + by) % len(VIEWS)]
        self.key = self.look.keys.get(self.look.view, "")
        self.show()

    def do_sort(self) -> None:
        """Switch to the next order."""
        if self._on_people:
            self.look.order = next_order(self.look.order)
        else:
            self.look.fewest = not self.look.fewest
        self.show()

    def do_only(self, what: str) -> None:
        """Switch a filter on or off: only urgent lines, or only the role of the chosen line."""
        if what == "urgent":
            self.look.urgent = not self.look.urgent
        else:
            self.look.role = "" if self.look.role else self._target()[1]
        self.show()

    def do_filter(self) -> None:
        """Ask for a text to filter by."""
        self.look.text = self.talk.ask(self.session.say("team.ask"), self.look.text).strip()
        self.show()

    def do_open(self) -> None:
        """Open the person's STEP, or the duty; ``back`` leads here again."""
        if self.thing_target():
            self.face.reveal(self.thing_target())
            return
        person, role = self._target()
        team = self._team()
        member = next((each for each in team.members if each.id == person), None)
        if member is None:
            self.talk.line(self.session.say("team.no_person", name=self._names(team).person(person)))
            return
        stand = member.stand(role) or next(iter(member.stands), None)
        if stand is None:
            self.talk.line(self.session.say("team.not_followed"))
            return
        self.session.look_at_person(person)
        self.face.go("step", f"{stand.role}.{stand.step or stand.highest or 1}")

    def do_back(self) -> None:
        """Remove the filters; without any, go back to the previous place."""
        look = self.look
        if look.text or look.role or look.urgent:
            look.text, look.role, look.urgent = "", "", False
            self.show()
        else:
            super().do_back()
