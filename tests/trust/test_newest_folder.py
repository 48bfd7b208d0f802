"""A reader keeps the newest valid folder: an older one is refused, and a broken one doesn't silence what was valid."""

import shutil

import pytest
from trust_world import ROSTER, fingerprint, raw_manifest, told, written

from tui.errors import TrustError
from tui.trust.folder import TrustFolder
from tui.trust.folder_state import FolderKind
from tui.trust.newest import SEEN_FOLDER, counting, forget, newest_seen, place_of
from tui.trust.sign_folder import sign_folder
from tui.trust.version import is_newer, is_same


@pytest.fixture
def lead(keys):
    return fingerprint(keys / "yamada")


@pytest.fixture
def place(tmp_path, folder, lead):
    return place_of(tmp_path / "own/state.sqlite", folder, lead)


@pytest.fixture
def look(folder, lead, place):
    """Looks at the folder as somebody does who has pinned the lead."""
    return lambda: counting(TrustFolder.open(folder, lead), place)


def edition(folder, keys, version, roster=ROSTER):
    """The lead signs the folder as another version."""
    written(folder, roster.replace('version = "3"', f'version = "{version}"'))
    raw_manifest(folder, keys / "yamada", head=f"ikusei-trust-1 midori-soc {version}")


def state(found):
    """What lies there, why, and which version counts."""
    lies = found.as_it_lies.state
    return lies.kind, told(lies.reason, lies.fields), found.roster.version


def test_the_first_folder_counts_and_is_kept(look, place, folder):
    found = look()
    assert state(found) == (FolderKind.SIGNED, "trust.signed_folder", "3")
    (copy,) = place.iterdir()
    assert copy.name == found.fingerprint
    assert (copy / "roster.toml").read_bytes() == (folder / "roster.toml").read_bytes()
    assert place.parent.name == SEEN_FOLDER


def test_a_newer_one_takes_its_place(look, place, folder, keys):
    look()
    edition(folder, keys, "10")
    found = look()
    assert (state(found), found.present) == ((FolderKind.SIGNED, "trust.signed_folder", "10"), None)
    assert [copy.name for copy in place.iterdir()] == [found.fingerprint]


