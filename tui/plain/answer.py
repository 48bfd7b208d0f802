"""Reading an answer at the prompt: a line's number, a key, or a command's word, which a line's number may follow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tui.commands import Command
from tui.commands.keys import key_name
from tui.lang import LANGS, say
from tui.record import record
from tui.text.fold import fold
from tui.workbook.trainee.parsing import typed

FIRST: Final = 10
"""Number of the first line. Lower numbers would be single digits, which are keys, as on the screen."""
_WITH_LINE: Final = re.compile(r"(.+?)\s+(\d{2,6})")


@record
class Answer:
    """An answer at the prompt.

    Args:
        word: the key or the word of a command, or empty.
        line: the number of a line, or 0.
    """

    word: str
    line: int = 0


def read_answer(text: str) -> Answer:
    """Read *text*: ``12``, ``l``, or ``log 12``."""
    value = typed(text)
    if re.fullmatch(r"\d{2,6}", value):
        return Answer("", int(value))
    found = _WITH_LINE.fullmatch(value)
    return Answer(found[1], int(found[2])) if found else Answer(value)


def meant(word: str, commands: Iterable[Command]) -> Command | None:
    """The command that *word* names: by a key (Textual's name or ours), by its id, or by a label in any language."""
    every = tuple(commands)
    for names in (_keys, _loose_keys, _labels):
        wanted = word if names is _keys else fold(word)
        found = next((command for command in every if wanted in names(command)), None)
        if found is not None:
            return found
    return None


def _keys(command: Command) -> set[str]:
    return {*command.keys, *map(key_name, command.keys)}


def _loose_keys(command: Command) -> set[str]:
    """Names of keys in any case (``Enter``, ``F2``), without single letters, whose case makes a difference."""
    return {fold(name) for name in _keys(command) if len(name) > 1}


def _labels(command: Command) -> set[str]:
    return {fold(command.id), *(fold(say(lang, command.label)) for lang in LANGS)}
