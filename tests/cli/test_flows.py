"""The documented ways of records between people, end to end: at each end everything that could be missing is there.

Three trainees, two mentors and a lead; each keeps a journal of their own, and gets no more than the way brings.
"""

import hashlib
import io
import json
import shutil

import pytest
from cli_world import POLICY, Terminal

from tui.journal.bundle.writing import reach_of
from tui.journal.event import Kind
from tui.journal.journal import Journal
from tui.journal.register import EventFilter

CRITERION = "soc.2.alone"


class Flow:
    """Everybody has begun; nobody has anything of anybody else."""

    def __init__(self, folder, capsys, monkeypatch):
        self.folder, self.capsys, self.monkeypatch = folder, capsys, monkeypatch
        self.names = {"hana": "佐藤 花", "ken": "鈴木 健", "aoi": "高橋 葵"}
        self.trainees = {who: self.person(who) for who in self.names}
        for who, name in self.names.items():
            assert self.trainees[who]("begin", name, "--role", "soc", "--step", 2).code == 0
            self.trainees[who].policy.write_text(POLICY, encoding="utf-8")
        self.mentors = {"tanaka": self.person("tanaka"), "mori": self.person("mori")}
        self.lead = self.person("yamada")
        for name, terminal in zip(("田中 実", "森 遥", "山田 恵"), (*self.mentors.values(), self.lead), strict=True):
            assert terminal("me", name).code == 0
            terminal.policy.write_text(POLICY, encoding="utf-8")
        self.number = 0

    def person(self, who):
        return Terminal(self.folder / who, self.capsys)

    def everybody(self):
        return [*self.trainees.values(), *self.mentors.values(), self.lead]

    def claims(self, who):
        """A trainee logs, ticks and claims."""
        trainee = self.trainees[who]
        assert trainee("log", CRITERION, "-m", "夜勤").code == 0
        points = [point["id"] for point in trainee("show", "--json", CRITERION).json["points"]]
        assert trainee("tick", *points).code == 0
        assert trainee("claim", CRITERION).code == 0

    def id_of(self, who):
        return self.trainees[who]("status", "--json").json["trainee"]["id"]

    def file(self):
        self.number += 1
        return self.folder / f"{self.number}.ikusei"

    def carry(self, sender, receiver, *more):
        """By stick: a file that one writes and the other takes in."""
        file = self.file()
        answer = sender("export", *more, "-o", file)
        assert answer.code == 0, answer.err
        answer = receiver("import", file)
        assert answer.code == 0, answer.err
        return file

    def pipe(self, sender, receiver, *more):
        """``ikusei export | ikusei import -``, in this process."""
        file = self.file()
        assert sender("export", *more, "-o", file).code == 0
        self.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(file.read_bytes())))
        assert receiver("import", "-").code == 0

    def decides(self, mentor, who, verdict="confirm", *more):
        """A mentor decides in their own journal."""
        answer = self.mentors[mentor](verdict, CRITERION, "-t", self.names[who], *more)
        assert answer.code == 0, answer.err

    def is_fine(self, *terminals):
        """``verify`` and ``doctor`` have nothing to say."""
        for terminal in terminals or self.everybody():
            for verb in ("verify", "doctor"):
                answer = terminal(verb)
                assert (answer.code, answer.out.count("\n")) == (0, 1 if verb == "verify" else 0), answer.out


@pytest.fixture
def flow(tmp_path, capsys, monkeypatch):
    return Flow(tmp_path, capsys, monkeypatch)


def reviewed(flow):
    """Tanaka has everybody's claims by stick, pipe and file, and decides; each gets only what is about themself."""
    for who in flow.names:
        flow.claims(who)
    tanaka = flow.mentors["tanaka"]
    flow.carry(flow.trainees["hana"], tanaka)
    flow.pipe(flow.trainees["ken"], tanaka)
    flow.carry(flow.trainees["aoi"], tanaka, "-t", flow.names["aoi"])
    for who in flow.names:
        flow.decides("tanaka", who, "return", "-m", "根拠を足してください")
    flow.carry(tanaka, flow.trainees["hana"], "--decisions", "-t", flow.names["hana"])
    flow.pipe(tanaka, flow.trainees["ken"], "--decisions", "-t", flow.names["ken"])
    inbox = flow.trainees["aoi"].state.with_name("inbox")
    inbox.mkdir()
    assert tanaka("export", "--decisions", "-t", flow.names["aoi"], "-o", inbox / "tanaka.ikusei").code == 0
    assert flow.trainees["aoi"]("import", "--inbox").code == 0


