"""The one place through which the command line writes."""

import pytest

from tui.cli.out import Out

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
