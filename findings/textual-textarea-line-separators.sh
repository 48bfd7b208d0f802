#!/bin/bash
# Guess, written down beforehand: the text that is put into a Textual TextArea comes out of it unchanged as long as nobody types.
# What happened instead: it is taken apart by str.splitlines() and put together again with the first line's ending, so vertical
# tab, form feed, the separators U+001C to U+001E, U+0085, U+2028 and U+2029 all come back as a plain line feed, and in a text
# of mixed line endings every ending becomes that of the first line. Nothing of it can be undone: the history of edits is empty.
# Versions: Textual 8.2.8, Python 3.11.7.
# What it means for users: text from a word processor (vertical tab for a soft break), a PDF (form feed between pages) or a
# web page (U+2028) differs from what was stored once it has merely been opened in an editor and saved. Who compares, hashes
# or signs such texts must clean them on the way in, or the form itself will look like a forger.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 || exit 77
cat > "$folder/observe.py" <<'PYTHON'
import asyncio
import sys

from textual.app import App
from textual.widgets import TextArea

LINES = {c: f"one{c}two" for c in "\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
MIXED = "one\r\ntwo\nthree"


class Editor(App[None]):
    def compose(self):
        yield TextArea()


async def main() -> bool:
    app = Editor()
    async with app.run_test() as pilot:
        area = app.query_one(TextArea)
        changed = set()
        for char, text in LINES.items():
            area.load_text(text)
            await pilot.pause()
            if area.text == "one\ntwo" and not area.history.undo_stack:
                changed.add(char)
        area.load_text(MIXED)
        await pilot.pause()
        print(f"{len(changed)} of {len(LINES)} separators became a line feed; mixed endings: {area.text!r}")
        return changed == set(LINES) and area.text == "one\r\ntwo\r\nthree"


sys.exit(not asyncio.run(main()))
PYTHON
"$folder/venv/bin/python" "$folder/observe.py"
