"""Stands in for ``ssh-keygen``: gives the recorded answer of a generation of OpenSSH to the same question.

    replay.py GENERATION ARGUMENT...

A question is identified by its arguments, with a digest instead of each file. ``RECORD=PROGRAM`` asks a real
``ssh-keygen`` and records its answer; ``COMPARE=PROGRAM`` asks it and fails if it differs from the recorded one.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

FILE = re.compile(r"/dev/fd/\d+")


def question(arguments, text):
    """Digest of what is asked, the same on every machine: neither numbers of files nor the time zone matter."""
    parts = [
        hashlib.sha256(Path(each).read_bytes()).hexdigest() if FILE.fullmatch(each) else each
        for each in arguments
        if not each.startswith("-Overify-time=")
    ]
    return hashlib.sha256(json.dumps([parts, text.decode()]).encode()).hexdigest()


def ask(program, arguments, text):
    """The answer of a real ``ssh-keygen``."""
    numbers = [int(each.rpartition("/")[2]) for each in arguments if FILE.fullmatch(each)]
    for number in numbers:
        os.lseek(number, 0, os.SEEK_SET)
    done = subprocess.run([program, *arguments], input=text, capture_output=True, pass_fds=numbers, check=False)
    return {
        "asked": " ".join(arguments[:2]),
        "out": FILE.sub("/dev/fd/9", done.stdout.decode()),
        "err": FILE.sub("/dev/fd/9", done.stderr.decode()),
        "code": done.returncode,
    }


def main():
    generation, arguments = sys.argv[1], sys.argv[2:]
    text = b"" if sys.stdin is None else sys.stdin.buffer.read()
    kept = Path(__file__).with_name(f"{generation}.json")
    answers = json.loads(kept.read_text()) if kept.exists() else {}
    key = question(arguments, text)
    if program := os.environ.get("RECORD"):
        answers[key] = ask(program, arguments, text)
        kept.write_text(json.dumps(answers, indent=1, sort_keys=True) + "\n")
    elif (program := os.environ.get("COMPARE")) and ask(program, arguments, text) != answers.get(key):
        sys.exit(f"{program} answers otherwise than {kept.name} says: {arguments}")
    if key not in answers:
        sys.exit(f"{kept.name} has no answer to {arguments}; see real.sh")
    sys.stdout.write(answers[key]["out"])
    sys.stderr.write(answers[key]["err"])
    sys.exit(answers[key]["code"])


main()
