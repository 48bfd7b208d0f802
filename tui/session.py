"""What the screens of one run share: the workbook, the language, the marks, and what was being typed."""

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
        pending: what a new edition of the pack changed and isn't looked at yet, or None.
        reviewer: who looks at the claims of others; None where somebody looks at their own way.
        revision: goes up with every change, so that screens know when to draw anew.
        deliver: brings what the reviewer has decided to the trainee whose file they look at, and says in a language
            how it goes; None where one's own journal is looked at.
        foreign_review: the file of somebody else that is reviewed, so that what its owner writes is noticed; or None.
        inbox: the drop folder whose files come in while the screen is open; None: nothing comes in by itself.
        stayed: files of the drop folder that were not taken in, and why.
        layers: the layers laid over the matrix, one or two; none before it was first seen.
        by_team: whether the rows of the matrix are teams.
        pattern: id of the organisation pattern that the matrix looks at; empty for the one that suggests itself.
        notices: sentences to show at the next screen (a warning of the journal, an error).
        open_team: reads the team of the journal with what the trust folder says; None: without a trust folder.
        team: the team as it was read last, or None before anybody has looked at it.
        team_look: how the team was looked at last, or None.
        own: what was looked at before somebody else's way: workbook, role, step; None while it is one's own.
        beside: notices where policy, overlay or trust folder are changed; None: nothing is watched.
        find_reviewer: finds the reviewer again, with the key that the trust folder allows by then.
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
        """Whether it can only be looked at: the journal, or the way of somebody else."""
        return self.own is not None or self.book.journal.read_only

    @property
    def day(self) -> date | None:
        """The current day; None while the roster that says by which clock can't be read."""
        try:
            return self.book.today()
        except JournalError:
            return None

    def look_at_person(self, trainee: str) -> None:
        """Look at somebody's way, until ``look_back``: nobody writes for somebody else, so nothing can be written."""
        if self.own is None:
            self.own = self.book, self.role, self.step
        self.book = self.own[0].whole(trainee)
        self.revision += 1

    def look_back(self) -> None:
        """Look at one's own way again."""
        if self.own is not None:
            self.book, self.role, self.step = self.own
            self.own, self.criterion = None, ""
            self.revision += 1

    @property
    def behind(self) -> Trouble | None:
        """Since when, and why, the journal can't be read, so that the screens show what was read last; or None."""
        memory = self.book.journal.memory
        return memory.trouble if memory is not None else None

    @contextmanager
    def asking(self) -> Iterator[None]:
        """A block that writes, and so asks the journal itself, not what was read of it before.

        Raises:
            JournalError: it can't be read now, or written.
        """
        with self.book.journal.asking():
            yield

    def look_again(self) -> bool:
        """Whether the journal can be read again, so that everything is to be drawn anew."""
        if not self.book.journal.look_again():
            return False
        self.revision += 1
        return True

    @property
    def has_trouble(self) -> bool:
        """Whether something can't be kept or read, so that it is tried again and again."""
        return self.book.journal.keeping.trouble is not None or self.behind is not None

    def standing(self) -> str:
        """What isn't as it should be: what can't be kept or read, since when and why; a folder that doesn't count."""
        keeping = self.book.journal.keeping
        if not self.has_trouble:
            return self.distrust
        from tui.workbook.wording.unkept import cannot_keep, cannot_read  # nearly always all is well

        cannot = cannot_read(self.behind, keeping, self.lang) if self.behind else cannot_keep(keeping, self.lang)
        return "  ".join(each for each in (cannot, self.distrust) if each)

    @property
    def distrust(self) -> str:
        """Why the trust folder that was asked doesn't count as it lies there; empty where nothing is wrong."""
        if not self.book.authority.asks_a_folder:
            return ""
        from tui.workbook.wording.distrust import distrust_of  # most have no trust folder

        return distrust_of(self.book, self.lang)

    def look_beside(self) -> bool:
        """Read policy, overlay and trust folder again where one of them was changed; whether one was.

        Raises:
            ContentFaults: what was changed has a fault; everything stays as it was.
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
        """What the ids in the trainee's events are called."""
        return names_of(self.book, self.lang)

    def name_of(self, item: str) -> str:
        """The name of one of ``names``; as the pack has it where the journal can't be asked who follows what."""
        try:
            return self.names().get(item, item)
        except JournalError:
            from tui.workbook.wording.pack_names import title_of  # nearly always it can

            thing = self.book.pack.find(item)
            return title_of(thing).of(self.lang) if thing is not None else item

    def say(self, key: str, **fields: object) -> str:
        """A message in the language shown."""
        return say(self.lang, key, **fields)

    def pen(self, width: int) -> Pen:
        """A pen for drawings of *width* cells."""
        pen = Pen.of_pack(self.book.pack, self.lang, self.glyphs, max(10, width))
        return pen.by(self.book.calendar, self.book.today())

    def switch_language(self) -> None:
        """Show everything in the other language, now and next time."""
        self.lang = "en" if self.lang == "ja" else "ja"
        self.book.journal.keep(LANGUAGE, self.lang)

    def look_at_current_step(self) -> None:
        """Look at the step where the trainee is now, of the first followed role that has content."""
        for ladder in self.book.ladders():
            if not ladder.has_content:
                continue
            rung = ladder.current or ladder.rungs[-1]
            self.role, self.step = ladder.role.id, max(1, rung.number or 1)
            return
