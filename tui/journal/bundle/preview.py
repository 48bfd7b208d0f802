"""What a bundle would bring, before anything of it is taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tui.journal import derived
from tui.journal.accepting import accepted
from tui.journal.beginning import Beginning, beginning, chains_by_person, hangs_on_none
from tui.journal.bundle.header import Selection
from tui.journal.bundle.holding import Held
from tui.journal.bundle.sifting import TOGETHER
from tui.journal.bundle.staging import Staged
from tui.journal.called import names_of, naming_chains
from tui.journal.canonical import Record
from tui.journal.event import REVIEWING, Kind
from tui.journal.namesake import is_of_a_name
from tui.journal.store import Store
from tui.journal.writer import current_writer, own_writer
from tui.record import record

AHEAD_MS: Final = 86_400_000
"""How far another clock may be ahead of this machine's before it is reported: a day, so that no time zone matters."""
SHOWN: Final = 20
"""How many forks and breaks are named; there may be more."""
UNKNOWN: Final = "unknown"
"""Stands for every kind that this ikusei doesn't know."""

_KINDS: Final = ", ".join(f"'{kind}'" for kind in Kind)
_NEW: Final = "NOT EXISTS (SELECT 1 FROM event WHERE event.hash = incoming.hash)"
_COUNTS: Final = f"""
SELECT trainee, CASE WHEN kind IN ({_KINDS}) THEN kind ELSE '{UNKNOWN}' END AS name, count(*)
FROM temp.incoming WHERE {_NEW} GROUP BY trainee, name ORDER BY trainee, name"""
# Only the first fork of each writer: what follows on either branch is the same fork. A name against another event is no
# fork: anybody can have made up the name, so the other event counts.
_FORKS: Final = f"""
SELECT writer, min(n) FROM temp.incoming
WHERE {_NEW} AND (
    EXISTS (
        SELECT 1 FROM event
        WHERE event.writer = incoming.writer AND event.n = incoming.n AND event.kind <> 'person'
    )
    OR EXISTS (
        SELECT 1 FROM temp.incoming AS other
        WHERE other.writer = incoming.writer AND other.n = incoming.n AND other.hash <> incoming.hash
    )
)
GROUP BY writer ORDER BY writer LIMIT {SHOWN}"""
# The event with the number before is known, here or in the bundle, and isn't the one that the new event names.
_BREAKS: Final = f"""
SELECT writer, n FROM temp.incoming
WHERE {_NEW} AND previous NOT IN (
    SELECT hash FROM event AS before WHERE before.writer = incoming.writer AND before.n = incoming.n - 1
    UNION ALL
    SELECT hash FROM temp.incoming AS before WHERE before.writer = incoming.writer AND before.n = incoming.n - 1
) AND (
    n = 1 AND previous <> ''
    OR EXISTS (
        SELECT 1 FROM temp.together AS before
        WHERE before.writer = incoming.writer AND before.n = incoming.n - 1 AND before.kind <> 'person'
    )
)
ORDER BY writer, n LIMIT {SHOWN}"""
# The event that came before on the same strand is neither here nor in the bundle. Events of 0.1.0 don't name it: for
# them any missing earlier number of the chain counts.
_PARTIAL: Final = """
SELECT writer FROM temp.incoming
WHERE coalesce(body ->> 'before', '') <> ''
  AND NOT EXISTS (SELECT 1 FROM event WHERE hash = substr(incoming.body ->> 'before', -64))
  AND NOT EXISTS (SELECT 1 FROM temp.incoming AS other WHERE other.hash = substr(incoming.body ->> 'before', -64))
UNION
SELECT writer FROM (
    SELECT writer, max(n) AS last FROM temp.incoming
    WHERE trainee <> '' AND body ->> 'before' IS NULL GROUP BY writer
) AS silent
WHERE last > (
    SELECT count(*) FROM (
        SELECT n FROM event WHERE event.writer = silent.writer AND event.n <= silent.last
        UNION
        SELECT n FROM temp.incoming AS other WHERE other.writer = silent.writer AND other.n <= silent.last
    )
)
ORDER BY writer"""
# A clock that only follows one that is known here says nothing about the machine that it comes from.
_AHEAD: Final = f"""
SELECT count(*), max(max(recorded, clock)) FROM temp.incoming
WHERE {_NEW} AND (
    recorded > ?1 OR clock > max(?1, coalesce((SELECT max(clock) FROM event), 0) + {AHEAD_MS})
)"""
_OWN: Final = f"SELECT count(*) FROM temp.incoming WHERE {_NEW} AND writer = ?"
_BEGINNINGS: Final = f"SELECT * FROM temp.incoming WHERE {_NEW} AND kind = 'writer' AND n = 1"
_IN_OWN_NAME: Final = f"""
SELECT hash, writer FROM temp.incoming
WHERE {_NEW} AND author = ? AND writer <> ? AND kind IN ({", ".join(f"'{kind}'" for kind in sorted(REVIEWING))})"""
_SAID: Final = f"""
SELECT author, CASE kind WHEN 'decision' THEN coalesce(body ->> 'verdict', '') ELSE kind END AS what, count(*)
FROM temp.incoming WHERE {_NEW} AND kind IN ({", ".join(f"'{kind}'" for kind in sorted(REVIEWING))})
GROUP BY author, what ORDER BY min(rowid)"""
# Whose chains have something new in the bundle.
_TOUCHED: Final = f"""
SELECT DISTINCT person FROM (
    SELECT CASE WHEN json_valid(start.body) THEN start.body ->> 'person' END AS person
    FROM (SELECT DISTINCT writer FROM temp.incoming WHERE {_NEW}) AS grown
    JOIN temp.together AS start ON start.writer = grown.writer AND start.n = 1 AND start.kind = 'writer'
    UNION ALL
    SELECT author FROM temp.incoming WHERE kind = 'person' AND author = trainee AND {_NEW}
) WHERE person IS NOT NULL ORDER BY person"""
_NAMED: Final = f"""
SELECT author, writer, body ->> 'name' FROM temp.incoming
WHERE {_NEW} AND kind = 'person' AND author = trainee ORDER BY rowid"""


