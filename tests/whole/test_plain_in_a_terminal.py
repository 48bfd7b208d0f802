"""The line face on a real terminal: by itself where the cursor can't be put anywhere, and left in every way."""

import os
import signal
import subprocess

import pytest
from whole_world import LEFT_SCREEN, World

DUMB = {"TERM": "dumb"}
PAIRED = "ペアでの監視業務"


def say(terminal, text, shown):
    """Type a line, and wait for what it leads to."""
    terminal.send(f"{text}\n".encode())
    terminal.wait_for(shown)


def talk(world, *lines, args=("--plain",), env=None):
    """A conversation without a terminal."""
    text = "".join(f"{line}\n" for line in lines)
    return subprocess.run(
        world.command(*args),
        input=text.encode(),
        env=world.env | DUMB | (env or {}),
        cwd=world.home,
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def teletype(tmp_path_factory):
    """A folder with the description of a terminal that can't put its cursor anywhere; few systems have one."""
    folder = tmp_path_factory.mktemp("terminfo")
    (folder / "source").write_text(
        "teletype|prints lines,\n\tam, cols#72, bel=^G, cr=\\r, ind=\\n,\n", encoding="ascii"
    )
    subprocess.run(["tic", "-o", str(folder), str(folder / "source")], check=True, capture_output=True)
    return str(folder)


@pytest.mark.parametrize("term", ["dumb", "", "teletype"])
def test_terminal_without_cursor_addressing_gets_lines_by_itself(world, teletype, term):
    world.begin()
    with world.open(env={"TERM": term, "TERMINFO": teletype}) as terminal:
        terminal.wait_for("\n>")
        terminal.send(b"quit\n")
        assert terminal.wait_exit() == 0
    assert b"\x1b" not in terminal.written
    assert "次にすること" in terminal.written.decode()


def test_option_gives_lines_on_any_terminal_and_no_escape_sequence(world):
    world.begin()
    with world.open("--plain") as terminal:
        terminal.wait_for("\n>")
        for typed in ("3", "4", "5", "6", "7", "?", "back"):
            terminal.send(f"{typed}\n".encode())
            terminal.settle()
            while "続きは Enter" in terminal.screen.splitlines()[-1]:
                terminal.send(b"\n")
                terminal.settle()
        terminal.send(b"quit\n")
        assert terminal.wait_exit() == 0
    assert b"\x1b" not in terminal.written
    assert LEFT_SCREEN not in terminal.written


def test_first_day_on_a_dumb_terminal(world):
    with world.open(env=DUMB) as terminal:
        terminal.wait_for("名前:")
        say(terminal, "佐藤 花", "SOC/監視")
        say(terminal, "12", "STEP 3")
        say(terminal, "12", "次にすること")
        say(terminal, "log 11", "したこと:")
        say(terminal, "深夜の一次切り分け", "日付 [")
        for shown in ("回数 [1]", "実施形態", "証跡", "ほかにも数える", "記録しますか [はい]"):
            say(terminal, "", shown)
        say(terminal, "", "記録しました")
        terminal.send(b"\x04")
        assert terminal.wait_exit() == 0
    assert world.notes() == ["深夜の一次切り分け"]
    assert world.faults() == []


def test_ctrl_c_leaves_a_question_and_twice_the_program(world):
    world.begin()
    with world.open(env=DUMB) as terminal:
        terminal.wait_for("\n>")
        say(terminal, "log 11", "したこと:")
        say(terminal, "途中まで", "日付 [")
        terminal.send(b"\x03")
        terminal.wait_for("やめました。\n>")
        say(terminal, "G", "> G\n13. ")
        terminal.settle()
        terminal.send(b"\x03")
        terminal.wait_for("ikusei を終了します。\n>")
        say(terminal, "g", "> g\n10. ")
        terminal.settle()
        terminal.send(b"\x03")
        terminal.settle()
        terminal.send(b"\x03")
        assert terminal.wait_exit() == 130
    assert "途中まで" in world.drafts()
    assert b"Traceback" not in terminal.written


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_keeps_what_was_answered_and_says_which(world, number):
    world.begin()
    with world.open(env=DUMB) as terminal:
        terminal.wait_for("\n>")
        say(terminal, "log 11", "したこと:")
        say(terminal, "途中まで", "日付 [")
        os.kill(terminal.process.pid, number)
        assert terminal.wait_exit() == 128 + number
    assert "途中まで" in world.drafts()
    assert world.notes() == []
    assert world.faults() == []


def test_cut_line_keeps_what_was_answered(world):
    world.begin()
    with world.open(env=DUMB) as terminal:
        terminal.wait_for("\n>")
        say(terminal, "log 11", "したこと:")
        say(terminal, "途中まで", "日付 [")
        terminal.hang_up()
        terminal.wait_exit()
    assert "途中まで" in world.drafts()
    assert world.notes() == []


def test_pipe_ends_with_a_sentence_and_a_question_with_a_status(world):
    world.begin()
    done = talk(world, "3")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().endswith("入力が終わったので、ikusei を終了します。\n")
    asked = talk(world, "log 11", "途中まで")
    assert asked.returncode == 1
    assert "下書きは残してあります" in asked.stdout.decode()
    assert "続きは Enter" not in done.stdout.decode()


def test_closed_input_ends_with_the_same_sentence(world):
    world.begin()
    command = world.command("--plain")
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *command],
        env=world.env | DUMB,
        cwd=world.home,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "入力が終わったので" in done.stdout.decode()


