"""A mentor has the files hashed again that a claim names: in folders that they name, while the screen stays awake."""

import os
import threading

import pytest
from screens_world import TODAY, entry_form, make_ready
from test_review_screen import mentor

from tui.curriculum.rule import Supervision
from tui.workbook.trainee.writing import claim, log


@pytest.fixture
def claimed(book, tmp_path):
    """The trainee has claimed a criterion with entries that name files, one of which has changed since."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    for name in ("same.log", "changed.log", "pipe"):
        (folder / name).write_text("before")
    paths = tuple(str(folder / name) for name in ("same.log", "changed.log", "pipe"))
    log(book, entry_form("soc.2.alone", TODAY.day, Supervision.ALONE, evidence=(*paths, "INC-1")))
    make_ready(book)
    _, step, index = book.locate("soc.2.alone")
    claim(book, step.criteria[index], "")
    (folder / "changed.log").write_text("after")
    (folder / "pipe").unlink()
    os.mkfifo(folder / "pipe")
    return book


async def looked(screen):
    """The thread that looks has ended, and what it found is shown."""
    for thread in threading.enumerate():
        if thread.name == "ikusei-evidence":
            thread.join()
    await screen.settle()


async def test_each_file_says_what_became_of_it(claimed, tmp_path):
    async with mentor(claimed, size=(120, 60)) as screen:
        assert "同じ" not in screen.text
        await screen.press("e")
        assert "証跡のファイルがあるフォルダー" in screen.text
        await screen.type(str(tmp_path / "evidence"))
        await screen.press("enter")
        await looked(screen)
        assert "同じ 1、変更 1、なし 1、未確認 0" in screen.status
        for sentence in ("✓ 同じ", "⚠ 変更されています", "⚠ 見つかりません"):
            assert sentence in screen.text
        # What was named is there again for the next claim.
        await screen.press("e", "enter")
        await looked(screen)
        assert "同じ 1、変更 1、なし 1、未確認 0" in screen.status


async def test_files_outside_the_named_folders_are_missing_whatever_they_are(claimed, tmp_path):
    (tmp_path / "other").mkdir()
    async with mentor(claimed, "en", size=(120, 60)) as screen:
        await screen.press("ctrl+e")
        await screen.type(str(tmp_path / "other"))
        await screen.press("enter")
        await looked(screen)
        assert "the same 0, changed 0, missing 3, not checked 0" in screen.status


async def test_without_a_folder_nothing_is_looked_for_and_a_wrong_one_leaves_the_question(claimed, tmp_path):
    async with mentor(claimed, size=(120, 60)) as screen:
        await screen.press("e", "enter")
        await looked(screen)
        assert "探していません" in screen.status
        await screen.press("e")
        await screen.type(str(tmp_path / "none"))
        await screen.press("enter")
        assert "証跡のフォルダー" in screen.status
        await screen.press("escape", "c", "enter")
        assert "確認しました" in screen.status


async def test_a_claim_without_digests_says_so(book, tmp_path):
    make_ready(book)
    _, step, index = book.locate("soc.2.alone")
    claim(book, step.criteria[index], "")
    async with mentor(book, size=(120, 60)) as screen:
        await screen.press("e")
        await screen.type(str(tmp_path))
        await screen.press("enter")
        assert "ダイジェストのある証跡がありません" in screen.status
