"""Every command of the terminal interface, declared once.

Bindings, the key bar, the palette, the ``?`` page, ``docs/keys.md`` and help texts of the command line are made from
these records. Their texts are in ``tui.lang.commands`` under the same ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.record import record

TODAY, ROLES, STEP, WALK, MATRIX, JOURNAL, FORM, FINDER, HELP, START, READER, TERMS, CHANGES, REVIEW, QUESTION = (
    "today", "roles", "step", "walk", "matrix", "journal", "form", "finder", "help", "start", "reader", "terms",
    "changes", "review", "question",
)  # fmt: skip
ORGANISATION: Final = "organisation"
TEAM: Final = "team"
MAIN: Final = (TODAY, ROLES, STEP, WALK, MATRIX, JOURNAL, ORGANISATION, TEAM)
UNDOING: Final = (TODAY, ROLES, STEP, WALK, MATRIX, JOURNAL, ORGANISATION)


@record
class Command:
    """A command of the terminal interface.

    Args:
        id: the part before a dot is the action's name, and the whole id is in the message keys, e.g. ``log``.
        keys: Textual's names of its keys, the one to show first. An input method (IME) swallows plain letters, so
            important commands have a second key.
        places: the screens it belongs to.
        bar: its rank in the key bar, from 1; 0: it isn't shown there.
        argument: argument of the action, as Python source, where several commands share an action; or empty.
        writes: whether it writes to the journal, so that it is impossible while nothing can be written.
    """

    id: str
    keys: tuple[str, ...]
    places: tuple[str, ...]
    bar: int = 0
    argument: str = ""
    writes: bool = False

    @property
    def action(self) -> str:
        """The Textual action, e.g. ``move(1)``."""
        return f"{self.id.partition('.')[0]}({self.argument})"

    @property
    def label(self) -> str:
        """Key of the message that names it."""
        return f"commands.{self.id}"

    @property
    def help(self) -> str:
        """Key of the message that explains it."""
        return f"commands.{self.id}.help"


COMMANDS: Final[tuple[Command, ...]] = (
    Command("log", ("l", "f2"), (TODAY, STEP, WALK), bar=1, writes=True),
    Command("repeat", ("full_stop", "f4"), (TODAY, STEP, WALK), writes=True),
    Command("open", ("enter", "right"), (TODAY, ROLES, STEP, JOURNAL, ORGANISATION, REVIEW), bar=2),
    Command("open.duty", ("enter",), (MATRIX,), bar=2),
    Command("open.person", ("enter",), (TEAM,), bar=1),
    Command("tick", ("space", "f6"), (TODAY, ROLES, STEP, WALK), bar=3, writes=True),
    Command("choose.job", ("space", "f6"), (ORGANISATION,), bar=3, writes=True),
    Command("headcount", ("e", "f9"), (ORGANISATION,), bar=4, writes=True),
    Command("walk", ("w", "f7"), (TODAY, STEP), bar=4),
    Command("claim", ("c", "f8"), (TODAY, STEP, WALK), bar=5, writes=True),
    Command("withdraw", ("C",), (TODAY, STEP, WALK), bar=5, writes=True),
    Command("correct", ("e", "f9"), (TODAY, STEP, WALK, JOURNAL), bar=6, writes=True),
    Command("turn.next", ("n", "tab", "right_square_bracket"), (STEP, WALK), bar=7, argument="1"),
    Command("turn.previous", ("p", "shift+tab", "left_square_bracket"), (STEP, WALK), argument="-1"),
    Command("filter", ("f", "f4"), (JOURNAL, TEAM), bar=4),
    Command("filter.queue", ("f", "f4"), (REVIEW,), bar=6),
    Command("decided", ("d", "f3"), (REVIEW,), bar=7),
    Command("view.next", ("tab", "n", "right_square_bracket"), (TEAM,), bar=2, argument="1"),
    Command("view.previous", ("shift+tab", "p", "left_square_bracket"), (TEAM,), argument="-1"),
    Command("sort", ("s", "f8"), (TEAM,), bar=3),
    Command("only.urgent", ("x", "f6"), (TEAM,), bar=5, argument="'urgent'"),
    Command("only.role", ("o", "f7"), (TEAM,), bar=7, argument="'role'"),
    Command("enrol", ("a",), (ROLES,), bar=4, writes=True),
    Command("layer", ("y", "f4"), (MATRIX,), bar=1),
    Command("combine", ("w", "f7"), (MATRIX,), bar=3),
    Command("rows", ("m", "f8"), (MATRIX,), bar=3),
    Command("assess", ("e", "f9"), (MATRIX,), bar=3, writes=True),
    Command("pattern", ("p", "f6"), (MATRIX,), bar=4),
    Command("want", ("x", "ctrl+x"), (MATRIX,), bar=4, writes=True),
    Command("jump", ("b", "f2"), (MATRIX,), bar=7),
    Command("relate", ("r", "f10"), (TODAY, ROLES, STEP, WALK, MATRIX, ORGANISATION, TEAM), bar=7),
    Command("terms", ("t", "ctrl+t"), (*MAIN, READER, REVIEW), bar=9),
    Command("changes", ("v", "ctrl+r"), (TODAY,), bar=1),
    Command("reviewed", ("space", "f6"), (CHANGES,), bar=1),
    Command("confirm", ("c", "f8"), (REVIEW,), bar=1, writes=True),
    Command("sign", ("s", "f10"), (REVIEW,), bar=1, writes=True),
    Command("send.back", ("r", "f9"), (REVIEW,), bar=2, writes=True),
    Command("comment", ("m", "f2"), (REVIEW,), bar=3, writes=True),
    Command("mark", ("space", "f6"), (REVIEW,), bar=4, writes=True),
    Command("mark.all", ("a", "ctrl+a"), (REVIEW,), argument="1", writes=True),
    Command("evidence", ("e", "ctrl+e"), (REVIEW,), bar=7),
    Command("bulk", ("b", "f7"), (REVIEW,), bar=1, writes=True),
    Command("undo", ("u", "ctrl+underscore"), UNDOING, bar=8, writes=True),
    Command("redo", ("U", "ctrl+y"), UNDOING, writes=True),
    Command("find", ("slash", "f3"), MAIN, bar=9),
    Command("palette", ("ctrl+p",), MAIN),
    Command("language", ("L", "f5"), (*MAIN, HELP, START, READER, TERMS, CHANGES, REVIEW), bar=11),
    Command("help", ("question_mark", "f1"), (*MAIN, REVIEW), bar=12),
    Command("go.today", ("1",), MAIN, argument="'today'"),
    Command("go.roles", ("2",), MAIN, argument="'roles'"),
    Command("go.step", ("3",), MAIN, argument="'step'"),
    Command("go.matrix", ("4",), MAIN, argument="'matrix'"),
    Command("go.journal", ("5",), MAIN, argument="'journal'"),
    Command("go.organisation", ("6",), MAIN, argument="'organisation'"),
    Command("go.team", ("7",), MAIN, argument="'team'"),
    Command(
        "move.down", ("down", "j", "ctrl+n"), (*MAIN, FINDER, HELP, START, READER, TERMS, CHANGES, REVIEW), argument="1"
    ),
    Command("move.up", ("up", "k"), (*MAIN, FINDER, HELP, START, READER, TERMS, CHANGES, REVIEW), argument="-1"),
    Command("page.down", ("pagedown", "ctrl+f"), (*MAIN, FINDER, HELP, READER, TERMS, CHANGES, REVIEW), argument="1"),
    Command("page.up", ("pageup", "ctrl+b"), (*MAIN, FINDER, HELP, READER, TERMS, CHANGES, REVIEW), argument="-1"),
    Command("edge.first", ("home", "g"), (*MAIN, HELP, READER, TERMS, CHANGES, REVIEW), argument="-1"),
    Command("edge.last", ("end", "G"), (*MAIN, HELP, READER, TERMS, CHANGES, REVIEW), argument="1"),
    Command("scroll.down", ("J", "ctrl+d"), (*MAIN, REVIEW), argument="1"),
    Command("scroll.up", ("K", "ctrl+u"), (*MAIN, REVIEW), argument="-1"),
    Command("column.right", ("right",), (MATRIX, TEAM), argument="1"),
    Command("column.left", ("left",), (MATRIX, TEAM), argument="-1"),
    Command("choose", ("enter", "right"), (START, FINDER, READER, CHANGES), bar=2),
    Command("reveal", ("o", "f4"), (READER,), bar=2),
    Command("before", ("left", "backspace"), (START,)),
    Command(
        "back",
        ("escape", "q", "left", "backspace"),
        (ROLES, STEP, WALK, JOURNAL, ORGANISATION, HELP, TERMS, CHANGES),
        bar=10,
    ),
    Command("back.queue", ("left", "escape", "backspace"), (REVIEW,), bar=3),
    Command("back.link", ("left", "backspace", "escape", "q"), (READER,), bar=10),
    Command("back.grid", ("escape", "q", "backspace"), (MATRIX,), bar=10),
    Command("editor", ("ctrl+o", "f4"), (QUESTION,), bar=2),
    Command("back.team", ("escape", "q", "backspace"), (TEAM,), bar=6),
    Command("discard", ("f8", "ctrl+t"), (FORM,)),
    Command("cancel", ("escape",), (FORM, FINDER, START), bar=10),
    Command("quit", ("q", "ctrl+q"), (TODAY, REVIEW), bar=10),
    Command("suspend", ("ctrl+z",), (*MAIN, HELP, START, READER, TERMS, CHANGES, REVIEW, FINDER)),
)


def commands_of(place: str) -> Iterator[Command]:
    """The commands of a screen, in declared order; a key belongs to the first command that has it there."""
    return (command for command in COMMANDS if place in command.places)


def bar_of(place: str) -> tuple[Command, ...]:
    """The commands that the key bar of a screen shows, in the order of their rank."""
    return tuple(sorted((command for command in commands_of(place) if command.bar), key=lambda command: command.bar))
