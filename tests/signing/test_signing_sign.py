"""Signing with the user's own key, wherever it is: in a file, behind a passphrase, in an agent, certified."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from shutil import copy
from threading import Thread

import pytest
from signing_world import MENTOR, NAMESPACE, TEXT, keygen, open_files, public, raw_verify, refused, signers_of

import tui
from benchmarks.terminal import Terminal
from tui.lang import say
from tui.signing.container import read_signature
from tui.signing.keygen import sign
from tui.signing.public_key import read_line

ROOT = Path(tui.__file__).parents[1]
SIGN = f"""
import sys
from pathlib import Path
from tui.errors import SigningError
from tui.signing.keygen import sign
try:
    Path(sys.argv[2]).write_text(sign({TEXT!r}, Path(sys.argv[1]), {NAMESPACE!r}, program=sys.argv[3]))
    print("signed")
except SigningError as error:
    print("refused:", error.key)
print("went on")
"""


def is_good(tmp_path, signature, key):
    return raw_verify(signers_of(tmp_path, f"{MENTOR} {public(key)}").path, signature)


@pytest.mark.parametrize("name", ["mentor", "ecdsa", "rsa"])
def test_private_key_in_a_file_signs(keys, tmp_path, name):
    assert is_good(tmp_path, sign(TEXT, keys / name, NAMESPACE), keys / name)


def test_public_key_signs_where_the_private_one_lies_beside_it(tmp_path, keys, mentor):
    assert is_good(tmp_path, sign(TEXT, keys / "mentor.pub", NAMESPACE), mentor)


def test_public_key_signs_where_the_agent_holds_the_private_one(tmp_path, agent, mentor):
    agent(mentor)
    alone = Path(copy(f"{mentor}.pub", tmp_path / "alone.pub"))
    assert is_good(tmp_path, sign(TEXT, alone, NAMESPACE), mentor)


def test_key_that_only_the_agent_has_signs_without_any_file(tmp_path, agent, mentor):
    agent(mentor)
    assert is_good(tmp_path, sign(TEXT, read_line(public(mentor)), NAMESPACE), mentor)


@pytest.mark.parametrize("is_in_agent", [True, False])
def test_certificate_signs_as_a_certificate(tmp_path, keys, agent, is_in_agent):
    if is_in_agent:
        agent(keys / "certified")
        certificate = Path(copy(keys / "certified-cert.pub", tmp_path / "other-cert.pub"))
    else:
        certificate = keys / "certified-cert.pub"
    signature = sign(TEXT, certificate, NAMESPACE)
    assert read_signature(signature).key.authority is not None
    signers = signers_of(tmp_path, f"*@example.jp cert-authority {public(keys / 'authority')}")
    assert raw_verify(signers.path, signature)


@pytest.mark.parametrize("text", [b"", b"\0\xff\r\n", b"-----BEGIN SSH SIGNATURE-----\n", TEXT * 50_000])
def test_every_text_is_signed_as_it_is(tmp_path, mentor, text):
    signature = sign(text, mentor, NAMESPACE)
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    assert raw_verify(signers.path, signature, text=text)


def test_signing_says_nothing_and_leaves_nothing_behind(tmp_path, mentor, monkeypatch, capfd):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    beside, before = sorted(mentor.parent.iterdir()), open_files()
    sign(TEXT, mentor, NAMESPACE)
    assert (list(folder.iterdir()), sorted(mentor.parent.iterdir()), open_files()) == ([], beside, before)
    assert capfd.readouterr() == ("", "")


def test_signing_works_beside_the_main_thread(tmp_path, mentor):
    signatures = []
    thread = Thread(target=lambda: signatures.append(sign(TEXT, mentor, NAMESPACE)))
    thread.start()
    thread.join()
    assert is_good(tmp_path, signatures[0], mentor)


# -- refusals


def test_missing_key_is_told(tmp_path):
    with refused("signing.key_missing"):
        sign(TEXT, tmp_path / "nowhere", NAMESPACE)
    with refused("signing.key_missing"):
        sign(TEXT, tmp_path, NAMESPACE)


def test_key_that_cannot_be_read_is_told(tmp_path, mentor, monkeypatch):
    # root may read everything, so the answer of the system is given here.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.R_OK)
    with refused("signing.key_unreadable"):
        sign(TEXT, mentor, NAMESPACE)


def test_key_that_others_can_read_is_told(tmp_path, mentor, quiet):
    exposed = Path(copy(mentor, tmp_path / "exposed"))
    exposed.chmod(0o644)
    with refused("signing.key_exposed"):
        sign(TEXT, exposed, NAMESPACE, tell=quiet)


def test_file_that_is_no_key_is_told_with_what_ssh_keygen_says(tmp_path, quiet):
    junk = tmp_path / "junk"
    junk.write_text("approved\n")
    junk.chmod(0o600)
    with refused("signing.refused_to_sign") as caught:
        sign(TEXT, junk, NAMESPACE, tell=quiet)
    assert caught.value.fields["why"] == quiet.said[-1]


@pytest.mark.parametrize("has_agent", [True, False])
def test_public_key_whose_private_one_is_nowhere_is_told(tmp_path, mentor, quiet, has_agent, request):
    if has_agent:
        request.getfixturevalue("agent")
    alone = Path(copy(f"{mentor}.pub", tmp_path / "alone.pub"))
    with refused("signing.agent_without_key"):
        sign(TEXT, alone, NAMESPACE, tell=quiet)
    with refused("signing.agent_without_key"):
        sign(TEXT, read_line(public(mentor)), NAMESPACE, tell=quiet)


def test_agent_that_refuses_is_told(tmp_path, agent, keys, quiet):
    agent(keys / "mentor")
    certificate = tmp_path / "mentor-cert.pub"
    copy(keys / "mentor.pub", tmp_path / "mentor.pub")
    keygen("-q", "-s", keys / "authority", "-I", "x", "-n", MENTOR, tmp_path / "mentor.pub")
    with refused("signing.agent_refused"):
        sign(TEXT, certificate, NAMESPACE, tell=quiet)


def test_machine_without_ssh_keygen_cannot_sign(tmp_path, mentor, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with refused("signing.no_keygen"):
        sign(TEXT, mentor, NAMESPACE)


def test_ssh_keygen_that_cannot_be_run_is_told(tmp_path, mentor):
    with refused("signing.keygen_failed"):
        sign(TEXT, mentor, NAMESPACE, program=program_of(tmp_path, "", interpreter="/nowhere/sh"))


@pytest.mark.parametrize("namespace", ["", "-n", "two\nlines", "\x1b[2J", "a\0b"])
def test_namespace_that_cannot_stand_on_a_command_line_never_gets_there(mentor, namespace):
    with refused("signing.unsafe_word"):
        sign(TEXT, mentor, namespace)


@pytest.mark.parametrize("name", ["-key", "--", "-fkey"])
def test_key_file_whose_name_looks_like_an_option_is_a_file(tmp_path, mentor, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    copy(mentor, tmp_path / name)
    assert is_good(tmp_path, sign(TEXT, Path(name), NAMESPACE), mentor)


@pytest.mark.parametrize("name", ["a\nb", "a\x1b[2Jb", "a\u202eb", "a\0b"])
def test_key_file_whose_name_could_drive_a_terminal_is_refused(tmp_path, name):
    with refused("signing.unsafe_word") as caught:
        sign(TEXT, tmp_path / name, NAMESPACE)
    assert "\x1b" not in say("ja", caught.value.key, **caught.value.fields)


def program_of(folder, script, interpreter="/bin/sh"):
    """A program that stands in for ssh-keygen."""
    path = folder / "program"
    path.write_text(f"#!{interpreter}\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_output_that_is_no_signature_is_not_taken_for_one(tmp_path, mentor):
    with refused("signing.no_armour"):
        sign(TEXT, mentor, NAMESPACE, program=program_of(tmp_path, "echo approved"))


def test_what_is_said_is_handed_on_and_cannot_drive_a_terminal(tmp_path, mentor, quiet):
    script = "printf '\\033]52;c;AAAA\\007one\\r\\ntwo' >&2; exit 1"
    with refused("signing.refused_to_sign"):
        sign(TEXT, mentor, NAMESPACE, tell=quiet, program=program_of(tmp_path, script))
    assert quiet.said == ["\ufffd]52;c;AAAA\ufffdone", "two"]


@pytest.fixture
def quiet():
    class Quiet:
        def __init__(self):
            self.said = []

        def __call__(self, line):
            self.said.append(line)

    return Quiet()


# -- on a terminal


@pytest.fixture
def on_terminal(tmp_path):
    """Signs on a terminal; the signature is written to a file."""

    def run(key, program="ssh-keygen"):
        env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
        return Terminal([sys.executable, "-c", SIGN, str(key), str(tmp_path / "signed"), program], env)

    return run


def test_passphrase_is_asked_for_on_the_users_terminal(on_terminal, keys, tmp_path):
    with on_terminal(keys / "locked") as terminal:
        terminal.wait_for("Enter passphrase")
        terminal.send(b"correct horse\r")
        terminal.wait_for("signed")
        terminal.wait_exit()
        assert "correct horse" not in terminal.screen
    assert is_good(tmp_path, (tmp_path / "signed").read_text(), keys / "locked")


def test_wrong_passphrase_is_told(on_terminal, keys):
    with on_terminal(keys / "locked") as terminal:
        terminal.wait_for("Enter passphrase")
        terminal.send(b"wrong\r")
        terminal.wait_for("refused: signing.wrong_passphrase")
        terminal.wait_for("went on")


def test_ctrl_c_at_the_passphrase_cancels_the_signing_and_nothing_else(on_terminal, keys, tmp_path):
    with on_terminal(keys / "locked") as terminal:
        terminal.wait_for("Enter passphrase")
        terminal.settle()  # ssh-keygen asks before it reads; a signal in between would end neither
        terminal.send(b"\x03")
        terminal.wait_for("refused: signing.cancelled")
        terminal.wait_for("went on")
    assert not (tmp_path / "signed").exists()


def test_token_that_waits_for_a_touch_can_say_so_while_it_waits(on_terminal, mentor, tmp_path):
    # As ssh-keygen does for a FIDO key: only where its standard error is a terminal, and then it waits.
    script = '[ -t 2 ] && echo "Confirm user presence" >&2; read touch </dev/tty; exit 1'
    with on_terminal(mentor, program_of(tmp_path, script)) as terminal:
        terminal.wait_for("Confirm user presence")
        terminal.send(b"\r")
        terminal.wait_for("refused: signing.refused_to_sign")


def test_without_a_terminal_a_locked_key_is_refused_at_once(keys, quiet, tmp_path):
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SIGN, str(keys / "locked"), str(tmp_path / "signed"), "ssh-keygen"]
    done = subprocess.run(
        command, env=env, stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True, text=True, check=True
    )
    assert "refused: signing.wrong_passphrase" in done.stdout
    assert "incorrect passphrase" in done.stderr


BULK = f"""
import sys
from pathlib import Path
from tui.signing.keygen import sign_all
for number, signature in enumerate(sign_all([{TEXT!r}, b"second"], Path(sys.argv[1]), {NAMESPACE!r})):
    Path(sys.argv[2], str(number)).write_text(signature)
print("signed")
"""


def test_several_are_signed_with_one_passphrase(tmp_path, keys, mentor):
    locked = tmp_path / "locked"
    copy(mentor, locked)
    locked.chmod(0o600)
    keygen("-p", "-P", "", "-N", "correct horse", "-f", str(locked))
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    with Terminal([sys.executable, "-c", BULK, str(locked), str(tmp_path)], env) as terminal:
        terminal.wait_for("Enter passphrase")
        terminal.send(b"correct horse\r")
        terminal.wait_for("signed")
        assert terminal.wait_exit() == 0
        assert terminal.written.count(b"Enter passphrase") == 1
    assert is_good(tmp_path, (tmp_path / "0").read_text(), mentor)
    assert (tmp_path / "1").read_text() != (tmp_path / "0").read_text()
    assert list(tmp_path.glob("ikusei-*")) == []
