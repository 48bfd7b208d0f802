"""The bars of a screen: title, keys, and the status line."""

from __future__ import annotations

from collections.abc import Sequence

from tui.text.cells import MORE, take
from tui.text.kinsoku import wrap
from tui.text.line import Line, Span, clip, justify, line_width
from tui.widgets.canvas import Canvas


class TitleBar(Canvas):
    """One line: where we are on the left, who it is about on the right."""

    DEFAULT_CSS = "TitleBar { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._left: Line = ()
        self._right: Line = ()

    def tell(self, left: Line, right: Line) -> None:
        """Show *left* and *right* at the two ends."""
        self._left, self._right = left, right
        self.relayout()

    def relayout(self) -> None:
        """Lay out both ends for the width; the right one is cut first, since it says what the user knows already."""
        room = max(self.size.width // 3, self.size.width - line_width(self._left) - 4)
        self.show([justify((Span(" "), *self._left), (*clip(self._right, room), Span(" ")), self.size.width)])


class KeyBar(Canvas):
    """One line of keys and what they do; those that don't fit are left out, but never the last one (help)."""

    DEFAULT_CSS = "KeyBar { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._keys: Sequence[tuple[str, str]] = ()

    def tell(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show pairs of key and label, in the order of their rank."""
        self._keys = keys
        self.relayout()

    def relayout(self) -> None:
        """Fill the width: first ranks first, and always the last pair."""
        if not self._keys:
            self.show([()])
            return
        *others, last = [(Span(key, "key"), Span(f" {label}  ")) for key, label in self._keys]
        room = self.size.width - 1 - line_width(last)
        spans: list[Span] = [Span(" ")]
        for pair in others:
            if line_width(pair) <= room:
                spans += pair
                room -= line_width(pair)
        self.show([(*spans, *last)])


class StatusLine(Canvas):
    """What just happened; a message stays until the next one and doesn't disappear by itself.

    It has one line; a longer message (an error ends with how to mend it) gets up to ``MOST`` lines. One that needs more
    ends with ``..``.
    """

    MOST = 5
    DEFAULT_CSS = "StatusLine { height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._text = ""
        self._style = ""
        self._standing = ""
        self._rows = 1
        self._below = 0

    def say(self, text: str, style: str = "") -> None:
        """Show *text*, or nothing."""
        self._text, self._style = text, style
        self.relayout()

    def take_back(self, text: str) -> None:
        """Remove *text*, unless another message has replaced it since."""
        if self._text == text:
            self.say("")

    def stand(self, text: str) -> None:
        """Show *text* above any message, until it is called with an empty text."""
        if text != self._standing:
            self._standing = text
            self.relayout()

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to show."""
        return not self._text and not self._standing

    def stand_above(self, rows: int) -> None:
        """Keep *rows* rows free below a message, for the question that covers this line."""
        self._below = rows
        self.relayout()

    def relayout(self) -> None:
        """Break the sentence for the width, and take as many lines as it needs."""
        width = self.size.width - 2
        said = ((self._standing, "strong"), (self._text, self._style))
        lines = [
            (Span(f" {line}", style),)
            for text, style in said
            if text
            for line in (wrap(text, width) if width > 0 else [text])
        ]
        if len(lines) > self.MOST:
            (cut,) = lines[self.MOST - 1]
            lines[self.MOST - 1 :] = [(cut._replace(text=take(cut.text, max(0, width + 1 - len(MORE))) + MORE),)]
        # A question of one row may cover the body. For more rows room is made: edges of panes would cut its letters.
        below = self._below if lines or self._below > 1 else 0
        shown: list[Line] = [*lines, *[()] * below] or [()]
        if len(shown) != self._rows:
            self._rows = len(shown)
            self.styles.height = self._rows
        self.show(shown)