def test_mentor_of_several_sends_each_only_what_is_theirs(flow):
    reviewed(flow)
    flow.is_fine()
    for terminal in flow.trainees.values():
        assert terminal.standing(CRITERION)["state"] == "returned"


def test_second_round_with_a_second_mentor_since_the_earlier_bundle_and_the_lead(flow):
    reviewed(flow)
    hana, tanaka, mori = flow.trainees["hana"], flow.mentors["tanaka"], flow.mentors["mori"]
    earlier = flow.carry(hana, mori)
    flow.carry(hana, flow.lead)
    flow.is_fine()
    assert hana("log", CRITERION, "-m", "早番").code == 0
    assert hana("claim", CRITERION).code == 0
    flow.carry(hana, mori, "--since", earlier)
    flow.carry(hana, tanaka, "--since", hana.today())
    flow.decides("mori", "hana")
    flow.carry(mori, hana, "--decisions", "-t", flow.names["hana"])
    flow.carry(hana, tanaka)
    for terminal in flow.trainees.values():
        flow.carry(terminal, flow.lead)
    flow.is_fine()
    assert hana.standing(CRITERION)["state"] == "confirmed"


def test_decision_about_the_file_of_a_trainee_arrives_in_the_drop_folder(flow):
    for who in flow.names:
        flow.claims(who)
        theirs = flow.trainees[who].state
        assert flow.mentors["tanaka"]("--state", theirs, "confirm", CRITERION).code == 0
        flow.trainees[who].takes_in()
        flow.is_fine(flow.trainees[who], flow.mentors["tanaka"])
        for verb in ("verify", "doctor"):
            assert flow.mentors["mori"]("--state", theirs, verb).code == 0


def test_backup_is_restored_and_what_was_newer_taken_back(flow):
    reviewed(flow)
    hana = flow.trainees["hana"]
    backup = flow.folder / "hana.sqlite"
    assert hana("backup", backup).code == 0
    assert hana("log", CRITERION, "-m", "後から").code == 0
    assert hana("claim", CRITERION).code == 0
    flow.carry(hana, flow.mentors["mori"])
    flow.decides("mori", "hana")
    assert hana("restore", "--yes", backup).code == 0
    flow.is_fine(hana)
    # What the mentor has seen isn't here: told, with what brings it back, and no word of tampering.
    file = flow.file()
    assert flow.mentors["mori"]("export", "--decisions", "-o", file).code == 0
    assert hana("import", file).code == 0
    told = hana("--lang", "en", "verify")
    assert told.code == 1
    assert "ikusei pull" in told.out
    (kept,) = hana.state.parent.glob("*.before-restore-*")
    assert hana("restore", "--take-back", "--yes", kept).code == 0
    flow.is_fine(hana)
    assert hana("log", CRITERION, "-m", "戻したあと").code == 0
    flow.carry(hana, flow.mentors["mori"])
    flow.is_fine()


def test_lost_records_come_back_from_the_mentor(flow):
    reviewed(flow)
    hana, mori = flow.trainees["hana"], flow.mentors["mori"]
    backup = flow.folder / "hana.sqlite"
    assert hana("backup", backup).code == 0
    assert hana("log", CRITERION, "-m", "後から").code == 0
    flow.carry(hana, mori)
    assert hana("restore", "--yes", backup).code == 0
    flow.carry(mori, hana, "-t", flow.names["hana"])
    flow.is_fine()
    assert hana("status", "--json").json["entries"] == 2


def test_moved_and_copied_file(flow):
    reviewed(flow)
    hana = flow.trainees["hana"]
    moved = flow.folder / "moved/state.sqlite"
    moved.parent.mkdir()
    hana.state.rename(moved)
    shutil.copy(hana.policy, moved.with_name("policy.toml"))
    assert hana("--state", moved, "log", CRITERION).code == 0
    copied = flow.folder / "copied.sqlite"
    shutil.copy(moved, copied)
    assert hana("--state", copied, "log", CRITERION).code == 0
    assert hana("--state", moved, "log", CRITERION).code == 0
    file = flow.file()
    assert hana("--state", copied, "export", "-o", file).code == 0
    assert hana("--state", moved, "import", file).code == 0
    for state in (moved, copied):
        for verb in ("verify", "doctor"):
            answer = hana("--state", state, verb)
            assert (answer.code, answer.err if answer.code else "") == (0, ""), answer.out
    file = flow.file()
    assert hana("--state", moved, "export", "-o", file).code == 0
    assert flow.mentors["tanaka"]("import", file).code == 0
    flow.is_fine(flow.mentors["tanaka"])


