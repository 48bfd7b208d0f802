"""One verdict, two ways to it: by ssh-keygen and in pure Python; ssh-keygen alone agrees with both."""

import base64
import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from signing_world import (
    BEGIN,
    END,
    MENTOR,
    NAMESPACE,
    NOON,
    TEXT,
    armour,
    bare,
    keygen,
    open_files,
    public,
    raw_sign,
    raw_verify,
    refused,
    signers_of,
    told,
)

from tui.signing.container import read_signature
from tui.signing.moment import written
from tui.signing.revoked import read_revoked
from tui.signing.verify import verify

LATER = NOON + timedelta(days=365)
CASES = {
    "good": ({}, "signing.good"),
    "good with a pattern": ({"lines": ["*@example.jp,!trainee@* {mentor}"]}, "signing.good"),
    "good as the second of two principals": ({"principals": ["lead@example.jp", MENTOR]}, "signing.good"),
    "good by the second of two lines": ({"lines": [f"{MENTOR} {{trainee}}", f"{MENTOR} {{mentor}}"]}, "signing.good"),
    "good by a line that counts longer": (
        {"lines": [f'{MENTOR} valid-before="20260101Z" {{mentor}}', f"{MENTOR} {{mentor}}"]},
        "signing.good",
    ),
    "good with our namespace in a list": (
        {"lines": [f'{MENTOR} namespaces="file,ikusei-*" {{mentor}}']},
        "signing.good",
    ),
    "good in its last second": ({"lines": [f'{MENTOR} valid-before="20261120120000Z" {{mentor}}']}, "signing.good"),
    "good in its first second": ({"lines": [f'{MENTOR} valid-after="20261120120000Z" {{mentor}}']}, "signing.good"),
    "good while another key is revoked": ({"revoked": ["{trainee}"]}, "signing.good"),
    "good with nothing revoked": ({"revoked": []}, "signing.good"),
    "good empty text": ({"signed": b"", "text": b""}, "signing.good"),
    "good long text": ({"signed": TEXT * 20_000, "text": TEXT * 20_000}, "signing.good"),
    "text changed": ({"text": TEXT + b" "}, "signing.changed"),
    "text of another line end": ({"text": TEXT.replace(b"\n", b"\r\n")}, "signing.changed"),
    "signed for something else": ({"signed_for": "file"}, "signing.other_namespace"),
    "by a key that nobody listed": ({"key": "trainee"}, "signing.not_allowed"),
    "by the key of an authority": (
        {"key": "authority", "lines": [f"{MENTOR} cert-authority {{authority}}"]},
        "signing.not_allowed",
    ),
    "nobody listed": ({"lines": []}, "signing.not_allowed"),
    "by a trainee under the mentor's name": (
        {"key": "trainee", "lines": [f"{MENTOR} {{mentor}}", "trainee@example.jp {trainee}"]},
        "signing.other_principal",
    ),
    "for neither of two principals": (
        {"principals": ["lead@example.jp", "head@example.jp"]},
        "signing.other_principal",
    ),
    "by a negated pattern": ({"lines": [f"*@example.jp,!{MENTOR} {{mentor}}"]}, "signing.other_principal"),
    "key kept for something else": (
        {"lines": [f'{MENTOR} namespaces="file,git" {{mentor}}']},
        "signing.not_for_namespace",
    ),
    "key kept for everything but us": (
        {"lines": [f'{MENTOR} namespaces="*,!ikusei-*" {{mentor}}']},
        "signing.not_for_namespace",
    ),
    "before the key counts": (
        {"lines": [f'{MENTOR} valid-after="20261120120001Z" {{mentor}}']},
        "signing.not_yet_valid",
    ),
    "after the key counted": ({"lines": [f'{MENTOR} valid-before="20261120115959Z" {{mentor}}']}, "signing.expired"),
    "long after the key counted": (
        {"lines": [f'{MENTOR} valid-before="20270101Z" {{mentor}}'], "at": LATER},
        "signing.expired",
    ),
    "revoked": ({"revoked": ["# lost", "{mentor}"]}, "signing.revoked"),
    "garbage": ({"spoil": lambda text: "approved!"}, "signing.no_armour"),
    "cut off": ({"spoil": lambda text: armour(bare(text)[:-1])}, "signing.damaged"),
    "of another version": ({"spoil": lambda text: armour(b"SSHSIG\0\0\0\2" + bare(text)[10:])}, "signing.version"),
    "ecdsa by a stranger": ({"key": "ecdsa"}, "signing.not_allowed"),
}
OTHER_TYPES = {
    "ecdsa": ("ecdsa", [f"{MENTOR} {{ecdsa}}"]),
    "rsa": ("rsa", [f"{MENTOR} {{rsa}}"]),
    "certificate": ("certified-cert.pub", ["*@example.jp cert-authority {authority}"]),
}


