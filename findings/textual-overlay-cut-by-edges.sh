#!/bin/bash
# Guess, on which a question over the panes of a screen was built: a widget on an upper layer covers what lies below it, and its own text is
# drawn whole, whatever stands there.
# What happened instead: the text of the upper widget is cut where a widget below has its edge, and a wide character (kana, kanji, emoji)
# across that column is replaced by two blanks. The same text over one widget of the whole width is drawn whole.
# Versions: Textual 8.2.8, Python 3.11.7.
# What it means for users: in a message, a question or a menu that lies over panes, single Japanese, Chinese or Korean characters
# are missing; which ones depends on what happens to be below. An app can give an overlay a line without edges to lie on.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8 || exit 77
cat > "$folder/app.py" <<'PYTHON'
import asyncio

from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static


class Layered(App[None]):
    CSS = """
    Screen { layers: below above; }
    #over { layer: above; dock: top; height: 1; }
    .left { width: 9; }
    """

    def __init__(self, panes: bool) -> None:
        super().__init__()
        self.panes = panes

    def compose(self):
        if self.panes:
            with Horizontal():
                yield Static("left", classes="left")
                yield Static("right")
        yield Static("差し戻す理由を書く", id="over")


async def drawn(panes: bool) -> str:
    app = Layered(panes)
    async with app.run_test(size=(30, 4)) as pilot:
        await pilot.pause()
        return "".join(segment.text for segment in app.screen._compositor.render_strips()[0]).rstrip()


print(asyncio.run(drawn(False)), "|", asyncio.run(drawn(True)))
PYTHON
said=$("$folder/venv/bin/python" "$folder/app.py")
echo "$said"
[ "$said" = "差し戻す理由を書く | 差し戻す  由を書く" ]
