"""Write ``team.sqlite.example``: the twelve-person SOC that ``ikusei --demo team`` opens, as its lead has it.

Each person has a state file, in which they and their mentor write; the lead has taken all of them in. The script calls
the functions that screens and verbs call. Each file has a clock, machine and writer of its own, so that the same events
are written each time. ``tests/demo`` checks that the file in the repository is what the script writes.

Usage: ``python scripts/make_team_example.py [FILE]``
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from team_of_twelve import FIRST, NOW, PATTERN, STAFFING

from tui.curriculum.folder import builtin_folder
from tui.curriculum.model import Criterion
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy, load_policy
from tui.curriculum.rule import (
    All,
    AnyOf,
    Attest,
    Cases,
    Count,
    Monthly,
    NoFindings,
    Number,
    PerYear,
    Rate,
    Reading,
    Rule,
    SpanRule,
    Supervision,
    Taught,
)
from tui.journal.events import in_order
from tui.journal.journal import Journal
from tui.journal.review import Verdict
from tui.workbook.mentor.reviewing import decide, queue
from tui.workbook.mentor.signoff import declaration, sign, signables
from tui.workbook.organisation.assessing import write_changes
from tui.workbook.organisation.staffing import set_headcounts
from tui.workbook.organisation.team import JournalTeam
from tui.workbook.setup.reviewer import Reviewer
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import EntryForm, begin, claim, enrol, log, set_tick

ROOT: Final = Path(__file__).resolve().parents[1]
JAPAN: Final = timezone(timedelta(hours=9))
TODAY: Final = date(2026, 11, 21)

PREFERRED: Final = (Supervision.ALONE, Supervision.PAIRED, Supervision.DIRECTED, Supervision.ASSISTED)
"""The preferred supervision of entries where a rule accepts several levels."""
LEAD: Final = "高橋 玲子"
TANAKA: Final = "田中 実"
NAKAMURA: Final = "中村 彩"


class Person:
    """Somebody's own state file, at a moment of the story.

    Args:
        folder: folder of the state file.
        number: number of the person; the ids of writer and machine are made from it.
        name: name of the person.
        policy: the organisation's numbers.
    """

    def __init__(self, folder: Path, number: int, name: str, policy: Policy) -> None:
        self._now = datetime(2024, 4, 1, 9, tzinfo=JAPAN)
        self.name = name
        writer = f"{number:02}70" * 8
        journal = Journal.open(
            folder / f"{number}.sqlite",
            create=True,
            clock=self._clock,
            host=f"soc-desk-{number}",
            new_writer_id=lambda: writer,
        )
        self.book = Workbook(journal, Pack.open(builtin_folder()), policy, "", self._today)

    def _clock(self) -> int:
        self._now += timedelta(seconds=7)
        return int(self._now.timestamp() * 1000)

    def _today(self) -> date:
        return self._now.date()

    def on(self, day: str | date, hour: int = 17) -> None:
        """Go on to a day, in Japan; an earlier day than the present one is ignored."""
        found = date.fromisoformat(day) if isinstance(day, str) else day
        self._now = max(self._now, datetime.combine(found, time(hour), JAPAN))

    def begin(self, day: str, role: str, start: int = 1) -> None:
        """Take up a role."""
        self.on(day, 9)
        if self.book.trainee:
            enrol(self.book, role, start)
        else:
            begin(self.book, self.name, role, start, lambda: fixed_id(self.name))

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with this id."""
        _, step, place = self.book.locate(criterion_id)
        return step.criteria[place]

    def step(self, step_id: str, first: str, last: str, mentor: str) -> None:
        """Work at a whole STEP from *first* to *last*, the day on which the mentor signs it."""
        role_id, _, number = step_id.partition(".")
        role = self.book.pack.role(role_id)
        step = role.step(int(number)) if role else None
        assert step is not None  # the story knows the pack
        self.prove([each.id for each in step.criteria], first, last, mentor)
        self.on(last, 18)
        reviewer = reviewer_of(mentor)
        found = next(each for each in signables(self.book, reviewer) if each.step.id == step_id)
        why = "業務で身に付けたものを先に認める" if found.earlier else ""
        sign(found, reviewer, declaration(found, "ja"), why)

    def prove(self, ids: Sequence[str], first: str, last: str, mentor: str = "") -> None:
        """Do what criteria ask for between two days and claim them; with a *mentor*, they are confirmed."""
        until = date.fromisoformat(last)
        self.work(ids, first, (until - timedelta(days=6)).isoformat())
        self.on(until - timedelta(days=5))
        for each in ids:
            criterion = self.criterion(each)
            if isinstance(criterion.rule, Reading):
                for item in self.book.policy.reading(criterion.rule.list):
                    set_tick(self.book, item.id, True)
            for point in criterion.points:
                set_tick(self.book, point.id, True)
            claim(self.book, criterion)
        if mentor:
            self.on(until - timedelta(days=1), 10)
            self.decide(ids, mentor, Verdict.CONFIRMED)

    def decide(self, ids: Sequence[str], mentor: str, verdict: Verdict, reason: str = "") -> None:
        """The mentor decides on claims."""
        reviewer = reviewer_of(mentor)
        for each in queue(self.book, reviewer):
            if each.view.criterion.id in ids:
                decide(each, reviewer, verdict, reason)

    def work(self, ids: Sequence[str], first: str, last: str) -> None:
        """Write the entries that criteria ask for, spread over the days between two."""
        days = date.fromisoformat(first), date.fromisoformat(last)
        forms = [form for each in ids for form in self._forms(self.criterion(each), *days)]
        for form in sorted(forms, key=lambda form: (form.day, form.items)):
            self.on(form.day, 18)
            log(self.book, form)

    def _forms(self, criterion: Criterion, first: date, last: date) -> Iterator[EntryForm]:
        found = list(self._needed(criterion.rule))
        shift = sum(map(ord, criterion.id)) % 5
        for number, (item, level, hits) in enumerate(found):
            day = first + (last - first) * (number + 1) // len(found)
            if number + 1 < len(found) < 5:
                day -= timedelta(days=shift)
            if isinstance(criterion.rule, Monthly):
                day = months_before(last, len(found) - 1 - number)
            yield EntryForm(
                items=(item or criterion.id,),
                day=max(first, day),
                hits=hits[0] if hits else None,
                total=hits[1] if hits else None,
                findings=0 if isinstance(criterion.rule, NoFindings) else None,
                supervision=level,
                note=f"{criterion.name.ja}（{number + 1} 回目）" if len(found) > 1 else criterion.name.ja,
                evidence=(f"{criterion.id.partition('.')[0].upper()}-{sum(map(ord, self.name)) % 90 + number + 10}",),
            )

    def _needed(self, rule: Rule) -> Iterator[tuple[str, Supervision, tuple[int, int] | None]]:
        """The entries that a rule needs: item (empty: the criterion), supervision, and k of n or None."""
        match rule:
            case Attest() | Reading():
                yield "", Supervision.ALONE, None
            case Count() | PerYear():
                yield from [("", level_of(rule.supervision), None)] * self._number(rule.at_least)
            case Monthly():
                yield from [("", level_of(rule.supervision), None)] * (self._number(rule.months) + 2)
            case SpanRule():
                yield from [("", level_of(rule.supervision), None)] * (self._number(rule.months) * 2)
            case Rate():
                cases = self._number(rule.at_least)
                right = (0, cases // 2) if rule.below else (cases // 2, cases // 2)
                yield from [("", level_of(rule.supervision), right)] * 2
            case Cases():
                yield from ((case, level_of(rule.supervision), None) for case in rule.cases)
            case NoFindings():
                yield from [("", Supervision.PAIRED, None)] * self._number(rule.last)
            case Taught():
                yield from [("", Supervision.TAUGHT, None)] * self._number(rule.at_least)
            case All():
                for part in rule.rules:
                    yield from self._needed(part)
            case AnyOf():
                counted = next((part for part in rule.rules if isinstance(part, Count)), rule.rules[0])
                yield from self._needed(counted)

    def _number(self, number: Number) -> int:
        own = self.book.policy.number(number.policy) if number.policy else None
        return int(own or number.value or 1)


def level_of(asked: frozenset[Supervision]) -> Supervision:
    """A level of supervision that counts, the preferred one if possible."""
    return next((each for each in PREFERRED if each in asked), min(asked))


def months_before(day: date, months: int) -> date:
    """The tenth of the month that is *months* before that of *day*; *day* itself if *months* is 0."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 10) if months else day


def reviewer_of(name: str) -> Reviewer:
    """A mentor, under the id that they have in this story."""
    return Reviewer(fixed_id(name), name)


def fixed_id(name: str) -> str:
    """The id of a person in this story, the same in each run."""
    return f"p-{hashlib.sha256(name.encode()).hexdigest()[:10]}"


def lead(who: Person) -> None:
    """The lead: liaison and command, and the first months of security management."""
    who.begin("2024-06-03", "coord")
    who.step("coord.1", "2024-06-10", "2025-09-30", TANAKA)
    who.step("coord.2", "2025-10-01", "2026-06-12", TANAKA)
    who.prove(["coord.3.similar"], "2026-07-01", "2026-10-16", TANAKA)
    who.begin("2026-08-03", "management")
    ids = [f"management.1.{name}" for name in ("assets", "risk", "incidents", "education")]
    who.prove(ids, "2026-08-10", "2026-11-06", NAKAMURA)
    who.work(["coord.3.assist"], "2026-10-20", "2026-11-18")


def mentor_of_the_watch(who: Person) -> None:
    """Tanaka: the watch from end to end, and incident response behind it."""
    who.begin("2024-04-01", "soc")
    who.step("soc.1", "2024-04-03", "2024-06-28", LEAD)
    who.step("soc.2", "2024-07-01", "2025-02-28", LEAD)
    who.step("soc.3", "2025-03-03", "2026-02-27", LEAD)
    who.begin("2026-03-02", "ir")
    who.prove(["ir.1.systems", "ir.1.intelligence"], "2026-03-09", "2026-09-11", LEAD)
    who.work(["ir.1.logs"], "2026-03-16", "2026-11-13")


def mentor_of_the_traces(who: Person) -> None:
    """Nakamura: the only one who can do forensics."""
    who.begin("2024-04-01", "forensics")
    who.step("forensics.1", "2024-04-08", "2024-10-31", LEAD)
    who.step("forensics.2", "2024-11-04", "2025-06-30", LEAD)
    who.step("forensics.3", "2025-07-01", "2026-05-29", LEAD)
    who.begin("2026-06-01", "vuln")
    who.step("vuln.1", "2026-06-03", "2026-09-18", LEAD)
    who.work(["vuln.2.directed"], "2026-09-28", "2026-11-12")


def sato(who: Person) -> None:
    """Half way through the second STEP, with a claim that was made this week."""
    who.begin("2026-04-06", "soc")
    who.step("soc.1", "2026-05-11", "2026-07-10", TANAKA)
    who.prove(["soc.2.detect", "soc.2.paired"], "2026-07-13", "2026-10-23", TANAKA)
    who.work(["soc.2.verdict"], "2026-09-01", "2026-11-18")
    who.prove(["soc.2.alone"], "2026-09-07", "2026-11-22")


def suzuki(who: Person) -> None:
    """Two criteria short of the end of the watch, and looking at incident response."""
    who.begin("2024-10-01", "soc")
    who.step("soc.1", "2024-10-07", "2025-01-31", TANAKA)
    who.step("soc.2", "2025-02-03", "2025-11-28", TANAKA)
    who.prove(
        [f"soc.3.{name}" for name in ("routine", "period", "liaison", "report")], "2025-12-01", "2026-10-09", TANAKA
    )
    who.begin("2026-10-13", "ir")
    who.work(["soc.3.tuning", "ir.1.logs"], "2026-10-15", "2026-11-19")


def ito(who: Person) -> None:
    """Got a claim returned twelve days ago, and hasn't answered since."""
    who.begin("2026-08-03", "soc")
    who.prove(["soc.1.reading"], "2026-08-10", "2026-09-25", TANAKA)
    who.prove(["soc.1.overview"], "2026-09-28", "2026-11-08")
    who.on("2026-11-09", 11)
    reason = "監視していない範囲とその理由を、構成図の上で言えるようにしてください"
    who.decide(["soc.1.overview"], TANAKA, Verdict.RETURNED, reason)


def watanabe(who: Person) -> None:
    """A claim that has been waiting for three weeks."""
    who.begin("2025-01-06", "ir")
    who.step("ir.1", "2025-01-08", "2026-02-13", TANAKA)
    who.step("ir.2", "2026-02-16", "2026-07-31", TANAKA)
    who.prove(["ir.3.similar"], "2026-08-03", "2026-09-30", TANAKA)
    who.prove(["ir.3.new"], "2026-10-01", "2026-11-03")
    who.work(["ir.3.cases"], "2026-11-04", "2026-11-17")


def yamamoto(who: Person) -> None:
    """Everything of a STEP is confirmed, and nobody has signed it."""
    who.begin("2025-09-01", "vuln")
    who.step("vuln.1", "2025-09-03", "2025-12-19", NAKAMURA)
    names = ("impact", "status", "find", "misjudge", "directed", "paired")
    who.prove([f"vuln.2.{name}" for name in names], "2026-01-12", "2026-11-13", NAKAMURA)


def kobayashi(who: Person) -> None:
    """No entry since September."""
    who.begin("2025-11-04", "vuln")
    who.step("vuln.1", "2025-11-06", "2026-03-27", NAKAMURA)
    who.prove(["vuln.2.impact", "vuln.2.find"], "2026-04-06", "2026-07-17", NAKAMURA)
    who.work(["vuln.2.paired"], "2026-07-21", "2026-09-20")


def kato(who: Person) -> None:
    """Behind the lead in liaison and command."""
    who.begin("2025-04-01", "coord")
    who.step("coord.1", "2025-04-07", "2026-06-26", LEAD)
    who.prove(["coord.2.systems"], "2026-07-01", "2026-10-30", LEAD)
    who.work(["coord.2.triage"], "2026-09-14", "2026-11-20")


def yoshida(who: Person) -> None:
    """The only developer."""
    who.begin("2025-02-03", "dev")
    who.step("dev.1", "2025-02-05", "2025-06-27", LEAD)
    who.step("dev.2", "2025-07-01", "2026-06-19", LEAD)
    who.work(["dev.3.guidelines", "dev.3.design"], "2026-07-06", "2026-11-10")


def yamada(who: Person) -> None:
    """New since this month."""
    who.begin("2026-11-02", "soc")
    who.work(["soc.1.reading", "soc.1.overview"], "2026-11-04", "2026-11-19")


STORIES: Final = (
    (LEAD, lead),
    (TANAKA, mentor_of_the_watch),
    (NAKAMURA, mentor_of_the_traces),
    ("佐藤 花", sato),
    ("鈴木 健太", suzuki),
    ("伊藤 さくら", ito),
    ("渡辺 大輔", watanabe),
    ("山本 恵", yamamoto),
    ("小林 誠", kobayashi),
    ("加藤 美咲", kato),
    ("吉田 翔", yoshida),
    ("山田 優", yamada),
)


def speak_of_the_organisation(who: Person) -> None:
    """The lead on the organisation: a first look, a second one, and how the teams are staffed."""
    author = Reviewer(who.book.trainee, who.name)
    who.on("2026-11-19")
    write_changes(who.book, author, FIRST, PATTERN)
    who.on("2026-11-20", 9)
    write_changes(who.book, author, NOW)
    set_headcounts(who.book, author.id, STAFFING)


def write_team(path: Path) -> None:
    """Write the example to *path*; a file that is there is replaced."""
    policy = load_policy(ROOT / "team.policy.toml.example", Pack.open(builtin_folder()))
    with TemporaryDirectory(prefix="ikusei-example-") as folder:
        people = []
        for number, (name, story) in enumerate(STORIES, start=1):
            person = Person(Path(folder), number, name, policy)
            story(person)
            people.append(person)
        mine, *others = people
        for each in others:
            mine.book.journal.merge(in_order(each.book.journal.store))
            each.book.journal.close()
        speak_of_the_organisation(mine)
        JournalTeam(mine.book).fill_all()
        mine.book.today_view()  # fills the memo of standings, so that the demo opens fast
        mine.book.journal.close()
        with sqlite3.connect(mine.book.journal.path) as connection:
            # The example has no writer: a copy of it begins a chain of its own, without a warning about a copied file.
            connection.execute("DELETE FROM writer")
        connection.execute("VACUUM")
        connection.close()
        path.write_bytes(mine.book.journal.path.read_bytes())
    path.chmod(0o644)


if __name__ == "__main__":
    write_team(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "team.sqlite.example")
