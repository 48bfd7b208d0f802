"""Opening the workbook of the person whose state file it is."""

from __future__ import annotations

from typing import Final

from tui.curriculum.pack import Pack
from tui.curriculum.policy import load_policy
from tui.errors import IkuseiError
from tui.journal.journal import Journal
from tui.workbook.settings import Settings
from tui.workbook.workbook import Workbook

TRAINEE: Final = "trainee"
"""Key, among the local values of a journal, of the person whose state file it is."""


def open_workbook(settings: Settings, *, write: bool, create: bool = False) -> Workbook:
    """The workbook of the person whose state file it is; a file that can't be written is opened for looking.

    Args:
        settings: where everything lies.
        write: whether something may be written.
        create: make the state file where there is none.

    Raises:
        JournalError: the state file can't be opened.
        ContentFaults: the pack or the policy has a fault.
    """
    pack = Pack.open(settings.content)
    journal = Journal.open(settings.state, write=write, create=create)
    try:
        policy = load_policy(settings.policy, None)
        return Workbook(journal, pack, policy, trainee_of(journal), settings.today)
    except IkuseiError:
        journal.close()
        raise


def trainee_of(journal: Journal) -> str:
    """The person whose state file it is: who began it, else the only trainee in it, else empty."""
    chosen = journal.local_get(TRAINEE)
    if chosen:
        return chosen
    trainees = journal.trainees()
    return trainees[0] if len(trainees) == 1 else ""
