"""What the installer doesn't do, and what it says then; in each case nothing is changed."""

import re
import shutil

import pytest
from airgap_world import ROOT, Machine

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
INSTALL = "sh airgap/install.sh --user"


@pytest.fixture
def unpacked(machine: Machine, dist):
    shutil.copytree(next(dist.glob("ikusei-*-airgap")), machine.folder / "airgap")
    machine.give()
    return machine


def refused(machine, command, **env):
    """The sentence with which it ends."""
    before = sorted(machine.home.rglob("*"))
    done = machine.run(command, **env)
    assert done.returncode in {1, 2}, done
    assert sorted(machine.home.rglob("*")) == before
    return done.stderr


@pytest.mark.parametrize(
    ("lang", "words"), [("en_US.UTF-8", "Nothing was installed"), ("ja_JP.UTF-8", "何も入れませんでした")]
)
@pytest.mark.parametrize("file", ["wheels/rich-*.whl", "requirements.txt", "SHA256SUMS"])
def test_a_changed_file(unpacked, lang, words, file):
    path = next((unpacked.folder / "airgap").glob(file))
    path.write_bytes(path.read_bytes().replace(b"a", b"b", 1))
    sentence = refused(unpacked, INSTALL, LANG=lang)
    assert words in sentence
    assert sentence.count("\n") == 1


def test_a_missing_file(unpacked):
    (unpacked.folder / "airgap/sbom.cdx.json").unlink()
    assert "don't match SHA256SUMS: sbom.cdx.json;" in refused(unpacked, INSTALL)


def test_a_wheel_that_was_changed_together_with_its_checksum(unpacked):
    folder = unpacked.folder / "airgap"
    path = next(folder.glob("wheels/ikusei-*.whl"))
    path.write_bytes(path.read_bytes() + b"\0")
    unpacked.done("sha256sum $(cut -c67- SHA256SUMS) > new && mv new SHA256SUMS", cwd=folder)
    done = unpacked.run(INSTALL)
    assert done.returncode == 1
    assert "DO NOT MATCH THE HASHES" in done.stderr
    assert done.stderr.endswith("the version before, if there was one, still works.\n")
    left = [path.name for path in unpacked.home.glob(".local/share/ikusei/program/*")]
    assert left == ["install.sh"]
    assert not (unpacked.home / ".local/bin/ikusei").exists()


def test_an_ikusei_of_another_installer_is_left_alone(unpacked):
    theirs = unpacked.home / ".local/bin/ikusei"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("#!/bin/sh\n", encoding="utf-8")
    unpacked.give()
    assert f"{theirs} was installed another way" in refused(unpacked, INSTALL)
    refused(unpacked, f"{INSTALL} --uninstall")


def test_a_folder_that_it_did_not_make_is_left_alone(unpacked):
    (unpacked.home / "opt/lib/ikusei/mine").mkdir(parents=True)
    unpacked.give()
    for action in ("", "--uninstall"):
        command = f"sh airgap/install.sh {action} --prefix '{unpacked.home}/opt'"
        assert "was not made by this installer" in refused(unpacked, command)


def test_a_python_that_is_too_old(unpacked):
    old = unpacked.home / "python3"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    old.chmod(0o755)
    unpacked.give()
    assert f"{old} isn't Python 3.11 or newer" in refused(unpacked, INSTALL, PYTHON=str(old))
    assert "no Python 3.11 or newer" in refused(unpacked, f"PATH='{unpacked.home}'; /bin/{INSTALL}", PYTHON="")


def test_nothing_to_remove(unpacked):
    assert "There is no ikusei in" in refused(unpacked, f"{INSTALL} --uninstall")


@pytest.mark.parametrize("args", ["", "--prefix", "--prefix ''", "--user --prefix x", "--user --now", "--user x"])
def test_wrong_use_shows_the_use(unpacked, args):
    assert refused(unpacked, f"sh airgap/install.sh {args}").startswith("Usage: sh install.sh")


def test_half_an_installer_does_nothing(unpacked):
    path = unpacked.folder / "airgap/install.sh"
    path.write_bytes(path.read_bytes().rpartition(b"main")[0])
    assert unpacked.run(INSTALL).stderr == ""
    assert list(unpacked.home.iterdir()) == []


def test_every_sentence_of_the_installer_is_in_both_languages():
    text = (ROOT / "scripts/airgap/install.sh").read_text(encoding="utf-8")
    pairs = re.findall(r'(?:say|die)\s(?:\\\n)?\s*"([^"]+)"\s(?:\\\n)?\s*"([^"]+)"', text)
    assert len(pairs) == len(re.findall(r'(?:say|die) (?:\\\n\s*)?"', text)) > 10
    for ja, en in (pair for pair in pairs if pair != ("$1", "$2")):
        assert JAPANESE.search(ja)
        assert not JAPANESE.search(en)
