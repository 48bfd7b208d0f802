"""An office whose mentors sign with real SSH keys: a trainee, two mentors, a lead, each with a home of their own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from cli_world import Terminal

from tui.journal.canonical import Record, canonical
from tui.journal.event import Event
from tui.journal.events import by_chain, insert, tip
from tui.journal.fold import apply, rebuild
from tui.journal.guard import restore_guards
from tui.journal.journal import Journal
from tui.journal.writer import own_writer

CRITERION = "soc.2.alone"
STEP = (
    (CRITERION,),
    ("soc.2.paired", "--supervision", "paired"),
    ("soc.2.verdict", "-r", "10/10"),
    ("soc.2.detect",),
)
POLICY = """
[numbers]
"soc.2.paired.times" = 1
"soc.2.alone.times" = 1
"soc.2.verdict.cases" = 10
"soc.2.verdict.ratio" = 90

[policy]
"""


class Office:
    """Everybody has said who they are; the lead has signed the trust folder, and all have pinned the lead's key."""

    def __init__(self, folder: Path, capsys, *, roster: str = "", policy: str = "") -> None:
        self.folder = folder
        self.capsys = capsys
        self.trust = folder / "trust"
        self.policy = POLICY + policy
        self.hana = self.person("hana").begun(policy=self.policy)
        self.tanaka, self.mori, self.yamada = (self.person(name) for name in ("tanaka", "mori", "yamada"))
        for terminal, name in ((self.tanaka, "田中 実"), (self.mori, "森 遥"), (self.yamada, "山田 恵")):
            assert terminal("me", name).code == 0
            terminal.policy.write_text(self.policy, encoding="utf-8")
        self.ids = {name: getattr(self, name)("me").out.split()[0] for name in ("tanaka", "mori", "yamada")}
        self.ids["hana"] = self.hana("status", "--json").json["trainee"]["id"]
        self.extra = roster
        self.write_trust()
        for terminal in (self.hana, self.tanaka, self.mori, self.yamada):
            self.pin(terminal)

    def person(self, name: str) -> Terminal:
        """Somebody with a home and a key in it."""
        terminal = Terminal(self.folder / name, self.capsys)
        terminal.env["IKUSEI_TRUST"] = str(self.trust)
        ssh = terminal.home / ".ssh"
        ssh.mkdir(parents=True)
        new_key(ssh / "id_ed25519", name)
        return terminal

    def key(self, name: str) -> Path:
        """The private key of somebody."""
        return self.folder / name / ".ssh/id_ed25519"

    def pin(self, terminal: Terminal) -> None:
        """Keep the lead's fingerprint."""
        assert terminal("trust", "pin", fingerprint(self.key("yamada"))).code == 0

    def write_trust(self, *, options: str = "", version: int = 1, signed: bool = True) -> None:
        """Write roster and keys; *options* are added after the namespaces of Tanaka's key."""
        self.trust.mkdir(exist_ok=True)
        people = "".join(
            f'[[person]]\nid = "{self.ids[name]}"\nname = "{shown}"\n{more}\n'
            for name, shown, more in (
                ("hana", "佐藤 花", ""),
                ("tanaka", "田中 実", 'signs_as = ["tanaka@midori"]'),
                ("mori", "森 遥", 'signs_as = ["mori@midori"]'),
                ("yamada", "山田 恵", 'signs_as = ["yamada@midori"]\nlead = true'),
            )
        )
        mentors = (
            f'[[mentor]]\nmentor = "{self.ids["tanaka"]}"\ntrainee = "{self.ids["hana"]}"\nroles = ["soc"]\n'
            f'[[mentor]]\nmentor = "{self.ids["mori"]}"\ntrainee = "*"\nevaluator = true\n'
        )
        about = f'[roster]\nid = "midori"\nversion = "{version}"\nutc_offset = "+09:00"\n{self.extra}\n'
        (self.trust / "roster.toml").write_text(about + people + mentors, encoding="utf-8")
        lines = [
            signers_line("tanaka", "ikusei-signoff", self.key("tanaka"), options),
            signers_line("mori", "ikusei-signoff", self.key("mori")),
            signers_line("yamada", "ikusei-trust,ikusei-signoff", self.key("yamada")),
        ]
        (self.trust / "allowed_signers").write_text("".join(lines))
        if signed:
            assert self.yamada("trust", "sign", "--key", self.key("yamada")).code == 0

    # -- the story ----------------------------------------------------------------------------------------------

    def claim(self, criterion: str = CRITERION, *log: str) -> None:
        """Hana logs what a criterion asks for, ticks its points and claims it."""
        assert self.hana("log", criterion, *log).code == 0
        points = [point["id"] for point in self.hana("show", "--json", criterion).json["points"]]
        assert self.hana("tick", *points).code == 0
        assert self.hana("claim", criterion).code == 0

    def confirmed(self) -> None:
        """Tanaka confirms it in Hana's file, on the same machine."""
        self.claim()
        assert self.on_hanas(self.tanaka, "confirm", CRITERION).code == 0

    def on_hanas(self, who: Terminal, *args: object):
        """Somebody runs a verb on Hana's file; Hana then takes in what arrived in her drop folder."""
        answer = who("--state", self.hana.state, *args)
        self.hana.takes_in()
        return answer

    def state(self, who: Terminal, criterion: str = CRITERION) -> str:
        """The state of Hana's criterion, as *who* sees it in her file."""
        roles = who("--state", self.hana.state, "status", "--json").json["roles"]
        return next(c["state"] for step in roles[0]["steps"] for c in step["criteria"] if c["id"] == criterion)

    def findings(self, who: Terminal) -> list[tuple[str, str]]:
        """Severity and key of each finding of ``verify`` on Hana's file."""
        return [(each["severity"], each["key"]) for each in self.report(who)["findings"]]

    def report(self, who: Terminal) -> dict:
        """What ``verify --json`` says of Hana's file."""
        return json.loads(who("--state", self.hana.state, "verify", "--json").out)


