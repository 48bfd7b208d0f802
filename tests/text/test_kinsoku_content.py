"""The shipped content wraps without one offence, at every width a screen may have."""

from pathlib import Path

import pytest
import tomli
from kinsoku_judge import violations, widest

from tui.text.kinsoku import divide_line

CONTENT = Path(__file__).parents[2] / "content"
FILES = sorted(CONTENT.rglob("*.toml"))


def strings(value):
    if isinstance(value, str):
        yield from value.splitlines()
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def test_there_is_content():
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_content_wraps_without_an_offence(file):
    texts = {text for text in strings(tomli.loads(file.read_text("utf-8-sig"))) if len(text) > 10}
    for text in texts:
        for width in range(20, 101):
            offsets = divide_line(text, width)
            lines = [text[start:end] for start, end in zip([0, *offsets], [*offsets, len(text)], strict=True)]
            assert violations(lines) == [], (width, lines)
            assert widest(lines) <= width, (width, lines)
