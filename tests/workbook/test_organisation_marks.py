"""What an organisation says of itself: marks that are changed, written whole or not at all, and read back from TOML."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.errors import IkuseiError
from tui.journal.assessment import Assessment, How, Mark
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.journal.register import EVERYTHING
from tui.text.clean import stored
from tui.workbook.organisation.assessing import NOT_SAID, AssessmentChange, Profile, changed, profile, write_changes
from tui.workbook.organisation.layers import covered
from tui.workbook.organisation.marks_toml import marks_toml, read_marks
from tui.workbook.organisation.matrix_table import cell_text, duty_named, matrix_table
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.authority import Anybody
from tui.workbook.standings.workbook import Workbook

PACK = Pack.open(builtin_folder())
LEAD = Reviewer("p-lead", "責任者")
DUTIES = [duty.id for function in PACK.textbook.functions for duty in function.duties]
SECBOK = [each.id for each in PACK.organisation.secbok]
PATTERNS = [each.id for each in PACK.organisation.patterns]

texts = st.text(max_size=20).map(stored)
marks = st.one_of(
    st.just(NOT_SAID),
    st.just(Mark(How.NONE)),
    st.builds(Mark, st.just(How.INHOUSE), st.integers(0, 3)),
    st.builds(Mark, st.sampled_from([How.SHARED, How.OUTSOURCED]), st.integers(0, 3), texts),
)


@pytest.fixture
def book(tmp_path):
    journal = Journal.open(tmp_path / "state.sqlite", create=True)
    yield Workbook(journal, PACK, Policy.empty(), "", lambda: date(2026, 11, 21))
    journal.close()


@given(
    st.dictionaries(st.sampled_from(DUTIES), st.tuples(marks, marks, texts), max_size=6),
    st.dictionaries(st.sampled_from(DUTIES), st.lists(st.sampled_from(SECBOK), min_size=1, unique=True), max_size=3),
    st.sampled_from(["", *PATTERNS]),
    st.sampled_from(["ja", "en"]),
)
def test_toml_read_back_says_what_was_said(tmp_path, said, columns, wanted, lang):
    assessed = {duty: Assessment("", duty, *parts, "p", 0, 0) for duty, parts in said.items()}
    file = tmp_path / "marks.toml"
    full = Profile(assessed, tuple(assessed.values()), {key: tuple(each) for key, each in columns.items()}, wanted)
    file.write_text(marks_toml(PACK, full, lang), encoding="utf-8")
    if not (said or columns or wanted):
        return
    found = read_marks(file, PACK)
    assert (found.wanted or "") == wanted
    by_duty = {change.duty: change for change in found.changes}
    assert set(by_duty) == {*said, *columns}
    for duty, (now, target, note) in said.items():
        change = by_duty[duty]
        assert (change.now, change.target, change.note or "") == (now, target, note)
    assert {duty: change.columns for duty, change in by_duty.items() if change.columns} == full.columns


@given(marks, st.sampled_from([None, *How]), st.sampled_from([None, 1, 2, 3]), st.none() | texts)
def test_changed_mark_keeps_what_it_still_can_have(mark, how, level, provider):
    now = changed(mark, how, level, provider)
    assert now.how is (mark.how if how is None else how)
    if level is not None:
        assert now.level == level
    elif not now.is_done:
        assert now.level == 0
    elif mark.is_done:
        assert now.level == mark.level
    if provider is not None:
        assert now.provider == provider
    elif now.how not in {How.SHARED, How.OUTSOURCED}:
        assert now.provider == ""


def test_changes_are_written_all_or_none(book):
    good = AssessmentChange("b-1", now=Mark(How.INHOUSE, 1))
    for bad in (
        AssessmentChange("z-1", now=Mark(How.INHOUSE)),
        AssessmentChange("b-2", now=Mark(How.NONE, 2)),
        AssessmentChange("b-2", columns=("secbok.nobody",)),
    ):
        with pytest.raises(IkuseiError):
            write_changes(book, LEAD, [good, bad])
    with pytest.raises(IkuseiError):
        write_changes(book, LEAD, [good], "pattern.none")
    assert book.journal.event_count(EVERYTHING) == 0
    assert write_changes(book, LEAD, [good], "pattern.hybrid") == ["b-1", "pattern.hybrid"]
    assert write_changes(book, LEAD, [good], "pattern.hybrid") == []
    assert book.journal.people() == {"p-lead": "責任者"}


def test_organisation_marks_need_no_signature_where_decisions_do(book):
    class Strict(Anybody):
        requires_signature = True

    book.authority = Strict()
    assert write_changes(book, LEAD, [AssessmentChange("b-1", now=Mark(How.INHOUSE, 1))]) == ["b-1"]


def test_columns_are_kept_in_printed_order_and_can_be_taken_back(book):
    write_changes(book, LEAD, [AssessmentChange("a-1", columns=("secbok.auditor", "secbok.ciso"))])
    assert profile(book).columns == {"a-1": ("secbok.ciso", "secbok.auditor")}
    write_changes(book, LEAD, [AssessmentChange("a-1", columns=())])
    assert profile(book).columns == {}


def test_people_are_those_whose_step_stands(book):
    signs = [NewEvent(Kind.SIGNOFF, "p-hana", f"soc.{step}", {"declaration": "x"}) for step in (2, 3)]
    book.journal.append([NewEvent(Kind.ENROL, "p-hana", "soc", {"start": 1, "on": True})], author="p-hana")
    events = book.journal.append(signs, author="p-tanaka")
    assert covered(book)["b-1"].people == {3: ("p-hana",)}
    gone = NewEvent(Kind.REOPENING, "p-hana", "soc.3", {"signoff": str(events[1].hash), "reason": "x"})
    book.journal.append([gone], author="p-tanaka")
    assert covered(book)["b-1"].people == {2: ("p-hana",)}
    assert covered(book)["b-2"].people == {}


@pytest.mark.parametrize("by_team", [False, True])
def test_every_duty_stands_in_the_table_or_is_left_over(by_team):
    table = matrix_table(PACK, by_team=by_team)
    there = {duty.id for row in table.rows for cell in row.cells for duty in cell}
    assert there | {duty.id for duty in table.left_over} == set(DUTIES)
    assert [duty.code for duty in table.left_over] == (["I-6"] if by_team else [])
    for duty in there:
        row, column = table.find(duty)
        assert duty in {each.id for each in table.rows[row].cells[column]}
        assert table.columns[column].id in PACK.textbook.duty(duty).region
    assert table.find("z-9") is None


def test_numbers_of_a_team_can_be_told_apart_without_marks():
    duties = [PACK.textbook.duty(each) for each in ("f-4", "g-1", "g-10")]
    assert cell_text(duties, lambda _: "", by_team=True) == "F4 G1,10"
    assert cell_text(duties, lambda _: "#", by_team=True) == "F4# G1#10#"
    assert cell_text(duties[1:], lambda _: "", by_team=False) == "1 10"
    assert cell_text([], lambda _: "", by_team=True) == "-"


@pytest.mark.parametrize("typed", ["B-3", "b3", "ｂ－３", " B 3 ", "b-3"])
def test_duty_is_named_as_people_type_it(typed):
    assert duty_named(PACK, typed).id == "b-3"
    assert duty_named(PACK, f"{typed}9") is None
