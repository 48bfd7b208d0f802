"""Ids on the command line: the beginning of one is enough, and the shell completes them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import click
from click.types import StringParamType

from tui.cli.line.group import Verbs
from tui.curriculum.model import Criterion, Item, Point, Text
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.curriculum.thing import Thing, things_of_items
from tui.errors import IkuseiError, UsageError
from tui.lang import LANGS, say
from tui.workbook.setup.opening import open_pack, policy_of
from tui.workbook.setup.settings import Settings, settings_from
from tui.workbook.standings.subjects import cases_of
from tui.workbook.wording.pack_names import kind_of, title_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SHOWN: Final = 6
"""How many ids the message about an ambiguous one lists."""


class TypableId(NamedTuple):
    """An id that may be typed.

    Args:
        id: the id.
        name: its name.
        thing: the thing of the pack with this id; None where it has none, as for a reading of the policy.
    """

    id: str
    name: Text
    thing: Thing | None


IdSource: TypeAlias = Callable[[Pack, Policy], Iterable[TypableId]]
"""A function that gives the ids that may be typed for an argument."""


def everything(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """Every id of the pack."""
    return (_named(thing) for thing in pack.things())


def criteria(pack: Pack, _policy: Policy) -> Iterator[TypableId]:
    """The criteria, which can be claimed."""
    for entry in pack.roles:
        role = pack.role(entry.id)
        for criterion in role.criteria() if role else ():
            yield _named(criterion)


def loggable(pack: Pack, policy: Policy) -> Iterator[TypableId]:
    """The criteria and their training cases, which an entry can count for."""
    for named in criteria(pack, policy):
        yield named
        case_ids = cases_of(named.thing.rule) if isinstance(named.thing, Criterion) else ()
        for case in case_ids:
            thing = pack.find(case)
            yield TypableId(case, title_of(thing) if thing else named.name, thing)


def tickable(pack: Pack, policy: Policy) -> Iterator[TypableId]:
    """Everything that can be ticked: topics of basic and common education, learning items, points, readings."""
    yield from (_named(item) for item in things_of_items(pack.basic))
    for entry in pack.roles:
        role = pack.role(entry.id)
        if role is None:
            continue
        yield from (_named(item) for item in things_of_items(role.common))
        for step in role.steps:
            yield from (_named(item) for item in things_of_items(step.learning))
            yield from (_named(point) for criterion in step.criteria for point in criterion.points)
    for items in policy.readings.values():
        yield from (TypableId(item.id, Text(item.title, item.title), None) for item in items)


class IdWanted(NamedTuple):
    """The message of a verb that gets an id of the wrong kind.

    Args:
        pack: the pack in which the typed id is looked up.
        message: key of the message.
        if_ticked: key of another message for an id of something that is ticked; empty: *message* serves.
    """

    pack: Pack
    message: str
    if_ticked: str = ""


def pick(text: str, choices: Iterable[TypableId], wanted: IdWanted | None = None) -> TypableId:
    """The one of *choices* that *text* names: by the whole id or its beginning, in upper or lower case.

    If the beginning fits an id and the ids below it (``soc.2`` and ``soc.2.alone``), the upper one is meant.

    Args:
        text: what was typed.
        choices: the ids that may be meant.
        wanted: the message for an id of another kind; None where *choices* are all ids of the pack.

    Raises:
        UsageError: no id, or more than one, begins with *text*.
    """
    typed = text.strip().lower()
    found: dict[str, TypableId] = {}
    for choice in choices:
        if choice.id == typed:
            return choice
        if typed and choice.id.startswith(typed):
            found.setdefault(choice.id, choice)
    upper = [one for one in found.values() if not any(one.id.startswith(f"{other}.") for other in found)]
    if len(upper) == 1:
        return upper[0]
    if not upper:
        raise _nothing(text, wanted)
    more = ", …" if len(upper) > SHOWN else ""
    raise UsageError("workbook.ambiguous", id=text, found=", ".join(one.id for one in upper[:SHOWN]) + more)


def _nothing(text: str, wanted: IdWanted | None) -> UsageError:
    """The error where no choice begins with *text*. If another id does, it tells what that is and what to do with it.

    Raises:
        UsageError: no id of the pack, or more than one, begins with *text*.
    """
    if wanted is None:
        return UsageError("workbook.nothing_named", id=text)
    thing = named(wanted.pack, text)
    names = {f"name_{lang}": title_of(thing).of(lang) for lang in LANGS}
    kinds = {f"kind_{lang}": say(lang, _kind(thing)) for lang in LANGS}
    key = wanted.if_ticked if wanted.if_ticked and _is_ticked(thing) else wanted.message
    return UsageError(key, id=thing.id, **names, **kinds)


def _kind(thing: Thing) -> str:
    """Key of the word for the kind of *thing*; learning items and goals of a STEP have words of their own."""
    part = next((part for part in ("learn", "goal") if isinstance(thing, Item) and f".{part}." in thing.id), "")
    return {"learn": "words.kind.learning", "goal": "words.kind.goal"}.get(part, kind_of(thing))


def _is_ticked(thing: Thing) -> bool:
    return isinstance(thing, Point) or (isinstance(thing, Item) and not {"goal", "task"} & set(thing.id.split(".")))


def named(pack: Pack, text: str) -> Thing:
    """The thing that *text* names: by its id, a former id, or the beginning of exactly one id.

    Raises:
        UsageError: it names nothing, or more than one thing.
    """
    thing = pack.find(text.strip().lower()) or pick(text, everything(pack, Policy.empty())).thing
    if thing is None:
        raise UsageError("workbook.nothing_named", id=text)
    return thing


class IdParam(StringParamType):
    """An id, completed by the shell.

    Args:
        source: gives the ids.
    """

    name = "id"

    def __init__(self, source: IdSource) -> None:
        self.source = source

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The ids that begin with *incomplete*, with their names."""
        from click.shell_completion import CompletionItem  # only a shell asks

        settings = settings_of(ctx)
        try:
            pack = open_pack(settings)
            choices = list(self.source(pack, policy_of(settings, pack)))
        except IkuseiError:  # the verb itself will report the error
            return []
        typed = incomplete.lower()
        shown = (each for each in choices if each.id.startswith(typed))
        return [CompletionItem(each.id, help=each.name.of(settings.lang)) for each in shown]


def settings_of(ctx: click.Context) -> Settings:
    """The settings of a command line that is being completed; ``--state`` may stand before or behind the verb."""
    root = ctx.find_root()
    lang = root.command.lang if isinstance(root.command, Verbs) else "en"
    asked = {**root.params, **({"state": ctx.params["state"]} if ctx.params.get("state") else {})}
    named = {name: Path(path) for name in ("state", "content", "overlay", "trust") if (path := asked.get(name))}
    return settings_from(named.pop("state", None), os.environ, lang, **named)


def _named(thing: Thing) -> TypableId:
    return TypableId(thing.id, title_of(thing), thing)
