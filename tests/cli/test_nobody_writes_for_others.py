"""No verb writes in the name of the owner of somebody else's file, whoever calls it and however the file is named."""

import pytest
from cli_world import Terminal

from tui.journal.journal import Journal

ID = "p-0123456789ab"
WRITING = [
    ("begin", "田中 実", "--role", "ir", "--step", "1"),
    ("begin", "田中 実", "--role", "ir", "--id", ID),
    ("begin", "--from", "{bundle}"),
    ("me", "別人"),
    ("me", "別人", "--id", ID),
    ("me", "--key", "none"),
    ("follow", "ir", "--step", "1"),
    ("follow", "soc", "--off"),
    ("log", "soc.2.paired", "-m", "他人が書いた"),
    ("correct", "{entry}", "-m", "他人が直した"),
    ("tick", "soc.2.paired.handover"),
    ("tick", "soc.2.alone.alone", "--off"),
    ("claim", "soc.2.alone"),
    ("claim", "soc.2.paired", "--withdraw"),
    ("undo",),
    ("assess", "A-1", "--now", "inhouse", "--level", "1"),
    ("assess", "--want", "1"),
    ("staffing", "set", "soc", "--heads", "3"),
    ("staffing", "undo"),
    ("import", "{bundle}", "--yes", "--everyone"),
    ("import", "--inbox", "--everyone"),
    ("doctor", "--mend"),
    ("restore", "{backup}", "--yes"),
    ("career", "--job", "network"),
]
DECIDING = [
    ("confirm", "soc.2.paired"),
    ("return", "soc.2.paired", "-m", "足りない"),
    ("comment", "soc.2.paired", "見ました"),
    ("waive", "soc.2.alone", "-m", "不要"),
    ("sign", "soc.2"),
    ("reopen", "soc.2", "-m", "見直し"),
]


@pytest.fixture
def hana(tmp_path, capsys):
    found = Terminal(tmp_path / "hana", capsys).begun()
    for _ in range(3):
        assert found("log", "soc.2.paired", "-s", "paired", "-e", "INC-1").code == 0
    points = [each["id"] for each in found("show", "soc.2.paired", "--json").json["points"]]
    assert found("tick", *points).code == 0
    assert found("claim", "soc.2.paired").code == 0
    return found


@pytest.fixture
def ken(tmp_path, capsys):
    found = Terminal(tmp_path / "ken", capsys)
    assert found("me", "田中 実").code == 0
    return found


@pytest.fixture
def words(hana, tmp_path):
    """What stands for the names in a call."""
    bundle = tmp_path / "hana.ikusei"
    assert hana("export", "-o", bundle).code == 0
    assert hana("backup").code == 0
    backup = next(iter(hana.state.parent.glob("backups/*.sqlite")))
    entry = next(each["hash"] for each in hana("journal", "-k", "entry", "--json").json)
    return {"bundle": bundle, "backup": backup, "entry": entry[:12]}


def call(terminal, words, *args):
    return terminal(*(arg.format(**words) for arg in args))


@pytest.mark.parametrize("args", WRITING, ids=" ".join)
def test_what_one_does_in_ones_own_file_is_refused_in_somebody_elses(hana, ken, words, args):
    before = hana.state.read_bytes()
    answer = call(ken, words, "--state", str(hana.state), *args)
    assert hana.state.read_bytes() == before
    assert answer.code != 0
    assert hana("me").out.split()[1:] == ["佐藤", "花"]


# Who one is stands in one's own file, whatever the variable looks at.
@pytest.mark.parametrize("args", [each for each in WRITING if each[0] != "me"], ids=" ".join)
def test_a_file_that_a_variable_names_is_somebody_elses_too(hana, ken, words, args):
    before = hana.state.read_bytes()
    ken.env |= {"IKUSEI_STATE": str(hana.state), "IKUSEI_ME": str(ken.state)}
    answer = call(ken, words, *args)
    assert hana.state.read_bytes() == before
    assert answer.code != 0


@pytest.mark.parametrize("args", DECIDING, ids=" ".join)
def test_what_a_mentor_says_stands_in_the_mentors_own_name_and_file(hana, ken, words, args):
    before = hana.state.read_bytes()
    call(ken, words, "--state", str(hana.state), *args)
    assert hana.state.read_bytes() == before
    me = ken("me").out.split()[0]
    for event in ken("journal", "--json").json:
        if event["kind"] in {"decision", "comment", "waiver", "signoff", "reopening"}:
            assert event["author"] == me


@pytest.mark.parametrize("args", [("status",), ("show", "soc.2.paired"), ("journal",)])
def test_whose_file_it_is_is_asked_once_a_call(hana, ken, monkeypatch, args):
    """Each asking opened the reader's own journal."""
    opened = []
    opens = Journal.open

    def noting(path, **more):
        opened.append(path)
        return opens(path, **more)

    assert ken("log", "soc.2.paired").code == 2  # the own file is another one than when it was asked about last
    assert ken("me", "田中 実").code == 0
    monkeypatch.setattr("tui.journal.journal.Journal.open", noting)
    assert ken("--state", hana.state, *args).code == 0
    assert opened.count(ken.state) <= 2  # the other time it is asked whom he trusts


def test_who_says_who_they_are_is_known_at_once(hana, tmp_path, capsys):
    """The answer to whose file it is hangs on that."""
    nobody = Terminal(tmp_path / "nobody", capsys)
    assert nobody("--state", hana.state, "log", "soc.2.paired").code == 0  # the account is the same, and owns the file
    assert nobody("me", "田中 実").code == 0
    assert nobody("--state", hana.state, "log", "soc.2.paired").code == 2
