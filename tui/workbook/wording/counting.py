"""In words: which levels of supervision a criterion accepts, why an entry doesn't count, what a new one counts for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from tui.curriculum.model import Criterion
from tui.curriculum.rule import DOING, Supervision, counts_errors, levels_asked
from tui.lang import Lang, say
from tui.progress.counting import Lack, Uncounted
from tui.workbook.trainee.forecast import Expected, is_for_nothing
from tui.workbook.trainee.writing import EntryForm

_RISING: Final = list(Supervision)


def levels_text(levels: Collection[Supervision], lang: Lang) -> str:
    """``独力以上``, ``見学以外``, ``指導者とペア / 指導者の指示``: levels as people say them."""
    rising = [level for level in _RISING if level in levels]
    if frozenset(rising) == DOING:
        return say(lang, "words.levels.doing")
    lowest = say(lang, f"words.supervision.{rising[0]}")
    if len(rising) > 1 and rising == _RISING[_RISING.index(rising[0]) :]:
        return say(lang, "words.levels.more", level=lowest)
    return " / ".join(say(lang, f"words.supervision.{level}") for level in rising)


def asked_text(criterion: Criterion, lang: Lang) -> str:
    """The levels that a criterion accepts, with the document's words for them; empty where any level will do."""
    levels = levels_asked(criterion.rule)
    if not levels:
        return ""
    names = levels_text(levels, lang)
    if not criterion.asks:
        return say(lang, "screens.supervision", names=names)
    return say(lang, "screens.supervision.printed", names=names, asks=criterion.asks)


def uncounted_text(why: Uncounted, level: str, lang: Lang) -> str:
    """Why an entry done at *level* doesn't count, as a sentence: ``見学のため数えません（求めるのは独力以上）``."""
    if why.lack is Lack.LEVEL:
        done = say(lang, f"words.supervision.{level}")
        return say(lang, "workbook.uncounted.level", level=done, asked=levels_text(why.asked, lang))
    return say(lang, f"workbook.uncounted.{why.lack}")


def forecast_text(found: Sequence[Expected], form: EntryForm, lang: Lang) -> str:
    """``2 件のうち 1 件に数えます。独力での監視業務: …``: what an entry will count for, and why not for the others."""
    level = str(form.supervision)
    if len(found) == 1 and found[0].why is not None:
        return uncounted_text(found[0].why, level, lang)
    counted = sum(each.counts for each in found)
    if counted == len(found):
        head = say(lang, "workbook.forecast.all", count=counted)
    elif counted:
        head = say(lang, "workbook.forecast.some", count=counted, total=len(found))
    else:
        head = say(lang, "workbook.forecast.none" if is_for_nothing(found) else "workbook.forecast.evidence")
    lacks = [
        say(
            lang,
            "workbook.forecast.not",
            name=each.criterion.name.of(lang),
            why=uncounted_text(each.why, level, lang),
        )
        for each in found
        if each.why is not None
    ]
    return " ".join((head, *lacks, *errors_texts(found, form, lang)))


def errors_texts(found: Sequence[Expected], form: EntryForm, lang: Lang) -> Iterator[str]:
    """For each criterion with an error rate, a sentence that the k of "k of n" counts the wrong ones."""
    for each in found:
        if each.counts and form.total is not None and counts_errors(each.criterion.rule):
            name = each.criterion.name.of(lang)
            yield say(lang, "workbook.forecast.errors", name=name, hits=form.hits, total=form.total)
