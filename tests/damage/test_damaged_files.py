"""A damaged state file: every verb says one sentence, and nothing else is shown without doctor and verify saying so.

``python scripts/damage_a_state.py`` does the same to more files, and larger ones.
"""

import sqlite3
from contextlib import closing

import pytest

from scripts.damage_a_state import CHECKS, KINDS, PERSON, VERBS, World, faults, flipped, make

ENTRIES = 40


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return World(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def content(world):
    return make(world, ENTRIES)


@pytest.fixture(scope="module")
def whole(world, content):
    world.put(content)
    said = {verb: world.ask(verb) for verb in VERBS}
    assert not any(answer.code for answer in said.values()), said
    return said


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bits(world, content, whole, seed):
    world.put(flipped(content, seed))
    assert list(faults(world, whole)) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(2))
def test_other_damage(world, content, whole, kind, seed):
    world.put(KINDS[kind][0](content, seed))
    assert list(faults(world, whole)) == []


def changed(content: bytes, *statements: str) -> bytes:
    """*content* after what another program did to it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(content)
        connection.execute("PRAGMA writable_schema=ON")
        for statement in statements:
            connection.execute(statement)
        return connection.serialize()


def replaced(content: bytes, before: bytes, after: bytes) -> bytes:
    """*content* with other bytes in the first place of *before*."""
    assert len(before) == len(after)
    assert before in content
    return content.replace(before, after, 1)


DAMAGE = {
    "schema that isn't text": lambda c: replaced(c, b"supervision TEXT", b"supervisio\xff TEXT"),
    "schema that isn't SQL": lambda c: replaced(c, b"CREATE INDEX event_chain", b"CREATE INDEX (vent_chain"),
    "index of no column": lambda c: replaced(c, b"entry (trainee, day, clock", b"entry (trainee, daz, clock"),
    "body that is a blob": lambda c: changed(
        c,
        "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'entry'",
        "PRAGMA writable_schema=RESET",
        "UPDATE entry SET items = CAST(items AS BLOB)",
    ),
    "no table of entries": lambda c: changed(c, "DROP TABLE entry"),
    "no table of events": lambda c: changed(c, "DROP TABLE event"),
    "memo that isn't JSON": lambda c: changed(c, "UPDATE memo SET body = substr(body, 1, 30)"),
    "memo of another number": lambda c: changed(c, """UPDATE memo SET body = replace(body, '"done":1', '"done":9')"""),
    "memo of other items": lambda c: changed(c, "DELETE FROM memo_item WHERE touched = item"),
    "summary that isn't JSON": lambda c: changed(c, "UPDATE summary SET body = substr(body, 1, 30)"),
    "summary of another number": lambda c: changed(c, "UPDATE summary SET body = replace(body, '2', '3')"),
    "person whose file it is": lambda c: changed(c, "UPDATE local SET value = 'p-other' WHERE key = 'trainee'"),
    "value without its seal's key": lambda c: changed(c, "UPDATE local SET key = 'trainef' WHERE key = 'trainee'"),
    "writer of nothing": lambda c: changed(c, "UPDATE writer SET id = substr(id, 2) || 'x'"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_one_place(world, content, whole, kind):
    world.put(DAMAGE[kind](content))
    for check in CHECKS:  # before anything else is asked: what was only computed is computed anew, and kept
        assert world.ask(check).code in {1, 2}
    assert list(faults(world, whole)) == []


@pytest.mark.parametrize("kind", ["no table of entries", "memo of another number", "summary of another number"])
def test_what_no_event_stands_behind_is_mended(world, content, whole, kind):
    world.put(DAMAGE[kind](content))
    assert world.call("doctor", "--mend").code == 0
    for verb in ("status", "journal", "team", *CHECKS):
        assert world.ask(verb)[:2] == whole[verb][:2]


def test_damaged_value_is_forgotten_and_can_be_said_again(world, content, whole):
    world.put(DAMAGE["person whose file it is"](content))
    said = world.ask("status")
    assert said.code == 2
    assert "trainee" in said.err
    assert "doctor --mend" in said.err
    assert world.call("doctor", "--mend").code == 0
    assert [world.ask(check).code for check in CHECKS] == [0, 0]


def test_memo_that_was_changed_is_not_believed(world, content, whole):
    world.put(DAMAGE["memo of another number"](content))
    assert world.ask("status")[:2] == whole["status"][:2]
    assert PERSON not in world.ask("status").err
