"""Names and numbers that a trainee makes up, on chains that aren't theirs, and hands on to everybody."""

import json
import shutil

import pytest
from attack_world import ALONE, tells
from bundle_world import hashed, lines_of, sealed
from cli_world import Terminal
from journal_world import assert_can_be_said

from tui.journal.canonical import Record, canonical
from tui.journal.events import add_new, stamp
from tui.journal.fold import merge
from tui.journal.journal import Journal
from tui.journal.writer import own_writer
from tui.workbook.exchange.inbox_intake import receive

FALSE = "別人"
FAR = 1000


# -- what is made up ---------------------------------------------------------------------------------------------------


class Forger:
    """Hana, who has records of the mentor's chain, and hands on what she makes up behind them.

    Args:
        victim: the world.
    """

    def __init__(self, victim):
        self.victim = victim
        assert victim.asks("comment", ALONE, "-m", "見ています").code == 0
        victim.hana.takes_in()
        self.path = victim.folder / "hana.ikusei"
        assert victim.hana("export", "-o", self.path).code == 0
        header, *lines = map(json.loads, lines_of(self.path.read_bytes()))
        self.header, self.lines = header, lines
        self.mentor = victim.mentor.person
        self.hana = victim.hana.person
        self.first = self.begun(self.mentor)[0]
        said = next(each["writer"] for each in lines if each["kind"] == "comment")
        self.chain = [each for each in lines if each["writer"] == said]

    def begun(self, person):
        """The beginnings of somebody's chains, oldest first: the file was copied for the test."""
        own = (each for each in self.lines if each["kind"] == "writer" and each["body"]["person"] == person)
        return sorted(own, key=lambda each: each["clock"])

    def writer(self, person):
        """The chain that somebody writes now."""
        return self.begun(person)[-1]["writer"]

    @property
    def clock(self):
        return max(each["clock"] for each in self.lines) + 1

    def adds(self, kind, body, *, writer, n, author, trainee="", item="", previous="a" * 64, clock=0):
        """Make a record up; its hash is the one that it must have."""
        like = {"pack": "nca-isogj", "pack_version": "1.1.0", "clock": clock or self.clock}
        said = {"kind": kind, "body": body, "writer": writer, "n": n, "author": author, "trainee": trainee}
        made = hashed({**like, **said, "item": item, "previous": previous, "recorded": like["clock"]})
        self.lines.append(made)
        return made["hash"]

    def names(self, person, name, **place):
        return self.adds("person", {"name": name, "before": ""}, author=person, trainee=person, **place)

    def begins(self, writer, person, copied_from="", **place):
        body = {"person": person, "host": "x", "copied_from": copied_from}
        return self.adds("writer", body, writer=writer, n=1, author=person, previous="", **place)

    def says(self, person, **place):
        """A remark of somebody on Hana's claim."""
        claim = next(each["hash"] for each in self.lines if each["kind"] == "claim")
        body = {"claim": claim, "text": "見ました", "before": ""}
        return self.adds("comment", body, author=person, trainee=self.hana, item=ALONE, **place)

    def hands_on(self):
        """All of it as a bundle."""
        rows = sorted(self.lines, key=lambda each: (each["clock"], each["writer"], each["n"], each["hash"]))
        self.path.write_bytes(sealed(self.header, *rows))
        return self.path


def far_name(forger):
    forger.names(forger.mentor, FALSE, writer=forger.writer(forger.mentor), n=FAR)


def next_name(forger):
    last = forger.chain[-1]
    forger.names(forger.mentor, FALSE, writer=last["writer"], n=last["n"] + 1, previous=last["hash"])


def far_name_on_the_first_chain(forger):
    forger.names(forger.mentor, FALSE, writer=forger.first["writer"], n=FAR)


def second_first_name(forger):
    first = forger.first
    forger.names(forger.mentor, FALSE, writer=first["writer"], n=2, previous=first["hash"])


def copied_chain(forger):
    first = forger.begins("f" * 32, forger.mentor, forger.writer(forger.mentor))
    forger.names(forger.mentor, FALSE, writer="f" * 32, n=2, previous=first)


def copied_chain_that_speaks(forger):
    copied_chain(forger)
    forger.says(forger.mentor, writer="f" * 32, n=3, previous=forger.lines[-1]["hash"])


def earlier_chain(forger):
    first = forger.begins("e" * 32, forger.mentor, clock=1)
    second = forger.names(forger.mentor, FALSE, writer="e" * 32, n=2, previous=first, clock=2)
    forger.says(forger.mentor, writer="e" * 32, n=3, previous=second, clock=3)


