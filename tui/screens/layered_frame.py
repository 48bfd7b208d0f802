"""The frame of a screen that shows duties with layers: which layers are shown, and their data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tui.commands import Command
from tui.errors import IkuseiError
from tui.screens.assessing_frame import AssessingFrame
from tui.screens.sized import SETTLE
from tui.session import Session
from tui.workbook.organisation.layer_choice import next_beside, next_layer, next_pattern
from tui.workbook.organisation.layers import Facts, Layer
from tui.workbook.wording.layers import layer_name


class LayeredFrame(AssessingFrame):
    """Choosing the layers and the pattern to compare with; the choice is kept when the screen is left."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._facts = Facts(session.book)
        self._read_at: tuple[object, ...] = ()

    @property
    def shown_layers(self) -> tuple[Layer, ...]:
        """The layers laid over the matrix, one or two."""
        return tuple(map(Layer, self.session.layers)) or (Layer.REGION,)

    @property
    def facts(self) -> Facts:
        """The data of the layers, from the present journal."""
        now = (self.session.revision, self.session.pattern)
        if now != self._read_at:
            self._facts = Facts(self.session.book, self.session.pattern)
            self._read_at = now
        return self._facts

    def crumbs(self) -> str:
        """The place, and the layers on it."""
        names = " + ".join(layer_name(each, self.facts, self.session.lang) for each in self.shown_layers)
        return f"{super().crumbs()}  {names}"

    def can(self, command: Command) -> bool:
        """As for every screen; the commands for patterns only while the layer of patterns is shown."""
        if command.id in {"pattern", "want"} and (Layer.PATTERN not in self.shown_layers or self.facts.pattern is None):
            return False
        return super().can(command)

    def action_layer(self) -> None:
        """Show the next layer instead of the first one."""
        self._lay(*next_layer(self.shown_layers))

    def action_combine(self) -> None:
        """Show the next layer beside the first one; after the last layer, none."""
        self._lay(*next_beside(self.shown_layers))

    def _lay(self, *layers: Layer) -> None:
        before = self.session.layers
        self.session.layers = tuple(str(each) for each in layers)
        with self.reading(before):
            self.relay()

    @contextmanager
    def reading(self, before: tuple[str, ...] | None = None) -> Iterator[None]:
        """A block that may read files of the pack for the first time; a fault in one is shown in one sentence.

        Args:
            before: the layers to go back to after a fault; left out, the present ones.
        """
        try:
            yield
        except IkuseiError as error:
            self.session.layers = self.session.layers if before is None else before
            self.tell_error(error)

    def relay(self) -> None:
        """Draw after rows or layers have changed; new sizes are laid out first, so that it takes one frame, not two."""
        self.tell("")
        self.prepare()
        self.app.delay_update(SETTLE)
        self.redraw()

    def prepare(self) -> None:
        """Read the data of the layers before the drawing, which would be held back too long by it."""

    def action_pattern(self) -> None:
        """Compare with the next pattern."""
        self.session.pattern = next_pattern(self.facts) or self.session.pattern
        self.tell("")
        self.redraw()
