"""What is noticed about a state file, as data: at an open and by the doctor."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from tui.errors import IkuseiError
from tui.record import record


class Severity(StrEnum):
    """How much a finding matters."""

    FAULT = "fault"
    WARNING = "warning"


NOTHING: Final[Mapping[str, object]] = MappingProxyType({})
"""The fields of a message that names nothing."""


@record
class Finding:
    """One thing that was noticed.

    Args:
        severity: a fault means that something is not as ikusei left it; a warning that it could go wrong.
        key: message key of ``tui.lang.journal``.
        fields: what the message names.
    """

    severity: Severity
    key: str
    fields: Mapping[str, object] = NOTHING


def fault(key: str, **fields: object) -> Finding:
    """A finding that is a fault."""
    return Finding(Severity.FAULT, key, fields)


def warning(key: str, **fields: object) -> Finding:
    """A finding that is a warning."""
    return Finding(Severity.WARNING, key, fields)


def of_error(error: IkuseiError) -> Finding:
    """*error* as a fault, with the same message."""
    return Finding(Severity.FAULT, error.key, error.fields)
