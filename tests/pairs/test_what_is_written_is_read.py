"""What one command writes another reads, whatever was typed: a text is refused at the door, or travels through all."""

import json
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pairs_world import Desk

from tui.journal.event import Kind, NewEvent

HARD = "⺀⼀⽇⾧ⅢＡ①ｶﾞが\n\r\t\"'\\\x00\x1b\x7f\x85\u2028\u202e\ufeff\ufffd{}[]()#=,;:`$%&|-あ\udc80\U000e0041\U0001f468"
"""Radicals, forms that NFKC changes, line ends, quotes, what drives a terminal, half a character."""
TYPED = st.one_of(
    st.text(st.one_of(st.characters(), st.sampled_from(HARD)), max_size=40),
    st.builds(
        lambda text, times: text * times, st.text(st.sampled_from(HARD), min_size=1, max_size=4), st.just(20_000)
    ),
)
"""Any text that somebody can type or paste."""

quick = settings(max_examples=25, deadline=None)


@contextmanager
def desks():
    """Two people at two machines."""
    with tempfile.TemporaryDirectory() as folder:
        yield Desk(Path(folder, "one")), Desk(Path(folder, "other"), "田中 実")


@given(TYPED, TYPED, st.sampled_from(["outsourced", "shared"]))
@example("⺀", "⺀", "outsourced")
@quick
def test_what_assess_writes_it_reads(note, provider, how):
    with desks() as (one, other):
        said = one("assess", "b-1", "-n", how, "--level", 2, f"--provider={provider}", f"--note={note}")
        assert said.code in {0, 2}, said
        if said.code:
            return
        file = one.keep("marks.toml", one.fine("assess", "--toml"))
        other.fine("assess", "--from", file)
        assert other.fine("assess", "--toml") == one.fine("assess", "--toml")


@given(TYPED)
@example("⺀")
@quick
def test_what_staffing_writes_it_reads(note):
    with desks() as (one, other):
        said = one("staffing", "set", "first-response", "2.5", f"--note={note}")
        assert said.code in {0, 2}, said
        if said.code:
            return
        file = one.keep("staffing.toml", one.fine("staffing", "--toml"))
        other.fine("staffing", "--from", file)
        assert other.fine("staffing", "--toml") == one.fine("staffing", "--toml")


@given(TYPED, TYPED, TYPED, TYPED)
@example("名" * 1500, "", "", "")
@quick
def test_whatever_a_journal_keeps_is_exported_and_imported(name, note, evidence, comment):
    with desks() as (one, other):
        for call in (
            ("me", "--key=none", "--", name),
            ("log", "soc.2.paired", "-s", "paired", f"--note={note}", f"--evidence={evidence}"),
        ):
            said = one(*call)
            assert said.code in {0, 2}, said
            assert said.code == 0 or len(said.err.splitlines()) == 1, said
        with one.journal() as journal:
            trainee = journal.trainees()[0]
            journal.append([NewEvent(Kind.CLAIM, trainee, "soc.2.paired", {"comment": comment})], author=trainee)
        one.fine("export", "-o", one.home / "a.bundle")
        assert other("import", "--everyone", one.home / "a.bundle").code in {0, 1}
        for desk in (one, other):
            desk.fine("export", "--trainee", trainee, "-o", desk.home / "b.bundle")
        assert (one.home / "b.bundle").read_bytes() == (other.home / "b.bundle").read_bytes()


@given(TYPED)
@quick
def test_what_is_kept_of_a_form_comes_back(text):
    with desks() as (one, _):
        with one.journal() as journal:
            journal.local_set("draft", json.dumps({"note": text}))
        with one.journal() as journal:
            kept = json.loads(journal.local_get("draft"))
        assert list(kept) == ["note"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_policy_and_trust_begin_is_read_without_a_fault(tmp_path, lang):
    desk = Desk(tmp_path / "one")
    desk.fine("--lang", lang, "policy", "init")
    desk.fine("policy", "check")
    desk.fine("--lang", lang, "trust", "init")
    desk.fine("roster", "check")


def test_events_too_long_for_a_bundle_are_refused_at_the_door(tmp_path):
    desk = Desk(tmp_path / "one")
    said = desk("log", "soc.2.paired", "-s", "paired", f"--note={'長' * 400_000}")
    assert said.code == 2
    assert "too long" in said.err
    desk.fine("log", "soc.2.paired", "-s", "paired", f"--note={'長' * 300_000}")
    desk.fine("export", "-o", tmp_path / "a.bundle")


def test_journals_that_the_benchmarks_fill_are_exported_and_imported(tmp_path):
    from benchmarks import filled_state, team

    for number, fill in enumerate(
        (
            lambda path: team.fill(path, 10, 100),
            lambda path: filled_state.fill(path, 1000, team.BEGAN),
        )
    ):
        one, other = Desk(tmp_path / f"one{number}", ""), Desk(tmp_path / f"other{number}")
        fill(one.state)
        one.fine("export", "-o", one.home / "a.bundle")
        assert other("import", "--everyone", one.home / "a.bundle").code in {0, 1}
