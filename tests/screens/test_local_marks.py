"""What an organisation added is marked wherever it stands."""

import pytest
from screens_world import terminal

from tui.curriculum.folder import builtin_folder
from tui.curriculum.pack import Pack

ROLE = """
id = "soc"
[[step]]
number = 2
[[step.learning]]
id = "soc.2.learn.midori-console"
text = { ja = "監視コンソールの操作", en = "Working the console" }
[[step.criterion]]
id = "soc.2.midori-phone"
name = { ja = "夜間の電話当番", en = "Night phone duty" }
text = { ja = "夜間の電話当番を独力で務める。", en = "Takes the night phone alone." }
rule = { kind = "attest" }
[[step.criterion.point]]
id = "soc.2.midori-phone.script"
text = { ja = "聞くべき五つを聞く", en = "Asks the five questions" }
[[step.criterion.point]]
id = "soc.2.midori-phone.log"
text = { ja = "五分以内に記録を残す", en = "Writes the record within five minutes" }
"""


@pytest.fixture
def local(book, tmp_path):
    folder = tmp_path / "overlay"
    (folder / "roles").mkdir(parents=True)
    about = 'id = "midori"\nversion = "1"\nfor = "nca-isogj"\nname = { ja = "みどり", en = "Midori" }\n'
    (folder / "overlay.toml").write_text(f"[overlay]\n{about}", encoding="utf-8")
    (folder / "roles/soc.toml").write_text(ROLE, encoding="utf-8")
    note = '[[note]]\non = "soc.2.detect"\ntext = { ja = "当番表を見る。", en = "See the duty roster." }\n'
    (folder / "notes.toml").write_text(note, encoding="utf-8")
    book.pack = Pack.open(builtin_folder(), folder)
    return book


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_local_criterion_learning_item_and_remark_carry_the_mark(local, lang):
    names = {
        "ja": ("夜間の電話当番 @", "監視コンソールの操作 @"),
        "en": ("Night phone duty @", "Working the console @"),
    }
    async with terminal(local, lang) as screen:
        await screen.press("3")
        assert all(name in screen.text for name in names[lang])
        assert {"ja": "@ 当番表を見る", "en": "@ See the duty roster"}[lang] in screen.text
        await screen.press("down", "down", "down", "down")
        assert {"ja": "組織が加えたもの", "en": "added by the organisation"}[lang] in screen.text


async def test_local_criterion_is_found_read_and_explained(local):
    async with terminal(local) as screen:
        await screen.press("slash")
        await screen.type("夜間の電話")
        await screen.press("enter")
        assert screen.place == "step"
        await screen.press("r")
        assert "組織が加えたもの" in screen.text
        await screen.press("q", "question_mark")
        assert "組織の追加分" in screen.text or screen.lines[-2].endswith("v")
