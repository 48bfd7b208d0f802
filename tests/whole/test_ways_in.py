"""Every way between a mentor and a trainee over a real sshd: fetched, reviewed, brought back; and what goes wrong."""

import json
import os
import shlex
import signal
import subprocess

import pytest
from modes import bound_by_modes
from ssh_world import Processes, remote_command, script, ssh_program, ssh_server
from whole_world import IKUSEI, World

from benchmarks.terminal import Terminal

ALONE = "soc.2.alone"
POINTS = ("scope", "close", "traces", "stop", "record")
REASON = "二件目の根拠を足してください"
POLICY = f'[numbers]\n"{ALONE}.times" = 1\n'


@pytest.fixture
def hana(tmp_path):
    """The trainee's machine: she has claimed."""
    home = tmp_path / "hana"
    home.mkdir()
    hana = World(home)
    hana.begin()
    hana.state.with_name("policy.toml").write_text(POLICY, encoding="utf-8")
    hana.done("log", ALONE, "-m", "夜間の一次切り分け")
    hana.done("tick", *(f"{ALONE}.{point}" for point in POINTS))
    hana.done("claim", ALONE)
    return hana


@pytest.fixture
def mentor(tmp_path):
    """The mentor's machine, where nobody names a state file: the own journal is the one of the usual place."""
    home = tmp_path / "mentor"
    home.mkdir()
    mentor = World(home)
    own = home / "data" / "ikusei" / "state.sqlite"
    own.parent.mkdir()
    mentor.state = own
    mentor.state.with_name("policy.toml").write_text(POLICY, encoding="utf-8")
    mentor.done("me", "田中 実")
    mentor.env["PATH"] = f"{home / 'bin'}:{mentor.env['PATH']}"
    return mentor


@pytest.fixture
def line(tmp_path, hana, mentor):
    """Hana's machine answers to ssh, under every name; ``ikusei`` there is hers."""
    there = tmp_path / "there"
    there.mkdir()
    script(there / "ikusei", f'exec {hers(hana)} "$@"')
    with ssh_server(tmp_path / "sshd", f"SetEnv PATH={there}:{os.environ['PATH']}") as login:
        ssh_program(mentor.home / "bin", {"*": login})
        script(mentor.home / "bin" / "ikusei", f'exec {shlex.join(IKUSEI)} --lang ja "$@"')
        yield there


def hers(hana):
    """What a shell runs where somebody types ``ikusei`` on Hana's machine."""
    env = [f"{name}={value}" for name, value in hana.env.items()]
    return shlex.join(["env", "-i", *env, *IKUSEI, "--state", str(hana.state)])


def person_of(world):
    return world.status()["trainee"]["id"]


def roster(mentor, hana, *hosts):
    """A roster in the mentor's own folder: he mentors Hana, whose journal lies on these hosts."""
    me = mentor.done("me").split()[0]
    trust = mentor.state.with_name("trust")
    trust.mkdir(exist_ok=True)
    (trust / "allowed_signers").touch()
    rows = [f'[[host]]\ntrainee = "{trainee}"\nssh = "{ssh}"\n{more}\n' for trainee, ssh, more in hosts]
    people = {trainee: trainee for trainee, _, _ in hosts} | {me: "田中 実", person_of(hana): "佐藤 花"}
    (trust / "roster.toml").write_text(
        '[roster]\nid = "midori-soc"\nversion = "1"\n'
        + "".join(f'[[person]]\nid = "{each}"\nname = "{name}"\n' for each, name in people.items())
        + f'[[mentor]]\nmentor = "{me}"\ntrainee = "*"\n'
        + "".join(rows),
        encoding="utf-8",
    )


def events(world):
    return {each for (each,) in world.rows("SELECT hash FROM event")}


def verdicts(world):
    return world.rows("SELECT count(*) FROM event WHERE kind = 'decision'")[0][0]


# -- by pipe ---------------------------------------------------------------------------------------------------------


