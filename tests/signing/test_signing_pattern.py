"""Lists of patterns match what OpenSSH matches with them."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signing_world import public

from tui.signing.pattern import is_listed


@pytest.mark.parametrize(
    ("patterns", "is_in"),
    [
        ("mentor@example.jp", True),
        ("trainee@example.jp", False),
        ("trainee@example.jp,mentor@example.jp", True),
        ("*", True),
        ("*@example.jp", True),
        ("*@example.com", False),
        ("m?ntor@*", True),
        ("?mentor@example.jp", False),
        ("!mentor@example.jp", False),
        ("*@example.jp,!mentor@example.jp", False),
        ("!mentor@example.jp,*@example.jp", False),
        ("*@example.jp,!trainee@example.jp", True),
        ("MENTOR@example.jp", False),
        ("mentor", False),
        ("", False),
        (",", False),
        ("!", False),
    ],
)
def test_identity_fits_a_list_as_ssh_config_describes_it(patterns, is_in):
    assert is_listed("mentor@example.jp", patterns) == is_in


def test_list_with_a_pattern_that_is_too_long_for_openssh_matches_nothing():
    assert is_listed("a", f"a,{'b' * 1022}")
    assert not is_listed("a", f"a,{'b' * 1023}")


def test_pattern_made_to_take_for_ever_does_not():
    assert not is_listed("a" * 1000, "*a" * 400 + "b")


@settings(max_examples=25)
@given(
    st.text("ab!,*?", min_size=1, max_size=5).filter(lambda word: not word.startswith("-")),
    st.lists(st.text("ab*?!,あ", min_size=1, max_size=8), min_size=10, max_size=40),
)
def test_random_lists_match_as_they_do_in_ssh_keygen(mentor, tmp_path_factory, word, lists):
    path = tmp_path_factory.mktemp("lists") / "allowed_signers"
    path.write_text("".join(f"{each} {public(mentor)}\n" for each in lists))
    done = subprocess.run(
        ["ssh-keygen", "-Y", "match-principals", "-I", word, "-f", str(path)],
        capture_output=True,
        check=False,
    )
    found = done.stdout.decode().split("\n")[:-1]
    assert [each for each in lists if is_listed(word, each)] == [each for each in found if each]
