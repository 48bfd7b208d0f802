"""Drafts of entries are kept among the local values of the state file, which never travel."""

from __future__ import annotations

from typing import Final

DRAFT: Final = "draft:"
"""How the keys of drafts begin; the criteria that the entry counts for follow, or the entry that it corrects."""
