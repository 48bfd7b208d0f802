"""The documentation of an archive: every page as Markdown, and beside it as HTML that needs no other file."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.anchors import anchors_plugin

from airgap.wheels import ROOT

PAGES: Final = (
    "README*.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "docs/*.md",
    "benchmarks/README.md",
    "findings/README.md",
)
BESIDE: Final = ("LICENSE", "*.toml.example", "docs/pictures/*.svg", "docs/example-pack/**/*.toml")
"""Files that the pages mention or show."""

_PAGE: Final = """\
<!doctype html>
<html lang="{lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 sans-serif; color: #222; }}
pre, code {{ font-family: monospace; background: #f3f3f3; }}
pre {{ padding: .7rem; overflow-x: auto; line-height: 1.4; }}
table {{ border-collapse: collapse; }}
td, th {{ border: 1px solid #bbb; padding: .2rem .6rem; text-align: left; vertical-align: top; }}
img {{ max-width: 100%; }}
</style>
<nav><a href="{up}README.html">README</a> <a href="{up}README.ja.html" lang="ja">日本語</a></nav>
{body}
</html>
"""


def documentation() -> Mapping[str, bytes]:
    """Every file of the documentation, by its path below ``docs`` of the archive's sources."""
    pages = [path for pattern in PAGES for path in sorted(ROOT.glob(pattern))]
    beside = [path for pattern in BESIDE for path in sorted(ROOT.glob(pattern))]
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (*pages, *beside)}
    for path in pages:
        name = PurePosixPath(path.relative_to(ROOT).as_posix())
        files[str(name.with_suffix(".html"))] = _html(path, name).encode()
    return files


def _html(path: Path, name: PurePosixPath) -> str:
    markdown = MarkdownIt("commonmark").enable("table").use(anchors_plugin, max_level=4)
    tokens = markdown.parse(path.read_text(encoding="utf-8"))
    for token in tokens:
        for child in token.children or ():
            _mend(child, path.parent)
    title = next((token.content for token in tokens if token.type == "inline"), name.name)
    return _PAGE.format(
        lang="ja" if name.name.endswith(".ja.md") else "en",
        title=html.escape(title),
        up="../" * (len(name.parts) - 1),
        body=markdown.renderer.render(tokens, markdown.options, {}),
    )


def _mend(token: Token, folder: Path) -> None:
    """Make links to pages lead to their HTML, and put pictures into the page itself."""
    if token.type == "link_open" and "://" not in (target := str(token.attrs["href"])):
        token.attrs["href"] = re.sub(r"\.md(?=#|$)", ".html", target)
    elif token.type == "image" and "://" not in (picture := str(token.attrs["src"])):
        data = base64.b64encode((folder / picture).read_bytes()).decode()
        token.attrs["src"] = f"data:image/svg+xml;base64,{data}"
