"""Signatures, certificates and lists of keys of newer types than the installed ``ssh-keygen`` knows.

``generations/`` holds keys and signatures that OpenSSH 10.6 made, and what ``ssh-keygen`` of 9.2, 10.0 and 10.6
answered to each question of these tests; ``generations/real.sh`` asks real ones.
"""

import sys
from pathlib import Path

import pytest
from signing_world import MENTOR, NAMESPACE, NOON, armour, bare, raw_sign, signers_of, told

from tui.signing.allowed_signers import read_signers
from tui.signing.generation import unreadable_lines
from tui.signing.keygen_check import Question, refusal
from tui.signing.public_key import read_line
from tui.signing.revoked import read_revoked
from tui.signing.verify import verify
from tui.signing.wire import packed

HERE = Path(__file__).with_name("generations")
WORLD = HERE / "world"
TEXT = (WORLD / "text").read_bytes()
OLD, MIDDLE, NEW = "9.2", "10.0", "10.6"
GENERATIONS = (OLD, MIDDLE, NEW)
GOOD, TOO_OLD, GIVEN_UP = "signing.good", "signing.keygen_too_old", "signing.keygen_given_up"
UNREADABLE = "signing.krl_unreadable"
BY_GENERATION = {
    # what is signed, the lines of the allowed keys, the revoked keys: the verdict by each generation
    "an ordinary key": ("ed", ["{ed}"], "", (GOOD, GOOD, GOOD)),
    "an ordinary key below a new one": ("ed", ["{new}", "{ed}"], "", (GOOD, GOOD, GOOD)),
    "a new key": ("new", ["{new}", "{ed}"], "", (TOO_OLD, TOO_OLD, GOOD)),
    "a certificate for a new key": ("new-certified", ["cert-authority {authority}"], "", (TOO_OLD, TOO_OLD, GOOD)),
    "a certificate by a new key": ("ed-by-new", ["cert-authority {new-authority}"], "", (TOO_OLD, TOO_OLD, GOOD)),
    "a key that was given up": ("dsa", ["{dsa}"], "", (GOOD, GIVEN_UP, GIVEN_UP)),
    "an ordinary key, a new one revoked": ("ed", ["{ed}"], "# lost\n{new}\n", (GOOD, GOOD, GOOD)),
    "an ordinary key, a new authority and a DSA key revoked": (
        "ed", ["{ed}"], "{dsa}\n{authority}\n{new-authority}\n", (GOOD, GOOD, GOOD),
    ),
    "an ordinary key, a certificate by a new one revoked": ("ed", ["{ed}"], "{ed-by-new-cert}\n", (GOOD, GOOD, GOOD)),
    "a new key that is revoked": ("new", ["{new}"], "{ed}\n{new}\n", ("signing.revoked",) * 3),
    "a certificate whose new authority is revoked": (
        "ed-by-new", ["cert-authority {new-authority}"], "{new-authority}\n", ("signing.revoked",) * 3,
    ),
    "an ordinary key, a KRL about a new authority": (
        "ed", ["{ed}"], "new-authority.krl", (UNREADABLE, UNREADABLE, GOOD),
    ),
    "an ordinary key, a KRL about it": ("ed", ["{ed}"], "ed.krl", ("signing.krl",) * 3),
    "an ordinary key, a KRL about another": ("ed", ["{ed}"], "authority.krl", (GOOD, GOOD, GOOD)),
    "a new key that isn't allowed": ("new", ["{ed}"], "", ("signing.not_allowed",) * 3),
    "a certificate by an authority that isn't allowed": ("new-certified", ["{ed}"], "", ("signing.not_allowed",) * 3),
}  # fmt: skip
UNCHECKED = {TOO_OLD, GIVEN_UP, UNREADABLE}


@pytest.fixture(params=GENERATIONS)
def generation(request):
    return request.param


@pytest.fixture
def program(generation, tmp_path):
    """An ``ssh-keygen`` that answers as that generation did."""
    path = tmp_path / "ssh-keygen"
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{HERE / "replay.py"}" {generation} "$@"\n')
    path.chmod(0o755)
    return str(path)


def filled(text):
    """*text* with the lines of key files in the place of their names."""
    for path in WORLD.glob("*.pub"):
        text = text.replace(f"{{{path.stem}}}", path.read_text().strip())
    return text


