"""In which order the tests run: those that wait for a terminal lie among those that compute, so that both get done."""

from itertools import groupby
from pathlib import Path

WAITING = Path(__file__).parent / "whole"


def pytest_collection_modifyitems(items):
    modules = [list(group) for _, group in groupby(items, key=lambda item: item.path)]
    waiting = [module for module in modules if WAITING in module[0].path.parents]
    computing = [module for module in modules if WAITING not in module[0].path.parents]
    # A worker takes a file at a time: what takes longest begins, so that none is left alone with it at the end.
    waiting.sort(key=len, reverse=True)
    computing.sort(key=len, reverse=True)
    pace = max(1, len(computing) // max(1, len(waiting)))
    ordered = []
    while waiting or computing:
        ordered += waiting.pop(0) if waiting else []
        for _ in range(pace):
            ordered += computing.pop(0) if computing else []
    items[:] = ordered
