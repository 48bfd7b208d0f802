"""What a bundle would bring is said before anything of it is taken in."""

import io
import json
from contextlib import contextmanager

from bundle_world import HANA, KEN, PACK, bundle_of, events, hashed, lines_of, sealed, take_in
from journal_world import NOON, person, tick, write

from tui.journal.bundle.header import Selection
from tui.journal.bundle.preview import AHEAD_MS, preview
from tui.journal.bundle.staging import stage
from tui.journal.writer import own_writer


@contextmanager
def looked_at(journal, raw, now=NOON * 2):
    before = events(journal)
    with stage(journal, io.BytesIO(raw)) as staged:
        yield preview(staged, now)
    assert events(journal) == before


def loaded(bundle):
    header, *rows = map(json.loads, lines_of(bundle))
    return header, rows


def test_new_events_by_trainee_and_kind(sender, receiver):
    with looked_at(receiver, bundle_of(sender)) as found:
        assert found.pack == PACK
        assert found.new == {
            "": {"writer": 1},
            HANA: {"person": 1, "enrol": 1, "entry": 1, "correction": 1, "tick": 1, "claim": 1, "decision": 1},
            KEN: {"person": 1, "entry": 1},
        }
        assert (found.events, found.fresh, found.known) == (10, 10, 0)
        assert not found.needs_a_look
        assert found.partial == ()


def test_what_is_known_already_is_counted_and_not_new(sender, receiver):
    take_in(receiver, bundle_of(sender))
    write(sender, tick("a"))
    with looked_at(receiver, bundle_of(sender)) as found:
        assert found.new == {HANA: {"tick": 1}}
        assert (found.fresh, found.known) == (1, 10)


def test_kinds_that_nobody_knows_are_counted_as_one(sender, receiver):
    header, rows = loaded(bundle_of(sender))
    strange = [
        hashed({**rows[-1], "kind": f"kind{n}", "n": 11 + n, "clock": rows[-1]["clock"] + n + 1, "body": {}})
        for n in range(3)
    ]
    with looked_at(receiver, sealed(header, *strange)) as found:
        assert found.new == {HANA: {"unknown": 3}}


def test_names_are_those_of_the_receiver_then_of_the_events_then_of_the_header(sender, receiver):
    header, rows = loaded(bundle_of(sender))
    lying = {**header, "people": {HANA: "偽名", KEN: "偽名"}}
    with looked_at(receiver, sealed(lying, *rows)) as found:
        assert found.names == {HANA: "佐藤 花", KEN: "田中 健"}
    with looked_at(receiver, sealed(lying, rows[3])) as found:
        assert found.names == {HANA: "偽名"}
    write(receiver, person("花さん"))
    with looked_at(receiver, sealed(lying, *rows)) as found:
        assert found.names == {HANA: "花さん", KEN: "田中 健"}


def test_fork_is_told_and_not_refused(sender, receiver):
    header, rows = loaded(bundle_of(sender))
    take_in(receiver, bundle_of(sender))
    other = hashed({**rows[4], "body": {**rows[4]["body"], "note": "別の話"}})
    forked = sealed(header, *rows[:4], other)
    with looked_at(receiver, forked) as found:
        assert found.forks == ((rows[4]["writer"], 5),)
        assert found.needs_a_look
    assert take_in(receiver, forked) == 1
    with looked_at(receiver, forked) as found:
        assert found.forks == ()


def test_fork_inside_one_bundle(sender, receiver):
    header, rows = loaded(bundle_of(sender))
    other = hashed({**rows[4], "clock": rows[4]["clock"] + 1, "body": {**rows[4]["body"], "note": "別の話"}})
    both = sorted([*rows, other], key=lambda each: (each["clock"], each["writer"], each["n"], each["hash"]))
    with looked_at(receiver, sealed(header, *both)) as found:
        assert found.forks == ((rows[4]["writer"], 5),)


def test_event_that_contradicts_the_one_before_it_is_told(sender, receiver):
    header, rows = loaded(bundle_of(sender))
    torn = hashed({**rows[5], "previous": "0" * 64})
    with looked_at(receiver, sealed(header, *rows[:5], torn)) as found:
        assert found.breaks == ((rows[5]["writer"], 6),)
        assert found.needs_a_look
    first = hashed({**rows[0], "previous": "0" * 64})
    with looked_at(receiver, sealed(header, first)) as found:
        assert found.breaks == ((rows[0]["writer"], 1),)
    take_in(receiver, sealed(header, *rows[:5]))
    with looked_at(receiver, sealed(header, torn)) as found:
        assert found.breaks == ((rows[5]["writer"], 6),)


def test_part_of_a_chain_is_told_and_needs_no_look(sender, receiver):
    whole = bundle_of(sender, selection=Selection(trainees=(HANA,)))
    with looked_at(receiver, whole) as found:
        assert found.partial == ()  # what is about Ken isn't missing
    header, rows = loaded(whole)
    with looked_at(receiver, sealed(header, *(row for row in rows if row["kind"] != "entry"))) as found:
        assert found.partial == (events(sender)[0].writer,)
        assert found.breaks == ()
        assert not found.needs_a_look
    take_in(receiver, whole)
    with looked_at(receiver, bundle_of(sender)) as found:
        assert found.partial == ()


def test_clock_far_ahead_is_told_and_never_refused(sender, receiver):
    bundle = bundle_of(sender)
    last = events(sender)[-1]
    with looked_at(receiver, bundle, now=last.clock - AHEAD_MS) as found:
        assert (found.ahead, found.latest) == (0, 0)
    with looked_at(receiver, bundle, now=last.clock - AHEAD_MS - 1) as found:
        assert (found.ahead, found.latest) == (1, last.recorded)
        assert found.needs_a_look
    with looked_at(receiver, bundle, now=0) as found:
        assert found.ahead == 10
    assert take_in(receiver, bundle) == 10


def test_events_that_this_very_file_should_have_written_need_a_look(sender, receiver):
    write(receiver, tick("a"))
    mine = own_writer(receiver.store)
    header, rows = loaded(bundle_of(sender))
    forged = hashed({**rows[3], "writer": mine, "n": 9})
    with looked_at(receiver, sealed(header, forged)) as found:
        assert found.own == 1
        assert found.needs_a_look
    with looked_at(receiver, bundle_of(receiver)) as found:
        assert found.own == 0
