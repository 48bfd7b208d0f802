"""A longer text in the user's own editor: private, removed afterwards, and nothing is taken from one that failed."""

import pytest

from tui.lang import LANGS, say
from tui.terminal.editor import LONGEST, EditorError, command_of, edit


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """An editor that runs *script* with the file as ``$1``; gives its environment."""
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "tmp").mkdir()

    def made(script):
        path = tmp_path / "my editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return {"EDITOR": f"'{path}' --wait"}

    return made


def left_over(tmp_path):
    return list((tmp_path / "tmp").iterdir())


def test_what_is_saved_comes_back_and_nothing_stays(editor, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    env = editor('test "$1" = --wait || exit 9; cat "$2" >seen; printf "二行\\nあります\\n" >"$2"; echo x >"$2~"')
    assert edit("始め", env) == "二行\nあります\n"
    assert (tmp_path / "seen").read_text(encoding="utf-8") == "始め\n"
    assert left_over(tmp_path) == []


def test_only_the_user_can_look_at_it(editor, tmp_path):
    edit("x", editor(f'stat -c %a "$2" >{tmp_path}/file; stat -c %a "$(dirname "$2")" >{tmp_path}/folder'))
    assert ((tmp_path / "file").read_text(), (tmp_path / "folder").read_text()) == ("600\n", "700\n")


@pytest.mark.parametrize(
    ("script", "key"),
    [("exit 3", "editor.failed"), ("kill -9 $$", "editor.failed"), ('rm "$2"', "editor.gone")],
)
def test_editor_that_fails_gives_nothing_and_leaves_nothing(editor, tmp_path, script, key):
    with pytest.raises(EditorError) as caught:
        edit("x", editor(script))
    assert caught.value.key == key
    assert left_over(tmp_path) == []


def test_text_that_is_too_long_is_not_lost(editor, tmp_path):
    with pytest.raises(EditorError) as caught:
        edit("", editor(f'head -c {LONGEST + 1} /dev/zero | tr "\\0" x >"$2"'))
    assert caught.value.key == "editor.long"
    assert caught.value.fields["path"].stat().st_size == LONGEST + 1


def test_visual_comes_before_editor_and_none_says_how_to_set_one():
    assert command_of({"VISUAL": "vim -n", "EDITOR": "ed"}) == ["vim", "-n"]
    assert command_of({"VISUAL": " ", "EDITOR": "ed"}) == ["ed"]
    for env, key in (({}, "editor.none"), ({"EDITOR": "vim 'x"}, "editor.unreadable")):
        with pytest.raises(EditorError) as caught:
            command_of(env)
        assert caught.value.key == key
        for lang in LANGS:
            assert "EDITOR" in say(lang, key, **caught.value.fields)


def test_editor_that_is_not_there(tmp_path):
    with pytest.raises(EditorError) as caught:
        edit("x", {"EDITOR": str(tmp_path / "nothing")})
    assert caught.value.key == "editor.no_start"
