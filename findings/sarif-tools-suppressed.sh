#!/bin/bash
# Guess, written down beforehand: sarif-tools (`sarif summary`, `sarif csv`, `--check error`) leaves out results that the file
# itself marks as settled: those with an accepted entry in "suppressions", and those whose "baselineState" is "absent", which
# the standard defines as no longer present in this run.
# What happened instead: both are counted and listed like any open finding, with no column or mark that would tell them apart, and
# `--check error` fails a file whose only error was accepted. Only a filter file that one writes for the purpose takes
# suppressed results out.
# Versions: sarif-tools 3.0.5, Python 3.11.7; SARIF 2.1.0.
# What it means for users: someone whose findings have all been judged and accepted still has "1 error", and a list made from the CSV
# sends reviewed and long mended findings to the analysts again. Take settled results out before counting.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check sarif-tools==3.0.5 || exit 77
cat > "$folder/make.py" <<'PYTHON'
import json
import sys


def result(line, **more):
    where = {"artifactLocation": {"uri": "app.py"}, "region": {"startLine": line}}
    return {
        "ruleId": "R1",
        "level": "error",
        "message": {"text": "A secret in the source"},
        "locations": [{"physicalLocation": where}],
        **more,
    }


def write(name, *results):
    run = {"tool": {"driver": {"name": "Scanner", "rules": [{"id": "R1"}]}}, "results": list(results)}
    with open(f"{sys.argv[1]}/{name}.sarif", "w") as file:
        json.dump({"version": "2.1.0", "runs": [run]}, file)


write("accepted", result(1, suppressions=[{"kind": "external", "status": "accepted", "justification": "A test key"}]))
write("absent", result(2, baselineState="absent"))
write("none")
PYTHON
"$folder/venv/bin/python" "$folder/make.py" "$folder" || exit 77
found=
for name in accepted absent none; do
    sarif=$folder/venv/bin/sarif
    "$sarif" csv "$folder/$name.sarif" -o "$folder/$name.csv" > /dev/null || exit 77
    errors=$("$sarif" summary "$folder/$name.sarif" | sed -n 's/^error: //p')
    "$sarif" --check error summary "$folder/$name.sarif" > /dev/null
    found="$found$name: $errors, check $?, $(grep -c '^Scanner,error,R1' "$folder/$name.csv") listed; "
done
echo "$found"
[ "$found" = "accepted: 1, check 1, 1 listed; absent: 1, check 1, 1 listed; none: 0, check 0, 0 listed; " ]
