"""Laws of names: whatever anybody makes up about who is who, in whatever order it comes, nobody is called otherwise."""

import io
import json
import shutil
import tempfile
from functools import cache
from pathlib import Path

from bundle_world import bundle_of, hashed, lines_of, sealed
from hypothesis import given, settings
from hypothesis import strategies as st
from journal_world import HANA, KEN, NOON, Clock, claim, comment, enrol, entry, person, write

from tui.journal.doctor import differing_tables
from tui.journal.journal import Journal
from tui.journal.writer import own_writer
from tui.workbook.exchange.intake import take_in
from tui.workbook.setup.ownership import PERSON

LEAD = "p-lead"
PEOPLE = {HANA: "佐藤 花", KEN: "田中 健", LEAD: "山田 恵"}
FALSE = "別人"


@cache
def world():
    """The file of a lead who knows everybody; the bundle by which; and the chains in it, the lead's first."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("hana", "ken", "lead", "copy")]
        with Journal.open(paths[0], create=True, clock=Clock()) as hana, Journal.open(paths[1], create=True) as ken:
            write(hana, person(PEOPLE[HANA]), enrol(), entry())
            claimed = write(hana, claim())
            take_in(ken, io.BytesIO(bundle_of(hana)), None)
            write(ken, person(PEOPLE[KEN], KEN), comment(claimed, "見ました"), comment(claimed, "もう一度"), author=KEN)
            known = bundle_of(ken)
        with Journal.open(paths[2], create=True, clock=Clock()) as lead:
            write(lead, person(PEOPLE[LEAD], LEAD), author=LEAD)
            lead.local_set(PERSON, LEAD)
            old = own_writer(lead.store)
        shutil.copy(paths[2], paths[3])
        with Journal.open(paths[3], clock=Clock()) as lead:
            write(lead, comment(claimed, "まとめました"), author=LEAD) if take_in(
                lead, io.BytesIO(known), None
            ) else None
            chains = [own_writer(lead.store), old]
        header, *lines = map(json.loads, lines_of(known))
        chains += sorted({each["writer"] for each in lines})
        return paths[3].read_bytes(), (header, lines), tuple(chains)


MADE_UP = st.lists(
    st.tuples(
        st.sampled_from(["person", "writer"]),
        st.integers(0, 5),
        st.sampled_from(sorted(PEOPLE)),
        st.sampled_from([1, 2, 3, 4, 5, 6, 1000, 2**52]),
        st.sampled_from([1, NOON, NOON + 10**9]),
        st.integers(0, 6),
    ),
    min_size=1,
    max_size=6,
)


def made_up(step, lines, chains):
    """A name or a beginning that nobody wrote, on one of the known chains or on one of two that are made up, too."""
    kind, chain, who, n, clock, follows = step
    writer = (*chains, "f" * 32, "e" * 32)[chain % (len(chains) + 2)]
    before = lines[follows % len(lines)]["hash"] if follows < 6 else "a" * 64
    n = 1 if kind == "writer" and n < 4 else max(n, 2) if kind == "person" else n
    body = {"name": FALSE} if kind == "person" else {"person": who, "host": "x", "copied_from": chains[follows % 4]}
    said = {"kind": kind, "writer": writer, "n": n, "previous": "" if n == 1 else before, "author": who}
    place = {"trainee": who if kind == "person" else "", "item": "", "clock": clock, "recorded": clock}
    return hashed({**said, **place, "body": body, "pack": "", "pack_version": ""})


def bundle(header, lines):
    unique = {each["hash"]: each for each in lines}.values()
    return sealed(header, *sorted(unique, key=lambda each: (each["clock"], each["writer"], each["n"], each["hash"])))


@settings(max_examples=60, deadline=None)
@given(MADE_UP, MADE_UP, st.booleans())
def test_nobody_is_called_otherwise_by_what_anybody_makes_up_in_whatever_order(first, second, takes_own):
    file, (header, lines), chains = world()
    forged = [[made_up(step, lines, chains) for step in steps] for steps in (first, second)]
    bundles = [bundle(header, [*lines, *forged[0]]), bundle(header, forged[1])]
    states = []
    for order in (bundles, bundles[::-1]):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "lead")
            path.write_bytes(file)
            with Journal.open(path, clock=Clock()) as lead:
                before = lead.people()
                for each in (*order, order[0]):
                    found = take_in(lead, io.BytesIO(each), None, takes_own=takes_own).found
                    assert found.renamed == ()
                    assert found.forks == ()
                    assert lead.people() == before
                    assert differing_tables(lead.store) == []
                states.append((lead.people(), lead.recent(HANA, 9), lead.claims(HANA), lead.forks(HANA)))
    assert before == PEOPLE
    assert states[0] == states[1]
    assert states[0][-1] == []
