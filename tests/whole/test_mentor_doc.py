"""The commands of ``docs/mentor.md`` and its Japanese twin are run as they stand there, over a real sshd."""

import json
import os
import re
import shlex
import subprocess

import pytest
from ssh_world import script, ssh_program, ssh_server
from whole_world import IKUSEI, ROOT, World

NAMES = {"en": "mentor.md", "ja": "mentor.ja.md"}
PAGES = {lang: (ROOT / "docs" / name).read_text(encoding="utf-8") for lang, name in NAMES.items()}
BLOCK = re.compile(r"^```(sh|toml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CRITERIA = ("soc.2.detect", "soc.2.paired", "soc.2.alone", "soc.2.verdict")
POLICY = """\
[numbers]
"soc.2.paired.times" = 1
"soc.2.alone.times" = 1
"soc.2.verdict.cases" = 1
"soc.2.verdict.ratio" = 50
"""


def blocks(lang):
    return BLOCK.findall(PAGES[lang])


def test_both_pages_have_the_same_commands_headings_and_keys():
    quoted = re.compile(r"'[^']*'")
    assert [(kind, quoted.sub("", text)) for kind, text in blocks("en")] == [
        (kind, quoted.sub("", text)) for kind, text in blocks("ja")
    ]
    for line in (r"^#+ ", r"^\| "):
        assert len(re.findall(line, PAGES["en"], re.MULTILINE)) == len(re.findall(line, PAGES["ja"], re.MULTILINE))


@pytest.fixture
def hana(tmp_path):
    """The trainee's machine: all of STEP 2 is claimed."""
    (tmp_path / "hana").mkdir()
    hana = World(tmp_path / "hana")
    hana.begin(person="p-3f9a21c04b77")
    hana.state.with_name("policy.toml").write_text(POLICY, encoding="utf-8")
    for criterion in CRITERIA[1:]:
        ratio = ["--ratio", "1/1"] if criterion == "soc.2.verdict" else []
        supervision = ["--supervision", "paired"] if criterion == "soc.2.paired" else []
        hana.done("log", criterion, *ratio, *supervision)
    for criterion in CRITERIA:
        claim(hana, criterion)
    return hana


def claim(hana, criterion):
    points = [point["id"] for point in json.loads(hana.done("show", "--json", criterion))["points"]]
    hana.run("tick", *points)
    hana.done("claim", criterion)


@pytest.fixture
def mentor(tmp_path, hana):
    """The mentor's home: two hosts that he reaches, a roster, a stick, a drop folder of Hana's."""
    (tmp_path / "mentor").mkdir()
    mentor = World(tmp_path / "mentor")
    own = mentor.home / "data" / "ikusei"
    own.mkdir()
    (own / "policy.toml").write_text(POLICY, encoding="utf-8")
    mentor.env["PATH"] = f"{mentor.home / 'bin'}:{mentor.env['PATH']}"
    (mentor.home / "bin").mkdir()
    mine = [f"{name}={value}" for name, value in mentor.env.items()]
    state = ["--state", str(hana.state)]
    hers = [f"{name}={value}" for name, value in hana.env.items()]
    script(mentor.home / "bin" / "ikusei", f'exec {shlex.join(IKUSEI)} --lang ja "$@"')
    for name in ("soc-1", "soc-3"):
        (tmp_path / name).mkdir()
    # soc-1 is the host where he has an account of his own; soc-3 is Hana's machine.
    script(tmp_path / "soc-1" / "ikusei", f'exec {shlex.join(["env", "-i", *mine, *IKUSEI])} "$@"')
    script(tmp_path / "soc-3" / "ikusei", f'exec {shlex.join(["env", "-i", *hers, *IKUSEI, *state])} "$@"')
    path = os.environ["PATH"]
    with (
        ssh_server(tmp_path / "sshd-1", f"SetEnv PATH={tmp_path / 'soc-1'}:{path}") as one,
        ssh_server(tmp_path / "sshd-3", f"SetEnv PATH={tmp_path / 'soc-3'}:{path}") as three,
    ):
        ssh_program(mentor.home / "bin", {"soc-1": one, "soc-3": three})
        yield mentor


def run(mentor, hana, text):
    for there, here in (
        ("hana@soc-3", "soc-3"),
        ("/srv/hana/state.sqlite", str(hana.state)),
        ("/srv/drop/hana", str(hana.state.with_name("inbox"))),
        ("/media/usb", str(mentor.home)),
    ):
        text = text.replace(there, here)
    command = ["bash", "-e", "-o", "pipefail", "-c", text]
    return subprocess.run(
        command, env=mentor.env, cwd=mentor.home, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_page_is_a_day(mentor, hana, lang):
    steps = blocks(lang)
    me, one_host, pipe, back, host, pull, by_name, stick, drop, inbox, verbs, signing = (text for _, text in steps)

    def fine(text):
        done = run(mentor, hana, text)
        assert done.returncode == 0, (text, done.stdout, done.stderr)
        return done.stdout

    person = fine(me).split()[0]
    assert fine(one_host).count("\n佐藤 花 (") == len(CRITERIA)
    assert fine(pipe).count("\n佐藤 花 (") == len(CRITERIA)
    fine("ikusei confirm soc.2.detect")
    fine(back)
    assert hana.criterion("soc.2.detect")["state"] == "confirmed"

    trainee = hana.status()["trainee"]["id"]
    assert trainee in host
    people = {person: "x", trainee: "佐藤 花"}
    roster = '[roster]\nid = "soc"\nversion = "1"\n'
    roster += "".join(f'[[person]]\nid = "{each}"\nname = "{name}"\n' for each, name in people.items())
    roster += f'[[mentor]]\nmentor = "{person}"\ntrainee = "{trainee}"\n'
    trust = mentor.home / "data" / "ikusei" / "trust"
    trust.mkdir()
    (trust / "allowed_signers").touch()
    (trust / "roster.toml").write_text(roster + host.replace("hana@soc-3", "soc-3"), encoding="utf-8")
    said = fine(pull)
    assert said.count("✓ 佐藤 花  soc-3") == 2
    assert fine(by_name).count("✓ 佐藤 花  soc-3") == 2

    assert hana.run("export", "-o", str(mentor.home / "hana.ikusei")).returncode == 0
    assert "soc.2.alone" in fine(stick)
    assert hana.run("import", str(mentor.home / "tanaka.ikusei")).returncode == 0
    hana.state.with_name("inbox").mkdir()
    fine(drop)
    assert hana.run("import", "--inbox").returncode == 0
    assert fine(inbox) == ""  # his own drop folder is empty

    fine(verbs.replace("ikusei confirm soc.2.detect", "true"))  # that one is confirmed above
    fine("ikusei push")
    assert hana.criterion("soc.2.alone")["state"] == "returned"
    claim(hana, "soc.2.alone")
    fine("ikusei pull")
    assert "STEP 2" in fine(signing)
    assert hana.faults() == []
