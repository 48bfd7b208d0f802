"""The victim of the attacks: a mentor who looks at a trainee's file, with every verb that takes a file."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cli_world import POLICY, Answer, Terminal

from tui.lang import say
from tui.text.clean import is_clean

ALONE = "soc.2.alone"
POINTS = ("scope", "close", "traces", "stop", "record")
NOTE = "夜間の一次切り分け"

LOOKING = (
    ("status", "--json"),
    ("show", "--json", ALONE),
    ("journal", "--json"),
    ("team", "--json"),
    ("matrix", "--json"),
    ("staffing",),
    ("career",),
    ("review", "--json"),
    ("verify", "--json"),
    ("export",),
    ("search", "夜間"),
    ("trust", "show"),
    ("roster", "show"),
    ("policy", "show"),
    ("content", "check"),
)
"""Every verb that reads a file of records, or what lies beside one."""
OF_RECORDS = LOOKING[:10]
DECIDING = (
    ("comment", ALONE, "-m", "見ました"),
    ("confirm", ALONE),
    ("return", ALONE, "-m", "もう一度"),
    ("sign", "soc.2"),
    ("waive", ALONE, "-m", "前職"),
)
"""Every verb with which a mentor writes something about the file they look at."""
WRITING = (
    ("log", ALONE),
    ("tick", f"{ALONE}.scope"),
    ("claim", ALONE),
    ("undo",),
    ("follow", "ir"),
    ("import", "--inbox"),
    ("doctor", "--mend"),
    ("backup",),
    ("restore", "--yes", "backup.sqlite"),
)
"""Verbs that only a file's owner may use."""
LONGEST = 200_000
"""The most characters of an answer: far more than an honest file needs."""

NOT_ASKED = ("beside somebody else's file", "policy.toml (not used)")
"""Sentences that files beside the state file aren't used."""


@dataclass(frozen=True)
class Attack:
    """One line of a table of attacks.

    Args:
        who: the attacker.
        controls: what the attacker can change.
        tries: what they do with it, and for which purpose.
        make: carries the attack out.
        sees: checks what the victim sees; gets the world and the answers for an honest file.
    """

    who: str
    controls: str
    tries: str
    make: Callable[[Victim], object]
    sees: Callable[[Victim, Honest], None]

    def __str__(self) -> str:
        return self.tries


class Silent:
    """Stands for pytest's capture where a world is made that several tests start from."""

    def readouterr(self) -> tuple[str, str]:
        return "", ""


class Victim:
    """A mentor, and a trainee's file that they look at.

    Args:
        folder: holds a home of each.
        capsys: catches what is written.
    """

    def __init__(self, folder: Path, capsys: object) -> None:
        self.folder = folder
        self.hana, self.mentor = (Terminal(folder / name, capsys) for name in ("hana", "mentor"))
        self.state = self.hana.state

    @classmethod
    def made(cls, folder: Path) -> None:
        """The world before anything is tried: Hana has claimed, and Tanaka has said who he is."""
        world = cls(folder, Silent())
        world.hana.begun()
        for words in (
            ("log", ALONE, "-m", NOTE, "-e", "https://soc.example/1"),
            ("tick", *(f"{ALONE}.{point}" for point in POINTS)),
            ("claim", ALONE),
        ):
            assert world.hana(*words).code == 0
        assert world.mentor("me", "田中 実").code == 0
        world.mentor.policy.write_text(POLICY, encoding="utf-8")

    def asks(self, *words: str, lang: str = "en") -> Answer:
        """The answer of a verb to the victim; checks that it is clean and not too long, whatever the file holds."""
        answer = self.mentor("--lang", lang, "--state", self.state, *words)
        assert answer.code in {0, 1, 2}
        for text in (answer.out, answer.err):
            assert is_clean(text)
            assert len(text) < LONGEST
        return answer

    def answers(self, verbs: tuple[tuple[str, ...], ...] = LOOKING) -> dict[tuple[str, ...], Answer]:
        """The answers of all *verbs*, without the path of this world."""
        return {words: self._anywhere(self.asks(*words)) for words in verbs}

    def _anywhere(self, answer: Answer) -> Answer:
        # Files beside the state file may change only one thing: the sentences that they aren't used.
        lines = answer.err.splitlines(keepends=True)
        told = "".join(line for line in lines if not any(each in line for each in NOT_ASKED))
        said = (text.replace(str(self.state), "STATE") for text in (answer.out, told))
        return Answer(answer.code, *(text.replace(str(self.folder), "") for text in said))

    def findings(self) -> set[str]:
        """Keys of what ``verify`` finds."""
        return {each["key"] for each in self.asks("verify", "--json").json["findings"]}

    def waiting(self) -> list[dict]:
        """The claims that the victim is shown."""
        return self.asks("review", "--json").json

    def everything(self) -> dict[str, object]:
        """All files in the trainee's folder, byte for byte, without the drop folder."""
        found = {}
        for path in sorted(self.hana.state.parent.rglob("*")):
            if "inbox" not in path.parts:
                status = path.lstat()
                is_file = path.is_file() and not path.is_symlink()
                found[str(path)] = (status.st_mode, status.st_mtime_ns, path.read_bytes() if is_file else None)
        return found

    # -- what an attacker does ----------------------------------------------------------------------------------------

    def sql(self, *statements: str) -> None:
        """Change the file as ``sqlite3 state.sqlite`` can."""
        connection = sqlite3.connect(self.state)
        connection.execute("PRAGMA trusted_schema=OFF")
        with connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()

    def beside(self, name: str) -> Path:
        """Where something lies beside the trainee's file."""
        return self.hana.state.parent / name

    def bytes_at(self, offset: int, new: bytes) -> None:
        """Write bytes over those of the file."""
        with self.state.open("r+b") as file:
            file.seek(offset)
            file.write(new)

    def copied_into(self, folder: Path) -> None:
        """The victim looks at a copy that lies somewhere else, and belongs to their own account."""
        folder.mkdir(parents=True)
        self.state = Path(shutil.copy(self.state, folder / "state.sqlite"))


@dataclass(frozen=True)
class Honest:
    """The answers of the same verbs for an honest file."""

    answers: dict[tuple[str, ...], Answer]


def tells(answer: Answer, key: str) -> bool:
    """Whether the sentence *key* was told, whatever its fields."""
    pattern = re.sub(r"\\{\w+\\}", ".*", re.escape(say("en", key)))
    return re.search(pattern, f"{answer.err}{answer.out}", re.DOTALL) is not None


def answered_the_same(victim, honest):
    """Check that every answer is the same as for an honest file."""
    assert victim.answers() == honest.answers


def the_same(victim, honest):
    """Check that every answer is the same as for an honest file, and that nothing can be written for the trainee."""
    answered_the_same(victim, honest)
    for words in WRITING:
        assert victim.asks(*words).code == 2
