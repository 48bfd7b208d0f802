"""Roles: everything that can be trained, topics to tick, roles to follow."""

from screens_world import terminal

from tui.workbook.trainee.writing import enrol


async def at_role(screen, name):
    """Move the cursor of the tree to the row that begins with *name*."""
    await screen.press("2", "home")
    for _ in range(20):
        if screen.cursor.lstrip("✓ ").startswith(name):
            return
        await screen.press("down")
    raise AssertionError(name)


async def test_tree_holds_basic_education_roles_and_steps(book):
    async with terminal(book) as screen:
        await screen.press("2")
        for name in ("基礎教育", "連絡・全体統括", "SOC/監視", "共通教育", "STEP 3", "開発/開発支援"):
            assert name in screen.text
        assert "0/25" in screen.text


async def test_followed_role_is_marked(book):
    async with terminal(book) as screen:
        await screen.press("2")
        (line,) = (line for line in screen.lines if "取り組み中" in line)
        assert line.split()[:2] == ["SOC/監視", "取り組み中"]


async def test_text_of_what_the_cursor_stands_on_follows(book):
    async with terminal(book) as screen:
        await at_role(screen, "STEP 2")
        assert "目標" in screen.text
        await at_role(screen, "フォレンジック")
        assert "まだこの役割の内容がありません" in screen.text.replace("\n", "").replace(" ", "")


async def test_topic_is_ticked_and_counted(book):
    async with terminal(book) as screen:
        await screen.press("2", "enter", "space")
        assert "1/25" in screen.text
        assert screen.cursor.startswith("☑")
        await screen.press("space")
        assert "0/25" in screen.text


async def test_tick_is_undone(book):
    async with terminal(book) as screen:
        await screen.press("2", "enter", "space", "u")
        assert "0/25" in screen.text
        assert "取り消しました" in screen.status


async def test_step_opens_as_its_checklist_and_back_returns_to_the_tree(book):
    async with terminal(book) as screen:
        await at_role(screen, "STEP 3")
        await screen.press("enter")
        assert screen.place == "step"
        assert "STEP 3" in screen.title
        await screen.press("escape")
        assert screen.place == "roles"


async def test_role_is_followed_and_left_again(book):
    async with terminal(book) as screen:
        await at_role(screen, "フォレンジック")
        await screen.press("a")
        assert "取り組む役割に加えました" in screen.status
        assert [each.role for each in book.enrolments()] == ["soc", "forensics"]
        await screen.press("a")
        assert "取り組む役割から外しました" in screen.status
        assert [each.role for each in book.enrolments()] == ["soc"]


async def test_last_role_can_not_be_left(book):
    async with terminal(book) as screen:
        await at_role(screen, "SOC/監視")
        await screen.press("a")
        assert "1 つだけなので外せません" in screen.status
        assert [each.role for each in book.enrolments()] == ["soc"]


async def test_first_role_can_be_left_once_there_is_another(book):
    enrol(book, "forensics", 0)
    async with terminal(book) as screen:
        await at_role(screen, "SOC/監視")
        await screen.press("a")
        assert [each.role for each in book.enrolments()] == ["forensics"]


async def test_following_is_offered_on_a_role_only(book):
    async with terminal(book) as screen:
        await at_role(screen, "STEP 2")
        assert "取り組む" not in screen.keys
        await at_role(screen, "SOC/監視")
        assert "取り組む" in screen.keys


async def test_narrow_terminal_shows_text_in_place_of_the_tree(book):
    async with terminal(book, size=(50, 20)) as screen:
        await at_role(screen, "SOC/監視")
        assert "仕事の内容" not in screen.text
        await screen.press("enter")
        assert "仕事の内容" in screen.text
        await screen.press("escape")
        assert "フォレンジック" in screen.text
