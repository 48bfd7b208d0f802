"""Whatever is taken in, one's own next record can be written, stands where it belongs, and travels on."""

import io
import json
import tempfile
from contextlib import ExitStack
from pathlib import Path

from bundle_world import HANA, KEN, bundle_of, events, hashed, lines_of, sealed, take_in
from hypothesis import example, given, settings
from hypothesis import strategies as st
from journal_world import NOON, Clock, claim, decision, entry, person, refused, reopening, signoff, tick, undo, write

from tui.journal.bundle.limits import LATEST, LONGEST_NAME, LONGEST_WORD, MOST
from tui.journal.bundle.preview import preview
from tui.journal.bundle.staging import stage
from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal
from tui.journal.writer import own_writer
from tui.progress.review import ClaimStage, rounds

MENTOR = "p-tanaka"
CLOCKS = st.one_of(
    st.sampled_from(
        [0, 1, NOON, LATEST - 1, LATEST, LATEST - 10**12, LATEST - 10**12 - 1, NOON + 100 * 31_557_600_000]
    ),
    st.integers(0, LATEST),
)
NUMBERS = st.one_of(st.sampled_from([1, 2, MOST - 1, MOST, 2**52, 2**52 - 1]), st.integers(1, MOST))


def forged(like, **columns):
    """An event with columns of whoever's choice, and the hash that it truly has."""
    return hashed({**like, **columns})


def from_elsewhere(**columns):
    """A bundle with one claim of Hana's that says *columns*."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Journal.open(Path(folder) / "s", create=True, clock=Clock()) as theirs,
    ):
        write(theirs, claim())
        raw = bundle_of(theirs)
    header, *lines = map(json.loads, lines_of(raw))
    made = forged(lines[-1], **columns)
    return sealed(header, made), made["hash"]


def travels(journal, folder):
    """Everything in *journal* is taken in by somebody else, and is the same there."""
    with Journal.open(Path(folder) / "elsewhere", create=True, clock=Clock()) as elsewhere:
        take_in(elsewhere, bundle_of(journal))
        assert events(elsewhere) == events(journal)


@settings(max_examples=40, deadline=None)
@given(clock=CLOCKS, recorded=CLOCKS, n=NUMBERS, author=st.sampled_from([HANA, MENTOR, KEN]), is_own=st.booleans())
@example(clock=LATEST, recorded=LATEST, n=MOST, author=HANA, is_own=False)
@example(clock=LATEST, recorded=0, n=MOST, author=MENTOR, is_own=True)
def test_no_record_from_elsewhere_keeps_ones_own_from_travelling(clock, recorded, n, author, is_own):
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        mine = stack.enter_context(Journal.open(Path(folder) / "mine", create=True, clock=Clock()))
        write(mine, person("田中", MENTOR), author=MENTOR)
        writer = {"writer": own_writer(mine.store)} if is_own else {}
        previous = "" if n == 1 else "a" * 64
        raw, claimed = from_elsewhere(clock=clock, recorded=recorded, n=n, author=author, previous=previous, **writer)
        take_in(mine, raw)
        decided = [
            write(mine, decision(claimed, verdict, reason="根拠"), author=MENTOR)
            for verdict in ("returned", "confirmed")
        ]
        written = [mine.event(each) for each in decided]
        assert [each.clock for each in written] == sorted({each.clock for each in written})
        assert [each.id for each in mine.decisions(HANA)] == decided
        if clock < LATEST - 10**12:
            assert clock < written[0].clock
        travels(mine, folder)


@settings(max_examples=25, deadline=None)
@given(clock=CLOCKS)
@example(clock=LATEST)
def test_what_somebody_takes_back_on_another_machine_is_taken_back_everywhere(clock):
    """Hana's other machine believed to be in another age when she ticked and recorded."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        first, second = (
            stack.enter_context(Journal.open(Path(folder) / name, create=True, clock=Clock(now)))
            for name, now in (("first", clock), ("second", NOON))
        )
        done = write(first, tick("a"), entry())
        take_in(second, bundle_of(first))
        write(second, tick("a", on=False), undo(done))
        take_in(first, bundle_of(second))
        for journal in (first, second):
            assert journal.ticks(HANA) == {}
            assert journal.entry_count(HANA) == 0
        assert max(each.clock for each in events(first)) == events(second)[-1].clock
        travels(second, folder)


