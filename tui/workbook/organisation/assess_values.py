"""The values of the form in which a duty is assessed: filled in from the journal, and read from what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tui.curriculum.pack import Pack
from tui.journal.assessment import LAST_LEVEL, How, Mark
from tui.lang import Lang, say
from tui.workbook.organisation.assessing import NOT_SAID, AssessmentChange, changed, columns_named
from tui.workbook.organisation.layers import Facts

HALVES: Final = ("now", "target")
"""The two halves of the form: how a duty is done now, and how it shall be done."""


def way(how: How, lang: Lang) -> str:
    """How a duty is done, in a word."""
    return say(lang, f"matrix.way.{how or 'unsaid'}")


def assess_values(facts: Facts, duty: str) -> dict[str, str]:
    """By field, what the form shows for a duty: its newest assessment."""
    said = facts.said(duty)
    marks = (said.now, said.target) if said else (NOT_SAID, NOT_SAID)
    columns = ", ".join(each.partition(".")[2] for each in facts.columns(duty))
    values = {"note": said.note if said else "", "secbok": columns}
    for half, mark in zip(HALVES, marks, strict=True):
        level = str(mark.level) if mark.level else ""
        values |= {f"{half}-how": str(mark.how), f"{half}-level": level, f"{half}-provider": mark.provider}
    return values


def assess_choices(lang: Lang) -> dict[str, list[tuple[str, str]]]:
    """By field that is chosen from a list, its choices: value and label."""
    ways = [(str(how), way(how, lang)) for how in (How.UNSAID, *(each for each in How if each))]
    levels = [(str(level), say(lang, f"matrix.level.{level}")) for level in range(1, LAST_LEVEL + 1)]
    return {"how": ways, "level": [("", say(lang, "words.unset")), *levels]}


def read_assessment(pack: Pack, duty: str, values: Mapping[str, str]) -> AssessmentChange:
    """The assessment of *duty* that the fields hold.

    Raises:
        UsageError: there is no such SecBoK role.
    """
    now, target = (_mark(values, half) for half in HALVES)
    columns = columns_named(pack, values["secbok"].split(","))
    return AssessmentChange(duty, now=now, target=target, note=values["note"], columns=columns)


def _mark(values: Mapping[str, str], half: str) -> Mark:
    """The mark in one half of the form, without a level or provider that doesn't go with how the duty is done."""
    how = How(values[f"{half}-how"])
    level, provider = values[f"{half}-level"], values[f"{half}-provider"].strip()
    return changed(Mark(how, int(level) if level else 0, provider))
