"""A new trust folder: a roster without people and an empty list of keys, with comments that say what to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tui.curriculum.decode_day import offset_text
from tui.errors import TrustError
from tui.files import new_folder
from tui.lang import LANGS, say
from tui.text.clean import one_line
from tui.trust.manifest import ROSTER, SIGNERS

_PERSON: Final = 'id = "p-yamada"\nname = "山田 恵"\nsigns_as = ["yamada@example.jp"]\nlead = true'
_MENTOR: Final = """\
mentor = "p-yamada"
trainee = "*"
roles = ["soc"]
from = 2026-04-01
until = 2027-03-31
evaluator = true"""
_HOST: Final = 'trainee = "p-yamada"\nssh = "yamada@soc-ws-1"\ncommand = "ikusei"\nstate = "/home/yamada/state.sqlite"'
_KEY: Final = 'yamada@example.jp namespaces="ikusei-trust,ikusei-signoff",valid-after="20260401Z" ssh-ed25519 AAAA…'


def begin_folder(folder: Path, offset: int) -> tuple[Path, ...]:
    """Write a roster without people and an empty list of keys into *folder*; existing files are never overwritten.

    Args:
        folder: made where there is none.
        offset: minutes that the organisation's clocks are ahead of UTC.

    Returns:
        what was written.

    Raises:
        TrustError: one of the files is there already, or can't be written.
    """
    texts = {ROSTER: roster_template(offset), SIGNERS: signers_template()}
    for name in texts:
        if (folder / name).exists():
            raise TrustError("trust.file_exists", file=folder / name)
    try:
        new_folder(folder, texts)
    except OSError as error:
        raise TrustError("trust.unwritable", file=folder, why=error.strerror or type(error).__name__) from error
    return tuple(folder / name for name in texts)


def roster_template(offset: int) -> str:
    """A commented ``roster.toml`` without people."""
    return "\n".join((
        *_comments("trust.template_roster"),
        "",
        "[roster]",
        'id = "team"',
        'version = "1"',
        f'utc_offset = "{offset_text(offset)}"',
        *_example("trust.template_person", "person", _PERSON),
        *_example("trust.template_mentor", "mentor", _MENTOR),
        *_example("trust.template_host", "host", _HOST),
        "",
    ))  # fmt: skip


def signers_template() -> str:
    """A commented ``allowed_signers`` that allows nobody."""
    return "\n".join((*_comments("trust.template_signers"), f"# {_KEY}", ""))


def _example(key: str, table: str, body: str) -> Iterator[str]:
    yield ""
    yield from _comments(key)
    yield f"# [[{table}]]"
    yield from (f"# {line}" for line in body.splitlines())


def _comments(key: str) -> Iterator[str]:
    for lang in LANGS:
        yield f"# {one_line(say(lang, key))}"
