"""All errors that are shown to the user: each is one sentence in the user's language."""

from __future__ import annotations

from pathlib import Path


class IkuseiError(Exception):
    """An error that the user can mend.

    Args:
        key: key of its message in ``tui.lang`` (what, where, how to mend it), e.g. ``"journal.locked"``.
        fields: the values of the message's fields; they are cleaned when the message is shown.
    """

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields

    def __str__(self) -> str:
        return f"{self.key}: {self.fields}"


class ContentError(IkuseiError):
    """One fault in a TOML file, at one place.

    Args:
        key: message key below ``content.``.
        file: the file it stands in.
        line: line of the fault, from 1.
        column: column of the fault in characters, from 1.
        fields: what the message names.
    """

    def __init__(self, key: str, file: Path, line: int, column: int, **fields: object) -> None:
        super().__init__(key, file=str(file), line=line, column=column, **fields)
        self.file, self.line, self.column = file, line, column


class JournalError(IkuseiError):
    """The state file can't be opened, read or written as asked."""


class SigningError(IkuseiError):
    """Something can't be signed or checked as asked, or a signature or key is malformed."""


class BundleError(IkuseiError):
    """A bundle can't be read or written, or is refused as a whole: nothing of it was taken in.

    Args:
        key: message key below ``bundle.``.
        line: the line with the fault, from 1; 0 where the fault isn't in a line.
        fields: what the message names.
    """

    def __init__(self, key: str, line: int = 0, **fields: object) -> None:
        super().__init__(key, line=line, **fields)
        self.line = line


class TrustError(IkuseiError):
    """The trust folder can't be read, written or signed as asked."""


class TransportError(IkuseiError):
    """Another machine can't be reached, or doesn't answer as it should; nothing was taken in here."""


class UsageError(IkuseiError):
    """What was asked for doesn't exist or can't be done: exit code 2 on the command line."""
