"""The world of the screens: a trainee of the SOC role in STEP 2 on a fixed day, and a terminal to look at."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from settling import settled
from textual import events
from textual.pilot import Pilot

from tui.app import IkuseiApp
from tui.commands import COMMANDS
from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy, ReadingItem
from tui.curriculum.rule import Supervision
from tui.journal.journal import Journal
from tui.lang import Lang
from tui.screens.frame import Frame
from tui.session import Session
from tui.text.cells import take, width
from tui.text.glyphs import GlyphMode, glyphs_for
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import EntryForm, begin, log, set_tick

TODAY = date(2026, 11, 21)
NOON = 1_795_262_400_000
"""Noon of that day (UTC) in milliseconds: the clock of the journal starts there."""
WHOLE = Pack.open(builtin_folder())
PACK = Pack(
    WHOLE.folder,
    replace(WHOLE.contents, roles=tuple(replace(role, file=role.file * (role.id == "soc")) for role in WHOLE.roles)),
)
"""The real pack with content for one role only, to see how roles without content are shown."""
POLICY = Policy(
    name="",
    numbers={
        "soc.2.paired.times": 10,
        "soc.2.alone.times": 5,
        "soc.2.verdict.cases": 200,
        "soc.2.verdict.ratio": 95,
        "soc.3.period.months": 12,
        "soc.3.period.hole": 30,
    },
    readings={"soc.1.reading": (ReadingItem("soc.read.manual", "監視手順書"),)},
)
NOTHING_SET = Policy(name="", numbers={}, readings={})


def clock(start: int = NOON):
    """A wall clock that moves on by a second at each look."""
    now = start

    def tick() -> int:
        nonlocal now
        now += 1000
        return now

    return tick


def empty_book(path: Path, policy: Policy = POLICY, *, write: bool = True) -> Workbook:
    """A workbook in which nobody has begun."""
    journal = Journal.open(path, create=write, write=write, clock=clock(), host="desk")
    trainees = journal.trainees()
    return Workbook(journal, PACK, policy, trainees[0] if trainees else "", lambda: TODAY)


def fill(book: Workbook, *, start: int = 2) -> None:
    """Some weeks of work: paired seven times of ten, two hundred verdicts with 92 %, alone often enough."""
    begin(book, "佐藤 花", "soc", start)
    for day in range(2, 16, 2):
        note, ticket = "深夜帯の一次切り分けを田中さんと", f"INC-{1000 + day}"
        log(book, entry_form("soc.2.paired", day, Supervision.PAIRED, note=note, evidence=(ticket,)))
    for day in range(2, 18, 2):
        log(book, entry_form("soc.2.verdict", day, hits=23, total=25, note="IDS アラートの判定"))
    for day in range(3, 18, 3):
        log(book, entry_form("soc.2.alone", day, note="日次の監視業務"))
    set_tick(book, "soc.2.paired.triage", True)


def entry_form(item: str, day: int, supervision: Supervision = Supervision.ALONE, **fields) -> EntryForm:
    """A form filled in for a day of this month."""
    return EntryForm((item,), TODAY.replace(day=day), supervision=supervision, **fields)


def make_ready(book: Workbook, criterion_id: str = "soc.2.alone") -> None:
    """Tick every point of a criterion whose rule is met."""
    _, step, index = book.locate(criterion_id)
    for point in step.criteria[index].points:
        set_tick(book, point.id, True)


class Terminal:
    """What a person sees, and the keys that they press."""

    def __init__(self, app: IkuseiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def settle(self) -> None:
        """Wait until everything that was begun is done and drawn."""
        await settled(self._pilot)

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each when everything before it is drawn."""
        for key in keys:
            self.app.simulate_key(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Put a text into the field with the cursor as a terminal does: pasted in one piece."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def hit(self, keys: str) -> None:
        """Hit the keys of a text, letter by letter."""
        await self._pilot.press(*keys)
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Drag the terminal to another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self.settle()

    async def look_elsewhere(self) -> None:
        """Let the second pass in which the journal is looked at."""
        self.app.look_elsewhere()
        await self.settle()

    async def look_beside(self) -> None:
        """Let the seconds pass in which policy, overlay and trust folder are looked at."""
        self.app.look_beside()
        await self.settle()

    @property
    def lines(self) -> list[str]:
        """The rows of the terminal, without the blanks at their ends."""
        return [row.rstrip() for row in rows_of(self.app)]

    @property
    def text(self) -> str:
        """Everything on the terminal."""
        return "\n".join(self.lines)

    @property
    def title(self) -> str:
        """The first row."""
        return self.lines[0]

    @property
    def status(self) -> str:
        """The message above the row of keys, which may take several rows."""
        found = self.app.screen.query("#status")
        rows = found.first().size.height if found else 1
        return "".join(line.strip() for line in self.lines[-1 - rows : -1])

    def pane_of(self, heading: str) -> str:
        """The text of the pane with this heading, with its wrapped lines joined."""
        cells = next(width(line.partition(heading)[0]) for line in self.lines if heading in line)
        return "".join(line[len(take(line, cells)) :].strip() for line in self.lines[1:-2])

    @property
    def keys(self) -> str:
        """The last row."""
        return self.lines[-1].strip()

    @property
    def cursor(self) -> str:
        """The row under the cursor; if both panes have a cursor, that of the details."""
        marked = [line.rpartition("> ")[2] for line in self.lines[1:-2] if "> " in line]
        return marked[-1].strip() if marked else ""

    @property
    def place(self) -> str:
        """Which screen is in front."""
        return self.app.screen.PLACE

    @property
    def frame(self) -> Frame:
        """The main screen in front."""
        assert self.app.front is not None
        return self.app.front


def rows_of(app: IkuseiApp) -> list[str]:
    """The characters of every row of the screen in front.

    Textual has no public way to read a screen as text (an exported screenshot is an SVG), so this is the one place
    that asks the compositor; what it returns is what the driver writes, without colours.
    """
    app.screen.refresh(layout=False)
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


@asynccontextmanager
async def terminal(
    book: Workbook,
    lang: Lang = "ja",
    size: tuple[int, int] = (80, 24),
    glyphs: GlyphMode = "blocks",
    target: str = "",
    **session: object,
) -> AsyncIterator[Terminal]:
    """ikusei on a terminal of *size*; *session*: what else the screens share."""
    app = IkuseiApp(Session(book, lang, glyphs_for(glyphs), **session), target)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        while not book.trainee and app.front is not None:  # the questions of the first run come right after the start
            await settled(pilot)
        await settled(pilot)
        yield Terminal(app, pilot)


def commands_at(place: str):
    """The commands declared for a place."""
    return [command for command in COMMANDS if place in command.places]
