"""Where the files of a user lie: the state file, the policy beside it, the content, the cache.

This module opens no file and imports little, because the fast answers of the command line need only this.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from tui.curriculum.folder import builtin_folder
from tui.lang import Lang
from tui.record import record

STATE_FILE: Final = "state.sqlite"
POLICY_FILE: Final = "policy.toml"
OVERLAY_FOLDER: Final = "overlay"
TRUST_FOLDER: Final = "trust"
INBOX_FOLDER: Final = "inbox"
MARKS_FOLDER: Final = "written"
STATE_VARIABLE: Final = "IKUSEI_STATE"
OWN_VARIABLE: Final = "IKUSEI_ME"
CONTENT_VARIABLE: Final = "IKUSEI_CONTENT"
OVERLAY_VARIABLE: Final = "IKUSEI_OVERLAY"
TRUST_VARIABLE: Final = "IKUSEI_TRUST"
INBOX_VARIABLE: Final = "IKUSEI_INBOX"


@record
class Settings:
    """Where everything lies.

    Args:
        state: the state file.
        policy: the organisation's ``policy.toml``.
        content: folder of the pack.
        lang: language of all output.
        overlay: folder of the organisation's overlay; there may be none.
        trust: the trust folder: roster and keys, signed by the lead; there may be none.
        own: the user's own state file, whatever file is looked at; it holds the lead's key that they have pinned.
        cache: folder of files that can be lost without harm.
        inbox: the drop folder: bundles that others put there; there may be none.
        today: gives the current day in the demo, where time stands still; None: the organisation's calendar gives it.
        marks: folder that notes the newest event number of each writer on this machine; None: nothing is noted.
    """

    state: Path
    policy: Path
    content: Path
    lang: Lang
    overlay: Path
    trust: Path
    own: Path
    cache: Path
    inbox: Path
    today: Callable[[], date] | None = None
    marks: Path | None = None


def settings_from(
    state: Path | None,
    env: Mapping[str, str],
    lang: Lang,
    *,
    content: Path | None = None,
    overlay: Path | None = None,
    trust: Path | None = None,
) -> Settings:
    """The settings: each path from the command line, else from the environment, else the usual place.

    Args:
        state: what ``--state`` says; else ``IKUSEI_STATE``, else the user's own folder.
        env: the environment.
        lang: language of all output.
        content: what ``--content`` says; else ``IKUSEI_CONTENT``, else the pack that ikusei ships.
        overlay: what ``--overlay`` says; else ``IKUSEI_OVERLAY``, else ``overlay/`` beside the state file.
        trust: what ``--trust`` says; else ``IKUSEI_TRUST``, else ``trust/`` beside the reader's own state file, else
            beside the one that is looked at.

    The drop folder is what ``IKUSEI_INBOX`` says, else ``inbox/`` beside the state file.
    """
    path = _named(state, env, STATE_VARIABLE) or data_folder(env) / STATE_FILE
    own = own_state(env)
    return Settings(
        state=path,
        policy=path.with_name(POLICY_FILE),
        content=_named(content, env, CONTENT_VARIABLE) or builtin_folder(),
        lang=lang,
        overlay=_named(overlay, env, OVERLAY_VARIABLE) or path.with_name(OVERLAY_FOLDER),
        trust=_named(trust, env, TRUST_VARIABLE) or _trust_beside(own, path),
        own=own,
        cache=cache_folder(env),
        inbox=_named(None, env, INBOX_VARIABLE) or path.with_name(INBOX_FOLDER),
        marks=state_folder(env) / MARKS_FOLDER,
    )


def beside(settings: Settings, state: Path) -> Settings:
    """The same settings for another state file: paths beside the former state file become paths beside *state*.

    The trust folder is an exception: one beside the user's own state file comes first, as anywhere.
    """

    def moved(path: Path, name: str) -> Path:
        return state.with_name(name) if path == settings.state.with_name(name) else path

    return replace(
        settings,
        state=state,
        policy=moved(settings.policy, POLICY_FILE),
        overlay=moved(settings.overlay, OVERLAY_FOLDER),
        trust=_trust_beside(settings.own, state)
        if settings.trust == _trust_beside(settings.own, settings.state)
        else settings.trust,
        inbox=moved(settings.inbox, INBOX_FOLDER),
    )


def _trust_beside(own: Path, state: Path) -> Path:
    """The trust folder where none is named: beside the reader's own state file, else beside the one looked at."""
    ours = own.with_name(TRUST_FOLDER)
    return ours if own != state and ours.is_dir() else state.with_name(TRUST_FOLDER)


def _named(path: Path | None, env: Mapping[str, str], variable: str) -> Path | None:
    named = path or (Path(env[variable]) if env.get(variable) else None)
    return named.expanduser() if named is not None else None


def own_state(env: Mapping[str, str]) -> Path:
    """The user's own state file, whatever ``--state`` names: from ``IKUSEI_ME``, else ``IKUSEI_STATE``, else usual."""
    return _named(None, env, OWN_VARIABLE) or _named(None, env, STATE_VARIABLE) or data_folder(env) / STATE_FILE


def data_folder(env: Mapping[str, str]) -> Path:
    """The folder of the user's own data, the same as platformdirs gives."""
    certain = _by_xdg(env, "XDG_DATA_HOME", ".local/share")
    if certain is not None:
        return certain
    from platformdirs import user_data_path  # see _by_xdg

    return user_data_path("ikusei")


def cache_folder(env: Mapping[str, str]) -> Path:
    """The folder of files that can be lost without harm, the same as platformdirs gives."""
    certain = _by_xdg(env, "XDG_CACHE_HOME", ".cache")
    if certain is not None:
        return certain
    from platformdirs import user_cache_path  # see _by_xdg

    return user_cache_path("ikusei")


def state_folder(env: Mapping[str, str]) -> Path:
    """The folder of files about this machine that should outlast a cleaned cache, the same as platformdirs gives."""
    certain = _by_xdg(env, "XDG_STATE_HOME", ".local/state")
    if certain is not None:
        return certain
    from platformdirs import user_state_path  # see _by_xdg

    return user_state_path("ikusei")


def _by_xdg(env: Mapping[str, str], variable: str, below_home: str) -> Path | None:
    """The folder that platformdirs would give, where the XDG rules are enough to know it; else None.

    Importing platformdirs takes as long as importing SQLite.
    """
    if sys.platform != "linux":
        return None
    for root, below in ((env.get(variable, ""), ""), (env.get("HOME", ""), below_home)):
        if root.startswith("/"):
            return Path(root, below, "ikusei")
    return None
