"""``ikusei matrix`` and ``ikusei assess``: the table, what the organisation says, and its TOML there and back."""

import csv
import io
import json

import pytest

from tui.text.cells import width

SAID = (
    "assess B-1 --now outsourced --level 2 --provider Acme --target shared --target-level 3",
    "assess a1 --now inhouse --level 1 --target in -m =よい --secbok poc,ciso",
    "assess --want 2",
)


@pytest.fixture
def assessed(begun):
    for line in SAID:
        assert begun(*line.split()).code == 0
    return begun


def duty(ikusei, name):
    return ikusei("assess", name, "--json").json


def test_table_is_aligned_in_cells_and_fits_a_terminal(assessed):
    for args in ((), ("--layer", "ours"), ("--layer", "ours", "--with", "gap"), ("--teams",)):
        shown = assessed("matrix", *args)
        assert shown.code == 0
        rows = shown.out.splitlines()[1:12]
        assert max(map(width, rows)) <= 80, args
        columns = {at for at in range(80) if all(cell_at(row, at) == " " for row in rows)}
        assert len(columns) >= 5


def cell_at(row, at):
    used = 0
    for character in row:
        if used == at:
            return character
        used += width(character)
        if used > at:
            return "■"
    return " "


def test_layers_have_marks_and_a_legend(assessed):
    assert "1o 3. 4. 5." in assessed("matrix", "--layer", "ours").out
    assert "o 外部委託" in assessed("matrix", "--layer", "ours").out
    assert "1o< 3.. 4.. 5.." in assessed("matrix", "-l", "ours", "-w", "gap").out
    assert "1⚠" in assessed("matrix", "-l", "secbok").out
    assert "1^" in assessed("--ascii", "matrix", "-l", "secbok").out
    shown = assessed("--lang", "en", "matrix", "-l", "pattern", "-p", "full-insource").out
    assert "pattern 4 Full insourcing" in shown
    assert "1# 3# 4# 5#" in shown
    assert "Wanted: 2 Hybrid" in shown


def test_every_layer_is_there_as_data(assessed):
    found = {each["duty"]: each for each in assessed("matrix", "--json").json}
    assert len(found) == 54
    one = found["b-1"]
    assert (one["regions"], one["pattern.hybrid"]) == (["region.4"], ["outsourced"])
    assert (one["now"], one["now_level"], one["now_provider"]) == ("outsourced", 2, "Acme")
    assert (one["gap_level"], one["gap_people"], one["people_step_3"]) == (1, 3, 0)
    assert (found["a-1"]["secbok"], found["a-1"]["secbok_printed"]) == (["secbok.ciso", "secbok.poc"], 3)
    assert found["c-1"]["now"] is None
    teams = assessed("matrix", "--teams", "--layer", "region", "--json").json
    assert {each["team"] for each in teams if each["duty"] == "b-3"} == {"team.first-response", "team.second-response"}
    assert {each["duty"] for each in teams} == set(found)


def test_csv_is_read_back_and_holds_no_formula(assessed):
    rows = list(csv.DictReader(io.StringIO(assessed("matrix", "--csv").out)))
    assert len(rows) == 54
    assert rows[0]["note"] == "'=よい"
    assert rows[0]["secbok"] == "secbok.ciso secbok.poc"
    assert assessed("matrix", "--csv", "--json").code == 2


def test_what_is_left_out_stays_and_the_history_keeps_all(assessed):
    assessed("assess", "b-1", "--level", "3")
    now = duty(assessed, "b-1")
    assert (now["now"], now["now_level"], now["now_provider"], now["target_level"]) == ("outsourced", 3, "Acme", 3)
    assert [each["now_level"] for each in now["history"]] == [3, 2]
    shown = assessed("assess", "B1").out
    assert "現状 外部委託 (Acme) レベル 3" in shown
    assert "佐藤 花" in shown
    assessed("assess", "b-1", "--now", "none")
    assert (duty(assessed, "b-1")["now"], duty(assessed, "b-1")["now_level"]) == ("none", None)


def test_note_never_changes_the_score(assessed):
    before = duty(assessed, "b-1")
    assessed("assess", "b-1", "--note", "レベルは 9 と言いたい")
    after = duty(assessed, "b-1")
    assert after["note"] == "レベルは 9 と言いたい"
    assert {key: after[key] for key in after if key not in {"note", "history"}} == {
        key: before[key] for key in before if key not in {"note", "history"}
    }


def test_saying_the_same_again_writes_nothing(assessed):
    assert "何も書いていません" in assessed("assess", "b-1", "--level", "2").err
    assert len(duty(assessed, "b-1")["history"]) == 1


