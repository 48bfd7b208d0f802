"""What in a folder isn't wrong but lets more through than meant, and what Windows does to it."""

import pytest
from trust_world import ROSTER, public, raw_manifest, roster_of, told, written

from tui.signing.allowed_signers import parse_signers
from tui.text.alike import look
from tui.trust.folder import TrustFolder
from tui.trust.folder_state import FolderKind
from tui.trust.remarks import warnings

PERSON = '[[person]]\nid = "{id}"\nname = "{name}"\n'


def about_lines(tmp_path, keys, *lines):
    """Key of each warning about these lines, which stand before a public key."""
    text = "".join(f"{line} {public(keys / 'tanaka')}\n" for line in lines)
    path = tmp_path / "allowed_signers"
    found = warnings(roster_of(tmp_path), parse_signers(text.encode(), path))
    return [(told(each.key, each.fields), each.fields.get("line")) for each in found]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("tanaka@x cert-authority", "trust.authority_for_all"),
        ('tanaka@x namespaces="*"', "trust.any_namespace"),
        ('tanaka@x namespaces="ikusei-*"', "trust.any_namespace"),
        ('tanaka@x namespaces="git,ikusei-sign?ff"', "trust.any_namespace"),
        ('*@midori.example namespaces="ikusei-signoff"', "trust.any_principal"),
        ('tanaka@x,mor?@x namespaces="ikusei-signoff"', "trust.any_principal"),
        ('tanaka@x namespaces="ikusei-signoff",valid-after="20260401"', "trust.local_time"),
        ('tanaka@x namespaces="ikusei-signoff",valid-before="202604011200"', "trust.local_time"),
    ],
)
def test_a_line_that_lets_more_through_than_meant(line, key, tmp_path, keys):
    fine = 'tanaka@x cert-authority,namespaces="ikusei-signoff",valid-after="20260401Z"'
    assert about_lines(tmp_path, keys, fine, line) == [(key, 2)]


def test_what_is_kept_out_may_be_a_pattern(tmp_path, keys):
    assert about_lines(tmp_path, keys, 'tanaka@x,!*@y namespaces="ikusei-signoff,!git*"') == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("p-kato", "p-kаto"), ("p-10", "p-lO"), ("p-Il", "p-ll"), ("p-kato", "P-KATO"), ("ｐ-kato", "p-kato")],
)
def test_ids_that_look_alike(one, other, tmp_path):
    text = ROSTER + PERSON.format(id=one, name="甲") + PERSON.format(id=other, name="乙")
    found = [told(each.key, each.fields) for each in warnings(roster_of(tmp_path, text), None)]
    assert "trust.alike_id" in found


@pytest.mark.parametrize("name", ["佐藤 花", "佐藤花", "佐藤　花"])
def test_two_people_of_the_same_name(name, tmp_path):
    roster = roster_of(tmp_path, ROSTER + PERSON.format(id="p-another", name=name))
    (found,) = warnings(roster, None)
    assert (told(found.key, found.fields), found.fields["other_id"]) == ("trust.alike_name", "p-another")


def test_principals_that_look_alike(tmp_path):
    person = PERSON.format(id="p-another", name="甲") + 'signs_as = ["tanaka@midorі.example"]\n'
    (found,) = warnings(roster_of(tmp_path, ROSTER + person), None)
    assert told(found.key, found.fields) == "trust.alike_principal"


def test_what_does_not_look_alike(tmp_path):
    assert warnings(roster_of(tmp_path), None) == []
    assert look("p-mari") != look("p-marl")
    assert look("佐藤 花") != look("佐藤 華")


FILES = ("roster.toml", "allowed_signers", "manifest", "manifest.sig")


@pytest.mark.parametrize("names", [*[(name,) for name in FILES], FILES, FILES[:2]], ids=" ".join)
def test_line_ends_of_windows_are_no_change(folder, keys, names):
    for name in names:
        path = folder / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    state = TrustFolder.open(folder).state
    assert (state.kind, told(state.reason, state.fields)) == (FolderKind.INVALID, "trust.line_ends")
    assert names[0] in state.fields["names"]


def test_what_windows_wrote_and_git_made_unixs_is_no_change_either(folder, keys):
    path = written(folder, "")
    path.write_bytes(ROSTER.replace("\n", "\r\n").encode())
    raw_manifest(folder, keys / "yamada")
    assert TrustFolder.open(folder).state.is_usable
    written(folder, ROSTER)
    assert TrustFolder.open(folder).state.reason == "trust.line_ends"


def test_a_change_is_a_change_whatever_its_line_ends(folder):
    path = folder / "roster.toml"
    path.write_bytes(path.read_bytes().replace("田中".encode(), "多中".encode()).replace(b"\n", b"\r\n"))
    assert TrustFolder.open(folder).state.reason == "trust.file_differs"
