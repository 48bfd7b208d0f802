"""The text of a ``policy.toml`` in which every number is still unset: what ``ikusei policy init`` writes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tui.curriculum.open_number import OpenNumber, open_numbers
from tui.curriculum.pack import Pack
from tui.lang import LANGS, Lang, say
from tui.text.clean import one_line


def policy_template(pack: Pack, lang: Lang | None = None) -> str:
    """A commented ``policy.toml`` that names every key the pack asks for, each with where and how the document asks.

    Every key is commented out, so the new file means the same as no file: everything is unset.

    Args:
        pack: the pack that asks for the keys.
        lang: language of the comments; None: both languages.
    """
    langs = (lang,) if lang else LANGS
    numbers = open_numbers(pack)
    lines = [
        *_comments(langs, "policy.template-head", pack=pack.id, version=pack.version),
        *("", "[policy]", '# name = ""'),
        *_comments(langs, "policy.template-day"),
        *('# utc_offset = "+09:00"', '# day_change = "08:30"', "", "[numbers]"),
        *_sections([number for number in numbers if number.unit != "readings"], langs),
        *_sections([number for number in numbers if number.unit == "readings"], langs),
        "",
        *_comments(langs, "policy.template-team"),
        *("# [team]", "# idle_days = 30", "# waiting_days = 14"),
    ]
    return "\n".join(lines) + "\n"


def _sections(numbers: list[OpenNumber], langs: tuple[Lang, ...]) -> Iterator[str]:
    for (role, step), group in groupby(numbers, key=lambda number: (number.role, number.step.number)):
        yield ""
        for lang in langs:
            yield from _comments((lang,), "policy.template-step", role=role.name.of(lang), number=step)
        for number in group:
            yield ""
            yield from _number(number, langs)


def _number(number: OpenNumber, langs: tuple[Lang, ...]) -> Iterator[str]:
    for lang in langs:
        yield from _comments(
            (lang,),
            _wanted(number),
            name=number.criterion.name.of(lang),
            source=number.source or number.criterion.id,
            wording=number.wording,
            unit=say(lang, f"policy.unit-{number.unit}"),
        )
    if number.example is not None:
        yield from _comments(langs, "policy.template-example", example=f"{number.example:g}")
    if number.unit == "readings":
        yield from (f'# [[reading."{number.key}"]]', '# id = ""', '# title = ""')
    else:
        yield f'# "{number.key}" = '


def _wanted(number: OpenNumber) -> str:
    """The message that says who asks for a number: the document, or the pack alone."""
    if number.is_ours:
        return "policy.template-number"
    return "policy.template-wording" if number.wording else "policy.template-list"


def _comments(langs: tuple[Lang, ...], key: str, **fields: object) -> Iterator[str]:
    """The message *key* in each language, a comment of one line each: a line end in a field can't end the comment."""
    for lang in langs:
        yield f"# {one_line(say(lang, key, **fields))}"
