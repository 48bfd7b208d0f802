from pathlib import Path

import platformdirs
import pytest

from tui.journal.event import Kind, NewEvent
from tui.workbook.setup.opening import open_workbook
from tui.workbook.setup.settings import cache_folder, data_folder, settings_from
from tui.workbook.trainee.writing import begin


@pytest.mark.parametrize(
    "env",
    [
        {"HOME": "/home/hana"},
        {"HOME": "/home/hana", "XDG_DATA_HOME": "/srv/data", "XDG_CACHE_HOME": "/srv/cache"},
        {"HOME": "/home/hana", "XDG_DATA_HOME": "relative", "XDG_CACHE_HOME": "relative"},
        {"HOME": "/home/hana", "XDG_DATA_HOME": "", "XDG_CACHE_HOME": ""},
        {"HOME": ""},
    ],
)
def test_folders_are_where_platformdirs_says(env, monkeypatch):
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert data_folder(env) == platformdirs.user_data_path("ikusei")
    assert cache_folder(env) == platformdirs.user_cache_path("ikusei")


def test_option_before_variable_before_folder(tmp_path):
    env = {"HOME": "/home/hana", "IKUSEI_STATE": "/srv/by-variable.sqlite"}
    assert settings_from(tmp_path / "given.sqlite", env, "ja").state == tmp_path / "given.sqlite"
    assert settings_from(None, env, "ja").state == Path("/srv/by-variable.sqlite")
    assert settings_from(None, env | {"IKUSEI_STATE": ""}, "ja").state == Path(
        "/home/hana/.local/share/ikusei/state.sqlite"
    )


def test_the_policy_lies_beside_the_state():
    assert settings_from(Path("/srv/team/hana.sqlite"), {}, "ja").policy == Path("/srv/team/policy.toml")


def test_who_began_a_state_file_is_known_at_the_next_opening(tmp_path):
    settings = settings_from(tmp_path / "state.sqlite", {}, "ja")
    book = open_workbook(settings, write=True, create=True)
    assert book.trainee == ""
    begin(book, "佐藤 花", "soc", 1)
    book.journal.close()
    again = open_workbook(settings, write=False)
    assert again.name == "佐藤 花"
    again.journal.close()


def test_a_second_trainee_in_the_file_does_not_change_whose_it_is(tmp_path):
    settings = settings_from(tmp_path / "state.sqlite", {}, "ja")
    book = open_workbook(settings, write=True, create=True)
    begin(book, "佐藤 花", "soc", 1)
    book.journal.append([NewEvent(Kind.ENROL, "a-junior", "soc", {"on": True, "start": 0})], author="a-junior")
    book.journal.close()
    again = open_workbook(settings, write=False)
    assert again.name == "佐藤 花"
    again.journal.close()


def test_without_a_note_of_who_began_the_only_trainee_is_meant(tmp_path):
    settings = settings_from(tmp_path / "state.sqlite", {}, "ja")
    book = open_workbook(settings, write=True, create=True)
    begin(book, "佐藤 花", "soc", 1)
    book.journal.local_delete("trainee")
    book.journal.close()
    again = open_workbook(settings, write=False)
    assert again.name == "佐藤 花"
    again.journal.close()


def test_the_trust_folder_lies_beside_the_state_unless_it_is_named(tmp_path):
    state = tmp_path / "state.sqlite"
    assert settings_from(state, {}, "ja").trust == tmp_path / "trust"
    assert settings_from(state, {"IKUSEI_TRUST": "/srv/trust"}, "ja").trust == Path("/srv/trust")
    named = settings_from(state, {"IKUSEI_TRUST": "/srv/trust"}, "ja", trust=Path("/media/stick"))
    assert named.trust == Path("/media/stick")
