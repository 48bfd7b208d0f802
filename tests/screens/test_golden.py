"""What the screens look like, kept as text: a change of a look is a change of a file that a person reads.

``IKUSEI_GOLDEN=write pytest tests/screens/test_golden.py`` writes the files anew.
"""

import os
import re
from pathlib import Path

import pytest
from screens_world import make_ready, rows_of, terminal

from tui.lang import LANGS
from tui.text.cells import width

FOLDER = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40))
WAYS = {
    "today": (),
    "roles": ("2",),
    "step": ("3", "down"),
    "walk": ("3", "down", "w"),
    "matrix": ("4", "down", "right", "right"),
    "journal": ("5", "down"),
    "team": ("7",),
    "help": ("3", "question_mark"),
    "finder": ("slash",),
}
KEY = re.compile(r"\b(screens|words|commands|workbook|journal|content|policy|team|terminal)\.[a-z_]+")
"""A message key that was shown instead of its message."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", LANGS)
async def test_screens_look_as_they_did(book, lang, size):
    make_ready(book)
    different = []
    async with terminal(book, lang, size) as screen:
        for name, keys in WAYS.items():
            await screen.press(*keys)
            if name == "finder":
                await screen.type("ログ")
            rows = rows_of(screen.app)
            assert [len(rows), {width(row) for row in rows}] == [size[1], {size[0]}]
            if not agrees(FOLDER / f"{name}-{size[0]}x{size[1]}-{lang}.txt", screen.text + "\n"):
                different.append(f"{name}:\n{screen.text}")
            await screen.press("escape", "1")
    assert not different, "\n\n".join(different)


def agrees(file: Path, text: str) -> bool:
    if os.environ.get("IKUSEI_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return file.exists() and file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", WAYS)
def test_kept_screens_fit_and_hold_neither_keys_nor_replacement_characters(name, lang):
    for columns, rows in SIZES:
        text = (FOLDER / f"{name}-{columns}x{rows}-{lang}.txt").read_text(encoding="utf-8")
        lines = text.splitlines()
        assert len(lines) == rows
        assert max(map(width, lines)) <= columns
        assert not KEY.search(text)
        assert "\ufffd" not in text


def test_every_kept_screen_is_still_compared():
    expected = {f"{name}-{c}x{r}-{lang}.txt" for name in WAYS for c, r in SIZES for lang in LANGS}
    assert {file.name for file in FOLDER.iterdir()} == expected
