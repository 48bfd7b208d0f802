"""A mentor by the command line: who they are, what waits, confirm and return."""

import pytest
from cli_world import Terminal

ALONE = ("soc.2.alone.scope", "soc.2.alone")


@pytest.fixture
def claimed(begun):
    begun("log", "soc.2.alone")
    begun("tick", *points(begun))
    assert begun("claim", "soc.2.alone").code == 0
    return begun


def points(terminal):
    data = terminal("show", "--json", "soc.2.alone").json
    return [point["id"] for point in data["points"]]


@pytest.fixture
def mentor(claimed, tmp_path, capsys):
    """Somebody else on the same machine, who looks at the trainee's file."""
    home = tmp_path / "mentor"
    home.mkdir()
    other = Terminal(home, capsys)
    assert other("me", "田中 実").code == 0
    return lambda *args: other("--state", claimed.state, *args)


def test_me_says_who_one_is_and_keeps_the_id_when_the_name_changes(tmp_path, capsys):
    person = Terminal(tmp_path, capsys)
    assert "ikusei me" in person("me").err
    first = person("me", "田中 実").out.split()[0]
    renamed = person("me", "田中 みのる")
    assert renamed.out.split() == [first, "田中", "みのる"]
    assert person("me").out == renamed.out


def test_queue_confirm_and_what_the_trainee_sees(claimed, mentor):
    listed = mentor("review", "--list")
    assert listed.code == 0
    day = claimed.today().isoformat()
    assert listed.out.startswith("soc.2.alone  独力での監視業務  nca:4.3.6.4#3\n佐藤 花 (p-")
    assert day in listed.out.splitlines()[1]
    assert mentor("review", "--json").json[0]["criterion"] == "soc.2.alone"
    assert "確認しました" in mentor("confirm", "soc.2.al").out
    claimed.takes_in()
    assert claimed.standing("soc.2.alone")["state"] == "confirmed"
    assert "✓ soc.2.alone" in claimed("status").out
    assert mentor("review", "--list").code == 1


def test_what_is_confirmed_needs_no_claim_and_is_not_said_to_wait(claimed, mentor):
    assert "すでに申請中です" in claimed("claim", "soc.2.alone").err
    mentor("confirm", "soc.2.alone")
    claimed.takes_in()
    again = claimed("claim", "soc.2.alone")
    assert (again.code, "確認済み" in again.err, "申請中" in again.err) == (2, True, False)


def test_return_takes_a_reason_and_shows_it(claimed, mentor):
    assert mentor("return", "soc.2.alone").code == 2
    assert mentor("return", "soc.2.alone", "-m", "  ").code == 2
    assert mentor("return", "soc.2.alone", "-m", "根拠を足してください").code == 0
    claimed.takes_in()
    assert claimed.standing("soc.2.alone")["state"] == "returned"
    assert "根拠を足してください" in claimed("show", "soc.2.alone").out
    assert claimed("claim", "soc.2.alone").code == 0


def test_nobody_confirms_their_own_claim(claimed):
    answer = claimed("confirm", "soc.2.alone")
    assert answer.code == 2
    assert "待っていません" in answer.err
    assert claimed.standing("soc.2.alone")["state"] == "claimed"


def test_somebody_unknown_is_asked_who_they_are(claimed, tmp_path, capsys):
    home = tmp_path / "stranger"
    home.mkdir()
    stranger = Terminal(home, capsys)
    answer = stranger("--state", claimed.state, "confirm", "soc.2.alone")
    assert (answer.code, answer.out) == (2, "")
    assert "ikusei me" in answer.err


def test_step_without_every_criterion_confirmed_is_not_signed(claimed, mentor):
    mentor("confirm", "soc.2.alone")
    answer = mentor("sign", "soc.2")
    assert (answer.code, answer.out) == (2, "")
    assert "承認できる soc.2 はありません" in answer.err
    assert mentor("reopen", "soc.2", "-m", "理由").code == 2


def trust_folder(home, mentor, trainee):
    """A roster that names *mentor* for *trainee* and nobody else, unsigned."""
    folder = home / "trust"
    folder.mkdir(exist_ok=True)
    (folder / "allowed_signers").touch()
    (folder / "roster.toml").write_text(
        f"""\
[roster]
id = "test"
version = "1"

[[person]]
id = "{mentor}"
name = "誰か"
signs_as = ["someone@test"]

[[person]]
id = "{trainee}"
name = "佐藤 花"

[[mentor]]
mentor = "{mentor}"
trainee = "{trainee}"
from = 2020-01-01
""",
        encoding="utf-8",
    )


def test_roster_says_whose_confirmation_counts(claimed, mentor, tmp_path, capsys):
    tanaka, hana = (person("me").out.split()[0] for person in (Terminal(tmp_path / "mentor", capsys), claimed))
    home, mentors = claimed.state.parent, tmp_path / "mentor/.local/share/ikusei"
    trust_folder(home, tanaka, hana)  # what lies beside the file that is looked at names no mentor
    trust_folder(mentors, "p-somebody-else", hana)
    refused = mentor("confirm", "soc.2.alone")
    assert refused.code == 2
    assert "名簿" in refused.err
    claimed.takes_in()
    assert claimed.standing("soc.2.alone")["state"] == "claimed"
    trust_folder(mentors, tanaka, hana)
    assert mentor("confirm", "soc.2.alone").code == 0
    claimed.takes_in()
    assert claimed.standing("soc.2.alone")["state"] == "confirmed"
    trust_folder(home, "p-somebody-else", hana)
    assert claimed.standing("soc.2.alone")["state"] == "claimed"