def test_by_pipe_into_the_review_screen_and_back(hana, mentor, line):
    command = ["sh", "-c", "ssh soc-3 ikusei export | ikusei review -"]
    with Terminal(command, mentor.env, cwd=mentor.home) as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("r")
        terminal.send(REASON.encode())
        terminal.wait_for(REASON)
        terminal.press("enter")
        terminal.wait_for("差し戻しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert hana.criterion(ALONE)["state"] == "claimed"
    back = ["sh", "-c", "ikusei export --decisions | ssh soc-3 ikusei import -"]
    with Terminal(back, mentor.env, cwd=mentor.home) as terminal:
        assert terminal.wait_exit() == 0
    assert hana.criterion(ALONE)["state"] == "returned"
    assert (hana.faults(), mentor.faults()) == ([], [])


def test_screen_on_a_pipe_without_a_terminal_is_a_list(mentor, hana, line):
    done = subprocess.run(
        ["sh", "-c", "ssh soc-3 ikusei export | ikusei review -"],
        env=mentor.env, cwd=mentor.home, capture_output=True, text=True, check=False, start_new_session=True,
    )  # fmt: skip
    assert ALONE in done.stdout


@pytest.mark.parametrize("cut", ["head -c 900", "sed 1iWelcome", "tac", "true"])
def test_stream_that_is_not_whole_opens_no_screen_and_changes_nothing(hana, mentor, line, cut):
    before = events(mentor)
    command = ["sh", "-c", f"ssh soc-3 ikusei export | {cut} | ikusei review -"]
    with Terminal(command, mentor.env, cwd=mentor.home) as terminal:
        assert terminal.wait_exit() == 2
        assert b"\x1b[?1049h" not in terminal.written
        assert "行目" in terminal.screen
    assert events(mentor) == before


# -- pull and push ---------------------------------------------------------------------------------------------------


def test_pull_review_push(hana, mentor, line):
    roster(mentor, hana, (person_of(hana), "soc-3", ""))
    pulled = mentor.run("pull")
    assert pulled.returncode == 0, pulled
    assert "✓ 佐藤 花  soc-3  新しい記録" in pulled.stdout
    assert events(hana) <= events(mentor)
    assert "新しい記録 0 件" in mentor.run("pull", "佐藤 花").stdout
    mentor.done("return", ALONE, "-m", REASON)
    pushed = mentor.run("push", "佐藤 花")
    assert pushed.returncode == 0, pushed
    assert "届けました: 新しい記録" in pushed.stdout
    assert hana.criterion(ALONE)["state"] == "returned"
    again = mentor.run("push", lang="en")
    assert (again.returncode, "There was nothing new in it" in again.stdout) == (0, True)


def test_pull_without_a_roster_by_name(hana, mentor, line):
    assert "--ssh" in mentor.run("pull").stderr
    assert mentor.run("push", "佐藤 花", "--ssh", "soc-3").returncode == 1  # nothing is known of her yet
    pulled = mentor.run("pull", "佐藤 花", "--ssh", "soc-3")
    assert (pulled.returncode, "新しい記録" in pulled.stdout) == (0, True), pulled
    mentor.done("confirm", ALONE)
    assert mentor.run("push", "佐藤 花", "--ssh", "soc-3").returncode == 0
    assert hana.criterion(ALONE)["state"] == "confirmed"


def test_passphrase_is_asked_for_at_a_terminal_and_nowhere_else(hana, mentor, line, tmp_path):
    roster(mentor, hana, (person_of(hana), "soc-3", ""))
    subprocess.run(["ssh-keygen", "-q", "-p", "-N", "geheim", "-f", str(tmp_path / "sshd" / "user")], check=True)
    pulled = mentor.run("pull")
    assert (pulled.returncode, "Permission denied" in pulled.stdout) == (1, True)
    with mentor.open("pull") as terminal:
        terminal.wait_for("Enter passphrase")
        assert "佐藤 花 (soc-3)" in terminal.screen
        terminal.send(b"geheim\r")
        terminal.wait_for("新しい記録")
        assert terminal.wait_exit() == 0
    assert events(hana) <= events(mentor)


def test_dry_run_shows_on_both_ways_and_changes_nothing(hana, mentor, line):
    roster(mentor, hana, (person_of(hana), "soc-3", ""))
    before = events(mentor)
    shown = mentor.run("pull", "--dry-run")
    assert (shown.returncode, "取り込んでいません" in shown.stdout) == (0, True)
    assert "申請 1" in shown.stderr
    assert events(mentor) == before
    assert mentor.run("pull").returncode == 0
    mentor.done("confirm", ALONE)
    shown = mentor.run("push", "--dry-run")
    assert (shown.returncode, "届けていません" in shown.stdout) == (0, True)
    assert "判定 1" in shown.stderr
    assert verdicts(hana) == 0


def test_one_host_that_fails_does_not_keep_the_others(hana, mentor, line):
    roster(
        mentor, hana,
        (person_of(hana), "soc-3", ""),
        ("p-ken", "soc-4", 'command = "/nowhere/ikusei"'),
        ("p-mai", "soc-5", 'state = "/nowhere/state.sqlite"'),
    )  # fmt: skip
    first = mentor.run("pull")
    assert first.returncode == 1
    pulled = first.stdout.splitlines()
    assert pulled[0].startswith("✓ 佐藤 花  soc-3  新しい記録")
    assert pulled[1].startswith("✗ p-ken  soc-4  ")
    assert "127" in pulled[1]
    assert "/nowhere/ikusei" in pulled[1]
    assert pulled[2].startswith("✗ p-mai  soc-5  ")
    assert len(pulled) == 3
    mentor.done("confirm", ALONE)
    assert mentor.run("push").stdout.count("届けるものはありません") == 2
    assert hana.criterion(ALONE)["state"] == "confirmed"


def test_bundle_of_another_trainee_is_refused(hana, mentor, line):
    """Her host gives everything that it has; she isn't who was asked for."""
    roster(mentor, hana, ("p-ken", "soc-3", ""))
    script(line / "ikusei", f"exec {hers(hana)} export")
    before = events(mentor)
    for lang in ("ja", "en"):
        pulled = mentor.run("pull", lang=lang)
        assert pulled.returncode == 1
        assert person_of(hana) in pulled.stdout
        assert "p-ken" in pulled.stdout
    named = mentor.run("pull", "鈴木 健", "--ssh", "soc-3")
    assert named.returncode == 1
    assert "佐藤 花" in named.stdout
    assert events(mentor) == before


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("echo 'Welcome to soc-3'; exec {ikusei}", "「Welcome to soc-3」"),
        ("{ikusei} | head -c 900; echo 'disk on fire' >&2; exit 3", "disk on fire"),
        ("{ikusei} | head -c 900", "行目"),
        ("{ikusei}; echo 'lost at the end' >&2; exit 4", "lost at the end"),
        ("yes x", "「x」"),
        ("printf '\\033]52;c;eA==\\007\\n'", "52;c;eA"),
        ("exit 0", "1 行目"),
    ],
)
def test_host_that_sends_something_else_is_refused_with_the_reason(hana, mentor, line, body, told):
    roster(mentor, hana, (person_of(hana), "soc-3", ""))
    ikusei = f'{hers(hana)} "$@"'
    script(line / "ikusei", body.format(ikusei=ikusei))
    before = events(mentor)
    pulled = mentor.run("pull")
    assert (pulled.returncode, pulled.stdout.count("\n")) == (1, 1), pulled
    assert told in pulled.stdout
    assert "\x1b" not in pulled.stdout
    assert events(mentor) == before


