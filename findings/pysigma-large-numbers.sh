#!/bin/bash
# Guess (written down only as "a rule is kept as it is"): pySigma writes a whole number of a rule into the query with the digits
# that the rule has.
# What happened instead: beyond 2 to the 53rd the number goes through a float. 9007199254740993 is asked for as
# 9007199254740992.0, and a 64-bit identifier as 1.2345678901234568e+18. No error, no warning; the same number in quotes is kept.
# Versions: pySigma 1.5.1 with pySigma-backend-splunk 2.1.0 and pySigma-backend-elasticsearch 2.1.1; the number itself is
# the same in pySigma 2.0.1, which these don't take yet. Python 3.11.7.
# What it means for users: a rule that names a 64-bit process, session, account or tenant identifier as a number asks for another one
# and never fires, while the rule file reads right. Write long identifiers in quotes, and read the query, not the rule, in review.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pysigma==1.5.1 pysigma-backend-splunk==2.1.0 \
    pysigma-backend-elasticsearch==2.1.1 || exit 77
cat > "$folder/observe.py" <<'PYTHON'
import sys

from sigma.backends.elasticsearch import LuceneBackend
from sigma.backends.splunk import SplunkBackend
from sigma.collection import SigmaCollection

RULE = """
title: A session
logsource: {category: process_creation}
detection:
  selection: {SessionId: %s}
  condition: selection
"""
EXPECTED = {
    "4688": ["SessionId=4688", "SessionId:4688"],
    "9007199254740993": ["SessionId=9007199254740992.0", "SessionId:9007199254740992.0"],
    "1234567890123456789": ["SessionId=1.2345678901234568e+18", "SessionId:1.2345678901234568e+18"],
    "'1234567890123456789'": ['SessionId="1234567890123456789"', "SessionId:1234567890123456789"],
}
found = {
    number: [backend().convert(SigmaCollection.from_yaml(RULE % number))[0] for backend in (SplunkBackend, LuceneBackend)]
    for number in EXPECTED
}
for number, queries in found.items():
    print(number, "->", queries)
sys.exit(found != EXPECTED)
PYTHON
"$folder/venv/bin/python" "$folder/observe.py" || exit 1
python3 -m venv "$folder/newer" || exit 77
"$folder/newer/bin/python" -m pip install --quiet --disable-pip-version-check pysigma==2.0.1 || exit 77
number=$("$folder/newer/bin/python" -c 'from sigma.types import SigmaNumber; print(SigmaNumber(9007199254740993))') || exit 1
echo "pySigma 2.0.1: $number"
[ "$number" = 9007199254740992.0 ]
