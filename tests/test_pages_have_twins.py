"""Every page for readers stands in both languages: the same sections, and the same commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GENERATED = {"cli.md", "keys.md"}
"""Both languages stand on one page."""
PAGES = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]
ENGLISH = [page for page in PAGES if not page.name.endswith(".ja.md") and page.name not in GENERATED]


def twin_of(page: Path) -> str:
    return page.with_name(page.name.replace(".md", ".ja.md")).read_text(encoding="utf-8")


def commands(text: str) -> list[list[str]]:
    """The commands of a page without what is written in a language: comments, and the words that are arguments."""
    lines = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    plain = (re.sub(r"'[^']*'|\"[^\"]*\"", "TEXT", re.sub(r"(^|\s+)# .*$", "", line)).split() for line in lines)
    return [
        [word if place < 3 or word.startswith("-") else "…" for place, word in enumerate(words)]
        for words in plain
        if words
    ]


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.name)
def test_the_japanese_page_has_the_same_sections_and_commands(page: Path):
    ours, theirs = page.read_text(encoding="utf-8"), twin_of(page)
    assert theirs.count("\n## ") == ours.count("\n## ")
    assert commands(theirs) == commands(ours)


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.name)
def test_a_japanese_page_leads_to_japanese_pages(page: Path):
    """Where a page has a twin, its readers are sent there."""
    own = page.name
    for link in re.findall(r"\]\(((?:docs/)?[a-z]+\.md)\)", twin_of(page)):
        name = Path(link).name
        assert name in {*GENERATED, own} or not (ROOT / "docs" / name.replace(".md", ".ja.md")).exists(), link
