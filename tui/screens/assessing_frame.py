"""The frame of a screen on which the organisation's marks are written without leaving it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.curriculum.model import Duty
from tui.errors import IkuseiError
from tui.journal.assessment import LAST_LEVEL, How, Mark
from tui.screens.frame import Frame
from tui.screens.session import Session
from tui.text.line import Span
from tui.workbook.identity import author_of
from tui.workbook.layer_words import way
from tui.workbook.layers import Facts
from tui.workbook.organisation import NOT_SAID, Change, changed, columns_named, write_changes
from tui.workbook.reviewer import Reviewer

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
        """The duty to assess, or None where it isn't clear which."""
        raise NotImplementedError

    # -- assessing ------------------------------------------------------------------------------------------------

    @property
    def typing(self) -> bool:
        """Whether the form or a question is open."""
        return super().typing or (self._panel is not None and bool(self._panel.display))

    @property
    def author(self) -> Reviewer:
        """Who says it: the reviewer, else the person whose journal it is."""
        return self.session.reviewer or author_of(self.session.book)

    async def action_assess(self) -> None:
        """Open the form for the duty."""
        self._assessed = self.assess_target()
        if self._assessed is None:
            self.tell(self.session.say("matrix.choose_duty"), "accent")
            return
        with self.opening():
            await self._open_assessment(self._assessed)

    async def _open_assessment(self, duty: Duty) -> None:
        from tui.widgets.assess_panel import AssessPanel  # noqa: PLC0415 - Input is not needed before the first form

        if self._panel is None:
            self._panel = AssessPanel(id="assess")
            await self.mount(self._panel, before="#status")
        said = self.facts.said(duty.id)
        halves = {"now": said.now, "target": said.target} if said else {"now": NOT_SAID, "target": NOT_SAID}
        columns = ", ".join(each.partition(".")[2] for each in self.facts.columns(duty.id))
        values = {"note": said.note if said else "", "secbok": columns}
        for half, mark in halves.items():
            level = str(mark.level) if mark.level else ""
            values |= {f"{half}-how": str(mark.how), f"{half}-level": level, f"{half}-provider": mark.provider}
        say, lang = self.session.say, self.session.lang
        ways = [(str(how), way(how, lang)) for how in (How.UNSAID, *(each for each in How if each))]
        levels = [(str(level), say(f"matrix.level.{level}")) for level in range(1, LAST_LEVEL + 1)]
        choices = {"how": ways, "level": [("", say("words.unset")), *levels]}
        self._panel.open(self._words(duty), values, choices)
        self.tell("")
        self.tell_form_keys(("Tab", say("screens.form.next")))

    def _words(self, duty: Duty) -> AssessWords:
        from tui.widgets.assess_panel import HALVES, AssessWords  # noqa: PLC0415 - see action_assess

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
        """Write the assessment; where it can't be so, say why and leave the form open."""
        if self._panel is None or self._assessed is None:
            return
        values = self._panel.values
        change = Change(
            self._assessed.id, now=_mark(values, "now"), target=_mark(values, "target"), note=values["note"]
        )
        try:
            columns = columns_named(self.session.book.pack, values["secbok"].split(","))
            change = replace(change, columns=columns)
            with self.session.asking():
                written = write_changes(self.session.book, self.author, [change])
        except IkuseiError as error:
            self.tell_error(error)
            return
        self.session.revision += 1
        key = "matrix.assess.written" if written else "matrix.assess.unchanged"
        self._close_assessment(self.session.say(key, what=self._assessed.code), "ok")

    def _close_assessment(self, text: str, style: str = "") -> None:
        if self._panel is not None:
            self._panel.close()
        self.redraw()
        self.tell_keys()
        self.tell(text, style)

    def action_want(self) -> None:
        """Make the pattern that is looked at the wanted one, or not any more."""
        looked_at = self.facts.pattern
        if looked_at is None:
            return
        wanted = "" if self.facts.profile.wanted == looked_at.id else looked_at.id
        with self.writing():
            write_changes(self.session.book, self.author, (), wanted)
            self.tell(self.session.say("matrix.wanted_in_journal", pattern=wanted or "-"), "ok")


def _mark(values: dict[str, str], half: str) -> Mark:
    """A half of the form; a level or a provider that its way can't have is left out."""
    how = How(values[f"{half}-how"])
    level, provider = values[f"{half}-level"], values[f"{half}-provider"].strip()
    return changed(Mark(how, int(level) if level else 0, provider))
