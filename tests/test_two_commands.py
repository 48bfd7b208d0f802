"""What the two commands of the README need stands in one line, which the test command prints where it is missing."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def install_line(name):
    (line,) = (
        line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line.startswith("apt install ")
    )
    return line


def needs(path):
    make = shutil.which("make")
    return subprocess.run([make, "needs"], cwd=ROOT, env={"PATH": path}, capture_output=True, text=True, check=False)


@pytest.fixture
def programs(tmp_path):
    """A folder with every program that the tests run; gives it, and which they are."""
    listed = next(line for line in (ROOT / "Makefile").read_text().splitlines() if line.startswith("PROGRAMS := "))
    names = [name for name in listed.removeprefix("PROGRAMS := ").split() if not name.startswith("/")]
    for name in names:
        (tmp_path / name).symlink_to(shutil.which(name))
    return tmp_path, names


def test_both_readmes_name_the_same_packages():
    assert install_line("README.md") == install_line("README.ja.md")


def test_nothing_is_said_where_nothing_is_missing(programs):
    folder, _ = programs
    done = needs(str(folder))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_each_program_that_is_missing_is_named_with_the_line_that_installs_it(programs):
    folder, names = programs
    for name in names:
        (folder / name).rename(folder / "elsewhere")
        done = needs(str(folder))
        (folder / "elsewhere").rename(folder / name)
        assert done.returncode == 2
        said = done.stderr.splitlines()
        assert said[0] == f"the tests need what isn't here: {name}"
        assert install_line("README.md") in said
