"""What the environment says about the terminal; all of it is used before Textual is imported."""

from __future__ import annotations

import codecs
import os
from collections.abc import Mapping, MutableMapping
from typing import Final

from tui.errors import IkuseiError
from tui.lang import Lang
from tui.text.glyphs import GlyphMode

ADDRESSING: Final = ("xterm", "screen", "tmux", "linux", "vt", "rxvt", "mlterm", "foot", "alacritty", "kitty")
"""Beginnings of the names of terminals that can put their cursor anywhere."""
TEXTUAL_SETTINGS: Final = {
    # Textual asks for the kitty protocol's "report all keys"; iTerm2 then loses Japanese text from an input method.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
"""Environment variables that Textual reads when it is imported."""


class TerminalError(IkuseiError):
    """This terminal can't show the screen."""


def check_terminal(*, stdin_isatty: bool, stderr_isatty: bool, encoding: str | None) -> None:
    """Refuse a terminal in which the screen would be blank, garbled, or couldn't be left.

    Textual reads keys from standard input and draws on standard error.

    Args:
        stdin_isatty: whether standard input is a terminal.
        stderr_isatty: whether standard error is one.
        encoding: how text is encoded on its way to standard error.

    Raises:
        TerminalError: what is wrong and how to mend it.
    """
    if not stdin_isatty:
        raise TerminalError("terminal.input")
    if not stderr_isatty:
        raise TerminalError("terminal.output")
    if not _is_utf8(encoding or ""):
        raise TerminalError("terminal.encoding", encoding=encoding)


def language_of(env: Mapping[str, str]) -> Lang:
    """The language of the locale: Japanese where it says so, else English.

    The first of ``LC_ALL``, ``LC_MESSAGES``, ``LANG`` that isn't empty decides, as POSIX has it.
    """
    locale = next((env[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)), "")
    language = locale.partition(".")[0].partition("@")[0].partition("_")[0]
    return "ja" if language.lower() == "ja" else "en"


def glyph_mode(env: Mapping[str, str]) -> GlyphMode:
    """The marks to draw: ASCII on the Linux console, whose font has none of ours."""
    return "ascii" if env.get("TERM") == "linux" else "unicode"


def prepare_environment(env: MutableMapping[str, str]) -> None:
    """Set what Textual reads at its import, except where the user has set it."""
    for name, value in TEXTUAL_SETTINGS.items():
        env.setdefault(name, value)


def has_cursor_addressing(env: Mapping[str, str]) -> bool:
    """Whether the terminal can put its cursor anywhere, which a screen needs; True for unknown terminals.

    Textual also draws well where ``TERM`` isn't set at all.
    """
    term = env.get("TERM")
    if term is None or term.startswith(ADDRESSING):
        return True
    if term in {"", "dumb"}:
        return False
    import curses  # not needed for the common terminals, which are known by name

    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - it only wants a descriptor
        try:
            curses.setupterm(term, nowhere.fileno())
        except curses.error:
            return True
    return bool(curses.tigetstr("cup"))


def _is_utf8(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False
