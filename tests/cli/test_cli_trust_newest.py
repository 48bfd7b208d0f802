"""A trust folder that can't be used is never silent, and what was valid before still says whose word counts."""

import shutil
import subprocess

import pytest
from cli_world import Terminal
from signed_world import CRITERION, Office

KEPT = "前に確かめた版 1 で判定しています"


@pytest.fixture(autouse=True)
def no_agent(monkeypatch):
    """No test meets the agent, or the dialogs, of whoever runs it."""
    for name in ("SSH_AUTH_SOCK", "SSH_ASKPASS", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def office(tmp_path, capsys):
    office = Office(tmp_path, capsys)
    office.confirmed()
    for who in (office.hana, office.tanaka, office.mori):
        assert who("trust", "check").code == 0
    return office


def spoil(office):
    """Somebody writes into the roster after the lead has signed it."""
    roster = office.trust / "roster.toml"
    roster.write_text(f"{roster.read_text(encoding='utf-8')}# changed\n", encoding="utf-8")


SHOWING = (
    ("status",), ("status", "--json"), ("show", CRITERION), ("team",), ("matrix", "-l", "people"), ("staffing",),
    ("roster", "show"), ("verify",), ("career",),
)  # fmt: skip


@pytest.mark.parametrize("call", SHOWING, ids=" ".join)
def test_every_verb_that_shows_what_is_signed_says_so_each_time(office, call):
    assert KEPT not in office.hana(*call).err
    spoil(office)
    for _ in range(2):  # also where the answer could have been kept
        answer = office.hana(*call)
        (sentence,) = [line for line in answer.err.splitlines() if KEPT in line]
        assert "roster.toml が署名された内容と異なります" in sentence
        assert "署名し直してもらってください" in sentence


def test_standings_stay_and_a_mentor_still_decides(office):
    spoil(office)
    assert office.state(office.hana) == "confirmed"
    assert "署名 田中 実" in office.hana("show", CRITERION).out
    office.claim("soc.2.paired", "--supervision", "paired")
    answer = office.on_hanas(office.tanaka, "confirm", "soc.2.paired")
    assert (answer.code, KEPT in answer.err) == (0, True)
    assert office.state(office.hana, "soc.2.paired") == "confirmed"


def test_trust_and_verify_name_the_folder_and_the_version_that_counts(office):
    spoil(office)
    kept = "前に確かめた版 1 (指紋"
    for verb in ("show", "check"):
        answer = office.hana("trust", verb)
        assert (answer.code, kept in answer.out) == (2, True)
        assert "roster.toml が署名された内容と異なります" in answer.out
    data = office.hana("trust", "show", "--json").json
    assert (data["state"], data["counts"] != data["fingerprint"], len(data["counts"])) == ("invalid", True, 64)
    answer = office.hana("verify")
    assert (answer.code, kept in answer.out) == (2, True)
    assert office.report(office.hana)["counts"]["signed"] == 1


def test_a_folder_that_is_mended_is_silent_again(office):
    spoil(office)
    office.write_trust(version=2)
    answer = office.hana("status")
    assert "判定しています" not in answer.err
    assert office.hana("trust", "check").code == 0


def test_an_older_folder_revives_no_mentor(office, tmp_path):
    shutil.copytree(office.trust, tmp_path / "old")
    office.ids["tanaka"], tanaka = "p-nobody", office.ids["tanaka"]
    office.write_trust(version=2)
    assert office.state(office.hana) == "claimed"
    office.ids["tanaka"] = tanaka
    shutil.rmtree(office.trust)
    shutil.copytree(tmp_path / "old", office.trust)
    assert office.state(office.hana) == "claimed"
    answer = office.hana("trust", "check")
    assert (answer.code, "版 1 は前に確かめた版 2 より古い" in answer.out) == (2, True)


def test_the_lead_is_told_to_raise_the_version(office):
    assert office.yamada("trust", "check").code == 0
    spoil(office)
    answer = office.yamada("trust", "sign", "--key", office.key("yamada"))
    assert (answer.code, "version を上げ" in answer.err) == (2, True)


def test_who_pins_anew_begins_anew(office, tmp_path):
    shutil.copytree(office.trust, tmp_path / "old")
    office.write_trust(version=2)
    assert office.hana("trust", "check").code == 0
    shutil.rmtree(office.trust)
    shutil.copytree(tmp_path / "old", office.trust)
    assert office.hana("trust", "check").code == 2
    assert office.hana("trust", "pin", "--forget").code == 0
    office.pin(office.hana)
    assert office.hana("trust", "check").code == 0
    assert office.state(office.hana) == "confirmed"


def test_who_has_no_folder_of_their_own_is_told_that_theirs_is_not_asked(office):
    """Whoever owns the file could name any mentor in the folder beside it."""
    shutil.copytree(office.trust, office.hana.state.with_name("trust"))
    reader = Terminal(office.folder / "reader", office.capsys)
    assert reader("me", "森 遥").code == 0
    for call in (("show", CRITERION), ("status",), ("verify",)):
        answer = reader("--state", office.hana.state, *call)
        assert answer.err.count("自分の名簿のフォルダー") == 1
    office.hana.state.with_name("trust").rename(reader.home / "elsewhere")
    assert "自分の名簿のフォルダー" not in reader("--state", office.hana.state, "status").err


def test_what_this_machine_cannot_check_does_not_count_on_it(tmp_path, capsys, monkeypatch):
    """It may be forged, so it doesn't count even where unsigned does; it isn't called INVALID, either."""
    office = Office(tmp_path, capsys)
    for old in (office.key("tanaka"), office.key("tanaka").with_suffix(".pub")):
        old.unlink()
    command = ["ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", str(office.key("tanaka"))]
    subprocess.run(command, check=True, capture_output=True)
    office.write_trust(version=2)
    office.confirmed()
    assert office.state(office.hana) == "confirmed"
    (office.hana.home / ".cache/ikusei/signatures.sqlite").unlink()
    with monkeypatch.context() as bare:
        bare.setenv("PATH", str(tmp_path))
        assert office.state(office.hana) == "claimed"
        shown = office.hana("show", CRITERION, "--width", "100").out
        assert "この端末では署名を確かめられないので、ここでは数えません" in shown
        assert office.findings(office.hana) == [("warning", "verify.counts_not")]
        assert office.hana("verify").code == 1
    assert office.state(office.hana) == "confirmed"
