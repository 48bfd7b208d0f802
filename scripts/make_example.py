"""Write ``state.sqlite.example``: the example trainee whom ``ikusei --demo`` opens.

The script calls the functions that screens and verbs call, with a clock, machine and writer of its own, so that it
writes the same events each time. ``tests/demo`` checks that the file in the repository is what the script writes.

Usage: ``python scripts/make_example.py [FILE]``
"""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.curriculum.policy import load_policy
from tui.curriculum.rule import Supervision
from tui.journal.event import EventHash
from tui.journal.journal import Journal
from tui.workbook.standings.workbook import Workbook
from tui.workbook.trainee.undo import undo
from tui.workbook.trainee.writing import EntryForm, begin, claim, correct, form_of, log, set_tick, withdraw

ROOT: Final = Path(__file__).resolve().parents[1]
JAPAN: Final = timezone(timedelta(hours=9))
WRITER: Final = "5a70" * 8
HOST: Final = "soc-desk-3"
HANA: Final = "p-a3645ad587"

PAIRED, ALONE, OBSERVED, ASSISTED = (
    Supervision.PAIRED, Supervision.ALONE, Supervision.OBSERVED, Supervision.ASSISTED,
)  # fmt: skip


class Story:
    """A workbook at a moment of the story.

    Args:
        path: the state file to write.
    """

    def __init__(self, path: Path) -> None:
        self._now = datetime(2026, 4, 6, 17, 0, tzinfo=JAPAN)
        journal = Journal.open(path, create=True, clock=self._clock, host=HOST, new_writer_id=lambda: WRITER)
        pack = Pack.open(builtin_folder())
        policy = load_policy(ROOT / "policy.toml.example", pack)
        self.book = Workbook(journal, pack, policy, "", self._today)

    def _clock(self) -> int:
        return int(self._now.timestamp() * 1000)

    def _today(self) -> date:
        return self._now.date()

    def on(self, moment: str) -> None:
        """Go on to a moment: ``2026-04-06 17:40``, in Japan."""
        self._now = datetime.strptime(moment, "%Y-%m-%d %H:%M").replace(tzinfo=JAPAN)

    def ticks(self, *ids: str) -> None:
        """Tick points, readings, learning items, topics; of a heading, everything below it."""
        for each in ids:
            set_tick(self.book, each, on=True)

    def log(self, form: EntryForm) -> EventHash:
        """Write an entry."""
        return log(self.book, form)

    def paired(self, note: str, ticket: str = "", quantity: int = 1) -> None:
        """Write an entry of monitoring beside the mentor, today."""
        evidence = (ticket,) if ticket else ()
        self.log(self._form("soc.2.paired", PAIRED, note, evidence, quantity=quantity))

    def alone(self, note: str, ticket: str) -> None:
        """Write an entry of monitoring alone, today; it also counts for the criterion of time in the work."""
        self.log(self._form("soc.2.alone soc.3.period", ALONE, note, (ticket,)))

    def verdicts(self, right: tuple[int, int], level: Supervision, note: str, *evidence: str) -> EventHash:
        """Write how many verdicts of today were right, of how many."""
        return self.log(self._form("soc.2.verdict", level, note, evidence, hits=right[0], total=right[1]))

    def early(self, criterion: str, level: Supervision, note: str, ticket: str) -> None:
        """Write an entry for a criterion of a later STEP."""
        self.log(self._form(criterion, level, note, (ticket,)))

    def _form(
        self,
        items: str,
        level: Supervision,
        note: str,
        evidence: tuple[str, ...],
        *,
        quantity: int = 1,
        hits: int | None = None,
        total: int | None = None,
    ) -> EntryForm:
        return EntryForm(
            tuple(items.split()), self._today(), quantity, hits, total, None, level, note=note, evidence=evidence
        )

    def correct(self, entry_id: EventHash, verdicts: tuple[int, int], note: str) -> None:
        """Correct how many verdicts of an entry were right."""
        entry = self.book.journal.entry(entry_id)
        assert entry is not None  # written earlier in the story
        correct(self.book, entry, replace(form_of(entry), hits=verdicts[0], total=verdicts[1], note=note))

    def claim(self, criterion: str, comment: str = "") -> None:
        """Claim a criterion."""
        _, step, place = self.book.locate(criterion)
        claim(self.book, step.criteria[place], comment)

    def withdraw(self, criterion: str) -> None:
        """Withdraw the claim on a criterion."""
        _, step, place = self.book.locate(criterion)
        withdraw(self.book, step.criteria[place])


