#!/bin/bash
# Guess, written down beforehand: Connection.backup() of Python's sqlite3 gives up with "database is locked" once the `timeout`
# of its connection has passed while somebody else holds the lock, as every statement on that connection does.
# What happened instead: it tries again for as long as the lock is held; the timeout only makes each round longer. A SELECT on
# the same connection gave up after its 0.2 seconds; the backup went through its ninth round, when the lock was let go. During
# those rounds the progress callback is called with (5, 0, 0), that is SQLITE_BUSY and "0 pages of 0", which a progress bar
# takes for done. An exception raised by the callback is the only way out.
# Versions: pysqlite3-binary 0.5.4.post2 (SQLite 3.51.1), and Python 3.11.7's own sqlite3 (SQLite 3.40.1).
# What it means for users: a nightly backup or a check on a copy waits for ever behind a process that was stopped in the middle of
# a transaction (Ctrl-Z), silently and with every timeout set. Give backup() a progress callback with a deadline of its own.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pysqlite3-binary==0.5.4.post2 || exit 77
cat > "$folder/observe.py" <<'PYTHON'
import importlib
import sys

BUSY, DONE = 5, 101  # result codes of sqlite3.h
ROUNDS = 8
module = importlib.import_module(sys.argv[1])
source, copy = sys.argv[2] + "/source.sqlite", sys.argv[2] + "/copy.sqlite"
holder = module.connect(source)
holder.execute("CREATE TABLE t (x)")
holder.commit()
holder.execute("BEGIN EXCLUSIVE")
reader, target = module.connect(source, timeout=0.2), module.connect(copy, timeout=0.2)
try:
    reader.execute("SELECT * FROM t")
    select = "answered"
except module.OperationalError as error:
    select = str(error)
calls = []


def progress(status, remaining, total):
    calls.append((status, remaining, total))
    if len(calls) == ROUNDS:
        holder.rollback()  # so that this script ends


reader.backup(target, progress=progress)
print(module.sqlite_version, select, calls)
busy = [(BUSY, 0, 0)] * ROUNDS
sys.exit(not (select == "database is locked" and calls[:-1] == busy and calls[-1][0] == DONE))
PYTHON
mkdir "$folder/pinned" "$folder/own"
"$folder/venv/bin/python" "$folder/observe.py" pysqlite3 "$folder/pinned" || exit 1
"$folder/venv/bin/python" "$folder/observe.py" sqlite3 "$folder/own"
