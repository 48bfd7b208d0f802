"""The trust folder and the roster from the command line: begun, signed, pinned, looked at, tampered with."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import tui
from benchmarks.terminal import Terminal
from tui.trust.template import roster_template

ROOT = Path(tui.__file__).parents[1]
ROSTER = """\
[roster]
id = "midori-soc"
version = "3"
utc_offset = "+09:00"

[[person]]
id = "p-yamada"
name = "山田 恵"
signs_as = ["yamada@midori.example"]
lead = true

[[person]]
id = "p-tanaka"
name = "田中 一郎"
signs_as = ["tanaka@midori.example"]

[[person]]
id = "p-sato"
name = "佐藤 花"

[[mentor]]
mentor = "p-tanaka"
trainee = "p-sato"
roles = ["soc"]
from = 2026-04-01
until = 2027-03-31

[[mentor]]
mentor = "p-yamada"
trainee = "*"
evaluator = true

[[host]]
trainee = "p-sato"
ssh = "sato@soc-ws-12"
"""


def keygen(*arguments):
    return subprocess.run(["ssh-keygen", *map(str, arguments)], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    folder = tmp_path_factory.mktemp("keys")
    for name, passphrase in {"yamada": "", "tanaka": "", "sato": "", "locked": "correct horse"}.items():
        keygen("-q", "-t", "ed25519", "-a", "1", "-N", passphrase, "-C", name, "-f", folder / name)
    return folder


@pytest.fixture(autouse=True)
def no_agent(monkeypatch):
    for name in ("SSH_AUTH_SOCK", "SSH_ASKPASS", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def fingerprint(key):
    return keygen("-l", "-f", f"{key}.pub").split()[1]


def line(who, key, namespaces="ikusei-signoff"):
    return f'{who}@midori.example namespaces="{namespaces}" {Path(f"{key}.pub").read_text()}'


@pytest.fixture
def team(ikusei, keys):
    """A folder that nobody has signed yet; ``ikusei.trust`` is where it lies."""
    ikusei.trust = ikusei.state.with_name("trust")
    ikusei.trust.mkdir(parents=True)
    (ikusei.trust / "roster.toml").write_text(ROSTER, encoding="utf-8")
    lead = line("yamada", keys / "yamada", "ikusei-trust,ikusei-signoff")
    (ikusei.trust / "allowed_signers").write_text(lead + line("tanaka", keys / "tanaka"))
    return ikusei


@pytest.fixture
def signed(team, keys):
    """A folder that the lead has signed."""
    assert team("trust", "sign", "--key", keys / "yamada").code == 0
    return team


@pytest.fixture
def pinned(signed, keys):
    """Somebody whose state file knows the lead's key."""
    assert signed("trust", "pin", fingerprint(keys / "yamada")).code == 0
    return signed


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# -- from nothing to a folder that holds


def test_no_folder_needs_a_look_and_says_how_to_begin(ikusei):
    for call in (("trust", "show"), ("trust", "check"), ("roster", "show"), ("roster", "check")):
        answer = ikusei(*call)
        assert answer.code == 1
        assert "`ikusei trust init`" in answer.out + answer.err
    assert not ikusei.state.exists()


def test_init_writes_a_roster_and_a_list_of_keys_that_hold_nobody(ikusei):
    answer = ikusei("trust", "init")
    folder = ikusei.state.with_name("trust")
    assert (answer.code, answer.out) == (0, f"{folder / 'roster.toml'}\n{folder / 'allowed_signers'}\n")
    assert ikusei("roster", "check").code == 0
    assert ikusei("trust", "show", "--json").json["state"] == "unsigned"


def test_init_changes_nothing_that_is_there(team):
    before = {path.name: path.read_bytes() for path in team.trust.iterdir()}
    answer = team("trust", "init")
    assert (answer.code, "すでにあります" in answer.err) == (2, True)
    assert {path.name: path.read_bytes() for path in team.trust.iterdir()} == before
    (team.trust / "roster.toml").unlink()
    assert team("trust", "init").code == 2
    assert not (team.trust / "roster.toml").exists()


