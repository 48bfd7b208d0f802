"""Standings and entries in words, the same on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui.calendar import Calendar
from tui.errors import JournalError
from tui.journal.event import ORGANISATION, Entry, Event, Fate, Kind
from tui.journal.review import Decision, Verdict
from tui.lang import Lang, say
from tui.progress.review import Drift, Ignored, Refusal, Round, Shift
from tui.progress.standing import Gauge, GaugeUnit, Standing
from tui.progress.state import State
from tui.workbook.standings.amounts import amount
from tui.workbook.standings.views import CriterionView

if TYPE_CHECKING:
    from tui.trust.signature_state import SignatureState

SHORT = 8
"""How many digits of an event's hash are shown where the user may type them again."""
HASH_SHOWN = 12
"""How many digits of a hash are shown elsewhere."""
KNOWN_KINDS = {str(kind) for kind in Kind}


def gauge_text(gauge: Gauge, lang: Lang) -> str:
    """``7/10 回``; an unset number says so."""
    needed = say(lang, "words.unset") if gauge.needed is None else amount(gauge.needed)
    if gauge.unit is GaugeUnit.PERCENT and gauge.needed is not None:
        needed = f"{'<' if gauge.strict else '>='}{needed}"
    key = "words.error_rate" if gauge.strict else f"words.gauge.{gauge.unit}"
    return say(lang, key, done=amount(gauge.done), needed=needed)


def gauge_short(gauge: Gauge, lang: Lang) -> str:
    """``7/10``, ``92/95 %``: a gauge without its unit, for narrow lists."""
    needed = say(lang, "words.unset") if gauge.needed is None else amount(gauge.needed)
    return f"{amount(gauge.done)}/{needed}{' %' if gauge.unit is GaugeUnit.PERCENT else ''}"


def standing_text(standing: Standing, lang: Lang, *, short: bool = False) -> str:
    """The gauges of a standing in one short line: ``182/200 件  94 % / >=95 %``, or shorter: ``182/200  94/95 %``."""
    shown = [gauge for gauge in standing.gauges if not gauge.at_most or gauge.unit is GaugeUnit.PERCENT]
    return "  ".join((gauge_short if short else gauge_text)(gauge, lang) for gauge in shown)


def number_origin(gauge: Gauge, lang: Lang) -> str:
    """Where a needed number comes from: the document's value, its example, and the policy, each if there is one."""
    parts = []
    if gauge.origin == "document":
        parts.append(say(lang, "words.number.document"))
    elif gauge.origin == "policy":
        parts.append(say(lang, "words.number.policy"))
    elif gauge.origin == "unset":
        parts.append(say(lang, "words.number.unset", number=gauge.policy))
    if gauge.wording:
        parts.append(say(lang, "words.number.wording", wording=gauge.wording))
    elif gauge.policy and gauge.unit is not GaugeUnit.ITEMS:
        parts.append(say(lang, "words.number.ours"))
    if gauge.example is not None:
        parts.append(say(lang, "words.number.example", value=amount(gauge.example)))
    return "  ".join(parts)


def entry_amount(entry: Entry) -> str:
    """``x2``, ``23/24`` or both."""
    return amount_text(entry.quantity, entry.hits, entry.total)


def amount_text(quantity: int, hits: int | None, total: int | None) -> str:
    """``x2``, ``23/24`` or both."""
    parts = [f"x{quantity}"] if quantity != 1 or total is None else []
    if total is not None:
        parts.append(f"{hits}/{total}")
    return " ".join(parts)


def _amount_of(event: Event) -> str:
    """The amount in an entry or a correction; empty where it can't be read."""
    from tui.journal.body import work  # a start shows no events

    try:
        told = work(event.kind, event.body)
    except JournalError:
        return ""
    return amount_text(told.quantity, told.hits, told.total)


def event_kind(event: Event, lang: Lang) -> str:
    """The kind of an event as a word; a kind of a newer ikusei is unknown, not an error."""
    return say(lang, f"words.event.{event.kind if event.kind in KNOWN_KINDS else 'unknown'}")


def event_subject(event: Event, names: Mapping[str, str], lang: Lang) -> str:
    """What an event is about, in a few words: names of items where *names* has them, ids elsewhere."""
    if event.kind == Kind.HEADCOUNT:
        from tui.workbook.wording.staffing import headcount_text  # few events are head counts

        return headcount_text(event, names, lang)
    body = event.body
    if event.trainee == ORGANISATION:
        from tui.workbook.wording.organisation import event_words  # most journals have no such events

        return event_words(event, names, lang)
    items = body.get("items")
    if isinstance(items, list):
        about = ", ".join(names.get(str(item), str(item)) for item in items)
        said = (about, _amount_of(event), str(body.get("note") or ""))
        return "  ".join(filter(None, said))
    return _about_one_thing(event, names, lang)