def test_host_that_is_not_there_and_ssh_that_is_not_there(hana, mentor, line):
    roster(mentor, hana, (person_of(hana), "soc-3", ""))
    script(mentor.home / "bin" / "ssh", 'exec /usr/bin/ssh -F none -p 1 127.0.0.1 "$7"')
    pulled = mentor.run("pull")
    assert pulled.returncode == 1
    assert "255" in pulled.stdout
    assert "refused" in pulled.stdout
    (mentor.home / "bin" / "ssh").unlink()
    mentor.env["PATH"] = str(mentor.home / "bin")
    for lang, said in (("ja", "起動できません"), ("en", "can't be started")):
        pulled = mentor.run("pull", lang=lang)
        assert pulled.returncode == 1
        assert said in pulled.stdout


def test_people_and_hosts_that_are_not_there(hana, mentor, line):
    roster(mentor, hana, (person_of(hana), "soc-3", ""))
    for lang in ("ja", "en"):
        assert "佐藤 花" in mentor.run("pull", "鈴木", lang=lang).stderr
        assert mentor.run("pull", "--ssh", "soc-3", lang=lang).returncode == 2
        assert "[[host]]" in mentor.run("pull", "--remote-state", "/srv/x", lang=lang).stderr
        for place in ("-oProxyCommand=x", "soc 3", "a;b"):
            assert mentor.run("pull", "佐藤 花", f"--ssh={place}", lang=lang).returncode == 2
        assert mentor.run("pull", "x", "--ssh", "soc-3", "--command", "ikusei;id", lang=lang).returncode == 2


# -- on one host -----------------------------------------------------------------------------------------------------


