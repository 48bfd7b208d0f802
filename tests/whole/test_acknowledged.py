"""What ``ikusei log`` has acknowledged is there, however often it is killed."""

import random
import select
import signal
import subprocess

ROUNDS = 24
LATEST = 0.3
"""Seconds until the latest kill: longer than a call takes."""
SHORT = 8


def test_kill_9_in_a_loop_loses_no_entry_that_was_acknowledged(world):
    world.begin()
    choose = random.Random(20261120)
    acknowledged = {}
    for number in range(ROUNDS):
        note = f"{number} 回目"
        with subprocess.Popen(
            world.command("log", "soc.2.alone", "-m", note), env=world.env, stdout=subprocess.PIPE, text=True
        ) as process:
            # Every other one has just answered, so that some are acknowledged however slow the machine is.
            answer = process.stdout.readline() if number % 2 else ""
            if not answer:
                select.select([process.stdout], [], [], choose.uniform(0, LATEST))
            process.send_signal(signal.SIGKILL)
            answer = answer or process.stdout.readline()
        if answer.endswith("\n"):
            acknowledged[answer[:SHORT]] = note
    written = dict(world.rows("SELECT substr(id, 1, 8), note FROM entry"))
    assert len(acknowledged) >= ROUNDS // 2
    assert acknowledged.items() <= written.items()
    assert world.faults() == []
