#!/bin/bash
# Guess, written down beforehand: a CycloneDX file that is read and written again by cyclonedx-python-lib has the same CVSS vectors
# in its vulnerabilities, so that the library cvss reads them after as it did before.
# What happened instead: the scheme at the front ("CVSS:3.1/", "CVSS:4.0/") is cut off as the file is read, wherever the
# rating names its method. FIRST's specifications make it part of the vector, and cvss refuses what is left ("missing
# mandatory prefix"). A rating without a method keeps it, so one file holds both spellings afterwards.
# Versions: cyclonedx-python-lib 11.12.0, cvss 3.6, Python 3.11.7; CycloneDX 1.6.
# What it means for users: a bill that merely went through a tool built on this library loses the scores that others compute from its
# vectors, and comparing vectors as text finds every one changed. Put the prefix back from "method" before use.
set -u
folder=$(mktemp -d) || exit 77
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" || exit 77
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check cyclonedx-python-lib==11.12.0 cvss==3.6 || exit 77
cat > "$folder/observe.py" <<'PYTHON'
import json
import sys

from cvss import CVSS3, CVSS4
from cvss.exceptions import CVSSError
from cyclonedx.model.bom import Bom
from cyclonedx.output.json import JsonV1Dot6

THREE = "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
FOUR = "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
RATINGS = [
    {"method": "CVSSv31", "vector": "CVSS:3.1/" + THREE},
    {"method": "CVSSv4", "vector": "CVSS:4.0/" + FOUR},
    {"severity": "critical", "vector": "CVSS:3.1/" + THREE},
]


def readable(vector, scheme):
    try:
        return bool(scheme(vector).severities())
    except CVSSError as error:
        return "mandatory prefix" not in str(error) and str(error)


bill = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "version": 1,
    "vulnerabilities": [{"bom-ref": "v1", "id": "CVE-2024-0001", "ratings": RATINGS}],
}
written = json.loads(JsonV1Dot6(Bom.from_json(bill)).output_as_string())
vectors = {each.get("method"): each["vector"] for each in written["vulnerabilities"][0]["ratings"]}
print(vectors)
found = [readable(vectors[method], scheme) for method, scheme in (("CVSSv31", CVSS3), ("CVSSv4", CVSS4), (None, CVSS3))]
before = [readable(rating["vector"], scheme) for rating, scheme in zip(RATINGS, (CVSS3, CVSS4, CVSS3))]
print("readable before:", before, "and after:", found)
sys.exit(
    (vectors, before, found)
    != ({"CVSSv31": THREE, "CVSSv4": FOUR, None: "CVSS:3.1/" + THREE}, [True] * 3, [False, False, True])
)
PYTHON
"$folder/venv/bin/python" "$folder/observe.py"
