"""Ed25519 in pure Python agrees with RFC 8032 and with OpenSSH, and refuses what has a second form."""

from hashlib import sha512

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from signing_world import TEXT, raw_sign

from tui.signing.container import read_signature
from tui.signing.ed25519 import is_signed, is_sound

L = 2**252 + 27742317777372353535851937790883648493
P = 2**255 - 19
VECTORS = {
    "7.1 TEST 1": (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        (
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
    ),
    "7.1 TEST 2": (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        (
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ),
    "7.1 TEST 3": (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        (
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
            "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ),
    "7.1 TEST SHA(abc)": (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        sha512(b"abc").hexdigest(),
        (
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
            "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        ),
    ),
}
SMALL = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
]
"""All eight points of small order."""


def vector(name):
    key, message, signature = map(bytes.fromhex, VECTORS[name])
    return key, message, signature


@pytest.mark.parametrize("name", VECTORS)
def test_vectors_of_the_rfc_are_accepted_and_every_changed_byte_is_not(name):
    key, message, signature = vector(name)
    assert is_signed(key, message, signature)
    assert not is_signed(key, message + b"x", signature)
    for at in range(0, 64, 7):
        assert not is_signed(key, message, flipped(signature, at))
        assert not is_signed(flipped(key, at // 2), message, signature)


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]


def test_signatures_of_ssh_keygen_are_accepted(keys):
    for name in ("mentor", "trainee", "authority"):
        for text in (b"", TEXT, bytes(1000)):
            signature = read_signature(raw_sign(keys / name, text))
            assert is_signed(signature.key.blob[-32:], signature.signed(text), signature.value)


@settings(max_examples=30)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=40), st.binary(min_size=64, max_size=64))
def test_random_keys_and_signatures_are_refused_and_nothing_else_happens(key, message, signature):
    assert not is_signed(key, message, signature)


def test_second_signature_made_out_of_a_good_one_is_refused():
    key, message, signature = vector("7.1 TEST 3")
    s = int.from_bytes(signature[32:], "little")
    for more in range(L, 2**256 - s, L):
        other = signature[:32] + (s + more).to_bytes(32, "little")
        assert not is_sound(key, other)
        assert not is_signed(key, message, other)


@pytest.mark.parametrize("key", SMALL)
def test_key_of_small_order_is_refused(key):
    assert not is_sound(bytes.fromhex(key), bytes(64))


def test_key_with_which_anybody_could_sign_everything_signs_nothing():
    # With the neutral element for a key, R = B and s = 1 fit every text: R = s * B - k * 0.
    base = (4 * pow(5, -1, P) % P).to_bytes(32, "little")
    assert not is_signed((1).to_bytes(32, "little"), TEXT, base + (1).to_bytes(32, "little"))


@pytest.mark.parametrize("y", [P, P + 1, P + 3, 2**255 - 1, 1 | 1 << 255])
def test_key_that_is_not_written_the_one_way_is_refused(y):
    assert not is_sound(y.to_bytes(32, "little"), bytes(64))


@pytest.mark.parametrize(("key_length", "length"), [(31, 64), (33, 64), (0, 64), (32, 63), (32, 65), (32, 0)])
def test_wrong_lengths_are_refused(key_length, length):
    key, _, signature = vector("7.1 TEST 1")
    assert is_sound(key, signature)
    assert not is_sound((key + b"\0")[:key_length], (signature + b"\0")[:length])
