"""Limits of a bundle: above any real journal, below what overflows, blocks a journal for good, or fills the memory."""

from __future__ import annotations

import re
from typing import Final

from tui.journal import canonical, clock, fields
from tui.journal.event import ORGANISATION

LONGEST_LINE: Final = 1 << 20
"""Bytes of a line with its line end."""
DEEPEST: Final = canonical.DEEPEST
"""How deep lists and objects may be nested: as deep as a journal can read."""
MOST: Final = 2**53 - 1
"""The largest whole number that every reader of JSON has (RFC 8259, 6)."""
LATEST: Final = clock.LATEST
"""The last millisecond that a clock may show. No machine's clock goes so far: a merely wrong clock isn't refused."""
LONGEST_NAME: Final = fields.LONGEST_NAME
LONGEST_WORD: Final = fields.LONGEST_WORD

ID: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._@+-]{0,63}")
"""An id of a person or a writer: no character has a meaning for a shell, a path or a terminal."""
SUBJECT: Final = re.compile(f"{ORGANISATION}|{ID.pattern}")
"""Whom or what an event may be about."""
KIND: Final = re.compile(r"[a-z][a-z0-9_.-]{0,63}")
HASH: Final = re.compile(r"[0-9a-f]{64}")
