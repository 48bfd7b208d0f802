"""What is being typed is kept among the values of the state file that never travel."""

from __future__ import annotations

from typing import Final

DRAFT: Final = "draft:"
"""Before the key of a form: the criteria that it counts for, or the entry that it corrects."""
