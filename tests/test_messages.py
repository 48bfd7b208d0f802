"""Messages: two languages at equal rank, none missing, none unused."""

import ast
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from string import Formatter
from typing import get_args

import pytest

import tui
import tui.lang
from tui.commands import COMMANDS
from tui.curriculum.decode_rule import KINDS
from tui.curriculum.difference import ChangeKind
from tui.curriculum.organisation import OrganisationThing
from tui.curriculum.relations import RelationKind
from tui.curriculum.rule import Supervision
from tui.curriculum.search import FoundKind as Found
from tui.journal.event import Fate, Kind
from tui.lang import say
from tui.progress.counting import Lack
from tui.progress.review import Shift
from tui.progress.standing import GaugeUnit
from tui.progress.state import State
from tui.workbook.standings.authority import PINNED

AREAS = sorted(module.name for module in iter_modules(tui.lang.__path__))
MESSAGES = {key: pair for area in AREAS for key, pair in import_module(f"tui.lang.{area}").MESSAGES.items()}
KEY = re.compile(rf"(?:{'|'.join(AREAS)})(?:\.[A-Za-z0-9_-]+)+")
SOURCES = [
    path
    for root in (Path(tui.__file__).parent, Path(tui.__file__).parents[1] / "scripts")
    for path in root.rglob("*.py")
    if path.parent.name != "lang"
]


