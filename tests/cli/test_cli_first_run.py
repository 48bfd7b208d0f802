import pytest


@pytest.mark.parametrize(
    "args",
    [
        ("status",),
        ("log", "soc.2.paired"),
        ("tick", "basic.policy"),
        ("claim", "soc.2.paired"),
        ("undo",),
        ("journal",),
    ],
)
def test_before_anybody_has_begun_every_verb_says_how_to(ikusei, args):
    answer = ikusei(*args)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert "`ikusei begin 名前 --role 役割`" in answer.err
    assert not ikusei.state.exists()


def test_the_same_sentence_in_english(ikusei):
    assert "`ikusei begin NAME --role ROLE`" in ikusei("--lang", "en", "status").err


def test_begin_and_status_shows_where_i_stand(ikusei):
    begun = ikusei("begin", "佐藤 花", "--role", "SO", "--step", "2")
    assert (begun.code, begun.out) == (0, "佐藤 花 さんの SOC/監視 を始めました。\n")
    assert str(ikusei.state) in begun.err
    assert "STEP 2 ........ 0/4" in ikusei("status").out


def test_one_more_role_is_followed_and_left_again(begun):
    assert begun("follow", "IR", "--step", "1").out == "インシデント対応 を取り組む役割に加えました。\n"
    assert "インシデント対応\n" in begun("status").out
    begun("log", "ir.1.logs")
    assert begun("follow", "ir", "--off").out.startswith("インシデント対応 を取り組む役割から外しました")
    assert "インシデント対応\n" not in begun("status").out
    assert begun("status", "--json").json["entries"] == 1


def test_following_again_changes_where_it_starts(begun):
    begun("follow", "soc", "-s", "3")
    assert "STEP 3 ........ 0/6" in begun("status").out


def test_who_follows_a_role_again_goes_on_where_they_were(begun):
    begun("follow", "ir", "--step", "1")
    begun("follow", "soc", "--off")
    assert begun("follow", "soc").code == 0
    assert "STEP 2 ........ 0/4" in begun("status").out


def test_following_a_role_that_is_followed_changes_nothing(begun):
    before = begun("status").out
    assert begun("follow", "soc").code == 0
    assert begun("status").out == before


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("follow", "soc", "--off"), "1 つだけなので外せません"),
        (("follow", "dev", "--off"), "dev には取り組んでいません"),
        (("follow", "nobody"), "「nobody」は使えません"),
    ],
)
def test_a_role_that_can_not_be_left_or_followed_is_said_in_one_sentence(begun, args, sentence):
    answer = begun(*args)
    assert (answer.code, answer.out) == (2, "")
    assert sentence in answer.err


def test_begin_without_a_step_starts_with_basic_education(ikusei):
    ikusei("begin", "佐藤 花", "-r", "soc")
    assert "基礎教育 ........ 0/" in ikusei("status").out


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("begin", "佐藤", "-r", "nobody"), "「nobody」は使えません"),
        (("begin", "  ", "-r", "soc"), "名前が空です"),
        (("begin", "佐藤", "-r", "soc", "-s", "4"), "次のどれかを書いてください: 0, 1, 2, 3"),
        (("begin", "佐藤"), "--role がありません"),
    ],
)
def test_a_begin_that_is_wrong_leaves_no_file(ikusei, args, sentence):
    answer = ikusei(*args)
    assert answer.code == 2
    assert sentence in answer.err
    assert not ikusei.state.exists()


def test_a_state_file_belongs_to_who_began_it(begun):
    answer = begun("begin", "田中", "--role", "soc")
    assert answer.code == 2
    assert "佐藤 花 さんの台帳です" in answer.err


def test_another_state_file_is_another_person(begun, tmp_path):
    other = tmp_path / "other.sqlite"
    assert begun("--state", other, "begin", "田中", "--role", "soc").code == 0
    assert begun("--state", other, "status").out.startswith("田中")
    assert begun("status").out.startswith("佐藤 花")


def test_the_variable_names_the_state_file_and_the_option_goes_first(begun, tmp_path):
    begun.env["IKUSEI_STATE"] = str(tmp_path / "by-variable.sqlite")
    begun("begin", "鈴木", "--role", "soc")
    assert begun("status").out.startswith("鈴木")
    assert begun("--state", begun.state, "status").out.startswith("佐藤 花")


def test_a_path_that_leads_nowhere_is_told_in_one_sentence(ikusei, tmp_path):
    (tmp_path / "file").touch()
    answer = ikusei("--state", tmp_path / "file" / "state.sqlite", "status")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert str(tmp_path / "file" / "state.sqlite") in answer.err
