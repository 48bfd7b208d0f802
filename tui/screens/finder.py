"""Finding: anything of the pack by text (``/``), any possible command by name (``ctrl+p``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.commands import FINDER, Command
from tui.commands.keys import key_name
from tui.curriculum.search import Hit, search
from tui.screens.bindings import bindings_for
from tui.screens.page import Page
from tui.session import Session
from tui.text.cells import width as cells
from tui.text.fold import fold
from tui.text.line import Row, Span, clip, column, justify
from tui.widgets.choice_list import ChoiceList
from tui.widgets.text_field import TextField

NARROW = 60
"""Columns below which only kind and title of a hit have room."""
ROOMY = 110
"""Columns from which the id of a hit has room."""
ID_CELLS = 26

RowSource = Callable[[Session, str, int], Sequence[Row]]
"""Rows for what was typed, at a width."""


class FinderPage(Page[str]):
    """A line to type in and what it finds; dismisses the key of the chosen row.

    Args:
        session: what the screens share.
        title: message key of the title.
        source: gives the rows for what was typed.
    """

    PLACE = FINDER
    BINDINGS = bindings_for(FINDER)
    # 100%, not 1fr: with 1fr Textual subtracts the margin of the field from the list, too.
    DEFAULT_CSS = "FinderPage { & #query { margin: 0 1; } & #page { width: 100%; } }"

    def __init__(self, session: Session, title: str, source: RowSource) -> None:
        super().__init__(session)
        self._title_key = title
        self._source = source

    def title_text(self) -> str:
        """The title: what can be found here."""
        return self.session.say(self._title_key)

    def body(self) -> ComposeResult:
        """Line and list."""
        yield TextField(id="query")
        yield ChoiceList(id="page")

    def on_mount(self) -> None:
        """Put the focus into the line, so that one can type at once."""
        super().on_mount()
        self.query_one("#query").focus()

    def draw(self) -> None:
        """Show what is found."""
        typed = self.query_one("#query", TextField).value
        rows = self._source(self.session, typed, self.app.size.width - 3)
        if not rows and typed.strip():
            rows = [Row.of((Span(f" {self.session.say('screens.nothing_found', text=typed)}", "dim"),))]
        self.choices.fill(rows, top=True)

    @on(Input.Changed)
    def _typed(self) -> None:
        self.draw()

    @on(Input.Submitted)
    def action_choose(self) -> None:
        """Take the row under the cursor."""
        if self.choices.key:
            self.dismiss(self.choices.key)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """A click chooses."""
        self.dismiss(event.key)


def pack_rows(session: Session, typed: str, width: int) -> list[Row]:
    """The things of the pack that match *typed*: kind, title, where they stand."""
    if not typed.strip():
        return [
            Row(
                tuple(
                    (Span(" "), *line)
                    for line in session.pen(width - 1).paragraph(session.say("screens.find.hint"), "dim")
                )
            )
        ]
    return hit_rows(search(session.book.pack, typed, session.lang), session, width)


def hit_rows(hits: Sequence[Hit], session: Session, width: int) -> list[Row]:
    """Kind and title on the left; on the right where it stands, and its id where there is room."""
    kinds = {hit.kind: session.say(f"words.kind.{hit.kind}") for hit in hits}
    widest = max((cells(kind) for kind in kinds.values()), default=0)
    rows = []
    for hit in hits:
        left = (*column((Span(kinds[hit.kind], "dim"),), widest + 2), Span(hit.title.of(session.lang)))
        right = clip((Span(hit.where.of(session.lang), "dim"),), width // 3) if width >= NARROW else ()
        if width >= ROOMY:
            right = (*right, Span("  "), *column((Span(hit.id, "dim"),), ID_CELLS))
        rows.append(Row.of(justify(left, right, width), hit.id))
    return rows


def command_source(commands: Sequence[Command]) -> RowSource:
    """A source of *commands*, found by label, help or key in either language."""

    def rows(session: Session, typed: str, width: int) -> list[Row]:
        wanted = fold(typed).split()
        found = []
        for command in commands:
            label, text = session.say(command.label), session.say(command.help)
            if all(word in fold(f"{label} {text} {command.id}") for word in wanted):
                key = column((Span(key_name(command.keys[0]), "key"),), 8)
                found.append(Row.of(clip((*key, *column((Span(label),), 16), Span(text, "dim")), width), command.id))
        return found

    return rows
