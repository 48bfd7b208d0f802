#!/bin/bash
# Guess, written down beforehand: a connection whose file is emptied for a moment by another program (as `cp backup file` does
# before it writes) and then holds the same bytes again answers as before at its next statement.
# What happened instead: if it read anything while the file was empty, it goes on saying "no such table" (and "file is not a
# database" to PRAGMA integrity_check) although the file is whole again and a new connection reads it. SQLite notices a
# change by the counter in the file's header; an empty file has no header, so the counter that the connection remembers is still
# the old one, the file that came back looks unchanged, and the empty page in the cache is kept. The first commit by anybody else
# wakes it; so do PRAGMA shrink_memory, which gives the cache up, and opening the file again.
# Versions: SQLite 3.40.0 and 3.51.1 (pysqlite3-binary 0.5.0 and 0.5.4.post2), rollback journal.
# What it means for users: after restoring a database by copying over it, programs left open report it damaged or empty, and are
# wrong. Restart them before believing it, and above all before "repairing" anything; put files back by rename, not by copying. A
# program that meets such an error should run PRAGMA shrink_memory before it believes it.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
cat > "$folder/observe.py" <<'PYTHON'
import sys
import tempfile
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite3


def answer(connection, sql="SELECT x FROM t"):
    try:
        return connection.execute(sql).fetchall()
    except sqlite3.DatabaseError as error:
        return str(error)


path = Path(tempfile.mkdtemp(dir=sys.argv[1])) / "a.sqlite"
old, helped = sqlite3.connect(str(path)), sqlite3.connect(str(path))
old.execute("CREATE TABLE t (x)")
old.execute("INSERT INTO t VALUES (1)")
old.commit()
content = path.read_bytes()
before = answer(old), answer(helped)
path.write_bytes(b"")
empty = answer(old), answer(helped)
path.write_bytes(content)
shrunk = answer(helped), answer(helped, "PRAGMA shrink_memory"), answer(helped)
new = sqlite3.connect(str(path))
back = answer(old), answer(new), answer(old), answer(old, "PRAGMA integrity_check"), answer(new, "PRAGMA integrity_check")
new.execute("INSERT INTO t VALUES (2)")
new.commit()
found = before, empty, shrunk, back, answer(old)
print(sqlite3.sqlite_version, found)
gone, damaged = "no such table: t", "file is not a database"
one, ok = [(1,)], [("ok",)]
sys.exit(found != ((one, one), (gone, gone), (gone, [], one), (gone, one, gone, damaged, ok), [(1,), (2,)]))
PYTHON
for version in 0.5.0 0.5.4.post2; do
    "$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check "pysqlite3-binary==$version" || exit 77
    "$folder/venv/bin/python" "$folder/observe.py" "$folder" || exit 1
done