def spring(story: Story) -> None:
    """April and May: basic education and the role's common education."""
    story.on("2026-04-06 17:20")
    begin(story.book, "佐藤 花", "soc", 0, lambda: HANA)
    story.ticks("basic.policy", "basic.csirt")
    story.on("2026-04-10 16:55")
    story.ticks("basic.threats", "basic.systems")
    story.on("2026-04-17 17:30")
    story.ticks("basic.defence")
    story.on("2026-04-24 17:10")
    story.ticks("basic.upkeep")
    story.on("2026-05-08 16:40")
    story.ticks("basic.law")
    story.on("2026-05-15 17:05")
    story.ticks("soc.common.systems")
    story.on("2026-05-22 17:25")
    story.ticks("soc.common.attacks", "soc.common.defence")


def induction(story: Story) -> None:
    """May and June: STEP 1, both criteria claimed, one of them twice."""
    story.on("2026-05-26 18:02")
    story.ticks("soc.1.learn.overview", "handbook")
    story.on("2026-05-29 17:48")
    story.ticks("soc.1.learn.targets", "system-map", "escalation")
    story.on("2026-06-03 17:35")
    story.ticks("soc.1.learn.devices", "soc.1.learn.procedure", "ids-primer")
    story.on("2026-06-05 16:20")
    story.ticks("soc.1.reading.purpose", "soc.1.reading.lookup", "soc.1.reading.gap")
    story.claim("soc.1.reading", "ハンドブック 5.2 の連絡先が古かったので、田中さんに伝えて直してもらった")
    story.on("2026-06-10 17:15")
    story.ticks("soc.1.overview.flow", "soc.1.overview.border", "soc.1.overview.systems")
    story.ticks("soc.1.overview.log-path", "soc.1.overview.blind-spot")
    story.claim("soc.1.overview")
    story.on("2026-06-11 09:30")
    story.withdraw("soc.1.overview")
    story.on("2026-06-12 17:50")
    story.claim("soc.1.overview", "構成図に VPN 装置を描き足し、監視していない検証環境の理由も言えるようにした")


def pairs(story: Story) -> None:
    """Summer: the first shifts beside the mentor, and the first verdicts."""
    story.on("2026-06-24 18:10")
    story.paired("日勤。プロキシの不審な宛先のアラート 6 件を田中さんと一次切り分け", "SOC-1602")
    story.on("2026-07-08 18:05")
    story.paired("日勤。EDR の隔離通知を受け、端末の利用者を調べて連絡票を書いた", "SOC-1655")
    story.ticks("soc.2.paired.triage", "soc.2.learn.devices")
    story.on("2026-07-17 17:40")
    first = "メール添付の検知 20 件。外した 2 件は、どちらも社内の自動送信を攻撃と見た"
    story.verdicts((18, 20), PAIRED, first, "SOC-1688")
    story.ticks("soc.2.verdict.key", "soc.2.detect.condition")
    story.on("2026-07-29 18:20")
    story.paired("夜勤への引き継ぎまで。迷った点を声に出して進める練習", "SOC-1711")
    story.ticks("soc.2.paired.aloud")
    story.on("2026-08-07 17:55")
    second = "Web への攻撃の検知 24 件。ステータス 404 だけで失敗と決めず、応答の長さも見る"
    story.verdicts((22, 24), PAIRED, second, "SOC-1740", "https://wiki.example.jp/soc/verdict-log")
    story.on("2026-08-20 18:00")
    story.paired("お盆明けの滞留 31 件を二人で消化。優先順位の付け方を教わる", "SOC-1769")
    story.on("2026-08-28 17:30")
    story.verdicts((15, 15), PAIRED, "認証失敗の多発 15 件。すべて期限切れパスワードの再試行", "SOC-1790")
    story.ticks("soc.2.detect.method", "soc.2.learn.drill")


