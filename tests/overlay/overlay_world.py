"""An organisation's overlay in a folder, and the pack that ikusei ships."""

from __future__ import annotations

from pathlib import Path

from tui.curriculum.check import check_all
from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack
from tui.lang import LANGS, say

ABOUT = """
[overlay]
id = "midori"
version = "3"
for = "nca-isogj"
name = { ja = "みどり商事", en = "Midori Trading" }
"""
ROLE = """
id = "soc"

[[common]]
id = "soc.common.midori-badge"
text = { ja = "入退室カードの扱い", en = "Handling the access card" }

[[step]]
number = 2

[[step.learning]]
id = "soc.2.learn.midori-console"
text = { ja = "自社の監視コンソールの操作", en = "Working our monitoring console" }

[[step.criterion]]
id = "soc.2.midori-phone"
name = { ja = "夜間の電話当番", en = "Night phone duty" }
text = { ja = "夜間の電話当番を独力で務める。", en = "Takes the night phone alone." }
rule = { kind = "count", supervision = ["alone"], at_least = { policy = "soc.2.midori-phone.times" } }
leads = ["soc.2.learn.midori-console", "soc.2.learn.drill"]

[[step.criterion.point]]
id = "soc.2.midori-phone.script"
see = "soc.2.learn.drill"
text = { ja = "受け答えの台本を見ずに、聞くべき五つを聞く", en = "Asks the five questions without the script" }

[[step.criterion.point]]
id = "soc.2.midori-phone.log"
text = { ja = "切ってから五分以内に記録を残す", en = "Writes the record within five minutes" }
"""
NOTES = """
[[note]]
on = "soc.2.paired"
text = { ja = "ペアの相手は当番表で決める。", en = "The duty roster says who pairs with whom." }

[[note]]
on = "b-1"
text = { ja = "夜間は委託先が受け持つ。", en = "A contractor does this at night." }
"""


class World:
    """The folder of the overlay."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "overlay"
        self.write("overlay.toml", ABOUT)

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def whole(self) -> World:
        """Everything that an overlay can have."""
        self.write("roles/soc.toml", ROLE)
        self.write("notes.toml", NOTES)
        self.write(
            "mapping.toml",
            """
[[map]]
role = "soc"
step = 2
duty = "e-1"
reason = { ja = "電話当番が脆弱性の問い合わせも受けるため", en = "The phone duty is asked about vulnerabilities" }

[[no_map]]
role = "soc"
step = 2
duty = "b-1"
reason = { ja = "B-1 は委託しているため", en = "B-1 is outsourced" }
""",
        )
        self.write(
            "glossary.toml",
            """
[[term]]
id = "term.midori-hotline"
name = { ja = "ホットライン", en = "Hotline" }
text = { ja = "夜間の電話窓口。", en = "The phone line at night." }
""",
        )
        self.write("policy.toml", '[numbers]\n"soc.2.midori-phone.times" = 4\n')
        return self

    def pack(self) -> Pack:
        return Pack.open(builtin_folder(), self.folder)

    def faults(self) -> list[str]:
        """Every fault as ``file:line:column key``; each can be said in both languages."""
        found = check_all(builtin_folder(), self.folder)
        for fault in found:
            assert all("{" not in say(lang, fault.key, **fault.fields) for lang in LANGS)
        return [f"{fault.file.name}:{fault.line}:{fault.column} {fault.key}" for fault in found]
