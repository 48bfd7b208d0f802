"""A month of a SOC analyst who also coordinates: what was done on which day, and what happened to it afterwards.

Each line of the table is one thing that the analyst does in ikusei. ``test_a_month.py`` does it on a screen and on the
command line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LAST_MONTH = datetime.now(UTC).date().replace(day=1) - timedelta(days=1)
"""The last day of the previous month: its days aren't in the future, nor so long ago that ikusei asks about them."""
POLICY = """\
[policy]
name = "みどり商事 SOC"

[numbers]
"soc.2.paired.times" = 10
"soc.2.alone.times" = 12
"soc.2.verdict.cases" = 300
"soc.2.verdict.ratio" = 95
"soc.3.routine.times" = 20
"soc.3.period.months" = 12
"soc.3.period.hole" = 31
"coord.1.reports.times" = 5
"""


def day(number: int) -> str:
    """A day of the month as people type it."""
    return f"{LAST_MONTH.month}/{number}"


@dataclass(frozen=True)
class Work:
    """An entry. Fields that are empty here stay as the form offers them.

    Args:
        on: number of the day.
        item: criterion or training case.
        note: what was done.
        quantity: how many times, as it is typed.
        ratio: k of n, as it is typed.
        level: how it was supervised.
        evidence: its references; ``{folder}`` is where the files lie.
        also: a further criterion that it counts for.
        is_pasted: the note comes from the clipboard.
        dropped: the connection is lost after so many characters of the note; 0: it isn't.
    """

    on: int
    item: str
    note: str
    quantity: str = ""
    ratio: str = ""
    level: str = ""
    evidence: tuple[str, ...] = ()
    also: str = ""
    is_pasted: bool = False
    dropped: int = 0


@dataclass(frozen=True)
class Again:
    """The previous entry is repeated on another day."""

    on: int


@dataclass(frozen=True)
class Correct:
    """What is typed into the fields of the entry with this note, some days later."""

    note: str
    on: int = 0
    quantity: str = ""
    ratio: str = ""
    level: str = ""
    evidence: tuple[str, ...] = ()
    also: str = ""
    now: str = ""


@dataclass(frozen=True)
class Tick:
    """All points of a criterion are seen to."""

    criterion: str


@dataclass(frozen=True)
class Claim:
    """A criterion is claimed."""

    criterion: str
    comment: str


@dataclass(frozen=True)
class Withdraw:
    """A claim is taken back."""

    criterion: str


@dataclass(frozen=True)
class Undo:
    """What was done last is undone."""


@dataclass(frozen=True)
class Redo:
    """What was undone is brought back."""


PAIRED, ALONE, VERDICT = "soc.2.paired", "soc.2.alone", "soc.2.verdict"
ROUTINE, PERIOD = "soc.3.routine", "soc.3.period"
MONTHLY, REPORTS, MEETINGS, LEARN = "coord.1.monthly", "coord.1.reports", "coord.1.meetings", "coord.3.learn"

