"""What the topics of the organisation look like, kept as text: in ASCII without colour at 80x24, in full at 120x40.

``IKUSEI_GOLDEN=write pytest tests/screens/test_organisation_golden.py`` writes the files anew.
"""

from pathlib import Path

import pytest
from organisation_world import join, sign, staff, whole
from screens_world import rows_of, terminal
from test_golden import KEY, agrees

from tui.lang import LANGS
from tui.text.cells import width

FOLDER = Path(__file__).parent / "golden_organisation"
LOOKS = (((80, 24), "ascii"), ((120, 40), "unicode"))
TOPICS = ("purposes", "cycle", "regions", "patterns", "levels", "staffing", "career")


@pytest.mark.parametrize(("size", "glyphs"), LOOKS, ids=str)
@pytest.mark.parametrize("lang", LANGS)
async def test_topics_look_as_they_did(book, lang, size, glyphs, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    staff(whole(book))
    for step in ("soc.1", "soc.2"):
        sign(book, step)
    join(book, "鈴木 一郎", "ir", "ir.1")
    join(book, "高橋 健", "vuln", "vuln.1", "vuln.2")
    different = []
    async with terminal(book, lang, size, glyphs) as screen:
        await screen.press("6")
        for name in TOPICS:
            rows = rows_of(screen.app)
            assert [len(rows), {width(row) for row in rows}] == [size[1], {size[0]}]
            if not agrees(FOLDER / f"{name}-{size[0]}x{size[1]}-{lang}.txt", screen.text + "\n"):
                different.append(f"{name}:\n{screen.text}")
            await screen.press("down")
    assert not different, "\n\n".join(different)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", TOPICS)
def test_kept_topics_fit_and_hold_neither_keys_nor_replacement_characters(name, lang):
    for (columns, rows), glyphs in LOOKS:
        text = (FOLDER / f"{name}-{columns}x{rows}-{lang}.txt").read_text(encoding="utf-8")
        lines = text.splitlines()
        assert len(lines) == rows
        assert max(map(width, lines)) <= columns
        assert not KEY.search(text)
        assert "\ufffd" not in text
        if glyphs == "ascii":
            assert not set(text) & set("✓✗☐☑⚠│─┌┐└┘→←○●")


def test_every_kept_topic_is_still_compared():
    expected = {f"{name}-{c}x{r}-{lang}.txt" for name in TOPICS for (c, r), _ in LOOKS for lang in LANGS}
    assert {file.name for file in FOLDER.iterdir()} == expected
