"""Finding ids under which a file may hold the records of two people.

ikusei 0.1.0 made ids from names and took in every record under such an id. These records can't be told apart any more.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.journal.accepting import accepted
from tui.journal.beginning import Beginning, beginnings
from tui.journal.called import has_words
from tui.journal.derived import people
from tui.journal.finding import Finding, warning
from tui.journal.namesake import is_of_a_name, reached, ties
from tui.journal.store import Store
from tui.journal.writer import current_writer


def look_for_namesakes(store: Store) -> Iterator[Finding]:
    """For each id that was made from a name, the chains that are connected with none of its other chains.

    Chains that the owner of the file has accepted aren't reported, nor are those under the owner's own id.

    Raises:
        JournalError: the file can't be read.
    """
    own = current_writer(store)
    found: dict[str, list[Beginning]] = {}
    for each in beginnings(store):
        if is_of_a_name(each.person) and not (own and own.person == each.person):
            found.setdefault(each.person, []).append(each)
    doubtful = {person: chains for person, chains in found.items() if len(chains) > 1}
    names = people(store) if doubtful else {}
    for person, chains in doubtful.items():
        writers = {each.writer: each.before for each in chains}
        speaking = [each for each in writers if has_words(store, each, person)]
        known = reached((*speaking[:1], *accepted(store, writers)), ties(store, person, writers, "event"))
        others = [each for each in speaking if each not in known]
        if others:
            yield warning("journal.namesakes", name=names.get(person, person), id=person, writers=", ".join(others))