def world(tmp_path, lines, revoked):
    signers = tmp_path / "allowed_signers"
    signers.write_text("".join(filled(f"{MENTOR} {line}\n") for line in lines))
    gone = tmp_path / "revoked_keys"
    if revoked:
        gone.write_bytes((WORLD / revoked).read_bytes() if revoked.endswith(".krl") else filled(revoked).encode())
    return read_signers(signers), read_revoked(gone) if revoked else None


@pytest.mark.parametrize("case", BY_GENERATION)
def test_each_generation_says_what_it_can_tell(case, generation, program, tmp_path):
    name, lines, gone, reasons = BY_GENERATION[case]
    signers, revoked = world(tmp_path, lines, gone)
    asked = {"signers": signers, "revoked": revoked, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    verdict = verify(TEXT, (WORLD / f"{name}.sig").read_text(), program=program, **asked)
    reason = reasons[GENERATIONS.index(generation)]
    assert told(verdict) == reason
    assert (verdict.is_good, verdict.is_checked) == (reason == GOOD, reason not in UNCHECKED)


def test_the_lines_that_ssh_keygen_cannot_read_are_known_by_their_number(generation, program, tmp_path):
    _, revoked = world(tmp_path, [], "# lost\n{ed}\n\n{new}\n{new-certified-cert}\n{ed-by-new-cert}\n{dsa}\n")
    left = [(line.number, line.key.key_type) for line in unreadable_lines(revoked, program)]
    new = [
        (4, "ssh-mldsa44-ed25519"),
        (5, "ssh-mldsa44-ed25519-cert"),
        (6, "ssh-ed25519-cert-v01@openssh.com"),
    ]
    assert left == {OLD: new, MIDDLE: [*new, (7, "ssh-dss")], NEW: [(7, "ssh-dss")]}[generation]


def test_what_ssh_keygen_says_is_told_without_the_ends_of_its_lines(generation, program, tmp_path):
    signers, _ = world(tmp_path, ["{new}"], "")
    armoured = (WORLD / "new.sig").read_text()
    key = read_line((WORLD / "new.pub").read_text())
    seconds = int(NOON.timestamp())
    said = refusal(Question(TEXT, armoured, key, NAMESPACE, signers.content, None, seconds), MENTOR, program)
    old = "sshsig_wrap_verify: parse signature object: unknown or unsupported key type"
    assert said == {OLD: old, MIDDLE: old, NEW: None}[generation]


# -- what this machine's own ssh-keygen must make of it


def test_a_certificate_of_an_even_newer_type_is_not_called_invalid(mentor, tmp_path):
    """Of a type that nobody knows yet; the authority is read where what follows the key leaves no doubt."""
    end = packed(b"id") + packed(b"") + bytes(16) + packed(b"") * 3
    blob = packed(b"ssh-future-cert") + packed(b"nonce") + packed(b"k" * 40) + packed(b"l" * 50) + bytes(8)
    blob += b"\0\0\0\1" + end + packed(bytes_of(mentor)) + packed(b"signed")
    assert told(looked_at(blob, tmp_path, f"{MENTOR} cert-authority {line_of(mentor)}")) == TOO_OLD
    assert told(looked_at(blob, tmp_path, f"{MENTOR} {line_of(mentor)}")) == "signing.not_allowed"
    dark = looked_at(packed(b"ssh-future-cert") + packed(b"?"), tmp_path, f"{MENTOR} {line_of(mentor)}")
    assert (told(dark), dark.is_checked) == ("signing.certificate_too_new", False)


def looked_at(key, folder, *lines):
    """The verdict on a signature by *key*, whatever it signs with."""
    inner = packed(b"ssh-future-1") + packed(b"value") + b"more"
    blob = (
        b"SSHSIG\0\0\0\1" + packed(key) + packed(NAMESPACE.encode()) + packed(b"") + packed(b"sha512") + packed(inner)
    )
    asked = {"revoked": None, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    return verify(TEXT, armour(blob), signers=signers_of(folder, *lines), **asked)


def line_of(key):
    return key.with_name(f"{key.name}.pub").read_text().strip()


def bytes_of(key):
    return read_line(line_of(key)).blob


def test_a_damaged_key_of_an_ordinary_type_is_still_refused(mentor, tmp_path):
    blob = bare(raw_sign(mentor, TEXT))
    assert blob.count(b"ssh-ed25519") == 2
    asked = {"revoked": None, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    broken = armour(blob.replace(b"ssh-ed25519", b"ssh-ed25518"))
    verdict = verify(TEXT, broken, signers=signers_of(tmp_path, f"{MENTOR} {line_of(mentor)}"), **asked)
    assert (told(verdict), verdict.is_checked) == ("signing.not_allowed", True)
