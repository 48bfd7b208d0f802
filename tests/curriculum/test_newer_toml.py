"""``content check`` remarks what only TOML 1.1 knows: ikusei reads it, others' tools don't."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
import tomli

from tui.curriculum.check import check
from tui.curriculum.folder import builtin_folder
from tui.curriculum.newer_toml import newer_syntax
from tui.lang import LANGS, say

if TYPE_CHECKING:
    from conftest import PackFolder

BASIC = "basic.toml"
LAWS = 'text = { ja = "関係する法律", en = "The laws concerned" }'

# what is written instead (▶: where it is remarked), the message
NEWER = [
    ('text = ▶{ ja = "関係する法律",\n  en = "The laws" }', "content.newer-lines"),
    ('text = ▶{ ja = "関係する法律", # both\n  en = "The laws" }', "content.newer-lines"),
    ('text = ▶{\n  ja = "関係する法律",\n  en = "The laws",\n}', "content.newer-lines"),
    ('text = { ja = "関係する法律", en = "The laws"▶, }', "content.newer-comma"),
    ('text = { ja = "関係する法律", en = "The ▶\\x4Caws" }', "content.newer-escape"),
    ('text = { ja = "関係する法律", en = "\\\\e \\\\▶\\x4Caws" }', "content.newer-escape"),
    (LAWS + "\nday = ▶2026-11-30T09:30", "content.newer-time"),
    (LAWS + "\nday = ▶2026-11-30 09:30+09:00", "content.newer-time"),
    (LAWS + "\nday = [09:30:00, ▶09:30]", "content.newer-time"),
    (LAWS + '\nday = "▶\\e[0m"', "content.newer-escape"),
]
OLDER = [
    LAWS,
    'text = { ja = "a\\\\e, }", en = "{ # 09:30" } # { , }',
    'text = { ja = \'a\\e \\x41\', en = """b\n09:30 { """ }',
    'text = { ja = ["a",\n  "b", # both\n], en = "c" }',
    LAWS + "\nday = [\n  2026-11-30T09:30:00+09:00,\n  09:30:00.5,\n]",
    "text = { ja = \"\"\"a\"\"\"\"\", en = '''b''''' }",
]


@pytest.mark.parametrize(("written", "message"), NEWER)
def test_what_only_toml_1_1_knows_is_remarked_where_it_stands(folder: PackFolder, written: str, message: str):
    line, column = folder.change(BASIC, LAWS, written)
    tomli.loads(folder.read(BASIC))
    (remark,) = newer_syntax(folder.path)
    assert (remark.key, remark.file.name, remark.line, remark.column) == (message, BASIC, line, column)
    for lang in LANGS:
        assert say(lang, remark.key, **remark.fields).startswith(f"{remark.file}:{line}:{column}: ")


@pytest.mark.parametrize("written", OLDER)
def test_what_toml_1_0_knows_is_not(folder: PackFolder, written: str):
    folder.change(BASIC, LAWS, written)
    tomli.loads(folder.read(BASIC))
    assert newer_syntax(folder.path) == ()


def test_a_file_that_is_no_toml_has_its_fault_and_no_remark(folder: PackFolder):
    folder.change(BASIC, LAWS, "text = {\n")
    assert newer_syntax(folder.path) == ()
    assert [fault.key for fault in check(folder.path)] == ["content.syntax"]


def test_the_pack_that_ikusei_ships_is_read_by_the_standard_library():
    assert newer_syntax(builtin_folder()) == ()
    for file in builtin_folder().rglob("*.toml"):
        tomllib.loads(file.read_text(encoding="utf-8"))
