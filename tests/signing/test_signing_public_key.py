"""Public keys are read as ssh-keygen writes them, with the fingerprint that it prints."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from signing_world import keygen, public, refused

from tui.errors import SigningError
from tui.signing.public_key import read_blob, read_line
from tui.signing.wire import packed

NAMES = ["mentor", "ecdsa", "rsa", "certified", "certified-cert"]


@pytest.mark.parametrize("name", NAMES)
def test_type_comment_and_fingerprint_are_those_that_ssh_keygen_prints(keys, name):
    file = keys / f"{name}.pub"
    key = read_line(file.read_text())
    _, fingerprint, comment, _ = keygen("-lf", file).decode().split()
    assert (key.fingerprint, key.comment) == (fingerprint, comment)
    assert key.line == file.read_text().strip()
    assert (key.authority is not None) == name.endswith("-cert")


@pytest.mark.parametrize(
    ("key_type", "parts"),
    [
        ("sk-ssh-ed25519@openssh.com", [bytes(32), b"ssh:"]),
        ("sk-ecdsa-sha2-nistp256@openssh.com", [b"nistp256", bytes(65), b"ssh:"]),
    ],
)
def test_keys_of_fido_tokens_are_read_too(key_type, parts):
    blob = b"".join(map(packed, [key_type.encode(), *parts]))
    assert read_line(f"{key_type} {base64.b64encode(blob).decode()} token").key_type == key_type


def test_key_of_a_type_from_the_future_is_read_by_its_name():
    blob = packed(b"ssh-mldsa-65") + b"whatever"
    assert read_blob(blob).key_type == "ssh-mldsa-65"


def test_comment_is_one_line_without_what_could_drive_a_terminal(mentor):
    key = read_line(f"{public(mentor)} \x1b]52;c;AAAA\x07  two\tthree")
    assert key.comment == "mentor@test \ufffd]52;c;AAAA\ufffd two three"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: "",
        lambda line: "ssh-ed25519",
        lambda line: line.replace("ssh-ed25519", "ssh-rsa"),
        lambda line: line.replace("AAAA", "AAA", 1),
        lambda line: line.replace("AAAA", "AAAA!", 1),
        lambda line: f"ssh-ed25519 {base64.b64encode(base64.b64decode(line.split()[1])[:-1]).decode()}",
        lambda line: f"ssh-ed25519 {base64.b64encode(base64.b64decode(line.split()[1]) + bytes(1)).decode()}",
    ],
)
def test_line_that_is_no_key_is_refused(mentor, spoil):
    with refused("signing.no_key"):
        read_line(spoil(public(mentor)))


def test_certificate_that_is_cut_off_or_too_long_is_refused(keys):
    blob = read_line((keys / "certified-cert.pub").read_text()).blob
    for end in range(len(blob)):
        with pytest.raises(SigningError):
            read_blob(blob[:end])
    with refused("signing.no_key"):
        read_blob(blob + b"\0")


@given(st.text())
def test_random_text_is_no_key_and_nothing_else_happens(text):
    for each in (text, f"ssh-ed25519 {text}"):
        with pytest.raises(SigningError):
            read_line(each)
