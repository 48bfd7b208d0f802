"""The walk: one criterion a screen."""

from screens_world import make_ready, terminal


async def test_walk_goes_from_criterion_to_criterion_and_says_where_it_ends(book):
    async with terminal(book) as screen:
        await screen.press("3", "w")
        assert "1/4  soc.2.detect" in screen.title
        await screen.press("p")
        assert "最初の達成目安" in screen.status
        for criterion in ("soc.2.paired", "soc.2.alone", "soc.2.verdict"):
            await screen.press("n")
            assert criterion in screen.title
        await screen.press("n")
        assert "これで最後です" in screen.status
        assert "soc.2.verdict" in screen.title


async def test_walk_shows_what_is_asked_points_learning_and_entries(book):
    async with terminal(book, size=(80, 40)) as screen:
        await screen.press("3", "down", "w")
        for heading in ("実施形態: 指導者とペア", "確認項目 1/6", "ここへつながる学習", "実績 7 件"):
            assert heading in screen.text


async def test_point_under_the_cursor_says_where_it_comes_from(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "w", "down")
        assert "基にした項目" in screen.status or "ikusei の言葉" in screen.status


async def test_points_and_learning_items_are_ticked(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "w", "down", "space")
        assert "確認項目 2/6" in screen.text
        await screen.press("down", "down", "down", "down", "down", "space")
        assert "soc.2.learn.drill" in book.ticked()


async def test_claim_from_the_walk(book):
    make_ready(book)
    async with terminal(book) as screen:
        await screen.press("3", "down", "down", "w", "c", "enter")
        assert "soc.2.alone" in book.marks().claims


async def test_back_returns_to_the_list(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "w", "q")
        assert screen.place == "step"
        assert screen.cursor.startswith("ペアでの監視業務") or "ペアでの監視業務  nca" in screen.text


async def test_help_opens_on_the_walk(book):
    async with terminal(book) as screen:
        await screen.press("3", "w", "question_mark")
        assert screen.place == "help"
        assert "順に見る" in screen.title


async def test_text_above_the_points_can_be_scrolled_to_on_a_low_terminal(book):
    async with terminal(book, size=(80, 12)) as screen:
        await screen.press("3", "down", "w")
        for _ in range(4):
            await screen.press("K")
        assert "ペアでの監視業務  nca:4.3.6.4#2" in screen.text
