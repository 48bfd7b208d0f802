#!/bin/bash
# Guess, written down beforehand: Textual says that App.cursor_position is where the terminal's cursor stands, "useful for
# controlling the positioning of OS IME and emoji popup menus". So when a hidden Input is shown and focused, it points at the cell where the Input draws its cursor.
# What happened instead: it is noted when the Input gets the focus, before it is laid out. It stays at the top left, far from the
# field, until something is typed. With the cursor at the end of the text it is then one cell to the right of the drawn one.
# Versions: Textual 8.2.8, Python 3.11.7.
# What it means for users: who writes Japanese, Chinese or Korean sees the window of their input method, and the first word in it,
# in the corner of the terminal instead of in the field. An app can make cursor_position a property that asks the focused Input.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 || exit 77
cat > "$folder/app.py" <<'PYTHON'
import asyncio

from textual.app import App
from textual.widgets import Input, Static


class Asking(App[None]):
    CSS = "Static { height: 10; } Input { display: none; border: none; padding: 0; height: 1; }"
    AUTO_FOCUS = ""
    BINDINGS = [("f2", "ask", "Ask")]

    def compose(self):
        yield Static("text")
        yield Input("abc")

    def action_ask(self) -> None:
        field = self.query_one(Input)
        field.display = True
        field.focus()


async def main() -> None:
    app = Asking()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        field = app.query_one(Input)
        print("field", tuple(field.content_region.offset), "shown", tuple(app.cursor_position), end="; ")
        await pilot.press("left", "end")
        await pilot.pause()
        print("after keys", tuple(app.cursor_position), "drawn at column", len(field.value))


asyncio.run(main())
PYTHON
said=$("$folder/venv/bin/python" "$folder/app.py")
echo "$said"
[ "$said" = "field (0, 10) shown (0, 0); after keys (4, 10) drawn at column 3" ]
