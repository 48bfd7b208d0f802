"""The command line in a world of its own: a home that nobody else has, a state file, a policy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.cli.run import run

POLICY = """
[policy]
name = "試験用 SOC"

[numbers]
"soc.2.paired.times" = 3
"soc.2.alone.times" = 1
"soc.2.verdict.cases" = 40
"soc.2.verdict.ratio" = 95

[[reading."soc.1.reading"]]
id = "handbook"
title = "監視業務ハンドブック"
"""


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def id(self) -> str:
        """The short id that the answer begins with."""
        return self.out.split()[0]


class Terminal:
    """Runs ``ikusei`` in this process, as a shell would."""

    def __init__(self, home: Path, capsys) -> None:
        self.home = home
        self.state = home / ".local/share/ikusei/state.sqlite"
        self.policy = self.state.with_name("policy.toml")
        self.env = {"HOME": str(home), "LANG": "ja_JP.UTF-8", "TERM": "xterm"}
        self._capsys = capsys

    def __call__(self, *args: object) -> Answer:
        self._capsys.readouterr()
        code = run([str(arg) for arg in args], self.env)
        out, err = self._capsys.readouterr()
        return Answer(code, out, err)

    def completed(self, line: str, monkeypatch) -> list[str]:
        """The completions that bash gets for the last word of *line*."""
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
        monkeypatch.setenv("HOME", str(self.home))
        self._capsys.readouterr()
        run([], {**self.env, "_IKUSEI_COMPLETE": "bash_complete"})
        return [each.partition(",")[2] for each in self._capsys.readouterr().out.split()]

    def begun(self, step: int = 2, policy: str = POLICY, person: str = "") -> Terminal:
        """Begin as a trainee, under the id *person* if given, and write the organisation's policy."""
        own = ("--id", person) if person else ()
        assert self("begin", "佐藤 花", "--role", "soc", "--step", step, *own).code == 0
        if policy:
            self.policy.write_text(policy, encoding="utf-8")
        return self

    @property
    def person(self) -> str:
        """The id of the file's owner."""
        return self("me").out.split()[0]

    def takes_in(self) -> None:
        """Take in what others have put into the drop folder, as the next start of the screen would."""
        if any(self.state.with_name("inbox").glob("*.ikusei")):
            assert self("import", "--inbox").code == 0

    def today(self) -> date:
        """The day on which entries are written."""
        return date.fromisoformat(self("status", "--json").json["today"])

    def standing(self, criterion: str) -> dict:
        """What ``status --json`` says of a criterion."""
        role = self("status", "--json").json["roles"][0]
        return next(each for step in role["steps"] for each in step["criteria"] if each["id"] == criterion)
