"""The layers of the matrix in words: what a mark means, and what is known about a duty, for all faces."""

from __future__ import annotations

from collections.abc import Iterator

from tui.curriculum.textbook import Duty, Region
from tui.journal.assessment import Assessment, How, Mark
from tui.lang import Lang, say
from tui.progress.assessment import Gap, highest_step
from tui.progress.pattern import Fit, expected
from tui.text.glyphs import Glyphs
from tui.workbook.organisation.assess_values import way
from tui.workbook.organisation.layers import (
    ABOVE,
    FAR,
    NONE_PRINTED,
    NOTHING_SAID,
    PEOPLE_SHORT,
    REACHED,
    SHORT,
    STEPS,
    TO_FILL,
    Facts,
    Layer,
    way_mark,
)

BETWEEN = "  "
"""What separates two marks of a legend."""


def legend(layer: Layer, glyphs: Glyphs, lang: Lang) -> list[tuple[str, str]]:
    """Every mark of a layer with its meaning; empty for the layer of regions, which are the columns themselves."""

    def of(marks: dict[str, str], family: str) -> list[tuple[str, str]]:
        return [(mark, say(lang, f"matrix.{family}.{name}")) for name, mark in marks.items()]

    match layer:
        case Layer.REGION:
            return []
        case Layer.PATTERN:
            return [(way_mark(how, glyphs), way(how, lang)) for how in (How.INHOUSE, How.SHARED, How.OUTSOURCED)]
        case Layer.OURS:
            hows = (How.INHOUSE, How.SHARED, How.OUTSOURCED, How.NONE, How.UNSAID)
            return [(way_mark(how, glyphs), way(how, lang)) for how in hows]
        case Layer.PEOPLE:
            return of({str(step): STEPS[step] for step in (3, 2, 1, 0)}, "step")
        case Layer.GAP:
            marks = {"reached": REACHED, "short": SHORT, "far": FAR, "people": PEOPLE_SHORT, "above": ABOVE}
            return of({**marks, "unknown": NOTHING_SAID}, "gap")
        case Layer.SECBOK:
            marks = {"filled": glyphs.done, "other": glyphs.warn, "open": TO_FILL, "none": NONE_PRINTED}
            return of(marks, "secbok")


def layer_name(layer: Layer, facts: Facts, lang: Lang) -> str:
    """The name of a layer; for that of a pattern, with the name of the pattern."""
    if layer is Layer.PATTERN and facts.pattern is not None:
        return say(lang, "matrix.pattern_layer", number=facts.pattern.number, name=facts.pattern.name.of(lang))
    return say(lang, f"matrix.layer.{layer}")


def mark_words(mark: Mark, lang: Lang) -> str:
    """``外部委託 (Acme) レベル 2``: one half of an assessment."""
    words = way(mark.how, lang)
    if mark.provider:
        words = say(lang, "matrix.with_provider", way=words, provider=mark.provider)
    if mark.level:
        return say(lang, "matrix.with_level", way=words, level=mark.level)
    return say(lang, "matrix.without_level", way=words) if mark.is_done else words


def assessment_words(said: Assessment, lang: Lang) -> str:
    """Both halves of an assessment, without its note."""
    if said.now == said.target:
        return say(lang, "matrix.assessed_same", now=mark_words(said.now, lang))
    return say(lang, "matrix.assessed", now=mark_words(said.now, lang), target=mark_words(said.target, lang))


def duty_words(layer: Layer, duty: Duty, region: Region, facts: Facts, lang: Lang) -> str:
    """What a layer shows for a duty in the column of a region."""
    match layer:
        case Layer.REGION:
            words = region.name.of(lang)
        case Layer.PATTERN:
            words = pattern_words(facts, region.id, lang)
        case Layer.OURS:
            said = facts.said(duty.id)
            words = assessment_words(said, lang) if said else say(lang, "matrix.way.unsaid")
        case Layer.PEOPLE:
            words = people_words(facts, duty.id, lang)
        case Layer.GAP:
            words = gap_words(facts.gap(duty.id), lang)
        case Layer.SECBOK:
            words = secbok_words(facts, duty.id, lang)
    return words


