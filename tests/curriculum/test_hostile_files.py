from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.curriculum.check import check
from tui.curriculum.faults import ContentFaults
from tui.curriculum.pack import Pack
from tui.curriculum.policy import load_policy
from tui.errors import ContentError
from tui.lang import LANGS, say

if TYPE_CHECKING:
    from conftest import PackFolder

NAMES = ("pack.toml", "steps.toml", "basic.toml", "roles/soc.toml", "textbook/functions.toml", "textbook/regions.toml")
PIECES = (
    "[[item]]", "[[step]]", "[[step.criterion]]", "[step.criterion.rule]", "[pack]", "[numbers]", "[a.b]",
    "id = ", "rule = ", "text = ", "kind = ", "rules = ", "at_least = ", '"soc"', '"any"', '"count"',
    "{ ja = 'あ', en = 'a' }", "{", "}", "[", "]", ", ", "= ", ".", "1", "-1", "nan", "1e999", "true", "1979-05-27",
    '"""', "'''", "'", '"', "\\u0000", "\\", "#", "\r\n", "\n", "\n", "\n", "\ufeff", "\u202e", "⼀", "\x1b", "\x00",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@pytest.fixture
def pack_of_one_fuzzed_file(new_folder: Callable[[], PackFolder]) -> PackFolder:
    return new_folder()


def read_everything(folder: PackFolder) -> None:
    """All faults can be found and told; reading raises nothing else, and nothing at all where none was found."""
    faults = check(folder.path)
    for fault in faults:
        assert isinstance(fault, ContentError)
        assert fault.line >= 1
        assert fault.column >= 1
        for lang in LANGS:
            assert "\x1b" not in say(lang, fault.key, **fault.fields)
    with suppress(ContentFaults) if faults else nullcontext():
        list(Pack.open(folder.path).things())


fuzz = settings(max_examples=150)


@fuzz
@given(st.sampled_from(NAMES), st.binary(max_size=200) | TEXTS.map(lambda text: text.encode()))
def test_no_file_however_broken_raises_anything_but_faults(
    pack_of_one_fuzzed_file: PackFolder, name: str, content: bytes
):
    folder = pack_of_one_fuzzed_file
    whole = folder.read(name)
    folder.write(name, content)
    read_everything(folder)
    folder.write(name, whole)


@fuzz
@given(st.sampled_from(NAMES), st.data())
def test_no_damage_to_a_sound_file_raises_anything_but_faults(
    pack_of_one_fuzzed_file: PackFolder, name: str, data: st.DataObject
):
    folder = pack_of_one_fuzzed_file
    whole = folder.read(name)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    folder.write(name, whole[:start] + data.draw(st.sampled_from(PIECES) | TEXTS) + whole[end:])
    read_everything(folder)
    folder.write(name, whole)


@fuzz
@given(st.binary(max_size=200) | TEXTS.map(lambda text: text.encode()))
def test_no_policy_file_however_broken_raises_anything_but_faults(pack_of_one_fuzzed_file: PackFolder, content: bytes):
    folder = pack_of_one_fuzzed_file
    file = folder.write("../policy.toml", content)
    for pack in (None, Pack.open(folder.path)):
        with suppress(ContentFaults):
            load_policy(file, pack)