@pytest.mark.parametrize(("offset", "written"), [(540, "+09:00"), (0, "+00:00"), (-210, "-03:30")])
def test_what_init_comments_out_is_a_roster_when_the_marks_are_taken_away(ikusei, offset, written):
    text = re.sub(r"^# (?=\[\[|\w+ = )", "", roster_template(offset), flags=re.MULTILINE)
    assert text.count("\n[[") == 3
    assert tomllib.loads(text)["roster"]["utc_offset"] == written
    folder = ikusei.state.with_name("trust")
    folder.mkdir(parents=True)
    (folder / "roster.toml").write_text(text, encoding="utf-8")
    assert ikusei("roster", "check").out == ""


def test_sign_pin_show(team, keys):
    assert team("trust", "check").code == 1
    answer = team("trust", "sign", "--key", keys / "yamada")
    assert (answer.code, fingerprint(keys / "yamada") in answer.err) == (0, True)
    assert team("trust", "show").code == 1
    asked = team("trust", "pin")
    assert (asked.code, asked.out) == (1, f"{fingerprint(keys / 'yamada')}\n")
    assert "山田 恵" in asked.err
    assert team("trust", "pin", asked.out.strip()).code == 0
    assert team("trust", "pin").code == 0
    said = team("trust", "show")
    assert said.code == 0
    assert "署名あり\n" in said.out
    assert team("trust", "check").code == 0


def test_show_says_version_fingerprint_people_and_who_mentors_whom_until_when(pinned):
    whole = subprocess.run(["sha256sum", pinned.trust / "manifest"], capture_output=True, text=True, check=True).stdout
    said = pinned("trust", "show").out.splitlines()
    assert said[0] == f"名簿 midori-soc  版 3  {pinned.trust}"
    assert said[1] == f"指紋 {whole[:4]}-{whole[4:8]}-{whole[8:12]}  SHA-256 {whole.split()[0]}"
    assert said[4:] == [
        "p-yamada  山田 恵  責任者  yamada@midori.example",
        "p-tanaka  田中 一郎  tanaka@midori.example",
        "p-sato  佐藤 花",
        "田中 一郎 が 佐藤 花 を指導  soc  2026-04-01 から 2027-03-31 まで",
        "山田 恵 が全員を指導  すべての役割  期限なし  最終評価者",
    ]
    assert "田中 一郎 mentors 佐藤 花  soc  2026-04-01 until 2027-03-31" in pinned("--lang", "en", "trust", "show").out


def test_show_as_json(pinned, keys):
    data = pinned("trust", "show", "--json").json
    lead = fingerprint(keys / "yamada")
    assert (data["state"], data["signed_by"], data["key"], data["pinned"]) == ("signed", "p-yamada", lead, lead)
    assert data["fingerprint"].startswith(data["short"].replace("-", ""))
    assert data["roster"] == pinned("roster", "show", "--json").json
    assert data["roster"]["mentors"][0]["until"] == "2027-03-31"


def test_the_folder_can_lie_anywhere(signed, tmp_path):
    moved = signed.trust.rename(tmp_path / "elsewhere")
    assert signed("trust", "show").code == 1
    assert signed("--trust", moved, "trust", "show", "--json").json["state"] == "unpinned"
    signed.env["IKUSEI_TRUST"] = str(moved)
    assert signed("trust", "show", "--json").json["folder"] == str(moved)
    assert signed("--demo", "--trust", moved, "trust", "show").code == 2


# -- what doesn't hold


def test_a_folder_that_was_edited_is_invalid(pinned):
    edit(pinned.trust / "roster.toml", '"p-tanaka"\ntrainee', '"p-sato"\ntrainee')
    edit(pinned.trust / "roster.toml", 'trainee = "p-sato"\nroles', 'trainee = "p-tanaka"\nroles')
    for verb in ("show", "check"):
        answer = pinned("trust", verb)
        assert answer.code == 2
        assert "roster.toml が署名された内容と異なります" in answer.out
    assert "INVALID" in pinned("trust", "show").out
    assert pinned("trust", "check", "--json").json["state"] == "invalid"


