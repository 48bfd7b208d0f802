"""A signature is read as OpenSSH writes it, and everything else ends in one sentence."""

import base64
import random
import struct

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from signing_world import BEGIN, END, NAMESPACE, TEXT, armour, bare, public, raw_sign, refused

from tui.errors import SigningError
from tui.signing.container import read_signature
from tui.signing.public_key import read_line
from tui.signing.wire import Reader, WireError, from_base64, packed


@pytest.fixture(scope="module")
def real(keys):
    """A signature of every kind of key."""
    return {name: raw_sign(keys / name) for name in ("mentor", "ecdsa", "rsa", "certified-cert.pub")}


def rebuilt(armoured, *, version=1, hash_name=None, algorithm=None, tail=b"", inner_tail=b"", namespace=None):
    """A real signature with one part of it replaced."""
    reader = Reader(bare(armoured)[6:])
    reader.number()
    key, space, reserved, hashed, signature = (reader.string() for _ in range(5))
    inner = Reader(signature)
    how, value = inner.string(), inner.string()
    signature = packed(algorithm or how) + packed(value) + inner_tail
    parts = (key, namespace or space, reserved, hash_name or hashed, signature)
    return armour(b"SSHSIG" + struct.pack(">I", version) + b"".join(map(packed, parts)) + tail)


@pytest.mark.parametrize(
    ("name", "algorithm"), [("mentor", "ssh-ed25519"), ("ecdsa", "ecdsa-sha2-nistp256"), ("rsa", "rsa-sha2-512")]
)
def test_signature_says_which_key_signed_for_what_and_how(real, keys, name, algorithm):
    signature = read_signature(real[name])
    assert signature.key.blob == read_line(public(keys / name)).blob
    assert (signature.namespace, signature.hash_name, signature.algorithm) == (NAMESPACE, "sha512", algorithm)


def test_signature_by_a_certificate_names_the_key_and_its_authority(real, keys):
    key = read_signature(real["certified-cert.pub"]).key
    assert key.plain == read_line(public(keys / "certified")).blob
    assert key.authority == read_line(public(keys / "authority")).blob


def test_text_is_signed_by_its_hash_under_the_hash_that_the_signature_names(real, mentor):
    long, short = read_signature(real["mentor"]), read_signature(raw_sign(mentor, hashalg="sha256"))
    assert len(long.signed(TEXT)) - len(short.signed(TEXT)) == 64 - 32
    assert long.signed(TEXT) != long.signed(TEXT + b" ")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"version": 2}, "signing.version"),
        ({"version": 0}, "signing.version"),
        ({"hash_name": b"md5"}, "signing.hash"),
        ({"algorithm": b"ssh-rsa"}, "signing.algorithm"),
        ({"algorithm": b"sk-ssh-ed25519@openssh.com"}, "signing.damaged"),  # without flags and counter
        ({"tail": b"\0"}, "signing.damaged"),
        ({"inner_tail": b"\0"}, "signing.damaged"),
        ({"namespace": b"two words"}, "signing.damaged"),
        ({"namespace": "承認".encode()}, "signing.damaged"),
    ],
)
def test_signature_with_one_wrong_part_is_refused(real, change, message):
    assert rebuilt(real["mentor"]) == real["mentor"]
    with refused(message):
        read_signature(rebuilt(real["mentor"], **change))


def test_rsa_signature_with_sha1_is_refused(real):
    with refused("signing.algorithm"):
        read_signature(rebuilt(real["rsa"], algorithm=b"ssh-rsa"))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda text: "", "signing.no_armour"),
        (lambda text: BEGIN + END, "signing.damaged"),
        (lambda text: BEGIN.rstrip("\n"), "signing.no_armour"),
        (lambda text: text.removeprefix(BEGIN), "signing.no_armour"),
        (lambda text: text.removesuffix(END), "signing.no_armour"),
        (lambda text: f"{text}and more\n", "signing.no_armour"),
        (lambda text: f" {text}", "signing.no_armour"),
        (lambda text: text.replace("\n", "\r\n"), "signing.no_armour"),
        (lambda text: text.replace("U1NI", "U1N\udcff", 1), "signing.damaged"),
        (lambda text: text.replace("U1NI", "VVVV", 1), "signing.damaged"),
        (lambda text: text.replace(BEGIN, f"{BEGIN}\n"), "signing.damaged"),
        (lambda text: text.replace(END, f"AAAA\n{END}"), "signing.damaged"),
        (lambda text: BEGIN + "A" * 100_000 + "\n" + END, "signing.no_armour"),
    ],
)
def test_text_that_is_no_whole_signature_is_refused(real, spoil, message):
    with refused(message):
        read_signature(spoil(real["mentor"]))


def test_end_of_the_last_line_may_be_lost_on_the_way(real):
    assert read_signature(real["mentor"].rstrip("\n")) == read_signature(real["mentor"])


def test_every_cut_of_a_signature_is_refused(real):
    for blob in map(bare, real.values()):
        for end in range(len(blob)):
            with pytest.raises(SigningError):
                read_signature(armour(blob[:end]))


@given(st.binary(max_size=300), st.booleans())
@example(b"SSHSIG", True)
@example(b"SSHSIG\0\0\0\1\xff\xff\xff\xff", True)
def test_random_bytes_are_refused_and_nothing_else_happens(blob, is_begun):
    with pytest.raises(SigningError):
        read_signature(armour(b"SSHSIG\0\0\0\1" + blob if is_begun else blob))


@given(st.text())
def test_random_text_is_refused_and_nothing_else_happens(text):
    for each in (text, BEGIN + text + END, f"{BEGIN}{text}\n{END}"):
        with pytest.raises(SigningError):
            read_signature(each)


@given(st.randoms(use_true_random=False))
def test_changed_signatures_are_read_or_refused_and_nothing_else_happens(real, random):
    blob = bytearray(bare(random.choice(sorted(real.values()))))
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(blob))
        match random.randrange(3):
            case 0:
                blob[at] = random.randrange(256)
            case 1:
                del blob[at : at + random.randint(1, 8)]
            case 2:
                blob[at:at] = random.randbytes(random.randint(1, 8))
    read_or_refused(armour(bytes(blob)))


def test_every_flipped_bit_is_read_or_refused(real):
    blob = bare(real["certified-cert.pub"])
    bits = random.Random(1).sample(range(len(blob) * 8), 2000)
    for bit in bits:
        changed = bytearray(blob)
        changed[bit // 8] ^= 1 << bit % 8
        read_or_refused(armour(bytes(changed)))


def read_or_refused(armoured):
    try:
        signature = read_signature(armoured)
    except SigningError:
        return
    assert signature.signed(TEXT).startswith(b"SSHSIG")
    assert signature.key.fingerprint.startswith("SHA256:")


@given(st.text(max_size=20))
def test_base64_has_one_spelling(text):
    try:
        decoded = from_base64(text)
    except WireError:
        return
    assert base64.b64encode(decoded).decode() == text


@pytest.mark.parametrize("text", ["QQ=", "QQ", "QR==", "QQ==\n", "Q Q==", "QQ==QQ==", "Ａ"])
def test_other_spellings_of_base64_are_none(text):
    with pytest.raises(WireError):
        from_base64(text)
