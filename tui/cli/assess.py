"""``ikusei assess``: how the organisation does its duties, and how it wants to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tui.cli.answers.matrix_data import ours
from tui.cli.line.choices import duties, patterns, secbok_roles
from tui.cli.line.context import Cli
from tui.cli.line.ids import IdParam
from tui.cli.line.verb import ANY_PATH, OneOf, Verb, option, width_option
from tui.cli.mentor.signing_as import own_reviewer
from tui.errors import UsageError
from tui.journal.assessment import LAST_LEVEL, How
from tui.lang import Lang
from tui.workbook.organisation.assessing import (
    NOT_SAID,
    AssessmentChange,
    changed,
    columns_named,
    pattern_named,
    profile,
    write_changes,
)
from tui.workbook.organisation.layers import Facts
from tui.workbook.organisation.marks_toml import marks_toml, read_marks
from tui.workbook.organisation.matrix_table import duty_named
from tui.workbook.standings.people_names import labels
from tui.workbook.trainee.parsing import typed
from tui.workbook.wording.layers import assessment_words, pattern_sentences

if TYPE_CHECKING:
    from tui.curriculum.pack import Pack
    from tui.curriculum.textbook import Duty
    from tui.journal.assessment import Assessment
    from tui.workbook.standings.workbook import Workbook

UNSAID: Final = "unsaid"
NONE: Final = "none"
WAYS: Final = (*(str(how) for how in How if how), UNSAID)


def verb(lang: Lang) -> Verb:
    """The verb with its arguments and options."""
    ways, levels = "|".join(WAYS), f"1-{LAST_LEVEL}"
    params: list[click.Parameter] = [
        click.Argument(["duty"], metavar="[DUTY]", required=False, default="", type=IdParam(duties)),
        option(lang, "-n --now", "matrix.assess.now", ways, type=OneOf(WAYS)),
        option(lang, "-l --level", "matrix.assess.level", levels),
        option(lang, "--provider", "matrix.assess.provider", "TEXT"),
        option(lang, "-t --target", "matrix.assess.target", ways, type=OneOf(WAYS)),
        option(lang, "--target-level", "matrix.assess.target_level", levels),
        option(lang, "--target-provider", "matrix.assess.target_provider", "TEXT"),
        option(lang, "-m --note", "matrix.assess.note", "TEXT"),
        option(lang, "--secbok", "matrix.assess.secbok", "ID", multiple=True, type=IdParam(secbok_roles)),
        option(lang, "--want", "matrix.assess.want", "PATTERN", type=IdParam(patterns)),
        option(lang, "--toml is_toml", "matrix.assess.toml"),
        option(lang, "--from source", "matrix.assess.from", "FILE", type=ANY_PATH),
        option(lang, "--json is_json", "cli.option.json"),
        width_option(lang),
    ]
    return Verb("assess", run, lang, "matrix.assess.help", params, more="matrix.assess.more")


def run(
    cli: Cli,
    *,
    duty: str,
    secbok: tuple[str, ...],
    want: str | None,
    is_toml: bool,
    source: str | None,
    is_json: bool,
    **said: str | None,
) -> int:
    """Write the assessment of a duty, or the changes in a file; then, or without either, show what holds.

    Raises:
        IkuseiError: the pack has no such thing, a mark contradicts itself, or the journal can't be written.
    """
    says = bool(secbok) or any(value is not None for value in said.values())
    if says and not duty:
        raise UsageError("matrix.assess.which_duty")
    if sum((bool(duty), is_toml, source is not None)) > 1:
        raise UsageError("matrix.assess.one_at_a_time")
    book = cli.open_book(write=says or want is not None or source is not None)
    changes, wanted = [], None
    if source is not None:
        file = read_marks(Path(source).expanduser(), book.pack)
        changes, wanted = list(file.changes), file.wanted
    if want is not None:
        wanted = "" if want.strip().lower() == NONE else pattern_named(book.pack, want)
    meant = _duty(book.pack, duty) if duty else None
    if meant is not None and says:
        changes.append(_change(book, meant, secbok, said))
    if changes or wanted is not None:
        touched = write_changes(book, own_reviewer(cli, book), changes, wanted)
        listed = ", ".join(each.upper() if book.pack.textbook.duty(each) else each for each in touched)
        cli.out.tell(cli.say("matrix.assess.written", what=listed) if touched else cli.say("matrix.assess.unchanged"))
    if is_toml:
        cli.out.text(marks_toml(book.pack, profile(book), cli.lang))
    elif meant is not None:
        _show(cli, book, meant, is_json=is_json)
    elif is_json:
        cli.out.json(_everything(book))
    elif source is None:
        _show_all(cli, book)
    return 0


def _duty(pack: Pack, text: str) -> Duty:
    found = duty_named(pack, text)
    if found is None:
        raise UsageError("matrix.no_duty", id=text)
    return found


def _change(book: Workbook, duty: Duty, secbok: tuple[str, ...], said: dict[str, str | None]) -> AssessmentChange:
    before = profile(book).assessed.get(duty.id)
    now, target = (before.now, before.target) if before else (NOT_SAID, NOT_SAID)
    return AssessmentChange(
        duty.id,
        now=changed(now, _how(said["now"]), _level(said["level"]), said["provider"]),
        target=changed(target, _how(said["target"]), _level(said["target_level"]), said["target_provider"]),
        note=said["note"],
        columns=_columns(book.pack, secbok) if secbok else None,
    )


def _how(word: str | None) -> How | None:
    return None if word is None else How("" if word == UNSAID else word)


def _level(text: str | None) -> int | None:
    if text is None:
        return None
    value = typed(text)
    if value not in {str(level) for level in range(1, LAST_LEVEL + 1)}:
        raise UsageError("matrix.assess.bad_level", text=text, last=LAST_LEVEL)
    return int(value)


def _columns(pack: Pack, texts: tuple[str, ...]) -> tuple[str, ...]:
    parts = [part for text in texts for part in text.split(",")]
    return () if [part.strip().lower() for part in parts] == [NONE] else columns_named(pack, parts)


def _show(cli: Cli, book: Workbook, duty: Duty, *, is_json: bool) -> None:
    facts = Facts(book)
    if is_json:
        gap, past = facts.gap(duty.id), facts.profile.history(duty.id)
        found = {"duty": duty.id, **ours(facts.said(duty.id)), "gap_level": gap.level, "gap_people": gap.people}
        cli.out.json({**found, "secbok": list(facts.columns(duty.id)), "history": [_said(each) for each in past]})
        return
    from tui.drawing.layers import assessment_lines  # programs need no drawing

    cli.out.heading(f"{duty.code} {cli.of(duty.name)}")
    cli.out.draw(assessment_lines(duty, facts, labels(book), cli.pen(book.pack, book)))


def _said(said: Assessment) -> dict[str, object]:
    return {"hash": said.id, "recorded": said.recorded, "author": said.author, **ours(said)}


def _show_all(cli: Cli, book: Workbook) -> None:
    facts = Facts(book)
    for duty in facts.duties:
        said = facts.said(duty.id)
        if said is not None:
            words = assessment_words(said, cli.lang)
            cli.out.line(f"{duty.code:<5} {cli.of(duty.name)}  {words}  {said.note}")
    for sentence in pattern_sentences(facts, cli.lang):
        cli.out.line(sentence)


def _everything(book: Workbook) -> dict[str, object]:
    facts = Facts(book)
    return {
        "wanted": facts.profile.wanted or None,
        "closest": [each.pattern.id for each in facts.closest],
        "duties": {
            duty.id: {**ours(facts.said(duty.id)), "secbok": list(facts.columns(duty.id))} for duty in facts.duties
        },
    }
