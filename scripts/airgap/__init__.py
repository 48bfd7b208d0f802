"""What ``make_archive.py`` puts into an archive for machines without a network, and how."""

from __future__ import annotations


class ArchiveError(Exception):
    """Why no archive can be made, and what to do about it."""
