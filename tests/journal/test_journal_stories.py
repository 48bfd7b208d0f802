"""What events add up to: corrections, undo and redo, ticks, claims, roles."""

from journal_world import (
    HANA,
    KEN,
    PAIRED,
    claim,
    correction,
    decision,
    enrol,
    entry,
    person,
    refused,
    tick,
    undo,
    withdrawal,
    write,
)

from tui.journal.canonical import Record
from tui.journal.event import Fate, Kind
from tui.journal.events import insert


def ids(entries):
    return [each.id for each in entries]


def test_correction_replaces_what_it_says_and_keeps_when_it_was_recorded(journal):
    first = write(journal, entry(quantity=1, note="typo"))
    recorded = journal.entry(first).recorded
    write(journal, correction(first, quantity=2, note="right", day="2026-11-18"))
    now = journal.entry(first)
    assert (now.quantity, now.note, now.day.isoformat(), now.corrected) == (2, "right", "2026-11-18", True)
    assert now.recorded == recorded


def test_newest_correction_counts_and_undo_after_undo_goes_back_to_the_entry_as_typed(journal):
    first = write(journal, entry(quantity=1))
    write(journal, correction(first, quantity=2))
    write(journal, correction(first, quantity=3))
    seen = []
    while (last := journal.undoable(HANA)) is not None:
        found = journal.entry(first)
        seen.append(found.quantity)
        write(journal, undo(last.hash))
    assert seen == [3, 2, 1]
    assert journal.entry(first) is None
    assert journal.recent(HANA, 5) == []


def test_corrected_entry_moves_to_its_new_criterion(journal):
    first = write(journal, entry(PAIRED))
    write(journal, correction(first, "soc.2.alone"))
    assert journal.entries(HANA, [PAIRED]) == []
    assert ids(journal.entries(HANA, ["soc.2.alone"])) == [first]


def test_undo_of_an_undo_brings_the_entry_back_as_it_was(journal):
    first = write(journal, entry(quantity=1))
    write(journal, correction(first, quantity=2))
    gone = write(journal, undo(first))
    assert journal.entry(first) is None
    assert journal.fates([first, gone]) == {first: Fate.UNDONE}
    redo = write(journal, undo(gone))
    assert journal.entry(first).quantity == 2
    assert journal.fates([first, gone, redo]) == {first: Fate.CORRECTED, gone: Fate.UNDONE}
    write(journal, undo(redo))
    assert journal.entry(first) is None


def test_entry_that_came_back_can_be_undone_again(journal):
    first = write(journal, entry())
    write(journal, undo(write(journal, undo(first))))
    assert journal.undoable(HANA).hash == first


def test_correction_of_an_undone_entry_is_not_offered_for_undo(journal):
    earlier = write(journal, tick("a"))
    first = write(journal, entry())
    fixed = write(journal, correction(first, quantity=2))
    write(journal, undo(first))
    assert journal.undoable(HANA).hash == earlier
    with refused("journal.undone_already"):
        write(journal, undo(fixed))


def test_what_is_undone_is_not_undone_twice(journal):
    first = write(journal, entry())
    write(journal, undo(first))
    with refused("journal.undone_already"):
        write(journal, undo(first))


def test_undone_entry_cannot_be_corrected_nor_claimed_with(journal):
    first = write(journal, entry())
    write(journal, undo(first))
    with refused("journal.no_entry"):
        write(journal, correction(first))
    with refused("journal.no_entry"):
        write(journal, claim(entries=[first]))


def test_another_trainees_records_are_out_of_reach(journal):
    first = write(journal, entry())
    with refused("journal.nothing_to_undo"):
        write(journal, undo(first, trainee=KEN), author=KEN)
    with refused("journal.no_entry"):
        write(journal, correction(first, trainee=KEN), author=KEN)
    assert journal.undoable(KEN) is None


def test_only_ones_own_event_is_offered_for_undo(journal):
    write(journal, tick("a"))
    made = write(journal, claim())
    write(journal, decision(made, "returned", reason="もう 1 回"), author=KEN)
    assert journal.undoable(HANA).hash == made  # never something older in the place of the last act
    with refused("journal.decided"):
        write(journal, undo(made))


def test_name_and_role_are_not_undone_but_recorded_anew(journal):
    named = write(journal, person("佐藤 花"))
    assert journal.undoable(HANA) is None
    with refused("journal.not_undoable"):
        write(journal, undo(named))
    with refused("journal.nothing_to_undo"):
        write(journal, undo("f" * 64))


def test_entry_counts_for_several_criteria_and_is_listed_once(journal):
    both = write(journal, entry([PAIRED, "soc.2.verdict"]))
    assert ids(journal.entries(HANA, [PAIRED])) == [both]
    assert ids(journal.entries(HANA, [PAIRED, "soc.2.verdict"])) == [both]


def test_entries_come_by_the_day_they_happened_and_recent_ones_backwards(journal):
    late = write(journal, entry(day="2026-11-20"))
    early = write(journal, entry(day="2026-11-01"))
    same = write(journal, entry(day="2026-11-20"))
    write(journal, entry(trainee=KEN), author=KEN)
    assert ids(journal.entries(HANA, [PAIRED])) == [early, late, same]
    assert ids(journal.recent(HANA, 2)) == [same, late]
    assert journal.entry_count(HANA) == 3


