#!/bin/bash
# Guess, written down beforehand: looking one row up by its key through a view "SELECT rowid AS at, * FROM one UNION ALL
# SELECT rowid + 1000000, * FROM other" inside EXISTS is two look-ups by index, however many rows the tables have.
# What happened instead: SQLite reads both tables whole and builds an index of its own for the statement. It takes the
# two halves apart ("subquery flattening") only where each column has one affinity in both, and a bare rowid is an INTEGER
# while a sum has none; the column needn't even be used. With "rowid + 0" in the first half it is two look-ups.
# Versions: pysqlite3-binary 0.5.0 (SQLite 3.40.0) and 0.5.4.post2 (SQLite 3.51.1).
# What it means for users: a view over a live and a waiting table, numbered so that one stands behind the other, makes
# every statement as slow as the tables are long, and no test on small tables shows it. EXPLAIN QUERY PLAN does.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
cat > "$folder/observe.py" <<'PYTHON'
import sys

from pysqlite3 import dbapi2 as sqlite3

ASKED = "SELECT (SELECT EXISTS (SELECT 1 FROM both WHERE both.key = wanted.key)) FROM wanted"


def steps(number, rows):
    """Instructions of SQLite for one look-up through the view, and how it is planned."""
    connection = sqlite3.connect(":memory:", cached_statements=0)
    connection.executescript(
        "CREATE TABLE one (key TEXT PRIMARY KEY); CREATE TABLE other (key TEXT PRIMARY KEY);"
        "CREATE TABLE wanted (key TEXT); INSERT INTO wanted VALUES ('k7');"
        f"CREATE VIEW both AS SELECT {number} AS at, * FROM one UNION ALL SELECT rowid + 1000000, * FROM other;"
    )
    connection.executemany("INSERT INTO one VALUES (?)", ((f"k{each}",) for each in range(rows)))
    counted = []
    connection.set_progress_handler(lambda: counted.append(1), 1)
    assert connection.execute(ASKED).fetchall() == [(1,)]
    connection.set_progress_handler(None, 1)
    plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {ASKED}"))
    return len(counted), "AUTOMATIC" in plan


found = [steps(number, rows) for number in ("rowid", "rowid + 0") for rows in (100, 10_000)]
print(sqlite3.sqlite_version, found)
(few, few_automatic), (many, many_automatic), (few_sum, few_sum_automatic), (many_sum, many_sum_automatic) = found
whole = few_automatic and many_automatic and many > 50 * few
by_index = not few_sum_automatic and not many_sum_automatic and many_sum < 2 * few_sum
sys.exit(not (whole and by_index))
PYTHON
for version in 0.5.0 0.5.4.post2; do
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check "pysqlite3-binary==$version" 2>/dev/null || exit 77
    "$folder/venv/bin/python" "$folder/observe.py" || exit 1
done
echo "As stated: with a bare rowid the view is read whole, with rowid + 0 it is looked up."
