"""Random keys for the real program on a real pseudo-terminal, until it dies or the time is up.

Each round opens ikusei on a fresh copy of an example, in a random language and size, and sends what users and
connections send: keys, faster than they are answered; pastes, bracketed or not; bytes that aren't UTF-8; new sizes.
Meanwhile a second process writes to the same state file. Then the round leaves, and checks that the exit status is 0,
no traceback was written, and ``doctor`` finds nothing.

The seed decides a round, and is printed: ``python scripts/fuzz_keys.py --seed 7 --rounds 1`` does round 7 again. A
fault that depends on timing may need several attempts.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.terminal import Terminal  # noqa: E402 - found once the root is on the path

IKUSEI: Final = (sys.executable, "-m", "tui")
STEPS: Final = 200
"""How many actions a round has."""
WAYS: Final = {
    "trainee": ("state.sqlite.example", "policy.toml.example", ()),
    "team": ("team.sqlite.example", "team.policy.toml.example", ("team",)),
    "lead's own": ("team.sqlite.example", "team.policy.toml.example", ()),
    "mentor": ("state.sqlite.example", "policy.toml.example", ("review",)),
    "nobody": ("", "policy.toml.example", ()),
}
"""By name, the ways to open ikusei: state file and policy to begin with, and the verb."""
CODES: Final = "A B C D F H Z 5~ 6~ 3~ 12~ 13~ 14~ 15~ 17~ 18~ 19~ 20~"
NAMED: Final = (*(f"\x1b[{code}".encode() for code in CODES.split()), b"\r", b"\t", b" ", b"\x7f", b"\x1b")
"""Keys that aren't one character."""
CTRL: Final = bytes(each for each in range(1, 27) if each != ord("Q") & 0x1F)
LETTERS: Final = b"abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789?/:[]+-.,"
"""Letters that are pressed; without ``q``, which would end most rounds at once."""
TEXTS: Final = (
    "INC-1042 を一人で切り分けた",
    "ｶﾞ😀",
    "a\nb\tc\r\n",
    "\x1b[31m赤",
    "長い" * 2000,
    "[b]x[/b]",
    "",
)
CUT: Final = (b"\xff", b"\xe3\x81", b"\xf0\x9f", b"\xc0\x80", b"\xed\xa0\x80", b"\x00", b"\x1b[", b"\x1bO")
"""Bytes that aren't UTF-8, and incomplete escape sequences."""
UNASKED: Final = (b"\x1b[48;0;0;0;0t", b"\x1b[<0;5;5M", b"\x1b[<0;5;5m", b"\x1b[<64;3;3M", b"\x1b[999;999R")
"""Reports that a terminal may send unasked: a size, the mouse, the cursor position."""
WAY_OUT: Final = (b"\x1b", b"\x1b", b"\x1b", b"1", b"\x11")
"""Keys that leave forms and pages, go to Today, and leave ikusei."""
LEAVING: Final = 90
"""Seconds after which a program that still runs counts as hanging."""
WRITES: Final = (("log", "soc.2.alone"), ("tick", "soc.2.paired.triage"), ("log", "coord.3.cases"), ("undo",))
"""Verbs that a second process runs on the same state file."""