def second_beginning(forger):
    forger.begins(forger.writer(forger.mentor), forger.mentor, clock=1)


def later_beginning(forger):
    body = {"person": forger.mentor, "host": "x", "copied_from": ""}
    forger.adds("writer", body, writer=forger.writer(forger.mentor), n=FAR, author=forger.mentor)


MADE_UP = [
    far_name, next_name, far_name_on_the_first_chain, second_first_name, copied_chain, copied_chain_that_speaks,
    earlier_chain, second_beginning, later_beginning,
]  # fmt: skip


# -- who is whom -------------------------------------------------------------------------------------------------------


def called(terminal, person):
    with Journal.open(terminal.state, write=False) as journal:
        return journal.people().get(person)


@pytest.fixture
def lead(victim, capsys):
    """A lead who knows the mentor from what Hana has handed on before."""
    lead = Terminal(victim.folder / "lead", capsys)
    assert lead("me", "山田 恵").code == 0
    forger = Forger(victim)
    assert lead("import", "--yes", forger.path).code == 0
    assert called(lead, forger.mentor) == "田中 実"
    forger.path.unlink()
    lead.forger = forger
    return lead


@pytest.mark.parametrize("make", MADE_UP)
def test_nobody_calls_a_mentor_otherwise(make, victim, lead):
    forger = lead.forger
    make(forger)
    for words in (("import", "--yes"), ("review", "--list")):
        assert lead("--lang", "en", *words, forger.hands_on()).code in {0, 1}
        assert called(lead, forger.mentor) == "田中 実"
    assert lead("doctor").code == 0


@pytest.mark.parametrize("make", MADE_UP)
def test_no_number_made_up_makes_the_mentors_next_decision_a_fork(make, victim, lead):
    forger = lead.forger
    make(forger)
    assert lead("import", "--yes", forger.hands_on()).code in {0, 1}
    assert victim.hana("import", "--yes", forger.path).code in {0, 1}
    for number in range(2):
        assert victim.asks("comment", ALONE, "-m", f"{number}").code == 0
    assert victim.asks("confirm", ALONE).code == 0
    with Journal.open(victim.hana.state) as journal:
        came, stayed = receive(journal, victim.beside("inbox"), "en")
    assert came
    assert stayed == ()
    assert victim.hana.standing(ALONE)["state"] == "confirmed"
    for reader in (victim.hana, lead):
        bundle = victim.folder / "said.ikusei"
        bundle.unlink(missing_ok=True)
        assert victim.mentor("export", "-o", bundle, "-t", "佐藤 花").code == 0
        assert reader("import", "--yes", bundle).code == 0
        assert {each["key"] for each in reader("verify", "--json").json["findings"]} <= {"journal.not_here"}


@pytest.mark.parametrize("make", MADE_UP)
@pytest.mark.parametrize("way", ["import", "review", "pull", "state"])
def test_no_mentor_is_silenced_by_what_is_made_up_in_their_name(make, way, victim, monkeypatch):
    forger = Forger(victim)
    make(forger)
    bundle = forger.hands_on()
    if way == "state":
        put_into(victim.hana.state, forger)
        answer = victim.asks("review", "--list")
    elif way == "pull":
        victim.folder.joinpath("bin").mkdir()
        ssh = victim.folder / "bin/ssh"
        ssh.write_text(f"#!/bin/sh\ncat {bundle}\n")
        ssh.chmod(0o755)
        monkeypatch.setenv("PATH", f"{ssh.parent}:/usr/bin:/bin")
        answer = victim.mentor("--lang", "en", "pull", "佐藤 花", "--ssh", "soc-3")
    else:
        more = ("--list",) if way == "review" else ("--yes",)
        answer = victim.mentor("--lang", "en", way, bundle, *more)
    assert answer.code in {0, 1}, answer
    assert victim.mentor("me").out.split()[1:] == ["田中", "実"]
    assert [each["criterion"] for each in victim.mentor("review", "--json").json] == [ALONE]
    assert victim.mentor("confirm", ALONE).code == 0
    assert victim.mentor("doctor").code == 0


def put_into(state, forger):
    """What was made up, in the forger's own file: nothing there checks it."""
    with Journal.open(state) as journal, journal.store.write():
        rows = ({**each, "body": canonical(each["body"])} for each in forger.lines)
        before = stamp(journal.store)
        add_new(journal.store, [Record(**each) for each in rows])
        merge(journal.store, before)


# -- names that were taken in by an ikusei that took in all ------------------------------------------------------------