class Lines(dict):
    """Names of keys stand for the lines of their .pub files."""

    def __init__(self, keys):
        self.keys_folder = keys

    def __missing__(self, name):
        return public(self.keys_folder / name)


@pytest.fixture
def ask(keys, tmp_path):
    """Both verdicts, with ssh-keygen and without, and what ssh-keygen says alone."""
    lines_of = Lines(keys)

    def both(
        *,
        key="mentor",
        signed=TEXT,
        text=TEXT,
        signed_for=NAMESPACE,
        lines=(f"{MENTOR} {{mentor}}",),
        revoked=None,
        principals=(MENTOR,),
        at=NOON,
        spoil=lambda text: text,
    ):
        signers = signers_of(tmp_path, *(line.format_map(lines_of) for line in lines))
        gone = None
        if revoked is not None:
            gone = tmp_path / "revoked"
            gone.write_text("".join(f"{line.format_map(lines_of)}\n" for line in revoked))
        armoured = spoil(raw_sign(keys / key, signed, signed_for))
        asked = {"signers": signers, "revoked": gone, "principals": principals, "namespace": NAMESPACE, "at": at}
        raw = any(raw_verify(signers.path, armoured, each, text=text, at=at, revoked=gone) for each in principals)
        return verify(text, armoured, **asked), verify(text, armoured, **asked, program=None), raw

    return both


@pytest.mark.parametrize("case", CASES)
def test_both_ways_come_to_the_same_verdict_and_ssh_keygen_alone_agrees(ask, case):
    changes, reason = CASES[case]
    by_keygen, pure, raw = ask(**changes)
    assert (told(by_keygen), told(pure)) == (reason, reason)
    assert by_keygen == pure
    assert by_keygen.is_good == raw == (reason == "signing.good")
    assert by_keygen.is_checked


@pytest.mark.parametrize("kind", OTHER_TYPES)
def test_other_types_of_keys_are_checked_by_ssh_keygen_and_without_it_said_to_be_unchecked(ask, kind):
    key, lines = OTHER_TYPES[kind]
    by_keygen, pure, raw = ask(key=key, lines=lines)
    assert (told(by_keygen), by_keygen.is_good, raw) == ("signing.good", True, True)
    assert (told(pure), pure.is_good, pure.is_checked) == ("signing.cannot_check", False, False)
    assert by_keygen.key_type == pure.key_type
    assert by_keygen.fingerprint == pure.fingerprint


@pytest.mark.parametrize("kind", OTHER_TYPES)
def test_changed_text_under_other_types_of_keys_is_refused_by_ssh_keygen_and_never_good_without_it(ask, kind):
    key, lines = OTHER_TYPES[kind]
    by_keygen, pure, raw = ask(key=key, lines=lines, text=TEXT + b" ")
    assert (told(by_keygen), by_keygen.is_good, raw) == ("signing.changed", False, False)
    assert not pure.is_good


def test_good_verdict_names_who_signed_with_which_key(ask, keys):
    verdict, _, _ = ask(principals=["lead@example.jp", MENTOR])
    assert (verdict.principal, verdict.key_type) == (MENTOR, "ssh-ed25519")
    assert verdict.fingerprint == keygen("-lf", keys / "mentor.pub").decode().split()[1]


def test_bad_verdict_names_the_key_but_nobody_as_the_signer(ask, keys):
    verdict, _, _ = ask(key="trainee")
    assert verdict.principal == ""
    assert verdict.fingerprint == keygen("-lf", keys / "trainee.pub").decode().split()[1]


