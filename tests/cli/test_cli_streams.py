"""Calls that are given no streams, as by cron and services: they end as with ``/dev/null``, in words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.main import VERBS

ROOT = Path(__file__).parents[2]


def run(home, verb, streams):
    """What a call with the redirections *streams* of a shell answers."""
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    command = f'"$0" -m tui --lang en --state "$HOME/state.sqlite" {verb} {streams}'
    return subprocess.run(
        ["/bin/sh", "-c", command, sys.executable],
        env=env,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def home(tmp_path):
    assert run(tmp_path, "begin Sato --role soc --step 1", "").returncode == 0
    return tmp_path


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_verb_without_input_and_output_says_no_more_than_its_sentence(home, verb):
    answer = run(home, verb, "<&- >&-")
    assert "Traceback" not in answer.stderr
    assert "None" not in answer.stderr
    assert answer.returncode in {0, 1, 2}


@pytest.mark.parametrize("verb", ["", "open", "import -", "team", "review -", "status"])
def test_closed_input_is_answered_like_an_empty_one(home, verb):
    closed, empty = run(home, verb, "<&-"), run(home, verb, "</dev/null")
    assert (closed.returncode, closed.stdout, closed.stderr) == (empty.returncode, empty.stdout, empty.stderr)
    assert closed.returncode == (0 if verb in {"team", "status"} else 2)


@pytest.mark.parametrize("verb", ["", "status", "log soc.1.overview"])
def test_call_without_any_stream_ends_like_one_with_empty_streams(home, verb):
    assert run(home, verb, "<&- >&- 2>&-").returncode == run(home, verb, "</dev/null >/dev/null 2>&1").returncode


def test_bundle_is_not_written_into_nothing(home):
    answer = run(home, "export", ">&-")
    assert answer.returncode == 2
    assert "Standard output is closed" in answer.stderr
    assert run(home, "export", ">/dev/null").returncode == 0


def test_program_that_is_called_gets_streams_too(home):
    """A file that ikusei opens must not get the number of standard error: what ssh says would land in it."""
    code = "from tui.cli.line.streams import open_closed_streams as o; o(); import os, subprocess as s; "
    code += "assert open('x', 'w').fileno() > 2; s.run(['sh', '-c', 'echo to nobody >&2'], check=True)"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    subprocess.run(["/bin/sh", "-c", f'"$0" -c "{code}" <&- >&- 2>&-', sys.executable], env=env, cwd=home, check=True)
    assert (home / "x").read_text(encoding="utf-8") == ""
