"""The frame of a screen on which the organisation's marks are written without leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.curriculum.textbook import Duty
from tui.errors import IkuseiError
from tui.screens.frame import Frame
from tui.session import Session
from tui.text.line import Span
from tui.workbook.organisation.assess_values import assess_choices, assess_values, read_assessment
from tui.workbook.organisation.assessing import write_changes
from tui.workbook.organisation.layers import Facts
from tui.workbook.setup.identity import author_of
from tui.workbook.setup.reviewer import Reviewer

if TYPE_CHECKING:
    from tui.widgets.assess_panel import AssessPanel, AssessWords


class AssessingFrame(Frame):
    """Assessing a duty, wanting a pattern."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._panel: AssessPanel | None = None
        self._assessed: Duty | None = None

    # -- what a subclass gives ------------------------------------------------------------------------------------

    @property
    def facts(self) -> Facts:
        """What is known of the duties."""
        raise NotImplementedError

    def assess_target(self) -> Duty | None:
        """The duty to assess, or None where the cursor names no single duty."""
        raise NotImplementedError

    # -- assessing ------------------------------------------------------------------------------------------------

    @property
    def typing(self) -> bool:
        """Whether the form or a question is open."""
        return super().typing or (self._panel is not None and bool(self._panel.display))

    @property
    def author(self) -> Reviewer:
        """The author of the assessment: the reviewer, else the owner of the journal."""
        return self.session.reviewer or author_of(self.session.book)

    async def action_assess(self) -> None:
        """Open the form for the duty."""
        self._assessed = self.assess_target()
        if self._assessed is None:
            self.tell(self.session.say("matrix.choose_duty"))
            return
        with self.opening():
            await self._open_assessment(self._assessed)

    async def _open_assessment(self, duty: Duty) -> None:
        from tui.widgets.assess_panel import AssessPanel  # Input is not needed before the first form

        if self._panel is None:
            self._panel = AssessPanel(id="assess")
            await self.mount(self._panel, before="#status")
        say = self.session.say
        values, choices = assess_values(self.facts, duty.id), assess_choices(self.session.lang)
        self._panel.open(self._words(duty), values, choices)
        self.tell("")
        self.tell_form_keys(("Tab", say("screens.form.next")))

    def _words(self, duty: Duty) -> AssessWords:
        from tui.widgets.assess_panel import HALVES, AssessWords  # see action_assess

        say = self.session.say
        labels = {name: say(f"matrix.form.{name}") for name in ("note", "secbok")}
        for half in HALVES:
            labels[f"{half}-how"] = say(f"matrix.form.{half}-how")
            labels |= {f"{half}-{part}": say(f"matrix.form.{part}") for part in ("level", "provider")}
        title = (
            Span(f" {say('matrix.form.title')}  ", "title"),
            Span(f"{duty.code} {duty.name.of(self.session.lang)}"),
        )
        return AssessWords(title, labels)

    def on_form_panel_cancelled(self) -> None:
        """Close the form."""
        self._close_assessment("")

    def on_form_panel_submitted(self) -> None:
        """Write the assessment; if it is invalid, say why and leave the form open."""
        if self._panel is None or self._assessed is None:
            return
        try:
            change = read_assessment(self.session.book.pack, self._assessed.id, self._panel.values)
            with self.session.asking():
                written = write_changes(self.session.book, self.author, [change])
        except IkuseiError as error:
            self.tell_error(error)
            return
        self.session.revision += 1
        key = "matrix.assess.written" if written else "matrix.assess.unchanged"
        self._close_assessment(self.session.say(key, what=self._assessed.code))

    def _close_assessment(self, text: str) -> None:
        if self._panel is not None:
            self._panel.close()
        self.redraw()
        self.tell_keys()
        self.tell(text)

    def action_want(self) -> None:
        """Make the pattern that is shown the wanted one, or take that back."""
        looked_at = self.facts.pattern
        if looked_at is None:
            return
        wanted = "" if self.facts.profile.wanted == looked_at.id else looked_at.id
        with self.writing():
            write_changes(self.session.book, self.author, (), wanted)
            self.tell(self.session.say("matrix.wanted_in_journal", pattern=wanted or "-"))