def test_of_several_lines_the_one_that_comes_nearest_gives_the_reason(ask):
    lines = ["other@example.jp {mentor}", f'{MENTOR} valid-before="20260101Z" {{mentor}}', f"{MENTOR} {{trainee}}"]
    verdict, _, _ = ask(lines=lines)
    assert told(verdict) == "signing.expired"
    assert verdict.fields["line"] == 2


# -- certificates


CERTIFIED = ["*@example.jp cert-authority {authority}"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"key": "lapsed-cert.pub"}, "signing.refused"),  # the certificate's own window
        ({"principals": ["lead@example.jp"]}, "signing.refused"),  # not a name in the certificate
        ({"principals": ["mentor@example.com"]}, "signing.other_principal"),
        ({"lines": ["*@example.jp {authority}"]}, "signing.not_allowed"),
        ({"lines": ["*@example.jp cert-authority {trainee}"]}, "signing.not_allowed"),
        ({"lines": ["*@example.jp {certified}"]}, "signing.not_allowed"),
        ({"revoked": ["{authority}"]}, "signing.revoked"),
        ({"revoked": ["{certified}"]}, "signing.revoked"),
    ],
)
def test_certificate_counts_only_from_its_authority_for_its_names_in_its_time(ask, changes, reason):
    by_keygen, pure, raw = ask(**{"key": "certified-cert.pub", "lines": CERTIFIED, **changes})
    assert told(by_keygen) == reason
    assert (by_keygen.is_good, pure.is_good, raw) == (False, False, False)


def test_lapsed_certificate_counted_while_it_was_valid(ask):
    verdict, _, raw = ask(key="lapsed-cert.pub", lines=CERTIFIED, at=datetime(2020, 6, 1, tzinfo=UTC))
    assert (verdict.is_good, raw) == (True, True)


# -- revocation lists


