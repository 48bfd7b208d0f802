"""``docs/content.md`` says what the program does: examples are read, commands run, and no key is forgotten."""

import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
import tomli

import tui
from tui.curriculum import (
    decode_item,
    decode_lists,
    decode_organisation,
    decode_overlay,
    decode_pack,
    decode_role,
    decode_rule,
    decode_sections,
    decode_textbook,
)
from tui.curriculum.table import read_file

ROOT = Path(tui.__file__).parents[1]
PAGE = (ROOT / "docs/content.md").read_text(encoding="utf-8")
FILES = {
    "pack.toml": decode_pack.decode_contents,
    "steps.toml": decode_pack.decode_steps,
    "basic.toml": decode_pack.decode_basic,
    "roles/ROLE.toml": partial(decode_role.decode_role, entry=None),
    "textbook/functions.toml": decode_textbook.decode_functions,
    "textbook/regions.toml": decode_textbook.decode_regions,
    "titles.toml": decode_lists.decode_titles,
    "textbook/organisation.toml": decode_organisation.decode_organisation,
    "textbook/secbok.toml": decode_lists.decode_secbok,
    "mapping.toml": decode_lists.decode_mapping,
    "glossary.toml": decode_lists.decode_glossary,
    "sections.toml": decode_sections.decode_sections,
}
INCOMPLETE = ("content.missing-key", "content.points", "content.dangling-", "content.staffing-total")
"""What an example may leave out (a role's shows one criterion with one point); what it says has to be right."""
MODULES = (
    decode_item,
    decode_lists,
    decode_organisation,
    decode_overlay,
    decode_pack,
    decode_role,
    decode_rule,
    decode_sections,
)
KEYS = {
    (module.__name__.rpartition(".")[2], name, key)
    for module in (*MODULES, decode_textbook)
    for name, keys in vars(module).items()
    if name.endswith("_KEYS") and isinstance(keys, frozenset)
    for key in keys
}


def example_of(name):
    section = re.search(rf"^### {re.escape(name)}.*?\n(.*?)(?=^##)", PAGE, re.DOTALL | re.MULTILINE).group(1)
    return re.search(r"```toml\n(.*?)```", section, re.DOTALL).group(1)


@pytest.mark.parametrize("name", FILES)
def test_example_of_every_file_is_read_as_it_stands(tmp_path, name):
    file = tmp_path / "example.toml"
    file.write_text(example_of(name), encoding="utf-8")
    _, findings = read_file(file, FILES[name])
    wrong = [f"{fault.line}: {fault}" for fault in findings.errors() if not fault.key.startswith(INCOMPLETE)]
    assert wrong == []


def test_every_key_that_is_read_stands_on_the_page():
    assert len(KEYS) > 100
    said = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"```toml\n.*?```|`[^`\n]+`", PAGE, re.DOTALL))))
    assert sorted(f"{module}.{name}: {key}" for module, name, key in KEYS if key not in said) == []


def test_every_kind_of_rule_is_explained():
    for kind in decode_rule.KINDS:
        assert re.search(rf"^\| .*`{kind}`", PAGE, re.MULTILINE), kind


def test_commands_run_as_they_stand_there(tmp_path):
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/ikusei"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n')
    command.chmod(0o755)
    for name, text in re.findall(r"```toml\n# ([a-z/]+\.toml)\n(.*?)```", PAGE, re.DOTALL):
        file = tmp_path / "overlay" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    other = tmp_path / "other"  # an overlay beside the state would be one for another pack, and refused
    other.mkdir()
    (other / "docs").symlink_to(ROOT / "docs")
    env = {"HOME": str(tmp_path), "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "LANG": "C.UTF-8"}
    scripts = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    answers = []
    for script, folder in zip(scripts, (other, other, tmp_path), strict=True):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            env=env,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (script, done.stdout, done.stderr)
        answers.append(done.stdout + done.stderr)
    assert "1/3" in answers[0]
    assert answers[2].count("708") == 2


TWIN = (ROOT / "docs/content.ja.md").read_text(encoding="utf-8")


def blocks_of(page, language):
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_the_japanese_page_has_the_same_sections_tables_and_commands():
    """Only what a reader reads differs: every table says the same, down to its keys, and every command is the same."""
    assert TWIN.count("\n## ") == PAGE.count("\n## ")
    assert re.findall(r"^### ([a-z/A-Z]+\.(?:toml|tsv))", TWIN, re.MULTILINE) == re.findall(
        r"^### ([a-z/A-Z]+\.(?:toml|tsv))", PAGE, re.MULTILINE
    )
    assert blocks_of(TWIN, "sh") == blocks_of(PAGE, "sh")
    ours, theirs = blocks_of(PAGE, "toml"), blocks_of(TWIN, "toml")
    assert [tomli.loads(each) for each in theirs] == [tomli.loads(each) for each in ours]
    for kind in decode_rule.KINDS:
        assert re.search(rf"^\| .*`{kind}`", TWIN, re.MULTILINE), kind
