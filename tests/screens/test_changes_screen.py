"""The walk through what a new edition changed, and the verb that compares two editions."""

from contextlib import asynccontextmanager

from screens_world import Terminal
from settling import settled

from tui.app import IkuseiApp
from tui.cli.run import run
from tui.curriculum.wording import wording_digest
from tui.session import Session
from tui.text.glyphs import glyphs_for
from tui.workbook.trainee.editions import pending


def clarified(criterion_id, digest):
    """The change by which a criterion names an earlier wording."""
    return f'id = "{criterion_id}"\n', f'id = "{criterion_id}"\nclarified = ["{digest}"]\n'


@asynccontextmanager
async def opened(story, lang="ja", columns=80):
    app = IkuseiApp(Session(story.again(), lang, glyphs_for("unicode")))
    async with app.run_test(size=(columns, 40)) as pilot:
        await settled(pilot)
        yield Terminal(app, pilot)


async def test_new_edition_is_told_walked_and_done(story):
    pending(story.book)
    before = story.criterion("soc.2.detect").text.ja
    story.edition("1.3.0", (before, f"例を挙げる。{before}"))
    async with opened(story) as screen:
        assert "教材パックが新しくなり、1 か所が変わりました" in screen.status
        assert "v 変更点" in screen.keys
        await screen.press("v")
        assert "教材パックの変更 0/1" in screen.title
        assert "文言が変わりました" in screen.text
        await screen.press("enter")
        assert "例を挙げる" in screen.text
        await screen.press("left", "space")
        assert screen.place == "today"
        assert "すべて見終えました" in screen.status
        assert "v 変更点" not in screen.keys
    async with opened(story) as screen:
        assert "教材" not in screen.status


async def test_words_that_ask_the_same_are_not_said_to_need_a_new_claim(story):
    pending(story.book)
    before = story.criterion("soc.2.detect")
    digest = wording_digest(before)
    story.edition("1.3.0", (before.text.ja, f"例を挙げる。{before.text.ja}"), clarified(before.id, digest[:16]))
    async with opened(story, "en") as screen:
        await screen.press("v")
        assert "same in other words" in screen.text
        assert "have it looked at again" not in screen.text


async def test_without_a_new_edition_nothing_is_said(story):
    pending(story.book)
    async with opened(story, "en") as screen:
        assert screen.status == ""
        await screen.press("v")
        assert screen.place == "today"


async def test_reworded_claim_says_what_to_do(story):
    pending(story.book)
    story.claim_alone()
    before = story.criterion("soc.2.alone").text.ja
    story.edition("1.3.0", (before, before.replace("独力", "一人")))
    async with opened(story, columns=120) as screen:
        await screen.press("3", "down", "down")
        assert "申請した後に内容が変わりました" in screen.text


def test_diff_verb_writes_each_change_and_its_exit_code_tells(story, capsys):
    story.edition("1.3.0", ("アラート", "警報"))
    env = {"HOME": str(story.state.parent), "LANG": "ja_JP.UTF-8"}
    assert run(["content", "diff", str(story.old), str(story.folder)], env) == 1
    out, err = capsys.readouterr()
    assert "文言  soc." in out
    assert "1.2.0 から 1.3.0 へ" in err
    assert run(["content", "diff", str(story.old), str(story.old)], env) == 0
    assert run(["content", "diff", str(story.old), "nowhere"], env) == 2
    assert run(["content", "diff", "--json", str(story.old), str(story.folder)], env) == 1
