"""What ssh is called with: a hostile roster or name is one word on the other side, and never an option here."""

import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import TransportError
from tui.transport.line import KEPT, LONGEST, Line
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
        Line(["/nowhere/ssh"])
    assert caught.value.key == "transport.no_ssh"


def test_last_words_of_one_who_complains_without_end():
    script = (
        "yes complaint | head -c 300000 >&2; printf '\\n\\033[2Jthe %0300d end\\n\\n' 7 >&2; echo a; echo b; exit 3"
    )
    with Line(["sh", "-c", script]) as line:
        assert line.beginning().startswith(b"a")
        assert line.rest() == "b"
        assert line.wait() == 3
        assert line.last_words.startswith("\ufffd[2Jthe 000")
        assert len(line.last_words) == LONGEST
        assert len("\n".join(line.complaints)) <= KEPT


def test_one_who_writes_without_end_is_ended():
    with Line(["yes"]) as line:
        assert line.beginning().startswith(b"y\n")
    assert line.wait() != 0