MONTH = (
    Work(1, PAIRED, "深夜帯の一次切り分けを田中さんと", evidence=("INC-2041",)),
    Work(1, VERDICT, "夜勤のアラート", ratio="23/24"),
    Work(2, PAIRED, "プロキシの検知を田中さんと追う", quantity="2"),
    Work(2, VERDICT, "日勤のアラート", ratio="18/18"),
    Work(2, PAIRED, "田中さんの切り分けを後ろで見る", level="observed"),
    Work(3, VERDICT, "EDR の隔離通知", ratio="１２／１３", evidence=("https://siem.example/q?id=77&x=1;2",)),
    Work(3, PAIRED, "引き継ぎ書だけで夜勤へ渡す", evidence=("{folder}/引き継ぎ 11月;夜勤.txt", "INC-2052")),
    Tick("soc.2.detect"),
    Claim("soc.2.detect", "誤検知になる例は引き継ぎ書に書きました"),
    Work(4, VERDICT, "VPN の総当たり", ratio="9/10"),
    Undo(),
    Work(4, VERDICT, "VPN の総当たり、二件は保留", ratio="9/9"),
    Work(5, ALONE, "祝日の監視業務"),
    Again(6),
    Work(6, MEETINGS, "地域の CSIRT の定例会", level="assisted"),
    Work(6, VERDICT, "メールゲートウェイの検知", ratio="31/32"),
    Work(7, PAIRED, "IDS の新しい規則を確かめる", quantity="２"),
    Correct("深夜帯の一次切り分けを田中さんと", on=2, evidence=("INC-2041", "{folder}/alert.csv")),
    Work(8, f"{LEARN}.mail.received", "標的型メールの机上訓練", level="alone"),
    Work(8, f"{LEARN}.mail.opened", "標的型メールの机上訓練、開封後", level="paired"),
    Work(9, VERDICT, "DNS の長い問い合わせ", ratio="27/28"),
    Work(9, REPORTS, "メール開封の第一報", level="assisted", evidence=("INC-2077",)),
    Work(9, REPORTS, "メール開封の続報", level="directed"),
    Work(
        10,
        ALONE,
        "検知名: ET TROJAN 通信\n宛先: 198.51.100.7:443\n判断: 誤検知 (資産管理の更新)",
        level="alone",
        is_pasted=True,
    ),
    Work(10, VERDICT, "資産管理の更新が続く", ratio="40/40"),
    Correct("DNS の長い問い合わせ", ratio="26/28", now="DNS の長い問い合わせ、指摘で 1 件を誤りに"),
    Work(11, ALONE, "休日の監視業務", quantity="2"),
    Work(12, f"{LEARN}.ransomware.device", "端末 1 台の暗号化を想定", level="alone", also=REPORTS),
    Work(12, VERDICT, "バックアップ用サーバーへの走査", ratio="15/16"),
    Work(13, ALONE, "ファイアウォールの遮断ログを調べ、上流の担当に確認してから閉じた", level="alone", dropped=18),
    Work(13, PAIRED, "遮断の解除を田中さんと申請する"),
    Undo(),
    Redo(),
    Work(14, PAIRED, "端末の隔離を田中さんと"),
    Again(15),
    Again(16),
    Tick(PAIRED),
    Claim(PAIRED, "10 回になりました"),
    Withdraw(PAIRED),
    Correct("プロキシの検知を田中さんと追う", quantity="3"),
    Claim(PAIRED, "2 日の分を 3 回に直しました"),
    Work(16, VERDICT, "認証基盤の失敗の山", ratio="22/23"),
    Work(17, ROUTINE, "定例の検知報告をまとめる", level="alone"),
    Work(17, PERIOD, "ログの調査", level="paired"),
    Work(18, MEETINGS, "日本シーサート協議会の勉強会"),
    Work(18, f"{LEARN}.spoof.own-staff", "社員をかたる偽メールの訓練", level="taught"),
    Work(19, VERDICT, "クラウドの監査ログ", ratio="17/17", evidence=("alert.csv がまだない",)),
    Work(19, ALONE, "監視業務を一人で、田中さんは在宅"),
    Work(20, REPORTS, "走査の報告", level="alone", quantity="2"),
    Correct("走査の報告", quantity="1", level="paired"),
    Undo(),
    Work(20, MONTHLY, "平常時の月次報告"),
    Work(21, ALONE, "週末の監視業務", quantity="3"),
    Work(21, VERDICT, "週末のアラート", ratio="36/36"),
    Work(22, ROUTINE, "しきい値の見直し", level="alone", also=PERIOD),
    Again(23),
    Work(23, f"{LEARN}.c2.initial", "C2 への通信を止める訓練", level="alone"),
    Work(24, VERDICT, "WAF の検知", ratio="19/20"),
    Work(24, ALONE, "監視業務", level="taught"),
    Correct("週末の監視業務", on=22, also=ROUTINE),
    Work(25, MEETINGS, "警察との連絡会", level="assisted"),
    Work(25, VERDICT, "USB 機器の検知", ratio="8/9"),
    Work(26, ALONE, "停電に備えた監視業務", quantity="2"),
    Undo(),
    Redo(),
    Work(27, VERDICT, "月末のまとめ", ratio="11/11"),
    Tick(ALONE),
    Claim(ALONE, "一か月の分です"),
    Work(28, REPORTS, "月の締めの報告", level="alone", evidence=("{folder}/alert.csv",)),
)

COUNTED = {
    PAIRED: [11],
    ALONE: [13],
    VERDICT: [296, 96.9],
    ROUTINE: [6],
    MONTHLY: [1],
    REPORTS: [6],
    MEETINGS: [3],
    "coord.3.cases": [4],
}
"""What the gauges of the criteria have to show at the end of the month, counted by hand."""
