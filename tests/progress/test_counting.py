"""Of one entry the reason why it doesn't count agrees with the standing of all of them."""

import pytest
from hypothesis import given
from progress_world import CASES, CRITERION, entry, entry_lists, printed, rules, see, simple_rules

from tui.curriculum.rule import All, Attest, Cases, Count, NoFindings, Rate, Reading, Supervision
from tui.progress.counting import Lack, Uncounted, uncounted, why_not

PAIRED = frozenset({Supervision.PAIRED})


@given(simple_rules, entry_lists)
def test_an_entry_has_a_reason_exactly_where_the_standing_passes_it_over(rule, work):
    own = [each for each in work if CRITERION in each.items]
    assert set(uncounted(rule, own)) == set(see(rule, own).passed_over)


@given(rules, entry_lists)
def test_what_rules_inside_one_another_pass_over_has_a_reason(rule, work):
    own = [each for each in work if CRITERION in each.items]
    assert set(see(rule, own).passed_over) <= set(uncounted(rule, own))


@pytest.mark.parametrize(
    ("rule", "done", "lack"),
    [
        (Count(printed(1), PAIRED), entry("2026-01-05"), Uncounted(Lack.LEVEL, PAIRED)),
        (Rate(printed(1), printed(90)), entry("2026-01-05"), Uncounted(Lack.RATIO)),
        (Rate(printed(1), printed(9), below=True), entry("2026-01-05"), Uncounted(Lack.ERRORS)),
        (NoFindings(printed(1)), entry("2026-01-05"), Uncounted(Lack.FINDINGS)),
        (Cases(CASES), entry("2026-01-05"), Uncounted(Lack.CASE)),
        (Reading("l.a"), entry("2026-01-05"), Uncounted(Lack.READING)),
        (Attest(), entry("2026-01-05"), Uncounted(Lack.POINTS)),
        (All((Attest(), Count(printed(1), PAIRED))), entry("2026-01-05"), Uncounted(Lack.LEVEL, PAIRED)),
        (All((NoFindings(printed(1)), Count(printed(1)))), entry("2026-01-05"), None),
    ],
)
def test_the_reason_names_what_is_lacking(rule, done, lack):
    assert why_not(rule, done) == lack
