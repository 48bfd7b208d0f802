-- The last of the derived tables: SQLite adds it up from the others, so that a large file of schema 3 needs no more.
DROP TABLE IF EXISTS tally_day;
-- What a standing is computed from: the entries of one day for ``item`` that name the same ``items``, were supervised
-- alike, and all carry "k of n" (``judged``) or none. A hundred thousand entries are as many rows as they have days.
CREATE TABLE tally_day (
    trainee     TEXT NOT NULL,
    item        TEXT NOT NULL,
    day         TEXT NOT NULL,
    supervision TEXT NOT NULL,
    items       TEXT NOT NULL,
    judged      INTEGER NOT NULL,
    entries     INTEGER NOT NULL,
    quantity    INTEGER NOT NULL,
    hits        INTEGER NOT NULL,
    total       INTEGER NOT NULL,
    PRIMARY KEY (trainee, item, day, supervision, items, judged)
) STRICT, WITHOUT ROWID;
INSERT INTO tally_day
SELECT each.trainee, each.item, entry.day, entry.supervision, entry.items, entry.total IS NOT NULL,
    count(*), sum(entry.quantity), coalesce(sum(entry.hits), 0), coalesce(sum(entry.total), 0)
FROM entry_item AS each JOIN entry ON entry.id = each.entry
GROUP BY 1, 2, 3, 4, 5, 6;
