"""Reading ``roster.toml``: every fault in it is reported with its line and column, all in one run."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from tui.curriculum.decode_day import utc_offset
from tui.curriculum.faults import Findings
from tui.curriculum.table import ID, VERSION, Table, read_file, shown
from tui.text.clean import stored
from tui.trust.check_roster import Rows, check
from tui.trust.roster import EVERYBODY, Host, Mentoring, Person, Roster

_TOP: Final = frozenset(("roster", "person", "mentor", "host"))
_ABOUT: Final = frozenset(("id", "version", "utc_offset", "require_signature"))
_PERSON: Final = frozenset(("id", "name", "signs_as", "lead", "also"))
_MENTOR: Final = frozenset(("mentor", "trainee", "roles", "from", "until", "evaluator"))
_HOST: Final = frozenset(("trainee", "ssh", "command", "state", "inbox"))

_PERSON_ID: Final = re.compile(r"(?!\*$)\S+")
# Destinations that ssh(1) takes, without characters that have a meaning for it or for a shell on the way.
SSH: Final = re.compile(r"(?:ssh://)?(?:\w[\w.+-]*@)?(?:\w[\w.:-]*|\[[0-9A-Fa-f:.]+(?:%\w+)?\](?::\d+)?)")
PATH: Final = re.compile(r"[\w./~][\w./~+@:,-]*")
# One identity: no pattern of ssh_config(5), and no list.
_PRINCIPAL: Final = re.compile(r"[^-\s*?!,\"][^\s*?!,\"]*")


def read_roster(path: Path, roles: Collection[str] | None = None) -> tuple[Roster | None, Findings]:
    """The roster in *path*, None where it has a fault; and its faults.

    Args:
        path: ``roster.toml``.
        roles: ids of the roles of the pack; None: any role is accepted.
    """
    roster, findings = read_file(path, partial(_decode, roles=roles))
    return (None if findings.is_faulty else roster), findings


def _decode(table: Table, roles: Collection[str] | None) -> Roster:
    table.only(_TOP)
    about = table.table("roster")
    about.only(_ABOUT)
    rows = Rows(
        [(each, _person(each)) for each in table.tables_or_nothing("person")],
        [(each, _mentoring(each)) for each in table.tables_or_nothing("mentor")],
        [(each, _host(each)) for each in table.tables_or_nothing("host")],
    )
    check(rows, roles)
    return Roster(
        id=about.matching("id", ID, "content.bad-id"),
        version=about.matching("version", VERSION, "content.bad-version"),
        offset=utc_offset(about),
        people=tuple(person for _, person in rows.people),
        mentorings=tuple(mentoring for _, mentoring in rows.mentorings),
        hosts=tuple(host for _, host in rows.hosts),
        require_signature=about.flag("require_signature"),
    )


def _person(table: Table) -> Person:
    table.only(_PERSON)
    signs_as = table.strings("signs_as") if "signs_as" in table.raw else ()
    for number, principal in enumerate(signs_as):
        if not _PRINCIPAL.fullmatch(principal) or stored(principal) != principal:
            table.fault("trust.bad_principal", "signs_as", number, value=shown(principal))
    also = table.strings("also") if "also" in table.raw else ()
    for number, person in enumerate(also):
        if not _PERSON_ID.fullmatch(person) or stored(person) != person:
            table.fault("trust.bad_person", "also", number, value=shown(person))
    return Person(_person_id(table, "id"), stored(table.string("name")), signs_as, table.flag("lead"), also)


def _mentoring(table: Table) -> Mentoring:
    table.only(_MENTOR)
    trainee = EVERYBODY if table.raw.get("trainee") == EVERYBODY else _person_id(table, "trainee")
    return Mentoring(
        mentor=_person_id(table, "mentor"),
        trainee=trainee,
        roles=table.idents("roles") if "roles" in table.raw else (),
        since=_day(table, "from"),
        until=_day(table, "until"),
        evaluator=table.flag("evaluator"),
    )


def _host(table: Table) -> Host:
    table.only(_HOST)
    command = table.matching("command", PATH, "trust.bad_path") if "command" in table.raw else "ikusei"
    state = table.matching("state", PATH, "trust.bad_path") if "state" in table.raw else ""
    inbox = table.matching("inbox", PATH, "trust.bad_path") if "inbox" in table.raw else ""
    return Host(_person_id(table, "trainee"), table.matching("ssh", SSH, "trust.bad_ssh"), command, state, inbox)


def _person_id(table: Table, name: str) -> str:
    value = table.matching(name, _PERSON_ID, "trust.bad_person")
    if value and stored(value) != value:
        table.fault("trust.bad_person", name, value=shown(value))
    return value


def _day(table: Table, name: str) -> date | None:
    value = table.raw.get(name)
    # Not isinstance(): in Python a datetime is a date, too.
    if value is None or type(value) is date:
        return value
    table.fault("trust.bad_day", name, name=name)
    return None
