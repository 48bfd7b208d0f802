"""The page for whoever changes ikusei names files and where to begin in them: all of it is there."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMED = re.compile(r"`(tui/[\w/]+\.py)`(?: `(\w+)`)?")


def names_of(path):
    """What a module defines, its methods among it."""
    return {node.name for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if hasattr(node, "name")}


@pytest.mark.parametrize("page", ["architecture.md", "architecture.ja.md"])
def test_what_the_page_names_is_there(page):
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    named = NAMED.findall(text)
    assert len(named) >= 30
    assert [each for each in named if not (ROOT / each[0]).is_file()] == []
    assert [(file, name) for file, name in named if name and name not in names_of(ROOT / file)] == []


def test_three_ways_have_ten_stations_each():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [len(re.findall(r"^\d+\. ", part, re.MULTILINE)) for part in text.split("\n## ")] == [0, 10, 10, 10]


def test_nobody_outside_the_journal_looks_into_its_store():
    """What is asked often is a method of the journal, what is asked seldom a function beside it that takes it."""
    outside = [path for path in sorted((ROOT / "tui").rglob("*.py")) if "tui/journal" not in path.as_posix()]
    found = [
        f"{path.name}:{node.lineno}"
        for path in outside
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "store"
    ]
    assert found == []


def test_the_name_of_a_type_is_given_once():
    """Whoever finds it in another file needn't look which one is meant."""
    found = Counter(
        node.name
        for path in sorted((ROOT / "tui").rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    )
    assert {name: count for name, count in found.items() if count > 1} == {}
