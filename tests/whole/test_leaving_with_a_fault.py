"""Whatever befell the state file: leaving says on the terminal what could not be kept, and doesn't end with 0."""

import os
import resource
import shutil
import signal
import subprocess
import sys

import pytest
from whole_world import LEFT_SCREEN, open_form

TYPED = "夜勤の途中で"
PAIRED = "ペアでの監視業務"
CANT_KEEP = "から下書き"
LOST = "保存できなかったものがあります: 下書き"
HOLDS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
connection.execute(sys.argv[2])
connection.execute("SELECT count(*) FROM event").fetchone()
print("held", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def opened(world):
    """Opens ikusei on its first screen, of somebody who has begun."""
    world.begin()
    terminals = []

    def start(command=None):
        terminals.append(world.open() if command is None else world.open(wrapped=command))
        terminals[-1].wait_for("次にすること")
        terminals[-1].settle()  # what the start keeps is kept
        return terminals[-1]

    yield start
    for each in terminals:
        each.close()


@pytest.fixture
def holding(world):
    """Another process that has the state file until it is told to let go."""
    processes = []

    def hold(how):
        process = subprocess.Popen(
            [sys.executable, "-c", HOLDS, str(world.state), how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        processes.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield hold
    for each in processes:
        each.communicate()


def take_room(terminal):
    """From now on the program can write no file, as where a quota is used up."""
    _, hard = resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (0, hard))


def give_room(terminal):
    _, hard = resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (hard, hard))


def after_leaving(terminal):
    """What stands on the user's own screen when the program has ended."""
    return terminal.written.rpartition(LEFT_SCREEN)[2].decode()


def assert_typed_is_told(terminal):
    told = after_leaving(terminal)
    assert LOST in told
    assert f"したこと: {TYPED}" in told
    assert "Traceback" not in terminal.written.decode()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("how", ["removed", "replaced", "no room", "locked", "being read"])
def test_draft_that_can_not_be_kept_is_told_on_leaving(world, opened, holding, how, number):
    terminal = opened()
    open_form(terminal, PAIRED, TYPED)
    if how == "removed":
        world.state.unlink()
    elif how == "replaced":
        shutil.copy(world.state, world.home / "backup")
        (world.home / "backup").replace(world.state)
    elif how == "no room":
        take_room(terminal)
    else:
        holding("BEGIN EXCLUSIVE" if how == "locked" else "BEGIN")
    terminal.signal(number)
    assert terminal.wait_exit() == 2
    assert_typed_is_told(terminal)


def test_form_that_was_opened_while_another_process_had_the_file_is_told_on_leaving(opened, holding):
    terminal = opened()
    holding("BEGIN EXCLUSIVE")
    open_form(terminal, PAIRED, TYPED)
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 2
    assert_typed_is_told(terminal)


def test_draft_of_a_full_disk_waits_and_is_kept_by_itself_when_there_is_room(world, opened):
    terminal = opened()
    take_room(terminal)
    open_form(terminal, PAIRED, TYPED)
    terminal.wait_for(CANT_KEEP)
    terminal.send("まだ続く".encode())
    terminal.wait_for(f"{TYPED}まだ続く")
    give_room(terminal)
    terminal.wait_until(lambda: f"{TYPED}まだ続く" in world.drafts(), "the draft")
    terminal.wait_until(lambda: CANT_KEEP not in terminal.screen, "the line to go")
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 0
    assert "保存" not in after_leaving(terminal)


def test_form_stays_while_another_process_has_the_file_and_is_written_afterwards(world, opened, holding):
    terminal = opened()
    open_form(terminal, PAIRED, TYPED)
    neighbour = holding("BEGIN EXCLUSIVE")
    terminal.press("enter")
    terminal.wait_for("ほかのプロセスが")
    assert TYPED in terminal.screen
    terminal.send(b"...")
    terminal.wait_for(f"{TYPED}...")
    neighbour.communicate("go\n")
    terminal.press("enter")
    terminal.wait_for("記録しました")
    assert world.notes() == [f"{TYPED}..."]
    assert world.drafts() == ""
    assert world.faults() == []


def test_language_that_can_not_be_kept_is_told_and_is_no_failure(opened):
    terminal = opened()
    take_room(terminal)
    terminal.press("L")
    terminal.wait_for("the language")
    terminal.wait_for("can't be kept")
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 0
    assert "This could not be kept: the language" in after_leaving(terminal)


def test_cut_line_with_a_draft_that_can_not_be_kept_does_not_end_with_0(opened):
    terminal = opened()
    open_form(terminal, PAIRED, TYPED)
    take_room(terminal)
    terminal.hang_up()
    assert terminal.wait_exit() != 0


def unprivileged():
    """A command before which the superuser, too, is held to what the modes of files say."""
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()


def test_folder_that_becomes_read_only_keeps_the_screen_and_the_draft(world, opened):
    terminal = opened(unprivileged())
    world.state.parent.chmod(0o500)
    try:
        open_form(terminal, PAIRED, TYPED)
        terminal.wait_for(CANT_KEEP)
    finally:
        world.state.parent.chmod(0o700)
    terminal.wait_until(lambda: TYPED in world.drafts(), "the draft")
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 0


SMALL_DISK = 'mount -t tmpfs -o size=8m none "$1" && cp -r "$2"/. "$1" && shift 2 && exec "$@"'
FILLS = ("sh", "-c", 'head -c 16m /dev/zero >"$1/filler" 2>/dev/null; sync "$1"', "sh")


def namespaces():
    """How a mount of one's own is made, where the system lets one."""
    how = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--mount", "--map-root-user")
    tried = subprocess.run([*how, "true"], capture_output=True, check=False) if shutil.which("unshare") else None
    return how if tried is not None and tried.returncode == 0 else None


def test_full_disk_is_named_and_the_draft_kept_when_there_is_room(world, opened):
    how = namespaces()
    if how is None:
        pytest.skip("this system lets nobody mount a small disk (unshare --mount)")
    disk = world.home / "disk"
    disk.mkdir()
    before, world.state = world.state, disk / world.state.name
    terminal = opened((*how, "sh", "-c", SMALL_DISK, "sh", str(disk), str(before.parent)))
    inside = ("nsenter", "--target", str(terminal.process.pid), "--mount")
    inside = inside if os.geteuid() == 0 else (*inside, "--user", "--preserve-credentials")
    subprocess.run([*inside, *FILLS, str(disk)], check=True)
    open_form(terminal, PAIRED, TYPED)
    terminal.wait_for(CANT_KEEP)
    terminal.wait_for("ディスクに空き")
    subprocess.run([*inside, "rm", str(disk / "filler")], check=True)
    terminal.wait_until(lambda: CANT_KEEP not in terminal.screen, "the line to go")
    terminal.signal(signal.SIGTERM)
    assert terminal.wait_exit() == 0
