-- Events: what was written, never changed (the guards of tui/journal/guard.py refuse it).
-- (writer, n) is not unique on purpose: two hashes for one number are a fork, kept and shown as an alarm.
CREATE TABLE event (
    hash         TEXT PRIMARY KEY,
    writer       TEXT NOT NULL,
    n            INTEGER NOT NULL CHECK (n >= 1),
    previous     TEXT NOT NULL,
    clock        INTEGER NOT NULL,
    recorded     INTEGER NOT NULL,
    author       TEXT NOT NULL,
    trainee      TEXT NOT NULL,
    kind         TEXT NOT NULL,
    item         TEXT NOT NULL,
    body         TEXT NOT NULL,
    pack         TEXT NOT NULL,
    pack_version TEXT NOT NULL
) STRICT;
CREATE INDEX event_chain ON event (writer, n);
CREATE INDEX event_order ON event (clock, writer, n, hash);
CREATE INDEX event_subject ON event (trainee, kind, item, clock);

-- Of this file alone: never travels.
CREATE TABLE writer (
    id     TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    host   TEXT NOT NULL,
    path   TEXT NOT NULL,
    device TEXT NOT NULL,
    inode  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE local (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
