"""Checking with ``ssh-keygen -Y verify`` (ssh-keygen(1)); never with ``check-novalidate``, which accepts any key."""

from __future__ import annotations

import os
from typing import Final

from tui.errors import SigningError
from tui.record import record
from tui.signing.argument import safe_word
from tui.signing.moment import written
from tui.signing.public_key import PublicKey
from tui.signing.unnamed_file import UnnamedFiles
from tui.text.clean import one_line

_PASSED_OVER: Final = ": invalid key"
"""The end of its message about a line of the allowed keys that it can't read; it goes on with the next line."""


@record
class Question:
    """What ``ssh-keygen`` is asked about; files are given by content, so that it reads the bytes that we have read.

    Args:
        text: what was signed.
        armoured: the signature.
        key: the key that the signature names.
        namespace: what it must be for.
        signers: content of the ``allowed_signers`` file.
        revoked: content of the file of revoked keys, or None.
        seconds: when the key must have been valid, in seconds since 1970.
    """

    text: bytes
    armoured: str
    key: PublicKey
    namespace: str
    signers: bytes
    revoked: bytes | None
    seconds: int


def refusal(question: Question, principal: str, program: str) -> str | None:
    """Why ``ssh-keygen`` refuses the signature for *principal*; None where it accepts it.

    Raises:
        SigningError: ``ssh-keygen`` can't be run.
    """
    from subprocess import run  # a start pays for no subprocess

    try:
        with UnnamedFiles() as files:
            command = [program, "-Y", "verify", "-n", safe_word(question.namespace), "-I", safe_word(principal)]
            command += ["-f", files.hold(question.signers), "-s", files.hold(question.armoured.encode())]
            command += [f"-Overify-time={written(question.seconds)}"]
            if question.revoked is not None:
                command += ["-r", files.hold(question.revoked)]
            env = os.environ | {"LC_ALL": "C"}
            done = run(command, input=question.text, capture_output=True, pass_fds=files.numbers, env=env, check=False)
    except OSError as error:
        raise SigningError("signing.keygen_failed", program=program, why=error.strerror) from error
    answer = done.stdout.decode("utf-8", "replace").rstrip("\n")
    # The exit status isn't enough: the answer must name our namespace, and the key that we read ourselves.
    start, end = f'Good "{question.namespace}" signature for ', f" key {question.key.fingerprint}"
    if done.returncode == 0 and answer.startswith(start) and answer.endswith(end):
        return None
    return _reason(done.stderr) or one_line(answer) or str(done.returncode)


def _reason(said: bytes) -> str:
    """Its messages in one line, without carriage returns and without those about lines that it skipped."""
    lines = (line.strip() for line in said.decode("utf-8", "replace").splitlines())
    return one_line(" ".join(line for line in lines if line and not line.endswith(_PASSED_OVER)))
