"""A career in words, the same on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Iterator

from tui.curriculum.pack import Pack
from tui.lang import Lang, say
from tui.progress.career import CareerStage, Lead
from tui.workbook.organisation.career import CareerView


def place_texts(view: CareerView, lang: Lang) -> Iterator[str]:
    """Sentences: at which stage of the career path the person is, and which stage comes next."""
    stages, now = view.way.stages, view.way.now
    if now is None:
        yield say(lang, "career.all_behind") if stages else say(lang, "career.no_stages")
        return
    yield say(lang, "career.now", stage=stage_text(stages[now], lang))
    following = next((stage for stage in stages[now + 1 :] if not stage.is_behind), None)
    if following is not None:
        yield say(lang, "career.next", stage=stage_text(following, lang))


def stage_text(stage: CareerStage, lang: Lang) -> str:
    """``3 攻守両面の経験``."""
    return f"{stage.career.stage} {stage.career.name.of(lang)}"


def lead_text(pack: Pack, lead: Lead, lang: Lang) -> str:
    """``SOC/監視 STEP 2``."""
    name = next((entry.name.of(lang) for entry in pack.roles if entry.id == lead.role), lead.role)
    return f"{name} {say(lang, 'words.step', number=lead.step)}"
