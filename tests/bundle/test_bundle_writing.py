"""A bundle holds what was asked for, reads as text, and is the same bytes wherever it is written."""

import hashlib
import io
import json

import pytest
from bundle_world import HANA, KEN, PACK, bundle_of, events, lines_of, take_in
from journal_world import Clock, decision, entry, raw, tick, write

from tui.errors import BundleError
from tui.journal.bundle import choosing
from tui.journal.bundle.beginning import read_header
from tui.journal.bundle.header import Selection
from tui.journal.bundle.writing import save_bundle, write_bundle
from tui.journal.canonical import canonical
from tui.journal.journal import Journal


def header_of(bundle):
    return json.loads(lines_of(bundle)[0])


def kinds_of(bundle):
    return [json.loads(line)["kind"] for line in lines_of(bundle)[1:]]


def test_header_says_what_follows(sender):
    bundle = bundle_of(sender, trust="SHA256:abc")
    header = header_of(bundle)
    tip = events(sender)[-1]
    assert header["format"] == "ikusei-bundle-1"
    assert header["pack"] == {"id": "nca-isogj", "version": "1.0.0"}
    assert header["events"] == len(lines_of(bundle)) - 1 == 10
    assert header["digest"] == hashlib.sha256(bundle.partition(b"\n")[2]).hexdigest()
    assert header["people"] == {HANA: "佐藤 花", KEN: "田中 健"}
    assert header["trainees"] == [HANA, KEN]
    assert header["writers"] == {tip.writer: [1, 10, tip.hash]}
    assert header["selection"] == {"trainees": [], "since": None, "beyond": "", "decisions": False}
    assert header["trust"] == "SHA256:abc"


def test_lines_are_the_events_in_order_and_canonical(sender):
    lines = lines_of(bundle_of(sender))
    assert all(canonical(json.loads(line)) == line.decode().rstrip("\n") for line in lines)
    found = [json.loads(line) for line in lines[1:]]
    assert [each["hash"] for each in found] == [each.hash for each in events(sender)]
    assert set(found[3]) == {*events(sender)[0]._fields}
    assert found[3]["body"]["note"] == "深夜帯の一次切り分け\n二行め"
    assert "深夜帯".encode() in lines[4]


def test_same_events_give_the_same_bytes_on_every_machine(sender, receiver):
    bundle = bundle_of(sender)
    take_in(receiver, bundle)
    assert bundle_of(receiver) == bundle == bundle_of(sender)


def test_one_trainee_travels_with_who_wrote_about_them_and_nothing_of_others(sender):
    bundle = bundle_of(sender, selection=Selection(trainees=(HANA,)))
    found = [json.loads(line) for line in lines_of(bundle)[1:]]
    assert [each["kind"] for each in found if each["trainee"] == KEN] == ["person"]
    assert [each["kind"] for each in found] == [
        "writer", "person", "enrol", "entry", "correction", "tick", "claim", "person", "decision",
    ]  # fmt: skip


def test_decisions_travel_with_their_writer_and_their_authors_name(sender):
    assert kinds_of(bundle_of(sender, selection=Selection(decisions=True))) == ["writer", "person", "decision"]


def test_since_a_moment(sender):
    moment = events(sender)[-1].recorded
    bundle = bundle_of(sender, selection=Selection(since=moment))
    assert kinds_of(bundle) == ["writer", "person", "decision"]
    assert header_of(bundle)["selection"]["since"] == moment


def test_beyond_an_earlier_bundle_only_what_came_after_it(sender, receiver):
    take_in(receiver, earlier := bundle_of(sender))
    known = read_header_of(earlier).writers
    new = write(sender, tick("a"))
    bundle = bundle_of(sender, selection=Selection(beyond="0" * 64), known=known)
    assert kinds_of(bundle) == ["writer", "person", "tick"]
    assert take_in(receiver, bundle) == 1
    assert receiver.event(new).kind == "tick"
    assert events(receiver) == events(sender)


def test_receiver_with_another_branch_gets_the_whole_chain(sender):
    known = read_header_of(bundle_of(sender)).writers
    other = {writer: reach._replace(hash="0" * 64) for writer, reach in known.items()}
    assert len(kinds_of(bundle_of(sender, known=other))) == len(events(sender))


