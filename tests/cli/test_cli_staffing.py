"""The staffing on the command line: the table, our heads, what is missing, a file that is taken whole or not at all."""

import pytest

FIRST = "team.first-response"
LEVEL_0 = (("first", "1"), ("second", "1"), ("incident", "held 2"), ("vuln", "held 2"), ("oper", "1"), ("dev", "1"))


@pytest.fixture
def lead(ikusei):
    """Somebody who answers for a team, and follows no role."""
    assert ikusei("me", "責任 者").code == 0
    return ikusei


def team(ikusei, name):
    return next(each for each in ikusei("staffing", "--json").json["teams"] if each["id"] == f"team.{name}")


def test_table_is_there_before_anybody_has_begun(ikusei):
    answer = ikusei("staffing")
    assert answer.code == 0
    assert "24h 1 (6)" in answer.out
    assert "26 人" in answer.out
    assert "staffing set" in answer.err
    assert not ikusei.state.exists()


def test_nobody_can_write_before_they_have_said_who_they_are(ikusei):
    answer = ikusei("staffing", "set", "first", "1")
    assert (answer.code, answer.out) == (2, "")
    assert "ikusei me" in answer.err
    assert not ikusei.state.exists()


def test_heads_are_written_team_by_team_until_a_level_is_reached(lead):
    for name, said in LEVEL_0:
        answer = lead("staffing", "set", name, said)
        assert answer.code == 0
        assert answer.err == ("人数: Level 0\n" if name == "dev" else "人数: どのレベルにも届いていません\n")
    found = lead("staffing", "--json").json
    assert (found["by_heads"]["level"], found["by_heads"]["next"], found["by_heads"]["people"]) == (0, 1, "4")
    assert found["by_trained"]["level"] is None
    said = lead("staffing").out
    assert "人数: Level 0" in said
    assert "二次対応: インシデント対応、脆弱性管理・診断" in said


