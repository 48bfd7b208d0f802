"""A pack: a folder of TOML with an id and a version, each file read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import Final, TypeVar

from tui.curriculum.decode_pack import decode_basic, decode_contents, decode_steps
from tui.curriculum.decode_role import decode_role
from tui.curriculum.decode_textbook import check_regions, decode_functions, decode_regions
from tui.curriculum.faults import ContentFaults
from tui.curriculum.model import Contents, Document, Item, Role, RoleEntry, StepDefinition, Text, Textbook
from tui.curriculum.table import Table, read_file
from tui.curriculum.thing import Thing, former_ids, things_of_items, things_of_role, things_of_textbook

T = TypeVar("T")

PACK_FILE: Final = "pack.toml"
STEPS_FILE: Final = "steps.toml"
BASIC_FILE: Final = "basic.toml"
FUNCTIONS_FILE: Final = "textbook/functions.toml"
REGIONS_FILE: Final = "textbook/regions.toml"


class Pack:
    """The content of one folder. Everything but ``pack.toml`` is read once, when it is first needed.

    Every property and method that reads raises ``ContentFaults`` where the file has a fault.

    Args:
        folder: where the pack is.
        contents: what ``pack.toml`` says.
    """

    def __init__(self, folder: Path, contents: Contents) -> None:
        self.folder = folder
        self.contents = contents
        self._roles: dict[str, Role] = {}
        self._indexes: dict[int, dict[str, Thing]] = {}

    @classmethod
    def open(cls, folder: Path) -> Pack:
        """The pack in *folder*; reads ``pack.toml`` and nothing else.

        Raises:
            ContentFaults: it isn't there or has a fault.
        """
        return cls(folder, _faultless(folder / PACK_FILE, decode_contents))

    @property
    def id(self) -> str:
        """Id of the pack, as events name it."""
        return self.contents.id

    @property
    def version(self) -> str:
        """Version of the pack, as events name it."""
        return self.contents.version

    @property
    def name(self) -> Text:
        """What the pack calls itself."""
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
            self._roles[role_id] = _faultless(self.folder / entry.file, partial(decode_role, entry=entry))
        return self._roles[role_id]

    @cached_property
    def steps(self) -> tuple[StepDefinition, ...]:
        """What STEP 0 to 5 mean."""
        return _faultless(self.folder / STEPS_FILE, decode_steps)

    @cached_property
    def basic(self) -> tuple[Item, ...]:
        """Basic education: STEP 0."""
        return _faultless(self.folder / BASIC_FILE, decode_basic)

    @cached_property
    def textbook(self) -> Textbook:
        """Functions, duties and regions."""
        functions, found = read_file(self.folder / FUNCTIONS_FILE, decode_functions)
        regions, found_regions = read_file(self.folder / REGIONS_FILE, decode_regions)
        if functions is not None and regions is not None:
            check_regions(functions, regions, found)
        if errors := (*found.errors(), *found_regions.errors()):
            raise ContentFaults(errors)
        return Textbook(functions or (), regions or ())

    def things(self) -> Iterator[Thing]:
        """Everything that has an id, a role without content as its ``RoleEntry``. Reads every file."""
        for _, things in self._sections:
            yield from things()

    def find(self, thing_id: str) -> Thing | None:
        """What has this id now, or had it once; None where nothing has. Reads no more files than it must."""
        for section in self._likely(thing_id):
            if found := self._index(section).get(thing_id):
                return found
        return None

    def complete(self, prefix: str) -> tuple[str, ...]:
        """The ids that someone may mean who typed *prefix*, in printed order; case makes no difference.

        One candidate is an answer. An id typed in full is the only candidate, and of an id and those below it
        (``soc.2.paired``, ``soc.2.paired.handover``) only the upper one is one.
        """
        typed = prefix.strip().lower()
        if "." not in typed:
            # Everything in a role's file is below the role: no need to read seven files for a short prefix.
            own = [entry.id for entry in self.roles]
            sections = [number for number, (head, _) in enumerate(self._sections) if head not in own]
            found = [role_id for role_id in own if role_id.startswith(typed)]
        else:
            sections, found = list(self._likely(typed)), []
        if typed in found:
            return (typed,)
        for section in sections:
            index = self._index(section)
            if typed in index:
                return (index[typed].id,)
            found.extend(key for key, thing in index.items() if key.startswith(typed) and key == thing.id)
            if "." in typed and found:
                break
        known = set(found)
        return tuple(thing_id for thing_id in found if not any(upper in known for upper in _above(thing_id)))

    @cached_property
    def _sections(self) -> tuple[tuple[str, Callable[[], Iterator[Thing]]], ...]:
        """What is read as one, with the first part of the ids in it."""
        return (
            ("step", lambda: iter(self.steps)),
            ("basic", lambda: things_of_items(self.basic)),
            *((entry.id, partial(self._things_of_role, entry)) for entry in self.roles),
            ("region", lambda: things_of_textbook(self.textbook)),
        )

    def _things_of_role(self, entry: RoleEntry) -> Iterator[Thing]:
        role = self.role(entry.id)
        return things_of_role(role) if role else iter((entry,))

    def _likely(self, thing_id: str) -> Iterator[int]:
        """The numbers of the sections, that of the first part of *thing_id* first: there a pack puts it."""
        head = thing_id.partition(".")[0]
        ordered = sorted((name != head, number) for number, (name, _) in enumerate(self._sections))
        return (number for _, number in ordered)

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


def _above(thing_id: str) -> Iterator[str]:
    while "." in thing_id:
        thing_id = thing_id.rpartition(".")[0]
        yield thing_id
