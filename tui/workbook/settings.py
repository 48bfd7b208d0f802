"""Where everything of a user lies, and opening it: the state file, the policy beside it, the content."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tui.curriculum.pack import Pack, builtin_folder
from tui.curriculum.policy import load_policy
from tui.errors import JournalError
from tui.journal.journal import Journal
from tui.lang import Lang
from tui.workbook.workbook import Workbook

STATE_FILE: Final = "state.sqlite"
POLICY_FILE: Final = "policy.toml"
STATE_VARIABLE: Final = "IKUSEI_STATE"
TRAINEE: Final = "trainee"
"""Key, among the local values of a journal, of the person whose state file it is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where everything lies.

    Args:
        state: the state file.
        policy: the organisation's ``policy.toml``.
        content: folder of the pack.
        lang: language spoken.
        today: gives the current day; stands still in the demo.
    """

    state: Path
    policy: Path
    content: Path
    lang: Lang
    today: Callable[[], date] = date.today


def settings_from(state: Path | None, env: Mapping[str, str], lang: Lang) -> Settings:
    """The settings for a state file: *state* where it is given, else ``IKUSEI_STATE``, else the user's own folder.

    Args:
        state: what ``--state`` says, or None.
        env: the environment.
        lang: language spoken.
    """
    named = state or (Path(env[STATE_VARIABLE]) if env.get(STATE_VARIABLE) else None)
    path = named.expanduser() if named is not None else data_folder(env) / STATE_FILE
    return Settings(path, path.with_name(POLICY_FILE), builtin_folder(), lang)


def data_folder(env: Mapping[str, str]) -> Path:
    """The folder of the user's own data, as platformdirs has it."""
    # platformdirs takes as long to import as SQLite; where XDG leaves no doubt its answer is known without it.
    if sys.platform == "linux":
        for root, below in ((env.get("XDG_DATA_HOME", ""), ""), (env.get("HOME", ""), ".local/share")):
            if root.startswith("/"):
                return Path(root, below, "ikusei")
    from platformdirs import user_data_path  # noqa: PLC0415 - see above

    return user_data_path("ikusei")


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
    policy = load_policy(settings.policy, None)
    journal = Journal.open(settings.state, write=write, create=create)
    try:
        trainee = trainee_of(journal)
    except JournalError:
        journal.close()
        raise
    return Workbook(journal, pack, policy, trainee, settings.today)


def trainee_of(journal: Journal) -> str:
    """The person whose state file it is: who began it, else the only trainee in it, else empty."""
    chosen = journal.local_get(TRAINEE)
    if chosen:
        return chosen
    trainees = journal.trainees()
    return trainees[0] if len(trainees) == 1 else ""