def test_krl_is_left_to_ssh_keygen(keys, tmp_path, mentor):
    krl, empty = tmp_path / "krl", tmp_path / "empty"
    keygen("-q", "-k", "-f", krl, f"{mentor}.pub")
    keygen("-q", "-k", "-f", empty)
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    asked = {"signers": signers, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    signature = raw_sign(mentor)
    assert told(verify(TEXT, signature, revoked=krl, **asked)) == "signing.krl"
    assert told(verify(TEXT, signature, revoked=empty, **asked)) == "signing.good"
    assert told(verify(TEXT + b" ", signature, revoked=empty, **asked)) == "signing.changed"
    for each in (krl, empty):
        pure = verify(TEXT, signature, revoked=each, program=None, **asked)
        assert (told(pure), pure.is_good, pure.is_checked) == ("signing.cannot_check_krl", False, False)


def test_missing_list_of_revoked_keys_stops_the_check(tmp_path, mentor):
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    with refused("signing.revoked_unreadable"):
        verify(
            TEXT,
            raw_sign(mentor),
            signers=signers,
            revoked=tmp_path / "nowhere",
            principals=[MENTOR],
            namespace=NAMESPACE,
            at=NOON,
        )


# -- where we are stricter than OpenSSH


def test_second_form_of_a_good_signature_is_refused_both_ways_though_openssh_takes_it(ask):
    order = 2**252 + 27742317777372353535851937790883648493

    def second(armoured):
        blob = bare(armoured)
        return armour(blob[:-32] + (int.from_bytes(blob[-32:], "little") + order).to_bytes(32, "little"))

    by_keygen, pure, _ = ask(spoil=second)
    assert told(by_keygen) == "signing.unsound"
    assert by_keygen == pure


def test_key_with_which_anybody_could_sign_is_refused_even_where_it_is_listed(tmp_path, mentor):
    neutral = (1).to_bytes(32, "little")
    line = base64.b64encode(b"\0\0\0\x0bssh-ed25519\0\0\0 " + neutral).decode()
    key = read_signature(raw_sign(mentor)).key.blob[-32:]
    base = (4 * pow(5, -1, 2**255 - 19) % (2**255 - 19)).to_bytes(32, "little")
    blob = bare(raw_sign(mentor)).replace(key, neutral)[:-64] + base + neutral
    signers = signers_of(tmp_path, f"{MENTOR} ssh-ed25519 {line}")
    asked = {"signers": signers, "revoked": None, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    for program in ("ssh-keygen", None):
        assert told(verify(TEXT, armour(blob), program=program, **asked)) == "signing.unsound"


@pytest.mark.parametrize(("tail", "reason"), [("approved\n", "signing.no_armour"), (BEGIN + END, "signing.damaged")])
def test_text_behind_a_signature_is_refused_though_openssh_passes_over_it(ask, tail, reason):
    by_keygen, pure, raw = ask(spoil=lambda text: text + tail)
    assert (told(by_keygen), told(pure), raw) == (reason, reason, True)


# -- what comes from other people's journals


@pytest.mark.parametrize(
    "principal", ["", "-Overify-time=20200101", "--", "a\nb", "\x1b[2J", "a\0b", " mentor@example.jp", "\ud800"]
)
def test_identity_that_cannot_stand_on_a_command_line_never_gets_there(ask, principal, tmp_path, mentor):
    signers = signers_of(tmp_path, f"* {public(mentor)}")
    asked = {"signers": signers, "revoked": None, "namespace": NAMESPACE, "at": NOON}
    for program in ("ssh-keygen", None):
        alone = verify(TEXT, raw_sign(mentor), principals=[principal], program=program, **asked)
        assert (alone.is_good, told(alone)) == (False, "signing.no_principal")
        beside = verify(TEXT, raw_sign(mentor), principals=[principal, MENTOR], program=program, **asked)
        assert (beside.is_good, beside.principal) == (True, MENTOR)


def test_nobody_asked_for_is_nobody_who_signed(tmp_path, mentor):
    signers = signers_of(tmp_path, f"* {public(mentor)}")
    verdict = verify(TEXT, raw_sign(mentor), signers=signers, revoked=None, principals=[], namespace=NAMESPACE, at=NOON)
    assert told(verdict) == "signing.no_principal"


@pytest.mark.parametrize("year", [1, 1969, 9999])
def test_time_of_a_clock_gone_mad_is_no_time(ask, tmp_path, mentor, year):
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    for program in ("ssh-keygen", None):
        verdict = verify(
            TEXT,
            raw_sign(mentor),
            signers=signers,
            revoked=None,
            principals=[MENTOR],
            namespace=NAMESPACE,
            at=datetime(year, 1, 2, tzinfo=UTC),
            program=program,
        )
        assert told(verdict) == "signing.no_time"


def test_time_without_a_zone_is_a_mistake_of_the_program(ask):
    with pytest.raises(ValueError, match="time zone"):
        verify(TEXT, "", signers=None, revoked=None, principals=[], namespace=NAMESPACE, at=NOON.replace(tzinfo=None))


# Pyongyang had another standard time in 2016 than it has now.
@pytest.mark.parametrize("zone", ["UTC0", "JST-9", "America/New_York", "Australia/Lord_Howe", "Asia/Pyongyang"])
@pytest.mark.parametrize("day", ["20160101", "20160701", "20260101", "20260701"])
def test_moment_that_is_checked_is_the_same_in_every_time_zone(in_zone, tmp_path, mentor, zone, day):
    in_zone(zone)
    moment = datetime.strptime(f"{day}123015Z", "%Y%m%d%H%M%S%z")
    signers = signers_of(tmp_path, f'{MENTOR} valid-before="{day}123015Z" {public(mentor)}')
    # Past our own reading, to see what ssh-keygen makes of the moment that we hand over.
    wide = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    mixed = type(signers)(signers.path, signers.content, wide.lines)
    asked = {"revoked": None, "principals": [MENTOR], "namespace": NAMESPACE}
    signature = raw_sign(mentor)
    assert verify(TEXT, signature, signers=mixed, at=moment, **asked).is_good
    late = verify(TEXT, signature, signers=mixed, at=moment + timedelta(seconds=1), **asked)
    assert told(late) == "signing.refused"
    assert "key has expired" in late.fields["why"]


@pytest.mark.parametrize(
    ("zone", "day", "argument"),
    [
        ("JST-9", "20261120", "20261120213015"),
        ("America/New_York", "20261120", "20261120073015"),
        ("America/New_York", "20260701", "20260701123015Z"),  # in summer not every version reads figures alike
        ("Asia/Pyongyang", "20160701", "20160701123015Z"),
    ],
)
def test_moment_is_handed_over_so_that_openssh_before_9_1_reads_it_wherever_it_can(in_zone, zone, day, argument):
    in_zone(zone)
    assert written(int(datetime.strptime(f"{day}123015Z", "%Y%m%d%H%M%S%z").timestamp())) == argument


# -- ssh-keygen has the last word


def test_ssh_keygen_sees_the_list_that_was_read_and_not_what_it_has_become(tmp_path, mentor, trainee):
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    signers.path.write_text(f"{MENTOR} {public(trainee)}\n")
    asked = {"signers": signers, "revoked": None, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    assert verify(TEXT, raw_sign(mentor), **asked).is_good
    assert not verify(TEXT, raw_sign(trainee), **asked).is_good


ANSWER = f'Good "{NAMESPACE}" signature for {MENTOR} with ED25519 key'


@pytest.mark.parametrize(
    ("answer", "status", "is_good"),
    [
        (f"{ANSWER} {{fingerprint}}", 0, True),
        (f"{ANSWER} {{fingerprint}}", 1, False),
        (f"{ANSWER} SHA256:another", 0, False),
        (f"{ANSWER.replace(NAMESPACE, 'file')} {{fingerprint}}", 0, False),
        ("Could not verify signature by key {fingerprint}", 0, False),
        ("", 0, False),
        ("", 1, False),
    ],
)
def test_only_the_whole_answer_of_ssh_keygen_about_our_key_and_purpose_is_believed(
    tmp_path, mentor, answer, status, is_good
):
    signature = raw_sign(mentor)
    fingerprint = read_signature(signature).key.fingerprint
    program = tmp_path / "ssh-keygen"
    program.write_text(f"#!/bin/sh\ncat >/dev/null\necho '{answer.format(fingerprint=fingerprint)}'\nexit {status}\n")
    program.chmod(0o755)
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    asked = {"signers": signers, "revoked": None, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    verdict = verify(TEXT, signature, **asked, program=str(program))
    assert (verdict.is_good, told(verdict)) == (is_good, "signing.good" if is_good else "signing.refused")


def test_program_that_cannot_be_run_is_told(tmp_path, mentor):
    program = tmp_path / "ssh-keygen"
    program.write_text("#!/nowhere/sh\n")
    program.chmod(0o755)
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    asked = {"signers": signers, "revoked": None, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    with refused("signing.keygen_failed"):
        verify(TEXT, raw_sign(mentor), **asked, program=str(program))


def test_machine_without_ssh_keygen_checks_in_pure_python(tmp_path, mentor, monkeypatch):
    signature = raw_sign(mentor)
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    asked = {"signers": signers, "revoked": None, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert verify(TEXT, signature, **asked).is_good
    assert not verify(TEXT + b" ", signature, **asked).is_good


def test_check_leaves_no_file_behind(tmp_path, mentor, monkeypatch):
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    signature, before = raw_sign(mentor), open_files()
    digest = hashlib.sha256(signers.path.read_bytes()).digest()
    asked = {"signers": signers, "revoked": signers.path.with_name("none"), "principals": [MENTOR]}
    asked["revoked"].touch()
    assert verify(TEXT, signature, **asked, namespace=NAMESPACE, at=NOON).is_good
    assert list(folder.iterdir()) == []
    assert open_files() == before
    assert hashlib.sha256(signers.path.read_bytes()).digest() == digest


def test_revoked_keys_that_were_read_before_count_even_if_their_file_says_otherwise_now(mentor, tmp_path):
    revoked = tmp_path / "revoked"
    revoked.write_text(f"{public(mentor)}\n")
    read = read_revoked(revoked)
    revoked.write_text("")
    signers = signers_of(tmp_path, f"{MENTOR} {public(mentor)}")
    about = {"signers": signers, "principals": [MENTOR], "namespace": NAMESPACE, "at": NOON}
    armoured = raw_sign(mentor)
    assert told(verify(TEXT, armoured, revoked=read, **about)) == "signing.revoked"
    assert told(verify(TEXT, armoured, revoked=revoked, **about)) == "signing.good"
