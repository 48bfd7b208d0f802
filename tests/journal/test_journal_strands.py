"""What a writer says about one person is a strand: a part of the chain shows that nothing of it is missing."""

from journal_world import HANA, KEN, PAIRED, Clock, claim, decision, entry, person, tick, write

from tui.journal.canonical import Record, canonical
from tui.journal.chain import check_chains
from tui.journal.event import Kind
from tui.journal.events import by_chain
from tui.journal.finding import Severity
from tui.journal.journal import Journal
from tui.journal.register import EventFilter

MENTOR = "p-tanaka"


def record(n, before, trainee=HANA, previous="p" * 64, kind="new", **columns):
    """An event of somebody else's chain that says *before*; None says nothing."""
    body = {} if before is None else {"before": before}
    made = Record("", "w1", n, previous if n > 1 else "", n, n, MENTOR, trainee, kind, "a", canonical(body), "", "")
    made = made._replace(**columns)
    return made._replace(hash=made.digest())


def after(other):
    return f"{other.n}:{other.hash}"


def found(*records):
    """Severity and key of each finding; the chain begins with its writer."""
    first = record(1, None, trainee="", kind="writer")
    chain = sorted([first, *records], key=lambda each: (each.n, each.hash))
    return [(each.severity, each.key) for each in check_chains(chain, "")]


def test_each_event_names_the_one_before_it_about_the_same_person(tmp_path):
    with Journal.open(tmp_path / "s", create=True, clock=Clock()) as journal:
        write(journal, person("佐藤 花"), tick("a"))
        write(journal, entry())
        write(journal, person("花"))
        events = list(reversed(journal.events(EventFilter(), 100)))
    writer, name, ticked, done, renamed = events
    assert "before" not in writer.body
    assert (name.body["before"], ticked.body["before"]) == ("", "")
    assert done.body["before"] == after(ticked)
    assert renamed.body["before"] == after(name)  # names travel with all that their owner writes


def test_gaps_where_others_are_spoken_of_are_nothing(tmp_path):
    with (
        Journal.open(tmp_path / "m", create=True, clock=Clock()) as mentor,
        Journal.open(tmp_path / "h", create=True, clock=Clock()) as hana,
        Journal.open(tmp_path / "k", create=True, clock=Clock()) as ken,
    ):
        for journal, who in ((hana, HANA), (ken, KEN)):
            write(journal, claim(trainee=who), author=who)
            mentor.merge(list(by_chain(journal.store)))
        for who in (HANA, KEN, HANA, KEN):
            write(mentor, decision(mentor.claims(who)[PAIRED].id, trainee=who), author=MENTOR)
        events = list(by_chain(mentor.store))
        hana.merge([each for each in events if each.trainee in {"", HANA} and each.author == MENTOR])
        assert list(check_chains(by_chain(hana.store), "")) == []
        assert journal.heads(KEN).keys() == {event.writer for event in ken.events(EventFilter(), 9)}


def test_what_is_not_here_yet_is_told_and_is_no_fault():
    first = record(3, "")
    second = record(5, after(first))
    other = record(6, "", trainee=KEN, previous=second.hash)
    third = record(9, after(second))
    assert found(first, second, third, other) == []
    assert found(first, third, other) == [(Severity.WARNING, "journal.not_here")]
    assert found(third) == [(Severity.WARNING, "journal.not_here")]


def test_what_contradicts_is_a_fault():
    fault = [(Severity.FAULT, "journal.before")]
    first = record(3, "")
    second = record(5, after(first))
    other = record(6, "", trainee=KEN)
    assert found(first, second, record(9, "")) == fault  # it says that it is the first
    assert found(first, second, record(9, after(first))) == fault  # one is passed over
    assert found(first, record(9, f"3:{'a' * 64}")) == fault  # another event has that number
    assert found(first, record(9, after(first), trainee=KEN)) == fault  # it is about somebody else
    assert found(other, record(7, f"6:{'a' * 64}", trainee=KEN, previous=other.hash)) == fault
    assert found(record(9, f"8:{'a' * 64}")) == fault  # the event before it, by `previous`, is another


def test_what_cannot_be_so_is_a_fault():
    for before in (["3"], 3, "x", "0:" + "a" * 64, "9:" + "a" * 64, "10:" + "a" * 64, "3:" + "A" * 64, "3"):
        assert found(record(9, before)) == [(Severity.FAULT, "journal.before")]


def test_events_that_do_not_say_are_judged_by_their_chain_and_gaps_are_no_fault():
    assert found(record(4, None), record(5, "", trainee=KEN, previous=record(4, None).hash)) == [
        (Severity.WARNING, "journal.partial")
    ]
    older = [record(2, None, previous=record(1, None, trainee="", kind="writer").hash)]
    assert found(*older, record(8, after(older[0]))) == []


def test_branches_of_a_fork_are_one_line():
    first = record(3, "")
    one, other = record(4, after(first), previous=first.hash), record(4, after(first), previous=first.hash, item="b")
    ends = [record(5, after(each), previous=each.hash) for each in (one, other)]
    more = [record(6, after(each), previous=each.hash) for each in ends]
    assert found(first, one, other, *ends, *more) == [(Severity.FAULT, "journal.fork")]


def test_kind_of_a_newer_ikusei_is_on_the_strand_as_well():
    first = record(3, "", kind="medal")
    assert found(first, record(5, after(first), kind=Kind.COMMENT)) == []
