"""The state that all screens or places of one run share: the workbook, the language, the marks, what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.drawing.pen import Pen
from tui.errors import JournalError
from tui.lang import Lang, say
from tui.text.glyphs import Glyphs
from tui.workbook.standings.workbook import Workbook
from tui.workbook.wording.pack_names import names_of

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tui.journal.trouble import Trouble
    from tui.workbook.exchange.foreign_review import ForeignReview
    from tui.workbook.exchange.inbox import Stayed
    from tui.workbook.organisation.team import JournalTeam
    from tui.workbook.organisation.team_look import TeamLook
    from tui.workbook.setup.beside_the_file import Beside
    from tui.workbook.setup.reviewer import Reviewer
    from tui.workbook.trainee.editions import Pending

LANGUAGE = "language"
"""Key of the chosen language among the local values of the journal."""


@dataclass(slots=True)
class Session:
    """The shared state of the screens.

    Args:
        book: the open workbook.
        lang: the language shown.
        glyphs: the marks that the terminal can draw.
        role: id of the role looked at.
        step: number of the step looked at.
        criterion: id of the criterion looked at, or empty.
        pending: the changes of a new edition of the pack that weren't looked at yet, or None.
        reviewer: the mentor who reviews claims; None where trainees see their own record.
        revision: a number that grows with every change, so that screens know when to draw anew.
        deliver: delivers the reviewer's decisions to the trainee whose file they review, and returns a sentence about
            it in the given language; None where the user's own journal is reviewed.
        foreign_review: the review of somebody else's file, which notices what its owner writes; or None.
        inbox: the drop folder whose files are taken in while the screen is open; None: nothing is taken in.
        stayed: files of the drop folder that were not taken in, and why.
        layers: the layers of the matrix, one or two; empty before it was first seen.
        by_team: whether the rows of the matrix are teams.
        pattern: id of the organisation pattern that the matrix shows; empty for the one that ``Facts`` chooses.
        notices: sentences to show at the next screen (a warning of the journal, an error).
        open_team: reads the team of a journal with the mentors of the trust folder; None: without a trust folder.
        team: the team as it was read last, or None before it was read.
        team_look: view, order and filters of the team as they were last, or None.
        own: the user's own workbook, role and step, while somebody else's record is shown; else None.
        beside: notices changes of policy, overlay and trust folder; None: nothing is watched.
        find_reviewer: gives the reviewer anew after such a change, with the key that the trust folder then allows.
    """

    book: Workbook
    lang: Lang
    glyphs: Glyphs
    role: str = ""
    step: int = 1
    criterion: str = ""
    revision: int = 0
    pending: Pending | None = None
    reviewer: Reviewer | None = None
    deliver: Callable[[Lang], str] | None = None
    foreign_review: ForeignReview | None = None
    inbox: Path | None = None
    stayed: tuple[Stayed, ...] = ()
    layers: tuple[str, ...] = ()
    by_team: bool = False
    pattern: str = ""
    notices: list[str] = field(default_factory=list)
    open_team: Callable[[Workbook], JournalTeam] | None = None
    team: JournalTeam | None = None
    team_look: TeamLook | None = None
    own: tuple[Workbook, str, int] | None = None
    beside: Beside | None = None
    find_reviewer: Callable[[Workbook], Reviewer] | None = None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written: the journal is read-only, or somebody else's record is shown."""
        return self.own is not None or self.book.journal.read_only

    @property
    def day(self) -> date | None:
        """The current day; None while the roster, which sets the clock, can't be read."""
        try:
            return self.book.today()
        except JournalError:
            return None

    def look_at_person(self, trainee: str) -> None:
        """Show another trainee's record until ``look_back``; nothing can be written meanwhile in their name."""
        if self.own is None:
            self.own = self.book, self.role, self.step
        self.book = self.own[0].whole(trainee)
        self.revision += 1

    def look_back(self) -> None:
        """Show the user's own record again."""
        if self.own is not None:
            self.book, self.role, self.step = self.own
            self.own, self.criterion = None, ""
            self.revision += 1

    @property
    def behind(self) -> Trouble | None:
        """Since when and why the journal can't be read, so that the screens show what was read before; else None."""
        memory = self.book.journal.memory
        return memory.trouble if memory is not None else None

    @contextmanager
    def asking(self) -> Iterator[None]:
        """A block that writes. In it the journal itself is read, not what is remembered of it from before.

        Raises:
            JournalError: the journal can't be read or written now.
        """
        with self.book.journal.asking():
            yield

    def look_again(self) -> bool:
        """Try to read the journal again; True if it can be read now, so that everything is to be drawn anew."""
        if not self.book.journal.look_again():
            return False
        self.revision += 1
        return True

    @property
    def has_trouble(self) -> bool:
        """Whether something can't be written or read at the moment; it is tried again then."""
        return self.book.journal.keeping.trouble is not None or self.behind is not None

    def standing(self) -> str:
        """Sentences about present trouble: what can't be written or read, and why a trust folder doesn't count."""
        keeping = self.book.journal.keeping
        if not self.has_trouble:
            return self.distrust
        from tui.workbook.wording.unkept import cannot_keep, cannot_read  # only needed when there is trouble

        cannot = cannot_read(self.behind, keeping, self.lang) if self.behind else cannot_keep(keeping, self.lang)
        return "  ".join(each for each in (cannot, self.distrust) if each)

    @property
    def distrust(self) -> str:
        """Why the opened trust folder doesn't count in its present state; empty: it counts, or wasn't opened."""
        if not self.book.authority.asks_a_folder:
            return ""
        from tui.workbook.wording.distrust import distrust_of  # most have no trust folder

        return distrust_of(self.book, self.lang)

    def look_beside(self) -> bool:
        """Read policy, overlay and trust folder again if one of them has changed; False if none has.

        Raises:
            ContentFaults: a changed file has a fault; everything stays as it was.
            SigningError: the key that the reviewer chose is gone.
            JournalError: the reader's own state file can't be read.
        """
        if self.beside is None or not self.beside.has_changed():
            return False
        book = self.own[0] if self.own else self.book
        self.beside.read_again(book)
        if self.own:
            self.book = book.whole(self.book.trainee)
        self.team = None
        role = self.book.pack.role(self.role) if self.role else None
        if self.role and (role is None or role.step(self.step) is None):
            self.look_at_current_step()
        self.revision += 1
        if self.find_reviewer is not None:
            self.reviewer = self.find_reviewer(book)
        return True

    def gather_team(self) -> JournalTeam:
        """The team as the journal has it now.

        Raises:
            JournalError: the journal can't be read.
        """
        from tui.workbook.organisation.team import JournalTeam  # only the lead's screen needs it

        if self.team is None:
            self.team = self.open_team(self.book) if self.open_team else JournalTeam(self.book)
        else:
            self.team.read_again()
        return self.team

    def names(self) -> dict[str, str]:
        """Names by id, for the ids in the trainee's events."""
        return names_of(self.book, self.lang)

    def name_of(self, item: str) -> str:
        """The name of an id; from the pack alone while the journal can't be read."""
        try:
            return self.names().get(item, item)
        except JournalError:
            from tui.workbook.wording.pack_names import title_of  # only needed while the journal can't be read

            thing = self.book.pack.find(item)
            return title_of(thing).of(self.lang) if thing is not None else item

    def say(self, key: str, **fields: object) -> str:
        """A message in the present language."""
        return say(self.lang, key, **fields)

    def pen(self, width: int) -> Pen:
        """A pen for drawings of *width* cells."""
        pen = Pen.of_pack(self.book.pack, self.lang, self.glyphs, max(10, width))
        return pen.by(self.book.calendar, self.book.today())

    def switch_language(self) -> None:
        """Show everything in the other language, and remember it for the next start."""
        self.lang = "en" if self.lang == "ja" else "ja"
        self.book.journal.keep(LANGUAGE, self.lang)

    def look_at_current_step(self) -> None:
        """Set ``role`` and ``step`` to where the trainee is now, in the first followed role that has content."""
        for ladder in self.book.ladders():
            if not ladder.has_content:
                continue
            rung = ladder.current or ladder.rungs[-1]
            self.role, self.step = ladder.role.id, max(1, rung.number or 1)
            return
