"""Reading what is typed as evidence: one or more references, each a file's path, a URL, or the number of a ticket."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from tui.journal.event import Entry, Evidence
from tui.lang import Lang, say
from tui.workbook.trainee.evidence_file import as_kept, digest, open_as_written

_SEPARATOR: Final = re.compile("[;；]")
_WITHIN_ADDRESS: Final = re.compile(r"\w[\w+-]*://(?:[^\s;；]|;(?![\s;；]|$|\w[\w+-]*://))+")
"""A URL with every ``;`` that belongs to it (``…/list;jsessionid=7f3a``). A ``;`` that separates references is followed
by a blank or by another URL."""
_MOST_PARTS: Final = 8
"""How many parts between separators are tried as one file name. It bounds how often the disk is asked."""
_NOT_THERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
_ADDRESS: Final = re.compile(r"\w[\w+-]*://|[^/.\s]+\.[^/\s]+/", re.ASCII)
_FILE: Final = re.compile(r"~|\.{0,2}/|\S+/\S*$|.*[^\s.]\.[A-Za-z0-9]{1,5}$")


def references(text: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """The references in *text*, separated by ``;`` or ``；``; a file name or URL that contains one stays whole.

    Args:
        text: the text of the field.
        known: references that the entry has already.
    """
    whole = [match.span() for match in _WITHIN_ADDRESS.finditer(text)]
    between = (match.end() for match in _SEPARATOR.finditer(text))
    ends = [0, *(end for end in between if not any(first < end <= last for first, last in whole)), len(text) + 1]
    found, at = [], 0
    while at < len(ends) - 1:
        # The longest name is tried first: beside a file "a;b.txt" there may also be a file "a".
        tries = range(min(len(ends) - 1, at + _MOST_PARTS), at, -1)
        parts = ((to, text[ends[at] : ends[to] - 1].strip()) for to in tries)
        at, part = next((to, part) for to, part in parts if to == at + 1 or part in known or _is_there(part))
        found.append(part)
    return tuple(part for part in found if part)


def evidence_of(ref: str) -> Evidence:
    """*ref* as evidence, with the SHA-256 of the file if it names one that can be read."""
    kept = as_kept(ref)
    # The name as it was typed is tried first; the kept one has other characters where some were normalised.
    for path in dict.fromkeys((ref, kept)):
        with suppress(OSError, ValueError):
            return Evidence(kept, digest(open_as_written(path)))
    return Evidence(kept)


def unread_texts(entry: Entry | None, lang: Lang) -> list[str]:
    """Sentences about references to files that got no digest; a URL or a ticket needs none.

    Args:
        entry: the entry, as it was just written.
        lang: the language.
    """
    bare = [each.ref for each in entry.evidence if not each.sha256] if entry is not None else []
    return [say(lang, key, ref=ref, why=why) for ref in bare for key, why in _why_unread(ref)]


def _why_unread(ref: str) -> Iterator[tuple[str, str]]:
    """Message key and the system's reason why a file got no digest; nothing if *ref* doesn't look like a file."""
    path = Path(os.path.expanduser(ref))  # noqa: PTH111 - that of Path raises for ~nobody
    try:
        if path.exists() and not path.is_file():
            yield "workbook.evidence_no_file", ""
        else:
            os.close(open_as_written(ref))
            yield "workbook.evidence_unread", ""
    except ValueError:
        return
    except OSError as error:
        if error.errno not in _NOT_THERE:
            yield "workbook.evidence_unread", error.strerror or ""
        elif _FILE.match(ref) and not _ADDRESS.match(ref):
            yield "workbook.evidence_not_there", ""


def _is_there(part: str) -> bool:
    with suppress(OSError, ValueError):
        return Path(os.path.expanduser(part)).exists()  # noqa: PTH111 - as above
    return False
