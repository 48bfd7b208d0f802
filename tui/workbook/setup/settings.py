"""Where everything of a user lies: the state file, the policy beside it, the content, what is only cached.

Nothing here opens anything, and little is imported: the fast answers of the command line need no more than this.
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
        lang: language spoken.
        overlay: folder of the organisation's overlay; there may be none.
        trust: the trust folder: roster and keys, signed by the lead; there may be none.
        own: the reader's own state file, whatever file is looked at: whom they trust stands there.
        cache: folder of what can be lost without harm.
        inbox: the drop folder: bundles that others put there; there may be none.
        today: gives the current day where it stands still, in the demo; None: the organisation's calendar says it.
        marks: folder that notes how far each writer has come on this machine; None notes nothing.
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
    """The settings: what is named on the command line, else in the environment, else the usual place.

    Args:
        state: what ``--state`` says; else ``IKUSEI_STATE``, else the user's own folder.
        env: the environment.
        lang: language spoken.
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
    """The same settings for another state file: what lay beside the one before lies beside that one.

    But for the trust folder: one beside the reader's own state file comes first, as anywhere.
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
    """One's own state file, whatever file ``--state`` looks at: ``IKUSEI_ME`` names it, else ``IKUSEI_STATE``."""
    return _named(None, env, OWN_VARIABLE) or _named(None, env, STATE_VARIABLE) or data_folder(env) / STATE_FILE


def data_folder(env: Mapping[str, str]) -> Path:
    """The folder of the user's own data, as platformdirs has it."""
    certain = _by_xdg(env, "XDG_DATA_HOME", ".local/share")
    if certain is not None:
        return certain
    from platformdirs import user_data_path  # see _by_xdg

    return user_data_path("ikusei")


def cache_folder(env: Mapping[str, str]) -> Path:
    """The folder of what can be lost without harm, as platformdirs has it."""
    certain = _by_xdg(env, "XDG_CACHE_HOME", ".cache")
    if certain is not None:
        return certain
    from platformdirs import user_cache_path  # see _by_xdg

    return user_cache_path("ikusei")


def state_folder(env: Mapping[str, str]) -> Path:
    """The folder of what belongs to this machine and should outlast a cleaned cache, as platformdirs has it."""
    certain = _by_xdg(env, "XDG_STATE_HOME", ".local/state")
    if certain is not None:
        return certain
    from platformdirs import user_state_path  # see _by_xdg

    return user_state_path("ikusei")


def _by_xdg(env: Mapping[str, str], variable: str, below_home: str) -> Path | None:
    """What platformdirs will say, where XDG leaves no doubt: importing it takes as long as importing SQLite."""
    if sys.platform != "linux":
        return None
    for root, below in ((env.get(variable, ""), ""), (env.get("HOME", ""), below_home)):
        if root.startswith("/"):
            return Path(root, below, "ikusei")
    return None
