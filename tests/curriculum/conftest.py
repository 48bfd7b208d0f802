from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

TIMES = '{ policy = "soc.2.paired.times", wording = "規定回数", example = 3 }'

FILES = {
    "pack.toml": """\
[pack]
id = "test"
version = "1.0.0"
schema = 1
name = { ja = "試験", en = "Test" }

[[document]]
id = "nca"
title = { ja = "人材の育成", en = "Training" }
publisher = { ja = "協議会", en = "Association" }
year = 2022

[[document]]
id = "isogj"
title = { ja = "教科書", en = "Textbook" }
publisher = { ja = "グループ", en = "Group" }
year = 2016

[[role]]
id = "soc"
chapter = "nca:4.3"
name = { ja = "SOC/監視", en = "SOC/monitoring" }
file = "roles/soc.toml"

[[role]]
id = "forensics"
chapter = "nca:4.5"
name = { ja = "フォレンジック", en = "Forensics" }
""",
    "steps.toml": """\
[[step]]
id = "step.0"
number = 0
source = "nca:1.4#0"
who = { ja = "新規配属者", en = "Newly assigned" }
becomes = { ja = "基礎教育修了者", en = "Has the basics" }
text = { ja = "基礎を学ぶ。", en = "Learns the basics." }

[[step]]
id = "step.1"
number = 1
source = "nca:1.4#1"
who = { ja = "基礎教育修了者", en = "Has the basics" }
becomes = { ja = "見習い", en = "Apprentice" }
text = { ja = "見習う。", en = "Watches." }
""",
    "basic.toml": """\
[[item]]
id = "basic.law"
source = "nca:3#1"
text = { ja = "関係する法律", en = "The laws concerned" }

[[item.item]]
id = "basic.law.privacy"
source = "nca:3#1.1"
text = { ja = "個人情報の保護", en = "Protection of personal data" }
detail = { ja = "漏えいを報告する先を言える。", en = "Can say to whom a leak is reported." }
renamed = ["basic.privacy"]
""",
    "roles/soc.toml": """\
id = "soc"

[[task]]
id = "soc.task.judge"
source = "nca:4.3.1#2"
text = { ja = "アラートを判定する", en = "Judge alerts" }

[[common]]
id = "soc.common.attacks"
source = "nca:4.3.4#1"
text = { ja = "攻撃の手口", en = "How attacks work" }

[[step]]
id = "soc.2"
number = 2
source = "nca:4.3.3#2"
text = { ja = "見習いへ進む。", en = "Becomes an apprentice." }

[[step.goal]]
id = "soc.2.goal.part"
source = "nca:4.3.6.1#1"
text = { ja = "一部を独力でこなせる", en = "Does a part alone" }

[[step.learning]]
id = "soc.2.learn.drill"
source = "nca:4.3.6.2#1"
text = { ja = "手順と操作に慣れる", en = "Get used to the procedure" }

[[step.learning]]
id = "soc.2.learn.logs"
source = "nca:4.3.6.2#2"
text = { ja = "ログの分析手法", en = "Ways of analysing logs" }

[[step.reference]]
id = "soc.2.ref.training"
source = "nca:4.3.6.3#2"
title = { ja = "ログ分析トレーニング", en = "Log analysis training" }
publisher = "JPCERT/CC"
url = "https://www.example.jp/training"

[[step.criterion]]
id = "soc.2.paired"
source = "nca:4.3.6.4#2"
name = { ja = "ペアでの監視業務", en = "Monitoring in a pair" }
text = { ja = "指導者と組んで監視する。", en = "Monitors together with a mentor." }
rule = { kind = "count", supervision = ["paired"], at_least = TIMES }
leads = ["soc.2.learn.drill"]
renamed = ["soc.2.pair"]

[[step.criterion.point]]
id = "soc.2.paired.handover"
see = "soc.2.learn.drill"
text = { ja = "交代のとき、続きを書面だけで渡せる", en = "Hands over in writing alone" }

[[step.criterion.point]]
id = "soc.2.paired.aloud"
text = { ja = "迷った点を言葉にする", en = "Says what was unclear" }

[[step.criterion]]
id = "soc.2.verdict"
source = "nca:4.3.6.4#4"
name = { ja = "判定の正答率", en = "Verdict accuracy" }
text = { ja = "決められた割合で正しく判定する。", en = "Judges rightly at the rate asked for." }

[step.criterion.rule]
kind = "any"
rules = [
  { kind = "rate", ratio = { policy = "soc.2.verdict.ratio" }, at_least = { policy = "soc.2.verdict.cases" } },
  { kind = "cases", cases = ["soc.2.learn.logs"] },
  { kind = "reading", list = "soc.2.books" },
]

[[step.criterion.point]]
id = "soc.2.verdict.why"
see = "soc.task.judge"
text = { ja = "判定の理由を言える", en = "Can say why" }

[[step.criterion.point]]
id = "soc.2.verdict.false"
see = "soc.2.goal.part"
text = { ja = "誤検知の例を挙げる", en = "Gives an example of a false positive" }
""",
    "textbook/functions.toml": """\
[[function]]
id = "a"
source = "isogj:4#A"
name = { ja = "組織運営", en = "Running the organisation" }
short = { ja = "運営", en = "Running" }
text = { ja = "全体を決める。", en = "Decides on the whole." }

[[function.duty]]
id = "a-1"
source = "isogj:5#A-1"
name = { ja = "全体方針管理", en = "Overall policy" }
text = { ja = "方針を定める。", en = "Sets the policy." }
region = ["region.1"]

[[function.duty.link]]
to = "a-2"
text = { ja = "対応範囲", en = "The scope" }

[[function.duty]]
id = "a-2"
source = "isogj:5#A-2"
name = { ja = "トリアージ基準管理", en = "Triage criteria" }
text = { ja = "優先度を決める。", en = "Decides on priorities." }
inputs = { ja = "全体方針", en = "The overall policy" }
region = ["region.1", "region.2"]
""",
    "textbook/regions.toml": """\
[[region]]
id = "region.1"
source = "isogj:6.2#I"
code = "I"
name = { ja = "自組織で実施", en = "Done by ourselves" }
short = { ja = "自組織", en = "In-house" }
text = { ja = "内部の情報を扱う。", en = "Inside information." }
information = "inside"
expertise = "low"

[[region]]
id = "region.2"
source = "isogj:6.2#II"
code = "II"
name = { ja = "自組織を中心に連携", en = "Led by ourselves" }
short = { ja = "自組織中心", en = "In-house led" }
text = { ja = "専門知識も要る。", en = "Takes expertise as well." }
information = "inside"
expertise = "high"
""",
}


class PackFolder:
    """A pack without faults, which tests change to make it faulty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, text in FILES.items():
            self.write(name, text.replace("TIMES", TIMES))

    def write(self, name: str, text: str | bytes) -> Path:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> tuple[int, int]:
        """Replace the only *old* in a file by *new*; return line and column of the ▶ in *new*, which isn't written."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        text = text.replace(old, new)
        before = text.partition("▶")[0]
        self.write(name, text.replace("▶", ""))
        return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    return PackFolder(tmp_path / "pack")


@pytest.fixture
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], PackFolder]:
    return lambda: PackFolder(tmp_path_factory.mktemp("pack"))