def test_refused_decision_leaves_nothing_behind_not_even_the_mentors_name(claimed, mentor, tmp_path):
    trust_folder(tmp_path / "mentor/.local/share/ikusei", "p-somebody-else", claimed("me").out.split()[0])
    before = claimed("journal", "--json").out
    assert mentor("confirm", "soc.2.alone").code == 2
    assert mentor("return", "soc.2.alone", "-m", "根拠を足してください").code == 2
    assert not claimed.state.with_name("inbox").exists()
    claimed.takes_in()
    assert claimed("journal", "--json").out == before


def test_comment_decides_nothing_and_is_seen_by_the_next_reviewer(claimed, mentor):
    for lang, told in (("ja", "コメントしました"), ("en", "has commented")):
        answer = mentor("--lang", lang, "comment", "soc.2.alone", "-m", "来週いっしょに見ましょう")
        assert (answer.code, told in answer.out) == (0, True)
    assert mentor("comment", "soc.2.alone", "-m", "  ").code == 2
    assert mentor("comment", "soc.9", "-m", "x").code == 2
    claimed.takes_in()
    assert claimed.standing("soc.2.alone")["state"] == "claimed"
    assert "コメント" in claimed("journal").out


def test_list_json_and_tables_have_everything_that_the_mentor_signs(begun, mentor):
    note = "".join(f"{number:03d} 夜間の一次切り分け。" for number in range(80))
    evidence = [f"INC-{number:04d}" for number in range(30)]
    begun(
        "log",
        "soc.2.paired",
        "--supervision",
        "paired",
        "-m",
        note,
        *(f"--evidence={each}" for each in evidence),
        "--quantity=3",
    )
    begun("tick", *(point["id"] for point in begun("show", "--json", "soc.2.paired").json["points"]))
    assert begun("claim", "soc.2.paired").code == 0
    day, trainee = begun.today().isoformat(), begun("status", "--json").json["trainee"]["id"]
    listed = "".join(mentor("review", "--list").out.split())
    (told,) = [each for each in mentor("review", "--json").json if each["criterion"] == "soc.2.paired"]
    (row,) = [each for each in mentor("review", "--csv").out.split("p-")[1:] if "soc.2.paired" in each]
    assert "".join(note.split()) in listed
    assert note in row
    assert (told["entries"][0]["note"], told["day"], told["trainee"]["id"]) == (note, day, trainee)
    assert all(each in listed and each in row for each in (*evidence, day, trainee.removeprefix("p-")))
    assert [each["ref"] for each in told["entries"][0]["evidence"]] == evidence


def test_mistaken_confirmation_is_returned_and_both_are_shown(claimed, mentor):
    assert mentor("confirm", "soc.2.alone", "--reason", "よし").code == 0
    answer = mentor("return", "soc.2.alone", "-m", "人をまちがえました")
    assert answer.code == 0
    claimed.takes_in()
    shown = claimed("show", "soc.2.alone").out
    assert "差し戻しました: 人をまちがえました" in shown
    assert "田中 実 が確認  よし" in shown
    assert claimed.standing("soc.2.alone")["state"] == "returned"
    assert mentor("return", "soc.2.alone", "-m", "もう一度").code == 2


def test_trainee_reads_every_round_and_remark_with_who_said_it(claimed, mentor):
    assert mentor("comment", "soc.2.alone", "-m", "どの夜勤のことですか").code == 0
    assert mentor("return", "soc.2.alone", "-m", "根拠を足してください\n二件目も").code == 0
    claimed.takes_in()
    assert claimed("claim", "soc.2.alone", "-m", "足しました").code == 0
    said = ("田中 実: どの夜勤のことですか", "二件目も", "足しました")
    for lang, expected in (
        ("ja", ("これまでの経過", "田中 実 が差し戻し: 根拠を足してください", "署名なし")),
        ("en", ("What was said before", "returned by 田中 実: 根拠を足してください", "unsigned")),
    ):
        shown = claimed("--lang", lang, "show", "soc.2.alone").out
        assert [each for each in (*expected, *said) if each not in shown] == []
    told = claimed("show", "soc.2.alone", "--json").json["thread"]
    assert [each["stage"] for each in told] == ["returned", "waiting"]
    (decided,), (remark,) = told[0]["decisions"], told[0]["comments"]
    assert (decided["by"]["name"], decided["verdict"]) == ("田中 実", "returned")
    assert decided["reason"] == "根拠を足してください\n二件目も"
    assert (decided["counts"], decided["signature"]) == (True, "unsigned")
    assert (remark["by"]["name"], remark["text"]) == ("田中 実", "どの夜勤のことですか")
    assert told[1]["comment"] == "足しました"
    assert mentor("review", "--json").json[0]["thread"] == told