# -- what isn't here, and what was tampered with ----------------------------------------------------------------------


def without(flow, raw, wanted):
    """A bundle of only those events that *wanted* lets through, whole in itself."""
    header, *lines = raw.read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if wanted(json.loads(line))]
    said = json.loads(header)
    events = [json.loads(line) for line in kept]
    writers = {}
    for each in events:
        writers[each["writer"]] = reach_of(each["n"], each["hash"], writers.get(each["writer"]))
    people = {each[name] for each in events for name in ("author", "trainee")} - {""}
    said.update(
        events=len(kept),
        digest=hashlib.sha256(b"".join(kept)).hexdigest(),
        writers={writer: list(reach) for writer, reach in writers.items()},
        people={each: said["people"][each] for each in people},
        trainees=sorted({each["trainee"] for each in events} - {""}),
    )
    file = flow.file()
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    file.write_bytes(text.encode() + b"\n" + b"".join(kept))
    return file


def test_record_about_the_trainee_that_is_left_out_is_told_with_what_brings_it(flow):
    """Tanaka's return is kept from Mori, and only the confirmation behind it brought."""
    reviewed(flow)
    hana, tanaka, mori = flow.trainees["hana"], flow.mentors["tanaka"], flow.mentors["mori"]
    assert hana("claim", CRITERION).code == 0
    flow.carry(hana, tanaka)
    flow.decides("tanaka", "hana")
    whole = flow.carry(tanaka, hana, "-t", flow.names["hana"])
    part = without(flow, whole, lambda event: event.get("body", {}).get("verdict") != "returned")
    assert mori("import", part).code == 0
    for verb in ("verify", "doctor"):
        told = mori("--lang", "en", verb)
        assert told.code == 1
        assert f"ask 田中 実 for `ikusei export -t {flow.id_of('hana')}`" in told.out
    assert mori("import", whole).code == 0
    flow.is_fine(mori)


def test_fork_is_one_line_not_one_a_record(flow):
    flow.claims("hana")
    hana, tanaka = flow.trainees["hana"], flow.mentors["tanaka"]
    flow.carry(hana, tanaka)
    before = hana.state.read_bytes()
    shutil.rmtree(hana.home / ".local/state", ignore_errors=True)
    for note in "一二三":
        assert hana("log", CRITERION, "-m", note).code == 0
    flow.carry(hana, tanaka)
    shutil.rmtree(hana.home / ".local/state")  # a snapshot of the whole home: nothing notices that it was set back
    hana.state.write_bytes(before)
    for note in "四五六":
        assert hana("log", CRITERION, "-m", note).code == 0
    file = flow.file()
    assert hana("export", "-o", file).code == 0
    taken = tanaka("--lang", "en", "import", file)
    assert (taken.code, taken.err.count("Fork")) == (1, 1)
    report = json.loads(tanaka("verify", "--json").out)
    assert [each["key"] for each in report["findings"]] == ["journal.fork"]
    assert tanaka("verify").code == 2


def test_names_and_writers_travel_without_a_strand(flow):
    """A mentor who is brought up, too: their own work stays theirs, and their name goes with their words."""
    flow.claims("ken")
    hana, ken = flow.trainees["hana"], flow.trainees["ken"]
    flow.claims("hana")
    file = flow.file()
    assert hana("export", "-o", file).code == 0
    assert ken("import", "--everyone", "--yes", file).code == 0
    assert ken("confirm", CRITERION, "-t", flow.names["hana"]).code == 0
    flow.carry(ken, hana, "--decisions", "-t", flow.names["hana"])
    flow.is_fine(hana, ken)
    with Journal.open(hana.state, write=False) as journal:
        said = {(each.author == each.trainee, each.kind) for each in journal.events(EventFilter(), 1000)}
        assert (True, Kind.ENTRY) in said
