"""What ``docs/bundles.md`` promises holds: its check runs, and it names every key and every bound."""

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

PAGE = (Path(tui.__file__).parents[1] / "docs" / "bundles.md").read_text(encoding="utf-8")
CHECK = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL).group(1)


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


def test_page_names_every_key_of_the_header_and_the_bounds(sender):
    header = json.loads(lines_of(bundle_of(sender))[0])
    for key in (*header, *header["selection"], *header["pack"]):
        assert f"`{key}`" in PAGE
    assert f"`{FORMAT}`" in PAGE
    assert f"`{ID.pattern}`" in PAGE
    assert f"deeper than {DEEPEST} levels" in PAGE
