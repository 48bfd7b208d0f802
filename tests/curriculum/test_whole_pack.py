"""What must hold of everything in the pack that ikusei ships: nothing is out of reach, nothing contradicts itself."""

import re
from collections import Counter

import pytest

from tui.curriculum.folder import builtin_folder
from tui.curriculum.model import Criterion
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.curriculum.relations import relations
from tui.curriculum.search import search
from tui.curriculum.terms import terms_in
from tui.curriculum.textbook import Duty
from tui.drawing.pen import Pen
from tui.drawing.thing import thing_sheet
from tui.lang import LANGS
from tui.progress.rules import standing
from tui.text.glyphs import glyphs_for
from tui.text.line import line_width
from tui.workbook.trainee.places import place_of
from tui.workbook.wording.pack_names import title_of

PACK = Pack.open(builtin_folder())
THINGS = list(PACK.things())
CRITERIA = [thing for thing in THINGS if isinstance(thing, Criterion)]
DUTIES = [thing for thing in THINGS if isinstance(thing, Duty)]


def test_there_are_100_criteria_and_54_duties():
    assert len(CRITERIA) == 100
    assert len(DUTIES) == 54


@pytest.mark.parametrize("lang", LANGS)
def test_everything_is_found_by_its_id_and_by_its_name(lang):
    for thing in THINGS:
        assert search(PACK, thing.id, lang)[0].id == thing.id
        found = [hit.id for hit in search(PACK, title_of(thing).of(lang), lang, limit=1000)]
        assert thing.id in found, thing.id


def test_everything_has_a_place_to_be_shown_at():
    assert {place_of(PACK, thing.id).place for thing in THINGS} == {"roles", "step", "matrix", "reader"}


def test_every_relation_leads_to_a_thing_of_the_pack_and_never_to_itself():
    for thing in THINGS:
        for relation in relations(PACK, thing):
            for link in relation.links:
                assert PACK.find(link.id) is not None, (thing.id, link.id)
                assert link.id != thing.id


def test_relations_of_the_mapping_are_seen_from_both_ends():
    for each in PACK.mapping:
        step, duty = PACK.find(f"{each.role}.{each.step}"), PACK.find(each.duty)
        assert each.duty in linked(step, "trains-for")
        assert step.id in linked(duty, "trained-by")
        for criterion in step.criteria:
            assert each.duty in linked(criterion, "trains-for")


def linked(thing, kind):
    return {link.id for relation in relations(PACK, thing) if relation.kind == kind for link in relation.links}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", [36, 77, 96])
def test_every_sheet_fits_its_width(lang, width):
    pen = Pen(lang, glyphs_for("unicode"), width)
    for thing in THINGS:
        for row in thing_sheet(thing, relations(PACK, thing), pen):
            # What can't be broken (an URL, a long id) is cut with a mark where it is drawn.
            wide = [line for line in row.lines if line_width(line) > width and not re.search(r"https?:", str(line))]
            assert len(wide) <= 1, (thing.id, wide)


def test_every_rule_can_be_computed_and_nothing_is_met_without_entries():
    for criterion in CRITERIA:
        found = standing(
            criterion.rule,
            (),
            criterion=criterion.id,
            ticks=frozenset(),
            points=tuple(point.id for point in criterion.points),
            policy=Policy.empty(),
        )
        assert not found.met, criterion.id


def test_every_criterion_has_two_to_six_points_and_no_point_stands_twice():
    assert all(2 <= len(criterion.points) <= 6 for criterion in CRITERIA)
    for lang in LANGS:
        texts = Counter(point.text.of(lang) for criterion in CRITERIA for point in criterion.points)
        assert [text for text, times in texts.items() if times > 1] == []


def test_names_of_criteria_are_different_within_a_role():
    for entry in PACK.roles:
        for lang in LANGS:
            names = [criterion.name.of(lang) for criterion in PACK.role(entry.id).criteria()]
            assert len(set(names)) == len(names), entry.id


def test_staffing_adds_up_to_4_7_12_and_26():
    levels = PACK.organisation.staffing
    assert [level.total for level in levels] == [4, 7, 12, 26]
    for level in levels:
        assert sum(team.people for team in level.teams) == level.total


def test_every_duty_is_on_a_team_but_the_one_that_belongs_to_everybody():
    held = {duty for team in PACK.organisation.teams for duty in team.duties}
    assert {duty.id for duty in DUTIES} - held == {"i-6"}


def test_teams_stand_in_the_order_of_the_duties_that_figure_7_prints():
    assert [team.id.partition(".")[2] for team in PACK.organisation.teams] == [
        "planning", "first-response", "second-response", "incident-response", "vulnerability", "research", "forensics",
        "operation", "development",
    ]  # fmt: skip


def test_regions_of_duties_are_those_of_their_teams_but_for_duties_that_teams_share():
    """`isogj` 6.4 and figure 7; I-6 belongs to every region."""
    regions = {region.id for region in PACK.textbook.regions}
    assert all(set(duty.region) <= regions for duty in DUTIES)
    assert {duty.id for duty in DUTIES if len(duty.region) > 1} <= {"i-6"}


def test_hand_overs_stand_at_both_ends():
    links = {(duty.id, link.to, link.takes) for duty in DUTIES for link in duty.links}
    duties = {duty.id for duty in DUTIES}
    assert [link for link in links if link[1] in duties and (link[1], link[0], not link[2]) not in links] == []


def test_eight_training_cases_of_both_roles_are_cases_with_their_variants():
    """`nca` 4.1.7.2 and 4.2.7.2."""
    for role in ("coord", "ir"):
        cases = next(each for each in PACK.role(role).criteria() if type(each.rule).__name__ == "Cases")
        assert len(cases.rule.cases) == 19


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SOC でアラートを切り分ける", {"term.soc", "term.alert"}),
        ("associate", set()),
        ("IOC を集める", {"term.ioc"}),
        ("", set()),
    ],
)
def test_terms_are_found_as_whole_words(text, found):
    assert found <= {term.id for term in terms_in(text, PACK.glossary)}
    assert "term.soc" in found or "term.soc" not in {term.id for term in terms_in(text, PACK.glossary)}


def test_every_term_is_found_by_each_of_its_names():
    for term in PACK.glossary:
        for name in (term.name.ja, term.name.en, *term.also):
            assert term.id in {each.id for each in terms_in(f"x {name} x", PACK.glossary)}, name
