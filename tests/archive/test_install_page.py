"""The commands of ``docs/install.md`` are run as they stand there, without a network, by an ordinary account."""

import re
import sqlite3
from contextlib import closing

import pytest
from airgap_world import HAS_NAMESPACE, OLDER, ROOT

from tui import __version__
from tui.journal.schema import SCHEMA
from tui.lang import say

NAMES = {"en": "install.md", "ja": "install.ja.md"}
PAGES = {lang: (ROOT / "docs" / name).read_text(encoding="utf-8") for lang, name in NAMES.items()}
READMES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ja.md")}
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MAKE, SIGNERS, VERIFY, INSTALL, FOR_ALL, UPGRADE, REMOVE, REMOVE_FOR_ALL = (
    text for kind, text in BLOCK.findall(PAGES["en"]) if kind == "sh"
)


def test_both_pages_have_the_same_commands_and_headings():
    commands = [[text for kind, text in BLOCK.findall(page) if kind == "sh"] for page in PAGES.values()]
    assert commands[0] == commands[1]
    for line in (r"^#+ ", r"^\| "):
        counts = [len(re.findall(line, page, re.MULTILINE)) for page in PAGES.values()]
        assert counts[0] == counts[1]


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_has_the_commands_of_this_page(readme):
    section = next(part for part in READMES[readme].split("\n## ") if "make archive" in part)
    ((_, block),) = BLOCK.findall(section)
    commands = [re.sub(r"\s+# .*", "", line) for line in block.splitlines()]
    assert commands == (MAKE + INSTALL).splitlines()


def test_make_archive_is_the_command_that_the_fixture_runs(new, key):
    assert re.sub("KEY=.*", f"KEY={key}", MAKE.strip()) == f"make archive KEY={key}"
    assert new.name == f"ikusei-{__version__}-airgap.tar"
    assert new.with_name(f"{new.name}.sig").exists()


def test_what_is_installed_here_has_no_network(machine):
    if not HAS_NAMESPACE:
        pytest.skip(
            "this machine gives no network namespace: these tests install with PIP_NO_INDEX and a dead proxy only"
        )
    assert machine.done(f"{machine.python} -c 'import socket; print(socket.if_nameindex())'") == "[(1, 'lo')]\n"


def bring(machine, archive, name, key=None):
    """A stick with an archive, and the maintainer's public key."""
    folder = machine.folder / name
    folder.mkdir()
    for path in (archive, archive.with_name(f"{archive.name}.sig")):
        if path.exists():
            (folder / path.name).write_bytes(path.read_bytes())
    if key is not None:
        (folder / "maintainer.pub").write_bytes(key.with_suffix(".pub").read_bytes())
    machine.give()
    return folder


def test_the_page_from_installing_to_removing(machine, old, new, key):
    state = machine.home / ".local/share/ikusei/state.sqlite"

    first = bring(machine, old, "古い版")
    said = machine.done(INSTALL, cwd=first)
    assert said == f"ikusei {OLDER} is installed: {machine.home}/.local/bin/ikusei\n"
    assert machine.done("ikusei --version").split()[:2] == ["ikusei", OLDER]
    assert machine.run("ikusei begin '佐藤 花' --role soc --step 2").returncode == 0
    machine.done("ikusei log soc.2.paired -m 深夜帯")
    assert state.stat().st_mode & 0o077 == state.parent.stat().st_mode & 0o077 == 0

    second = bring(machine, new, "新しい版", key)
    assert 'Good "ikusei-archive" signature' in machine.done(SIGNERS + VERIFY, cwd=second)
    machine.done(UPGRADE, cwd=second)
    assert machine.done("ikusei --version").split()[:2] == ["ikusei", __version__]
    assert "深夜帯" in machine.done("ikusei journal")
    kept = {path.name.rpartition(".")[0] for path in (state.parent / "program").iterdir() if path.is_dir()}
    assert kept == {OLDER, __version__}  # an ikusei that was open goes on in the version before

    with closing(sqlite3.connect(state)) as journal:
        journal.execute("PRAGMA user_version = 999")
    machine.give()
    refused = machine.run("ikusei --lang en status")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == say("en", "journal.newer", path=state, found=999, known=SCHEMA) + "\n"
    before = state.read_bytes()

    machine.done(REMOVE)
    assert machine.run("ikusei --version").returncode == 127
    assert state.read_bytes() == before
    assert not (state.parent / "program").exists()


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_has_the_sentence_of_an_older_program(lang):
    path = "~/.local/share/ikusei/state.sqlite"
    assert say(lang, "journal.newer", path=path, found=SCHEMA + 1, known=SCHEMA) in PAGES[lang]


SETTINGS = {"PYTHONDONTWRITEBYTECODE": "1", "PIP_NO_COMPILE": "1", "PIP_TARGET": "/nowhere", "SOURCE_DATE_EPOCH": "1"}
"""What an administrator may have set for other programs; none of it changes what is installed."""


def test_root_installs_for_everybody_and_nothing_is_written_later(machine, new):
    folder = bring(machine, new, "みんなの")
    opt = machine.folder.parent / "opt 全員"
    install, remove = (text.replace("/opt/ikusei", f"'{opt}'") for text in (FOR_ALL, REMOVE_FOR_ALL))
    opt.mkdir()  # by whom installs: nobody else may write there
    machine.done(f"umask 077; tar -xf {new.name}; cd ikusei-*-airgap; {install}", cwd=folder, as_root=True, **SETTINGS)
    (program,) = (path for path in (opt / "lib/ikusei").iterdir() if path.is_dir())
    machine.done(f"chmod -R a-w '{program}'", as_root=True)
    before = sorted(program.rglob("*"))
    package = next(program.glob("lib/python3.*/site-packages/tui"))
    sources = {path.stem for path in package.glob("*.py")}
    compiled = list(package.glob("__pycache__/*.pyc"))
    assert {path.name.partition(".")[0] for path in compiled} == sources
    assert {path.read_bytes()[4] for path in compiled} == {0}  # by the source's time: no start reads the source

    assert machine.done(f"'{opt}/bin/ikusei' --version").split()[:2] == ["ikusei", __version__]
    assert "佐藤 花" in machine.done(f"'{opt}/bin/ikusei' --demo status")
    assert sorted(program.rglob("*")) == before

    machine.done(f"chmod -R u+w '{program}'", as_root=True)
    assert "everybody's journal" in machine.done(remove, as_root=True)
    assert not any(path.is_file() for path in opt.rglob("*"))
