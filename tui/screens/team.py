"""The lead's screen: everybody in the journal, who is stuck, mentors, months, duties, and what comes next."""

from __future__ import annotations

from tui.commands import TEAM, Command
from tui.screens.bindings import bindings_for
from tui.screens.messages import Go, Reveal
from tui.screens.team_view import TeamView
from tui.workbook.organisation.team_look import OF_ALL, VIEWS, next_order


class TeamScreen(TeamView):
    """Views of the team; the first is the heat map of people and roles."""

    PLACE = TEAM
    BINDINGS = bindings_for(TEAM)

    def follow(self) -> None:
        """Note the key under the cursor, for coming back to this view."""
        self.look.keys[self.look.view] = self.choices.key
        self._show_aside()
        self.tell_keys()

    def can(self, command: Command) -> bool:
        """As for every screen; orders, filters and opening as far as the view has them."""
        view, is_person = self.look.view, bool(self._target()[0] or self.thing_target())
        is_anybody = bool(self._team and self._team.members)
        here = {
            "open.person": is_person,
            "sort": is_anybody and view in {"people", "coverage"},
            "only.urgent": is_anybody and view in {"people", "coverage"},
            "only.role": is_anybody and (self.on_heat or (bool(self.look.role) and view not in OF_ALL)),
            "filter": is_anybody and view not in {"mentors", "movement"},
        }
        return here.get(command.id, True) and super().can(command)

    # -- actions --------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        if self.heat.display:
            self._moved(self.heat.move(by, 0))
        else:
            super().action_move(by)

    def action_column(self, by: int) -> None:
        """Move the cursor to another role."""
        if self.heat.display:
            self._moved(self.heat.move(0, by))

    def action_page(self, by: int) -> None:
        """Move a screenful."""
        if self.heat.display:
            self.heat.page(by)
            self._moved(True)
        else:
            super().action_page(by)

    def action_edge(self, to: int) -> None:
        """To the first or the last person."""
        if self.heat.display:
            self._moved(self.heat.move(to * len(self._shown), 0))
        else:
            super().action_edge(to)

    def _moved(self, has_moved: bool) -> None:
        if has_moved:
            self._read_out()

    def action_view(self, by: int) -> None:
        """To another view."""
        self.look.view = VIEWS[(VIEWS.index(self.look.view) + by) % len(VIEWS)]
        self.choices.fill([])
        self.redraw()

    def action_sort(self) -> None:
        """Another order."""
        if self.on_heat:
            self.look.order = next_order(self.look.order)
            self.look.member = ""
            self.heat.cursor = (0, self.heat.cursor[1])
        else:
            self.look.fewest = not self.look.fewest
        self.redraw()

    def action_only(self, what: str) -> None:
        """Filter the view by *what*, or show everything again."""
        if what == "urgent":
            self.look.urgent = not self.look.urgent
        else:
            self.look.role = "" if self.look.role else self._role
        self.redraw()

    async def action_filter(self) -> None:
        """Type a text to look for."""
        await self.ask(self.session.say("team.ask"), self.look.text, self._filter)

    def _filter(self, text: str) -> None:
        self.look.text = text.strip()
        self.redraw()

    def action_open(self) -> None:
        """Open the person's STEP, or the duty; back leads here again."""
        self.follow_keys()
        if self.thing_target():
            self.post_message(Reveal(self.thing_target()))
            return
        person, role = self._target()
        member = next((each for each in self._team.members if each.id == person), None) if self._team else None
        if member is None:
            name = self._names.person(person)
            self.tell(self.session.say("team.no_person", name=name))
            return
        stand = member.stand(role) or next(iter(member.stands), None)
        if stand is None:
            self.tell(self.session.say("team.not_followed"))
            return
        self.session.look_at_person(person)
        self.post_message(Go("step", f"{stand.role}.{stand.step or stand.highest or 1}"))

    def follow_keys(self) -> None:
        """Note the key under the cursor of the list."""
        if not self.heat.display:
            self.look.keys[self.look.view] = self.choices.key

    def action_back(self) -> None:
        """Clear the filters; without any, go back to the screen before."""
        look = self.look
        if look.text or look.role or look.urgent:
            look.text, look.role, look.urgent = "", "", False
            self.redraw()
        else:
            super().action_back()

    def on_heat_grid_moved(self) -> None:
        """A click reads the cell out."""
        self._read_out()

    def on_choice_list_picked(self) -> None:
        """A click keeps what was clicked."""
        self.follow()
