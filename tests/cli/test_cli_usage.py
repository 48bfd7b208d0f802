import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tui import __version__
from tui.cli.main import VERBS, Ikusei
from tui.journal.schema import SCHEMA
from tui.lang import LANGS
from tui.text.cells import width


def pages(lang):
    """Every help page by its command."""

    def walk(command, ctx):
        yield ctx.command_path, command.get_help(ctx)
        for name in command.list_commands(ctx) if isinstance(command, click.Group) else ():
            verb = command.get_command(ctx, name)
            yield from walk(verb, click.Context(verb, info_name=name, parent=ctx))

    program = Ikusei(lang)
    return dict(walk(program, click.Context(program, info_name="ikusei")))


@pytest.mark.parametrize("lang", LANGS)
def test_every_verb_explains_itself_within_80_cells(lang):
    made = pages(lang)
    assert {f"ikusei {name}" for name in VERBS} <= set(made)
    for name, page in made.items():
        wide = [line for line in page.splitlines() if width(line) > 80]
        assert not wide, name


def test_help_speaks_the_language_of_the_locale_or_of_the_option(ikusei):
    assert "使い方: ikusei log" in ikusei("log", "--help").out
    assert "Usage: ikusei log" in ikusei("--lang", "en", "log", "--help").out
    assert "Usage: ikusei log" in ikusei("--lang=en", "log", "-h").out
    ikusei.env["LANG"] = "C.UTF-8"
    assert "Usage: ikusei log" in ikusei("log", "--help").out
    assert ikusei("--help").code == 0


