"""Ids that a shell completes for arguments which the verbs parse by themselves: roles, STEPs, duties, levels."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cli.line.ids import TypableId
from tui.curriculum.model import Text
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.curriculum.rule import Supervision
from tui.lang import say
from tui.workbook.wording.pack_names import title_of


def roles(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The roles."""
    return (TypableId(entry.id, entry.name, entry) for entry in pack.roles)


def steps(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The STEPs of the roles, which can be signed."""
    found = (role for entry in pack.roles if (role := pack.role(entry.id)))
    return (TypableId(step.id, title_of(step), step) for role in found for step in role.steps)


def duties(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The duties of the textbook."""
    return (TypableId(duty.id, duty.name, duty) for function in pack.textbook.functions for duty in function.duties)


def patterns(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The patterns of an organisation, by the end of their ids."""
    return (TypableId(each.id.partition(".")[2], each.name, each) for each in pack.organisation.patterns)


def secbok_roles(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The SecBoK roles, by the end of their ids."""
    return (TypableId(each.id.partition(".")[2], each.name, each) for each in pack.organisation.secbok)


def levels(_pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The levels of supervision."""
    for level in Supervision:
        key = f"words.supervision.{level}"
        yield TypableId(str(level), Text(say("ja", key), say("en", key)), None)
