"""A reason of several lines: written in an editor, decided with at once, or not at all."""

from contextlib import nullcontext

import pytest
from test_review_screen import claimed, criterion, mentor, state_of

from tui.progress.state import State

__all__ = ["claimed"]

LONG = "一つ目: 根拠を足してください\n二つ目: 時刻を書いてください"


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """The editor is a script; a test has no terminal to give to it."""
    monkeypatch.setattr("textual.app.App.suspend", lambda _: nullcontext())

    def made(script):
        path = tmp_path / "editor"
        path.write_text(f'#!/bin/sh\ncp "$1" {tmp_path}/seen\n{script}\n', encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("VISUAL", str(path))
        return tmp_path / "seen"

    return made


@pytest.mark.parametrize("key", ["ctrl+o", "f4"])
async def test_reason_of_two_lines_returns_the_claim(claimed, editor, key):
    seen = editor(f'printf "{LONG}\\n\\033]52;c;eA==\\007" >"$1"')
    async with mentor(claimed) as screen:
        await screen.press("r")
        assert "^O" in screen.keys
        await screen.type("書きだし")
        await screen.press(key)
        assert "差し戻しました" in screen.status
    assert state_of(claimed) is State.RETURNED
    view = claimed.view(criterion(claimed, "soc.2.alone"))
    assert view.decision.reason.startswith(LONG)
    assert "\x1b" not in view.decision.reason
    assert seen.read_text(encoding="utf-8").strip() == "書きだし"


async def test_comment_of_two_lines_stands_in_the_thread(claimed, editor):
    editor(f'printf "{LONG}" >"$1"')
    async with mentor(claimed, size=(100, 40)) as screen:
        await screen.press("m")
        await screen.type("書きだし")
        await screen.press("ctrl+o")
        assert "根拠を足してください" in screen.text
        assert "時刻を書いてください" in screen.text


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_empty_text_takes_the_question_back(claimed, editor, lang):
    editor(': >"$1"')
    async with mentor(claimed, lang) as screen:
        await screen.press("c", "ctrl+o")
        assert ("Nothing was written" if lang == "en" else "何も書かれていない") in screen.status
        assert "^O" not in screen.keys
    assert state_of(claimed) is State.CLAIMED


async def test_text_that_was_not_changed_leaves_the_question_open(claimed, editor):
    editor("true")
    async with mentor(claimed) as screen:
        await screen.press("r")
        await screen.type("根拠を足してください")
        await screen.press("ctrl+o")
        assert "書き換えていません" in screen.status
        assert state_of(claimed) is State.CLAIMED
        await screen.press("enter")
    assert state_of(claimed) is State.RETURNED


async def test_editor_that_fails_leaves_the_question_open(claimed, editor, monkeypatch):
    editor("exit 1")
    async with mentor(claimed) as screen:
        await screen.press("c")
        await screen.type("一言")
        await screen.press("ctrl+o")
        assert "終了コード 1" in screen.status
        monkeypatch.delenv("VISUAL")
        monkeypatch.delenv("EDITOR", raising=False)
        await screen.press("ctrl+o")
        assert "export EDITOR" in screen.status
        assert "一言" in screen.text
        assert state_of(claimed) is State.CLAIMED
        await screen.press("enter")
    assert state_of(claimed) is State.CONFIRMED