def test_newest_entries_of_items_are_found_without_the_others(journal):
    late = write(journal, entry(day="2026-11-20"))
    write(journal, entry(day="2026-11-01"))
    middle = write(journal, entry([PAIRED, "soc.2.verdict"], day="2026-11-10"))
    write(journal, entry("soc.2.alone", day="2026-11-30"))
    assert ids(journal.newest(HANA, [PAIRED, "soc.2.verdict"], 2)) == [middle, late]
    assert journal.count_for(HANA, [PAIRED, "soc.2.verdict"]) == 3
    write(journal, correction(late, day="2026-10-01"))
    assert ids(journal.newest(HANA, [PAIRED], 1)) == [middle]


def test_last_supervision_is_that_of_the_entry_recorded_last(journal):
    assert journal.last_supervision(HANA) is None
    write(journal, entry(supervision="taught", day="2026-11-20"))
    write(journal, entry(supervision="alone", day="2026-01-01"))
    assert journal.last_supervision(HANA) == "alone"


def test_tick_untick_and_undo_of_both(journal):
    on = write(journal, tick("a"))
    assert journal.ticks(HANA) == {"a": journal.event(on).recorded}
    off = write(journal, tick("a", on=False))
    assert journal.ticks(HANA) == {}
    write(journal, undo(off))
    assert journal.ticks(HANA) == {"a": journal.event(on).recorded}
    write(journal, undo(on))
    assert journal.ticks(HANA) == {}


def test_claim_keeps_its_snapshot_while_work_goes_on(journal):
    first = write(journal, entry())
    policy = {"soc.2.paired.times": "10"}
    made = write(journal, claim(entries=[first], policy=policy, points=["p1"], comment="見てください"))
    write(journal, entry())
    found = journal.claims(HANA)[PAIRED]
    assert (found.id, found.entries, found.points) == (made, (first,), ("p1",))
    assert (dict(found.policy), found.comment) == (policy, "見てください")


def test_claim_withdrawn_undone_and_claimed_again(journal):
    made = write(journal, claim())
    with refused("journal.claimed_already"):
        write(journal, claim())
    taken_back = write(journal, withdrawal(made))
    assert journal.claims(HANA) == {}
    with refused("journal.not_claimed"):
        write(journal, withdrawal(made))
    write(journal, undo(taken_back))
    assert journal.claims(HANA)[PAIRED].id == made
    write(journal, undo(made))
    assert journal.claims(HANA) == {}
    again = write(journal, claim())
    assert journal.claims(HANA)[PAIRED].id == again


def test_undo_never_opens_a_second_claim_beside_a_newer_one(journal):
    made = write(journal, claim())
    taken_back = write(journal, withdrawal(made))
    newer = write(journal, claim())
    with refused("journal.claimed_already"):
        write(journal, undo(taken_back))
    assert journal.claims(HANA)[PAIRED].id == newer
    assert journal.fates([taken_back]) == {}


def test_withdrawal_must_name_the_claim_of_its_criterion(journal):
    made = write(journal, claim())
    with refused("journal.not_claimed"):
        write(journal, withdrawal(made, item="soc.2.alone"))


def test_roles_are_followed_in_the_order_of_enrolment_and_can_be_left(journal):
    write(journal, enrol("soc", start=2), enrol("coord", start=0))
    assert [(each.role, each.start) for each in journal.enrolments(HANA)] == [("soc", 2), ("coord", 0)]
    write(journal, enrol("soc", on=False))
    assert [each.role for each in journal.enrolments(HANA)] == ["coord"]


def test_person_is_renamed_and_every_trainee_is_known(journal):
    write(journal, person("花"), person("佐藤 花"), enrol())
    write(journal, entry(trainee=KEN), author=KEN)
    assert journal.people() == {HANA: "佐藤 花"}
    assert journal.trainees() == [HANA, KEN]


def test_undo_in_another_trainees_name_that_came_by_merging_has_no_effect(journal):
    first = write(journal, entry())
    forged = journal.event(write(journal, tick("a", trainee=KEN), author=KEN))
    body = f'{{"event":"{first}"}}'
    record = Record("", "w" * 32, 1, "", forged.clock + 1, forged.recorded, KEN, KEN, Kind.UNDO, "", body, "", "")
    insert(journal.store, record._replace(hash=record.digest()))
    journal.rebuild()
    assert journal.entry(first) is not None
    assert journal.fates([first]) == {}


def test_event_of_a_newer_ikusei_is_kept_and_passed_over(journal):
    first = write(journal, entry())
    newer = "f" * 64  # a short hash would now and then be the beginning of another event's
    journal.store.run(
        """INSERT INTO event
        SELECT ?, writer, n + 1, hash, clock + 1, recorded, author, trainee, 'review', item, '{}', pack, pack_version
        FROM event WHERE hash = ?""",
        newer,
        first,
    )
    journal.rebuild()
    assert journal.entry_count(HANA) == 1
    assert journal.event(newer).kind == "review"
    assert write(journal, tick("a"))
    assert journal.undoable(HANA).kind == Kind.TICK
