import shutil

import pytest

from tui.cli.answers import status_report
from tui.curriculum.folder import builtin_folder
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.text.cells import width
from tui.text.line import Span

STATUS = {"trainee", "today", "pack", "entries", "roles", "deadlines"}
ROLE = {"id", "name", "has_content", "rungs", "steps"}
RUNG = {"id", "number", "done", "total", "current", "skipped", "signed", "confirmed", "waiting", "returned", "state"}
CRITERION = {"id", "name", "source", "state", "standing", "points", "claim"}
STANDING = {"rule", "met", "unset", "gauges", "months", "missing", "parts"}
GAUGE = {
    "unit", "done", "needed", "met", "at_most", "strict", "origin", "policy", "example", "wording", "printed",
}  # fmt: skip


def ticks_of(answer: str, criterion: str) -> int:
    """How many points of a criterion are ticked, as the answer has it: ``1/5``."""
    line = next(line for line in answer.splitlines() if criterion in line)
    return int(next(word for word in line.split() if "/" in word).partition("/")[0])


def test_status_in_both_languages(begun):
    ja, en = begun("status").out, begun("--lang", "en", "status").out
    assert "SOC/監視\n" in ja
    assert "ペアでの監視業務" in ja
    assert "0/3 回" in ja
    assert "SOC/monitoring\n" in en
    assert "Monitoring in a pair" in en
    assert "0/3 times" in en


def test_status_json_keeps_its_keys(begun):
    """Scripts rest on them: none may go or change its meaning."""
    status = begun("status", "--json").json
    role = status["roles"][0]
    criterion = role["steps"][1]["criteria"][1]
    assert set(status) >= STATUS
    assert set(role) >= ROLE
    assert set(role["rungs"][0]) >= RUNG
    assert set(criterion) >= CRITERION
    assert set(criterion["standing"]) >= STANDING
    assert set(criterion["standing"]["gauges"][0]) >= GAUGE
    assert [step["id"] for step in role["steps"]] == ["soc.1", "soc.2", "soc.3"]


def test_status_says_the_state_of_a_step_by_a_word_and_explains_the_marks(begun):
    begun("log", "soc.2.paired", "-n", "3", "-s", "paired")
    begun("tick", *begun.standing("soc.2.paired")["points"])
    before = begun("status", "--json").json["roles"][0]["rungs"]
    assert begun("claim", "soc.2.paired").code == 0
    after = begun("status", "--json").json["roles"][0]["rungs"]
    assert [rung["state"] for rung in before] == ["skipped", "skipped", "skipped", "open", "open"]
    assert (after[3]["done"], after[3]["confirmed"], after[3]["waiting"]) == (1, 0, 1)
    assert after[3]["state"] == "claimed"
    assert "? claimed" in begun("--lang", "en", "status").out


def test_what_was_never_begun_is_not_said_to_be_under_way(begun):
    def said():
        return next(line for line in begun("status").out.splitlines() if "soc.2.detect" in line)

    assert "未着手" in said()
    begun("log", "soc.2.detect")
    assert "途中" in said()


def test_status_json_is_the_same_in_both_languages(begun):
    assert begun("status", "--json").out == begun("--lang", "en", "status", "--json").out


def test_a_role_without_content_says_so(ikusei, tmp_path, monkeypatch):
    folder = tmp_path / "pack"
    shutil.copytree(builtin_folder(), folder)
    pack = folder / "pack.toml"
    pack.write_text(pack.read_text(encoding="utf-8").replace('file = "roles/management.toml"\n', ""), encoding="utf-8")
    monkeypatch.setattr("tui.workbook.setup.settings.builtin_folder", lambda: folder)
    ikusei("begin", "佐藤 花", "--role", "management")
    assert "内容がありません" in ikusei("status").out


def test_no_escape_sequence_outside_a_terminal(begun):
    assert "\x1b" not in begun("status").out


# -- an answer is given again only while it is true ---------------------------------------------------------------


def test_an_answer_is_kept_and_given_again_without_opening_the_journal(begun, monkeypatch):
    first = begun("status").out
    monkeypatch.setattr("tui.cli.answers.status_report.status_lines", lambda *_: pytest.fail("asked again"))
    assert begun("status").out == first


def test_after_a_write_the_new_answer_is_kept_already(begun, monkeypatch):
    begun("log", "soc.2.paired")
    monkeypatch.setattr("tui.cli.answers.status_report.status_lines", lambda *_: pytest.fail("asked again"))
    assert "1/3 回" in begun("status").out


def test_what_somebody_else_writes_while_an_answer_is_renewed_is_never_hidden(begun, monkeypatch):
    """The answer is computed, another process logs, and only then the key is made."""
    honest = status_report.status_lines

    def interrupted(cli, book):
        lines = list(honest(cli, book))
        other = Journal.open(begun.state)
        monkeypatch.setattr("tui.cli.answers.status_report.status_lines", honest)
        tick = NewEvent(Kind.TICK, book.trainee, "soc.2.alone.scope", {"on": True})
        other.append([tick], author=book.trainee)
        other.close()
        return iter(lines)

    before = begun("status").out
    monkeypatch.setattr("tui.cli.answers.status_report.status_lines", interrupted)
    begun("log", "soc.2.paired")
    answer = begun("status").out
    assert answer != before
    assert ticks_of(answer, "soc.2.alone") == ticks_of(before, "soc.2.alone") + 1


