"""Records that a trainee makes up, each with the hash that it must have: in their own file, or over a line."""

from functools import partial

import pytest
from attack_world import ALONE, LOOKING, NOTE, Attack, tells
from cli_world import Terminal
from signed_world import forge

from tui.journal.canonical import Record, canonical
from tui.journal.clock import LATEST
from tui.journal.events import insert
from tui.journal.fold import apply
from tui.journal.journal import Journal
from tui.journal.writer import own_writer

in_file = partial(Attack, "a trainee", "the records of their own file")
on_line = partial(Attack, "a trainee", "what their machine answers over ssh")

SECRET = "ほかの人には見せない理由"


# -- what the victim sees ----------------------------------------------------------------------------------------------


def as_it_was(victim, _honest):
    """The victim is who they are, and nothing is written about them; the trainee's claim waits as before."""
    before = work_of(victim.mentor, me(victim))
    assert [each["criterion"] for each in victim.waiting()] == [ALONE]
    assert victim.mentor("me").out.split()[1:] == ["田中", "実"]
    assert work_of(victim.mentor, me(victim)) == before
    assert victim.asks("confirm", ALONE).code == 0
    victim.hana.takes_in()
    assert victim.hana.standing(ALONE)["state"] == "confirmed"


def not_confirmed(victim, _honest):
    """The claim is shown, without what isn't the trainee's; nobody confirms it, and it can be returned."""
    assert "夜勤" not in victim.asks("review", "--json").out
    answer = victim.asks("confirm", ALONE)
    assert (answer.code, tells(answer, "workbook.entries_not_here")) == (2, True), answer
    assert victim.asks("return", ALONE, "-m", "実績がありません").code == 0
    victim.hana.takes_in()
    assert victim.hana.standing(ALONE)["state"] == "returned"


def returned_all_the_same(victim, _honest):
    """What the mentor says afterwards takes effect, on both sides."""
    assert victim.asks("return", ALONE, "-m", "見ていません").code == 0
    victim.hana.takes_in()
    assert victim.hana.standing(ALONE)["state"] == "returned"
    assert victim.asks("return", ALONE, "-m", "もう一度").code == 2


def changed_from_the_beginning(victim, _honest):
    """What the claim leaves out is told as changed."""
    (waiting,) = victim.waiting()
    assert {each["what"] for each in waiting["changed"]} == {"unsaid-wording", "unsaid-number", "unsaid-point"}
    told = victim.asks("review", "--list").out.partition("Changed since it was claimed\n")[2].partition("\n\n")[0]
    assert told.count("\n- ") + told.startswith("- ") == 7


def told_nothing_of_others(victim, _honest):
    """What goes into the drop folder is about the trainee of whom something was said, and nobody else."""
    assert victim.asks("confirm", ALONE, "-t", "佐藤").code == 0
    bundles = list(victim.beside("inbox").iterdir())
    assert bundles
    for bundle in bundles:
        text = bundle.read_text(encoding="utf-8")
        assert SECRET not in text
        assert "p-ken" not in text
    victim.hana.takes_in()
    assert victim.hana.standing(ALONE)["state"] == "confirmed"


def own_chain_untouched(victim, _honest):
    """What is his own by its writer doesn't come in, which is told; all else does, and he goes on as before."""
    before = own_chain(victim)
    bundle = victim.folder / "hana.ikusei"
    assert victim.hana("export", "-o", bundle).code == 0
    shown = victim.mentor("--lang", "en", "import", bundle, "--dry-run")
    assert (shown.code, tells(shown, "bundle.preview.left_out")) == (1, True), shown
    for answer in (victim.asks("review", "--list"), victim.mentor("--lang", "en", "review", bundle, "--list")):
        assert (answer.code, tells(answer, "bundle.preview.left_out")) == (1, True), answer
        assert ALONE in answer.out
    assert victim.mentor("--lang", "en", "import", "--yes", bundle).code == 1
    assert own_chain(victim) == before
    assert victim.asks("confirm", ALONE).code == 0
    assert own_chain(victim)[:-1] == before
    assert victim.mentor("verify").code == 0


def named(key):
    """``verify`` names it; whoever counts only what is signed isn't asked to."""

    def seen(victim, _honest):
        assert victim.asks("verify").code in {1, 2}
        assert key in victim.findings()
        for words in LOOKING:
            assert victim.asks(*words).code in {0, 1, 2}

    return seen


def refused_over_the_line(key):
    """Nothing of it is taken in, and it is said in one harmless line."""

    def seen(victim, _honest):
        before = victim.mentor.state.read_bytes()
        answer = victim.mentor("--lang", "en", "pull", "佐藤 花", "--ssh", "soc-3")
        assert (answer.code, tells(answer, key)) == (1, True), answer
        assert "\x1b" not in answer.out + answer.err
        assert victim.mentor.state.read_bytes() == before

    return seen


def left_out_over_the_line(victim, _honest):
    """What is the victim's own by its writer is left out, which is told; the claim comes in."""
    before = own_chain(victim)
    answer = victim.mentor("--lang", "en", "pull", "佐藤 花", "--ssh", "soc-3")
    assert (answer.code, tells(answer, "bundle.preview.left_out")) == (1, True), answer
    assert own_chain(victim) == before
    assert [each["criterion"] for each in victim.mentor("review", "--json").json] == [ALONE]