def pattern_words(facts: Facts, region: str, lang: Lang) -> str:
    """How the duties of a region are done in the pattern that is looked at."""
    if facts.pattern is None:
        return say(lang, "matrix.no_patterns")
    how = way(expected(facts.pattern, region), lang)
    return say(lang, "matrix.pattern_says", pattern=facts.pattern.name.of(lang), way=how)


def people_words(facts: Facts, duty: str, lang: Lang) -> str:
    """How many people have signed each STEP for a duty, the highest STEP first."""
    covered = facts.covered.get(duty)
    if covered is None:
        return say(lang, "matrix.no_training")
    if not highest_step(covered):
        return say(lang, "matrix.nobody")
    counts = [(step, len(covered.at(step))) for step in (3, 2, 1) if covered.at(step)]
    return say(lang, "matrix.list_sign").join(
        say(lang, "matrix.people_at", step=step, people=people) for step, people in counts
    )


def gap_words(found: Gap, lang: Lang) -> str:
    """How far a duty is from its target, in level and in people."""
    if found.level is None:
        level = say(lang, "matrix.level_unknown")
    elif found.level > 0:
        level = say(lang, "matrix.level_short", by=found.level)
    else:
        level = say(lang, "matrix.level_above", by=-found.level) if found.level else say(lang, "matrix.level_reached")
    if found.people is None:
        return level
    people = (
        say(lang, "matrix.people_short", by=found.people) if found.people > 0 else say(lang, "matrix.people_suffice")
    )
    return say(lang, "matrix.both", first=level, second=people)


def secbok_words(facts: Facts, duty: str, lang: Lang) -> str:
    """How many marks are printed for a duty, and which columns the organisation has filled in."""
    printed, filled = facts.printed.get(duty, 0), facts.columns(duty)
    names = {each.id: each.name.of(lang) for each in facts.pack.organisation.secbok}
    if not filled:
        return say(lang, "matrix.secbok_open" if printed else "matrix.secbok_none", printed=printed)
    columns = say(lang, "matrix.list_sign").join(names.get(each, each) for each in filled)
    return say(lang, "matrix.secbok_filled", printed=printed, filled=len(filled), columns=columns)


def pattern_sentences(facts: Facts, lang: Lang) -> Iterator[str]:
    """Which pattern the organisation's own marks come closest to, and what differs from the one that it wants."""
    near = facts.closest
    if not near:
        yield say(lang, "matrix.closest_unknown")
    else:
        names = say(lang, "matrix.list_sign").join(_pattern_name(each, lang) for each in near)
        counted = near[0].counted
        yield say(lang, "matrix.closest", patterns=names, counted=counted, differing=len(near[0].differences))
    wanted = facts.wanted
    if wanted is None:
        yield say(lang, "matrix.wanted_unset")
        return
    found = facts.fit(wanted)
    name = _pattern_name(found, lang)
    if not found.counted:
        yield say(lang, "matrix.wanted_uncounted", pattern=name)
    elif not found.differences:
        yield say(lang, "matrix.wanted_reached", pattern=name, counted=found.counted)
    else:
        yield say(lang, "matrix.wanted", pattern=name, counted=found.counted, differing=len(found.differences))


def difference_words(found: Fit, lang: Lang) -> list[str]:
    """The duties that differ from a pattern, each with how it is done and how the pattern would have it done."""
    return [
        say(lang, "matrix.differs", duty=each.duty.upper(), actual=way(each.actual, lang), way=way(each.expected, lang))
        for each in found.differences
    ]


def _pattern_name(found: Fit, lang: Lang) -> str:
    return f"{found.pattern.number} {found.pattern.name.of(lang)}"