def _about_one_thing(event: Event, names: Mapping[str, str], lang: Lang) -> str:
    """What an event is about that isn't about work done."""
    body = event.body
    if event.kind == Kind.PERSON:
        return str(body.get("name", ""))
    if event.kind == Kind.TICK:
        return f"{'+' if body.get('on') else '-'} {names.get(event.item, event.item)}"
    target = str(body.get("event") or body.get("entry") or body.get("claim") or "")
    if event.kind == Kind.UNDO and target in names:
        told: tuple[str, ...] = (target[:SHORT], names[target])
    else:
        told = (_named(event.item, names), _outcome(event, lang), target[:SHORT], _words_of(event))
    return "  ".join(filter(None, told))


def _named(item: str, names: Mapping[str, str]) -> str:
    """What *item* is called; a STEP with its role, since every role has a STEP of that number."""
    role, _, number = item.partition(".")
    name = names.get(item, item)
    return f"{names[role]} {name}" if number.isdigit() and role in names else name


def _outcome(event: Event, lang: Lang) -> str:
    """Which way it went, where the kind of the event alone doesn't tell: a decision, a role that was left, a waiver."""
    verdict = event.body.get("verdict")
    if event.kind == Kind.DECISION and verdict in tuple(Verdict):
        return say(lang, f"words.verdict.{verdict}")
    is_over = event.kind in {Kind.ENROL, Kind.WAIVER} and event.body.get("on") is False
    return say(lang, "words.over") if is_over else ""


def _words_of(event: Event) -> str:
    """What somebody said with it: a reason, a remark."""
    fields = ("text",) if event.kind == Kind.COMMENT else ("reason", "comment", "exception")
    return "  ".join(str(event.body[name]) for name in fields if event.body.get(name))


def fate_text(fate: Fate | None, lang: Lang) -> str:
    """What became of an event (undone, corrected, withdrawn), to put before its subject; empty if nothing did."""
    return f"{say(lang, f'words.fate.{fate}')}  " if fate else ""


def round_text(view: CriterionView, calendar: Calendar, lang: Lang) -> str:
    """The latest claim, decision or waiver on a criterion: when, by whom, and why."""
    waiver = view.waiver if view.state is State.WAIVED else None
    said = waiver or view.decision or (view.round.claim if view.round else None)
    day = calendar.day_of(said.recorded) if said else ""
    answer = waiver or view.decision
    reason = answer.reason if answer else ""
    return say(lang, f"screens.state.{view.state}", day=day, by=view.by, reason=reason)


def decision_text(decision: Decision, people: Mapping[str, str], calendar: Calendar, lang: Lang) -> str:
    """A decision: when, by whom, which, and why."""
    by = people.get(decision.author, decision.author)
    day = calendar.day_of(decision.recorded)
    return say(lang, f"screens.review.{decision.verdict}", day=day, by=by, reason=decision.reason)


def signature_text(state: SignatureState, lang: Lang, name: str = "") -> str:
    """What a signature is worth: ``署名 田中 一郎``, ``署名なし``, ``INVALID: …`` with the reason.

    Args:
        state: the state of the signature.
        lang: the language.
        name: the author's name as shown beside it; if the roster has another name, the text gives both.
    """
    by = str(state.fields.get("author", ""))
    if state.kind == "signed" and name and by and name != by:
        return say(lang, "words.signature.signed_as", by=by, name=name)
    why = say(lang, state.reason, **state.fields)
    return say(lang, f"words.signature.{state.kind}", by=by, why=why)


def refusal_text(refusal: Refusal, lang: Lang) -> str:
    """Why a decision, waiver, sign-off or reopening counts for nothing."""
    because = {} if refusal.because is None else {"why": refusal_text(refusal.because, lang)}
    return say(lang, refusal.key, **refusal.fields, **because)


def taken_back_text(found: Round | None, calendar: Calendar, lang: Lang) -> str:
    """A sentence if a claim was withdrawn although the decision on it still holds; else empty."""
    when = found.taken_back if found is not None else None
    return say(lang, "screens.review.taken_back", day=calendar.day_of(when)) if when is not None else ""


def ignored_text(ignored: Ignored, people: Mapping[str, str], calendar: Calendar, lang: Lang) -> str:
    """A decision that counts for nothing: when, by whom, which, and why."""
    decision = ignored.decision
    return say(
        lang,
        "screens.review.ignored",
        day=calendar.day_of(decision.recorded),
        by=people.get(decision.author, decision.author),
        verdict=say(lang, f"words.verdict.{decision.verdict}"),
        why=refusal_text(ignored.why, lang),
    )


def moved_texts(found: Iterable[Drift], lang: Lang) -> list[str]:
    """What has changed since a claim, one line each; entries by the beginning of their hash."""
    unset = say(lang, "words.unset")
    return [
        say(
            lang,
            f"screens.moved.{each.shift}",
            what=each.what[:HASH_SHOWN] if each.shift in {Shift.ENTRY, Shift.GONE} else each.what,
            before=each.before or unset,
            after=each.after or unset,
        )
        for each in found
    ]
