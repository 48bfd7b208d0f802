"""``ikusei backup`` and ``ikusei restore``."""

import io
import shutil

import pytest


class Terminal:
    """Answers questions as a person at a terminal."""

    def __init__(self, answer):
        self._answer = answer

    def isatty(self):
        return True

    def readline(self):
        return f"{self._answer}\n"


@pytest.fixture
def saved(begun, tmp_path):
    """One entry in the backup, one more in the journal."""
    assert begun("log", "soc.2.paired", "-m", "早番").code == 0
    target = tmp_path / "b.sqlite"
    assert begun("backup", target).code == 0
    assert begun("log", "soc.2.paired", "-m", "遅番").code == 0
    return target


def kept(ikusei):
    return next(ikusei.state.parent.glob("state.sqlite.before-restore-*"))


def notes(ikusei):
    text = ikusei("journal", "--json").out
    return {note for note in ("早番", "遅番", "夜番") if note in text}


def fine(ikusei):
    answers = [ikusei("doctor"), ikusei("verify")]
    return [(answer.code, answer.err.splitlines()[:1]) for answer in answers if answer.code] == []


def test_backup_writes_its_path_and_lists_what_there_is(begun):
    assert begun("backup", "--list").code == 0
    made = begun("backup")
    assert made.code == 0
    assert made.out.strip().startswith(str(begun.state.with_name("backups")))
    assert made.out.strip() in begun("backup", "--list").out
    assert [each["backup"] for each in begun("backup", "--list", "--json").json] == [made.out.strip()]


def test_backup_keeps_as_many_as_were_asked_for(begun):
    made = [begun("backup", "--keep", 2, "--json").json for _ in range(4)]
    assert made[-1]["removed"] == [made[1]["backup"]]
    assert made[-1]["events"] == 3
    assert len(begun("backup", "--list").out.splitlines()) == 2


@pytest.mark.parametrize("args", [["x", "--keep", "3"], ["--list", "--keep", "3"], ["x", "--list"], ["--keep", "0"]])
def test_options_that_make_no_sense_together_are_refused(begun, args):
    assert begun("backup", *args).code == 2
    assert not begun.state.with_name("backups").exists()


def test_backup_of_no_journal(ikusei):
    answer = ikusei("backup")
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert not ikusei.state.with_name("backups").exists()


def test_backup_by_the_doctor_is_the_same_backup(begun, tmp_path):
    assert begun("doctor", "--backup", tmp_path / "d.sqlite").code == 0
    assert (tmp_path / "d.sqlite.sha256").exists()


def test_restore_shows_what_is_newer_and_says_how_to_have_it_back(begun, saved):
    day = begun.today()
    answer = begun("restore", "--yes", saved)
    assert answer.code == 0
    assert "今の台帳にだけある記録が 1 件あります (実績 1)" in answer.err
    assert f"  {day}  実績 1 件" in answer.err.splitlines()
    assert f"ikusei restore --take-back '{kept(begun)}'" in answer.out
    assert notes(begun) == {"早番"}
    assert fine(begun)


def test_without_a_terminal_and_without_yes_nothing_happens(begun, saved):
    before = begun.state.read_bytes()
    answer = begun("restore", saved)
    assert answer.code == 2
    assert "--yes" in answer.err.splitlines()[-1]
    assert begun.state.read_bytes() == before


@pytest.mark.parametrize(("typed", "code"), [("n", 1), ("", 1), ("y", 0), ("ｙ", 0)])
def test_person_at_a_terminal_is_asked(begun, saved, monkeypatch, typed, code):
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdin", Terminal(typed))
        patched.setattr("sys.stderr.isatty", lambda: True)
        answer = begun("restore", saved)
    assert answer.code == code
    assert "戻しますか?" in answer.err
    assert notes(begun) == ({"早番", "遅番"} if code else {"早番"})


