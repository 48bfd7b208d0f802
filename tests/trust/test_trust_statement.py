"""What a mentor signs, and what is made of it: nothing but the author's own signature over that very event counts."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from trust_world import DECISION, NOON, ROSTER, changed, folder_of, keygen, public, raw_manifest, raw_sign, told

from tui.journal.canonical import Record, canonical
from tui.signing.keygen import sign
from tui.trust.folder import TrustFolder
from tui.trust.signature_check import SignatureKind, check_signature
from tui.trust.statement import signed_bytes, statement

TEXT = statement(DECISION)
LATER = changed(hash="d" * 64, n=8, previous=DECISION.hash, item="soc.2.alone")


def by(key, text=TEXT, namespace="ikusei-signoff"):
    return raw_sign(key, signed_bytes(text), namespace)


def looked(folder, armoured, event=DECISION, text=TEXT, **more):
    """Kind and reason, the same with ssh-keygen and without it."""
    found = check_signature(event, text, armoured, folder, **more)
    assert check_signature(event, text, armoured, folder, **more, program=None).kind == found.kind
    return found.kind, told(found.reason, found.fields)


@pytest.fixture(scope="module")
def trusted(signed):
    return TrustFolder.open(signed, now=NOON)


@pytest.fixture(scope="module")
def tanaka(keys):
    return keys / "tanaka"


# -- the statement


def test_the_statement_is_one_line_of_canonical_json_that_says_the_whole_event():
    said = json.loads(TEXT)
    assert said == {
        "purpose": "ikusei-signoff-1",
        "event": DECISION.hash,
        "previous": DECISION.previous,
        "writer": "w-tanaka",
        "n": 7,
        "clock": DECISION.clock,
        "recorded": DECISION.recorded,
        "author": "p-tanaka",
        "trainee": "p-sato",
        "kind": "decision",
        "item": "soc.2.paired",
        "body": DECISION.body,
        "snapshot": "a" * 64,
        "pack": "nca-isogj",
        "pack_version": "1.0.0",
        "policy": "b" * 64,
    }
    assert json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")) == TEXT
    assert "\n" not in TEXT


def test_the_hash_of_an_event_can_be_computed_from_its_statement_alone():
    fields = {name: getattr(DECISION, name) for name in Record._fields if name != "body"}
    record = Record(**fields, body=canonical(DECISION.body))
    said = json.loads(TEXT)
    row = {name: said[name] for name in Record._fields if name not in {"hash", "body"}}
    row |= {"format": "ikusei-event-1", "body": canonical(said["body"])}
    assert hashlib.sha256(canonical(row).encode()).hexdigest() == record.digest()


def test_the_statement_is_the_same_however_its_letters_were_typed():
    composed, typed = ({**DECISION.body, "reason": reason} for reason in ("が", "か\u3099"))
    assert statement(changed(body=composed)) == statement(changed(body=typed))


FIELDS = {
    "hash": "e" * 64,
    "previous": "e" * 64,
    "writer": "w-other",
    "n": 8,
    "clock": DECISION.clock + 1,
    "recorded": DECISION.recorded + 1,
    "author": "p-mori",
    "trainee": "p-abe",
    "kind": "waiver",
    "item": "soc.2.alone",
    "body": {**DECISION.body, "verdict": "returned"},
    "pack": "other",
    "pack_version": "1.0.1",
}


def test_every_field_of_an_event_is_tried_below():
    assert set(FIELDS) == set(Record._fields)


@pytest.mark.parametrize("name", FIELDS)
def test_a_signature_holds_for_no_other_event(trusted, tanaka, name):
    assert looked(trusted, by(tanaka), changed(**{name: FIELDS[name]})) == (SignatureKind.INVALID, "trust.other_event")


def test_the_snapshot_of_a_reopening_is_the_sign_off():
    said = json.loads(statement(changed(kind="reopening", body={"signoff": "c" * 64, "reason": "x"})))
    assert (said["snapshot"], said["policy"]) == ("c" * 64, "")
    assert json.loads(statement(changed(body={"claim": 1, "policy": None})))["snapshot"] == ""


# -- good, unsigned, not to be told here


def test_a_signature_of_the_author_is_good(trusted, tanaka):
    found = check_signature(DECISION, TEXT, by(tanaka), trusted)
    assert (found.kind, told(found.reason, found.fields)) == (SignatureKind.SIGNED, "trust.signed")
    assert (found.person, found.principal) == ("p-tanaka", "tanaka@midori.example")
    assert found.fingerprint == keygen("-l", "-f", f"{tanaka}.pub").decode().split()[1]
    assert found.is_lasting


def test_what_our_own_signing_makes_is_good(trusted, tanaka):
    armoured = sign(signed_bytes(TEXT), tanaka, "ikusei-signoff")
    assert looked(trusted, armoured) == (SignatureKind.SIGNED, "trust.signed")
    # The journal drops the line end behind the last line.
    assert looked(trusted, armoured.strip()) == (SignatureKind.SIGNED, "trust.signed")


def test_what_is_not_signed_is_unsigned(trusted, tmp_path):
    assert looked(trusted, "", text="") == (SignatureKind.UNSIGNED, "trust.unsigned")
    assert looked(TrustFolder.open(tmp_path / "none"), "", text="") == (SignatureKind.UNSIGNED, "trust.unsigned")


def test_without_a_folder_or_with_one_that_does_not_hold_nothing_can_be_told(folder, tanaka, tmp_path):
    none = check_signature(DECISION, TEXT, by(tanaka), TrustFolder.open(tmp_path / "none"))
    assert (none.kind, told(none.reason, none.fields)) == (SignatureKind.UNCHECKED, "trust.no_folder")
    with (folder / "allowed_signers").open("a") as file:
        file.write("# changed\n")
    found = check_signature(DECISION, TEXT, by(tanaka), TrustFolder.open(folder))
    assert (found.kind, told(found.reason, found.fields)) == (SignatureKind.UNCHECKED, "trust.folder_unusable")
    assert not found.is_lasting


def test_a_key_that_only_ssh_keygen_knows_cannot_be_told_without_it(tmp_path, keys):
    folder = folder_of(tmp_path / "trust", keys)
    path = folder / "allowed_signers"
    path.write_text(path.read_text().replace(public(keys / "tanaka"), public(keys / "rsa")))
    raw_manifest(folder, keys / "yamada")
    trusted = TrustFolder.open(folder)
    assert check_signature(DECISION, TEXT, by(keys / "rsa"), trusted).kind is SignatureKind.SIGNED
    found = check_signature(DECISION, TEXT, by(keys / "rsa"), trusted, program=None)
    assert (found.kind, found.is_lasting) == (SignatureKind.UNCHECKED, False)


# -- attacks


def test_two_signatures_changed_places(trusted, tanaka):
    one, other = by(tanaka), by(tanaka, statement(LATER))
    assert looked(trusted, one) == looked(trusted, other, LATER, statement(LATER))
    assert looked(trusted, other) == (SignatureKind.INVALID, "signing.changed")
    assert looked(trusted, one, LATER, TEXT) == (SignatureKind.INVALID, "trust.other_event")


def test_a_signature_played_again_for_another_trainee(trusted, tanaka):
    for_abe = changed(trainee="p-abe", hash="f" * 64)
    assert looked(trusted, by(tanaka), for_abe, TEXT) == (SignatureKind.INVALID, "trust.other_event")
    assert looked(trusted, by(tanaka), for_abe, statement(for_abe)) == (SignatureKind.INVALID, "signing.changed")


def test_the_body_was_edited_and_the_statement_with_it(trusted, tanaka):
    edited = changed(body={**DECISION.body, "reason": "とてもよい"})
    assert looked(trusted, by(tanaka), edited, statement(edited)) == (SignatureKind.INVALID, "signing.changed")
    assert looked(trusted, by(tanaka), edited) == (SignatureKind.INVALID, "trust.other_event")


def test_a_signature_of_something_else_that_the_author_wrote(trusted, tanaka):
    assert looked(trusted, by(tanaka, "Bom dia\n"), text="Bom dia\n") == (SignatureKind.INVALID, "trust.other_event")
    assert looked(trusted, by(tanaka, f"{TEXT}\n"), text=f"{TEXT}\n") == (SignatureKind.INVALID, "trust.other_event")


@pytest.mark.parametrize("namespace", ["ikusei-trust", "git", "file", "ikusei-signoff2"])
def test_a_signature_for_another_purpose(trusted, tanaka, namespace):
    found = looked(trusted, by(tanaka, namespace=namespace))
    assert found == (SignatureKind.INVALID, "signing.other_namespace")


def test_signed_by_the_trainee_or_another_mentor_in_the_authors_name(trusted, keys):
    assert looked(trusted, by(keys / "sato")) == (SignatureKind.INVALID, "signing.not_allowed")
    assert looked(trusted, by(keys / "mori")) == (SignatureKind.INVALID, "signing.other_principal")


def test_an_author_whom_the_roster_gives_no_identity(trusted, keys):
    event = changed(author="p-abe")
    assert looked(trusted, by(keys / "sato", statement(event)), event, statement(event)) == (
        SignatureKind.INVALID, "trust.no_principal",
    )  # fmt: skip


def judged(tmp_path, keys, armoured, options="", revoked=(), **more):
    folder = folder_of(tmp_path / "trust", keys, ROSTER, tanaka=options)
    if revoked:
        (folder / "revoked_keys").write_text("".join(f"{public(keys / name)}\n" for name in revoked))
    raw_manifest(folder, keys / "yamada")
    return looked(TrustFolder.open(folder, now=NOON), armoured, **more)


WINDOWS = {
    "expired the second before": (',valid-before="20261120115959Z"', "signing.expired"),
    "expires that second": (',valid-before="20261120120000Z"', "trust.signed"),
    "begins that second": (',valid-after="20261120120000Z"', "trust.signed"),
    "begins the second after": (',valid-after="20261120120001Z"', "signing.not_yet_valid"),
}


@pytest.mark.parametrize("window", WINDOWS)
def test_the_key_must_count_when_the_event_was_recorded(tmp_path, keys, tanaka, window):
    options, reason = WINDOWS[window]
    assert judged(tmp_path, keys, by(tanaka), options)[1] == reason


def test_another_moment_can_be_asked_about(tmp_path, keys, tanaka):
    options = ',valid-before="20261120115959Z"'
    assert judged(tmp_path, keys, by(tanaka), options, at=NOON - timedelta(days=1))[1] == "trust.signed"


def test_a_revoked_key_counts_for_nothing_whenever_it_signed(tmp_path, keys, tanaka):
    assert judged(tmp_path, keys, by(tanaka), revoked=["sato", "tanaka"]) == (SignatureKind.INVALID, "signing.revoked")


def test_another_revoked_key_does_no_harm(tmp_path, keys, tanaka):
    assert judged(tmp_path, keys, by(tanaka), revoked=["sato"])[1] == "trust.signed"


@pytest.mark.parametrize("recorded", [-1, 0, 10**15, 10**40])
def test_an_event_from_no_possible_time_is_invalid_and_no_accident(trusted, tanaka, recorded):
    event = changed(recorded=recorded)
    text = statement(event)
    assert looked(trusted, by(tanaka, text), event, text) == (SignatureKind.INVALID, "signing.no_time")


def nested(depth):
    body = {}
    for _ in range(depth):
        body = {"a": body}
    return body


@pytest.mark.parametrize("body", [{"rate": float("nan")}, nested(5000)], ids=["no number", "nested"])
def test_a_body_that_no_statement_can_say_is_invalid_and_no_accident(trusted, tanaka, body):
    with pytest.raises(ValueError):  # noqa: PT011 - json's own words
        statement(changed(body=body))
    assert looked(trusted, by(tanaka), changed(body=body)) == (SignatureKind.INVALID, "trust.other_event")


def test_half_a_character_is_no_accident(trusted, tanaka):
    event = changed(body={"claim": "a", "reason": "\ud83d"})
    assert looked(trusted, by(tanaka), event, statement(event))[0] is SignatureKind.INVALID


# -- by hand


def test_an_auditor_checks_it_with_ssh_keygen_alone(signed, tanaka, tmp_path):
    (tmp_path / "signature").write_text(by(tanaka))
    said = keygen(
        "-Y", "verify", "-f", signed / "allowed_signers", "-I", "tanaka@midori.example", "-n", "ikusei-signoff",
        "-s", tmp_path / "signature", f"-Overify-time={datetime(2026, 11, 20, 12, tzinfo=UTC):%Y%m%d%H%M%SZ}",
        text=signed_bytes(TEXT),
    )  # fmt: skip
    assert said.startswith(b'Good "ikusei-signoff" signature for tanaka@midori.example')


def test_it_is_a_pure_function_of_its_arguments(folder, tanaka):
    trusted, armoured = TrustFolder.open(folder), by(tanaka)
    for path in folder.iterdir():
        path.unlink()
    assert looked(trusted, armoured) == (SignatureKind.SIGNED, "trust.signed")
