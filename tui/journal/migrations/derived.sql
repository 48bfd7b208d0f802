-- Derived from the events: dropped and made anew at any time, by every migration and by `ikusei doctor --mend`.
DROP TABLE IF EXISTS memo_item;
DROP TABLE IF EXISTS memo;
DROP TABLE IF EXISTS summary;
DROP TABLE IF EXISTS tally_month;
DROP TABLE IF EXISTS tally;
DROP TABLE IF EXISTS enrolment;
DROP TABLE IF EXISTS person;
DROP TABLE IF EXISTS decision;
DROP TABLE IF EXISTS claim;
DROP TABLE IF EXISTS tick;
DROP TABLE IF EXISTS entry_item;
DROP TABLE IF EXISTS entry;
DROP TABLE IF EXISTS undone;
DROP TABLE IF EXISTS about;

CREATE TABLE about (
    event  TEXT PRIMARY KEY,
    target TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX about_target ON about (target);
CREATE TABLE undone (
    event TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
    id          TEXT PRIMARY KEY,
    trainee     TEXT NOT NULL,
    items       TEXT NOT NULL,
    day         TEXT NOT NULL,
    quantity    INTEGER NOT NULL,
    hits        INTEGER,
    total       INTEGER,
    findings    INTEGER,
    supervision TEXT NOT NULL,
    note        TEXT NOT NULL,
    evidence    TEXT NOT NULL,
    recorded    INTEGER NOT NULL,
    corrected   INTEGER NOT NULL,
    clock       INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_day ON entry (trainee, day, clock, id);
CREATE INDEX entry_clock ON entry (trainee, clock);
-- Day and clock stand here too, so that the newest entries of an item are found without reading the others.
CREATE TABLE entry_item (
    trainee TEXT NOT NULL,
    item    TEXT NOT NULL,
    day     TEXT NOT NULL,
    clock   INTEGER NOT NULL,
    entry   TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    PRIMARY KEY (trainee, item, day, clock, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_item_entry ON entry_item (entry);
CREATE TABLE tick (
    trainee  TEXT NOT NULL,
    item     TEXT NOT NULL,
    recorded INTEGER NOT NULL,
    PRIMARY KEY (trainee, item)
) STRICT, WITHOUT ROWID;
-- ``withdrawn`` and ``withdrawal``: logical clock and hash of the first withdrawal; null and empty where there is none.
CREATE TABLE claim (
    id         TEXT PRIMARY KEY,
    trainee    TEXT NOT NULL,
    item       TEXT NOT NULL,
    recorded   INTEGER NOT NULL,
    body       TEXT NOT NULL,
    clock      INTEGER NOT NULL,
    withdrawn  INTEGER,
    withdrawal TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_item ON claim (trainee, item, clock);
CREATE TABLE decision (
    id       TEXT PRIMARY KEY,
    claim    TEXT NOT NULL,
    trainee  TEXT NOT NULL,
    item     TEXT NOT NULL,
    author   TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    recorded INTEGER NOT NULL,
    clock    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_claim ON decision (claim, clock);
CREATE INDEX decision_item ON decision (trainee, item, clock);
CREATE TABLE person (
    id   TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE enrolment (
    trainee  TEXT NOT NULL,
    role     TEXT NOT NULL,
    start    INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    clock    INTEGER NOT NULL,
    PRIMARY KEY (trainee, role)
) STRICT, WITHOUT ROWID;

-- Counted as entries come and go, so that a thousand trainees are read and not added up: ``newest`` is the latest day
-- of an entry, ``month`` its first seven characters (2026-11). Who has no entry (in that month) has no row.
CREATE TABLE tally (
    trainee TEXT PRIMARY KEY,
    entries INTEGER NOT NULL,
    newest  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tally_month (
    trainee TEXT NOT NULL,
    month   TEXT NOT NULL,
    entries INTEGER NOT NULL,
    PRIMARY KEY (trainee, month)
) STRICT, WITHOUT ROWID;

-- A cache of what others computed of a whole trainee, until any event about the trainee comes in.
CREATE TABLE summary (
    trainee TEXT PRIMARY KEY,
    key     TEXT NOT NULL,
    body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A cache of what others computed from the derived tables.
CREATE TABLE memo (
    trainee TEXT NOT NULL,
    item    TEXT NOT NULL,
    key     TEXT NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (trainee, item)
) STRICT, WITHOUT ROWID;
CREATE TABLE memo_item (
    trainee TEXT NOT NULL,
    touched TEXT NOT NULL,
    item    TEXT NOT NULL,
    PRIMARY KEY (trainee, touched, item),
    FOREIGN KEY (trainee, item) REFERENCES memo (trainee, item) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_item_item ON memo_item (trainee, item);