def test_a_trainee_signs_with_their_own_key_and_who_pinned_the_lead_notices(pinned, keys):
    edit(pinned.trust / "allowed_signers", Path(f"{keys / 'yamada'}.pub").read_text().split()[1],
         Path(f"{keys / 'sato'}.pub").read_text().split()[1])  # fmt: skip
    assert pinned("trust", "sign", "--key", keys / "sato").code == 0
    answer = pinned("trust", "check")
    assert answer.code == 2
    assert fingerprint(keys / "sato") in answer.out
    assert fingerprint(keys / "yamada") in answer.out


def test_without_a_signature_a_pinned_folder_is_invalid(pinned):
    (pinned.trust / "manifest").unlink()
    (pinned.trust / "manifest.sig").unlink()
    assert pinned("trust", "check").code == 2
    assert pinned("trust", "pin", "--forget").code == 0
    assert pinned("trust", "check").code == 1


def test_only_the_leads_key_signs_and_nothing_is_written_by_another(team, keys):
    for name in ("tanaka", "sato", "none"):
        assert team("trust", "sign", "--key", keys / name).code == 2
    assert sorted(path.name for path in team.trust.iterdir()) == ["allowed_signers", "roster.toml"]
    assert "--key" in team("trust", "sign").err


def test_pin_keeps_nothing_but_the_key_that_signed(signed, keys):
    answer = signed("trust", "pin", fingerprint(keys / "tanaka"))
    assert (answer.code, fingerprint(keys / "yamada") in answer.err) == (2, True)
    assert signed("trust", "show", "--json").json["pinned"] == ""
    assert signed("trust", "pin", fingerprint(keys / "yamada"), "--forget").code == 2
    edit(signed.trust / "roster.toml", 'version = "3"', 'version = "4"')
    assert signed("trust", "pin", fingerprint(keys / "yamada")).code == 2
    assert not signed.state.exists()


def test_a_new_lead_is_pinned_in_place_of_the_old_one(pinned, keys):
    edit(
        pinned.trust / "roster.toml",
        'signs_as = ["tanaka@midori.example"]',
        'signs_as = ["tanaka@midori.example"]\nlead = true',
    )
    edit(
        pinned.trust / "allowed_signers",
        'tanaka@midori.example namespaces="',
        'tanaka@midori.example namespaces="ikusei-trust,',
    )
    assert pinned("trust", "sign", "--key", keys / "tanaka").code == 0
    assert pinned("trust", "check").code == 2
    assert pinned("trust", "pin", fingerprint(keys / "tanaka")).code == 0
    assert pinned("trust", "check").code == 0


def test_the_pin_is_the_readers_whatever_file_is_looked_at(pinned, tmp_path):
    other = tmp_path / "other" / "state.sqlite"
    assert pinned("--state", other, "trust", "show").code == 0


def test_a_pin_that_cannot_be_written_is_an_error(signed, keys):
    assert signed("trust", "pin", fingerprint(keys / "yamada")).code == 0
    signed.state.write_bytes(b"not a journal, whatever it is" * 100)
    assert signed("trust", "pin", fingerprint(keys / "yamada")).code == 2


# -- what won't work


def test_check_names_what_will_not_work(pinned, keys):
    edit(pinned.trust / "roster.toml", 'id = "p-sato"', 'id = "p-sato"\nsigns_as = ["sato@midori.example"]')
    edit(pinned.trust / "roster.toml", 'signs_as = ["tanaka@midori.example"]\n', "")
    with (pinned.trust / "allowed_signers").open("a") as file:
        file.write(line("*", keys / "sato"))
    pinned("trust", "sign", "--key", keys / "yamada")
    answer = pinned("--lang", "en", "trust", "check")
    assert answer.code == 1
    assert "田中 一郎 is a mentor without signs_as" in answer.out
    assert "may sign both as 山田 恵 and as 佐藤 花" in answer.out


