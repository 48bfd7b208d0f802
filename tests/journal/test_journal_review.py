"""What mentors say about a trainee: written by somebody else, kept for good, the same whatever came first."""

import itertools

import pytest
from journal_world import (
    HANA,
    KEN,
    PAIRED,
    Clock,
    claim,
    comment,
    correction,
    decision,
    entry,
    person,
    refused,
    reopening,
    signature,
    signoff,
    tick,
    undo,
    waiver,
    withdrawal,
    write,
)

from tui.journal import reviews
from tui.journal.events import in_order, insert
from tui.journal.fold import rebuild
from tui.journal.journal import Journal
from tui.journal.review import Verdict


def test_decision_is_kept_with_its_claim(journal):
    made = write(journal, claim())
    write(journal, decision(made, "returned", reason="例を 1 つ足してください"), author=KEN)
    (found,) = reviews.decisions(journal.store, HANA)
    assert (found.claim, found.author, found.verdict, found.reason) == (
        made,
        KEN,
        Verdict.RETURNED,
        "例を 1 つ足してください",
    )


def test_returned_claim_can_be_made_again_and_both_rounds_are_kept(journal):
    first = write(journal, claim())
    with refused("journal.claimed_already"):
        write(journal, claim())
    write(journal, decision(first, "returned", reason="足りない"), author=KEN)
    second = write(journal, claim(comment="足しました"))
    assert [each.id for each in reviews.claims_on(journal.store, HANA, PAIRED)] == [first, second]
    assert journal.claims(HANA)[PAIRED].id == second


@pytest.mark.parametrize("news", [decision("x"), waiver("x"), signoff(), reopening("x")])
def test_nobody_reviews_or_signs_for_themself(journal, news):
    with refused("journal.own_review"):
        write(journal, news)


@pytest.mark.parametrize("news", [entry(), tick("a"), claim(), person("別の名前"), withdrawal("x")])
def test_nobody_writes_work_for_somebody_else(journal, news):
    with refused("journal.not_own"):
        write(journal, news, author=KEN)


def test_returning_takes_a_reason(journal):
    made = write(journal, claim())
    with refused("journal.no_reason"):
        write(journal, decision(made, "returned", reason="  "), author=KEN)
    with refused("journal.verdict"):
        write(journal, decision(made, "perhaps"), author=KEN)


def test_decision_names_a_claim_on_that_criterion(journal):
    made = write(journal, claim())
    for wrong in (decision("f" * 64), decision(made, item="soc.2.alone"), decision(made, trainee=KEN)):
        with refused("journal.no_target"):
            write(journal, wrong, author="p-mentor")


def test_decided_claim_is_not_withdrawn_any_more(journal):
    made = write(journal, claim())
    write(journal, decision(made), author=KEN)
    with refused("journal.not_claimed"):
        write(journal, withdrawal(made))


def test_mentor_can_not_undo_what_the_trainee_wrote_nor_the_other_way_round(journal):
    done = write(journal, entry())
    with refused("journal.not_own"):
        write(journal, undo(done), author=KEN)
    made = write(journal, claim())
    decided = write(journal, decision(made), author=KEN)
    with refused("journal.nothing_to_undo"):
        write(journal, undo(decided))


def test_step_is_signed_reopened_and_what_was_signed_stays(journal):
    made = write(journal, claim())
    confirmed = write(journal, decision(made), author=KEN)
    signed = write(journal, signoff(confirmed), author=KEN)
    write(journal, reopening(signed, "手順が変わったため"), author="p-lead")
    (found,) = reviews.signoffs(journal.store, HANA)
    assert (found.id, found.declaration, found.decisions) == (signed, "STEP 2 を終えたと認める", (confirmed,))
    assert [each.reason for each in found.reopened] == ["手順が変わったため"]
    with refused("journal.no_target"):
        write(journal, signoff(made), author=KEN)


def test_comments_come_from_both_sides(journal):
    made = write(journal, claim())
    write(journal, comment(made, "どの夜勤ですか"), author=KEN)
    write(journal, comment(made, "11 月 20 日です"))
    assert [(each.author, each.text) for each in reviews.comments(journal.store, made)] == [
        (KEN, "どの夜勤ですか"),
        (HANA, "11 月 20 日です"),
    ]


def test_signature_is_by_the_author_of_what_is_signed(journal):
    made = write(journal, claim())
    decided = write(journal, decision(made), author=KEN)
    with refused("journal.not_own"):
        write(journal, signature(decided), author="p-other")
    write(journal, signature(decided), author=KEN)
    (found,) = reviews.signatures(journal.store, decided)
    assert (found.author, found.signature) == (KEN, "-----BEGIN")


def test_waiver_and_taking_it_back_are_both_kept(journal):
    write(journal, waiver("該当する業務がない"), author=KEN)
    write(journal, waiver("業務ができた", on=False), author=KEN)
    assert [(each.reason, each.on) for each in reviews.waivers(journal.store, HANA)] == [
        ("該当する業務がない", True),
        ("業務ができた", False),
    ]


def test_forged_rows_in_a_file_count_for_nothing(journal, tmp_path):
    """An event whose author had no right to it, as a program that is not ours might add it."""
    made = write(journal, claim())
    confirmed = write(journal, decision(made), author=KEN)
    done = write(journal, entry())
    records = {record.hash: record for record in in_order(journal.store)}
    forged = [
        records[confirmed]._replace(author=HANA, n=90),
        records[done]._replace(author=KEN, n=91),
        records[made]._replace(author=KEN, item="soc.2.alone", n=92),
    ]
    with Journal.open(tmp_path / "forged.sqlite", create=True, clock=Clock()) as other:
        with other.store.write():
            for record in forged:
                insert(other.store, record._replace(hash=record.digest()))
            rebuild(other.store)
        assert reviews.decisions(other.store) == []
        assert other.entry_count(HANA) == 0
        assert [*reviews.all_claims(other.store, HANA), *reviews.all_claims(other.store, KEN)] == []


def test_order_in_which_events_come_in_makes_no_difference(journal, tmp_path):
    made = write(journal, claim())
    write(journal, withdrawal(made))
    again = write(journal, claim())
    write(journal, decision(again), author=KEN)
    done = write(journal, entry())
    write(journal, correction(done, quantity=2))
    records = list(in_order(journal.store))
    seen = set()
    for number, order in enumerate(itertools.islice(itertools.permutations(records), 0, 5040, 240)):
        with Journal.open(tmp_path / f"{number}.sqlite", create=True, clock=Clock()) as other:
            with other.store.write():
                for record in order:
                    insert(other.store, record)
                rebuild(other.store)
            seen.add(
                (
                    tuple(reviews.decisions(other.store)),
                    tuple(each.id for each in reviews.claims(other.store, HANA).values()),
                    other.entry(done).quantity,
                )
            )
    assert len(seen) == 1