BROKEN = {
    "a changed roster": (lambda at: written(at, ROSTER.replace("田中", "多中")), "trust.file_differs"),
    "a roster with a fault": (lambda at: written(at, ROSTER + "[[person]]\n"), "trust.roster_faulty"),
    "a roster that is no TOML": (lambda at: written(at, "[[["), "trust.roster_faulty"),
    "no signature": (lambda at: (at / "manifest.sig").unlink(), "trust.half_signed"),
    "nothing of a signature": (lambda at: [each.unlink() for each in at.glob("manifest*")], "trust.signature_gone"),
    "no folder": (shutil.rmtree, "trust.folder_gone"),
    "a damaged list of keys": (lambda at: (at / "allowed_signers").write_text("nonsense\n"), "signing.line_short"),
    "a list of revoked keys that nobody signed": (lambda at: (at / "revoked_keys").touch(), "trust.file_unlisted"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_where_the_folder_cannot_be_used_the_newest_valid_one_counts_and_it_says_so(case, look, folder):
    change, reason = BROKEN[case]
    before = look()
    change(folder)
    found = look()
    assert state(found) == (FolderKind.INVALID, reason, "3")
    assert (found.state.kind, found.fingerprint, found.path) == (FolderKind.SIGNED, before.fingerprint, folder)
    assert found.signers is not None


def test_nothing_counts_where_no_valid_one_was_seen(look, folder):
    (folder / "manifest.sig").unlink()
    found = look()
    assert (found.state.kind, found.present, found.signers) == (FolderKind.INVALID, None, None)


def test_an_older_one_that_the_lead_once_signed_is_refused(look, folder, keys, tmp_path):
    shutil.copytree(folder, tmp_path / "old")
    edition(folder, keys, "10")
    look()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "old", folder)
    assert state(look()) == (FolderKind.INVALID, "trust.older", "10")
    edition(folder, keys, "11")
    assert state(look()) == (FolderKind.SIGNED, "trust.signed_folder", "11")


@pytest.mark.parametrize("version", ["3", "3.0", "03"])
def test_another_content_under_the_same_version_is_refused(look, folder, keys, version):
    look()
    edition(folder, keys, version, ROSTER.replace("田中", "多中"))
    assert state(look()) == (FolderKind.INVALID, "trust.same_version", "3")


def test_another_roster_in_the_same_place_is_refused(look, folder, keys):
    look()
    written(folder, ROSTER.replace("midori-soc", "osaka-soc").replace('"3"', '"99"'))
    raw_manifest(folder, keys / "yamada", head="ikusei-trust-1 osaka-soc 99")
    assert state(look()) == (FolderKind.INVALID, "trust.other_roster", "3")


def test_who_pins_another_key_begins_anew(look, folder, lead, tmp_path):
    look()
    own = tmp_path / "own/state.sqlite"
    assert place_of(own, folder, "SHA256:other") != place_of(own, folder, lead)
    forget(place_of(own, folder, lead))
    forget(place_of(own, folder, lead))  # what isn't there is no fault
    assert newest_seen(place_of(own, folder, lead), lead) is None


def test_a_copy_is_believed_no_more_than_the_folder_itself(look, place, folder):
    look()
    (copy,) = place.iterdir()
    written(copy, ROSTER.replace('"p-tanaka"', '"p-sato"'))
    (folder / "manifest.sig").unlink()
    found = look()
    assert (found.state.kind, found.present) == (FolderKind.INVALID, None)


def test_a_copy_that_was_being_written_when_the_power_failed_is_none(look, place, folder):
    begun = place / ".begun-1"
    begun.mkdir(parents=True)
    (begun / "roster.toml").write_text("half")
    assert state(look()) == (FolderKind.SIGNED, "trust.signed_folder", "3")
    assert not begun.exists()


def test_where_nothing_can_be_kept_the_folder_still_counts(look, place):
    place.parent.parent.mkdir()
    place.parent.write_text("in the way")
    assert state(look()) == (FolderKind.SIGNED, "trust.signed_folder", "3")


def test_who_has_pinned_nobody_keeps_the_last_usable_one_in_no_order(folder, keys, tmp_path):
    place = place_of(tmp_path / "own/state.sqlite", folder, "")
    edition(folder, keys, "10")
    assert counting(TrustFolder.open(folder), place).roster.version == "10"
    edition(folder, keys, "9")
    assert counting(TrustFolder.open(folder), place).roster.version == "9"
    written(folder, "[[[")
    assert state(counting(TrustFolder.open(folder), place)) == (FolderKind.INVALID, "trust.roster_faulty", "9")


def test_the_lead_signs_no_change_that_readers_would_refuse(look, folder, keys):
    seen = look()
    before = (folder / "manifest").read_bytes()
    written(folder, ROSTER.replace("田中", "多中"))
    with pytest.raises(TrustError) as caught:
        sign_folder(folder, keys / "yamada", newest=seen)
    assert told(caught.value.key, caught.value.fields) == "trust.same_version"
    assert (folder / "manifest").read_bytes() == before
    written(folder, ROSTER.replace("田中", "多中").replace('"3"', '"4"'))
    sign_folder(folder, keys / "yamada", newest=seen)
    assert state(look()) == (FolderKind.SIGNED, "trust.signed_folder", "4")


@pytest.mark.parametrize(
    ("older", "newer"),
    [("9", "10"), ("1.9", "1.10"), ("1", "1.1"), ("2026-09-30", "2026-10-01"), ("1.a", "1.b"), ("1.b", "1.0.1"),
     ("1", "9" * 5000)],
)  # fmt: skip
def test_which_version_is_newer(older, newer):
    assert (is_newer(newer, older), is_newer(older, newer), is_same(older, newer)) == (True, False, False)


@pytest.mark.parametrize(("one", "other"), [("1", "1"), ("1", "1.0"), ("1.2", "1-2"), ("2026.4", "2026.04")])
def test_which_versions_are_the_same(one, other):
    assert (is_newer(one, other), is_newer(other, one), is_same(one, other)) == (False, False, True)
