"""A conversation with the line face: lines go in, lines come out."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

from tui.plain.face import Face
from tui.plain.talk import Talk
from tui.session import Session
from tui.text.glyphs import glyphs_for
from tui.workbook.setup.reviewer import Reviewer

TANAKA = Reviewer("p-tanaka", "田中 実")
QUIT = "quit"


@dataclass
class Conversation:
    """A finished conversation.

    Args:
        text: everything that was written.
        code: the exit code.
        face: the face, as it was left.
    """

    text: str
    code: int
    face: Face

    def after(self, typed: str) -> str:
        """The output that followed the last input of *typed*."""
        _, found, rest = self.text.rpartition(f"> {typed}\n")
        assert found, self.text
        return rest.partition("\n> ")[0]


def converse(book, *lines, lang="ja", size=(0, 0), is_typed=False, edit=lambda text: text, **about) -> Conversation:
    """Answer *lines* one after another; bytes go in as they are."""
    data = b"".join(line if isinstance(line, bytes) else f"{line}\n".encode() for line in lines)
    out = io.StringIO()
    session = Session(book, lang, glyphs_for("unicode"), **about)
    talk = Talk(lambda: session.lang, io.BytesIO(data), out, is_typed=is_typed, size=lambda: size, edit=edit)
    face = Face(session, talk)
    code = face.run()
    return Conversation(out.getvalue(), code, face)


def number_of(text: str, words: str) -> str:
    """The number of the first line with *words*."""
    found = re.search(rf"^(\d+)\. [^\n]*{re.escape(words)}", text, flags=re.MULTILINE)
    assert found, f"no line with {words!r} in:\n{text}"
    return found[1]
