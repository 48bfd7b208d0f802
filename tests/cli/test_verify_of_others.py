"""What `verify` advises about somebody else's file in which records were altered: not to fetch what can't come."""

import shutil
import sqlite3

import pytest
from cli_world import POLICY, Terminal

POINTS = ("scope", "close", "traces", "stop", "record")


@pytest.fixture
def reviewed(begun, tmp_path, capsys):
    """A file in which a mentor has confirmed and returned, and the mentor who looks at it."""
    assert begun("log", "soc.2.alone", "-m", "日次").code == 0
    assert begun("tick", *(f"soc.2.alone.{point}" for point in POINTS)).code == 0
    assert begun("claim", "soc.2.alone").code == 0
    mentor = Terminal(tmp_path / "mentor", capsys)
    assert mentor("me", "田中 実").code == 0
    mentor.policy.write_text(POLICY, encoding="utf-8")
    for words in (("confirm",), ("return", "-m", "人ちがい")):
        assert mentor("--state", begun.state, *words, "soc.2.alone").code == 0
        begun.takes_in()
    return begun, mentor


def altered(state, folder, where):
    """A copy of a state file, in which some events say another time."""
    copy = folder / "copy" / "state.sqlite"
    copy.parent.mkdir()
    shutil.copy(state, copy)
    with sqlite3.connect(copy) as there:
        for (name,) in there.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            there.execute(f"DROP TRIGGER {name}")
        there.execute(f"UPDATE event SET recorded = recorded + 1 WHERE {where}")
    there.close()
    return copy


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("where", ["kind = 'claim'", "kind = 'decision' AND body LIKE '%confirmed%'"])
def test_nobody_is_told_to_fetch_or_bring_back_what_was_altered(reviewed, tmp_path, where, lang):
    hana, mentor = reviewed
    answer = mentor("--lang", lang, "--state", altered(hana.state, tmp_path, where), "verify")
    assert answer.code == 2
    assert [each for each in ("ikusei pull", "restore", "take in the bundle", "取り込んで") if each in answer.out] == []
    told = (
        ("改変されていない記録の中にありません", "書かれたときのままではない")
        if lang == "ja"
        else ("as they were written", "left out")
    )
    assert [each for each in told if each not in answer.out] == []