def confirm_step(office) -> None:
    """Every criterion of the STEP is claimed, and confirmed by Tanaka."""
    for criterion, *more in STEP:
        office.claim(criterion, *more)
        assert office.on_hanas(office.tanaka, "confirm", criterion).code == 0


def new_key(path: Path, comment: str = "") -> None:
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", str(path)], check=True, capture_output=True
    )


def fingerprint(key: Path) -> str:
    """As ``ssh-keygen -l`` prints it."""
    said = subprocess.run(["ssh-keygen", "-l", "-f", f"{key}.pub"], check=True, capture_output=True, text=True)
    return said.stdout.split()[1]


def signers_line(name: str, namespaces: str, key: Path, options: str = "") -> str:
    return f'{name}@midori namespaces="{namespaces}"{options} {Path(f"{key}.pub").read_text()}'


def raw_sign(key: Path, text: str) -> str:
    """A signature made by ssh-keygen alone, without our code."""
    command = ["ssh-keygen", "-q", "-Y", "sign", "-n", "ikusei-signoff", "-f", str(key)]
    return subprocess.run(command, input=text.encode(), check=True, capture_output=True).stdout.decode().strip()


# -- what an attacker does who can write to the file ------------------------------------------------------------------


def events(state: Path) -> list[Event]:
    """All events of a file, chain by chain."""
    with Journal.open(state, write=False) as journal:
        return [record.event() for record in by_chain(journal.store)]


def of_kind(state: Path, kind: str) -> Event:
    """The only event of a kind."""
    (found,) = (event for event in events(state) if event.kind == kind)
    return found


def forge(state: Path, kind: str, body: dict, *, author: str, trainee: str, item: str = CRITERION, ago: int = 0) -> str:
    """Write an event at the end of the file's own chain, with a correct hash, in anybody's name, without any check.

    Args:
        ago: its claimed age in milliseconds.
    """
    with Journal.open(state) as journal, journal.store.write():
        store = journal.store
        writer = own_writer(store) or "forger"
        n, previous = tip(store, writer)
        clock = last_clock(store) + 1
        said = (author, trainee, kind, item, canonical(body), "nca-isogj", "1.2.0")
        made = Record("", writer, n + 1, previous, clock, clock - ago, *said)
        made = made._replace(hash=made.digest())
        insert(store, made)
        apply(store, made)
        return made.hash


def last_clock(store) -> int:
    """The latest clock of any record in a file."""
    return store.one(int, "SELECT coalesce(max(clock), 0) FROM event") or 0


def rewrite(state: Path, change) -> None:
    """Rewrite all events of a file with *change* (None drops an event), so that the file looks sound.

    The triggers are removed meanwhile, and chains are hashed anew. Only what other people have seen before can show it.
    """
    with Journal.open(state) as journal, journal.store.write():
        store = journal.store
        records = list(by_chain(store))
        for (name,) in store.rows(lambda *row: row, "SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            store.run(f"DROP TRIGGER {name}")
        store.run("DELETE FROM event")
        tips: dict[str, tuple[int, str]] = {}
        for record in records:
            changed = change(record)
            if changed is None:
                continue
            n, previous = tips.get(record.writer, (0, ""))
            changed = changed._replace(n=n + 1, previous=previous)
            changed = changed._replace(hash=changed.digest())
            tips[record.writer] = (changed.n, changed.hash)
            insert(store, changed)
        rebuild(store)
        restore_guards(store)
