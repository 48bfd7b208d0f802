"""What ssh is called with: a hostile roster or name is one word on the other side, and never an option here."""

import io
import os
import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import TransportError
from tui.transport.heard import Heard
from tui.transport.line import KEPT, LONGEST, RunningProgram
from tui.transport.remote import remote_line, ssh_command

WORDS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(st.lists(WORDS, max_size=4), WORDS.filter(lambda word: not word.startswith("~")))
def test_every_word_arrives_as_it_is(words, state):
    assert shlex.split(remote_line("ikusei", state, *words)) == ["ikusei", "--state", state, *words]


@pytest.mark.parametrize("word", ["$(touch x)", "`id`", "a b", "'", '"; id; "', "*", "~", "\n"])
def test_shell_on_the_other_side_runs_nothing_of_it(tmp_path, word):
    line = remote_line("printf", "", "%s|", f"--trainee={word}")
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"--trainee={word}|"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [("~/bin/ikusei", "~/bin/ikusei"), ("~hana/ikusei", "~hana/ikusei"), ("~/a b", "~'/a b'"), ("~$(id)", "'~$(id)'")],
)
def test_home_is_left_to_the_other_side(path, line):
    assert remote_line(path, "") == line


def test_only_somebody_at_a_terminal_is_asked():
    for asks in (True, False):
        command = ssh_command("hana@soc-3", "ikusei export", asks=asks)
        assert ("BatchMode=yes" in command) is not asks
        assert command[-3:] == ["--", "hana@soc-3", "ikusei export"]
        assert any(each.startswith("ConnectTimeout=") for each in command)


def test_program_that_is_not_there():
    with pytest.raises(TransportError) as caught:
        RunningProgram(["/nowhere/ssh"])
    assert caught.value.key == "transport.no_ssh"


def test_last_words_of_one_who_complains_without_end():
    script = (
        "yes complaint | head -c 300000 >&2; printf '\\n\\033[2Jthe %0300d end\\n\\n' 7 >&2; echo a; echo b; exit 3"
    )
    with RunningProgram(["sh", "-c", script]) as line:
        assert line.beginning().startswith(b"a")
        assert line.rest() == "b"
        assert line.wait() == 3
        assert line.last_words.startswith("\ufffd[2Jthe 000")
        assert len(line.last_words) == LONGEST
        assert len("\n".join(line.complaints)) <= KEPT


def test_one_who_writes_without_end_is_ended():
    with RunningProgram(["yes"]) as line:
        assert line.beginning().startswith(b"y\n")
    assert line.wait() != 0


@pytest.mark.parametrize("say", ["beginning", "rest"])
def test_one_who_says_nothing_is_given_up(say):
    with RunningProgram(["tail", "-f", "/dev/null"], silence=0.05) as line:
        with pytest.raises(TransportError) as caught:
            getattr(line, say)()
        assert (caught.value.key, caught.value.fields) == ("transport.silent", {"seconds": "0.05"})
    assert line.wait() != 0


def test_one_who_says_too_much_is_given_up():
    with RunningProgram(["yes"], largest=1 << 20) as line, pytest.raises(TransportError) as caught:
        line.rest()
    assert (caught.value.key, caught.value.fields) == ("transport.too_much", {"most": 1})


class _Pipe:
    """A pipe through which nothing comes, and a clock of signs that somebody is there."""

    def __init__(self, *signs):
        self.signs = iter(signs)
        self.looks = 0

    def __call__(self):
        self.looks += 1
        return next(self.signs)


def test_one_who_shows_signs_of_life_is_waited_for():
    """Complaints, or reading what it was given: a large bundle goes up a slow line for many minutes."""
    signs = _Pipe(1, 2, 2, 3, 3, 3)
    read, write = os.pipe()
    with os.fdopen(read, "rb", buffering=0) as pipe, os.fdopen(write, "wb"):
        heard = io.BufferedReader(Heard(pipe, 0, 100, signs))
        with pytest.raises(TransportError):
            heard.read(1)
    assert signs.looks == 6


def test_what_a_program_reads_of_what_it_was_given_is_a_sign_of_life(tmp_path):
    given = tmp_path / "given"
    given.write_bytes(b"x" * 100)
    with given.open("rb") as file, RunningProgram(["head", "-c", "10"], file, silence=10) as line:
        assert line.rest() == "x" * 10
        assert line.wait() == 0
        assert line.stdout.raw._signs()[1] > 0