def read_header_of(bundle):
    import io

    return read_header(io.BytesIO(bundle))


def test_nothing_chosen_is_a_bundle_all_the_same(sender, receiver):
    bundle = bundle_of(sender, selection=Selection(trainees=("p-nobody",)))
    assert len(lines_of(bundle)) == 1
    assert take_in(receiver, bundle) == 0


def test_body_that_is_not_written_the_usual_way_travels_as_its_text(sender, receiver):
    first = events(sender)[0]
    odd = first._replace(writer="another", n=11, previous=events(sender)[-1].hash, kind="new")
    odd = odd._replace(trainee=HANA, body='{ "b":1,"a":2 }', clock=first.clock + 10**6, hash="")
    odd = odd._replace(hash=odd.digest())
    sender.merge([odd])
    bundle = bundle_of(sender)
    assert json.loads(lines_of(bundle)[-1])["body_text"] == '{ "b":1,"a":2 }'
    take_in(receiver, bundle)
    assert events(receiver)[-1] == odd


def test_damaged_event_is_not_sent_on(sender):
    path = sender.path
    connection = raw(path)
    connection.execute("DROP TRIGGER event_is_never_changed")
    connection.execute("UPDATE event SET item = 'another' WHERE kind = 'tick'")
    connection.close()
    with pytest.raises(BundleError) as caught:
        bundle_of(sender)
    assert caught.value.key == "bundle.stays"


@pytest.mark.parametrize("body", ["{", "5", '"\\ud800"', "{}"])
def test_event_that_no_ikusei_wrote_is_not_sent_on(sender, body):
    first = events(sender)[0]
    odd = first._replace(n=11, kind="comment", trainee=HANA, body=body, hash="")
    sender.merge([odd._replace(hash=odd.digest())])
    with pytest.raises(BundleError) as caught:
        bundle_of(sender)
    assert caught.value.key == "bundle.stays"


def test_saving_makes_a_private_file_that_is_whole_or_not_there(sender, tmp_path, monkeypatch):
    target = tmp_path / "hana.ikusei"
    save_bundle(sender, target, pack=PACK)
    assert target.read_bytes() == bundle_of(sender)
    assert target.stat().st_mode & 0o077 == 0
    with pytest.raises(BundleError) as caught:
        save_bundle(sender, target, pack=PACK)
    assert caught.value.key == "bundle.exists"
    other = tmp_path / "other.ikusei"

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BundleError) as caught:
        save_bundle(sender, other, pack=PACK)
    assert caught.value.key == "bundle.unwritable"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["hana.ikusei", "sender"]


def test_others_write_meanwhile_and_it_is_of_one_moment_all_the_same(sender, monkeypatch):
    monkeypatch.setattr(choosing, "PORTION", 3)
    expected = bundle_of(sender)

    class Sink(io.BytesIO):
        written_meanwhile = 0

        def write(self, data):
            with Journal.open(sender.path, busy_ms=1, clock=Clock()) as other:
                write(other, tick(f"meanwhile.{self.written_meanwhile}"))
            self.written_meanwhile += 1
            return super().write(data)

        def writelines(self, lines):
            for line in lines:
                self.write(line)

    sink = Sink()
    write_bundle(sender, sink, pack=PACK)
    assert sink.written_meanwhile > 3
    assert sink.getvalue() == expected


def test_decisions_bring_a_mentors_words_back(tmp_path, sender):
    """The round trip of a claim: the trainee's file to the mentor, and only what the mentor said back."""
    with Journal.open(tmp_path / "mentor", create=True, clock=Clock()) as mentor:
        take_in(mentor, bundle_of(sender))
        claimed = sender.claims(HANA)["soc.2.paired"].id
        write(mentor, decision(claimed, "confirmed"), author="p-mentor")
        write(mentor, entry(trainee="p-mentor"), author="p-mentor")
        back = bundle_of(mentor, selection=Selection(decisions=True, trainees=(HANA,)))
    assert take_in(sender, back, frozenset({HANA})) == 2
    assert [each.verdict for each in sender.decisions(HANA)] == ["returned", "confirmed"]
    assert sender.entry_count("p-mentor") == 0