def test_names_that_are_here_already_give_way_to_the_mentors_words(victim):
    """Every second number behind the end of the mentor's chain is taken by a name, in Hana's own file."""
    forger = Forger(victim)
    last = forger.chain[-1]["n"]
    for n in range(last + 1, last + 40, 2):
        forger.names(forger.mentor, FALSE, writer=forger.writer(forger.mentor), n=n)
    put_into(victim.hana.state, forger)
    for number in range(3):
        assert victim.mentor("comment", ALONE, "-m", f"{number}").code == 0
    assert victim.mentor("confirm", ALONE).code == 0
    bundle = victim.folder / "said.ikusei"
    assert victim.mentor("export", "--decisions", "-o", bundle).code == 0
    inbox = victim.beside("inbox")
    shutil.copy(bundle, inbox)
    with Journal.open(victim.hana.state) as journal:
        _, stayed = receive(journal, inbox, "en")
        assert stayed == ()
    assert victim.hana.standing(ALONE)["state"] == "confirmed"
    found = {each["key"] for each in victim.hana("verify", "--json").json["findings"]}
    assert not found & {"journal.fork", "journal.previous", "journal.before"}
    assert victim.hana("export", "-o", victim.folder / "on.ikusei").code == 0
    assert FALSE not in (victim.folder / "on.ikusei").read_text(encoding="utf-8")


# -- the reader's own name ---------------------------------------------------------------------------------------------


def on_old_chain(victim, terminal, old):
    """A bundle in which a former chain of the reader calls them otherwise, with words behind it."""
    forger = Forger(victim)
    me = terminal.person
    forger.names(me, FALSE, writer=old, n=FAR)
    forger.says(me, writer=old, n=FAR + 1)
    return forger.hands_on()


def own_chain_of(terminal):
    with Journal.open(terminal.state, write=False) as journal:
        return own_writer(journal.store)


def restored(victim, _capsys):
    mentor, old = victim.mentor, own_chain_of(victim.mentor)
    assert mentor("backup").code == 0
    assert mentor("restore", "--yes", *mentor.state.parent.glob("backups/*.sqlite")).code == 0
    return mentor, old


def moved(victim, _capsys):
    mentor, old = victim.mentor, own_chain_of(victim.mentor)
    copy = mentor.state.with_name("copy")
    shutil.copy(mentor.state, copy)
    mentor.state.unlink()
    copy.rename(mentor.state)
    assert mentor("staffing", "set", "first-response", "3").code == 0
    return mentor, old


def begun_elsewhere(victim, capsys):
    old = own_chain_of(victim.hana)
    bundle = victim.folder / "own.ikusei"
    assert victim.hana("export", "-t", "佐藤 花", "-o", bundle).code == 0
    elsewhere = Terminal(victim.folder / "elsewhere", capsys)
    assert elsewhere("begin", "--from", bundle).code == 0
    return elsewhere, old


@pytest.mark.parametrize("change", [restored, moved, begun_elsewhere])
def test_no_bundle_changes_what_the_reader_is_called(change, victim, capsys):
    reader, old = change(victim, capsys)
    name = reader("me").out
    assert own_chain_of(reader) != old
    assert reader("import", "--yes", on_old_chain(victim, reader, old)).code in {0, 1}
    assert reader("me").out == name


# -- what is told ------------------------------------------------------------------------------------------------------


@pytest.fixture
def ken(victim, lead, capsys):
    """A second mentor, of whom everybody knows something; his file was never copied."""
    ken = Terminal(victim.folder / "ken", capsys)
    assert ken("me", "鈴木 健").code == 0
    said = victim.folder / "ken.ikusei"
    assert ken("--state", victim.hana.state, "comment", ALONE, "-m", "見ます").code == 0
    victim.hana.takes_in()
    assert ken("export", "-o", said).code == 0
    assert lead("import", "--yes", said).code == 0
    assert called(lead, ken.person) == "鈴木 健"
    return ken


