"""What a user can do at a question instead of answering it: type a word after a colon, or press a key."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tui.commands import FORM, QUESTION, commands_of
from tui.commands.keys import key_name
from tui.lang import LANGS, say
from tui.text.fold import fold


class Asked(StrEnum):
    """What a user wants instead of answering; the first three are also commands of the screen's forms and questions."""

    CANCEL = "cancel"
    DISCARD = "discard"
    EDITOR = "editor"
    BEFORE = "before"
    EMPTY = "empty"
    HELP = "help"


SENT: Final = {"\x1b": Asked.CANCEL, "\x0f": Asked.EDITOR, "\x1bOS": Asked.EDITOR}
"""By what a terminal sends for Escape, ctrl+o and F4, its meaning, if the line holds nothing else."""
_SIGN: Final = ":"


def asked_for(text: str) -> Asked | None:
    """What *text* asks for; None if it is an answer."""
    if text in SENT:
        return SENT[text]
    word = fold(text)
    return _words().get(word[1:].strip()) if word.startswith(_SIGN) and not word.startswith("::") else None


def _words() -> dict[str, Asked]:
    words = {"?": Asked.HELP}
    for asked in (Asked.BEFORE, Asked.EMPTY, Asked.HELP):
        words |= {fold(say(lang, f"plain.asked.{asked}")): asked for lang in LANGS}
    for command in (*commands_of(FORM), *commands_of(QUESTION)):
        if command.id in set(Asked):
            names = [command.id, *map(key_name, command.keys), *(say(lang, command.label) for lang in LANGS)]
            words |= {fold(name): Asked(command.id) for name in names}
    return words
