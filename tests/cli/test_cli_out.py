"""The one place through which the command line writes."""

import pytest

from tui.cli.line.out import Out

HOSTILE = "あ\x1b]52;c;aGk=\x07\x9b31m\u202eい"


@pytest.mark.parametrize("write", ["line", "heading", "text", "tell"])
def test_nothing_that_is_written_can_drive_a_terminal(capsys, write):
    getattr(Out({}), write)(HOSTILE)
    written = "".join(capsys.readouterr())
    assert written == "あ\ufffd]52;c;aGk=\ufffd\ufffd31m\ufffdい\n"


def test_json_cannot_either(capsys):
    Out({}).json({HOSTILE: [HOSTILE]})
    assert not set(capsys.readouterr().out) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("write", ["line", "heading", "tell"])
def test_one_line_stays_one_line(capsys, write):
    getattr(Out({}), write)("一行め\n二行め\r\n三行め")
    assert "".join(capsys.readouterr()).count("\n") == 1


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"TERM": "xterm"}, "\x1b[1m見出し\x1b[0m\n"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "見出し\n"),
        ({"TERM": "dumb"}, "見出し\n"),
        ({}, "見出し\n"),
    ],
)
def test_a_heading_is_bold_on_a_terminal_only(capsys, monkeypatch, env, expected):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    Out(env).heading("見出し")
    assert capsys.readouterr().out == expected


def test_no_heading_is_bold_in_a_file(capsys):
    Out({"TERM": "xterm"}).heading("見出し")
    assert capsys.readouterr().out == "見出し\n"


def test_a_drawing_is_one_harmless_line_each(capsys):
    Out({}).draw([[(HOSTILE, "title"), ("二行め\n三行め  ", "")], []])
    written = capsys.readouterr().out
    assert written.count("\n") == 2
    assert not set(written) & set("\x1b\x07\x9b\u202e")
    assert not any(line.endswith(" ") for line in written.splitlines())


def test_what_stands_out_in_a_drawing_is_bold_on_a_terminal_only(capsys, monkeypatch):
    lines = [
        [("題", "title"), ("  ", ""), ("続き", "strong"), ("  ", ""), ("出典", "dim")],
        [("本文", "")],
        [("末", "strong")],
    ]
    Out({"TERM": "xterm"}).draw(lines)
    assert capsys.readouterr().out == "題  続き  出典\n本文\n末\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    Out({"TERM": "xterm"}).draw(lines)
    assert capsys.readouterr().out == "\x1b[1m題  続き  \x1b[0m出典\n本文\n\x1b[1m末\x1b[0m\n"
    Out({"TERM": "xterm", "NO_COLOR": "1"}).draw(lines)
    assert "\x1b" not in capsys.readouterr().out
