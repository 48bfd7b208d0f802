"""What ``docs/bundles.md`` promises holds: its check runs, it names every key and bound, and so does its twin."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bundle_world import bundle_of, lines_of

import tui
from tui.journal.bundle.header import FORMAT, Selection
from tui.journal.bundle.limits import DEEPEST, ID

DOCS = Path(tui.__file__).parents[1] / "docs"
NAMES = {"en": "bundles.md", "ja": "bundles.ja.md"}
PAGES = {lang: (DOCS / name).read_text(encoding="utf-8") for lang, name in NAMES.items()}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r" +# .*")
((_, CHECK),) = BLOCK.findall(PAGES["en"])
DEPTH = {"en": f"deeper than {DEEPEST} levels", "ja": f"{DEEPEST} 段より深い"}


def test_both_pages_have_the_same_code_headings_and_rows():
    assert [(kind, COMMENT.sub("", text)) for kind, text in BLOCK.findall(PAGES["en"])] == [
        (kind, COMMENT.sub("", text)) for kind, text in BLOCK.findall(PAGES["ja"])
    ]
    for line in (r"^#+ ", r"^\| "):
        assert len(re.findall(line, PAGES["en"], re.MULTILINE)) == len(re.findall(line, PAGES["ja"], re.MULTILINE))
    assert "[日本語](bundles.ja.md)" in PAGES["en"]
    assert "[English](bundles.md)" in PAGES["ja"]


def checked(raw):
    done = subprocess.run([sys.executable, "-c", CHECK], input=raw, capture_output=True, check=False)
    return done.returncode == 0


def test_check_that_anybody_can_run(sender):
    assert len(CHECK.split("\n\n")[-1].splitlines()) < 10
    assert checked(bundle_of(sender))
    assert checked(bundle_of(sender, selection=Selection(decisions=True)))


@pytest.mark.parametrize("line", [1, 5, 11])
def test_check_sees_a_change(sender, line):
    lines = lines_of(bundle_of(sender))
    at = lines[line - 1].index(b'"digest":"' if line == 1 else b'"hash":"') + 12
    lines[line - 1] = lines[line - 1][:at] + b"zz" + lines[line - 1][at + 2 :]
    assert not checked(b"".join(lines))
    assert not checked(b"".join(lines[:-1]))


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_page_names_every_key_of_the_header_and_the_bounds(sender, lang):
    page = PAGES[lang]
    header = json.loads(lines_of(bundle_of(sender))[0])
    for key in (*header, *header["selection"], *header["pack"]):
        assert f"`{key}`" in page
    assert f"`{FORMAT}`" in page
    assert f"`{ID.pattern}`" in page
    assert DEPTH[lang] in page
