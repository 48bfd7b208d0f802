"""Trainee and mentor with an account each on one host: what one may not write, the other still gets."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import textual
from whole_world import ROOT, World

from benchmarks.terminal import Terminal

HANA, TANAKA = 64_251, 64_252
"""Numbers of accounts that no system gives out."""
ALONE = "soc.2.alone"
POINTS = tuple(f"{ALONE}.{point}" for point in ("scope", "close", "traces", "stop", "record"))


def as_account(number):
    """What to put before a command, so that it runs as another account."""
    return [
        "setpriv",
        f"--reuid={number}",
        f"--regid={number}",
        "--clear-groups",
        "--inh-caps=-all",
        "--bounding-set=-all",
        "--",
    ]


def can_run_as_others():
    """Whether another account may enter the folders of this interpreter and of this checkout."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return False
    tried = [*as_account(HANA), sys.executable, "-c", "import tui.app"]
    env = {"PYTHONPATH": where_modules_are(), "PATH": os.environ["PATH"]}
    return subprocess.run(tried, env=env, cwd="/", capture_output=True, check=False).returncode == 0


def where_modules_are():
    return f"{ROOT}:{Path(textual.__file__).parents[1]}"


class Account(World):
    """A user's home in which everything runs as that user."""

    def __init__(self, home, number):
        super().__init__(home)
        self.env["PYTHONPATH"] = where_modules_are()
        self.number = number
        for path in (home, *home.rglob("*")):
            os.chown(path, number, number)

    def command(self, *args, lang="ja"):
        return [*as_account(self.number), *super().command(*args, lang=lang)]


@pytest.fixture
def homes():
    if not can_run_as_others():
        pytest.skip("only root can run commands as two accounts, and where both may enter the interpreter's folder")
    with TemporaryDirectory(prefix="ikusei-two-") as folder:
        Path(folder).chmod(0o755)
        for name in ("hana", "tanaka"):
            Path(folder, name).mkdir(mode=0o755)
        yield Path(folder)


def test_confirmation_reaches_a_file_that_the_mentor_may_only_read(homes):
    hana, tanaka = Account(homes / "hana", HANA), Account(homes / "tanaka", TANAKA)
    hana.begin()
    for each in (hana, tanaka):
        each.state.with_name("policy.toml").write_text(f'[numbers]\n"{ALONE}.times" = 1\n', encoding="utf-8")
    hana.done("log", ALONE, "-m", "夜間の一次切り分け")
    hana.done("tick", *POINTS)
    hana.done("claim", ALONE)
    inbox = hana.state.with_name("inbox")
    inbox.mkdir()
    os.chown(inbox, HANA, TANAKA)
    inbox.chmod(0o2770)
    hana.state.chmod(0o644)
    tanaka.done("me", "田中 実")
    theirs = tanaka.at(hana.state)
    theirs.env["IKUSEI_ME"] = str(tanaka.state)
    before = hana.state.read_bytes()
    with Terminal(theirs.command("review"), theirs.env, cwd=homes) as mentor:
        mentor.wait_for("待ち 1")
        mentor.press("enter")
        mentor.wait_for("夜間の一次切り分け")
        assert hana.state.read_bytes() == before
        assert {each.name for each in hana.state.parent.iterdir()} == {"state.sqlite", "policy.toml", "inbox"}
        with hana.open() as trainee:
            trainee.wait_for("次にすること")
            mentor.press("c")
            mentor.send("よし".encode())
            mentor.wait_for("よし")
            mentor.press("enter")
            trainee.wait_for("田中 実 が確認 1")
            mentor.press("d", "r")
            mentor.send("まちがい".encode())
            mentor.wait_for("まちがい")
            mentor.press("enter")
            trainee.wait_for("田中 実 が差し戻し 1")
            trainee.wait_for("田中 実 が確認  よし")
            trainee.press("q")
            assert trainee.wait_exit() == 0
        mentor.press("q")
        assert mentor.wait_exit() == 0
    assert hana.criterion(ALONE)["state"] == "returned"
    assert [each["key"] for each in hana.faults()] == ["journal.exposed"]  # as it is meant here