def test_another_name_is_told_on_every_way_in(victim, lead, ken, monkeypatch):
    assert ken("me", "田中 健").code == 0
    assert ken("comment", ALONE, "-m", "改名しました").code == 0
    bundle = victim.folder / "renamed.ikusei"
    assert ken("export", "-o", bundle).code == 0
    for words in (("import", "--yes", bundle), ("review", bundle, "--list"), ("pull", "佐藤 花", "--ssh", "soc-3")):
        reader = Terminal(victim.folder / words[0], lead._capsys)
        shutil.copytree(lead.home, reader.home)
        (reader.home / "bin").mkdir()
        ssh = reader.home / "bin/ssh"
        ssh.write_text(f"#!/bin/sh\ncat {bundle}\n")
        ssh.chmod(0o755)
        monkeypatch.setenv("PATH", f"{ssh.parent}:/usr/bin:/bin")
        answer = reader("--lang", "en", *words)
        assert tells(answer, "bundle.preview.renamed"), answer
        assert called(reader, ken.person) == "田中 健"
    inbox = victim.beside("inbox")
    inbox.mkdir(exist_ok=True)
    decisions = inbox / "decisions.ikusei"
    assert ken("export", "--decisions", "-o", decisions).code == 0
    with Journal.open(victim.hana.state) as journal:
        came, stayed = receive(journal, inbox, "en")
    assert stayed == ()
    assert "is called 田中 健 from now on" in came
    answer = lead("--lang", "en", "--state", victim.hana.state, "review", "--list")
    assert tells(answer, "bundle.preview.renamed"), answer


def test_a_roster_comes_before_what_anybody_calls_themself(victim, lead, ken):
    trust = lead.state.with_name("trust")
    trust.mkdir()
    people = {lead.person: "山田 恵", ken.person: "鈴木 健一"}
    rows = "".join(f'[[person]]\nid = "{one}"\nname = "{name}"\n' for one, name in people.items())
    head = '[roster]\nid = "midori-soc"\nversion = "1"\nutc_offset = "+09:00"\n'
    trust.joinpath("roster.toml").write_text(head + rows, encoding="utf-8")
    trust.joinpath("allowed_signers").write_text("", encoding="utf-8")
    assert ken("me", "田中 健").code == 0
    assert ken("comment", ALONE, "-m", "改名しました").code == 0
    bundle = victim.folder / "renamed.ikusei"
    assert ken("export", "-o", bundle).code == 0
    answer = lead("--lang", "en", "import", "--yes", bundle)
    assert answer.code == 0
    assert not tells(answer, "bundle.preview.renamed"), answer
    assert "鈴木 健一" in answer.err
    assert "田中 健" not in answer.err


def test_chain_that_isnt_known_as_theirs_renames_when_the_reader_accepts_it(victim, lead):
    forger = lead.forger
    copied_chain_that_speaks(forger)
    answer = lead("--lang", "en", "import", "--yes", forger.hands_on())
    assert tells(answer, "bundle.preview.not_renamed"), answer
    assert called(lead, forger.mentor) == "田中 実"
    answer = lead("--lang", "en", "import", "--accept", forger.mentor)
    assert (answer.code, tells(answer, "bundle.accepted")) == (0, True), answer
    assert called(lead, forger.mentor) == FALSE
    assert lead("doctor").code == 0
    assert tells(lead("--lang", "en", "import", "--accept", forger.mentor), "bundle.accepted_before")


def decided_in_own_name(victim):
    forger = Forger(victim)
    first = forger.begins("f" * 32, forger.mentor, forger.writer(forger.mentor))
    claim = next(each["hash"] for each in forger.lines if each["kind"] == "claim")
    body = {"claim": claim, "verdict": "confirmed", "reason": "", "policy": "", "heads": {}, "before": ""}
    said = {"author": forger.mentor, "trainee": forger.hana, "item": ALONE}
    forger.adds("decision", body, writer="f" * 32, n=2, previous=first, **said)
    return forger


@pytest.mark.parametrize("way", ["import", "review", "state"])
def test_a_decision_that_another_writer_makes_in_ones_own_name_is_told(way, victim):
    forger = decided_in_own_name(victim)
    if way == "state":
        put_into(victim.hana.state, forger)
        answer = victim.asks("review", "--list")
    else:
        answer = victim.mentor("--lang", "en", way, forger.hands_on(), "--list" if way == "review" else "--yes")
    assert (answer.code, tells(answer, "bundle.preview.in_own_name")) == (1, True), answer


def test_nothing_in_the_readers_own_name_is_taken_in_at_a_start(victim):
    """Hana's drop folder brings a remark in her own name, from a chain that says that it continues hers."""
    forger = Forger(victim)
    first = forger.begins("f" * 32, forger.hana, forger.writer(forger.hana))
    forger.says(forger.hana, writer="f" * 32, n=2, previous=first)
    inbox = victim.beside("inbox")
    inbox.mkdir(exist_ok=True)
    shutil.copy(forger.hands_on(), inbox)
    with Journal.open(victim.hana.state) as journal:
        _, (stayed,) = receive(journal, inbox, "en")
    assert stayed[1].key == "transport.inbox.needs_a_look"
    assert_can_be_said(stayed[1])