@record
class Preview:
    """What a bundle would bring.

    Args:
        pack: id and version of the pack of its writer.
        selection: what its writer asked for.
        trust: fingerprint of its writer's trust folder, or empty.
        events: how many events are in it.
        new: by trainee, and by kind, how many of them are new here; the trainee is empty where it is about nobody.
        names: by id, the names of the people in it: from the journal, else from its events, else from its header.
        forks: writer and first number of events that another event has taken the number of.
        breaks: writer and number of events that don't follow the known one before them; the first of them.
        partial: writers of whose records about somebody something will still be missing.
        ahead: how many new events are dated more than a day after this machine's clock.
        latest: the latest that such a one shows, wall clock or logical, milliseconds since 1970; 0 where there is none.
        own: how many of the new events claim to be written by this very file.
        strangers: ids of people known here of whom it brings a chain that is connected with none of theirs: their own
            on a new machine, or a forged one. Under an id that was made from a name such a chain is held.
        said: of what mentors said that is new here: who, what (a verdict, or else the kind), and how often.
        trainees: whom its events are about, new or not.
        left_out: how many records claim to be written by this very file and aren't taken in.
        in_own_name: how many of the new events a mentor writes, another writer has written in the name of this file's
            owner, on a chain that the owner hasn't accepted.
        renamed: whose name it changes: id, name before and after.
        not_renamed: people to whom a chain gives another name that doesn't count (``called``): id and that name.
        held: what isn't taken in because it may be another person's, whose id was made from the same name.
    """

    pack: tuple[str, str]
    selection: Selection
    trust: str
    events: int
    new: Mapping[str, Mapping[str, int]]
    names: Mapping[str, str]
    forks: tuple[tuple[str, int], ...]
    breaks: tuple[tuple[str, int], ...]
    partial: tuple[str, ...]
    ahead: int
    latest: int
    own: int
    said: tuple[tuple[str, str, int], ...] = ()
    trainees: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()
    left_out: int = 0
    in_own_name: int = 0
    renamed: tuple[tuple[str, str, str], ...] = ()
    not_renamed: tuple[tuple[str, str], ...] = ()
    held: tuple[Held, ...] = ()

    def known_as(self, names: Mapping[str, str]) -> Preview:
        """The same preview with the *names* of a roster: a bundle can't rename anybody who is in it."""
        return replace(
            self,
            names={person: names.get(person, name) for person, name in self.names.items()},
            renamed=tuple(each for each in self.renamed if each[0] not in names),
            not_renamed=tuple(each for each in self.not_renamed if each[0] not in names),
        )

    @property
    def fresh(self) -> int:
        """How many events are new here."""
        return sum(sum(kinds.values()) for kinds in self.new.values())

    @property
    def known(self) -> int:
        """How many events are known here already."""
        return max(self.events - self.fresh - sum(each.events for each in self.held), 0)

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should look before it is taken in.

        A fork, a break, a clock far ahead, an unconnected or held chain, and events in the reader's own name need it.
        """
        mine = self.own or self.left_out or self.in_own_name
        return bool(self.forks or self.breaks or self.ahead or self.strangers or self.held or mine)


def preview(staged: Staged, now: int) -> Preview:
    """Compare a bundle with the journal beside which it waits; *now* is this machine's clock in milliseconds."""
    store, header = staged.store, staged.header
    new: dict[str, dict[str, int]] = {}
    for trainee, kind, count in store.each(_counted, _COUNTS):
        new.setdefault(trainee, {})[kind] = count
    here, renamed = _renamed(store)
    ahead, latest = store.one(_pair, _AHEAD, now + AHEAD_MS) or (0, None)
    return Preview(
        pack=header.pack,
        selection=header.selection,
        trust=header.trust,
        events=header.events,
        new=new,
        names=_names(store, header.people, here),
        forks=tuple(store.each(_place, _FORKS)),
        breaks=tuple(store.each(_place, _BREAKS)),
        partial=tuple(store.each(str, _PARTIAL)),
        ahead=ahead,
        latest=latest or 0,
        own=store.one(int, _OWN, own_writer(store)) or 0,
        said=tuple(store.each(_counted, _SAID)),
        trainees=header.trainees,
        strangers=_strangers(store),
        in_own_name=_in_own_name(store),
        renamed=renamed,
        not_renamed=_not_renamed(store, here),
    )