def test_check_names_keys_that_are_missing(pinned, keys):
    (pinned.trust / "allowed_signers").write_text(line("yamada", keys / "yamada", "ikusei-trust"))
    pinned("trust", "sign", "--key", keys / "yamada")
    remarks = pinned("trust", "check", "--json").json["remarks"]
    assert [("山田" in each, "田中" in each, "ikusei-signoff" in each) for each in remarks] == [
        (True, False, True),
        (False, True, True),
    ]


# -- the roster


def test_roster_show_says_where_journals_lie(team):
    answer = team("roster", "show")
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "佐藤 花 の台帳: sato@soc-ws-12 の ikusei")


def test_roster_check_names_every_fault_with_its_place(team):
    edit(team.trust / "roster.toml", 'roles = ["soc"]', 'roles = ["socc"]')
    edit(team.trust / "roster.toml", 'trainee = "p-sato"\nssh', 'trainee = "p-satoo"\nssh')
    answer = team("roster", "check")
    assert answer.code == 2
    assert [each.rpartition(": ")[0].removeprefix(str(team.trust)) for each in answer.out.splitlines()] == [
        "/roster.toml:24:10",
        "/roster.toml:34:1",
    ]
    data = team("roster", "check", "--json").json
    assert [(fault["line"], fault["column"]) for fault in data["faults"]] == [(24, 10), (34, 1)]
    assert team("roster", "show").code == 2
    assert team("trust", "check").code == 2


def test_roster_check_of_a_good_one(team):
    answer = team("roster", "check")
    assert (answer.code, answer.out) == (0, "")
    assert team("roster", "check", "--json").json["faults"] == []


# -- on a terminal


def test_the_passphrase_is_asked_for_on_the_leads_terminal(team, keys):
    edit(team.trust / "allowed_signers", Path(f"{keys / 'yamada'}.pub").read_text().split()[1],
         Path(f"{keys / 'locked'}.pub").read_text().split()[1])  # fmt: skip
    env = {**os.environ, **team.env, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tui", "--lang", "en", "trust", "sign", "--key", str(keys / "locked")]
    with Terminal(command, env) as terminal:
        terminal.wait_for("Enter passphrase")
        terminal.send(b"correct horse\r")
        terminal.wait_for("Signed by")
        terminal.wait_exit()
        assert "correct horse" not in terminal.screen
    assert team("trust", "show", "--json").json["key"] == fingerprint(keys / "locked")


# -- what lets more through than was meant


def test_both_checks_warn_of_what_is_easily_mistaken_or_too_wide(pinned, keys):
    edit(pinned.trust / "roster.toml", 'version = "3"', 'version = "4"')
    edit(
        pinned.trust / "roster.toml",
        '[[mentor]]\nmentor = "p-tanaka"',
        '[[person]]\nid = "p-sat0"\nname = "佐藤花"\n\n[[mentor]]\nmentor = "p-tanaka"',
    )
    edit(pinned.trust / "allowed_signers", 'namespaces="ikusei-signoff"', 'namespaces="ikusei-*"')
    assert pinned("trust", "sign", "--key", keys / "yamada").code == 0
    for verb in ("roster", "trust"):
        answer = pinned(verb, "check")
        assert answer.code == 1
        assert ["見分けにく" in line or "* か ?" in line for line in answer.out.splitlines()] == [True] * 3
    assert len(pinned("roster", "check", "--json").json["warnings"]) == 3


def test_check_says_which_revoked_line_is_left_to_ikusei(pinned, keys, tmp_path, monkeypatch):
    """An ssh-keygen that doesn't know a type would refuse every signature for the sake of that one line."""
    (tmp_path / "bin").mkdir()
    old = tmp_path / "bin/ssh-keygen"
    old.write_text('#!/bin/sh\ncase "$*" in *-l*) exit 255;; esac\nexec /usr/bin/ssh-keygen "$@"\n')
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    (pinned.trust / "revoked_keys").write_text(f"# lost\n{Path(keys / 'sato.pub').read_text()}")
    edit(pinned.trust / "roster.toml", 'version = "3"', 'version = "4"')
    assert pinned("trust", "sign", "--key", keys / "yamada").code == 0
    answer = pinned("trust", "check")
    assert answer.code == 1
    assert "2 行目の鍵 (ssh-ed25519)" in answer.out
