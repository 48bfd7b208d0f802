#!/bin/bash
# Guess, written down beforehand: `sqlite-utils insert --csv` makes a column numeric only where the numbers are what the cells say,
# so short hashes ("12e4567") and case names ("2024_001") stay text.
# What happened instead: a type is guessed by Python's int() and float(), which take "12e4567" for a number beyond all bounds and
# "2024_001" for 2024001. A column of such hashes becomes REAL and every cell of it Infinity: different samples are equal, and the
# text is gone. What `sqlite-utils rows` prints of it then is no JSON (the bare word Infinity). The column of case names becomes
# INTEGER while each value in it stays text, since SQLite doesn't know the underscore.
# Versions: sqlite-utils 4.2.1, SQLite 3.40.1, Python 3.11.7. Guessing types is on unless --no-detect-types is given, since 4.0.
# What it means for users: all cells of the column must look so, which happens in exports of few rows; the column then stays REAL for
# whatever is added later. Evidence lists and ticket exports are loaded with --no-detect-types.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check sqlite-utils==4.2.1 || exit 77
printf 'name,sample,note\n2024_001,12e4567,first\n2024_002,45e1234,second\n' > "$folder/cases.csv"
tool=$folder/venv/bin/sqlite-utils
"$tool" insert "$folder/guessed.sqlite" cases "$folder/cases.csv" --csv || exit 77
"$tool" insert "$folder/text.sqlite" cases "$folder/cases.csv" --csv --no-detect-types || exit 77
"$tool" rows "$folder/guessed.sqlite" cases > "$folder/rows.json" || exit 77
cat > "$folder/observe.py" <<'PYTHON'
import json
import math
import sqlite3
import sys

ASK = "SELECT name, typeof(name), sample, typeof(sample) FROM cases"
guessed, text = (sqlite3.connect(f"{sys.argv[1]}/{name}.sqlite") for name in ("guessed", "text"))
types = dict(guessed.execute("SELECT name, type FROM pragma_table_info('cases')"))
rows = guessed.execute(ASK).fetchall()
constants = []
with open(f"{sys.argv[1]}/rows.json") as file:
    json.load(file, parse_constant=constants.append)
print(types, rows, constants)
expected = [("2024_001", "text", math.inf, "real"), ("2024_002", "text", math.inf, "real")]
kept = [("2024_001", "text", "12e4567", "text"), ("2024_002", "text", "45e1234", "text")]
sys.exit(
    (types, rows, constants, text.execute(ASK).fetchall())
    != ({"name": "INTEGER", "sample": "REAL", "note": "TEXT"}, expected, ["Infinity"] * 2, kept)
)
PYTHON
"$folder/venv/bin/python" "$folder/observe.py" "$folder"