def fields(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def pattern_of(node):
    """The pattern of a string made while the program runs: ``screens.state.{…}`` may be any message that fits."""
    parts = (re.escape(part.value) if isinstance(part, ast.Constant) else r"[A-Za-z0-9_-]+" for part in node.values)
    return re.compile("".join(parts))


def strings_of(path):
    """Every whole string of a file, and the pattern of every string that is put together."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            first = node.values[0]
            if isinstance(first, ast.Constant) and re.match(rf"(?:{'|'.join(AREAS)})\.", str(first.value)):
                yield pattern_of(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.value


FOUND = [(path, found) for path in SOURCES for found in strings_of(path)]
WHOLE = {found for _, found in FOUND if isinstance(found, str)}
PATTERNS = {found for _, found in FOUND if not isinstance(found, str)}


def is_used(key):
    return (
        key in WHOLE
        or any(pattern.fullmatch(key) for pattern in PATTERNS)
        or key in {message for command in COMMANDS for message in (command.label, command.help)}
        # A fault that knows what was probably meant says the same with one field more.
        or (key.endswith("-near") and key.removesuffix("-near") in WHOLE)
    )


@pytest.mark.parametrize("area", AREAS)
def test_every_message_stands_in_its_own_area_and_has_both_languages(area):
    for key, pair in import_module(f"tui.lang.{area}").MESSAGES.items():
        assert key.startswith(f"{area}."), key
        ja, en = pair
        assert ja.strip(), key
        assert en.strip(), key


def test_both_languages_have_the_same_fields():
    # A sentence about several faults, or about a thing of the pack, quotes it in its own language.
    own = {"content.several", "cli.id.log", "cli.id.log_ticked", "cli.id.tick", "cli.id.claim"}
    assert [key for key, (ja, en) in MESSAGES.items() if fields(ja) != fields(en) and key not in own] == []


def test_every_field_has_a_name():
    assert [key for key, pair in MESSAGES.items() for text in pair if "" in fields(text)] == []


def test_every_key_in_the_program_has_its_message():
    named = {(path.name, found) for path, found in FOUND if isinstance(found, str) and KEY.fullmatch(found)}
    missing = {(name, key) for name, key in named if key not in MESSAGES and not is_something_else(key)}
    assert missing == set()


def is_something_else(text):
    """Modules, files and local values have dots, too."""
    return (
        text.startswith("tui.")
        or text == PINNED
        or text.endswith((".toml", ".example", ".py", ".sqlite", ".json", ".md", ".sql"))
    )


def test_every_key_made_while_the_program_runs_can_be_one_of_ours():
    assert [pattern.pattern for pattern in PATTERNS if not any(pattern.fullmatch(key) for key in MESSAGES)] == []


def test_every_message_is_used():
    assert sorted(key for key in MESSAGES if not is_used(key)) == []


FAMILIES = {
    "words.supervision.": set(Supervision),
    "words.short.": set(Supervision),
    "words.state.": set(State),
    "words.gauge.": set(GaugeUnit),
    "words.fate.": set(Fate),
    "workbook.uncounted.": set(Lack),
    "words.change.": set(ChangeKind),
    "words.event.": {*Kind, "unknown"},
    "words.rule.": set(KINDS),
    "words.kind.": {
        *get_args(Found),
        "goal",
        "learning",
        *(kind.__name__.lower() for kind in get_args(OrganisationThing)),
    },
    "screens.relation.": set(get_args(RelationKind)),
    "screens.state.": set(State) - {State.TICKED, State.SIGNED, State.SKIPPED},
    "screens.moved.": set(Shift),
    "screens.start.question": {"0", "1", "2"},
    "screens.start.step": {"0", "1", "2", "3"},
    "commands.": {name.removeprefix("commands.") for each in COMMANDS for name in (each.label, each.help)},
}
"""Messages whose keys are made while the program runs: each has exactly one for every case."""


@pytest.mark.parametrize("family", FAMILIES)
def test_every_case_of_a_family_has_its_message_and_no_message_is_left_over(family):
    assert {key.removeprefix(family) for key in MESSAGES if key.startswith(family)} == FAMILIES[family]


def test_no_message_holds_a_character_that_a_terminal_would_not_show_as_it_is():
    control = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffd]")
    wrong = [key for key, pair in MESSAGES.items() for text in pair if control.search(text)]
    assert wrong == []


def test_sentences_end_as_sentences_do():
    """An English sentence of an error ends with a full stop where the Japanese one does, and the other way round."""
    differ = [key for key, (ja, en) in MESSAGES.items() if ja.endswith("。") != en.endswith((".", "?"))]
    assert differ == []


BOUNDS = {"limit", "largest", "most", "fewest", "low", "high", "deepest"}
"""Fields with numbers of ours, which are never one."""
VERBS = {
    "is", "has", "was", "says", "lies", "holds", "stands", "begins", "takes", "mentors", "counts", "its", "ends",
    "names", "rests", "waits", "as", "keeps", "differs", "meets",
}  # fmt: skip
OF_SEVERAL = {"people", "criteria", "differ"}
COUNTED = re.compile(r"\b1 (?:more |new )?(\w+)")


@pytest.mark.parametrize("key", sorted(key for key, (_, en) in MESSAGES.items() if fields(en) - BOUNDS))
def test_english_goes_with_one(key):
    """Every message, with 1 in every field: no "1 days", no "1 named", no "0/1 times"."""
    names = fields(MESSAGES[key][1])
    one = say("en", key, **{name: "99" if name in BOUNDS else "1" for name in names})
    for noun in COUNTED.findall(one):
        assert noun not in OF_SEVERAL, one
        assert not noun.endswith("s") or noun in VERBS, one


def test_a_counted_word_is_that_of_one_or_of_several():
    assert say("en", "screens.month_missing", month="2026-11", days=1).endswith("(1 day left)")
    assert say("en", "screens.month_missing", month="2026-11", days=11).endswith("(11 days left)")
    assert say("en", "words.gauge.times", done=0, needed=1) == "0/1 time"
    assert say("en", "words.gauge.times", done=1, needed=10) == "1/10 times"


def test_japanese_counts_what_is_left_as_the_heading_does():
    assert say("ja", "screens.hint.left", count=11) == "このあと残り 11 件"
    assert say("ja", "screens.month_missing", month="2026-11", days=8).startswith("2026-11 の実績が")


@pytest.mark.parametrize("key", sorted(key for key, pair in MESSAGES.items() if "docs/" in "".join(pair)))
def test_a_message_leads_to_the_page_of_its_language(key):
    japanese, english = (re.findall(r"docs/[\w.-]*\.md", text) for text in MESSAGES[key])
    assert japanese == [page.replace(".md", ".ja.md") for page in english]
    assert all((Path(tui.__file__).parents[1] / page).is_file() for page in (*japanese, *english))
