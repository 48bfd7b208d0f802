"""A mentor at the other end of a real SSH line signs with the agent that they forwarded; no key lies on that side."""

import json
import subprocess

import pytest
from ssh_world import new_key, remote_command, ssh_server

ALONE = "soc.2.alone"


@pytest.fixture
def agent(tmp_path_factory):
    """A running agent; gives its socket and a function that adds a key."""
    path = tmp_path_factory.mktemp("a") / "s"
    with subprocess.Popen(["ssh-agent", "-D", "-a", str(path)], stdout=subprocess.PIPE) as running:
        assert running.stdout.readline()  # it listens from here on
        env = {"SSH_AUTH_SOCK": str(path), "PATH": "/usr/bin:/bin"}
        yield path, lambda key: subprocess.run(["ssh-add", "-q", str(key)], check=True, env=env)
        running.terminate()


def trust(world, tmp_path, public):
    """A trust folder, signed by a lead, that allows the mentor's key; and the lead's pin in the mentor's own file."""
    world.begin()
    world.state.with_name("policy.toml").write_text(f'[numbers]\n"{ALONE}.times" = 1\n', encoding="utf-8")
    world.done("log", ALONE, "-m", "夜間の一次切り分け")
    world.done("tick", *(f"{ALONE}.{point}" for point in ("scope", "close", "traces", "stop", "record")))
    world.done("claim", ALONE)
    hana = json.loads(world.done("status", "--json"))["trainee"]["id"]
    env = {**world.env, "IKUSEI_ME": str(tmp_path / "mentor.sqlite"), "IKUSEI_TRUST": str(tmp_path / "trust")}
    mentor = world.run("--state", env["IKUSEI_ME"], "me", "田中 実", env=env).stdout.split()[0]
    folder = tmp_path / "trust"
    folder.mkdir()
    new_key(tmp_path / "lead")
    (folder / "roster.toml").write_text(
        '[roster]\nid = "midori"\nversion = "1"\n'
        f'[[person]]\nid = "{hana}"\nname = "佐藤 花"\n'
        f'[[person]]\nid = "{mentor}"\nname = "田中 実"\nsigns_as = ["tanaka@midori"]\n'
        '[[person]]\nid = "p-lead"\nname = "山田 恵"\nsigns_as = ["yamada@midori"]\nlead = true\n'
        f'[[mentor]]\nmentor = "{mentor}"\ntrainee = "{hana}"\n',
        encoding="utf-8",
    )
    lead = (tmp_path / "lead.pub").read_text()
    (folder / "allowed_signers").write_text(
        f'yamada@midori namespaces="ikusei-trust" {lead}tanaka@midori {public}', encoding="utf-8"
    )
    assert world.run("trust", "sign", "--key", tmp_path / "lead", env=env).returncode == 0
    said = subprocess.run(["ssh-keygen", "-l", "-f", tmp_path / "lead.pub"], capture_output=True, text=True, check=True)
    assert world.run("trust", "pin", said.stdout.split()[1], env=env).returncode == 0
    return env


def confirmed_over_ssh(world, tmp_path, env, socket):
    """Confirm the claim in a session with a forwarded agent; what was said."""
    with ssh_server(tmp_path / "ssh") as login:
        ssh, *options = login
        # Root's environment there is empty but for the socket that sshd made.
        command = remote_command(world.command("confirm", ALONE), env).replace(
            "env -i", 'env -i SSH_AUTH_SOCK="$SSH_AUTH_SOCK"'
        )
        done = subprocess.run(
            [ssh, "-A", *options, command],
            env={"SSH_AUTH_SOCK": str(socket), "PATH": "/usr/bin:/bin", "TERM": "xterm"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 0, done
    return done.stdout


def test_forwarded_agent_signs(world, tmp_path, agent):
    socket, add = agent
    new_key(tmp_path / "tanaka")
    env = trust(world, tmp_path, f'namespaces="ikusei-signoff" {(tmp_path / "tanaka.pub").read_text()}')
    add(tmp_path / "tanaka")
    (tmp_path / "tanaka").unlink()
    assert "署名 田中 実" in confirmed_over_ssh(world, tmp_path, env, socket)
    world.takes_in()
    checked = json.loads(world.run("verify", "--json", env=env).stdout)
    assert (checked["counts"]["signed"], checked["findings"]) == (1, [])


def test_certificate_signs_by_way_of_the_authority_that_the_folder_names(world, tmp_path, agent):
    socket, add = agent
    new_key(tmp_path / "authority")
    new_key(tmp_path / "tanaka")
    certify = ["ssh-keygen", "-q", "-s", tmp_path / "authority", "-I", "tanaka", "-n", "tanaka@midori"]
    subprocess.run([*certify, tmp_path / "tanaka.pub"], check=True, capture_output=True)
    authority = (tmp_path / "authority.pub").read_text()
    env = trust(world, tmp_path, f'cert-authority,namespaces="ikusei-signoff" {authority}')
    add(tmp_path / "tanaka")  # ssh-add takes the certificate that lies beside it
    (tmp_path / "tanaka").unlink()
    assert "署名 田中 実" in confirmed_over_ssh(world, tmp_path, env, socket)
    world.takes_in()
    checked = json.loads(world.run("verify", "--json", env=env).stdout)
    assert (checked["counts"]["signed"], checked["findings"]) == (1, [])
