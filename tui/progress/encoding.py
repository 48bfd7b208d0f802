"""Standings as compact JSON, for the table of memos in the journal."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from typing import Any

from tui.progress.standing import Gauge, GaugeUnit, Month, Standing


def encode(standing: Standing) -> str:
    """*standing* as one line of JSON; fields at their default are left out."""
    return json.dumps(_standing_out(standing), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Standing:
    """The standing that *text* was encoded from.

    Raises:
        ValueError: *text* isn't a standing of this version: compute it anew.
    """
    try:
        return _standing_in(json.loads(text))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(text[:80]) from error


def _standing_out(standing: Standing) -> dict[str, object]:
    plain = _without_defaults(standing)
    if standing.gauges:
        plain["gauges"] = [_without_defaults(gauge) for gauge in standing.gauges]
    if standing.months:
        plain["months"] = {month.month: month.entries for month in standing.months}
    if standing.parts:
        plain["parts"] = [_standing_out(part) for part in standing.parts]
    return plain


def _without_defaults(value: Standing | Gauge) -> dict[str, object]:
    named = {field.name: (getattr(value, field.name), field.default) for field in fields(value)}
    return {name: kept for name, (kept, default) in named.items() if default is MISSING or kept != default}


def _standing_in(plain: dict[str, Any]) -> Standing:
    return Standing(
        rule=str(plain["rule"]),
        met=bool(plain["met"]),
        gauges=tuple(Gauge(**{**gauge, "unit": GaugeUnit(gauge["unit"])}) for gauge in plain.get("gauges", ())),
        counted=tuple(plain.get("counted", ())),
        passed_over=tuple(plain.get("passed_over", ())),
        months=tuple(Month(month, entries) for month, entries in plain.get("months", {}).items()),
        missing=tuple(plain.get("missing", ())),
        parts=tuple(_standing_in(part) for part in plain.get("parts", ())),
    )
