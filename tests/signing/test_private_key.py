"""A key file that asks for nothing is known without trying it."""

import subprocess

import pytest

from tui.signing.private_key import asks_for_passphrase


@pytest.mark.parametrize("passphrase", ["", "correct horse"])
@pytest.mark.parametrize(
    "kind", [("-t", "ed25519"), ("-t", "ecdsa"), ("-t", "ecdsa", "-m", "PEM"), ("-t", "ecdsa", "-m", "PKCS8")]
)
def test_key_with_a_passphrase_is_known(tmp_path, kind, passphrase):
    path = tmp_path / "key"
    make = ["ssh-keygen", "-q", *kind, "-a", "1", "-N", passphrase, "-f", str(path)]
    subprocess.run(make, check=True, capture_output=True)
    assert asks_for_passphrase(path) is bool(passphrase)
    assert asks_for_passphrase(tmp_path / "key.pub") is bool(passphrase)


@pytest.mark.parametrize("content", ["", "nothing\n", "-----BEGIN OPENSSH PRIVATE KEY-----\n!\n"])
def test_what_cannot_be_told_may_ask(tmp_path, content):
    path = tmp_path / "key"
    assert asks_for_passphrase(path)
    path.write_text(content)
    assert asks_for_passphrase(path)