def test_clock_far_ahead_is_told_with_its_value(receiver):
    raw, _ = from_elsewhere(clock=LATEST)
    with stage(receiver, io.BytesIO(raw)) as staged:
        found = preview(staged, NOON)
    assert (found.ahead, found.latest) == (1, LATEST)


def test_clock_that_only_follows_one_that_is_known_is_no_alarm(receiver, tmp_path):
    raw, claimed = from_elsewhere(clock=NOON + 10**11)
    take_in(receiver, raw)
    with Journal.open(tmp_path / "mentor", create=True, clock=Clock()) as mentor:
        take_in(mentor, raw)
        write(mentor, decision(claimed), author=MENTOR)
        with stage(receiver, io.BytesIO(bundle_of(mentor))) as staged:
            assert preview(staged, NOON).ahead == 0


def test_many_people_with_the_longest_names_travel(sender, receiver):
    for number in range(400):
        who = f"p-{number}"
        write(sender, person("長" * LONGEST_NAME, who), author=who)
    write(sender, entry())
    take_in(receiver, bundle_of(sender))
    assert receiver.people() == sender.people()


def test_word_that_no_bundle_could_hold_is_refused_before_it_is_written(sender):
    with refused("journal.too_long"):
        write(sender, tick("x" * (LONGEST_WORD + 1)))
    write(sender, NewEvent(Kind.TICK, HANA, "x" * LONGEST_WORD, {"on": True}))


def stands(journal):
    """What holds of each claim of Hana's."""
    return [
        (each.stage, each.decision and each.decision.reason)
        for each in rounds(journal.all_claims(HANA), journal.decisions(HANA), signoffs=lambda: journal.signoffs(HANA))
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(CLOCKS, min_size=1, max_size=3), st.booleans())
@example([LATEST], True)
@example([LATEST - 10**12, LATEST], True)
@example([LATEST - 10**12, LATEST - 10**12 + 1], False)
def test_whatever_is_taken_in_an_honest_return_written_afterwards_takes_effect_in_any_order(clocks, is_signed):
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        mine, sealing = (
            stack.enter_context(Journal.open(Path(folder) / name, create=True, clock=Clock()))
            for name in ("mine", "sealing")
        )
        made = write(mine, claim())
        take_in(sealing, bundle_of(mine))
        write(sealing, signoff(write(sealing, decision(made), author=KEN)), author=KEN)
        header, *lines = map(json.loads, lines_of(bundle_of(sealing)))
        like = {each["kind"]: each for each in lines}
        forged_ones = [forged(like["decision"], clock=each, writer=f"w{n}", n=1) for n, each in enumerate(clocks)]
        held = [each["hash"] for each in forged_ones]
        if is_signed:
            body = like["signoff"]["body"] | {"decisions": held}
            forged_ones.append(forged(like["signoff"], body=body, clock=max(clocks), writer="w9", n=1))
        in_order = sorted(forged_ones, key=lambda each: (each["clock"], each["writer"]))
        take_in(mine, sealed(header, *in_order))
        if is_signed:
            write(mine, reopening(forged_ones[-1]["hash"]), author=MENTOR)
        for verdict, reason in (("returned", "一"), ("confirmed", "二"), ("returned", "三")):
            (now,) = rounds(mine.all_claims(HANA), mine.decisions(HANA), signoffs=lambda: mine.signoffs(HANA))
            over = {"over": now.decision.id} if now.decision else {}
            write(mine, decision(made, verdict, reason=reason, **over), author=MENTOR)
            assert stands(mine)[0][1] == reason
        written = events(mine)
        for attempt in (written, written[::-1]):
            with Journal.open(Path(folder) / f"{len(attempt)}", create=True) as merged:
                for record in attempt:
                    merged.merge([record])
                assert stands(merged) == [(ClaimStage.RETURNED, "三")]
            (Path(folder) / f"{len(attempt)}").unlink()
