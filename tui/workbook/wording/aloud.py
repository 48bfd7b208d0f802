"""Numbers and marks in whole words, for a screen reader: no ``7/10``, no ``x2``, no ``~``."""

from __future__ import annotations

from collections.abc import Mapping

from tui.journal.event import Entry, Event, Kind
from tui.lang import Lang, say
from tui.progress.standing import Gauge, GaugeUnit, Standing
from tui.progress.state import State
from tui.workbook.standings.amounts import amount
from tui.workbook.standings.today import Rung
from tui.workbook.standings.views import CriterionView
from tui.workbook.wording.standings import event_subject


def listed(texts: list[str], lang: Lang) -> str:
    """*texts* as a list in one line."""
    return say(lang, "plain.list_sign").join(texts)


def gauge_aloud(gauge: Gauge, lang: Lang) -> str:
    """``10 回のうち 7 回``: a gauge in words; an unset number says so."""
    done = amount(gauge.done)
    if gauge.needed is None:
        return say(lang, "plain.gauge.unset", done=say(lang, f"plain.amount.{gauge.unit}", done=done))
    needed = amount(gauge.needed)
    if gauge.unit is GaugeUnit.PERCENT:
        return say(lang, "plain.gauge.errors" if gauge.strict else "plain.gauge.percent", done=done, needed=needed)
    if gauge.at_most and gauge.unit is GaugeUnit.DAYS:
        return say(lang, "plain.gauge.hole", done=done, needed=needed)
    return say(lang, f"plain.gauge.{gauge.unit}", done=done, needed=needed)


def standing_aloud(standing: Standing, lang: Lang) -> str:
    """The gauges of a standing in one line."""
    shown = [gauge for gauge in standing.gauges if not gauge.at_most or gauge.unit is GaugeUnit.PERCENT]
    return listed([gauge_aloud(gauge, lang) for gauge in shown], lang)


def months_aloud(standing: Standing, lang: Lang) -> list[str]:
    """The months that have entries, with how many, and those that have none."""
    some = [
        say(lang, "plain.month", month=each.month, count=amount(each.entries))
        for each in standing.months
        if each.entries
    ]
    none = [each.month for each in standing.months if not each.entries]
    lines = [say(lang, "plain.months.some", months=listed(some, lang))] if some else []
    return lines + ([say(lang, "plain.months.none", months=listed(none, lang))] if none else [])


def state_aloud(view: CriterionView, lang: Lang) -> str:
    """The state of a criterion, and whether something has changed since it was claimed."""
    state = say(lang, f"words.state.{view.state}")
    if view.state is State.CLAIMED and view.moved:
        return listed([state, say(lang, "words.state.stale")], lang)
    return state


def entry_aloud(entry: Entry, lang: Lang, about: str = "") -> list[str]:
    """An entry part by part: day, amount, supervision, what it is about, note, corrected or not, evidence."""
    parts = [entry.day.isoformat(), *_amount(entry.quantity, entry.hits, entry.total, lang)]
    parts += [say(lang, f"words.supervision.{entry.supervision}"), about, entry.note]
    if entry.corrected:
        parts.append(say(lang, "words.mark.corrected"))
    if entry.evidence:
        parts.append(say(lang, "plain.evidence", count=len(entry.evidence)))
    return [part for part in parts if part]


def _amount(quantity: object, hits: object, total: object, lang: Lang) -> list[str]:
    """How often, and how many of how many."""
    times = [say(lang, "plain.amount.times", done=quantity)] if quantity != 1 or total is None else []
    return times + ([say(lang, "plain.ratio", hits=hits, total=total)] if total is not None else [])


def rung_aloud(rung: Rung, label: str, lang: Lang) -> str:
    """A rung of the ladder: how much of it counts, its state, and whether the trainee is there now."""
    if rung.signed:
        return say(lang, "plain.rung", label=label, how=say(lang, "screens.ladder.signed", day=rung.signed))
    if rung.state in {State.TICKED, State.SKIPPED}:
        return say(lang, "plain.rung", label=label, how=say(lang, f"words.state.{rung.state}"))
    key = "plain.of" if rung.is_education else "plain.confirmed"
    how = say(lang, key, done=rung.settled, total=rung.total)
    if rung.state is not State.OPEN:
        how = listed([how, say(lang, f"words.step_state.{rung.state}")], lang)
    return say(lang, "plain.rung.here" if rung.current else "plain.rung", label=label, how=how)


def subject_aloud(event: Event, names: Mapping[str, str], lang: Lang) -> str:
    """What an event is about; for a tick, whether it was set or taken away; for an entry, how often it was done."""
    if event.kind == Kind.TICK:
        tick = say(lang, "plain.ticked" if event.body.get("on") else "plain.unticked")
        return listed([tick, names.get(event.item, event.item)], lang)
    body = event.body
    items = body.get("items")
    if isinstance(items, list):
        about = [names.get(str(item), str(item)) for item in items]
        amount_of = _amount(body.get("quantity", 1), body.get("hits"), body.get("total"), lang)
        return listed([*about, *amount_of, *filter(None, [str(body.get("note") or "")])], lang)
    return event_subject(event, names, lang)