def test_bytes_that_are_no_text_end_nothing(world):
    world.begin()
    done = subprocess.run(
        world.command("--plain"),
        input=b"\xff\xfe\x00\x1b[A\nlog 11\n\x80\x81\n:cancel\nquit\n",
        env=world.env | DUMB,
        cwd=world.home,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().count("文字として読めないもの") == 2
    assert b"\x1b" not in done.stdout


def test_nobody_who_reads_is_no_fault(world):
    world.begin()
    command = world.command("--plain")
    done = subprocess.run(
        ["/bin/sh", "-c", 'yes 4 | head -200 | "$@" | head -1', "sh", *command],
        env=world.env | DUMB,
        cwd=world.home,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.decode().startswith("ikusei")


def test_without_a_terminal_and_without_the_option_the_sentence_names_it(world):
    done = talk(world, "3", args=())
    assert done.returncode == 2
    assert "--plain" in done.stderr.decode()


@pytest.fixture
def exported(world):
    """A bundle in which a trainee has claimed something."""
    alone = "soc.2.alone"
    world.begin()
    world.state.with_name("policy.toml").write_text(f'[numbers]\n"{alone}.times" = 1\n', encoding="utf-8")
    world.done("log", alone, "-m", "夜間の一次切り分け")
    world.done("tick", *(f"{alone}.{point}" for point in ("scope", "close", "traces", "stop", "record")))
    world.done("claim", alone)
    assert world.run("export", "-o", str(world.home / "hana.ikusei")).returncode == 0
    return world.home / "hana.ikusei"


@pytest.fixture
def mentor(tmp_path):
    """A mentor with a journal of their own."""
    home = tmp_path / "mentor"
    home.mkdir()
    mentor = World(home)
    mentor.done("me", "田中 実")
    mentor.env["IKUSEI_ME"] = str(mentor.state)
    return mentor


def test_mentor_reviews_a_bundle_in_lines(exported, mentor):
    done = talk(mentor, "10", "c", "よく書けています", "quit", args=("--plain", "review", str(exported)))
    assert done.returncode == 0
    said = done.stdout.decode()
    assert "夜間の一次切り分け" in said
    assert "確認しました" in said
    assert [verdict for (verdict,) in mentor.rows("SELECT verdict FROM decision")] == ["confirmed"]


def test_bundle_that_comes_by_pipe_is_reviewed_from_the_keyboard(exported, mentor):
    shell = ["/bin/sh", "-c", 'file=$1; shift; cat "$file" | "$@"', "sh", str(exported)]
    with mentor.open("review", "-", env=DUMB, wrapped=shell) as terminal:
        terminal.wait_for("待ち 1")
        terminal.wait_for("\n>")
        say(terminal, "r 10", "差し戻す理由:")
        say(terminal, "根拠を足してください", "差し戻しました")
        terminal.send(b"quit\n")
        assert terminal.wait_exit() == 0
    assert [verdict for (verdict,) in mentor.rows("SELECT verdict FROM decision")] == ["returned"]
    assert b"\x1b" not in terminal.written


def test_one_thing_is_opened_in_lines(world):
    world.begin()
    done = talk(world, "quit", args=("--plain", "open", "soc.2.paired"))
    assert PAIRED in done.stdout.decode()
    assert done.returncode == 0


def test_what_was_written_elsewhere_is_told_at_the_next_line(world):
    world.begin()
    with world.open(env=DUMB) as terminal:
        terminal.wait_for("\n>")
        world.done("tick", "soc.2.paired.triage")
        say(terminal, "j", "別の画面かコマンドで記録が追加されました")
        terminal.send(b"quit\n")
        assert terminal.wait_exit() == 0


def test_suspend_gives_the_terminal_to_the_shell_and_comes_back(world):
    world.begin()
    shell = ["/bin/bash", "-m", "-c", '"$@"; echo stopped $?; fg; echo left', "bash"]
    with world.open(env=DUMB, wrapped=shell) as terminal:
        terminal.wait_for("\n>")
        say(terminal, "suspend", "stopped")
        terminal.settle()
        terminal.send(b"quit\n")
        terminal.wait_for("left")
    assert b"\x1b" not in terminal.written
