"""What lies in an archive for machines without a network."""

import hashlib
import json
import re
import subprocess
import tarfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from airgap_world import ROOT

from tui import __version__


@pytest.fixture
def inside(dist):
    return dist / f"ikusei-{__version__}-airgap"


def wheels(folder):
    return sorted((folder / "wheels").glob("*.whl"))


def test_every_file_stands_in_the_checksums(inside):
    lines = [line.split("  ", 1) for line in (inside / "SHA256SUMS").read_text().splitlines()]
    files = {str(path.relative_to(inside)) for path in inside.rglob("*") if path.is_file()}
    assert {name for _, name in lines} == files - {"SHA256SUMS"}
    assert all(hashlib.sha256((inside / name).read_bytes()).hexdigest() == digest for digest, name in lines)


def test_wheels_are_for_every_python_and_machine_and_as_locked(inside):
    assert all(path.name.endswith("-none-any.whl") for path in wheels(inside))
    lock = (ROOT / "scripts/airgap/wheels.lock").read_text().splitlines()
    locked = [line for line in lock if not line.startswith("#")]
    pins = (inside / "requirements.txt").read_text().splitlines()
    assert [line for line in pins if not line.startswith("ikusei==")] == locked
    hashes = {hashlib.sha256(path.read_bytes()).hexdigest() for path in wheels(inside)}
    assert {line.rpartition(":")[2] for line in pins} == hashes


def test_every_wheel_has_its_licence_and_its_line_in_the_bill(inside):
    named = {re.match(r"(.+?)-(\d[^-]*)-", path.name).group(1, 2) for path in wheels(inside)}
    named = {(name.replace("_", "-"), version) for name, version in named}
    licences = {
        folder.name for folder in (inside / "licences").iterdir() if any(p.is_file() for p in folder.rglob("*"))
    }
    assert licences == {f"{name}-{version}" for name, version in named}
    bill = json.loads((inside / "sbom.cdx.json").read_text(encoding="utf-8"))
    parts = [bill["metadata"]["component"], *bill["components"]]
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert {(part["name"], part["version"]) for part in parts} == named
    assert all(part["licenses"] and part["hashes"] for part in parts)


class Links(HTMLParser):
    """The links of a page, and what it loads from elsewhere."""

    def __init__(self, page):
        super().__init__()
        self.links, self.loads, self.ids = [], [], set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.links += [attrs["href"]] if tag == "a" else []
        self.loads += [attrs["src"]] if "src" in attrs else []
        self.ids.add(attrs.get("id"))


def test_documentation_is_text_and_html_and_no_link_is_dead(inside):
    texts = {path.relative_to(inside).with_suffix("") for path in inside.glob("doc/**/*.md")}
    pages = {path.relative_to(inside).with_suffix("") for path in inside.glob("doc/**/*.html")}
    assert texts == pages
    assert {Path("doc/README"), Path("doc/README.ja"), Path("doc/docs/install"), Path("doc/docs/install.ja")} <= texts
    for page in inside.glob("doc/**/*.html"):
        links = Links(page)
        assert all(each.startswith("data:image/") for each in links.loads)
        for link in links.links:
            if "://" not in link:
                target, _, anchor = link.partition("#")
                target = page.parent / target if target else page
                assert target.is_file(), (page, link)
                assert not anchor or unquote(anchor) in Links(target).ids, (page, link)


def test_the_same_commit_makes_the_same_archive(new, old):
    with tarfile.open(new) as one, tarfile.open(old) as other:
        for tar in (one, other):
            members = tar.getmembers()
            assert [member.name for member in members] == sorted(member.name for member in members)
            assert {(member.uid, member.gid, member.uname, member.gname) for member in members} == {(0, 0, "", "")}
            assert {member.mode for member in members} == {0o644, 0o755}
        moments = {member.mtime for tar in (one, other) for member in tar.getmembers()}
        assert len(moments) == 1  # the commit's, whenever it was made
        same = [name.partition("/")[2] for name in other.getnames()]
        same = [name for name in same if name.startswith(("doc/", "wheels/")) and "wheels/ikusei" not in name]
        for name in same:
            contents = [tar.extractfile(f"{tar.getnames()[0].partition('/')[0]}/{name}").read() for tar in (one, other)]
            assert contents[0] == contents[1], name


@pytest.mark.parametrize("changed", [False, True])
def test_the_signature_tells_a_changed_archive(new, key, tmp_path, changed):
    signers = tmp_path / "allowed_signers"
    signers.write_text(f"m@example.jp {key.with_suffix('.pub').read_text()}", encoding="utf-8")
    command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "m@example.jp", "-n", "ikusei-archive"]
    data = new.read_bytes() + (b"\0" if changed else b"")
    done = subprocess.run([*command, "-s", f"{new}.sig"], input=data, capture_output=True, check=False)
    assert (done.returncode != 0) == changed, done


def test_an_archive_without_a_key_has_no_signature(old):
    assert not old.with_name(f"{old.name}.sig").exists()
