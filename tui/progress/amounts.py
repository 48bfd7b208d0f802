"""Rules about how much there is, whenever it was: points, times, cases, readings, reviews."""

from __future__ import annotations

from collections.abc import Sequence

from tui.curriculum.rule import Attest, Cases, Count, NoFindings, Reading, Supervision, Taught
from tui.journal.event import Entry
from tui.progress.numbers import at_least, resolve
from tui.progress.standing import Gauge, GaugeUnit, Standing
from tui.progress.work import Piece, Work, ids, split


def attest(rule: Attest, work: Work) -> Standing:
    """The trainee can explain or understands something (most of `nca` 4.6, 4.7): met when every point is ticked.

    Without points it is never met. Entries are only evidence for it; no gauge counts them.
    """
    return _ticked("attest", GaugeUnit.POINTS, work.points, work)


def count(rule: Count, work: Work) -> Standing:
    """Enough times of the supervision asked for (`nca` 4.1.6.4 #1); entries count with their quantity."""
    counted, passed_over = work.supervised(rule.supervision)
    gauge = at_least(GaugeUnit.TIMES, times(counted), resolve(rule.at_least, work.policy))
    return Standing("count", gauge.met, (gauge,), ids(counted), ids(passed_over))


def taught(rule: Taught, work: Work) -> Standing:
    """The trainee has brought up juniors (`nca` 4.5.7.4, 4.7.6.4): enough times with supervision ``taught``."""
    counted, passed_over = work.supervised(frozenset({Supervision.TAUGHT}))
    gauge = at_least(GaugeUnit.TIMES, times(counted), resolve(rule.at_least, work.policy))
    return Standing("taught", gauge.met, (gauge,), ids(counted), ids(passed_over))


def cases(rule: Cases, work: Work) -> Standing:
    """Every training case of the list has an entry that names it (`nca` 4.1.7.4)."""
    asked, listed = rule.supervision, set(rule.cases)
    counts = [entry.supervision in asked and not listed.isdisjoint(entry.items) for entry in work.entries]
    counted, passed_over = split(work.entries, counts)
    handled = {item for entry in counted for item in entry.items}
    missing = tuple(case for case in rule.cases if case not in handled)
    gauge = _all_of(GaugeUnit.CASES, len(rule.cases) - len(missing), len(rule.cases))
    return Standing("cases", gauge.met, (gauge,), ids(counted), ids(passed_over), missing=missing)


def no_findings(rule: NoFindings, work: Work) -> Standing:
    """The last reviews had no finding (`nca` 4.7.6.4): counts the reviews since the last one that had any.

    A review is an entry with a number of findings and a supervision that the rule asks for: a review of somebody else's
    work that the trainee only watched doesn't count. Reviews of one day are taken in the order they were recorded.
    """
    own = [entry for entry in work.own() if isinstance(entry, Entry)]
    counts = [entry.findings is not None and entry.supervision in rule.supervision for entry in own]
    reviews, passed_over = split(own, counts)
    clean = 0
    for review in reversed(reviews):
        if review.findings:
            break
        clean += 1
    gauge = at_least(GaugeUnit.REVIEWS, clean, resolve(rule.last, work.policy))
    return Standing("no_findings", gauge.met, (gauge,), ids(reviews), ids(passed_over))


def reading(rule: Reading, work: Work) -> Standing:
    """Every item of the organisation's reading list is ticked (`nca` 4.3.5.4); an empty list is unset."""
    titles = [title.id for title in work.policy.reading(rule.list)]
    if not titles:
        unset = Gauge(GaugeUnit.ITEMS, 0, None, met=False, origin="unset", policy=rule.list)
        return Standing("reading", met=False, gauges=(unset,), counted=ids(work.own()))
    return _ticked("reading", GaugeUnit.ITEMS, titles, work, policy=rule.list)


def times(entries: Sequence[Piece]) -> int:
    """How many times *entries* stand for."""
    return sum(entry.quantity for entry in entries)


def _ticked(rule: str, unit: GaugeUnit, wanted: Sequence[str], work: Work, policy: str = "") -> Standing:
    missing = tuple(item for item in wanted if item not in work.ticks)
    gauge = _all_of(unit, len(wanted) - len(missing), len(wanted), policy)
    return Standing(rule, gauge.met, (gauge,), ids(work.own()), missing=missing)


def _all_of(unit: GaugeUnit, done: int, needed: int, policy: str = "") -> Gauge:
    """A gauge for a list: met when all of it is done; an empty list is never met."""
    return Gauge(unit, done, needed, met=0 < needed == done, origin="policy" if policy else "none", policy=policy)
