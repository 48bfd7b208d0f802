"""What an attacker does to make a confirmation look like a mentor's, tried with the file in hand; what shows it."""

import json
import shutil
import sqlite3

import pytest
from cli_world import Terminal
from signed_world import (
    CRITERION,
    Office,
    confirm_step,
    events,
    fingerprint,
    forge,
    last_clock,
    new_key,
    of_kind,
    raw_sign,
    rewrite,
    signers_line,
)

from tui.journal.canonical import Record
from tui.journal.events import insert, tip
from tui.journal.journal import Journal
from tui.journal.seal import sealed
from tui.journal.writer import own_writer
from tui.trust.statement import statement
from tui.workbook.standings.authority import PINNED


@pytest.fixture(autouse=True)
def no_agent(monkeypatch):
    """No test meets the agent, or the dialogs, of whoever runs it."""
    for name in ("SSH_AUTH_SOCK", "SSH_ASKPASS", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def office(tmp_path, capsys):
    """An office whose roster counts only what is signed."""
    return Office(tmp_path, capsys, roster="require_signature = true")


def confirmation(claim):
    """The body of a decision, as a mentor would write it."""
    return {"claim": claim, "verdict": "confirmed", "reason": "", "policy": "", "heads": {}}


def signed_by(office, name, event):
    """The body of a signature over an event with somebody's key."""
    text = statement(event)
    return {"event": event.hash, "text": text, "signature": raw_sign(office.key(name), text)}


def forged(office, *, author="tanaka", ago=0, body=None):
    """A decision in a mentor's name that somebody else has written into Hana's file."""
    said = body or confirmation(of_kind(office.hana.state, "claim").hash)
    made = forge(office.hana.state, "decision", said, author=office.ids[author], trainee=office.ids["hana"], ago=ago)
    return next(event for event in events(office.hana.state) if event.hash == made)


def countersigned(office, event, key, *, author="tanaka"):
    forge(
        office.hana.state,
        "signature",
        signed_by(office, key, event),
        author=office.ids[author],
        trainee=office.ids["hana"],
    )


def keys_of(findings):
    return {key for _, key in findings}


def faults(office):
    """Keys of the faults that a mentor, an auditor and the lead all see."""
    seen = [
        {key for severity, key in office.findings(who) if severity == "fault"} for who in (office.mori, office.yamada)
    ]
    assert seen[0] == seen[1]
    return seen[0]


def own_faults(office):
    """Keys of the faults that Hana herself is told, whose file it is."""
    return {key for severity, key in office.findings(office.hana) if severity == "fault"}


def test_forged_confirm_is_unsigned_and_counts_for_nothing(office):
    office.claim()
    forged(office)
    assert office.state(office.mori) == "claimed"
    assert office.findings(office.mori) == [("warning", "verify.counts_not")]
    assert "署名のない判定は数えない" in office.hana("show", CRITERION).out


def test_forged_confirm_signed_with_the_attackers_own_key_is_invalid(office):
    office.claim()
    countersigned(office, forged(office), "hana")
    assert office.state(office.mori) == "claimed"
    assert faults(office) == {"verify.counts_not"}
    assert office.on_hanas(office.mori, "verify").code == 2
    assert "INVALID" in office.hana("show", CRITERION).out
    # Also where unsigned would count, INVALID doesn't.
    office.extra = ""
    office.write_trust(version=2)
    assert office.state(office.mori) == "claimed"


def test_self_confirm_counts_for_nothing_even_with_a_key_of_ones_own(office):
    office.claim()
    with (office.trust / "allowed_signers").open("a") as file:
        file.write(signers_line("hana", "ikusei-signoff", office.key("hana")))
    assert office.yamada("trust", "sign", "--key", office.key("yamada")).code == 0
    countersigned(office, forged(office, author="hana"), "hana", author="hana")
    assert office.state(office.mori) == "claimed"
    assert "verify.own" in faults(office)


def test_edited_event_breaks_its_hash_and_its_signature(office):
    office.claim()
    assert office.on_hanas(office.tanaka, "return", CRITERION, "-m", "根拠が足りない").code == 0
    with Journal.open(office.hana.state) as journal, journal.store.write():
        store = journal.store
        for (name,) in store.rows(lambda *row: row, "SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            store.run(f"DROP TRIGGER {name}")
        store.run("UPDATE event SET body = replace(body, '\"returned\"', '\"confirmed\"') WHERE kind = 'decision'")
        store.run("UPDATE decision SET verdict = 'confirmed'")
    assert office.state(office.mori) == "claimed"
    assert "journal.foreign_changed" in faults(office)
    assert {"journal.hash", "verify.counts_not"} <= own_faults(office)


def test_edited_event_with_its_chain_hashed_anew_loses_its_signature(office):
    office.claim()
    assert office.on_hanas(office.tanaka, "return", CRITERION, "-m", "根拠が足りない").code == 0
    rewrite(
        office.hana.state,
        lambda each: (
            each._replace(body=each.body.replace('"returned"', '"confirmed"')) if each.kind == "decision" else each
        ),
    )
    assert office.state(office.mori) == "claimed"
    assert {"verify.target_gone", "verify.counts_not"} <= keys_of(office.findings(office.mori))


def test_swapped_signature_is_invalid(office):
    """The signature of a decision that returned is put under one that confirms."""
    office.claim()
    assert office.on_hanas(office.tanaka, "return", CRITERION, "-m", "根拠が足りない").code == 0
    true = of_kind(office.hana.state, "signature")
    assert office.hana("claim", CRITERION).code == 0
    claim = next(e.hash for e in reversed(events(office.hana.state)) if e.kind == "claim")
    made = forged(office, body=confirmation(claim))
    body = {"event": made.hash, "text": true.body["text"], "signature": true.body["signature"]}
    forge(office.hana.state, "signature", body, author=office.ids["tanaka"], trainee=office.ids["hana"])
    assert office.state(office.mori) == "claimed"
    assert faults(office) == {"verify.counts_not"}


def test_replay_on_another_trainee_is_invalid(office, capsys):
    """What Mori, who may review both, signed for Hana is put into the file of somebody else."""
    office.claim()
    assert office.on_hanas(office.mori, "confirm", CRITERION).code == 0
    decision, signature = of_kind(office.hana.state, "decision"), of_kind(office.hana.state, "signature")
    abe = Terminal(office.folder / "abe", capsys)
    abe.env["IKUSEI_TRUST"] = str(office.trust)
    assert abe("begin", "阿部 翔", "--role", "soc", "--step", 2).code == 0
    abe.policy.write_text(office.policy, encoding="utf-8")
    person = abe("status", "--json").json["trainee"]["id"]
    abe("log", CRITERION)
    abe("tick", *(point["id"] for point in abe("show", "--json", CRITERION).json["points"]))
    abe("claim", CRITERION)
    claim = of_kind(abe.state, "claim").hash
    made = forge(abe.state, "decision", {**decision.body, "claim": claim}, author=decision.author, trainee=person)
    forge(abe.state, "signature", {**signature.body, "event": made}, author=decision.author, trainee=person)
    report = json.loads(office.mori("--state", abe.state, "verify", "--json").out)
    assert ("fault", "verify.counts_not") in [(each["severity"], each["key"]) for each in report["findings"]]
    assert abe.standing(CRITERION)["state"] == "claimed"


def test_back_dated_beyond_the_window_of_the_key_is_invalid(office):
    """Tanaka's key counts from today on; with it a decision is made that says it is a year old."""
    office.claim()
    made = forged(office, ago=366 * 86_400_000)
    office.write_trust(options=',valid-after="20260101Z"', version=2)
    countersigned(office, made, "tanaka")
    assert office.state(office.mori) == "claimed"
    assert faults(office) == {"verify.counts_not"}
    assert "20260101" in office.on_hanas(office.mori, "verify").out.replace("-", "")


def test_revoked_key_counts_for_nothing_whenever_it_signed(office):
    office.confirmed()
    shutil.copy(f"{office.key('tanaka')}.pub", office.trust / "revoked_keys")
    assert office.yamada("trust", "sign", "--key", office.key("yamada")).code == 0
    assert office.state(office.mori) == "claimed"
    assert faults(office) == {"verify.counts_not"}


def test_trust_folder_edited_by_the_trainee_allows_nothing(office, tmp_path):
    office.claim()
    new_key(tmp_path / "mine")
    with (office.trust / "allowed_signers").open("a") as file:
        file.write(signers_line("tanaka", "ikusei-signoff", tmp_path / "mine"))
    office.tanaka.env["IKUSEI_KEY"] = str(tmp_path / "mine")
    refused = office.on_hanas(office.tanaka, "confirm", CRITERION)
    assert (refused.code, "allowed_signers" in refused.err) == (2, True)
    forged(office)
    assert office.state(office.mori) == "claimed"
    assert len(faults(office)) == 1
    assert office.report(office.mori)["trust"]["state"] == "invalid"


def test_trust_folder_signed_by_the_trainee_who_pins_themself_fools_nobody_else(office):
    """Everything of it is the trainee's: the folder, its lead, and the pin in the state file that others look at."""
    office.claim()
    theirs = office.folder / "theirs"
    shutil.copytree(office.trust, theirs)
    (theirs / "allowed_signers").write_text(
        signers_line("yamada", "ikusei-trust", office.key("hana"))
        + signers_line("tanaka", "ikusei-signoff", office.key("hana"))
    )
    lead = office.hana
    lead.env["IKUSEI_TRUST"] = str(theirs)
    assert lead("trust", "sign", "--key", office.key("hana")).code == 0
    assert lead("trust", "pin", fingerprint(office.key("hana"))).code == 0
    with Journal.open(office.hana.state, write=False) as journal:
        assert journal.local_get(PINNED) == fingerprint(office.key("hana"))
    countersigned(office, forged(office), "hana")
    assert office.state(office.hana) == "confirmed"  # they believe themself
    office.mori.env["IKUSEI_TRUST"] = str(theirs)
    assert office.state(office.mori) == "claimed"
    report = office.report(office.mori)
    assert report["trust"]["state"] == "invalid"


def test_chain_rewritten_after_the_mentor_has_seen_its_head(office):
    """Hana changes an entry after Tanaka has confirmed it, and hashes her whole chain anew."""
    office.confirmed()
    rewrite(
        office.hana.state,
        lambda each: (
            each._replace(body=each.body.replace('"quantity":1', '"quantity":9')) if each.kind == "entry" else each
        ),
    )
    assert "verify.rewritten" in faults(office)


def test_chain_cut_off_after_the_mentor_has_seen_its_head(office):
    """Tanaka decides in a journal of his own; Hana takes his decision in, and then forgets what came before."""
    office.claim()
    bundle = office.folder / "hana.ikusei"
    assert office.hana("export", "-o", bundle).code == 0
    assert office.tanaka("import", bundle).code == 0
    assert office.tanaka("confirm", CRITERION).code == 0
    back = office.folder / "back.ikusei"
    assert office.tanaka("export", "--decisions", "-o", back).code == 0
    assert office.hana("import", back).code == 0
    assert office.state(office.hana) == "confirmed"
    assert office.findings(office.mori) == []
    rewrite(office.hana.state, lambda each: None if each.kind == "tick" else each)
    assert {"verify.rewritten", "verify.cut_off_theirs"} & faults(office)


def test_rewritten_chain_is_a_fork_where_the_old_one_is_known(office):
    """Tanaka's own journal has Hana's first chain; the rewritten one doesn't replace it."""
    office.claim()
    first, second = office.folder / "first.ikusei", office.folder / "second.ikusei"
    assert office.hana("export", "-o", first).code == 0
    assert office.tanaka("import", first).code == 0
    rewrite(
        office.hana.state,
        lambda each: (
            each._replace(body=each.body.replace('"quantity":1', '"quantity":9')) if each.kind == "entry" else each
        ),
    )
    assert office.hana("export", "-o", second).code == 0
    taken = office.tanaka("--lang", "en", "import", second)
    assert (taken.code, "Fork: " in taken.err) == (1, True)
    report = json.loads(office.tanaka("verify", "--json").out)
    assert ("fault", "journal.fork") in [(each["severity"], each["key"]) for each in report["findings"]]


def test_one_person_on_two_machines_and_a_copied_file_are_no_alarm(office):
    office.confirmed()
    copied = office.folder / "copied/state.sqlite"
    copied.parent.mkdir()
    shutil.copy(office.hana.state, copied)
    assert office.hana("--state", copied, "log", CRITERION).code == 0
    other = Terminal(office.hana.home, office.capsys)
    other.env = {**office.hana.env, "IKUSEI_STATE": str(copied)}
    assert other("log", CRITERION).code == 0
    assert office.hana("log", CRITERION).code == 0
    bundle = office.folder / "other.ikusei"
    assert other("export", "-o", bundle).code == 0
    assert office.hana("import", bundle).code == 0
    assert faults(office) == set()
    assert office.hana("verify").code == 0


def test_fork_is_known_of_the_trainee_whose_chain_it_is(office):
    """What the review screen shows above the claim."""
    office.claim()
    first, second = office.folder / "first.ikusei", office.folder / "second.ikusei"
    assert office.hana("export", "-o", first).code == 0
    assert office.tanaka("import", first).code == 0
    rewrite(
        office.hana.state,
        lambda each: each._replace(body=each.body.replace('"note":""', '"note":"x"')) if each.kind == "entry" else each,
    )
    assert office.hana("export", "-o", second).code == 0
    assert office.tanaka("import", second).code == 1
    with Journal.open(office.tanaka.state) as journal:
        assert journal.forks(office.ids["hana"])
        assert journal.forks(office.ids["mori"]) == []


# -- the tables that are derived from the events, which whoever owns the file can edit as well -------------------------


def edit(state, *statements):
    """Change what isn't an event, as ``sqlite3 state.sqlite`` can."""
    with sqlite3.connect(state) as connection:
        # A seal is no secret: whoever can write the file can make one.
        connection.create_function("sealed", -1, sealed)
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_returned_decision_edited_into_a_confirmation_in_the_derived_table_counts_for_nothing(office):
    """The event and its signature stay whole: they say that Tanaka returned it."""
    office.claim()
    assert office.on_hanas(office.tanaka, "return", CRITERION, "-m", "根拠が足りない").code == 0
    edit(office.hana.state, "UPDATE decision SET verdict = 'confirmed'")
    assert office.state(office.mori) == "returned"
    assert faults(office) == set()
    assert own_faults(office) == {"journal.derived"}


def test_claim_moved_to_another_criterion_takes_no_confirmation_along(office):
    office.confirmed()
    edit(office.hana.state, "UPDATE claim SET item = 'soc.2.detect', body = json_set(body, '$.wording', '')")
    assert office.state(office.mori, "soc.2.detect") == "open"
    assert office.state(office.mori) == "confirmed"
    assert "journal.derived" in own_faults(office)


def test_reopening_cut_off_from_its_signoff_in_the_derived_table_still_opens_the_step(office):
    confirm_step(office)
    assert office.on_hanas(office.tanaka, "sign", "soc.2").code == 0
    assert office.on_hanas(office.tanaka, "reopen", "soc.2", "-m", "手順が変わった").code == 0
    edit(office.hana.state, "DELETE FROM about WHERE event IN (SELECT hash FROM event WHERE kind = 'reopening')")
    assert signed_steps(office, office.mori) == []
    assert "journal.derived" in own_faults(office)


def test_evaluator_who_confirmed_is_not_hidden_by_the_derived_table(tmp_path, capsys):
    office = Office(tmp_path, capsys, policy="final_evaluator = true")
    office.claim()
    assert office.on_hanas(office.mori, "confirm", CRITERION).code == 0
    decision = of_kind(office.hana.state, "decision").hash
    body = {"declaration": "修了", "decisions": [decision], "waivers": [], "exception": "", "policy": "", "heads": {}}
    signed_as(office, "signoff", body, item="soc.2", author="mori")
    assert signed_steps(office, office.mori) == []
    edit(office.hana.state, "DELETE FROM decision")
    assert signed_steps(office, office.mori) == []


def test_kept_summary_edited_by_the_trainee_signs_no_step(office):
    """What the team screen computed once is kept in the file, so that a thousand people open at once."""
    office.claim()
    assert signed_steps(office, office.hana) == []
    assert signed_steps(office, office.mori) == []
    edit(
        office.hana.state,
        """UPDATE summary SET body =
            sealed('[[["soc",2,[[2,1700000000000],[3,1700000000000]],0,0,0,[],[]]],[]]', trainee, key)""",
    )
    assert signed_steps(office, office.hana) == ["2", "3"]  # she believes herself
    assert signed_steps(office, office.mori) == []


def test_kept_standing_edited_by_the_trainee_proves_nothing(office):
    office.claim()
    assert office.state(office.mori, "soc.2.paired") == "open"
    edit(
        office.hana.state,
        "DELETE FROM memo_item WHERE item = 'soc.2.paired'",
        """UPDATE memo SET body = sealed(
            (SELECT substr(body, instr(body, ' ') + 1) FROM memo WHERE item = 'soc.2.alone'), trainee, item, key
        ) WHERE item = 'soc.2.paired'""",
    )
    assert office.state(office.hana, "soc.2.paired") == "met"  # she believes herself
    assert office.state(office.mori, "soc.2.paired") == "open"


def signed_steps(office, who):
    """The STEPs of Hana's that are signed, as ``team`` says to somebody who looks at her file."""
    (person,) = json.loads(office.on_hanas(who, "team", "--json").out)["people"]
    return [step for role in person["roles"] for step in role["signed"]]


# -- whose trust folder counts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["before", "behind"])
def test_older_trust_folder_beside_the_trainees_file_does_not_come_before_the_readers_own(office, place):
    """The lead has revoked Tanaka's key since; Mori's folder says so, the one beside Hana's file doesn't yet."""
    office.confirmed()
    del office.mori.env["IKUSEI_TRUST"]
    mine = office.mori.state.with_name("trust")
    for copy in (mine, office.hana.state.with_name("trust")):
        shutil.copytree(office.trust, copy)
    shutil.copy(f"{office.key('tanaka')}.pub", mine / "revoked_keys")
    assert office.yamada("--trust", mine, "trust", "sign", "--key", office.key("yamada")).code == 0
    named = ("--state", office.hana.state)
    words = (*named, "verify", "--json") if place == "before" else ("verify", *named, "--json")
    report = json.loads(office.mori(*words).out)
    assert report["trust"]["folder"] == str(mine)
    assert [each["key"] for each in report["findings"]] == ["verify.counts_not"]


# -- mentors outside of their role ----------------------------------------------------------------------------------


def signed_as(office, kind, body, *, item, author="tanaka", trainee="hana"):
    """Something that a mentor has written past every check, with their own, good signature."""
    about = {"author": office.ids[author], "trainee": office.ids[trainee], "item": item}
    made = forge(office.hana.state, kind, body, **about)
    event = next(each for each in events(office.hana.state) if each.hash == made)
    forge(office.hana.state, "signature", signed_by(office, author, event), **about)
    return made


def test_mentor_of_one_role_decides_on_no_claim_of_another_by_calling_it_theirs(office):
    """Tanaka mentors SOC only. He signs a decision that names a SOC criterion, on a claim of another role."""
    assert office.hana("follow", "vuln").code == 0
    body = {"entries": [], "policy": {}, "points": [], "comment": "", "states": {}, "wording": ""}
    hana = office.ids["hana"]
    claim = forge(office.hana.state, "claim", body, author=hana, trainee=hana, item="vuln.2.impact")
    signed_as(office, "decision", confirmation(claim), item=CRITERION)
    with Journal.open(office.hana.state, write=False) as journal:
        assert [each.claim for each in journal.decisions(hana)] == [claim]
    roles = office.on_hanas(office.mori, "status", "--json").json["roles"]
    assert "confirmed" not in {each["state"] for role in roles for step in role["steps"] for each in step["criteria"]}
    assert "verify.target_other" in faults(office)


def test_mentor_of_one_trainee_reopens_no_step_of_another(office):
    confirm_step(office)
    assert office.on_hanas(office.tanaka, "sign", "soc.2").code == 0
    signoff = of_kind(office.hana.state, "signoff").hash
    signed_as(office, "reopening", {"signoff": signoff, "reason": "x"}, item="soc.1")
    signed_as(office, "reopening", {"signoff": signoff, "reason": "x"}, item="soc.2", author="mori", trainee="yamada")
    assert signed_steps(office, office.mori) == ["2"]
    assert "verify.target_other" in faults(office)


def test_signoff_that_rests_on_less_than_the_step_is_noticed(office):
    """Tanaka signs a STEP of which one criterion is confirmed, past the check of the tool."""
    office.confirmed()
    decision = of_kind(office.hana.state, "decision").hash
    body = {"declaration": "修了", "decisions": [decision], "waivers": [], "exception": "", "policy": "", "heads": {}}
    signed_as(office, "signoff", body, item="soc.2")
    ((said, names),) = [(each["key"], each["message"]) for each in office.report(office.mori)["findings"]]
    assert said == "verify.not_covered"
    assert CRITERION not in names
    assert "soc.2.paired" in names


def test_whole_step_signed_with_the_tool_is_covered(office):
    confirm_step(office)
    assert office.on_hanas(office.tanaka, "sign", "soc.2").code == 0
    assert office.findings(office.mori) == []


# -- what can't be: written into the file past every check -------------------------------------------------------------

ASKED = (
    ("verify", "--json"),
    ("review", "--list"),
    ("status", "--json"),
    ("team", "--json"),
    ("show", CRITERION),
    ("staffing",),
    ("career",),
)


def raw(office, kind, body, *, recorded=None, item="soc.2"):
    """An event with any text as its body, in Tanaka's name about Hana, in no derived table; its hash is true."""
    with Journal.open(office.hana.state) as journal, journal.store.write():
        store = journal.store
        writer = own_writer(store)
        n, previous = tip(store, writer)
        clock = last_clock(store) + 1
        said = (office.ids["tanaka"], office.ids["hana"], kind, item, body, "nca-isogj", "1.0.0")
        made = Record("", writer, n + 1, previous, clock, clock if recorded is None else recorded, *said)
        insert(store, made._replace(hash=made.digest()))


@pytest.mark.parametrize("kind", ["decision", "waiver", "signoff", "reopening", "signature"])
@pytest.mark.parametrize(
    "body",
    [
        '{"a":' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"a":' + "[" * 900 + "]" * 900 + "}",
        '{"reason":"\\ud800","claim":"\\ud800","event":"\\ud800","verdict":"confirmed","declaration":"\\ud800"}',
        '{"reason":5,"declaration":[],"decisions":{},"verdict":7,"claim":1,"event":[],"signoff":{}}',
        "[]",
        "no JSON",
    ],
    ids=["deepest", "deep", "halves", "types", "list", "text"],
)
def test_record_that_cannot_be_read_is_named_and_ends_no_answer(office, kind, body):
    office.hana.policy.write_text(f"{office.policy}waivers = true\n", encoding="utf-8")
    office.confirmed()
    raw(office, kind, body)
    for words in ASKED[1:]:
        assert office.on_hanas(office.mori, *words).code in {0, 1}
        assert office.hana(*words).code in {0, 1}
    assert "journal.foreign_row" in faults(office)
    assert "verify.unreadable" in own_faults(office)
    assert office.state(office.mori) == "confirmed"


@pytest.mark.parametrize("recorded", [2**62, -(2**62), 253_402_300_800_000])
def test_moment_outside_of_every_calendar_ends_no_answer(office, recorded):
    office.extra = ""
    office.write_trust(version=2)
    office.claim()
    raw(office, "signoff", '{"declaration":"d"}', recorded=recorded)
    for words in (*ASKED[1:], ("journal",)):
        assert office.on_hanas(office.mori, *words).code in {0, 1}
    assert faults(office) == {"journal.foreign_row"}
    for words in (*ASKED, ("journal",)):
        assert office.hana(*words).code in {0, 1}


def test_step_with_a_number_that_is_none_is_signed_nowhere(office):
    office.extra = ""
    office.write_trust(version=2)
    office.claim()
    for number in ("9" * 5000, "３", "03333"):
        raw(office, "signoff", '{"declaration":"d"}', item=f"soc.{number}")
    assert signed_steps(office, office.mori) == []
    assert office.on_hanas(office.mori, "career").code == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision SET verdict = 'x'",
        "UPDATE claim SET body = '{'",
        "UPDATE claim SET body = '[]'",
        "UPDATE entry SET day = 'x'",
        "UPDATE entry SET evidence = '[1]'",
        "UPDATE entry SET supervision = 'zz'",
        "UPDATE tally SET newest = 'zz'",
    ],
)
def test_derived_row_that_cannot_be_read_is_told_to_its_owner_and_read_by_nobody_else(office, statement):
    office.confirmed()
    before = [office.on_hanas(office.mori, *words) for words in ASKED]
    edit(office.hana.state, statement)
    for words in ASKED[1:]:
        answer = office.hana(*words)
        assert answer.code in {0, 1} or "doctor --mend" in answer.err
    assert "journal.derived" in own_faults(office)
    assert [office.on_hanas(office.mori, *words) for words in ASKED] == before


def test_file_that_is_reviewed_says_nothing_of_the_reviewer(office):
    """Mori trains, too. What is new in Hana's file goes into Mori's own journal."""
    office.claim()
    assert office.mori("begin", "森 遥", "--role", "soc", "--step", 2).code == 0
    about = {"author": office.ids["tanaka"], "trainee": office.ids["mori"]}
    forge(office.hana.state, "signoff", {"declaration": "修了", "decisions": []}, item="soc.2", **about)
    assert CRITERION in office.on_hanas(office.mori, "review", "--list").out
    kinds = {(event.kind, event.trainee) for event in events(office.mori.state)}
    assert ("claim", office.ids["hana"]) in kinds
    assert ("signoff", office.ids["mori"]) not in kinds