@pytest.fixture
def one_host(hana, tmp_path):
    """Opens the review of Hana's file over ssh as somebody else, who can put something beside it or not."""
    env = {**hana.env, "IKUSEI_ME": str(tmp_path / "me" / "state.sqlite")}
    (tmp_path / "me").mkdir()
    hana.run("--state", env["IKUSEI_ME"], "me", "田中 実")
    (tmp_path / "me" / "policy.toml").write_text(POLICY, encoding="utf-8")
    with ssh_server(tmp_path / "sshd") as login:

        def opened(*, is_open):
            hana.state.chmod(0o400)
            hana.state.parent.chmod(0o700 if is_open else 0o500)
            command = [*bound_by_modes(), *IKUSEI, "--lang", "ja", "review", "--state", str(hana.state)]
            return Terminal([*login, remote_command(command, env)], env, cwd=hana.home)

        yield opened
        hana.state.parent.chmod(0o700)


@pytest.fixture
def own(hana, tmp_path):
    """The mentor's own journal."""
    return hana.at(tmp_path / "me" / "state.sqlite")


def test_decision_reaches_the_drop_folder_and_the_file_itself_is_left_alone(hana, one_host, own):
    before = hana.state.read_bytes()
    with one_host(is_open=True) as terminal:
        terminal.wait_for("待ち 1")
        assert "[自分の台帳へ]" in terminal.screen
        terminal.press("c", "enter")
        terminal.wait_for("確認しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert hana.state.read_bytes() == before
    assert verdicts(own) == 1
    hana.state.chmod(0o600)
    hana.takes_in()
    assert hana.criterion(ALONE)["state"] == "confirmed"
    assert hana.faults() == []


def test_folder_that_can_only_be_read_leaves_the_decision_with_the_mentor(hana, one_host, own, tmp_path):
    before = hana.state.read_bytes()
    with one_host(is_open=False) as terminal:
        terminal.wait_for("待ち 1")
        assert "[自分の台帳へ]" in terminal.screen
        terminal.press("r")
        terminal.send(REASON.encode())
        terminal.wait_for(REASON)
        terminal.press("enter")
        terminal.wait_for("差し戻しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert hana.state.read_bytes() == before
    assert verdicts(own) == 1
    assert not hana.state.with_name("inbox").exists()
    bundle = tmp_path / "back.ikusei"
    assert own.run("export", "--decisions", "-o", str(bundle)).returncode == 0
    hana.state.parent.chmod(0o700)
    hana.state.chmod(0o600)
    assert hana.run("import", str(bundle)).returncode == 0
    assert hana.criterion(ALONE)["state"] == "returned"


@pytest.mark.parametrize("is_open", [True, False])
def test_line_cut_in_the_middle_of_a_reason_leaves_nothing_half_done(hana, one_host, own, is_open):
    with one_host(is_open=is_open) as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("r")
        terminal.send("書きかけ".encode())
        terminal.wait_for("書きかけ")
        processes = Processes(hana.state)
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
        processes.wait_until_gone()
    assert (verdicts(hana), verdicts(own)) == (0, 0)
    hana.state.parent.chmod(0o700)  # a file that its owner can't write is remarked
    hana.state.chmod(0o600)
    assert (hana.faults(), own.faults()) == ([], [])
    with one_host(is_open=is_open) as terminal:
        terminal.wait_for("待ち 1")
        terminal.press("c", "enter")
        terminal.wait_for("確認しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert verdicts(own) == 1
    assert hana.state.with_name("inbox").exists() == is_open


# -- a stick, a drop folder ------------------------------------------------------------------------------------------


def test_on_a_stick_and_into_the_drop_folder(hana, mentor, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    assert hana.run("export", "-o", str(stick / "hana.ikusei")).returncode == 0
    with mentor.open("review", str(stick / "hana.ikusei")) as terminal:
        terminal.wait_for("待ち 1")
        assert "自分の台帳に取り込みました" in terminal.screen
        terminal.press("c", "enter")
        terminal.wait_for("確認しました")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    inbox = hana.state.with_name("inbox")
    inbox.mkdir()
    assert mentor.run("export", "--decisions", "-o", str(inbox / "tanaka.ikusei")).returncode == 0
    with hana.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.wait_for("田中 実 が確認 1")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert hana.criterion(ALONE)["state"] == "confirmed"
    assert [each.name for each in (inbox / "taken").iterdir()] == ["tanaka.ikusei"]
    assert json.loads(hana.run("journal", "--json").stdout)
