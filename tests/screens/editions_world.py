"""A trainee in the middle of a STEP, and editions of the pack made from the one that ikusei ships."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.policy import Policy
from tui.curriculum.rule import Supervision
from tui.journal.journal import Journal
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.writing import EntryForm, begin, claim, log, set_tick

TODAY = date(2026, 11, 21)
POLICY = Policy(name="", numbers={"soc.2.alone.times": 2, "soc.2.paired.times": 3}, readings={})
DRILL = '"業務の手順と操作に習熟する"'


class Story:
    """One state file, opened again and again with whatever edition lies in the folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "pack"
        self.old = folder / "old"
        self.state = folder / "state.sqlite"
        shutil.copytree(builtin_folder(), self.folder)
        shutil.copytree(builtin_folder(), self.old)
        self.book = self.open()
        begin(self.book, "佐藤 花", "soc", 2)

    def open(self) -> Workbook:
        journal = Journal.open(self.state, create=True)
        trainees = journal.trainees()
        return Workbook(journal, Pack.open(self.folder), POLICY, trainees[0] if trainees else "", lambda: TODAY)

    def again(self) -> Workbook:
        """Close ikusei and open it anew."""
        self.book.journal.close()
        self.book = self.open()
        return self.book

    def close(self) -> None:
        self.book.journal.close()

    def edition(self, version: str, *changes: tuple[str, str], file: str = "roles/soc.toml") -> None:
        """The next edition: in *file*, each first text becomes the second, everywhere."""
        pack = self.folder / "pack.toml"
        text = pack.read_text(encoding="utf-8")
        start = text.index('version = "') + len('version = "')
        pack.write_text(text[:start] + version + text[text.index('"', start) :], encoding="utf-8")
        changed = self.folder / file
        said = changed.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in said, before
            said = said.replace(before, after)
        changed.write_text(said, encoding="utf-8")

    def log(self, item: str, times: int = 1, supervision: Supervision = Supervision.ALONE) -> None:
        log(self.book, EntryForm((item,), TODAY, quantity=times, supervision=supervision))

    def criterion(self, criterion_id: str):
        role, step, index = self.book.locate(criterion_id)
        return role.step(step.number).criteria[index]

    def claim_alone(self) -> None:
        self.log("soc.2.alone", 2)
        for point in self.criterion("soc.2.alone").points:
            set_tick(self.book, point.id, True)
        claim(self.book, self.criterion("soc.2.alone"))
