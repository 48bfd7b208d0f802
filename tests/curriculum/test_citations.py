"""Completeness is proved: each printed item is the source of exactly one table, and nothing else is cited."""

import os

import pytest

from tui.cli.run import run
from tui.curriculum.check import check
from tui.curriculum.citations import FILE, read_citations
from tui.curriculum.folder import builtin_folder
from tui.lang import LANGS, say

LISTED = "nca:1.4#0\titem\tSTEP 0\nnca:1.4#1\titem\tSTEP 1\nnca:3#1\titem\tlaws\nnca:3#1.1\titem\tact\n"


def faults(folder, text):
    (folder.path / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    found = [fault for fault in check(folder.path) if fault.file.name == FILE]
    for fault in found:
        assert all("{" not in say(lang, fault.key, **fault.fields) for lang in LANGS)
    return [f"{fault.line}:{fault.column} {fault.key}" for fault in found]


def test_the_shipped_pack_covers_everything_that_both_documents_print():
    listed, findings = read_citations(builtin_folder())
    assert listed is not None
    assert len(listed.items) == 708
    assert not findings.is_faulty
    assert check(builtin_folder()) == []


def test_number_of_printed_items_is_told(capsys):
    assert run(["content", "check"], {"LANG": "en_US.UTF-8", "HOME": "/nonexistent"}) == 0
    assert "708 printed items" in capsys.readouterr().err


def test_printed_item_without_a_table_is_a_fault_of_its_line(folder):
    assert "1:1 content.not-covered" in faults(folder, "nca:9.9#1\titem\tnowhere\n")


def test_source_that_is_not_printed_is_a_fault_of_the_table(folder):
    (folder.path / FILE).write_text("nca:9.9#1\tgroup\theading\n")
    assert {fault.key for fault in check(folder.path)} == {"content.not-printed"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("nca:1.4#0 item\n", "1:1 content.citation-line"),
        ("nca:1.4#0\titem\n", "1:1 content.citation-line"),
        ("nowhere\titem\tx\n", "1:1 content.bad-source"),
        ("nca:1.4#0\tthing\tx\n", "1:11 content.citation-kind"),
        ("nca:1.4#0\titem\tx\nnca:1.4#0\tgroup\tx\n", "2:1 content.citation-twice"),
        (b"nca:1.4#0\titem\tx\n\xff\xfe", "2:1 content.encoding"),
        ("nca:1.4#0\titem\tSTEP\x1b[2J\n", "1:20 content.forbidden-character"),
    ],
)
def test_line_that_can_not_be_read_is_named(folder, text, fault):
    assert fault in faults(folder, text)


def test_pipe_in_the_place_of_the_list_is_a_fault_and_nothing_waits_for_it(folder):
    os.mkfifo(folder.path / FILE)
    assert [fault.key for fault in check(folder.path)] == ["content.not-a-file"]


def test_bom_line_ends_of_other_systems_and_blank_lines_are_fine(folder):
    found = faults(folder, b"\xef\xbb\xbf" + LISTED.replace("\n", "\r\n\r\n").encode())
    assert [fault for fault in found if "not-covered" not in fault] == []
