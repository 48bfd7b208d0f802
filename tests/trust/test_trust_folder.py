"""The trust folder: signed by the lead whom the reader has pinned, or it says what it is."""

import os
import subprocess
from datetime import UTC, datetime

import pytest
from trust_world import NOON, ROSTER, fingerprint, folder_of, keygen, public, raw_manifest, raw_sign, told

from tui.errors import IkuseiError
from tui.trust import folder_files
from tui.trust.decode_roster import read_roster
from tui.trust.folder import TrustFolder
from tui.trust.folder_state import FolderKind
from tui.trust.manifest import short
from tui.trust.permission import Allowance, may_decide
from tui.trust.sign_folder import sign_folder


def looked(folder, lead="", **more):
    """Kind and reason of the state, the same with ssh-keygen and without it."""
    found = TrustFolder.open(folder, lead, now=NOON, **more)
    assert TrustFolder.open(folder, lead, now=NOON, program=None).state.kind == found.state.kind
    return found.state.kind, told(found.state.reason, found.state.fields)


def edit(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_signed_by_the_pinned_lead(signed, keys):
    found = TrustFolder.open(signed, fingerprint(keys / "yamada"), now=NOON)
    assert (found.state.kind, told(found.state.reason, found.state.fields)) == ("signed", "trust.signed_folder")
    assert (found.state.person, found.state.principal) == ("p-yamada", "yamada@midori.example")
    assert found.state.key == fingerprint(keys / "yamada")
    assert (found.roster.id, len(found.signers.lines), found.revoked) == ("midori-soc", 3, None)


def test_the_fingerprint_is_what_sha256sum_says_of_the_manifest_and_known_before_it_is_written(signed, folder):
    said = subprocess.run(["sha256sum", "manifest"], cwd=signed, capture_output=True, text=True, check=True).stdout
    found = TrustFolder.open(signed)
    assert found.fingerprint == said.split()[0]
    assert found.short == f"{said[:4]}-{said[4:8]}-{said[8:12]}" == short(found.fingerprint)
    (folder / "manifest").unlink()
    (folder / "manifest.sig").unlink()
    assert TrustFolder.open(folder).fingerprint == found.fingerprint


def test_signed_but_nobody_pinned(signed):
    assert looked(signed) == (FolderKind.UNPINNED, "trust.unpinned_folder")


def test_not_signed_yet(tmp_path, keys):
    folder = folder_of(tmp_path / "trust", keys)
    assert looked(folder) == (FolderKind.UNSIGNED, "trust.unsigned_folder")
    assert TrustFolder.open(folder).roster.version == "3"


def test_a_roster_that_changes_while_it_is_read_is_not_believed(folder, monkeypatch):
    """It is read twice, once to be hashed and once with its positions: what was hashed must be what is used."""

    def exchanged(path):
        edit(folder, "roster.toml", "佐藤 花", "佐藤 華")
        return read_roster(path)

    monkeypatch.setattr(folder_files, "read_roster", exchanged)
    with pytest.raises(IkuseiError) as caught:
        folder_files.read_files(folder)
    assert caught.value.key == "trust.changing"


def test_no_folder_is_a_state_too(tmp_path):
    found = TrustFolder.open(tmp_path / "none")
    assert looked(tmp_path / "none") == (FolderKind.NONE, "trust.no_folder")
    assert (found.roster, found.fingerprint) == (None, "")
    assert may_decide(found.roster, "p-abe", "p-sato", "soc", NOON, as_evaluator=False).is_allowed


ATTACKS = {
    "edits the roster": (
        lambda folder, keys: edit(folder, "roster.toml", 'trainee = "*"', 'trainee = "p-abe"'),
        "trust.file_differs",
    ),
    "becomes somebody else's mentor": (
        lambda folder, keys: edit(folder, "roster.toml", 'mentor = "p-mori"', 'mentor = "p-abe"'),
        "trust.file_differs",
    ),
    "edits the roster and writes the manifest anew": (
        lambda folder, keys: (
            edit(folder, "roster.toml", 'mentor = "p-mori"', 'mentor = "p-abe"'), raw_manifest(folder),
        ),
        "signing.changed",
    ),
    "adds their own key": (
        lambda folder, keys: edit(
            folder, "allowed_signers", "tanaka@midori.example ", f"tanaka@midori.example {public(keys / 'sato')}\n"
            "tanaka@midori.example ",
        ),
        "trust.file_differs",
    ),
    "signs the edited folder with their own key": (
        lambda folder, keys: (
            edit(folder, "roster.toml", 'mentor = "p-mori"', 'mentor = "p-abe"'), raw_manifest(folder, keys / "sato"),
        ),
        "signing.not_allowed",
    ),
    "signs it as a mentor": (lambda folder, keys: raw_manifest(folder, keys / "tanaka"), "signing.other_principal"),
    "makes themself the lead": (
        lambda folder, keys: (
            edit(folder, "allowed_signers", public(keys / "yamada"), public(keys / "sato")),
            raw_manifest(folder, keys / "sato"),
        ),
        None,
    ),
    "adds a list of revoked keys": (
        lambda folder, keys: (folder / "revoked_keys").write_text(f"{public(keys / 'tanaka')}\n"),
        "trust.file_unlisted",
    ),
    "deletes the manifest": (lambda folder, keys: (folder / "manifest").unlink(), "trust.half_signed"),
    "deletes the signature": (lambda folder, keys: (folder / "manifest.sig").unlink(), "trust.half_signed"),
    "deletes the list of keys": (lambda folder, keys: (folder / "allowed_signers").unlink(), "trust.file_needed"),
    "deletes the roster": (lambda folder, keys: (folder / "roster.toml").unlink(), "trust.file_needed"),
    "says another version in the manifest": (
        lambda folder, keys: edit(folder, "manifest", "midori-soc 3", "midori-soc 4"), "trust.manifest_malformed",
    ),
    "adds a line to the manifest": (
        lambda folder, keys: edit(folder, "manifest", "  roster.toml\n", f"  roster.toml\n{'0' * 64}  x\n"),
        "trust.file_missing",
    ),
    "takes the lead's signature of something else": (
        lambda folder, keys: (folder / "manifest.sig").write_text(
            raw_sign(keys / "yamada", (folder / "manifest").read_bytes(), "ikusei-signoff")
        ),
        "signing.other_namespace",
    ),
    "writes nonsense for a signature": (
        lambda folder, keys: (folder / "manifest.sig").write_text("signed, honestly"), "signing.no_armour",
    ),
    "breaks the roster": (
        lambda folder, keys: edit(folder, "roster.toml", "[roster]", "[roster"), "trust.roster_faulty",
    ),
    "breaks a line of the keys": (
        lambda folder, keys: edit(folder, "allowed_signers", "namespaces", "namespace"), "signing.line_option",
    ),
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_trainee_who_edits_the_folder_gets_it_called_invalid(folder, keys, attack):
    change, reason = ATTACKS[attack]
    change(folder, keys)
    if reason is not None:
        assert looked(folder) == (FolderKind.INVALID, reason)
    lead = fingerprint(keys / "yamada")
    assert looked(folder, lead)[0] is FolderKind.INVALID
    found = TrustFolder.open(folder, lead, now=NOON)
    assert found.signers is None
    assert may_decide(found.roster, "p-abe", "p-sato", "soc", NOON, as_evaluator=False).answer is Allowance.NOT_NAMED
    assert may_decide(found.roster, "p-tanaka", "p-sato", "soc", NOON, as_evaluator=False).answer is Allowance.NOT_NAMED


def test_a_folder_that_made_itself_a_lead_is_signed_for_whoever_pinned_nothing_and_only_for_them(folder, keys):
    edit(folder, "allowed_signers", public(keys / "yamada"), public(keys / "sato"))
    raw_manifest(folder, keys / "sato")
    assert looked(folder)[0] is FolderKind.UNPINNED
    assert looked(folder, fingerprint(keys / "yamada")) == (FolderKind.INVALID, "trust.other_lead")


def test_whoever_pinned_a_lead_notices_that_signature_or_folder_are_gone(folder, keys, tmp_path):
    lead = fingerprint(keys / "yamada")
    (folder / "manifest").unlink()
    (folder / "manifest.sig").unlink()
    assert looked(folder, lead) == (FolderKind.INVALID, "trust.signature_gone")
    assert looked(tmp_path / "none", lead) == (FolderKind.INVALID, "trust.folder_gone")
    assert not may_decide(
        TrustFolder.open(tmp_path / "none", lead).roster, "p-abe", "p-sato", "soc", NOON, as_evaluator=False
    ).is_allowed


def test_the_leads_line_must_name_the_namespace(folder, keys):
    edit(folder, "allowed_signers", 'namespaces="ikusei-trust,ikusei-signoff" ', "")
    raw_manifest(folder, keys / "yamada")
    assert looked(folder, fingerprint(keys / "yamada")) == (FolderKind.INVALID, "trust.namespace_needed")


def test_a_roster_without_a_lead_is_signed_by_nobody(tmp_path, keys):
    folder = folder_of(tmp_path / "trust", keys, ROSTER.replace("lead = true", "lead = false"))
    raw_manifest(folder, keys / "yamada")
    assert looked(folder) == (FolderKind.INVALID, "trust.no_lead")


@pytest.mark.parametrize("options", [',valid-before="20260401Z"', ',valid-after="20270401Z"'])
def test_the_window_of_the_leads_key_ends_no_folder_because_only_the_pin_decides(tmp_path, keys, options):
    folder = folder_of(tmp_path / "trust", keys, yamada=options)
    raw_manifest(folder, keys / "yamada")
    assert looked(folder, fingerprint(keys / "yamada"))[0] is FolderKind.SIGNED


def test_a_revoked_lead_signs_nothing(folder, keys):
    (folder / "revoked_keys").write_text(f"# lost in May\n{public(keys / 'yamada')}\n")
    raw_manifest(folder, keys / "yamada")
    assert looked(folder, fingerprint(keys / "yamada")) == (FolderKind.INVALID, "signing.revoked")


def test_a_key_that_this_machine_cannot_check_is_not_believed(tmp_path, keys):
    folder = folder_of(tmp_path / "trust", keys)
    edit(folder, "allowed_signers", public(keys / "yamada"), public(keys / "rsa"))
    raw_manifest(folder, keys / "rsa")
    lead = fingerprint(keys / "rsa")
    assert TrustFolder.open(folder, lead, now=NOON).state.kind is FolderKind.SIGNED
    found = TrustFolder.open(folder, lead, now=NOON, program=None)
    assert (found.state.kind, found.signers) == (FolderKind.UNCHECKED, None)
    assert not may_decide(found.roster, "p-tanaka", "p-sato", "soc", NOON, as_evaluator=False).is_allowed


def test_other_files_in_the_folder_mean_nothing(folder, keys):
    (folder / "README").write_text("read me")
    (folder / ".git").mkdir()
    assert looked(folder, fingerprint(keys / "yamada"))[0] is FolderKind.SIGNED


def test_what_is_no_file_is_not_waited_for(folder):
    (folder / "allowed_signers").unlink()
    os.mkfifo(folder / "allowed_signers")
    assert looked(folder) == (FolderKind.INVALID, "trust.no_file")
    (folder / "allowed_signers").unlink()
    (folder / "allowed_signers").write_bytes(b"#" * 3_000_000)
    assert looked(folder) == (FolderKind.INVALID, "trust.no_file")
    assert looked(folder / "roster.toml") == (FolderKind.INVALID, "trust.unreadable")


def test_faults_of_the_roster_come_with_their_places(folder):
    edit(folder, "roster.toml", 'version = "3"', 'version = ""\nnonsense = 1')
    assert [(fault.line, fault.key) for fault in TrustFolder.open(folder).faults] == [
        (3, "content.empty"),
        (4, "content.unknown-key"),
    ]


# -- signing


def test_what_the_lead_signs_is_what_sha256sum_and_ssh_keygen_write(tmp_path, keys, signed):
    folder = folder_of(tmp_path / "trust", keys)
    found = sign_folder(folder, keys / "yamada", now=NOON)
    assert found.state.kind is FolderKind.UNPINNED
    for name in ("manifest", "manifest.sig"):
        assert (folder / name).read_bytes() == (signed / name).read_bytes()
    assert sorted(path.name for path in folder.iterdir()) == [
        "allowed_signers", "manifest", "manifest.sig", "roster.toml",
    ]  # fmt: skip


REFUSED = {
    "a mentor": ("tanaka", "signing.other_principal"),
    "a trainee": ("sato", "signing.not_allowed"),
    "nobody": ("none", "signing.key_missing"),
}


@pytest.mark.parametrize("who", REFUSED)
def test_nothing_is_written_that_readers_would_call_invalid(tmp_path, keys, who):
    folder = folder_of(tmp_path / "trust", keys)
    name, reason = REFUSED[who]
    with pytest.raises(IkuseiError) as caught:
        sign_folder(folder, keys / name, now=NOON)
    assert told(caught.value.key, caught.value.fields) == reason
    assert sorted(path.name for path in folder.iterdir()) == ["allowed_signers", "roster.toml"]


def test_a_signature_that_cannot_be_written_leaves_what_was_there(folder, keys):
    edit(folder, "roster.toml", 'version = "3"', 'version = "4"')
    (folder / "manifest.sig").unlink()
    (folder / "manifest.sig").mkdir()
    with pytest.raises(IkuseiError) as caught:
        sign_folder(folder, keys / "yamada", now=NOON)
    assert caught.value.key == "trust.no_file"
    (folder / "manifest").unlink()
    (folder / "manifest.sig").rmdir()
    (folder / "manifest").symlink_to(folder / "nowhere" / "else")
    sign_folder(folder, keys / "yamada", now=NOON)
    assert not (folder / "manifest").is_symlink()


def test_an_auditor_checks_the_folder_with_ssh_keygen_alone(signed):
    (principal,) = keygen(
        "-Y", "find-principals", "-f", signed / "allowed_signers", "-s", signed / "manifest.sig",
        f"-Overify-time={datetime(2026, 11, 20, tzinfo=UTC):%Y%m%d%H%M%SZ}",
    ).decode().split()  # fmt: skip
    said = keygen(
        "-Y", "verify", "-n", "ikusei-trust", "-I", principal,
        "-f", signed / "allowed_signers", "-s", signed / "manifest.sig", text=(signed / "manifest").read_bytes(),
    )  # fmt: skip
    assert said.startswith(b'Good "ikusei-trust" signature for yamada@midori.example')
