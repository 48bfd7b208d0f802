"""An SSH server of our own on the loopback, with keys, port and configuration that nobody else uses."""

import os
import pwd
import select
import shlex
import signal
import socket
import subprocess
from contextlib import contextmanager
from pathlib import Path

from benchmarks.terminal import PATIENCE

SSHD = "/usr/sbin/sshd"  # sshd has to be started with an absolute path
SEPARATION = Path("/run/sshd")
"""The empty folder that an sshd run by root needs; on Debian the service makes it."""
CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {home}/host
AuthorizedKeysFile {home}/user.pub
PidFile none
UsePAM no
StrictModes no
PasswordAuthentication no
PermitRootLogin prohibit-password
PrintMotd no
{more}
"""


def new_key(path: Path) -> None:
    """Make a key without a passphrase."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@contextmanager
def ssh_server(home: Path, more: str = ""):
    """Run a server; give the command that logs in and runs a command line on a terminal there.

    Args:
        home: a new folder for its keys.
        more: further lines of its configuration.
    """
    if os.geteuid() == 0:
        SEPARATION.mkdir(exist_ok=True)
    home.mkdir()
    new_key(home / "host")
    new_key(home / "user")
    port = free_port()
    config = home / "config"
    config.write_text(CONFIG.format(port=port, home=home, more=more), encoding="utf-8")
    with subprocess.Popen([SSHD, "-D", "-e", "-f", str(config)], stderr=subprocess.PIPE, text=True) as server:
        try:
            said = ""
            while "Server listening" not in said:
                line = server.stderr.readline()
                assert line, f"sshd did not start: {said}"
                said += line
            options = ["StrictHostKeyChecking=no", f"UserKnownHostsFile={home}/known", "IdentitiesOnly=yes"]
            login = ["ssh", "-tt", "-F", "none", "-p", str(port), "-i", str(home / "user")]
            user = pwd.getpwuid(os.geteuid()).pw_name
            yield [*login, *(part for option in options for part in ("-o", option)), f"{user}@127.0.0.1"]
        finally:
            server.terminate()
            server.stderr.close()


def ssh_program(folder: Path, hosts: dict[str, list[str]], program: str = "/usr/bin/ssh") -> Path:
    """A program ``ssh`` with the configuration of a user.

    OpenSSH finds a user's configuration by the password database and not by HOME, so the program names the file.

    Args:
        folder: where to put it.
        hosts: by host, or pattern of hosts, the login of its server.
        program: the real one.
    """
    lines = []
    for host, login in hosts.items():
        port, key = login[login.index("-p") + 1], Path(login[login.index("-i") + 1])
        lines += [f"Host {host}", "HostName 127.0.0.1", f"User {login[-1].partition('@')[0]}", f"Port {port}"]
        lines += [f"IdentityFile {key}", "IdentitiesOnly yes", "StrictHostKeyChecking no"]
        lines += [f"UserKnownHostsFile {key.with_name('known')}"]
    folder.mkdir(exist_ok=True)
    (folder / "ssh_config").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return script(folder / "ssh", f'exec {program} -F "{folder / "ssh_config"}" "$@"')


def script(path: Path, text: str) -> Path:
    """A shell script."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def remote_command(command, env):
    """One command line for the server's shell, with exactly this environment but the terminal's name."""
    settings = [f"{name}={value}" for name, value in env.items() if name != "TERM"]
    return " ".join(["exec", "env", "-i", 'TERM="$TERM"', *map(shlex.quote, [*settings, *command])])


class Processes:
    """The processes whose command line names a file, held by descriptors (pidfd), which aren't reused like process ids.

    Args:
        named: the file.
    """

    def __init__(self, named: Path) -> None:
        self.ids = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
        self.ids = [process for process in self.ids if str(named) in _command_line(process)]
        self._handles = [os.pidfd_open(process) for process in self.ids]

    def wait_until_gone(self) -> None:
        """Wait until all of them have ended."""
        for process, handle in zip(self.ids, self._handles, strict=True):
            ended = select.select([handle], [], [], PATIENCE)[0]
            os.close(handle)
            if not ended:
                os.kill(process, signal.SIGKILL)
                raise AssertionError(f"process {process} goes on without a terminal")


def _command_line(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:  # it has ended
        return ""