@pytest.mark.parametrize(
    ("args", "mode", "heads", "held_by"),
    [
        (("1", "２．５"), "day", "2.5", ""),
        (("一次対応", "2,50"), "day", "2.5", ""),
        ((FIRST, "12", "--round-the-clock"), "round-the-clock", "12", ""),
        (("first", "24h 6"), "round-the-clock", "6", ""),
        (("first", "3", "--day"), "day", "3", ""),
        (("first", "--held-by", "リサーチ"), "held", "0", "team.research"),
        (("first", "--none"), "none", "0", ""),
        (("first", "0"), "none", "0", ""),
    ],
)
def test_ways_to_say_how_a_team_is_staffed(lead, args, mode, heads, held_by):
    assert lead("staffing", "set", *args).code == 0
    found = team(lead, "first-response")
    assert (found["mode"], found["heads"], found["held_by"]) == (mode, heads, held_by)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("first",), "--held-by"),
        (("first", "2", "--none"), "--held-by"),
        (("first", "2", "--day", "--round-the-clock"), "--held-by"),
        (("first", "--day"), "人数として読めません"),
        (("first", "二人"), "読めません"),
        (("first", "1.234"), "小数は 2 桁"),
        (("zzz", "1"), "first-response"),
        (("e", "1"), "要員の表にありません"),
        (("first", "--held-by", "first"), "自分自身"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_is_written(lead, args, said):
    answer = lead("staffing", "set", *args)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1
    assert team(lead, "first-response")["mode"] == "none"


def test_note_stays_until_another_is_given(lead):
    lead("staffing", "set", "first", "2", "--note", "4 月から夜勤")
    lead("staffing", "set", "first", "3")
    assert team(lead, "first-response")["note"] == "4 月から夜勤"
    lead("staffing", "set", "first", "3", "--note", "")
    assert team(lead, "first-response")["note"] == ""


def test_what_stands_so_already_is_not_written_again(lead):
    lead("staffing", "set", "first", "2")
    assert "すでにその内容です" in lead("staffing", "set", "first", "2.0").out


def test_undo_takes_back_ones_own_newest(lead):
    lead("staffing", "set", "first", "2")
    lead("staffing", "set", "first", "3")
    assert "一次対応: 日勤 3" in lead("staffing", "undo").out
    assert team(lead, "first-response")["heads"] == "2"
    lead("staffing", "undo")
    answer = lead("staffing", "undo")
    assert (answer.code, answer.out) == (2, "")


def test_undo_of_the_last_thing_written_undoes_a_head_count_where_it_was_that(begun):
    begun("staffing", "set", "first", "2")
    assert "要員  一次対応  日勤 2" in begun("undo").out
    assert team(begun, "first-response")["mode"] == "none"


def test_staffing_undo_leaves_the_work_of_a_trainee_alone(begun):
    begun("staffing", "set", "first", "2")
    begun("log", "soc.2.paired")
    begun("staffing", "undo")
    assert team(begun, "first-response")["mode"] == "none"
    assert begun("status", "--json").json["entries"] == 1


def test_journal_says_it_in_words(begun):
    begun("staffing", "set", "first", "6", "--round-the-clock", "--note", "4 月から")
    assert "要員     一次対応  24 時間 6  4 月から" in begun("journal").out
    assert "head count    First response  24h 6" in begun("--lang", "en", "journal").out


def test_journal_of_a_lead_who_follows_no_role_says_it_too(lead):
    lead("staffing", "set", "first", "2")
    answer = lead("journal", "--kind", "headcount")
    assert answer.code == 0
    assert "要員     一次対応  日勤 2" in answer.out


# -- the file ---------------------------------------------------------------------------------------------------------


def test_file_that_was_written_is_taken_again_and_changes_nothing(lead, tmp_path):
    for name, said in (*LEVEL_0, ("research", "0.75")):
        lead("staffing", "set", name, said)
    lead("staffing", "set", "first", "6", "--round-the-clock", "--note", 'say "4 月"\\')
    text = lead("staffing", "--toml").out
    file = tmp_path / "staffing.toml"
    file.write_text(text, encoding="utf-8")
    assert "0 件" in lead("staffing", "--from", file).out
    assert lead("staffing", "--toml").out == text


def test_file_changes_only_what_it_names(lead, tmp_path):
    lead("staffing", "set", "second", "1")
    file = tmp_path / "staffing.toml"
    file.write_text('[[team]]\nteam = "team.first-response"\nmode = "day"\nheads = 1.5\n', encoding="utf-8")
    assert "1 件" in lead("staffing", "--from", file).out
    assert (team(lead, "first-response")["heads"], team(lead, "second-response")["heads"]) == ("1.5", "1")


@pytest.mark.parametrize(
    ("lines", "place", "said"),
    [
        (['team = "team.first-respons"', 'mode = "day"', "heads = 1"], "5:1", "team.first-response"),
        (['team = "team.planning"', 'mode = "day"', "heads = 1"], "5:1", "team.planning"),
        (['team = "team.second-response"', 'mode = "night"'], "6:1", "round-the-clock"),
        (['team = "team.second-response"', 'mode = "day"'], "4:1", "heads"),
        (['team = "team.second-response"', 'mode = "day"', "heads = 0"], "7:1", "heads"),
        (['team = "team.second-response"', 'mode = "day"', "heads = 1.234"], "7:1", "heads"),
        (['team = "team.second-response"', 'mode = "day"', "heads = nan"], "7:1", "heads"),
        (['team = "team.second-response"', 'mode = "day"', "heads = true"], "7:1", "heads"),
        (['team = "team.second-response"', 'mode = "none"', "heads = 1"], "7:1", "heads"),
        (['team = "team.second-response"', 'mode = "held"'], "4:1", "held_by"),
        (['team = "team.second-response"', 'mode = "held"', 'held_by = "team.second-response"'], "7:1", "自分自身"),
        (['team = "team.first-response"', 'mode = "none"'], "5:1", "重複"),
        (['team = "team.second-response"', 'mode = "none"', "shift = 1"], "7:1", "shift"),
    ],
)
def test_faulty_file_is_refused_whole_with_its_place(lead, tmp_path, lines, place, said):
    file = tmp_path / "staffing.toml"
    good = ["[[team]]", 'team = "team.first-response"', 'mode = "none"']
    file.write_text("\n".join([*good, "[[team]]", *lines, ""]), encoding="utf-8")
    answer = lead("staffing", "--from", file)
    assert (answer.code, answer.out) == (2, "")
    assert f"{file}:{place}:" in answer.err
    assert said in answer.err
    assert lead("staffing", "--json").json["by_heads"]["people"] == "0"


def test_file_that_is_not_there_is_named(lead, tmp_path):
    answer = lead("staffing", "--from", tmp_path / "nowhere.toml")
    assert answer.code == 2
    assert "nowhere.toml" in answer.err


def test_options_that_do_not_go_together_are_refused(lead):
    assert lead("staffing", "--json", "--toml").code == 2
    assert lead("staffing", "--json", "undo").code == 2


# -- between machines -------------------------------------------------------------------------------------------------


def test_head_counts_travel_whoever_takes_them_in_since_they_are_nobodys(tmp_path, capsys):
    from cli_world import Terminal

    lead, other, trainee = (Terminal(tmp_path / name, capsys) for name in ("lead", "other", "trainee"))
    lead("me", "責任 者")
    other("me", "次の 責任者")
    trainee.begun()
    lead("staffing", "set", "first", "2")
    bundle = tmp_path / "lead.ikusei"
    assert "組織" in lead("export", "-o", bundle).err
    taken = other("import", bundle, "--yes")
    assert taken.code == 0
    assert "組織: 要員 1" in taken.err
    assert team(other, "first-response")["heads"] == "2"
    assert trainee("import", bundle, "--yes", "--everyone").code == 0
    assert team(trainee, "first-response")["heads"] == "2"
