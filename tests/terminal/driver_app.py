"""A Textual app full of borders and wide marks, drawn through our driver; ends when it gets Enter after ``j``.

Usage: driver_app.py translate|plain
"""

import sys

from textual.app import App
from textual.widgets import Static

from tui.terminal.driver import driver_for
from tui.terminal.mode import DrawingMode


class Bordered(App):
    CSS = "Static { border: heavy white; }"

    def __init__(self, mode):
        super().__init__(driver_class=driver_for(mode))
        self.keys = []

    def compose(self):
        yield Static("検知 ● ① → 完了 ✓", markup=False)

    def on_key(self, event):
        self.keys.append(event.key)
        if event.key == "enter":
            self.call_after_refresh(self.exit, " ".join(self.keys))


print(Bordered(DrawingMode(sys.argv[1] == "translate", "unicode", b"j\n")).run())
