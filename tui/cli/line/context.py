"""What every verb gets: the settings, the language, the streams, and the workbook when it asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.line.out import Out
from tui.errors import UsageError
from tui.lang import Lang, say
from tui.record import record

if TYPE_CHECKING:
    from tui.curriculum.model import Text
    from tui.curriculum.pack import Pack
    from tui.drawing.pen import Pen
    from tui.journal.journal import Journal
    from tui.terminal.mode import Ambiguous
    from tui.text.glyphs import Glyphs
    from tui.workbook.setup.settings import Settings
    from tui.workbook.standings.workbook import Workbook


@record
class Looks:
    """The options about the screen.

    Args:
        lang: the language of ``--lang``, or None.
        ambiguous: how wide characters of ambiguous width are, or ``ascii``.
        mouse: whether the mouse is used.
        plain: whether ``--plain`` asks for lines instead of the screen.
    """

    lang: Lang | None = None
    ambiguous: Ambiguous = "auto"
    mouse: bool = True
    plain: bool = False


@record
class Cli:
    """One call of the command line.

    Args:
        settings: where everything lies.
        out: the streams to write to.
        env: the environment.
        stack: closes at the end of the call whatever was opened.
        looks: the options about the screen.
        renew: updates the cached answers after a workbook was written to.
    """

    settings: Settings
    out: Out
    env: Mapping[str, str]
    stack: ExitStack
    looks: Looks
    renew: Callable[[Cli, Workbook], None]

    def at(self, state: str | Path) -> Cli:
        """The same call for another state file, with the policy, overlay, trust folder and inbox beside that one.

        Raises:
            UsageError: the call is for the demo, which has a state file of its own.
        """
        from tui.workbook.setup.ownership import for_reader  # few calls have --state behind the verb
        from tui.workbook.setup.settings import beside

        if self.is_demo:
            raise UsageError("cli.demo_or_state")
        return replace(self, settings=for_reader(beside(self.settings, Path(state).expanduser())))

    @property
    def is_demo(self) -> bool:
        """Whether the call is for a demo, whose state file is removed afterwards."""
        return self.settings.today is not None

    @property
    def is_others(self) -> bool:
        """Whether the state file is somebody else's, so that it is only read.

        Raises:
            JournalError: the reader's own state file can't be read.
        """
        if self.settings.state == self.settings.own:
            return False
        from tui.workbook.setup.ownership import is_foreign  # most calls are about the user's own file

        return is_foreign(self.settings)

    @property
    def may_write(self) -> bool:
        """Whether the user may write to the state file: their own one, or a further one of theirs.

        Raises:
            JournalError: the reader's own state file can't be read.
        """
        if self.settings.state == self.settings.own:
            return True
        from tui.workbook.setup.ownership import may_write  # see is_others

        return may_write(self.settings)

    @property
    def lang(self) -> Lang:
        """The language of all output."""
        return self.settings.lang

    def say(self, key: str, **fields: object) -> str:
        """A message in the language of the call."""
        return say(self.lang, key, **fields)

    def of(self, text: Text) -> str:
        """A text of the pack in the language of the call."""
        return text.of(self.lang)

    @property
    def glyphs(self) -> Glyphs:
        """The marks that the terminal can show."""
        from tui.terminal.environment import glyph_mode  # only what draws marks needs it
        from tui.text.glyphs import glyphs_for

        return glyphs_for("ascii" if self.looks.ambiguous == "ascii" else glyph_mode(self.env))

    def as_wide_as(self, cells: int) -> Cli:
        """The same call with lines of at most *cells* cells."""
        out = copy(self.out)
        out.width = cells
        return replace(self, out=out)

    def pen(self, pack: Pack, book: Workbook | None = None) -> Pen:
        """The pen of the command line: as wide as its output, with the calendar of *book*."""
        from tui.calendar import SYSTEM  # as the next line
        from tui.drawing.pen import Pen  # a call that only writes draws nothing
        from tui.text.line import CURSOR

        return Pen.of_pack(pack, self.lang, self.glyphs, self.out.width - CURSOR, flat=True).by(
            SYSTEM if book is None else book.calendar, None
        )

    def workbook(self, *, write: bool = False) -> Workbook:
        """The open workbook of somebody who has begun; it is closed at the end of the call.

        Raises:
            UsageError: nobody has begun yet.
            IkuseiError: it can't be opened.
        """
        book = self.workbook_if_begun(write=write)
        if book is None:
            raise UsageError("cli.nobody", path=self.settings.state)
        if write:
            from tui.workbook.setup.opening import is_somebody_elses  # reading doesn't need it

            if is_somebody_elses(book):
                raise UsageError("cli.nobody", path=self.settings.state)
            for warning in book.journal.warnings:
                self.out.tell(self.say(warning.key, **warning.fields))
        return book

    def workbook_if_begun(self, *, write: bool = False) -> Workbook | None:
        """The open workbook, or None where nobody has begun yet; it is closed at the end of the call.

        Raises:
            IkuseiError: it can't be opened.
        """
        try:
            self.settings.state.stat()
        except FileNotFoundError:
            return None
        except OSError:
            pass  # opening it says what is wrong
        book = self.open_book(write=write)
        return book if book.trainee else None

    def journal_if_there(self) -> Journal | None:
        """The journal alone, open for reading, or None where there is none; it is closed at the end of the call.

        Raises:
            JournalError: it can't be opened.
        """
        from tui.workbook.setup.opening import open_journal  # not every verb needs a journal

        try:
            self.settings.state.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            pass  # opening it says what is wrong
        with self._progress() as tell:
            return self.stack.enter_context(open_journal(self.settings, write=False, tell=tell))

    def open_book(self, *, write: bool, create: bool = False) -> Workbook:
        """The open workbook, whether anybody has begun or not; it is closed at the end of the call.

        Args:
            write: whether the caller wants to write.
            create: whether to make the state file where there is none.

        Raises:
            IkuseiError: it can't be opened.
        """
        from tui.workbook.setup.opening import open_workbook  # not every verb needs a workbook

        with self._progress() as tell:
            book = open_workbook(self.settings, write=write, create=create, tell=tell)
        self.stack.callback(self._close, book)
        return book

    @contextmanager
    def _progress(self) -> Iterator[Callable[[int], None]]:
        """Show on a terminal how many rows of somebody else's file were read; ctrl+c leaves the copy as it was."""
        is_shown = False

        def tell(count: int) -> None:
            nonlocal is_shown
            is_shown = True
            self.out.progress(self.say("cli.reading", path=self.settings.state, count=count))

        try:
            yield tell
        finally:
            if is_shown:
                self.out.progress("")

    def _close(self, book: Workbook) -> None:
        """Close a workbook; after a write, update the cached answer of ``ikusei status`` first."""
        try:
            if book.journal.has_written:
                self.renew(self, book)
            self.tell_distrust(book)
        finally:
            book.journal.close()

    def tell_distrust(self, book: Workbook) -> None:
        """Tell the user if the answer depended on a trust folder that doesn't count."""
        self.out.tell_once(self.distrust(book))
        self.out.tell_once(self.theirs_ignored())

    def theirs_ignored(self) -> str:
        """If the reader has no trust folder: that the one beside somebody else's file isn't used; else empty."""
        from tui.workbook.setup.settings import TRUST_FOLDER  # ``--help`` needs no settings

        theirs = self.settings.state.with_name(TRUST_FOLDER)
        if not self.is_others or self.settings.trust == theirs or self.settings.trust.is_dir() or not theirs.is_dir():
            return ""
        return self.say("trust.own_only", theirs=theirs, folder=self.settings.trust)

    def distrust(self, book: Workbook) -> str:
        """Why the trust folder that *book* has opened doesn't count in its present state; else empty."""
        if not book.authority.asks_a_folder:
            return ""
        from tui.workbook.wording.distrust import distrust_of  # most have no trust folder

        return distrust_of(book, self.lang)
