"""Where the pack lies that ikusei ships."""

from __future__ import annotations

from pathlib import Path


def builtin_folder() -> Path:
    """The folder of the pack that ikusei ships: inside the installed package, or beside it in the source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "_content"
    return installed if installed.is_dir() else package.parent / "content"
