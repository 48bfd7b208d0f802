"""How people type the staffing of a team: half and full width, comma and point, Japanese and English."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.errors import UsageError
from tui.lang import LANGS, say
from tui.progress.staffing import Ours
from tui.workbook.organisation.staffing import counted_teams_of
from tui.workbook.organisation.staffing_typed import parse_heads, parse_staffing, pick_team
from tui.workbook.wording.staffing import ours_text

TEAMS = counted_teams_of(Pack.open(builtin_folder()).organisation)
NAMES = {team.id: team.name for team in TEAMS}
FIRST, SECOND = TEAMS[0].id, TEAMS[1].id


@pytest.mark.parametrize(
    ("text", "heads"),
    [("2", "2"), ("2.5", "2.5"), ("2,5", "2.5"), ("２．５", "2.5"), ("２，５", "2.5"), (" .5 ", "0.5"), ("3人", "3"),
     ("3 名", "3"), ("0", "0"), ("9999.99", "9999.99"), ("12.", "12")],
)  # fmt: skip
def test_numbers_of_people(text, heads):
    assert parse_heads(text) == Decimal(heads)


@pytest.mark.parametrize("text", ["", ".", "二", "-1", "1.234", "1,000", "10000", "1e3", "∞", "1 2", "nan", "人"])
def test_what_is_no_number_of_people(text):
    with pytest.raises(UsageError) as caught:
        parse_heads(text)
    assert all(say(lang, caught.value.key, **caught.value.fields) for lang in LANGS)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("2.5", Ours(FIRST, "day", Decimal("2.5"))),
        ("日勤 2", Ours(FIRST, "day", Decimal(2))),
        ("day 2", Ours(FIRST, "day", Decimal(2))),
        ("24h 6", Ours(FIRST, "round-the-clock", Decimal(6))),
        ("２４時間　６", Ours(FIRST, "round-the-clock", Decimal(6))),
        ("24/365 6", Ours(FIRST, "round-the-clock", Decimal(6))),
        ("常時6", Ours(FIRST, "round-the-clock", Decimal(6))),
        ("24", Ours(FIRST, "day", Decimal(24))),
        ("24.5", Ours(FIRST, "day", Decimal("24.5"))),
        ("兼 2", Ours(FIRST, "held", held_by=SECOND)),
        ("兼２", Ours(FIRST, "held", held_by=SECOND)),
        ("二次対応が兼務", Ours(FIRST, "held", held_by=SECOND)),
        ("held by second-response", Ours(FIRST, "held", held_by=SECOND)),
        ("HELD 2", Ours(FIRST, "held", held_by=SECOND)),
        ("-", Ours(FIRST)),
        ("なし", Ours(FIRST)),
        ("", Ours(FIRST)),
        ("0.0", Ours(FIRST)),
    ],
)
def test_ways_to_staff_a_team(text, ours):
    assert parse_staffing(text, FIRST, TEAMS) == ours


@pytest.mark.parametrize("text", ["24h", "日勤", "兼", "兼 9", "held by nobody", "6 24h", "2.5 3", "2;3"])
def test_what_is_no_way_to_staff_a_team(text):
    with pytest.raises(UsageError) as caught:
        parse_staffing(text, FIRST, TEAMS)
    assert all(say(lang, caught.value.key, **caught.value.fields) for lang in LANGS)


def test_team_is_named_by_place_id_or_name_and_never_guessed():
    for text in ("2", "２", "second", "team.second-response", "二次対応", "Second response", "二次"):
        assert pick_team(text, TEAMS).id == SECOND
    for text, key in (("", "staffing.which_team"), ("9", "staffing.which_team"), ("team.", "staffing.several_teams")):
        with pytest.raises(UsageError) as caught:
            pick_team(text, TEAMS)
        assert caught.value.key == key


OURS = st.one_of(
    st.builds(
        Ours,
        st.just(FIRST),
        st.sampled_from(("day", "round-the-clock")),
        st.integers(1, 999_999).map(lambda cents: Decimal(cents) / 100),
    ),
    st.sampled_from(TEAMS[1:]).map(lambda team: Ours(FIRST, "held", held_by=team.id)),
    st.just(Ours(FIRST)),
)


@given(OURS, st.sampled_from(LANGS))
def test_what_the_question_shows_is_read_again_as_it_was(ours, lang):
    assert parse_staffing(ours_text(ours, NAMES, lang), FIRST, TEAMS) == ours
