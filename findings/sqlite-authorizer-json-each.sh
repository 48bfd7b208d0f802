#!/bin/bash
# Guess, written down beforehand: an SQLite connection whose authorizer denies INSERT, UPDATE and DELETE in the database
# "main" answers every SELECT as before.
# What happened instead: with SQLite 3.40 (Debian 12, the Pythons that use its library) a SELECT that uses json_each fails,
# "vtable constructor failed: json_each": as a table-valued function declares its columns, the authorizer is asked for
# SQLITE_UPDATE of main.sqlite_master, though nothing is written. With SQLite 3.51 it isn't asked, and the SELECT works.
# Versions: pysqlite3-binary 0.5.0 (SQLite 3.40.0) and 0.5.4.post2 (SQLite 3.51.1); Python 3.11.7 with SQLite 3.40.1 as 3.40.0.
# What it means for users: who guards a database against writes by an authorizer and tests it with a newer SQLite ships a
# program that fails on Debian 12 at its first json_each. An authorizer must let sqlite_master pass.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
cat > "$folder/observe.py" <<'PYTHON'
import sys

from pysqlite3 import dbapi2 as sqlite3

DELETE, INSERT, UPDATE = 9, 18, 23  # action codes of sqlite3.h
asked = []


def authorizer(action, one, two, database, trigger):
    if database == "main" and action in {DELETE, INSERT, UPDATE}:
        asked.append((action, one))
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def answer(sql):
    try:
        return connection.execute(sql).fetchall()
    except sqlite3.DatabaseError as error:
        return str(error)


connection = sqlite3.connect(":memory:")
connection.set_authorizer(authorizer)
found = answer("SELECT 1"), answer("SELECT value FROM json_each('[1]')"), asked
old = [(1,)], "vtable constructor failed: json_each", [(UPDATE, "sqlite_master")]
new = [(1,)], [(1,)], []
print(sqlite3.sqlite_version, found)
sys.exit(found != {"3.40.0": old, "3.51.1": new}[sqlite3.sqlite_version])
PYTHON
for version in 0.5.0 0.5.4.post2; do
    "$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check "pysqlite3-binary==$version" || exit 77
    "$folder/venv/bin/python" "$folder/observe.py" || exit 1
done
