"""Points, times, cases, readings, reviews."""

from progress_world import BOOKS, CASES, CRITERION, POINTS, Settings, entry, printed, see

from tui.curriculum.rule import All, AnyOf, Attest, Cases, Count, NoFindings, Number, Reading, Supervision, Taught
from tui.progress.standing import GaugeUnit

PAIRED = frozenset({Supervision.PAIRED})


def test_attest_is_met_when_every_point_is_ticked():
    half = see(Attest(), [], ticks={POINTS[0], "soc.9.other"})
    assert not half.met
    assert half.missing == (POINTS[1],)
    assert (half.gauges[0].unit, half.gauges[0].done, half.gauges[0].needed) == (GaugeUnit.POINTS, 1, 2)
    assert see(Attest(), [], ticks=POINTS).met


def test_attest_without_points_attests_nothing():
    assert not see(Attest(), [entry("2026-01-05")], points=()).met


def test_entries_stand_behind_an_attested_criterion_as_evidence():
    assert see(Attest(), [entry("2026-01-05", name="e1")]).counted == ("e1",)


def test_count_adds_quantities_of_the_supervision_asked_for_and_passes_over_the_rest():
    work = [
        entry("2026-02-02", quantity=2, supervision="paired", name="late"),
        entry("2026-01-05", supervision="paired", name="early"),
        entry("2026-01-06", supervision="alone", name="alone"),
    ]
    seen = see(Count(printed(3), PAIRED), work)
    assert seen.met
    assert seen.gauges[0].done == 3
    assert seen.gauges[0].origin == "document"
    assert seen.counted == ("early", "late")
    assert seen.passed_over == ("alone",)


def test_an_example_of_the_document_is_shown_and_never_used():
    seen = see(Count(Number(example=1, policy="k.times", wording="規定回数")), [entry("2026-01-05", quantity=9)])
    assert not seen.met
    assert seen.unset == ("k.times",)
    gauge = seen.gauges[0]
    assert (gauge.needed, gauge.example, gauge.origin, gauge.wording) == (None, 1, "unset", "規定回数")


def test_the_organisations_number_replaces_the_printed_one_and_both_stay_visible():
    number = Number(value=3, policy="k.times")
    work = [entry("2026-01-05", quantity=4)]
    ours = see(Count(number), work, policy=Settings({"k.times": 5})).gauges[0]
    assert (ours.met, ours.needed, ours.origin, ours.printed) == (False, 5, "policy", 3)
    theirs = see(Count(number), work).gauges[0]
    assert (theirs.met, theirs.needed, theirs.origin, theirs.printed) == (True, 3, "document", 3)


def test_a_policy_that_says_nan_or_inf_says_nothing():
    for value in (float("nan"), float("inf"), float("-inf")):
        seen = see(Count(Number(policy="k")), [entry("2026-01-05")], policy=Settings({"k": value}))
        assert seen.unset == ("k",)


def test_taught_counts_only_teaching():
    seen = see(Taught(printed(2)), [entry("2026-01-05", quantity=2), entry("2026-01-06", supervision="taught")])
    assert (seen.rule, seen.met, seen.gauges[0].done) == ("taught", False, 1)


def test_cases_names_the_case_without_an_entry():
    work = [
        entry("2026-01-05", items=CASES[:1], name="a"),
        entry("2026-01-06", items=(CRITERION, CASES[2]), name="b"),
        entry("2026-01-07", items=(CASES[1],), supervision="paired", name="helped"),
        entry("2026-01-08", name="no case"),
    ]
    seen = see(Cases(CASES, frozenset({Supervision.ALONE})), work)
    assert not seen.met
    assert (seen.gauges[0].unit, seen.gauges[0].done, seen.gauges[0].needed) == (GaugeUnit.CASES, 2, 3)
    assert seen.missing == (CASES[1],)
    assert seen.counted == ("a", "b")
    assert seen.passed_over == ("helped", "no case")


def test_an_entry_that_names_only_a_case_is_no_work_on_a_count():
    seen = see(Count(printed(1)), [entry("2026-01-05", items=CASES)])
    assert not seen.met
    assert (seen.counted, seen.passed_over) == ((), ())


def test_no_findings_counts_reviews_since_the_last_finding():
    reviews = [
        entry("2026-01-05", findings=0, name="1"),
        entry("2026-01-06", findings=2, name="2"),
        entry("2026-01-07", findings=0, name="3"),
        entry("2026-01-08", name="no review"),
        entry("2026-01-09", findings=0, name="4"),
    ]
    seen = see(NoFindings(printed(3)), reviews)
    assert (seen.met, seen.gauges[0].done, seen.gauges[0].unit) == (False, 2, GaugeUnit.REVIEWS)
    assert seen.passed_over == ("no review",)
    assert see(NoFindings(printed(2)), reviews).met


def test_a_new_finding_starts_the_reviews_over():
    clean = [entry("2026-01-05", findings=0), entry("2026-01-06", findings=0)]
    assert see(NoFindings(printed(2)), clean).met
    assert not see(NoFindings(printed(2)), [*clean, entry("2026-01-07", findings=1)]).met


def test_reading_lists_what_is_unread():
    policy = Settings(lists={"soc.books": BOOKS})
    seen = see(Reading("soc.books"), [], ticks={BOOKS[1]}, policy=policy)
    assert (seen.met, seen.missing) == (False, (BOOKS[0], BOOKS[2]))
    assert (seen.gauges[0].done, seen.gauges[0].needed, seen.gauges[0].origin) == (1, 3, "policy")
    assert see(Reading("soc.books"), [], ticks=BOOKS, policy=policy).met


def test_an_empty_reading_list_is_unset_and_never_read():
    seen = see(Reading("soc.books"), [], ticks=BOOKS)
    assert (seen.met, seen.unset, seen.gauges[0].needed) == (False, ("soc.books",), None)


def test_all_shows_the_gauges_of_the_first_part_that_is_not_met():
    rule = All((Count(printed(1)), Taught(printed(2)), Taught(printed(3))))
    seen = see(rule, [entry("2026-01-05", name="a"), entry("2026-01-06", supervision="taught", name="t")])
    assert (seen.rule, seen.met) == ("all", False)
    assert seen.gauges == seen.parts[1].gauges
    assert seen.counted == ("a", "t")
    assert seen.passed_over == ()


def test_any_shows_the_gauges_of_the_part_that_is_furthest():
    rule = AnyOf((Count(Number(policy="unset")), Count(printed(10)), Taught(printed(3))))
    seen = see(rule, [entry("2026-01-05", quantity=4), entry("2026-01-06", supervision="taught", quantity=2)])
    assert (seen.rule, seen.met) == ("any", False)
    assert seen.gauges == seen.parts[2].gauges
    assert seen.unset == ("unset",)


def test_any_that_is_met_asks_for_no_number_any_more():
    rule = AnyOf((Count(Number(policy="unset")), Count(printed(1))))
    seen = see(rule, [entry("2026-01-05")])
    assert seen.met
    assert seen.gauges == seen.parts[1].gauges
    assert seen.unset == ()
