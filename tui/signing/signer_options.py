"""The options of a line of an ``allowed_signers`` file (ssh-keygen(1), ALLOWED SIGNERS)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from tui.record import record
from tui.signing.moment import read_moments

_OPTION: Final = re.compile(r'([^=,"]+)(?:="((?:[^"\\]|\\"|\\(?!"))*)")?(,|$)')
_FLAG: Final = "cert-authority"
_VALUED: Final = ("namespaces", "valid-after", "valid-before")


class OptionError(Exception):
    """Options that can't be read; the caller adds the file and the line.

    Args:
        key: message key of ``tui.lang.signing``.
        option: the faulty option, or the text that is no option.
    """

    def __init__(self, key: str, option: str) -> None:
        super().__init__(key, option)
        self.key, self.option = key, option


@record
class SignerOptions:
    """The limits within which a key is allowed.

    Args:
        is_authority: the key itself may not sign, but keys whose certificates it signed may.
        namespaces: patterns of the namespaces that it may sign for; None: all.
        valid_after: seconds since 1970 from which on it counts, or None.
        valid_before: seconds since 1970 up to which it counts, that second included, or None.
        local: the times that are written without a ``Z``, so that they mean another moment in another time zone.
    """

    is_authority: bool = False
    namespaces: str | None = None
    valid_after: int | None = None
    valid_before: int | None = None
    local: tuple[str, ...] = ()


def read_options(text: str) -> SignerOptions:
    """The options of *text*, ``name`` or ``name="value"`` with commas between.

    Raises:
        OptionError: one is unknown, stands twice, or has no value that can be read; or the window is empty.
    """
    given: dict[str, str] = {}
    for name, value in _split(text):
        if name not in {_FLAG, *_VALUED}:
            raise OptionError("signing.line_option", name)
        if (value is None) != (name == _FLAG):
            raise OptionError("signing.line_value", name)
        if name in given and name != _FLAG:
            raise OptionError("signing.line_twice", name)
        given[name] = value or ""
    # Where versions of OpenSSH differ, the narrower window: a key that counts here counts in every version.
    after, before = _moment("valid-after", given, max), _moment("valid-before", given, min)
    if after is not None and before is not None and before <= after:
        raise OptionError("signing.line_window", "valid-before")
    times = (given[name] for name in ("valid-after", "valid-before") if name in given)
    local = tuple(each for each in times if not each.endswith("Z"))
    return SignerOptions(_FLAG in given, given.get("namespaces"), after, before, local)


def _split(text: str) -> Iterator[tuple[str, str | None]]:
    at = 0
    while at < len(text):
        found = _OPTION.match(text, at)
        # A comma at the very end has no option after it.
        if found is None or (found[3] and found.end() == len(text)):
            raise OptionError("signing.line_value", text[at:])
        value = found[2]
        yield found[1].lower(), None if value is None else value.replace('\\"', '"')
        at = found.end()


def _moment(name: str, given: dict[str, str], pick: Callable[[Iterable[int]], int]) -> int | None:
    if name not in given:
        return None
    moments = read_moments(given[name])
    if not moments:
        raise OptionError("signing.line_time", given[name])
    return pick(moments)
