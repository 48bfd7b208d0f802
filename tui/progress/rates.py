"""The rule about a ratio: enough cases, and enough of them right (or few enough of them wrong)."""

from __future__ import annotations

from tui.curriculum.rule import Rate
from tui.progress.numbers import at_least, ratio, resolve
from tui.progress.standing import GaugeUnit, Standing
from tui.progress.work import Work, ids, split


def rate(rule: Rate, work: Work) -> Standing:
    """Both the number of cases and the ratio hold (`nca` 4.3.6.4 #4; below a ratio: 4.4.6.4).

    Entries without "k of n" are passed over. The comparison is exact; the percentage shown is cut, not rounded, to one
    decimal, so that it never shows a threshold that isn't reached. Without any cases it is 0 percent and not met.
    """
    own = work.own()
    judged = [entry.hits is not None and entry.total is not None for entry in own]
    counts = [kept and entry.supervision in rule.supervision for kept, entry in zip(judged, own, strict=True)]
    counted, passed_over = split(own, counts)
    hits = sum(entry.hits or 0 for entry in counted)
    total = sum(entry.total or 0 for entry in counted)
    threshold = resolve(rule.ratio, work.policy)
    holds = total > 0 and threshold.value is not None and _holds(hits, total, threshold.value, below=rule.below)
    gauges = (
        at_least(GaugeUnit.CASES, total, resolve(rule.at_least, work.policy)),
        ratio(hits * 1000 // total / 10 if total > 0 else 0, threshold, met=holds, below=rule.below),
    )
    return Standing("rate", total > 0 and all(gauge.met for gauge in gauges), gauges, ids(counted), ids(passed_over))


def _holds(hits: int, total: int, percent: float, *, below: bool) -> bool:
    """Whether *hits* of *total* reach *percent*, or stay below it; a decimal like 99.9 means exactly 999/10."""
    from fractions import Fraction  # with decimal it takes longer than all rules together

    threshold = Fraction(str(percent)) * total
    return hits * 100 < threshold if below else hits * 100 >= threshold