def autumn(story: Story) -> None:
    """September and October: part of the work alone, better verdicts, an entry that is corrected."""
    story.on("2026-09-09 17:45")
    story.alone("朝の定例確認と、夜間アラート 9 件の受付から記録まで", "SOC-1812")
    story.on("2026-09-18 17:20")
    slip = story.verdicts((22, 24), ALONE, "DNS の不審な問い合わせ 24 件", "SOC-1829")
    story.on("2026-09-24 09:10")
    story.correct(slip, (23, 24), "DNS の不審な問い合わせ 24 件。1 件は対応部門の調べで検知が正しかったと分かった")
    story.on("2026-09-25 18:15")
    story.alone("日勤の一人番。手順書にない USB の検知は手を止めて田中さんへ", "SOC-1836")
    story.ticks("soc.2.alone.scope", "soc.2.alone.stop")
    story.on("2026-10-02 17:35")
    story.verdicts((19, 20), ALONE, "プロキシの不審な宛先 20 件。広告の配信元を 1 件取り違えた", "SOC-1848")
    story.on("2026-10-09 18:30")
    story.paired("フィッシング報告 12 通の切り分け。ログの検索条件を自分で組んだ", "INC-2013")
    story.ticks("soc.2.paired.search")
    story.on("2026-10-14 17:50")
    story.alone("日勤の一人番。アラート 14 件を時間内に記録まで閉じた", "SOC-1857")
    story.ticks("soc.2.alone.close", "soc.2.alone.traces")
    story.on("2026-10-21 18:00")
    story.early(
        "soc.3.liaison", OBSERVED, "感染疑い端末の引き継ぎ会議に同席。対応部門がまず聞くのは通信の有無", "INC-2025"
    )
    story.on("2026-10-23 17:25")
    story.verdicts((27, 28), ALONE, "EDR のふるまい検知 28 件。管理ツールの遠隔実行を 1 件誤判定", "SOC-1866")
    story.ticks("soc.2.verdict.evidence")
    story.on("2026-10-30 18:05")
    story.alone("夜間アラート 11 件。痕跡なしの根拠をログの行で残した", "SOC-1871")


def november(story: Story) -> None:
    """November, up to the day before the demo."""
    story.on("2026-11-04 17:15")
    story.early(
        "soc.3.report", ASSISTED, "10 月の定期レポート。件数の集計と、急増した認証失敗の原因調べを手伝う", "RPT-2026-10"
    )
    story.on("2026-11-06 17:40")
    story.verdicts((25, 27), ALONE, "Web への攻撃の検知 27 件。WAF で止まったものを成功と見た 2 件", "SOC-1879")
    story.on("2026-11-10 18:10")
    story.alone("日勤の一人番。聞き返しなしで記録が通った", "SOC-1885")
    story.ticks("soc.2.alone.record")
    story.on("2026-11-12 09:20")
    story.claim("soc.2.alone", "9 月 9 日から 11 月 10 日までの 5 回。記録はすべてチケットにあります")
    story.on("2026-11-13 18:25")
    story.paired("休日前の当番。ランサムウェアの注意喚起を受けて検知の過去分を洗い直した", "INC-2038")
    story.on("2026-11-17 17:30")
    story.paired("検知の勉強会", quantity=2)
    story.on("2026-11-17 17:32")
    undo(story.book)  # a meeting isn't monitoring work
    story.ticks("soc.2.detect.target")
    story.on("2026-11-18 17:45")
    story.ticks("soc.2.learn.analysis")
    story.on("2026-11-19 18:00")
    story.verdicts((23, 24), ALONE, "アラート 24 件。外した 1 件は、時刻のずれで前後の通信を見落とした", "SOC-1893")
    story.on("2026-11-20 18:20")
    story.paired("深夜帯の一次切り分け。引き継ぎを書面だけでやってみたが、二度聞き返された", "INC-2041")


def write_example(path: Path) -> None:
    """Write the example to *path*; a file that is there is replaced."""
    path.unlink(missing_ok=True)
    story = Story(path)
    for part in (spring, induction, pairs, autumn, november):
        part(story)
    story.book.today_view()  # fills the memo of standings, so that the demo opens fast
    story.book.journal.close()
    with sqlite3.connect(path) as connection:
        # The example has no writer: a copy of it begins a chain of its own, without a warning about a copied file.
        connection.execute("DELETE FROM writer")
    connection.execute("VACUUM")
    connection.close()
    path.chmod(0o644)


if __name__ == "__main__":
    write_example(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "state.sqlite.example")
