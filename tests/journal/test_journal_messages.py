"""Every sentence of the journal is used, and every one used is there."""

import re
from pathlib import Path

from tui import journal
from tui.lang.journal import MESSAGES

FOLDER = Path(journal.__file__).parent
FIELD = re.compile(r"{(\w+)}")


def used():
    return {key for file in FOLDER.glob("*.py") for key in re.findall(r'"(journal\.[a-z_]+)"', file.read_text())}


def test_messages_and_code_agree():
    assert used() == set(MESSAGES)


def test_both_languages_name_the_same_things():
    for key, (japanese, english) in MESSAGES.items():
        assert set(FIELD.findall(japanese)) == set(FIELD.findall(english)), key


def test_journal_imports_neither_screen_nor_curriculum():
    sources = "\n".join(file.read_text() for file in FOLDER.glob("*.py"))
    imported = set(re.findall(r"^\s*(?:from|import) ([\w.]+)", sources, re.MULTILINE))
    ours = {name for name in imported if name.startswith("tui.")}
    assert all(name.split(".")[1] in {"journal", "errors", "lang", "record", "text"} for name in ours)
    assert not imported & {"textual", "rich"}


def test_sqlite_utils_is_imported_where_no_start_and_no_entry_comes_by():
    using = {
        file.stem for file in FOLDER.glob("*.py") if re.search(r"^from sqlite_utils", file.read_text(), re.MULTILINE)
    }
    assert using == {"shape", "upgrade"}