class Round:
    """One round: a home of its own, and the program in it.

    Args:
        seed: decides everything but the timing.
        home: an empty folder.
    """

    def __init__(self, seed: int, home: Path) -> None:
        self.random = random.Random(seed)
        self.way = self.random.choice(tuple(WAYS))
        self.lang = self.random.choice(("ja", "en"))
        self.size = self._size()
        self.home = home
        self.others: list[subprocess.Popen[str]] = []
        state, policy, _ = WAYS[self.way]
        for source, name in ((state, "state.sqlite"), (policy, "policy.toml")):
            if source:
                shutil.copy(ROOT / source, home / name)
                (home / name).chmod(0o600)
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
            "EDITOR": self.random.choice(("true", "false", "sh -c 'echo x >>$0'")),
        }
        if self.way == "mentor":
            subprocess.run([*IKUSEI, "me", "Mentor"], env=self.env, cwd=home, capture_output=True, check=True)

    def faults(self) -> list[str]:
        """Play the round; return what went wrong in it."""
        _, _, verb = WAYS[self.way]
        columns, rows = self.size
        with Terminal(self._line(*verb), self.env, cwd=self.home, columns=columns, rows=rows) as terminal:
            terminal.read(5)
            steps = 0
            while steps < STEPS and terminal.process.poll() is None:
                self._act(terminal)
                steps += 1
            found = self._leave(terminal)
            if b"Traceback" in terminal.written or b"Error: " in terminal.written:
                found.append(f"a traceback on the screen: {terminal.written[-3000:].decode(errors='replace')}")
        return [*found, *self._others_faults(), *self._doctors_faults()]

    def _size(self) -> tuple[int, int]:
        anything = self.random.randint(20, 200), self.random.randint(5, 60)
        return self.random.choice(((20, 5), (80, 24), (80, 24), anything, anything))

    def _act(self, terminal: Terminal) -> None:
        """Do one random action, and either wait for the answer or not."""
        kind = self.random.random()
        if kind < 0.03:
            terminal.resize(*self._size())
        elif kind < 0.06:
            self.others.append(self._command(*self.random.choice(WRITES)))
        elif kind < 0.12:
            text = self.random.choice(TEXTS).encode()
            terminal.send(b"\x1b[200~" + text + b"\x1b[201~" if self.random.random() < 0.7 else text[:200])
        elif kind < 0.20:
            terminal.send(self.random.choice(CUT + UNASKED))
        else:
            terminal.send(b"".join(self._key() for _ in range(self.random.choice((1, 1, 2, 3, 8)))))
        while terminal.read(self.random.choice((0, 0.01, 0.05, 0.2))):
            pass

    def _key(self) -> bytes:
        kind = self.random.random()
        if kind < 0.35:
            return self.random.choice(NAMED)
        return bytes([self.random.choice(CTRL if kind < 0.42 else LETTERS)])

    def _leave(self, terminal: Terminal) -> list[str]:
        """Close whatever is open and leave; return what is wrong with the program's end."""
        terminal.resize(80, 24)
        terminal.send(b"\x1b[201~")  # a paste may be open
        deadline = time.monotonic() + LEAVING
        for key in cycle(WAY_OUT):
            if terminal.process.poll() is not None or time.monotonic() > deadline:
                break
            terminal.send(key)
            while terminal.read(0.5):
                pass
        while terminal.read(0):
            pass
        status = terminal.process.poll()
        if status == 0:
            return []
        end = terminal.written[-3000:].decode(errors="replace")
        return [f"status {status} (None: it can't be left); the end of what was written: {end}\n{terminal.screen}"]

    def _others_faults(self) -> list[str]:
        """Tracebacks of the second processes."""
        said = [other.communicate()[1] for other in self.others]
        return [each for each in said if "Traceback" in each]

    def _doctors_faults(self) -> list[str]:
        """What ``doctor`` finds afterwards, if there is a state file."""
        if not (self.home / "state.sqlite").exists():
            return []
        doctor = self._command("doctor")
        answer = "".join(doctor.communicate())
        return [f"doctor: {answer}"] if doctor.returncode else []

    def _line(self, *args: str) -> list[str]:
        return [*IKUSEI, "--lang", self.lang, "--state", str(self.home / "state.sqlite"), *args]

    def _command(self, *args: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self._line(*args),
            env=self.env,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def main() -> int:
    """Play rounds until the time is up; 1 where something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=None, help="seed of the first round; the next has the next number")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--rounds", type=int, default=0, help="end after so many rounds; 0: when the time is up")
    asked = parser.parse_args()
    first = random.SystemRandom().randrange(1 << 30) if asked.seed is None else asked.seed
    deadline = time.monotonic() + asked.minutes * 60
    seed, deaths = first, 0
    while time.monotonic() < deadline and (not asked.rounds or seed < first + asked.rounds):
        with TemporaryDirectory(prefix="ikusei-fuzz-") as folder:
            game = Round(seed, Path(folder))
            faults = game.faults()
        what = f"{game.way}, {game.lang}, {game.size[0]}x{game.size[1]}"
        print("\n".join([f"seed {seed}: {what}: {'DIED' if faults else 'fine'}", *faults]), flush=True)
        deaths += bool(faults)
        seed += 1
    print(f"seeds {first} to {seed - 1}, {deaths} deaths")
    return int(deaths > 0)


if __name__ == "__main__":
    sys.exit(main())