# -- what is done ------------------------------------------------------------------------------------------------------


def me(victim):
    return victim.mentor("me").out.split()[0]


def work_of(terminal, person):
    """What a journal says about somebody, but for their names."""
    rows = terminal("journal", "--json").json
    return [each["hash"] for each in rows if each["trainee"] == person and each["kind"] != "person"]


def hana(victim):
    return victim.hana("status", "--json").json["trainee"]["id"]


def own_chain(victim):
    with Journal.open(victim.mentor.state, write=False) as journal:
        own = own_writer(journal.store)
        return journal.store.rows(str, "SELECT hash FROM event WHERE writer = ? ORDER BY n", own)


def on_own_chain(victim):
    """The next record of the mentor's own chain, whose end the trainee knows from what he has said before."""
    assert victim.asks("comment", ALONE, "-m", "見ています").code == 0
    victim.hana.takes_in()
    chain = own_chain(victim)
    with Journal.open(victim.mentor.state, write=False) as journal:
        writer = own_writer(journal.store)
    (claim,) = victim.waiting()
    body = {"claim": claim["claim"], "verdict": "confirmed", "reason": "", "policy": "", "heads": {}}
    with Journal.open(victim.hana.state) as journal, journal.store.write():
        clock = journal.store.one(int, "SELECT max(clock) FROM event") + 1
        said = (me(victim), hana(victim), "decision", ALONE, canonical(body), "nca-isogj", "1.0.0")
        made = Record("", writer, len(chain) + 1, chain[-1], clock, clock, *said)
        made = made._replace(hash=made.digest())
        insert(journal.store, made)
        apply(journal.store, made)


def forged(kind, body, *, author, trainee, item=ALONE):
    """A record in anybody's name, at the end of the trainee's own chain."""

    def made(victim):
        ids = {"hana": hana(victim), "mentor": me(victim), "ken": "p-ken"}
        forge(victim.hana.state, kind, body, author=ids[author], trainee=ids[trainee], item=item)

    return made


def known_to_mentor_only(victim):
    """The mentor has returned a claim of Ken's; Hana's file speaks of Ken, too."""
    ken = Terminal(victim.folder / "ken", victim.hana._capsys)
    ken.env = dict(ken.env)
    assert ken("begin", "鈴木 健", "--role", "soc", "--step", "2").code == 0
    ken.policy.write_text(victim.hana.policy.read_text(encoding="utf-8"), encoding="utf-8")
    assert ken("log", ALONE, "-m", "夜勤").code == 0
    assert ken("tick", *(f"{ALONE}.{point}" for point in ("scope", "close", "traces", "stop", "record"))).code == 0
    assert ken("claim", ALONE).code == 0
    bundle = victim.folder / "ken.ikusei"
    assert ken("export", "-o", bundle).code == 0
    assert victim.mentor("import", bundle).code == 0
    assert victim.mentor("return", ALONE, "-m", SECRET).code == 0
    return ken("status", "--json").json["trainee"]["id"], ken


def speaking_of_ken(victim):
    ken, _ = known_to_mentor_only(victim)
    forge(victim.hana.state, "enrol", {"on": True, "start": 1}, author=ken, trainee=ken, item="ir")


def claim_on(entries):
    """A new claim in the trainee's own file, which rests on these entries."""

    def made(victim):
        ids = entries(victim)
        assert victim.hana("claim", ALONE, "--withdraw").code == 0
        body = {"entries": ids, "policy": {}, "points": [], "comment": "", "states": {}, "wording": ""}
        forge(victim.hana.state, "claim", body, author=hana(victim), trainee=hana(victim))

    return made


def their_own(victim):
    (entry,) = [each for each in victim.hana("journal", "--json").json if each["kind"] == "entry"]
    return [entry["hash"]]


def confirmed_at(clock):
    """A confirmation in somebody's name, on a chain of its own, at a clock of the trainee's choice."""

    def made(victim):
        (claim,) = victim.waiting()
        body = ON_NOTHING | {"claim": claim["claim"]}
        said = ("p-ken", hana(victim), "decision", ALONE, canonical(body), "nca-isogj", "1.1.0")
        record = Record("", "wsomebody", 1, "", clock, 1_795_000_000_000, *said)
        record = record._replace(hash=record.digest())
        with Journal.open(victim.hana.state) as journal, journal.store.write():
            insert(journal.store, record)
            apply(journal.store, record)

    return made


def of_ken(victim):
    _, ken = known_to_mentor_only(victim)
    (entry,) = [each for each in ken("journal", "--json").json if each["kind"] == "entry"]
    return [entry["hash"]]


def answering(make):
    """``ssh`` answers with what *make* gives."""

    def made(victim):
        (victim.folder / "answer").write_bytes(make(victim))
        (victim.folder / "bin").mkdir()
        ssh = victim.folder / "bin/ssh"
        ssh.write_text(f"#!/bin/sh\ncat {victim.folder}/answer\nprintf '\\033]52;c;eA==\\007' >&2\n")
        ssh.chmod(0o755)

    return made


