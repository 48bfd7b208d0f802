"""What a trainee can do to the bytes of their own file, and what a mentor sees who looks at it with any verb.

One line of the tables below is one attack: who, what they control, what they try, how, and what the victim sees.
"""

import os
from functools import partial

import pytest
from attack_world import ALONE, DECIDING, LOOKING, NOTE, OF_RECORDS, WRITING, Attack, tells, the_same

by_file = partial(Attack, "a trainee", "their state file")
by_place = partial(Attack, "a trainee", "the folder of their state file")


# -- what the victim sees ----------------------------------------------------------------------------------------------


def refused(key):
    """Every verb says in one sentence why it doesn't read the file, and the victim's own journal is as it was."""

    def seen(victim, _honest):
        before = victim.mentor.state.read_bytes()
        for words in (*OF_RECORDS, *DECIDING):
            answer = victim.asks(*words)
            assert (answer.code, tells(answer, key)) == (2, True), (words, answer)
        for words in WRITING:
            assert victim.asks(*words).code == 2
        assert victim.mentor.state.read_bytes() == before

    return seen


def left_out(key):
    """The row is passed over and told, nothing of it is shown, and nobody confirms the claim that rests on it."""

    def seen(victim, _honest):
        for words in OF_RECORDS:
            answer = victim.asks(*words)
            assert "昼間" not in answer.out
            assert NOTE not in answer.out
        assert victim.asks("verify").code == 2
        assert key in victim.findings()
        assert victim.asks("confirm", ALONE).code == 2
        assert not victim.beside("inbox").exists()

    return seen


def not_there(victim, _honest):
    """There is nothing to look at: no verb makes a file there, or takes it for an empty journal of the victim's."""
    for words in (*DECIDING, ("export",), ("verify",)):
        assert victim.asks(*words).code in {1, 2}
    assert not victim.state.exists()


# -- what is done to the file ------------------------------------------------------------------------------------------


def sql(*statements):
    return lambda victim: victim.sql(*statements)


def row(change):
    """The entry's event is changed in place, its guards taken off."""
    return sql("DROP TRIGGER event_is_never_changed", f"UPDATE event SET {change} WHERE kind = 'entry'")


def in_place(make):
    """Something else lies where the file lay."""

    def made(victim):
        victim.state.unlink()
        make(victim.state)

    return made


def long_name(victim):
    victim.state = victim.beside("x" * 300)


