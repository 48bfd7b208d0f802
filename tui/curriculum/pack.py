"""A pack: a folder of TOML with an id and a version, each file read when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from tui.curriculum.decode_pack import decode_basic, decode_contents, decode_steps
from tui.curriculum.decode_role import decode_role
from tui.curriculum.faults import ContentFaults
from tui.curriculum.model import Contents, Document, Item, Role, RoleEntry, StepDefinition, Text
from tui.curriculum.table import Table, read_file
from tui.curriculum.textbook import Textbook
from tui.curriculum.thing import Thing, former_ids, things_of_items, things_of_role, things_of_textbook

if TYPE_CHECKING:
    from tui.curriculum.organisation import Mapping, Organisation, OrganisationThing, Secbok, SecBokCount, Term, Title
    from tui.curriculum.overlay import ContentOverlay
    from tui.curriculum.section import Section

T = TypeVar("T")

PACK_FILE: Final = "pack.toml"
STEPS_FILE: Final = "steps.toml"
BASIC_FILE: Final = "basic.toml"
FUNCTIONS_FILE: Final = "textbook/functions.toml"
REGIONS_FILE: Final = "textbook/regions.toml"
TITLES_FILE: Final = "titles.toml"
ORGANISATION_FILE: Final = "textbook/organisation.toml"
SECBOK_FILE: Final = "textbook/secbok.toml"
MAPPING_FILE: Final = "mapping.toml"
GLOSSARY_FILE: Final = "glossary.toml"
SECTIONS_FILE: Final = "sections.toml"

_ORGANISATION_KINDS: Final = (
    "title",
    *("purpose", "phase", "cycle", "pattern", "team", "staffing", "career", "secbok"),
    "term",
    "section",
)
"""First parts of the ids of the organisation part; for other ids none of its files is read."""


class Pack:
    """The content of one folder. Everything but ``pack.toml`` is read once, when it is first needed.

    Every property and method that reads raises ``ContentFaults`` where the file has a fault.

    Args:
        folder: where the pack is.
        contents: what ``pack.toml`` says.
        overlay: what the organisation adds to it, or None.
    """

    def __init__(self, folder: Path, contents: Contents, overlay: ContentOverlay | None = None) -> None:
        self.folder = folder
        self.contents = contents
        self.overlay = overlay
        self._roles: dict[str, Role] = {}
        self._indexes: dict[int, dict[str, Thing]] = {}
        self._renamed: dict[str, dict[str, str]] = {}

    @classmethod
    def open(cls, folder: Path, overlay: Path | None = None) -> Pack:
        """The pack in *folder*; reads ``pack.toml``, and ``overlay.toml`` where there is an overlay, and nothing else.

        Args:
            folder: where the pack is.
            overlay: folder of the organisation's overlay; None, or one that isn't there, adds nothing.

        Raises:
            ContentFaults: it isn't there or has a fault.
        """
        contents = _faultless(folder / PACK_FILE, decode_contents)
        if overlay is None or not overlay.is_dir():
            return cls(folder, contents)
        from tui.curriculum.overlay import ContentOverlay  # most have none

        return cls(folder, contents, ContentOverlay.open(overlay, contents.id))

    def is_local(self, thing_id: str) -> bool:
        """Whether the organisation's overlay added the thing with this id."""
        return self.overlay is not None and self.overlay.is_own(thing_id)

    @property
    def id(self) -> str:
        """Id of the pack, as events name it."""
        return self.contents.id

    @property
    def version(self) -> str:
        """Version of the pack, and after a ``+`` id and version of its overlay, as events name it."""
        if self.overlay is None:
            return self.contents.version
        return f"{self.contents.version}+{self.overlay.about.id}.{self.overlay.about.version}"

    @property
    def name(self) -> Text:
        """Name of the pack."""
        return self.contents.name

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that it cites."""
        return self.contents.documents

    @property
    def roles(self) -> tuple[RoleEntry, ...]:
        """The roles, with and without content, in printed order."""
        return self.contents.roles

    def role(self, role_id: str) -> Role | None:
        """The role with this id; None where the pack has no such role or no content for it."""
        if role_id not in self._roles:
            entry = next((entry for entry in self.roles if entry.id == role_id and entry.file), None)
            if entry is None:
                return None
            role = _faultless(self.folder / entry.file, partial(decode_role, entry=entry))
            self._roles[role_id] = self.overlay.role(role) if self.overlay else role
        return self._roles[role_id]

    def renamed(self, section: str) -> dict[str, str]:
        """By former id, the id that a thing has now.

        Args:
            section: a role's id, or ``basic``; for anything else the result is empty.
        """
        if section not in self._renamed:
            role = self.role(section)
            things: Iterator[Thing] = things_of_role(role) if role else iter(())
            if section == "basic":
                things = things_of_items(self.basic)
            self._renamed[section] = {former: thing.id for thing in things for former in former_ids(thing)}
        return self._renamed[section]

    @cached_property
    def steps(self) -> tuple[StepDefinition, ...]:
        """What STEP 0 to 5 mean."""
        return _faultless(self.folder / STEPS_FILE, decode_steps)

    @cached_property
    def basic(self) -> tuple[Item, ...]:
        """Basic education: STEP 0."""
        items = _faultless(self.folder / BASIC_FILE, decode_basic)
        return self.overlay.basic(items) if self.overlay else items

    @cached_property
    def textbook(self) -> Textbook:
        """Functions, duties and regions."""
        # No start needs it.
        from tui.curriculum.decode_textbook import check_regions, decode_functions, decode_regions

        functions, found = read_file(self.folder / FUNCTIONS_FILE, decode_functions)
        regions, found_regions = read_file(self.folder / REGIONS_FILE, decode_regions)
        if functions is not None and regions is not None:
            check_regions(functions, regions, found)
        if errors := (*found.errors(), *found_regions.errors()):
            raise ContentFaults(errors)
        book = Textbook(functions or (), regions or ())
        return self.overlay.textbook(book) if self.overlay else book

    @cached_property
    def titles(self) -> tuple[Title, ...]:
        """The titles of CSIRT members; empty where the pack has none."""
        from tui.curriculum.decode_lists import decode_titles  # no start needs it

        return self._optional(TITLES_FILE, decode_titles, ())

    @cached_property
    def organisation(self) -> Organisation:
        """Purposes, phases, patterns, teams, staffing, careers and SecBoK; empty where the pack has none."""
        from tui.curriculum.decode_lists import decode_secbok  # no start needs it
        from tui.curriculum.decode_organisation import decode_organisation  # nor this
        from tui.curriculum.organisation import Organisation  # nor this

        organisation = self._optional(ORGANISATION_FILE, decode_organisation, Organisation())
        nothing: tuple[tuple[Secbok, ...], tuple[SecBokCount, ...]] = ((), ())
        secbok, marks = self._optional(SECBOK_FILE, decode_secbok, nothing)
        return replace(organisation, secbok=secbok, marks=marks)

    @cached_property
    def mapping(self) -> tuple[Mapping, ...]:
        """Which duties the STEPs train for; empty where the pack doesn't say."""
        from tui.curriculum.decode_lists import decode_mapping  # no start needs it

        maps: tuple[Mapping, ...] = self._optional(MAPPING_FILE, decode_mapping, ())
        return self.overlay.mapping(maps) if self.overlay else maps

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The words that are explained; empty where the pack explains none."""
        from tui.curriculum.decode_lists import decode_glossary  # no start needs it

        terms: tuple[Term, ...] = self._optional(GLOSSARY_FILE, decode_glossary, ())
        return self.overlay.glossary(terms) if self.overlay else terms

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """What the documents say in prose; empty where the pack has nothing of it."""
        from tui.curriculum.decode_sections import decode_sections  # no start needs it

        return self._optional(SECTIONS_FILE, decode_sections, ())

    def things(self) -> Iterator[Thing]:
        """Everything that has an id, a role without content as its ``RoleEntry``. Reads every file."""
        for _, things in self._sections:
            yield from things()

    def find(self, thing_id: str) -> Thing | None:
        """The thing that has this id now, or had it formerly, or None. Reads no more files than it must."""
        for section in self._likely(thing_id):
            if found := self._index(section).get(thing_id):
                return found
        return None

    @cached_property
    def _sections(self) -> tuple[tuple[str, Callable[[], Iterator[Thing]]], ...]:
        """Sections, which are read as a whole: the first part of their ids, and a function that gives their things."""
        return (
            ("document", lambda: iter(self.documents)),
            ("step", lambda: iter(self.steps)),
            ("basic", lambda: things_of_items(self.basic)),
            *((entry.id, partial(self._things_of_role, entry)) for entry in self.roles),
            ("region", lambda: things_of_textbook(self.textbook)),
            *((kind, partial(self._things_of_organisation, kind)) for kind in _ORGANISATION_KINDS),
        )

    def _things_of_role(self, entry: RoleEntry) -> Iterator[Thing]:
        role = self.role(entry.id)
        return things_of_role(role) if role else iter((entry,))

    def _things_of_organisation(self, kind: str) -> Iterator[OrganisationThing]:
        match kind:
            case "title":
                return iter(self.titles)
            case "term":
                return iter(self.glossary)
            case "section":
                return iter(self.sections)
        by_kind: dict[str, tuple[OrganisationThing, ...]] = {
            "purpose": self.organisation.purposes,
            "phase": self.organisation.phases,
            "cycle": self.organisation.cycles,
            "pattern": self.organisation.patterns,
            "team": self.organisation.teams,
            "staffing": self.organisation.staffing,
            "career": self.organisation.careers,
            "secbok": self.organisation.secbok,
        }
        return iter(by_kind[kind])

    def _likely(self, thing_id: str) -> Iterator[int]:
        """The numbers of the sections, beginning with the one where *thing_id* should be by its first part."""
        head = thing_id.partition(".")[0]
        ordered = sorted(
            (name != head, number)
            for number, (name, _) in enumerate(self._sections)
            if name == head or name not in _ORGANISATION_KINDS
        )
        return (number for _, number in ordered)

    def _optional(self, name: str, decode: Callable[[Table], T], empty: T) -> T:
        file = self.folder / name
        return _faultless(file, decode) if os.path.lexists(file) else empty

    def _index(self, section: int) -> dict[str, Thing]:
        if section not in self._indexes:
            things = list(self._sections[section][1]())
            index = {former: thing for thing in things for former in former_ids(thing)}
            self._indexes[section] = index | {thing.id: thing for thing in things}
        return self._indexes[section]


def _faultless(file: Path, decode: Callable[[Table], T]) -> T:
    value, findings = read_file(file, decode)
    findings.refuse()
    if value is None:
        raise AssertionError("what can't be read is a fault")
    return value