def _strangers(store: Store) -> tuple[str, ...]:
    new: dict[str, list[Beginning]] = {}
    for each in store.rows(Record, _BEGINNINGS):
        if (found := beginning(each)) is not None:
            new.setdefault(found.person, []).append(found)
    known = chains_by_person(store, sorted(person for person in new if not is_of_a_name(person)))
    return tuple(person for person, chains in known.items() if hangs_on_none(chains.values(), new[person]))


def _in_own_name(store: Store) -> int:
    current = current_writer(store)
    if current is None:
        return 0
    said = store.rows(_pair_of_words, _IN_OWN_NAME, current.person, current.id)
    known = accepted(store, {writer for _, writer in said})
    return sum(writer not in known for _, writer in said)


def _renamed(store: Store) -> tuple[dict[str, str], tuple[tuple[str, str, str], ...]]:
    """By id, the names here; and for whom the bundle changes the name: id, name before and after.

    Only new events on a person's own chains can do that.
    """
    here = derived.people(store)
    own = current_writer(store)
    touched = store.rows(str, _TOUCHED)
    asked = [person for person in touched if person in here and (own is None or person != own.person)]
    found = []
    for person, name in names_of(store, asked, TOGETHER).items():
        if name and name != here[person]:
            found.append((person, here[person], name))
    return here, tuple(found)


def _not_renamed(store: Store, here: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """People known here to whom a chain gives another name that doesn't count (``called``): id and that name."""
    own = current_writer(store)
    said: dict[str, dict[str, str]] = {}
    for person, writer, name in store.each(_three, _NAMED):
        if person in here and (own is None or person != own.person):
            said.setdefault(person, {})[writer] = name
    found = []
    chains = chains_by_person(store, said, TOGETHER)
    called = names_of(store, said, TOGETHER)
    for person, names in said.items():
        passed_over = chains[person].keys() - naming_chains(store, person, chains[person], TOGETHER)
        heard = (name for writer, name in names.items() if writer in passed_over and name != called[person])
        other = next(heard, None)
        if other is not None:
            found.append((person, other))
    return tuple(found)


def _names(store: Store, said: Mapping[str, str], here: Mapping[str, str]) -> dict[str, str]:
    """By id, the name to show; the header comes last, because nothing but its writer vouches for it."""
    named = {person: name for person, _, name in reversed(store.rows(_three, _NAMED))}
    return {person: here.get(person) or named.get(person) or name or person for person, name in said.items()}


def _counted(trainee: str, kind: str, count: int) -> tuple[str, str, int]:
    return trainee, kind, count


def _pair(count: int, latest: int | None) -> tuple[int, int | None]:
    return count, latest


def _place(writer: str, n: int) -> tuple[str, int]:
    return writer, n


def _pair_of_words(one: str, other: str) -> tuple[str, str]:
    return one, other


def _three(person: str, writer: str, name: str) -> tuple[str, str, str]:
    return person, writer, name
