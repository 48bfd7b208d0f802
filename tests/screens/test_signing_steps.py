"""A whole STEP is signed: only when every criterion is confirmed, in order or with a reason; and opened again."""

from dataclasses import replace

import pytest
from screens_world import entry_form, make_ready, terminal
from test_review_screen import TANAKA, criterion, mentor

from tui.curriculum.rule import Supervision
from tui.errors import UsageError
from tui.journal.review import Verdict
from tui.progress.state import State
from tui.workbook.mentor.reviewing import decide, queue, returnable
from tui.workbook.mentor.signoff import declaration, reopen, sign, signables
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.trainee.writing import begin, claim, correct, enrol, form_of, log, set_tick


@pytest.fixture
def confirmed(nobody):
    """Every criterion of STEP 2 is confirmed; the trainee started there."""
    begin(nobody, "佐藤 花", "soc", 2)
    log(nobody, entry_form("soc.2.paired", 3, Supervision.PAIRED))
    entry = nobody.entries(criterion(nobody, "soc.2.paired"))[0]
    correct(nobody, entry, replace(form_of(entry), quantity=10))
    for day in range(1, 6):
        log(nobody, entry_form("soc.2.alone", day))
    log(nobody, entry_form("soc.2.verdict", 6, hits=198, total=200))
    for each in nobody.pack.role("soc").step(2).criteria:
        make_ready(nobody, each.id)
        claim(nobody, each)
    for waiting in queue(nobody, TANAKA):
        decide(waiting, TANAKA, Verdict.CONFIRMED)
    return nobody


async def test_step_is_signed_and_stands_on_the_ladder(confirmed):
    async with mentor(confirmed, size=(100, 30)) as screen:
        assert "承認できる: STEP 2" in screen.text
        assert "佐藤 花 が SOC/監視 の STEP 2 の達成目安 4 件" in screen.text.replace("\n", "")
        assert "c 確認" not in screen.keys
        await screen.press("s", "enter")
        assert "STEP 2 を承認しました" in screen.status
        assert "承認できる" not in screen.text
    assert set(confirmed.signed()) == {"soc.2"}
    assert confirmed.signed()["soc.2"].declaration.startswith("佐藤 花")
    async with terminal(confirmed) as screen:
        assert "承認 2026-11-21" in screen.text


def test_step_with_a_criterion_that_is_not_confirmed_can_not_be_signed(confirmed):
    (signable,) = signables(confirmed, TANAKA)
    entry = confirmed.entries(criterion(confirmed, "soc.2.alone"))[0]
    correct(confirmed, entry, form_of(entry))
    with pytest.raises(UsageError) as caught:
        sign(signable, TANAKA, declaration(signable, "ja"))
    assert caught.value.key == "workbook.step_not_confirmed"
    assert list(signables(confirmed, TANAKA)) == []


def test_signing_out_of_order_takes_a_reason(confirmed):
    enrol(confirmed, "soc", 1)
    (signable,) = signables(confirmed, TANAKA)
    assert signable.earlier == (1,)
    with pytest.raises(UsageError) as caught:
        sign(signable, TANAKA, "…")
    assert caught.value.key == "workbook.step_out_of_order"
    sign(signable, TANAKA, "…", "前の職場で STEP 1 を終えている")
    assert confirmed.signed()["soc.2"].exception == "前の職場で STEP 1 を終えている"


def test_reopened_step_can_be_signed_again_and_what_was_signed_stays(confirmed):
    (signable,) = signables(confirmed, TANAKA)
    sign(signable, TANAKA, "一度目")
    with pytest.raises(UsageError):
        sign(signable, TANAKA, "二度目")
    with pytest.raises(UsageError):
        reopen(confirmed, "soc.2", TANAKA, " ")
    reopen(confirmed, "soc.2", TANAKA, "手順が変わったため")
    assert confirmed.signed() == {}
    (again,) = signables(confirmed, TANAKA)
    sign(again, TANAKA, "二度目")
    kept = confirmed.journal.signoffs(confirmed.trainee)
    assert [(each.declaration, len(each.reopened)) for each in kept] == [("一度目", 1), ("二度目", 0)]


def test_nobody_signs_for_themself(confirmed):
    assert list(signables(confirmed, Reviewer(confirmed.trainee, "佐藤 花"))) == []


def test_unticking_a_point_afterwards_makes_the_confirmation_stale(confirmed):
    set_tick(confirmed, criterion(confirmed, "soc.2.alone").points[0].id, False)
    assert list(signables(confirmed, TANAKA)) == []


def test_what_a_signed_step_rests_on_is_returned_only_once_it_is_open_again(confirmed):
    looked_at = returnable(confirmed, TANAKA)
    assert len(looked_at) == 4
    (signable,) = signables(confirmed, TANAKA)
    sign(signable, TANAKA, "…")
    assert returnable(confirmed, TANAKA) == ()
    with pytest.raises(UsageError) as caught:
        decide(looked_at[0], TANAKA, Verdict.RETURNED, "まちがい")
    assert caught.value.key == "workbook.return_signed"
    reopen(confirmed, "soc.2", TANAKA, "確認のまちがい")
    decide(returnable(confirmed, TANAKA)[0], TANAKA, Verdict.RETURNED, "まちがい")
    assert [each.view.state for each in returnable(confirmed, TANAKA)] == [State.CONFIRMED] * 3
    assert list(signables(confirmed, TANAKA)) == []