def test_what_is_written_shows_at_once(begun):
    for done in (1, 2, 3):
        begun("log", "soc.2.paired")
        assert f"{done}/3 回" in begun("status").out


def test_a_new_number_of_the_policy_shows_at_once(begun):
    begun("status")
    begun.policy.write_text(begun.policy.read_text().replace("= 3", "= 7"))
    assert "0/7 回" in begun("status").out
    begun.policy.unlink()
    assert "0/未設定 回" in begun("status").out


def test_another_ikusei_gives_its_own_answer(begun, monkeypatch):
    begun("status")
    monkeypatch.setattr("tui.cli.answers.cached_status.__version__", "9.9.9")
    calls = []
    monkeypatch.setattr("tui.cli.answers.status_report.status_lines", lambda *_: calls.append(1) or [(Span("new"),)])
    assert begun("status").out == "new\n"
    assert calls == [1]


def test_while_somebody_writes_nothing_is_kept(begun):
    hot = begun.state.with_name("state.sqlite-journal")
    for kept in (begun.home / ".cache/ikusei").glob("answer-*"):
        kept.unlink()
    hot.touch()
    begun("status")
    assert not list((begun.home / ".cache/ikusei").glob("*"))


def test_the_next_day_is_another_answer(begun):
    """The clock of another process: faketime would do the same, but not every machine has it."""
    begun("status")
    (kept,) = (begun.home / ".cache/ikusei").glob("answer-*")
    text = kept.read_text()
    assert f'"{begun.today().isoformat()}"' in text
    kept.write_text(text.replace(f'"{begun.today().isoformat()}"', '"2001-01-01"').replace("SOC", "COS"))
    assert "COS" not in begun("status").out


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"key": null, "lines": [[1]]}', b"\xff\xfe"])
def test_a_damaged_kept_answer_is_passed_over(begun, rubbish):
    first = begun("status").out
    (kept,) = (begun.home / ".cache/ikusei").glob("answer-*")
    kept.write_bytes(rubbish)
    assert begun("status").out == first


def test_a_hostile_kept_answer_is_harmless(begun):
    begun("status")
    (kept,) = (begun.home / ".cache/ikusei").glob("answer-*")
    kept.write_text(kept.read_text().replace("SOC", "\\u001b]52;c;eA==\\u0007"))
    assert "\x1b" not in begun("status").out


def test_where_nothing_can_be_kept_the_answer_is_given_all_the_same(begun, tmp_path):
    blocked = tmp_path / "a-file"
    blocked.touch()
    begun.env["XDG_CACHE_HOME"] = str(blocked)
    assert begun("status").code == 0


def test_kept_answers_are_the_owners_alone(begun):
    begun("status")
    (kept,) = (begun.home / ".cache/ikusei").glob("answer-*")
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.parent.stat().st_mode & 0o077 == 0


# -- as wide as asked for -------------------------------------------------------------------------------------------


def test_lines_are_as_wide_as_asked_for_and_nothing_is_cut(begun):
    begun("log", "soc.2.paired", "-m", "深夜帯の一次切り分け。引き継ぎを書面だけでやってみたが、二度聞き返された")
    narrow, wide = begun("status", "--width", "60").out, begun("status", "--width", "200").out
    assert max(width(line) for line in narrow.splitlines()) <= 60
    assert "".join(narrow.split()) == "".join(wide.split())
    assert any("やってみたが、二度聞き返された" in line for line in wide.splitlines())


def test_the_prompt_and_the_terminal_both_have_their_answer_after_a_write(begun, monkeypatch):
    begun.env["COLUMNS"] = "96"
    begun("log", "soc.2.paired")
    monkeypatch.setattr("tui.cli.answers.status_report.status_lines", lambda *_: pytest.fail("asked again"))
    assert "1/3 回" in begun("status").out
    del begun.env["COLUMNS"]
    assert "1/3 回" in begun("status").out


def test_the_head_of_a_status_stands_out_on_a_terminal_only(begun, monkeypatch):
    assert "\x1b" not in begun("status").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert begun("status").out.startswith("\x1b[1m佐藤 花")


def test_status_tells_what_is_next_and_what_was_done_as_today_does(begun):
    entry = begun("log", "soc.2.paired", "-m", "深夜帯", "-e", "INC-1").id
    lines = begun("status").out.splitlines()
    assert lines[lines.index("次にすること") + 1].split() == ["soc.2.paired", "ペアでの監視業務", "1/3", "回"]
    assert f"  {entry}  {begun.today().isoformat()} x1 ペア  ペアでの監視業務  深夜帯 [INC-1]" in lines
