"""Helpers for the trust tests: an organisation with real keys, a trust folder, a decision that Tanaka signs."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tui.journal.event import Event, EventHash
from tui.lang import LANGS, say
from tui.trust.decode_roster import read_roster

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
LEAD, TANAKA, MORI = "yamada@midori.example", "tanaka@midori.example", "mori@midori.example"
ROSTER = f"""\
[roster]
id = "midori-soc"
version = "3"
utc_offset = "+09:00"

[[person]]
id = "p-yamada"
name = "山田 恵"
signs_as = ["{LEAD}"]
lead = true

[[person]]
id = "p-tanaka"
name = "田中 一郎"
signs_as = ["{TANAKA}"]

[[person]]
id = "p-mori"
name = "森 遥"
signs_as = ["{MORI}"]

[[person]]
id = "p-sato"
name = "佐藤 花"

[[person]]
id = "p-abe"
name = "阿部 翔"

[[mentor]]
mentor = "p-tanaka"
trainee = "p-sato"
roles = ["soc"]
from = 2026-04-01
until = 2027-03-31

[[mentor]]
mentor = "p-mori"
trainee = "*"
from = 2026-10-01
evaluator = true

[[host]]
trainee = "p-sato"
ssh = "sato@soc-ws-12"
"""


def keygen(*arguments, text=b""):
    """The output of ssh-keygen, which has to succeed."""
    return subprocess.run(["ssh-keygen", *map(str, arguments)], input=text, capture_output=True, check=True).stdout


def raw_sign(key, text, namespace):
    """A signature made by ssh-keygen alone, without our code."""
    return keygen("-Y", "sign", "-f", key, "-n", namespace, text=text).decode()


def public(key: Path) -> str:
    """The line of the .pub file that belongs to a key."""
    return key.with_name(f"{key.name}.pub").read_text().strip()


def fingerprint(key: Path) -> str:
    """As ``ssh-keygen -l`` prints it."""
    return keygen("-l", "-f", key.with_name(f"{key.name}.pub")).decode().split()[1]


def roster_of(folder: Path, text: str = ROSTER, **read):
    """The roster of *text*, which has to be without faults."""
    roster, findings = read_roster(written(folder, text), **read)
    assert findings.errors() == ()
    return roster


def faults_of(folder: Path, text: str, **read):
    """Place and message key of each fault of *text*; checks that the messages have all fields in both languages."""
    roster, findings = read_roster(written(folder, text), **read)
    assert roster is None
    for error in findings.errors():
        told(error.key, error.fields)
    return [(error.line, error.column, error.key) for error in findings.errors()]


def written(folder: Path, text: str) -> Path:
    path = folder / "roster.toml"
    path.write_text(text, encoding="utf-8")
    return path


def folder_of(folder: Path, keys: Path, roster: str = ROSTER, **options) -> Path:
    """A trust folder that nobody has signed yet.

    Args:
        options: by key, what its line of ``allowed_signers`` says beside its namespaces.
    """
    folder.mkdir()
    written(folder, roster)
    namespaces = {"yamada": "ikusei-trust,ikusei-signoff", "tanaka": "ikusei-signoff", "mori": "ikusei-signoff"}
    lines = [
        f'{who}@midori.example namespaces="{allowed}"{options.get(who, "")} {public(keys / who)}\n'
        for who, allowed in namespaces.items()
    ]
    (folder / "allowed_signers").write_text("".join(lines))
    return folder


def raw_manifest(folder: Path, key: Path | None = None, head: str = "ikusei-trust-1 midori-soc 3") -> None:
    """Write what ``ikusei trust sign`` should write, without our code."""
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("manifest"))
    sums = subprocess.run(["sha256sum", *names], cwd=folder, capture_output=True, text=True, check=True).stdout
    (folder / "manifest").write_text(f"{head}\n{sums}")
    if key is not None:
        (folder / "manifest.sig").write_text(raw_sign(key, (folder / "manifest").read_bytes(), "ikusei-trust"))


def told(key, fields):
    """*key*; checks that its message has all fields in both languages."""
    sentences = [say(lang, key, **fields) for lang in LANGS]
    assert all("{" not in sentence for sentence in sentences)
    return key


DECISION = Event(
    hash=EventHash("c0ffee" + "0" * 58),
    writer="w-tanaka",
    n=7,
    previous="5" * 64,
    clock=1_763_640_000_123,
    recorded=int(NOON.timestamp() * 1000),
    author="p-tanaka",
    trainee="p-sato",
    kind="decision",
    item="soc.2.paired",
    body={
        "claim": "a" * 64,
        "verdict": "confirmed",
        "reason": "10 回とも手順どおり",
        "policy": "b" * 64,
        "heads": {"w-sato": f"41:{'d' * 64}"},
    },
    pack="nca-isogj",
    pack_version="1.0.0",
)
"""Tanaka confirms a claim of Sato's."""


def changed(event=DECISION, **fields):
    """*event* with other values."""
    return replace(event, **fields)
