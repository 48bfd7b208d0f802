"""Relations between the things of a pack: where a criterion leads, who holds a duty, what a team does.

The documents and the mapping name each relation only once; here it is found from both ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from tui.curriculum.model import NOTHING, Criterion, Document, Item, Point, Role, RoleEntry, Step, Text
from tui.curriculum.organisation import Career, Cycle, Pattern, Phase, Secbok, Staffing, Team, Title
from tui.curriculum.pack import Pack
from tui.curriculum.section import Section
from tui.curriculum.textbook import Duty, Function, Region
from tui.curriculum.thing import Thing
from tui.record import record

RelationKind: TypeAlias = Literal[
    "trains-for",
    "trained-by",
    "leads-to",
    "led-by",
    "part-of",
    "parts",
    "hands-over",
    "takes-from",
    "held-by",
    "holds",
    "regions",
    "duties",
    "titles",
    "phases",
    "patterns",
    "careers",
    "see",
    "about",
    "sections",
]
"""Kinds of relations between two things; the message ``screens.relation.KIND`` names each."""

ORDER: Final[dict[str, int]] = {"part-of": 0, "see": 1}
"""Kinds that are shown first; the others follow in the order in which they were found."""


@record
class Related:
    """One thing that another thing is related to.

    Args:
        id: id of the related thing.
        name: its name, with its code where it has one.
        why: the reason of the relation, or ``NOTHING``.
    """

    id: str
    name: Text
    why: Text = NOTHING


@record
class Relation:
    """Things that stand in one relation to a thing."""

    kind: RelationKind
    links: tuple[Related, ...]


def relations(pack: Pack, thing: Thing) -> tuple[Relation, ...]:
    """Everything that *thing* is related to, kind by kind; kinds without anything are left out.

    Raises:
        ContentFaults: a file of the pack has a fault.
    """
    found: dict[RelationKind, dict[str, Related]] = {}
    for kind, link in (*_links(pack, thing), *_told(pack, thing)):
        found.setdefault(kind, {}).setdefault(link.id, link)
    ordered = sorted(found, key=lambda kind: ORDER.get(kind, len(ORDER)))
    return tuple(Relation(kind, tuple(found[kind].values())) for kind in ordered)


def _links(pack: Pack, thing: Thing) -> Iterator[tuple[RelationKind, Related]]:
    match thing:
        case Criterion() | Item() | Point() | Step():
            yield from _of_training(pack, thing)
        case Role() | RoleEntry():
            yield from (("titles", _link(title)) for title in pack.titles if title.role == thing.id)
            if isinstance(thing, Role):
                yield from (("parts", step_link(thing, step)) for step in thing.steps)
                yield from _trained(pack, thing.id, None)
        case Duty():
            yield from _of_duty(pack, thing)
        case Function():
            yield from (("duties", _coded(duty)) for duty in thing.duties)
            yield from (("phases", _link(each)) for each in pack.organisation.phases if thing.id in each.functions)
            yield from (("careers", _link(each)) for each in pack.organisation.careers if thing.id in each.functions)
        case Region():
            yield from _of_region(pack, thing)
        case Title() | Team() | Pattern() | Phase() | Cycle() | Staffing() | Career():
            yield from _of_organisation(pack, thing)
        case _:
            return


def _told(pack: Pack, thing: Thing) -> Iterator[tuple[RelationKind, Related]]:
    """Relations between documents, their sections, and the things that the sections are about."""
    match thing:
        case Document():
            yield from (("parts", _link(section)) for section in pack.sections if section.document == thing.id)
        case Section():
            yield from (
                ("part-of", Related(each.id, each.title)) for each in pack.documents if each.id == thing.document
            )
            yield from (("about", link) for each in thing.about if (link := _told_of(pack.find(each))) is not None)
    yield from (("sections", _link(section)) for section in pack.sections if thing.id in section.about)


def _told_of(thing: Thing | None) -> Related | None:
    """A thing that a section may be about: a role, a part of the textbook, or of the organisation."""
    match thing:
        case Duty() | Function():
            return _coded(thing)
        case Region():
            return _region(thing)
        case Role() | RoleEntry() | Title() | Team() | Pattern() | Phase() | Cycle() | Staffing() | Career() | Secbok():
            return Related(thing.id, thing.name)
        case _:
            return None


def _of_training(pack: Pack, thing: Criterion | Item | Point | Step) -> Iterator[tuple[RelationKind, Related]]:
    role_id, _, rest = thing.id.partition(".")
    role = pack.role(role_id)
    step = role.step(int(rest.partition(".")[0])) if role and rest.partition(".")[0].isdecimal() else None
    if role is None:
        return
    if step is None or isinstance(thing, Step):
        yield "part-of", Related(role.id, role.name)
    else:
        yield "part-of", step_link(role, step)
    if step is None:
        return
    learning = {item.id: item for top in (*step.learning, *step.goals, *role.tasks) for item in top.walk()}
    for criterion in step.criteria:
        link = Related(criterion.id, criterion.name)
        if isinstance(thing, Step):
            yield "parts", link
        elif isinstance(thing, Item) and thing.id in criterion.leads:
            yield "leads-to", link
        elif isinstance(thing, Point) and thing in criterion.points:
            yield "part-of", link
    if isinstance(thing, Criterion):
        yield from (("led-by", Related(each, learning[each].text)) for each in thing.leads if each in learning)
    elif isinstance(thing, Point) and thing.see in learning:
        yield "see", Related(thing.see, learning[thing.see].text)
    if isinstance(thing, Criterion | Step):
        yield from _trained(pack, role.id, step.number)


def _trained(pack: Pack, role_id: str, number: int | None) -> Iterator[tuple[RelationKind, Related]]:
    """The duties that a role, or one STEP of it, trains for."""
    for each in pack.mapping:
        duty = pack.textbook.duty(each.duty)
        if each.role == role_id and number in {None, each.step} and duty is not None:
            yield "trains-for", _coded(duty, each.reason)


def _of_duty(pack: Pack, duty: Duty) -> Iterator[tuple[RelationKind, Related]]:
    book = pack.textbook
    yield from (("part-of", _coded(function)) for function in book.functions if duty in function.duties)
    yield from (("regions", _region(region)) for region in book.regions if region.id in duty.region)
    for each in pack.mapping:
        role = pack.role(each.role) if each.duty == duty.id else None
        step = role.step(each.step) if role else None
        if role is not None and step is not None:
            yield "trained-by", step_link(role, step, each.reason)
    yield from (("held-by", _link(team)) for team in pack.organisation.teams if duty.id in team.duties)
    for link in duty.links:
        other = book.duty(link.to) or next((each for each in book.functions if each.id == link.to), None)
        if other is not None:
            yield "takes-from" if link.takes else "hands-over", _coded(other, link.text)


def _of_region(pack: Pack, region: Region) -> Iterator[tuple[RelationKind, Related]]:
    for function in pack.textbook.functions:
        yield from (("duties", _coded(duty)) for duty in function.duties if region.id in duty.region)
    for pattern in pack.organisation.patterns:
        for kind, regions in (("in", pattern.inside), ("shared", pattern.shared), ("out", pattern.outside)):
            if region.id in regions:
                yield "patterns", Related(pattern.id, pattern.name, _MODES[kind])


def _of_organisation(
    pack: Pack, thing: Title | Team | Pattern | Phase | Cycle | Staffing | Career
) -> Iterator[tuple[RelationKind, Related]]:
    book = pack.textbook
    match thing:
        case Title():
            yield from (("trained-by", Related(entry.id, entry.name)) for entry in pack.roles if entry.id == thing.role)
        case Team():
            duties = [duty for each in thing.duties if (duty := book.duty(each)) is not None]
            yield from (("holds", _coded(duty)) for duty in duties)
            yield from (("regions", _region(region)) for region in book.regions if region.id in thing.regions)
        case Pattern():
            for kind, regions in (("in", thing.inside), ("shared", thing.shared), ("out", thing.outside)):
                named = (region for region in book.regions if region.id in regions)
                yield from (("regions", _region(region, _MODES[kind])) for region in named)
        case Phase() | Career():
            functions = (each for each in book.functions if each.id in thing.functions)
            yield from (("parts", _coded(each)) for each in functions)
        case Cycle():
            yield from (("phases", _link(each)) for each in pack.organisation.phases if each.id in thing.phases)
        case Staffing():
            teams = {team.id: team for team in pack.organisation.teams}
            for each in thing.teams:
                if each.team in teams:
                    held = teams[each.held_by].name if each.held_by in teams else NOTHING
                    yield "parts", Related(each.team, teams[each.team].name, staffed(each.mode, each.heads, held))


def staffed(mode: str, heads: int, held_by: Text) -> Text:
    """How a team is staffed, in words (`isogj` 6.6, table 1)."""
    match mode:
        case "day":
            return Text(f"日勤 {heads} 人", f"day shift, {heads}")
        case "round-the-clock":
            return Text(f"24 時間 {heads} 人", f"round the clock, {heads}")
        case "held":
            return Text(f"{held_by.ja} が兼ねる", f"held by {held_by.en}")
        case _:
            return Text("行わない", "not done")


def step_link(role: Role, step: Step, why: Text = NOTHING) -> Related:
    """A STEP with the name of its role."""
    name = Text(f"{role.name.ja} STEP {step.number}", f"{role.name.en} STEP {step.number}")
    return Related(step.id, name, why)


def _coded(thing: Duty | Function, why: Text = NOTHING) -> Related:
    return Related(thing.id, Text(f"{thing.code} {thing.name.ja}", f"{thing.code} {thing.name.en}"), why)


def _region(region: Region, why: Text = NOTHING) -> Related:
    return Related(region.id, Text(f"{region.code} {region.name.ja}", f"{region.code} {region.name.en}"), why)


def _link(thing: Title | Team | Phase | Career | Section) -> Related:
    return Related(thing.id, thing.name)


_MODES: Final = {
    "in": Text("自組織で", "by ourselves"),
    "shared": Text("専門組織と", "with specialists"),
    "out": Text("専門組織に", "by specialists"),
}
