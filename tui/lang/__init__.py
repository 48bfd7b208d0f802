"""The messages of ikusei in its two languages.

Each module of this package holds one area as ``MESSAGES = {"area.name": ("日本語", "English")}``; both languages stand
side by side so that neither can be forgotten. Whole sentences with named fields; no sentence is glued from words.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final, Literal

from tui.text.clean import neutralise

Lang = Literal["ja", "en"]
LANGS: Final[tuple[Lang, ...]] = ("ja", "en")


def say(lang: Lang, key: str, **fields: object) -> str:
    """The message *key* in *lang*, with *fields* filled in and their control characters neutralised.

    Raises:
        KeyError: no such message: a mistake in the program, found by the tests.
    """
    area = import_module(f"{__name__}.{key.partition('.')[0]}")
    pair: tuple[str, str] = area.MESSAGES[key]
    template = pair[0] if lang == "ja" else pair[1]
    if not fields:
        return template
    return template.format_map({name: _Said(neutralise(str(value))) for name, value in fields.items()})


class _Said(str):
    """A field of a message; ``{count:day|days}`` is the word that goes with it, of one and of any other number."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        """The field itself, or one of the two words."""
        one, bar, several = form.partition("|")
        if not bar:
            return super().__format__(form)
        return one if self == "1" else several