def test_a_byte_that_is_no_text_is_no_yes(begun, saved, monkeypatch):
    class Keyboard(io.TextIOWrapper):
        def isatty(self):
            return True

    with monkeypatch.context() as patched:
        patched.setattr("sys.stdin", Keyboard(io.BytesIO(b"\xff\n"), encoding="utf-8"))
        patched.setattr("sys.stderr.isatty", lambda: True)
        assert begun("restore", saved).code == 1
    assert notes(begun) == {"早番", "遅番"}


def test_what_was_newer_comes_back_beside_what_was_written_since(begun, saved):
    begun("restore", "--yes", saved)
    assert begun("log", "soc.2.paired", "-m", "夜番").code == 0
    assert begun("restore", "--take-back", kept(begun)).code == 2
    answer = begun("restore", "--take-back", "--yes", kept(begun))
    assert (answer.code, answer.out) == (0, "記録 1 件を取り戻しました。\n")
    assert notes(begun) == {"早番", "遅番", "夜番"}
    assert fine(begun)
    assert begun("restore", "--take-back", kept(begun)).out == "取り戻す記録はありませんでした。\n"


def test_export_and_import_bring_it_back_as_well(begun, saved, tmp_path):
    begun("restore", "--yes", saved)
    begun("log", "soc.2.paired", "-m", "夜番")
    assert begun("export", "--state", kept(begun), "-o", tmp_path / "later.ikusei").code == 0
    assert begun("import", "--yes", tmp_path / "later.ikusei").code == 0
    assert notes(begun) == {"早番", "遅番", "夜番"}
    assert fine(begun)


@pytest.mark.parametrize("writes_first", [True, False])
def test_backup_copied_over_the_journal_is_noticed_and_nothing_forks(begun, saved, tmp_path, writes_first):
    later = tmp_path / "later.sqlite"
    shutil.copy(begun.state, later)
    begun.state.write_bytes(saved.read_bytes())
    assert "古い状態に戻されています" in begun("doctor").out
    if writes_first:
        answer = begun("log", "soc.2.paired", "-m", "夜番")
        assert "ikusei restore --take-back" in answer.err
        assert "古い状態" not in begun("log", "soc.2.paired", "-m", "夜番").err
    back = begun("restore", "--take-back", "--yes", later)
    assert back.code == 0
    assert begun("log", "soc.2.paired", "-m", "夜番").code == 0
    assert notes(begun) == {"早番", "遅番", "夜番"}
    assert fine(begun)


def test_nobody_takes_back_another_persons_journal(begun, saved, ikusei, tmp_path, capsys):
    from cli_world import Terminal as Machine

    other = Machine(tmp_path / "other", capsys)
    assert other("begin", "鈴木 健", "--role", "soc").code == 0
    assert other("log", "soc.2.paired").code == 0
    before = begun.state.read_bytes()
    answer = begun("restore", "--take-back", "--yes", other.state)
    assert answer.code == 2
    assert "この台帳を書いた人の台帳ではありません" in answer.err
    assert begun.state.read_bytes() == before


def test_nobody_restores_another_persons_backup_over_their_own_journal(begun, tmp_path, capsys):
    from cli_world import Terminal as Machine

    other = Machine(tmp_path / "other", capsys)
    assert other("begin", "鈴木 健", "--role", "soc").code == 0
    assert other("backup", tmp_path / "ken.sqlite").code == 0
    before = begun.state.read_bytes()
    answer = begun("restore", "--yes", tmp_path / "ken.sqlite")
    assert answer.code == 2
    assert "別の人のバックアップ" in answer.err
    assert begun.state.read_bytes() == before
    begun.state.rename(tmp_path / "hana.sqlite")
    assert begun("restore", "--yes", tmp_path / "ken.sqlite").code == 0


def test_demo_leaves_no_mark_of_its_scratch_copy(ikusei):
    assert ikusei("--demo", "log", "soc.2.paired").code == 0
    assert not (ikusei.home / ".local/state").exists()
