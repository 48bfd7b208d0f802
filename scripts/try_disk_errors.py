"""Try a disk that fails (EIO) under the open screen. It needs a C compiler, so it isn't run in CI.

A library that is loaded before libc makes reads, writes or flushes of the state file fail, as a file called ``failing``
says. ``python scripts/try_disk_errors.py`` prints what it sees, and ends at the first thing that is wrong.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "whole")]

from whole_world import LEFT_SCREEN, World, open_form  # type: ignore[import-not-found]  # noqa: E402 - by the line above

SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fails(int fd, const char *call) {
    char link[64], path[4096], said[64] = "";
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, "state.sqlite")) return 0;
    int file = open(getenv("FAILING"), O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t (*real)(int, void *, size_t) = dlsym(RTLD_NEXT, "read");
    real(file, said, sizeof said - 1);
    close(file);
    return strstr(said, call) != 0;
}
#define REFUSE(fd, call) if (fails(fd, call)) { errno = EIO; return -1; }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t at) {
    REFUSE(fd, "write")
    return ((ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64"))(fd, b, n, at);
}
ssize_t write(int fd, const void *b, size_t n) {
    REFUSE(fd, "write")
    return ((ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write"))(fd, b, n);
}
ssize_t pread64(int fd, void *b, size_t n, off64_t at) {
    REFUSE(fd, "read")
    return ((ssize_t (*)(int, void *, size_t, off64_t))dlsym(RTLD_NEXT, "pread64"))(fd, b, n, at);
}
ssize_t read(int fd, void *b, size_t n) {
    REFUSE(fd, "read")
    return ((ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read"))(fd, b, n);
}
int fsync(int fd) { REFUSE(fd, "flush") return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd); }
int fdatasync(int fd) { REFUSE(fd, "flush") return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd); }
"""
TYPED = "夜勤の途中で"


def try_one(folder: Path, shim: Path, kind: str) -> None:
    """Type while the disk fails in this way, let it recover, and do the same again up to leaving."""
    world = World(folder)
    world.begin()
    failing = folder / "failing"
    env = {"LD_PRELOAD": str(shim), "FAILING": str(failing)}
    with world.open(env=env) as terminal:
        terminal.wait_for("次にすること")
        terminal.settle()
        open_form(terminal, "ペアでの監視業務", TYPED)
        terminal.wait_until(lambda: TYPED in world.drafts(), "the draft")
        failing.write_text(kind)
        terminal.send("まだ".encode())
        terminal.wait_for("保存できません" if kind != "read" else f"{TYPED}まだ")
        print(f"{kind}: {[line for line in terminal.screen.splitlines() if '保存できません' in line]}")
        failing.unlink()
        terminal.wait_until(lambda: f"{TYPED}まだ" in world.drafts(), "the draft, by itself")
        terminal.wait_until(lambda: "保存できません" not in terminal.screen, "the line to go")
        failing.write_text(kind)
        terminal.send("つづく".encode())
        terminal.wait_for(f"{TYPED}まだつづく")
        terminal.signal(signal.SIGTERM)
        status = terminal.wait_exit()
        told = terminal.written.rpartition(LEFT_SCREEN)[2].decode()
    print(f"{kind}: left with {status}; {[line for line in told.splitlines() if 'まだつづく' in line]}")
    failing.unlink()
    is_told = f"{TYPED}まだつづく" in told
    assert (status == 2 and is_told) or (status == 0 and f"{TYPED}まだつづく" in world.drafts()), (status, told)
    assert "Traceback" not in terminal.written.decode()
    assert world.faults() == []


def main() -> None:
    """Try each kind of failure once."""
    with TemporaryDirectory() as folder:
        source, shim = Path(folder, "shim.c"), Path(folder, "shim.so")
        source.write_text(SHIM)
        subprocess.run(["cc", "-shared", "-fPIC", "-o", shim, source, "-ldl"], check=True)
        for kind in ("write", "flush", "read"):
            home = Path(folder, kind)
            home.mkdir()
            try_one(home, shim, kind)


if __name__ == "__main__":
    os.environ.setdefault("LANG", "C.UTF-8")
    main()
