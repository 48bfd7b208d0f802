"""``ikusei policy``: the numbers that the documents leave to the organisation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.cli.line.context import Cli
from tui.cli.line.group import VerbLine, Verbs
from tui.cli.line.table import Form, form_of, form_options, write_rows
from tui.cli.line.verb import Verb
from tui.curriculum.decode_day import offset_text, time_text
from tui.curriculum.faults import ContentFaults
from tui.curriculum.open_number import OpenNumber, open_numbers
from tui.curriculum.policy import Policy
from tui.errors import UsageError
from tui.lang import Lang
from tui.workbook.setup.opening import open_pack, policy_of
from tui.workbook.standings.amounts import amount

COLUMNS: Final = (
    "key",
    "value",
    "unit",
    "readings",
    "criterion",
    "criterion_name",
    "source",
    "wording",
    "example",
    "asked_by",
)
"""The fields of a number in JSON, CSV and TSV; an unset value is null."""


def verb(lang: Lang) -> Verbs:
    """The group with its verbs."""
    verbs = {name: VerbLine("policy", f"cli.policy.{name}.help", f"{name}_verb") for name in ("init", "show", "check")}
    return Verbs("policy", lang, "cli.policy.help", verbs, more="cli.policy.more")


def init_verb(lang: Lang) -> Verb:
    """The verb ``init`` with its arguments and options."""
    return Verb("init", run_init, lang, "cli.policy.init.help")


def show_verb(lang: Lang) -> Verb:
    """The verb ``show`` with its arguments and options."""
    return Verb("show", run_show, lang, "cli.policy.show.help", form_options(lang))


def check_verb(lang: Lang) -> Verb:
    """The verb ``check`` with its arguments and options."""
    return Verb("check", run_check, lang, "cli.policy.check.help")


def run_init(cli: Cli) -> int:
    """Write a ``policy.toml`` in which everything is unset; an existing file isn't touched.

    Raises:
        UsageError: there is one already, or it can't be written.
        ContentFaults: the pack has a fault.
    """
    from tui.curriculum.policy_template import policy_template  # written once
    from tui.files import SHARED, new_file

    path = cli.settings.policy
    text = policy_template(open_pack(cli.settings))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with new_file(path, SHARED) as file:
            file.write(text.encode())
    except FileExistsError:
        raise UsageError("cli.policy.exists", path=path) from None
    except OSError as error:
        raise UsageError("cli.cannot_write", path=path, why=error.strerror or type(error).__name__) from error
    cli.out.line(str(path))
    cli.out.tell(cli.say("cli.policy.begun"))
    return 0


def run_show(cli: Cli, **asked: bool) -> int:
    """Write every number with its value, or that it is unset, and with the wording of the document.

    Raises:
        ContentFaults: the policy or the pack has a fault.
    """
    form = form_of(**asked)
    pack = open_pack(cli.settings)
    policy = policy_of(cli.settings, pack, is_checked=True)
    if form is not Form.LINES:
        rows = [_row(cli, number, policy) for number in open_numbers(pack)]
        if form is Form.JSON:
            numbers = [dict(zip(COLUMNS, row, strict=True)) for row in rows]
            days = {"utc_offset": _offset(policy), "day_change": _change(policy)}
            cli.out.json({"name": policy.name, "file": str(cli.settings.policy), **days, "numbers": numbers})
        else:
            write_rows(cli.out, form, COLUMNS, rows)
        return 0
    cli.out.heading(cli.say("cli.policy.head", name=policy.name or "-", path=cli.settings.policy))
    unset = cli.say("words.unset")
    cli.out.line(cli.say("cli.policy.day", offset=_offset(policy) or unset, change=_change(policy) or unset))
    for number in open_numbers(pack):
        for line in _number(cli, number, policy):
            cli.out.line(line)
    return 0


def run_check(cli: Cli) -> int:
    """Write every fault of the policy; a missing policy has none.

    Raises:
        ContentFaults: the pack has a fault.
    """
    pack = open_pack(cli.settings)
    numbers = open_numbers(pack)
    try:
        policy = policy_of(cli.settings, pack, is_checked=True)
    except ContentFaults as found:
        for fault in found.faults:
            cli.out.line(cli.say(fault.key, **fault.fields))
        return 1
    unset = [number.key for number in numbers if policy.number(number.key) is None and not policy.reading(number.key)]
    cli.out.tell(cli.say("cli.policy.fine", path=cli.settings.policy, unset=len(unset), total=len(numbers)))
    return 0


def _offset(policy: Policy) -> str | None:
    return None if policy.utc_offset is None else offset_text(policy.utc_offset)


def _change(policy: Policy) -> str | None:
    return None if policy.day_change is None else time_text(policy.day_change)


def _row(cli: Cli, number: OpenNumber, policy: Policy) -> list[object]:
    about = [number.key, _plain(policy.number(number.key)), str(number.unit)]
    readings = [item.id for item in policy.reading(number.key)]
    said = [number.criterion.id, cli.of(number.criterion.name), number.source]
    by = "pack" if number.is_ours else "document"
    return [*about, readings, *said, number.wording, _plain(number.example), by]


def _plain(value: float | None) -> float | None:
    """The number, as an int if it is whole."""
    return int(value) if value is not None and value == int(value) else value


def _number(cli: Cli, number: OpenNumber, policy: Policy) -> Iterator[str]:
    value = policy.number(number.key)
    readings = policy.reading(number.key)
    unit = cli.say(f"policy.unit-{number.unit}")
    if readings:
        said = cli.say("cli.policy.readings", count=len(readings))
    else:
        said = cli.say("words.unset") if value is None else f"{amount(value)} {unit}"
    parts = [number.key, said, cli.of(number.criterion.name), number.source]
    if number.wording:
        parts.append(cli.say("words.number.wording", wording=number.wording))
    if number.is_ours:
        parts.append(cli.say("words.number.ours"))
    if number.example is not None:
        parts.append(cli.say("words.number.example", value=amount(number.example)))
    yield "  ".join(parts)
    yield from (f"  {item.id}  {item.title}" for item in readings)