def half(victim):
    os.truncate(victim.state, victim.state.stat().st_size // 2)


PIPE = in_place(os.mkfifo)
EVENT = ("ALTER TABLE event RENAME TO rows",)
FORGED_ENTRY = "UPDATE entry SET note = '昼間', quantity = 99, evidence = '[]'"
NOT_OURS = refused("journal.not_our_table")

# fmt: off
ATTACKS = [
    # -- something else in the place of the table of events
    by_file("a view in the place of the events, to run their SQL in the reader",
           sql(*EVENT, "CREATE VIEW event AS SELECT * FROM rows"), NOT_OURS),
    by_file("a recursive view in the place of the events (one that ends), to keep the reader busy",
           sql(*EVENT, "CREATE VIEW event AS WITH RECURSIVE c(hash) AS (SELECT 1 UNION ALL SELECT hash + 1 FROM c "
                       "WHERE hash < 9) SELECT hash FROM c"), NOT_OURS),
    by_file("a virtual table in the place of the events, to load a module into the reader",
           sql(*EVENT, "PRAGMA writable_schema=ON", "INSERT INTO sqlite_schema VALUES ('table', 'event', 'event', 0, "
                       "'CREATE VIRTUAL TABLE event USING no_such_module(hash)')"), NOT_OURS),
    by_file("a table of events with other types",
           sql(*EVENT, "CREATE TABLE event AS SELECT * FROM rows"), NOT_OURS),
    by_file("a generated column in the events, computed at each reading",
           sql("ALTER TABLE event ADD COLUMN more TEXT GENERATED ALWAYS AS (hash) VIRTUAL"), NOT_OURS),
    by_file("a trigger on the events",
           sql("CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END"), NOT_OURS),
    by_file("another trigger under the name of a guard",
           sql("DROP TRIGGER event_is_never_changed",
               "CREATE TRIGGER event_is_never_changed AFTER INSERT ON event BEGIN SELECT 1; END"), NOT_OURS),
    by_file("no table of events at all", sql("DROP TABLE event"), NOT_OURS),
    by_file("a table of events under a name in capitals", sql(*EVENT, "CREATE VIEW EVENT AS SELECT 1"), NOT_OURS),
    # -- something strange beside the events, which is never asked
    by_file("no guards", sql("DROP TRIGGER event_is_never_changed"), the_same),
    by_file("views under the names of the other tables, to be read in their place",
           sql("DROP TABLE person", "CREATE VIEW person AS SELECT 'p-x' AS id, '別人' AS name",
               "CREATE VIEW more AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 9) "
               "SELECT n FROM c"), the_same),
    by_file("a trigger on another table, to change what the reader keeps",
           sql("CREATE TRIGGER more AFTER INSERT ON memo BEGIN UPDATE entry SET quantity = 9; END"), the_same),
    by_file("an index over an expression on the events",
           sql("CREATE INDEX more ON event (lower(body)) WHERE kind = 'entry'"), the_same),
    by_file("names that drive a terminal, or stand for SQLite's own",
           sql('CREATE TABLE "temp.event" (x)', 'CREATE TABLE "main" (x)', 'CREATE TABLE "\x1b]52;c;eA==\x07" (x)',
               'CREATE TABLE "\u202eevent" (x)'), the_same),
    by_file("a table with more columns than anybody reads",
           sql(f"CREATE TABLE wide ({', '.join(f'c{n}' for n in range(1500))})"), refused("journal.damaged")),
    # -- tables that are derived from the events, and what the file says of itself
    by_file("quantity, note and evidence of an entry edited where screens read them",
           sql(FORGED_ENTRY), the_same),
    by_file("another name for themself where screens read it",
           sql("UPDATE person SET name = '田中 実'"), the_same),
    by_file("a claim moved to another criterion", sql("UPDATE claim SET item = 'soc.2.detect'"), the_same),
    by_file("kept results of a criterion put under another",
           sql("UPDATE memo SET body = (SELECT body FROM memo LIMIT 1)", "DELETE FROM summary"), the_same),
    by_file("derived tables emptied", sql("DELETE FROM entry", "DELETE FROM claim", "DELETE FROM tick"), the_same),
    by_file("local values of the reader: their id, a pinned lead, a key to sign with",
           sql("INSERT OR REPLACE INTO local VALUES ('person', 'p-somebody')",
               "INSERT OR REPLACE INTO local VALUES ('trust.lead', 'SHA256:x')",
               "INSERT OR REPLACE INTO local VALUES ('sign.key', '/home/tanaka/.ssh/id_ed25519')"), the_same),
    # -- rows that aren't as they were written
    by_file("the note of an entry changed in its event", row(f"body = replace(body, '{NOTE}', '昼間')"),
           left_out("journal.foreign_changed")),
    by_file("an event moved to another place of its chain", row("n = n + 100"), left_out("journal.foreign_changed")),
    by_file("a hash that is none", row("hash = 'x' || hash"), left_out("journal.foreign_row")),
    by_file("an author with a control character", row("author = author || char(27)"), left_out("journal.foreign_row")),
    by_file("an author whose id only looks like another's", row("author = 'р' || substr(author, 2)"),
            left_out("journal.foreign_row")),
    by_file("bytes that aren't UTF-8", row("body = CAST(x'ff' AS TEXT)"), left_out("journal.foreign_row")),
    by_file("a text of two megabytes",
           row("body = json_set(body, '$.note', printf('%.*c', 2000000, 'x'))"), left_out("journal.foreign_changed")),
    by_file("a text that is larger than anything is read",
           row("body = json_set(body, '$.note', printf('%.*c', 5000000, 'x'))"), refused("journal.damaged")),
    by_file("a moment that is in no calendar", row("recorded = 9223372036854775807"), left_out("journal.foreign_row")),
    # -- no state file
    by_file("a file of another program", lambda victim: victim.bytes_at(68, b"\0\0\0\1"), refused("journal.not_ours")),
    by_file("a file in WAL mode, for which the reader would write beside it",
           lambda victim: victim.bytes_at(18, b"\x02\x02"), refused("journal.other_mode")),
    by_file("a file of a newer ikusei", sql("PRAGMA user_version = 9999"), refused("journal.newer")),
    by_file("half of a file", half, refused("journal.damaged")),
    by_file("an empty file", in_place(lambda path: path.touch()), refused("journal.empty")),
    by_file("text in the place of the file",
           in_place(lambda path: path.write_text("x" * 5000)), refused("journal.not_ours")),
    by_place("a pipe in the place of the file, for which the reader would wait",
           PIPE, refused("journal.no_file")),
    by_place("a folder in the place of the file", in_place(lambda path: path.mkdir()), refused("journal.no_file")),
    by_place("a link to nothing in the place of the file",
           in_place(lambda path: path.symlink_to(path.with_name("nothing"))), not_there),
    by_place("a name that is longer than a name can be", long_name, refused("journal.unreadable")),
    by_place("a lone rollback journal that names nothing, to have it replayed",
           lambda victim: victim.beside("state.sqlite-journal").write_bytes(b"half of a write"),
           refused("journal.being_written")),
    by_place("a write-ahead log beside the file, to have it replayed",
           lambda victim: victim.beside("state.sqlite-wal").write_bytes(b"half of a write"), the_same),
]
# fmt: on


# -- every line is tried -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_no_file_misleads_or_harms_whoever_looks_at_it(attack, victim, honest):
    attack.make(victim)
    before = victim.everything()
    attack.sees(victim, honest)
    victim.asks("doctor")
    if attack.make is not PIPE:  # a pipe may bring a bundle, so it is waited for: somebody has named it
        for words in (("import", victim.state), ("review", victim.state, "--list")):
            assert victim.mentor("--lang", "en", *words).code == 2
    assert victim.everything() == before


def test_honest_file_is_no_alarm(victim, honest):
    assert honest.answers["verify", "--json"].code == 0
    assert victim.findings() == set()
    assert set(honest.answers) == set(LOOKING)
    (claim,) = victim.waiting()
    assert [entry["note"] for entry in claim["entries"]] == [NOTE]
    assert victim.asks("confirm", ALONE).code == 0
    victim.hana.takes_in()
    assert victim.hana.standing(ALONE)["state"] == "confirmed"
