"""The parts of ``make_archive.py``: what goes into an archive for machines without a network."""

from __future__ import annotations


class ArchiveError(Exception):
    """Why no archive can be made, and what to do about it."""
