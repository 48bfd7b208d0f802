"""Decisions and sign-offs that carry the mentor's SSH signature: made, shown, required, checked."""

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from signed_world import CRITERION, STEP, Office, confirm_step, events, fingerprint, new_key, of_kind


@pytest.fixture(autouse=True)
def no_agent(monkeypatch):
    """No test meets the agent, or the dialogs, of whoever runs it."""
    for name in ("SSH_AUTH_SOCK", "SSH_ASKPASS", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def office(tmp_path, capsys):
    return Office(tmp_path, capsys)


@pytest.fixture
def strict(tmp_path, capsys):
    """An office whose roster, signed by the lead, counts only what is signed."""
    return Office(tmp_path, capsys, roster="require_signature = true")


def test_confirmation_is_signed_with_the_key_that_the_roster_allows(office):
    office.claim()
    answer = office.on_hanas(office.tanaka, "confirm", CRITERION)
    assert (answer.code, "署名 田中 実" in answer.out) == (0, True)
    assert office.state(office.hana) == "confirmed"
    assert "署名 田中 実" in office.hana("show", CRITERION).out
    report = office.report(office.mori)
    assert (report["counts"]["signed"], report["findings"]) == (1, [])


def test_decision_and_signature_stand_together_in_the_chain(office):
    office.confirmed()
    decision, signature = of_kind(office.hana.state, "decision"), of_kind(office.hana.state, "signature")
    assert signature.previous == decision.hash
    assert json.loads(signature.body["text"])["event"] == decision.hash


def test_signature_is_one_that_ssh_keygen_accepts(office, tmp_path):
    office.confirmed()
    signature = of_kind(office.hana.state, "signature")
    (tmp_path / "sig").write_text(f"{signature.body['signature']}\n")
    command = ["ssh-keygen", "-Y", "verify", "-f", str(office.trust / "allowed_signers"), "-I", "tanaka@midori"]
    subprocess.run(
        [*command, "-n", "ikusei-signoff", "-s", str(tmp_path / "sig")],
        input=signature.body["text"].encode(),
        check=True,
        capture_output=True,
    )


def test_without_a_key_it_says_unsigned(office):
    office.claim()
    answer = office.on_hanas(office.tanaka, "confirm", CRITERION, "--key", "none")
    assert "署名なし" in answer.out
    assert office.state(office.hana) == "confirmed"
    assert office.findings(office.mori) == [("warning", "verify.unsigned")]
    assert office.on_hanas(office.mori, "verify").code == 1


def test_where_a_signature_is_required_a_mentor_without_a_key_writes_nothing(strict):
    strict.claim()
    before = events(strict.hana.state)
    answer = strict.on_hanas(strict.tanaka, "confirm", CRITERION, "--key", "none")
    assert (answer.code, "ikusei me --key" in answer.err) == (2, True)
    assert events(strict.hana.state) == before


def test_where_a_signature_is_required_unsigned_counts_for_nothing(office):
    office.claim()
    office.on_hanas(office.tanaka, "confirm", CRITERION, "--key", "none")
    office.extra = "require_signature = true"
    office.write_trust(version=2)
    assert office.state(office.hana) == "claimed"
    assert "署名のない判定は数えない" in office.hana("show", CRITERION).out
    assert ("warning", "verify.counts_not") in office.findings(office.mori)


def test_the_policy_may_require_it_too(tmp_path, capsys):
    office = Office(tmp_path, capsys, policy="require_signature = true")
    office.claim()
    assert office.on_hanas(office.tanaka, "confirm", CRITERION, "--key", "none").code == 2
    assert office.on_hanas(office.tanaka, "confirm", CRITERION).code == 0
    assert office.state(office.hana) == "confirmed"


def test_a_key_that_nobody_allowed_is_refused_before_anything_is_written(office, tmp_path):
    office.claim()
    new_key(tmp_path / "stray")
    before = events(office.hana.state)
    answer = office.on_hanas(office.tanaka, "confirm", CRITERION, "--key", tmp_path / "stray")
    assert (answer.code, fingerprint(tmp_path / "stray") in answer.err) == (2, True)
    assert events(office.hana.state) == before
    assert office.on_hanas(office.tanaka, "confirm", CRITERION, "--key", tmp_path / "gone").code == 2


def test_chosen_key_is_kept_and_may_be_named_in_the_environment(office, tmp_path):
    office.claim()
    new_key(tmp_path / "stray")
    assert office.tanaka("me", "--key", tmp_path / "stray").out.split()[-1] == str(tmp_path / "stray")
    assert office.on_hanas(office.tanaka, "confirm", CRITERION).code == 2
    office.tanaka.env["IKUSEI_KEY"] = str(office.key("tanaka"))
    assert office.on_hanas(office.tanaka, "confirm", CRITERION).code == 0
    assert office.tanaka("me", "--key", "auto").out.split() == [office.ids["tanaka"], "田中", "実"]
    assert office.tanaka("me", "--key", tmp_path / "gone").code == 2


def test_agent_signs_where_there_is_no_key_file(office, tmp_path_factory, monkeypatch):
    path = tmp_path_factory.mktemp("a") / "s"
    with subprocess.Popen(["ssh-agent", "-D", "-a", str(path)], stdout=subprocess.PIPE) as agent:
        assert agent.stdout.readline()  # it listens from here on
        monkeypatch.setenv("SSH_AUTH_SOCK", str(path))
        subprocess.run(["ssh-add", "-q", str(office.key("tanaka"))], check=True)
        for file in office.key("tanaka").parent.iterdir():
            file.unlink()
        office.confirmed()
        agent.terminate()
    assert office.report(office.hana)["counts"]["signed"] == 1


def test_step_is_signed_and_reopened_with_the_key(office):
    confirm_step(office)
    answer = office.on_hanas(office.tanaka, "sign", "soc.2")
    assert (answer.code, "署名 田中 実" in answer.out) == (0, True)
    assert "署名 田中 実" in office.on_hanas(office.tanaka, "reopen", "soc.2", "-m", "手順が変わった").out
    assert office.report(office.mori)["counts"]["signed"] == len(STEP) + 2


def test_what_was_kept_without_ssh_keygen_is_not_told_with_it(strict, monkeypatch, tmp_path):
    """Without ssh-keygen the signature of an RSA key can't be checked; once it is there, it can."""
    for old in (strict.key("tanaka"), strict.key("tanaka").with_suffix(".pub")):
        old.unlink()
    command = ["ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", str(strict.key("tanaka"))]
    subprocess.run(command, check=True, capture_output=True)
    strict.write_trust(version=2)
    confirm_step(strict)
    assert strict.on_hanas(strict.tanaka, "sign", "soc.2").code == 0
    shutil.rmtree(strict.hana.home / ".cache")  # what she has checked with it
    with monkeypatch.context() as bare:
        bare.setenv("PATH", str(tmp_path))
        (person,) = json.loads(strict.hana("team", "--json").out)["people"]
        assert list(person["roles"][0]["signed"]) == []
        assert "承認 20" not in strict.hana("status").out
    assert "承認 20" in strict.hana("status").out
    (person,) = json.loads(strict.hana("team", "--json").out)["people"]
    assert list(person["roles"][0]["signed"]) == ["2"]


def test_final_evaluator_is_named_and_confirmed_nothing(tmp_path, capsys):
    office = Office(tmp_path, capsys, policy="final_evaluator = true")
    confirm_step(office)
    assert "評価者" in office.on_hanas(office.tanaka, "sign", "soc.2").err
    assert office.on_hanas(office.mori, "sign", "soc.2").code == 0


def test_an_evaluator_who_confirmed_a_criterion_does_not_sign_the_step(tmp_path, capsys):
    office = Office(tmp_path, capsys, policy="final_evaluator = true")
    for criterion, *more in STEP:
        office.claim(criterion, *more)
        assert office.on_hanas(office.mori, "confirm", criterion).code == 0
    assert "別の評価者" in office.on_hanas(office.mori, "sign", "soc.2").err


def test_a_sign_off_by_the_daily_mentor_counts_no_more_once_an_evaluator_is_asked_for(office):
    confirm_step(office)
    assert office.on_hanas(office.tanaka, "sign", "soc.2").code == 0
    assert office.hana("status", "--json").json["roles"][0]["steps"]
    assert "承認 20" in office.hana("status").out
    office.hana.policy.write_text(f"{office.policy}final_evaluator = true\n", encoding="utf-8")
    assert "承認 20" not in office.hana("status").out
    assert ("warning", "verify.counts_not") in office.findings(office.hana)


def test_waiver_takes_policy_and_reason_and_opens_the_step(tmp_path, capsys):
    office = Office(tmp_path, capsys)
    refused = office.on_hanas(office.tanaka, "waive", "soc.2.detect", "-m", "前職の証明がある")
    assert (refused.code, "waivers = true" in refused.err) == (2, True)
    for who in (office.hana, office.tanaka):
        who.policy.write_text(f"{office.policy}waivers = true\n", encoding="utf-8")
    for criterion, *more in STEP[:3]:
        office.claim(criterion, *more)
        assert office.on_hanas(office.tanaka, "confirm", criterion).code == 0
    assert office.on_hanas(office.tanaka, "waive", "soc.2.detect", "-m", " ").code == 2
    waived = office.on_hanas(office.tanaka, "waive", "soc.2.detect", "-m", "前職の証明がある")
    assert "署名 田中 実" in waived.out
    assert office.state(office.hana, "soc.2.detect") == "waived"
    assert "前職の証明がある" in office.hana("show", "soc.2.detect").out
    assert office.on_hanas(office.tanaka, "waive", "soc.2.detect", "-m", "二度目").code == 2
    assert office.on_hanas(office.tanaka, "sign", "soc.2").code == 0
    lifted = office.on_hanas(office.tanaka, "waive", "soc.2.detect", "-m", "証明が古い", "--lift")
    assert "免除をやめました" in lifted.out
    assert office.state(office.hana, "soc.2.detect") == "open"
    assert office.hana("waive", "soc.2.detect", "-m", "自分で").code == 2


def test_verdicts_are_kept_so_that_a_signature_is_checked_once(office, monkeypatch):
    office.confirmed()
    assert office.state(office.mori) == "confirmed"
    monkeypatch.setattr("tui.trust.signature_check.verify", lambda *_, **__: pytest.fail("checked again"))
    assert office.state(office.mori) == "confirmed"


def test_fingerprint_of_the_trust_folder_travels_with_a_bundle(office, tmp_path):
    office.confirmed()
    assert office.hana("export", "-o", tmp_path / "b").code == 0
    header = json.loads((tmp_path / "b").read_text(encoding="utf-8").splitlines()[0])
    assert header["trust"] == office.report(office.hana)["trust"]["fingerprint"] != ""
    assert header["trust"] in office.mori("import", tmp_path / "b", "--dry-run").err


def test_own_file_of_an_older_ikusei_still_says_who_one_is_and_whom_one_trusts(office):
    office.claim()
    with sqlite3.connect(office.tanaka.state) as own:
        own.execute("PRAGMA user_version = 2")
    own.close()
    assert "署名 田中 実" in office.on_hanas(office.tanaka, "confirm", CRITERION).out


def test_a_new_key_and_a_new_name_keep_what_was_signed(office):
    office.confirmed()
    old = Path(f"{office.key('tanaka')}.pub").read_text()
    for file in office.key("tanaka").parent.iterdir():
        file.unlink()
    new_key(office.key("tanaka"), "new")
    office.write_trust(version=2)
    with (office.trust / "allowed_signers").open("a") as signers:
        signers.write(f'tanaka@midori namespaces="ikusei-signoff",valid-before="20990101Z" {old}')
    assert office.yamada("trust", "sign", "--key", office.key("yamada")).code == 0
    assert office.tanaka("me", "田中 みのる").out.split()[0] == office.ids["tanaka"]
    office.claim("soc.2.paired", "--supervision", "paired")
    assert "署名" in office.on_hanas(office.tanaka, "confirm", "soc.2.paired").out
    report = office.report(office.mori)
    assert (report["counts"]["signed"], report["findings"]) == (2, [])
    assert {office.state(office.mori, each) for each in (CRITERION, "soc.2.paired")} == {"confirmed"}


def test_new_name_and_the_name_in_the_roster_are_said_to_be_one_person(office):
    office.confirmed()
    assert office.tanaka("me", "高木 実").code == 0
    assert office.on_hanas(office.tanaka, "confirm", CRITERION).code != 0  # it is confirmed already
    file = office.folder / "name.ikusei"
    assert office.tanaka("export", "--decisions", "-o", file).code == 0
    assert office.hana("import", file).code == 0
    shown = office.hana("--lang", "en", "show", CRITERION).out
    # The roster says what they are called, beside the decision and in its signature alike.
    assert "signed by 田中 実" in shown
    assert "高木" not in shown
