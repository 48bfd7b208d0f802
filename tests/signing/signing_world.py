"""Helpers for the signing tests: real keys, a real ssh-keygen, files of signers in one line."""

import base64
import subprocess
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.errors import SigningError
from tui.lang import LANGS, say
from tui.signing.allowed_signers import read_signers

NAMESPACE = "ikusei-signoff"
MENTOR = "mentor@example.jp"
TEXT = "承認: 検知の精度 (soc.2.accuracy)\n".encode()
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
BEGIN, END = "-----BEGIN SSH SIGNATURE-----\n", "-----END SSH SIGNATURE-----\n"


def keygen(*arguments, text=b""):
    """The output of ssh-keygen, which has to succeed."""
    return subprocess.run(["ssh-keygen", *map(str, arguments)], input=text, capture_output=True, check=True).stdout


def new_key(path: Path, *options, passphrase=""):
    keygen("-q", "-N", passphrase, "-C", f"{path.name}@test", "-f", path, *options)
    return path


def raw_sign(key, text=TEXT, namespace=NAMESPACE, **options):
    """A signature made by ssh-keygen alone, without our code."""
    extra = [f"-O{name}={value}" for name, value in options.items()]
    return keygen("-Y", "sign", "-f", key, "-n", namespace, *extra, text=text).decode()


def raw_verify(signers, armoured, principal=MENTOR, *, text=TEXT, namespace=NAMESPACE, at=NOON, revoked=None):
    """Whether ssh-keygen alone, without our code, verifies the signature."""
    signature = signers.with_name("signature")
    signature.write_text(armoured)
    more = [] if revoked is None else ["-r", str(revoked)]
    command = ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", principal, "-n", namespace, "-s", str(signature)]
    done = subprocess.run(
        [*command, f"-Overify-time={at:%Y%m%d%H%M%SZ}", *more], input=text, capture_output=True, check=False
    )
    return done.returncode == 0


def public(key):
    """The line of the .pub file that belongs to a key."""
    return key.with_name(f"{key.name}.pub").read_text().strip()


def signers_of(folder, *lines):
    """A file of allowed signers that was read."""
    path = folder / "allowed_signers"
    path.write_text("".join(f"{line}\n" for line in lines))
    return read_signers(path)


def armour(blob):
    """*blob* as the text of a signature."""
    text = base64.b64encode(blob).decode()
    return BEGIN + "".join(f"{text[at : at + 70]}\n" for at in range(0, len(text), 70)) + END


def bare(armoured):
    """The bytes of the text of a signature."""
    return base64.b64decode("".join(line for line in armoured.splitlines() if not line.startswith("-")))


@contextmanager
def refused(key):
    """Check that the block is refused with this message, and that the message has all its fields in both languages."""
    with pytest.raises(SigningError) as caught:
        yield caught
    assert caught.value.key == key
    for lang in LANGS:
        assert say(lang, key, **caught.value.fields)


def told(verdict):
    """The reason of a verdict; checks that its message has all fields in both languages."""
    sentences = [say(lang, verdict.reason, **verdict.fields) for lang in LANGS]
    assert all("{" not in sentence for sentence in sentences)
    return verdict.reason


def open_files():
    return {path.name: path.readlink() for path in Path("/proc/self/fd").iterdir() if path.is_symlink()}