@pytest.mark.parametrize(
    ("args", "ja", "en"),
    [
        (("stats",), "`ikusei status` の間違いではありませんか", "did you mean `ikusei status`?"),
        (("xyzzy",), "「xyzzy」というサブコマンドはありません", "There is no verb “xyzzy”"),
        (("log",), "ITEM... がありません", "ITEM... is missing"),
        (("log", "soc.2.paired", "--nope"), "--nope というオプションはありません", "There is no option --nope"),
        (("log", "soc.2.paired", "-d"), "オプション -d の値がない", "The value of -d is missing"),
        (("status", "--demo"), "--demo はサブコマンドの前に", "Write --demo before the verb"),
        (("status", "too", "much"), "「too much」は余分です", "“too much” is too much"),
        (("content",), "次のどれかを書いてください: check, diff, export", "write one of check, diff, export"),
        (("policy", "chek"), "`ikusei policy check` の間違いではありませんか", "did you mean `ikusei policy check`?"),
        (("--demo", "--state", "x", "status"), "--demo と --state は一緒に使えません", "don't go together"),
        (("--ambiguous", "3", "status"), "次のどれかを書いてください: auto, 1, 2", "write one of auto, 1, 2"),
        (("completion", "tcsh"), "bash, zsh, fish", "bash, zsh, fish"),
        (("open", "nothing.there"), "という id はこの教材パックにありません", "Nothing in this pack has the id"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(ikusei, args, ja, en):
    for lang, sentence in (("ja", ja), ("en", en)):
        answer = ikusei("--lang", lang, *args)
        assert (answer.code, answer.out) == (2, "")
        assert sentence in answer.err
        assert answer.err.count("\n") == 1


def test_a_language_that_is_not_spoken(ikusei):
    answer = ikusei("--lang", "fr", "status")
    assert answer.code == 2
    assert "ja, en" in answer.err


def test_without_a_terminal_the_screen_does_not_open(ikusei, monkeypatch):
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: SIM115, PTH123 - closed by the test's end
    answer = ikusei()
    assert answer.code == 2
    assert "標準入力が端末ではない" in answer.err
    assert not ikusei.state.exists()
    sys.stdin.close()


def test_version_says_program_schema_and_pack_on_one_line(ikusei):
    assert ikusei("--version").out == f"ikusei {__version__}  台帳の形式 {SCHEMA}  パック nca-isogj 1.2.0\n"
    english = ikusei("--lang", "en", "--version")
    assert (english.code, english.out) == (0, f"ikusei {__version__}  schema {SCHEMA}  pack nca-isogj 1.2.0\n")


def test_version_is_that_of_the_pack_that_is_named(ikusei):
    example = Path(__file__).parents[2] / "docs/example-pack"
    assert "nca-isogj" not in ikusei("--content", example, "--version").out
    ikusei.env["IKUSEI_CONTENT"] = str(example)
    assert "nca-isogj" not in ikusei("--version").out


def test_version_is_told_whatever_is_wrong_with_pack_or_state(ikusei, tmp_path):
    (tmp_path / "pack.toml").write_text("[pack")
    for options in (("--content", tmp_path), ("--content", tmp_path / "nowhere")):
        answer = ikusei("--lang", "en", *options, "--version")
        assert (answer.code, answer.out[:10], "can't be read" in answer.out) == (0, f"ikusei {__version__}"[:10], True)
    assert ikusei("--state", tmp_path / "pack.toml", "--version").code == 0


def test_interrupted(ikusei, monkeypatch):
    monkeypatch.setattr("tui.cli.run._answer", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    assert ikusei("status").code == 130


def test_a_reader_who_has_enough_is_no_error(begun):
    shell = f"{sys.executable} -m tui search a | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell],
        env={**os.environ, **begun.env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1


def test_a_full_disk_behind_a_redirection_is_told(begun):
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "tui", "status"],
            env={**os.environ, **begun.env},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("stdout に書けません")
    assert done.stderr.count("\n") == 1


def test_a_mark_that_the_locale_cannot_write_is_no_error(begun):
    done = subprocess.run(
        [sys.executable, "-m", "tui", "show", "soc.2.paired"],
        env={**os.environ, **begun.env, "PYTHONIOENCODING": "ascii"}, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"? soc.2.paired.handover" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(ikusei, shell):
    answer = ikusei("completion", shell)
    assert answer.code == 0
    assert "_IKUSEI_COMPLETE" in answer.out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ikusei sta", ["status", "staffing"]),
        ("ikusei staffing set f", ["first-response", "forensics"]),
        ("ikusei career --job n", ["network-operation"]),
        ("ikusei log soc.2.p", ["soc.2.paired"]),
        ("ikusei log SOC.2.P", ["soc.2.paired"]),
        ("ikusei claim soc.2.v", ["soc.2.verdict"]),
        ("ikusei tick soc.2.paired.h", ["soc.2.paired.handover"]),
        ("ikusei tick handb", ["handbook"]),
        ("ikusei show a-1", ["a-1"]),
        ("ikusei completion f", ["fish"]),
        ("ikusei follow fo", ["forensics"]),
        ("ikusei follow ir --step ", ["0", "1", "2", "3"]),
        ("ikusei begin Hana -r d", ["dev"]),
        ("ikusei log soc.2.paired -s a", ["assisted", "alone"]),
        ("ikusei correct 12345678 --supervision t", ["taught"]),
        ("ikusei assess b-", ["b-1", "b-2", "b-3", "b-4", "b-5"]),
        ("ikusei assess b-1 -t s", ["shared"]),
        ("ikusei assess b-1 --secbok po", ["poc"]),
        ("ikusei assess --want h", ["hybrid"]),
        ("ikusei matrix -p f", ["full-insource"]),
        ("ikusei confirm soc.2.v", ["soc.2.verdict"]),
        ("ikusei sign soc.", ["soc.1", "soc.2", "soc.3"]),
        ("ikusei team --role s", ["soc"]),
        ("ikusei show nc", ["nca"]),
        ("ikusei log soc.9", []),
    ],
)
def test_verbs_and_ids_complete(begun, line, expected, monkeypatch):
    assert begun.completed(line, monkeypatch) == expected


def test_people_complete_by_name_and_by_id(ikusei, monkeypatch):
    assert ikusei("begin", "ﾊﾅ", "--role", "soc", "--id", "p-hana").code == 0
    assert ikusei.completed("ikusei confirm soc.2.paired -t ハ", monkeypatch) == ["ﾊﾅ"]
    assert ikusei.completed("ikusei sign soc.2 -t p-h", monkeypatch) == ["p-hana"]
    assert ikusei.completed("ikusei export -t z", monkeypatch) == []


def test_a_name_with_a_blank_completes_to_the_id_because_a_shell_would_take_it_apart(begun, monkeypatch):
    (found,) = begun.completed("ikusei career -t 佐", monkeypatch)
    assert found.startswith("p-")


def test_a_name_that_a_shell_would_run_completes_to_the_id(ikusei, monkeypatch):
    assert ikusei("begin", "花;reboot", "--role", "soc", "--id", "p-hana").code == 0
    assert ikusei.completed("ikusei confirm soc.2.paired -t 花", monkeypatch) == ["p-hana"]


def test_completion_looks_into_the_state_file_that_the_line_names(begun, tmp_path, monkeypatch):
    nothing = tmp_path / "nothing.sqlite"
    for line in (f"ikusei --state {nothing} sign soc.2 -t ", f"ikusei sign --state {nothing} soc.2 -t "):
        assert begun.completed(line, monkeypatch) == []
    assert not nothing.exists()


@pytest.mark.parametrize("words", [("--state", "FILE", "verify"), ("verify", "--state", "FILE")])
def test_a_path_that_cant_be_read_is_told_in_our_own_words(ikusei, tmp_path, monkeypatch, words):
    path = tmp_path / "other.sqlite"
    path.write_text("nothing of ours")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    answer = ikusei(*(str(path) if word == "FILE" else word for word in words))
    assert answer.code == 2
    assert str(path) in answer.err
    assert "Invalid value" not in answer.err
    assert "使い方" not in answer.err
