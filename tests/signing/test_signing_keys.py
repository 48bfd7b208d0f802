"""The keys that the user can sign with: in ~/.ssh and in the agent."""

import os
from shutil import copy

import pytest
from signing_world import MENTOR, NAMESPACE, TEXT, keygen, public, raw_verify, signers_of

from tui.signing.keygen import sign
from tui.signing.keys import agent_keys, signing_keys


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / ".ssh"
    folder.mkdir()
    return folder


def put(home, keys, *names):
    for name in names:
        copy(keys / name, home / name)


def shown(found):
    return [(each.key.comment, each.path and each.path.name, each.is_in_agent) for each in found]


def test_keys_of_the_folder_are_listed_by_name_with_type_comment_and_fingerprint(home, keys):
    put(home, keys, "rsa", "rsa.pub", "ecdsa", "ecdsa.pub")
    found = signing_keys(home)
    assert shown(found) == [("ecdsa@test", "ecdsa.pub", False), ("rsa@test", "rsa.pub", False)]
    assert [each.key.key_type for each in found] == ["ecdsa-sha2-nistp256", "ssh-rsa"]
    assert found[0].key.fingerprint == keygen("-lf", keys / "ecdsa.pub").decode().split()[1]


def test_public_key_alone_cannot_sign_and_is_not_listed(home, keys):
    put(home, keys, "mentor.pub", "certified-cert.pub")
    assert signing_keys(home) == []


def test_key_in_the_folder_and_in_the_agent_is_listed_once(home, keys, agent):
    put(home, keys, "mentor", "mentor.pub", "trainee", "trainee.pub")
    agent(keys / "mentor")
    assert shown(signing_keys(home)) == [("mentor@test", "mentor.pub", True), ("trainee@test", "trainee.pub", False)]


def test_public_key_whose_private_one_is_in_the_agent_is_listed(home, keys, agent):
    put(home, keys, "mentor.pub")
    agent(keys / "mentor")
    assert shown(signing_keys(home)) == [("mentor@test", "mentor.pub", True)]


def test_keys_that_only_the_agent_has_come_last(home, keys, agent):
    put(home, keys, "trainee", "trainee.pub")
    agent(keys / "rsa")
    agent(keys / "mentor")
    assert shown(signing_keys(home)) == [
        ("trainee@test", "trainee.pub", False),
        ("rsa@test", None, True),
        ("mentor@test", None, True),
    ]


def test_certificate_is_listed_beside_its_key(home, keys, agent):
    put(home, keys, "certified", "certified.pub", "certified-cert.pub")
    assert [each.key.authority is not None for each in signing_keys(home)] == [True, False]
    agent(keys / "certified")
    found = [(each.key.authority is not None, each.is_in_agent) for each in signing_keys(home)]
    assert found == [(True, True), (False, True)]


@pytest.mark.parametrize("where", ["folder", "agent"])
def test_every_listed_key_signs(home, keys, agent, tmp_path, where):
    if where == "agent":
        agent(keys / "mentor")
    else:
        put(home, keys, "mentor", "mentor.pub")
    [found] = signing_keys(home)
    signature = sign(TEXT, found.handle, NAMESPACE)
    assert raw_verify(signers_of(tmp_path, f"{MENTOR} {public(keys / 'mentor')}").path, signature)


def test_what_is_no_key_is_passed_over(home, keys):
    put(home, keys, "mentor", "mentor.pub")
    (home / "junk.pub").write_bytes(b"\xff\xfe junk")
    (home / "empty.pub").touch()
    (home / "folder.pub").mkdir()
    (home / "large.pub").write_text(public(keys / "trainee") + " " * 100_000)
    (home / "large").touch()
    os.mkfifo(home / "pipe.pub")
    (home / "dangling.pub").symlink_to(home / "nowhere")
    assert shown(signing_keys(home)) == [("mentor@test", "mentor.pub", False)]


def test_no_folder_no_agent_no_keys(tmp_path, agent, monkeypatch):
    assert signing_keys(tmp_path / "nowhere") == []
    assert agent_keys() == []  # an agent without keys
    monkeypatch.setenv("SSH_AUTH_SOCK", str(tmp_path / "nobody"))
    assert agent_keys() == []
    monkeypatch.delenv("SSH_AUTH_SOCK")
    assert agent_keys() == []


def test_machine_without_ssh_add_has_the_keys_of_the_folder(home, keys, agent, monkeypatch):
    agent(keys / "trainee")
    put(home, keys, "mentor", "mentor.pub")
    monkeypatch.setenv("PATH", str(home))
    assert shown(signing_keys(home)) == [("mentor@test", "mentor.pub", False)]


def test_agent_that_never_answers_is_no_agent(keys, agent, monkeypatch, tmp_path):
    agent(keys / "mentor")
    program = tmp_path / "ssh-add"
    program.write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    program.chmod(0o755)
    monkeypatch.setattr("tui.signing.keys._PATIENCE", 0.1)
    assert agent_keys(str(program)) == []
