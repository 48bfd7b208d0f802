"""A file or folder that ikusei makes is whole, or it isn't there: on a full disk nothing half made is left."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import tui

FULL = """
import resource, signal, sys
from tui.cli.run import run
# A process that may write no byte more gets the errors of a full disk, wherever it runs; SIGXFSZ would end it first.
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(run(sys.argv[2:]))
"""


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    assert ikusei(folder, None, "begin", "佐藤 花", "--role", "soc").returncode == 0
    return folder


def ikusei(home: Path, most: int | None, *args: object, **kwargs) -> subprocess.CompletedProcess:
    """``ikusei`` in a process that can write *most* bytes into a file; None for a disk that isn't full."""
    limit = resource.RLIM_INFINITY if most is None else most
    env = {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(tui.__file__).parents[1]),
    }
    command = [sys.executable, "-B", "-c", FULL, str(limit), "--lang", "en", *map(str, args)]
    kwargs.setdefault("stdout", subprocess.PIPE)
    return subprocess.run(command, env=env, stderr=subprocess.PIPE, text=True, check=False, cwd=home, **kwargs)


def tree(home: Path) -> dict[str, bytes]:
    """Every file below *home* but the caches, and every folder."""
    return {
        str(path.relative_to(home)): path.read_bytes() if path.is_file() else b""
        for path in sorted(home.rglob("*"))
        if ".cache" not in path.parts
    }


@pytest.mark.parametrize("most", [0, 100])
@pytest.mark.parametrize(
    "args",
    [
        ("policy", "init"),
        ("trust", "init"),
        ("--trust", "deep/below/trust", "trust", "init"),
        ("export", "-o", "out.bundle"),
        ("assess", "b-1", "--now", "inhouse"),
        ("log", "soc.2.paired", "-m", "x"),
        ("doctor", "--backup", "backup.sqlite"),
    ],
)
def test_full_disk_is_one_sentence_and_leaves_nothing_half_made(home, args, most):
    before = tree(home)
    answer = ikusei(home, most, *args)
    assert (answer.returncode, len(answer.stderr.strip().splitlines())) == (2, 1), answer.stderr
    after = tree(home)
    # The folder above a folder may be there, empty: it says nothing.
    assert {path: content for path, content in after.items() if content} == {
        path: content for path, content in before.items() if content
    }
    assert not {path for path in after if path.endswith((".part", "trust"))}


@pytest.mark.parametrize(
    "args", [("completion", "bash"), ("assess", "--toml"), ("roster", "show"), ("staffing", "--toml")]
)
def test_output_into_a_full_disk_is_one_sentence(home, args):
    assert ikusei(home, None, "trust", "init").returncode == 0
    with (home / "out").open("w", encoding="utf-8") as out:
        answer = ikusei(home, 0, *args, stdout=out)
    assert answer.returncode == 2
    assert len(answer.stderr.strip().splitlines()) == 1
    assert "Traceback" not in answer.stderr


def test_what_could_not_be_written_can_be_written_later(home):
    assert ikusei(home, 100, "trust", "init").returncode == 2
    assert ikusei(home, None, "trust", "init").returncode == 0
    assert ikusei(home, 100, "policy", "init").returncode == 2
    assert ikusei(home, None, "policy", "init").returncode == 0
    assert ikusei(home, None, "policy", "check").returncode == 0


def test_file_that_is_there_is_never_written_over(home):
    (home / "out.bundle").write_text("mine", encoding="utf-8")
    assert ikusei(home, None, "export", "-o", "out.bundle").returncode == 2
    assert (home / "out.bundle").read_text(encoding="utf-8") == "mine"


WAITING = "Temporary files can't be written (File too large); "
"""What a limit on the size of a file makes of a full temporary folder. A pipe has no such limit."""


def test_without_room_for_temporary_files_no_other_file_is_blamed(home):
    assert ikusei(home, None, "log", "soc.2.paired", "-m", "x" * 5000).returncode == 0
    answer = ikusei(home, 1000, "export", "-o", "-")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(WAITING)
    assert "TMPDIR" in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