def test_undo_takes_back_what_was_said_last(assessed):
    assert "組織パターン" in assessed("undo").out
    assert assessed("assess", "--json").json["wanted"] is None
    assessed("undo")
    assert duty(assessed, "a-1")["secbok"] == []


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("z-9", "--now", "inhouse"), "役割「z-9」"),
        (("b-1", "--now", "somehow"), "somehow"),
        (("b-1", "--level", "4"), "レベル「4」"),
        (("b-1", "--now", "inhouse", "--provider", "Acme"), "委託先は"),
        (("a-2", "--level", "2"), "レベルは付けられません"),
        (("b-1", "--secbok", "nobody"), "nobody"),
        (("--want", "9"), "組織パターン「9」"),
        (("--now", "inhouse"), "どの役割"),
        (("b-1", "--toml"), "一つだけ"),
        (("--from", "no-such.toml"), "no-such.toml"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(assessed, args, sentence):
    before = len(assessed("journal", "--json", "-n", "99").json)
    refused = assessed("assess", *args)
    assert refused.code == 2
    assert sentence in refused.err
    assert len(assessed("journal", "--json", "-n", "99").json) == before


def test_toml_goes_out_and_in_again_and_writes_only_what_differs(assessed, tmp_path):
    file = tmp_path / "marks.toml"
    written = assessed("assess", "--toml").out
    file.write_text(written, encoding="utf-8")
    assert "何も書いていません" in assessed("assess", "--from", file).err
    edited = written.replace("level = 2", "level = 3").replace("pattern.hybrid", "pattern.full-insource")
    file.write_text(edited + '\n[[duty]]\nid = "c-1"\nnow = { how = "none" }\n', encoding="utf-8")
    told = assessed("assess", "--from", file).err
    assert all(name in told for name in ("B-1", "C-1", "pattern.full-insource"))
    assert "A-1" not in told
    assert assessed("assess", "--toml").out != written
    file.write_text(assessed("assess", "--toml").out, encoding="utf-8")
    assert "何も書いていません" in assessed("assess", "--from", file).err


def test_empty_values_in_toml_take_something_back(assessed, tmp_path):
    file = tmp_path / "marks.toml"
    file.write_text(
        '[organisation]\nwanted = ""\n[[duty]]\nid = "a-1"\nnow = {}\nnote = ""\nsecbok = []\n', encoding="utf-8"
    )
    assert assessed("assess", "--from", file).code == 0
    found = duty(assessed, "a-1")
    assert (found["now"], found["target"], found["note"], found["secbok"]) == (None, "inhouse", "", [])
    assert assessed("assess", "--json").json["wanted"] is None


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ('[[duty]]\nid = "b-11"\n', "2:1", "b-11"),
        ('[[duty]]\nid = "b-1"\nnow = { how = "outsorced" }\n', "3:9", "outsorced"),
        ('[[duty]]\nid = "b-1"\nnow = { how = "inhouse", level = 7 }\n', "3:26", "level"),
        ('[[duty]]\nid = "b-1"\nnow = { how = "none", level = 1 }\n', "3:23", "レベル"),
        ('[[duty]]\nid = "b-1"\nnow = { how = "inhouse", provider = "X" }\n', "3:26", "委託先"),
        ('[[duty]]\nid = "b-1"\nnoww = {}\n', "3:1", "noww"),
        ('[[duty]]\nid = "b-1"\nsecbok = ["secbok.pocc"]\n', "3:11", "secbok.poc"),
        ('[[duty]]\nid = "b-1"\n[[duty]]\nid = "b-1"\n', "4:1", "b-1"),
        ('[organisation]\nwanted = "pattern.hybird"\n', "2:1", "pattern.hybrid"),
        ('[[duty]]\nid = "b-1\n', "2:", ""),
        ("", "", "一つもありません"),
    ],
)
def test_fault_in_toml_is_told_with_its_place_and_nothing_is_written(assessed, tmp_path, text, place, word):
    file = tmp_path / "marks.toml"
    good = '[[duty]]\nid = "d-1"\nnow = { how = "inhouse", level = 1 }\n'
    file.write_text(text and text + good if "[organisation]" not in text else text, encoding="utf-8")
    refused = assessed("assess", "--from", file)
    assert refused.code == 2
    assert f"marks.toml:{place}" in refused.err or not place
    assert word in refused.err
    assert duty(assessed, "d-1")["now"] is None


def test_event_reads_in_words_in_both_languages(assessed):
    assert "B-1 現状 外部委託 (Acme) レベル 2 / 目標 共同 レベル 3" in assessed("journal").out
    assert "B-1 now outsourced (Acme) level 2 / target shared level 3" in assessed("--lang", "en", "journal").out
    assert "A-1 SecBoK columns: secbok.ciso, secbok.poc" in assessed("--lang", "en", "journal").out


def test_lead_who_follows_no_role_assesses_and_hands_it_on(ikusei, tmp_path):
    assert ikusei("me", "責任者").code == 0
    assert ikusei("assess", "B-1", "--now", "inhouse", "--level", "1").code == 0
    assert ikusei("assess", "B-1", "--now", "none").code == 0
    assert "B-1" in ikusei("undo").out
    assert duty(ikusei, "b-1")["now"] == "inhouse"
    bundle = tmp_path / "all.ikusei"
    told = ikusei("export", "-o", bundle)
    assert "組織" in told.err
    other = type(ikusei)(tmp_path / "other", ikusei._capsys).begun()
    shown = other("import", bundle)
    assert shown.code == 0
    assert "組織: 組織評価 2" in shown.err
    assert duty(other, "b-1")["now"] == "inhouse"
    assert json.loads(other("assess", "b-1", "--json").out)["history"][0]["author"] != ""
