from __future__ import annotations

import datetime
import re

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.curriculum.position import KeyPath, Positions

ROLE = '''\
# STEP 2
id = "soc"  # "not" [a.header]

[[step]]
id = "soc.1"

[[step]]
id = "soc.2"
text = { ja = "見習い", en = "An apprentice" }
  [[step.criterion]]
  rule = { kind = "any", rules = [
    { kind = "count", at_least = { value = 3 } },  # ] }
    { kind = "taught", at_least.policy = "k" },
  ] }
  [[step.criterion]]
  leads = ["a", \'b\', """c
] = [x]"""]
  "qu\\u006fted key" = \'\'\'
[no.header]
\'\'\'
[step.note]
ja . "x" = 1979-05-27 07:32:00
[[step]]
[[step.criterion]]
'''


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("id",), (2, 1)),
        (("step",), (4, 1)),
        (("step", 0), (4, 1)),
        (("step", 0, "id"), (5, 1)),
        (("step", 1), (7, 1)),
        (("step", 1, "text"), (9, 1)),
        (("step", 1, "text", "en"), (9, 22)),
        (("step", 1, "criterion"), (10, 3)),
        (("step", 1, "criterion", 0), (10, 3)),
        (("step", 1, "criterion", 0, "rule", "kind"), (11, 12)),
        (("step", 1, "criterion", 0, "rule", "rules", 0), (12, 5)),
        (("step", 1, "criterion", 0, "rule", "rules", 0, "at_least", "value"), (12, 36)),
        (("step", 1, "criterion", 0, "rule", "rules", 1, "at_least"), (13, 24)),
        (("step", 1, "criterion", 0, "rule", "rules", 1, "at_least", "policy"), (13, 33)),
        (("step", 1, "criterion", 1), (15, 3)),
        (("step", 1, "criterion", 1, "leads", 1), (16, 17)),
        (("step", 1, "criterion", 1, "leads", 2), (16, 22)),
        (("step", 1, "criterion", 1, "quoted key"), (18, 3)),
        (("step", 1, "note"), (21, 1)),
        (("step", 1, "note", "ja"), (22, 1)),
        (("step", 1, "note", "ja", "x"), (22, 6)),
        (("step", 2, "criterion", 0), (24, 1)),
    ],
)
def test_place_of_a_key_header_or_value(path: KeyPath, place: tuple[int, int]):
    tomli.loads(ROLE)
    assert Positions(ROLE).of(path) == place


def test_what_is_not_written_is_shown_at_what_is_around_it():
    positions = Positions(ROLE)
    assert positions.of(("step", 1, "text", "fr")) == positions.of(("step", 1, "text"))
    assert positions.of(("step", 9, "id")) == positions.of(("step",))


def test_empty_text_has_a_place():
    assert Positions("").of(("pack", "id")) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        'a = ""\nz = 1',
        "a = ''\nz = 1",
        'a = """"""\nz = 1',
        'a = """""quoted""""" \nz = 1',
        "a = '''''quoted'''''\nz = 1",
        'a = "\\\\"\nz = 1',
        'a = "\\"# z = 2"\nz = 1',
        "a = 'C:\\'\nz = 1",
        "a = [[], [{}, {b = []}],]#]\nz = 1",
        "a = 1_000 # z\nz = 1",
        "a.b.'c.d' = -inf\nz = 1",
        "\ta = 07:32:00\r\nz = 1",
        "[a.b]\n[z]",
        "[[a.a]]\n[[z]]",
        "[a]#]\n[ 'z' ]",
    ],
)
def test_scanner_is_not_lost_in_any_kind_of_value(text: str):
    tomli.loads(text)
    assert Positions(text.replace("\r\n", "\n")).of(("z",)) == (2, 1)


def test_deeply_nested_value_is_scanned_without_recursion():
    text = "a = " + "[" * 400 + "]" * 400 + "\nz = 1"
    assert Positions(text).of(("z",)) == (2, 1)


def test_key_of_very_many_parts_is_scanned_in_time_and_space():
    text = f"[{'.'.join('a' * 900)}]\n" + "b = 1\n"
    assert Positions(text).of(("a",) * 900) == (1, 1)


KEYS = st.text(alphabet="ab-_.\"'#=[]{} あ\\", min_size=1, max_size=4)
SCALARS = st.one_of(
    st.text(alphabet="ab\"'#=[]{},\n あ\\", max_size=8),
    st.integers(-9, 9),
    st.booleans(),
    st.dates(),
    st.floats(allow_nan=False),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
TABLES = st.recursive(
    st.dictionaries(KEYS, VALUES, max_size=3),
    lambda inner: st.dictionaries(KEYS, VALUES | inner | st.lists(inner, min_size=1, max_size=3), max_size=3),
    max_leaves=8,
)


def quoted(text: str, style: int) -> str:
    if style == 1 and not re.search(r"['\n]", text):
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if style == 2:
        return f'"""{escaped}"""' if not text.startswith("\n") else f'"""\n{escaped}"""'
    return '"' + escaped.replace("\n", "\\n") + '"'


def written_key(key: str, style: int) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else quoted(key, style % 2)


def written(value: object, style: int) -> str:
    gap = "\n # ]}\"'\n " if style == 2 else " "
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value, style)
        case dict():
            inside = ", ".join(f"{written_key(key, style)} = {written(inner, style)}" for key, inner in value.items())
            return "{ " + inside + " }"
        case list():
            return "[" + gap + f",{gap}".join(written(inner, style) for inner in value) + gap + "]"
        case datetime.date():
            return value.isoformat()
        case _:
            return repr(value)


def document(table: dict[str, object], style: int, above: tuple[str, ...] = ()) -> str:
    tables = {k: v for k, v in table.items() if isinstance(v, dict)}
    arrays = {k: v for k, v in table.items() if isinstance(v, list) and v and all(isinstance(e, dict) for e in v)}
    text = "".join(
        f'  {written_key(k, style)} = {written(v, style)} # = "\n' for k, v in table.items() if k not in tables | arrays
    )
    for key, inner in tables.items():
        path = (*above, written_key(key, style))
        text += f"[{' . '.join(path)}]\n" + document(inner, style, path)
    for key, inners in arrays.items():
        path = (*above, written_key(key, style))
        text += "".join(f" [[{'.'.join(path)}]] # [\n" + document(inner, style, path) for inner in inners)
    return text


def paths(value: object, path: KeyPath = ()) -> list[KeyPath]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [below for part, inner in pairs for below in paths(inner, (*path, part))]


@given(TABLES, st.integers(0, 2))
def test_every_key_of_any_toml_stands_where_its_position_says(table: dict[str, object], style: int):
    text = document(table, style)
    parsed = tomli.loads(text)
    positions = Positions(text)
    lines = text.split("\n")
    for path in paths(parsed):
        line, column = positions.of(path)
        here = lines[line - 1][column - 1 :]
        part = path[-1]
        names = (part, written_key(part, style)) if isinstance(part, str) else ()
        assert here.startswith("[") or isinstance(part, int) or any(here.startswith(str(name)) for name in names)


@given(TABLES, st.integers(0, 2))
def test_values_of_one_array_stand_in_their_order(table: dict[str, object], style: int):
    text = document(table, style)
    positions = Positions(text)
    every = paths(tomli.loads(text))
    for path in every:
        if isinstance(path[-1], int) and (*path[:-1], path[-1] + 1) in every:
            assert positions.of(path) < positions.of((*path[:-1], path[-1] + 1))