def bundle_with_own_chain(victim):
    on_own_chain(victim)
    bundle = victim.folder / "own.ikusei"
    assert victim.hana("export", "-o", bundle).code == 0
    return bundle.read_bytes()


ON_NOTHING = {"claim": "0" * 64, "verdict": "confirmed", "reason": "", "policy": "", "heads": {}}
SELF = {"author": "hana", "trainee": "hana"}

# fmt: off
ATTACKS = [
    in_file("a decision as the next record of the mentor's own chain, so that his next one follows it",
            on_own_chain, own_chain_untouched),
    in_file("a STEP of the mentor's own signed in somebody's name, hidden in the file that he looks at",
            forged("signoff", {"declaration": "修了", "decisions": []}, author="hana", trainee="mentor", item="soc.2"),
            as_it_was),
    in_file("another name for the mentor",
            forged("person", {"name": "別人"}, author="mentor", trainee="mentor", item=""), as_it_was),
    in_file("a role in another trainee's name, to be told what the mentor says about them",
            speaking_of_ken, told_nothing_of_others),
    in_file("a claim that rests on an entry that doesn't exist", claim_on(lambda _: ["0" * 64]), not_confirmed),
    in_file("a claim that rests on another trainee's entry", claim_on(of_ken), not_confirmed),
    in_file("a claim that leaves out what it rests on, so that it can change unseen",
            claim_on(their_own), changed_from_the_beginning),
    in_file("a confirmation from the end of all time, which no clock can come behind",
            confirmed_at(LATEST), returned_all_the_same),
    in_file("a confirmation from the last moment that a clock follows",
            confirmed_at(LATEST - 10**12), returned_all_the_same),
    in_file("their own decision on their own claim",
            forged("decision", ON_NOTHING, **SELF), named("verify.own")),
    in_file("a decision on nothing in the mentor's name",
            forged("decision", ON_NOTHING, author="mentor", trainee="hana"), named("verify.target_gone")),
    in_file("a record of a kind that nobody knows", forged("spell", {"x": NOTE}, **SELF), as_it_was),
    on_line("a state file in the place of a bundle",
            answering(lambda victim: victim.hana.state.read_bytes()), refused_over_the_line("bundle.state_file")),
    on_line("nothing", answering(lambda _: b""), refused_over_the_line("bundle.empty")),
    on_line("words that drive a terminal", answering(lambda _: b"\x1b]52;c;eA==\x07 Welcome\n"),
            refused_over_the_line("transport.chatter")),
    on_line("a line of two megabytes", answering(lambda _: b"x" * (2 << 20)), refused_over_the_line("bundle.long")),
    on_line("a decision as the next record of the mentor's own chain",
            answering(bundle_with_own_chain), left_out_over_the_line),
]
# fmt: on


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_no_record_misleads_renames_or_harms(attack, victim, honest, monkeypatch):
    attack.make(victim)
    monkeypatch.setenv("PATH", f"{victim.folder / 'bin'}:/usr/bin:/bin")
    attack.sees(victim, honest)


def test_correction_of_another_trainees_entry_changes_nothing_of_theirs(victim):
    """Ken has claimed again. Hana writes in her own file, in her own name, that what he did was something else."""
    _, ken = known_to_mentor_only(victim)
    assert ken("import", bundle_of(victim.mentor, victim, "--decisions")).code == 0
    assert ken("claim", ALONE).code == 0
    assert victim.mentor("import", bundle_of(ken, victim)).code == 0
    before = victim.mentor("review", "--json").json
    (entry,) = [each for each in ken("journal", "--json").json if each["kind"] == "entry"]
    body = {**entry["body"], "entry": entry["hash"], "note": "昼間", "quantity": 99}
    forge(victim.hana.state, "correction", body, author=hana(victim), trainee=hana(victim), item="")
    assert victim.mentor("import", bundle_of(victim.hana, victim)).code == 0
    after = victim.mentor("review", "--json").json
    assert [each for each in after if each["trainee"]["name"] == "鈴木 健"] == before
    assert [each["changed"] for each in before] == [[]]


def test_remark_about_oneself_is_none_on_another_trainees_claim(victim):
    """Hana puts a remark of her own under Ken's claim, which her file doesn't even have."""
    _, ken = known_to_mentor_only(victim)
    (claim,) = [each["hash"] for each in ken("journal", "--json").json if each["kind"] == "claim"]
    body = {"claim": claim, "text": "昼間"}
    forge(victim.hana.state, "comment", body, author=me(victim), trainee=hana(victim))
    answer = victim.mentor("--lang", "en", "import", bundle_of(victim.hana, victim))
    assert (answer.code, tells(answer, "bundle.preview.in_own_name")) == (1, True)
    with Journal.open(victim.mentor.state, write=False) as journal:
        assert journal.comments(claim) == []


def bundle_of(terminal, victim, *args):
    path = victim.folder / "bundle.ikusei"
    path.unlink(missing_ok=True)
    assert terminal("export", "-o", path, *args).code == 0
    return path
