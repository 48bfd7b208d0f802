"""Where everything of a user lies: the state file, the policy beside it, the content, what is only cached.

Nothing here opens anything, and little is imported: the fast answers of the command line need no more than this.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from tui.curriculum.folder import builtin_folder
from tui.lang import Lang
from tui.record import record

STATE_FILE: Final = "state.sqlite"
POLICY_FILE: Final = "policy.toml"
STATE_VARIABLE: Final = "IKUSEI_STATE"


@record
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
    certain = _by_xdg(env, "XDG_DATA_HOME", ".local/share")
    if certain is not None:
        return certain
    from platformdirs import user_data_path  # noqa: PLC0415 - see _by_xdg

    return user_data_path("ikusei")


def cache_folder(env: Mapping[str, str]) -> Path:
    """The folder of what can be lost without harm, as platformdirs has it."""
    certain = _by_xdg(env, "XDG_CACHE_HOME", ".cache")
    if certain is not None:
        return certain
    from platformdirs import user_cache_path  # noqa: PLC0415 - see _by_xdg

    return user_cache_path("ikusei")


def _by_xdg(env: Mapping[str, str], variable: str, below_home: str) -> Path | None:
    """What platformdirs will say, where XDG leaves no doubt: importing it takes as long as importing SQLite."""
    if sys.platform != "linux":
        return None
    for root, below in ((env.get(variable, ""), ""), (env.get("HOME", ""), below_home)):
        if root.startswith("/"):
            return Path(root, below, "ikusei")
    return None
