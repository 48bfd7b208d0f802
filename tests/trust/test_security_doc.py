"""The commands of ``docs/security.md`` are run as they stand there, and do what the page says; so does its twin."""

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from trust_world import NOON, raw_sign

import tui
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.journal.reviews import signatures
from tui.trust.folder import TrustFolder
from tui.trust.signature_check import SignatureKind, check_signature
from tui.trust.statement import signed_bytes, statement

ROOT = Path(tui.__file__).parents[1]
NAMES = {"en": "security.md", "ja": "security.ja.md"}
PAGES = {lang: (ROOT / "docs" / name).read_text(encoding="utf-8") for lang, name in NAMES.items()}
BLOCK = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r" +# .*")

SQLITE = """\
import pathlib, sqlite3, sys
state = sqlite3.connect(f"file:{sys.argv[-2]}?mode=ro", uri=True)
state.create_function("readfile", 1, lambda name: pathlib.Path(name).read_bytes().decode())
state.create_function("writefile", 2, lambda name, text: pathlib.Path(name).write_bytes(text.encode()))
for row in state.execute(sys.argv[-1]):
    print(*row, sep="|")
"""
"""What the page needs of the shell ``sqlite3``, for machines that have none."""


def blocks(lang):
    found = BLOCK.findall(PAGES[lang])
    return [(kind, re.sub(f"^{indent}", "", text, flags=re.MULTILINE)) for indent, kind, text in found]


def test_both_pages_have_the_same_commands_headings_rows_and_words_of_code():
    assert [(kind, COMMENT.sub("", text)) for kind, text in blocks("en")] == [
        (kind, COMMENT.sub("", text)) for kind, text in blocks("ja")
    ]
    for line in (r"^#+ ", r"^\| ", r"^\d+\. ", r"^\* "):
        assert len(re.findall(line, PAGES["en"], re.MULTILINE)) == len(re.findall(line, PAGES["ja"], re.MULTILINE))
    # File names, options and values in the text are the same facts in any language.
    assert words("en") == words("ja")
    assert "[日本語](security.ja.md)" in PAGES["en"]
    assert "[English](security.md)" in PAGES["ja"]


def words(lang):
    return set(re.findall(r"`([^`]+)`", BLOCK.sub("", PAGES[lang])))


@pytest.fixture
def home(tmp_path, keys):
    """A lead's home: nothing but ``ikusei``, and somebody who types a passphrase."""
    home = tmp_path / "home"
    (home / ".ssh").mkdir(parents=True, mode=0o700)
    (home / "bin").mkdir()
    scripts = {
        "ikusei": f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"',
        "typed": "echo 'correct horse'",
    }
    if which("sqlite3") is None:
        (home / "bin/shell.py").write_text(SQLITE)
        scripts["sqlite3"] = f'exec "{sys.executable}" "{home / "bin/shell.py"}" "$@"'
    for name, script in scripts.items():
        (home / "bin" / name).write_text(f"#!/bin/sh\n{script}\n")
        (home / "bin" / name).chmod(0o755)
    folder = home / ".local/share/ikusei/trust"
    folder.mkdir(parents=True)
    (folder / "tanaka.pub").write_bytes((keys / "tanaka.pub").read_bytes())
    return home


def run(home, script, folder):
    env = {
        "HOME": str(home),
        "PATH": f"{home / 'bin'}:{os.environ['PATH']}",
        "LANG": "C.UTF-8",
        "SSH_ASKPASS": str(home / "bin/typed"),
        "SSH_ASKPASS_REQUIRE": "force",
    }
    command = ["bash", "-e", "-o", "pipefail", "-c", script]
    done = subprocess.run(command, env=env, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (script, done.stdout, done.stderr)
    return done.stdout


def confirmed(home, keys):
    """Sato claims, Tanaka confirms and signs: a journal that the auditor gets."""
    clock = iter(range(int(NOON.timestamp() * 1000), 10**15))
    with Journal.open(home / ".local/share/ikusei/state.sqlite", create=True, clock=lambda: next(clock)) as journal:
        about = {"trainee": "p-sato", "item": "soc.2.paired", "pack": ("nca-isogj", "1.0.0")}
        (claim,) = journal.append(
            [NewEvent(Kind.CLAIM, body={"comment": "か\u3099んばった"}, **about)], author="p-sato"
        )
        body = {"claim": claim.hash, "verdict": "confirmed", "reason": "“10 回”\nとも\\手順どおり ⚠"}
        (decision,) = journal.append([NewEvent(Kind.DECISION, body=body, **about)], author="p-tanaka")
        text = statement(decision)
        armoured = raw_sign(keys / "tanaka", signed_bytes(text), "ikusei-signoff")
        body = {"event": decision.hash, "text": text, "signature": armoured}
        journal.append([NewEvent(Kind.SIGNATURE, "p-sato", body=body)], author="p-tanaka")
        return decision, signatures(journal.store, decision.hash)


def test_the_page_is_a_way_from_nothing_to_a_signature_checked_by_hand(home, keys):
    folder = home / ".local/share/ikusei/trust"
    setup, by_hand, done = [], [], False
    for kind, text in blocks("en"):
        done = done or "sha256sum" in text
        (by_hand if done else setup).append((kind, text))
    for kind, text in setup:
        if kind == "toml":
            (folder / "roster.toml").write_text(text, encoding="utf-8")
        elif kind == "sh":
            run(home, text, folder)
    decision, (signature,) = confirmed(home, keys)
    # What the journal gives back is what was signed.
    found = check_signature(decision, signature.text, signature.signature, TrustFolder.open(folder))
    assert found.kind is SignatureKind.SIGNED
    said = run(home, "\n".join(text for _, text in by_hand), folder)
    assert "allowed_signers: OK\nroster.toml: OK\n" in said
    assert 'Good "ikusei-trust" signature for yamada@midori.example' in said
    assert 'Good "ikusei-signoff" signature for tanaka@midori.example' in said
    assert said.splitlines()[-1].startswith(f"{decision.hash}|p-tanaka|p-sato|decision|soc.2.paired|")
