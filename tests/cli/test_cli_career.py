"""The career of a person on the command line: from their own record, past jobs kept, anybody for a lead."""

import pytest
from cli_world import Terminal

from tui.journal.event import Kind, NewEvent
from tui.journal.events import in_order
from tui.journal.journal import Journal


def sign(terminal, step, person=None):
    """A mentor has signed a STEP of the only trainee, or of somebody who follows soc, too."""
    with Journal.open(terminal.state) as journal:
        trainee = person or journal.trainees()[0]
        if person:
            news = [
                NewEvent(Kind.PERSON, person, body={"name": person}),
                NewEvent(Kind.ENROL, person, "soc", {"start": 1, "on": True}),
            ]
            journal.append(news, author=person)
        body = {"declaration": "確かめました", "decisions": []}
        journal.append([NewEvent(Kind.SIGNOFF, trainee, step, body)], author="p-mentor")


def test_record_says_where_somebody_stands(begun):
    assert begun("career", "--json").json["now"] == "career.base"
    sign(begun, "soc.2")
    found = begun("career", "--json").json
    assert found["now"] == "career.t-shaped"
    duty = next(each for stage in found["stages"] for each in stage["duties"] if each["id"] == "b-1")
    assert duty == {"id": "b-1", "state": "signed", "steps": [{"id": "soc.2", "state": "signed"}]}
    said = begun("career").out
    assert "現在: 4 インシデント対応で T 型に" in said
    assert "✓ B-1 リアルタイム基本分析" in said


def test_step_that_has_entries_is_under_way(begun):
    begun("log", "soc.3.period")
    found = begun("career", "--json").json
    steps = {step["id"]: step["state"] for s in found["stages"] for duty in s["duties"] for step in duty["steps"]}
    assert steps["soc.3"] == "on"
    assert steps["vuln.2"] == "open"


def test_past_jobs_are_kept_until_they_are_forgotten(begun):
    assert "現在: 2" in begun("career", "--job", "ネットワーク", "--job", "web").out
    kept = begun("career", "--json").json
    assert kept["jobs"] == {"network-operation": True, "auditing": False, "web-application-development": True}
    assert [duty["id"] for duty in kept["stages"][1]["duties"]] == ["g-1", "e-4"]
    begun("career", "--job", "-")
    assert not any(begun("career", "--json").json["jobs"].values())


@pytest.mark.parametrize("job", ["占い師", "", "--"])
def test_job_that_is_not_known_is_refused_with_those_that_are(begun, job):
    answer = begun("career", f"--job={job}")
    assert (answer.code, answer.out) == (2, "")
    assert "network-operation" in answer.err


def test_lead_sees_anybody_and_what_is_chosen_for_them_is_theirs(begun):
    sign(begun, "soc.2", "p-ken")
    assert begun("career", "-t", "p-ken", "--json").json["now"] == "career.t-shaped"
    begun("career", "-t", "p-ken", "--job", "audit")
    assert begun("career", "-t", "p-ken", "--json").json["jobs"]["auditing"]
    assert not any(begun("career", "--json").json["jobs"].values())
    answer = begun("career", "-t", "nobody")
    assert (answer.code, answer.out) == (2, "")


def test_past_jobs_never_travel(begun, tmp_path):
    begun("career", "--job", "audit")
    bundle = tmp_path / "hana.ikusei"
    begun("export", "-o", bundle)
    assert b"auditing" not in bundle.read_bytes()


def test_nobody_has_begun(tmp_path, capsys):
    answer = Terminal(tmp_path / "empty", capsys)("career")
    assert (answer.code, answer.out) == (2, "")


def test_a_person_is_meant_by_the_beginning_of_their_name(begun, tmp_path):
    names = {"p-1": "鈴木 健太", "p-2": "佐藤 花", "p-3": "鈴木 花子"}
    for person in ("p-1", "p-2"):
        sign(begun, "soc.1", person)
    for person, name in names.items():
        # What somebody is called says their own chain.
        with Journal.open(tmp_path / f"{person}.sqlite", create=True) as own, Journal.open(begun.state) as journal:
            own.append([NewEvent(Kind.PERSON, person, body={"name": name})], author=person)
            journal.merge(list(in_order(own.store)))
    assert "鈴木 健太" in begun("career", "-t", "鈴木").out
    assert begun("career", "-t", "花").code == 2
    sign(begun, "soc.1", "p-3")
    with Journal.open(begun.state) as journal:
        journal.append([NewEvent(Kind.PERSON, "p-3", body={"name": names["p-3"]})], author="p-3")
    refused = begun("career", "-t", "鈴木")
    assert refused.code == 2
    assert "鈴木 花子" in refused.err
    assert "鈴木 健太" in begun("career", "-t", "鈴木 健太").out
