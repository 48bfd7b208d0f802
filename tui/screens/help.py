"""The keys of a screen, and of the whole program."""

from __future__ import annotations

from collections.abc import Iterator

from tui.commands import HELP, MATRIX, REVIEW, TEAM, WALK, Command, commands_of
from tui.commands.keys import key_name
from tui.drawing.marks import legend, mark_of
from tui.drawing.pen import Pen
from tui.progress.state import State
from tui.screens.bindings import bindings_for
from tui.screens.page import Page
from tui.session import Session
from tui.text.line import GAP, Row, Span, column

NAMES = {WALK: "commands.walk", REVIEW: "cli.review.help"}
"""Names of the places that have no key of their own."""


class HelpPage(Page[None]):
    """What every key does on a screen, then the words and marks of the program."""

    PLACE = HELP
    BINDINGS = bindings_for(HELP)

    def __init__(self, session: Session, place: str) -> None:
        super().__init__(session)
        self._place = place

    def title_text(self) -> str:
        """The title, with the name of the screen."""
        name = NAMES.get(self._place, f"commands.go.{self._place}")
        return self.session.say("screens.help.title", place=self.session.say(name))

    def draw(self) -> None:
        """One line a command, then the marks."""
        pen = self.session.pen(self.app.size.width - 2)
        rows = [Row.of((Span(" "), *self._command_line(command))) for command in commands_of(self._place)]
        rows += self._layer_rows(pen) if self._place == MATRIX else ()
        rows += [GAP, Row.of((Span(" "), *pen.heading(pen.say("screens.help.marks"))))]
        for mark, text in (*(_team_marks(pen) if self._place == TEAM else ()), *legend(pen)):
            rows.append(Row.of((Span(" "), *column((Span(mark, "strong"),), 16), Span(text))))
        rows += [GAP, Row(tuple((Span(" "), *line) for line in pen.paragraph(pen.say("screens.help.more"), "dim")))]
        self.choices.fill(rows)

    def _layer_rows(self, pen: Pen) -> Iterator[Row]:
        """The marks of every layer: a small terminal has no room for all of them beside the matrix."""
        from tui.workbook.organisation.layers import Layer
        from tui.workbook.wording.layers import legend  # no other screen has layers

        for layer in Layer:
            marks = legend(layer, pen.glyphs, pen.lang)
            yield from (GAP, Row.of((Span(" "), *pen.heading(pen.say(f"matrix.layer.{layer}"))))) if marks else ()
            yield from (Row.of((Span(" "), *column((Span(mark, "strong"),), 16), Span(words))) for mark, words in marks)

    def _command_line(self, command: Command) -> tuple[Span, ...]:
        keys = "  ".join(key_name(key) for key in command.keys[:3])
        return (*column((Span(keys, "key"),), 16), Span(self.session.say(command.help)))


def _team_marks(pen: Pen) -> Iterator[tuple[str, str]]:
    """The parts of a cell of the team's heat map, besides the marks that all screens have."""
    yield f"1{mark_of(State.SIGNED, pen).text} 2/4{mark_of(State.CLAIMED, pen).text}", pen.say("team.mark.cell")
    if pen.glyphs.shades:
        yield pen.glyphs.shades, pen.say("team.mark.shade")
    yield ".", pen.say("team.mark.none")
    yield f"{pen.glyphs.warn} 19", pen.say("team.mark.stuck")
