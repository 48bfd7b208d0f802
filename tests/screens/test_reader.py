"""Relations and terms: from what stands under the cursor to everything it has to do with."""

from screens_world import terminal


async def test_criterion_leads_to_the_duties_it_trains_for_and_back(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "r")
        assert screen.place == "reader"
        assert "soc.2.paired" in screen.title
        while "B-1" not in screen.cursor:
            await screen.press("down")
        assert "つながる役割" in screen.text
        await screen.press("enter")
        assert "b-1" in screen.title
        while "SOC/監視 STEP 2" not in screen.cursor:
            await screen.press("down")
        await screen.press("enter")
        assert "soc.2 " in f"{screen.title} "
        await screen.press("left", "left")
        assert "soc.2.paired" in screen.title
        assert screen.cursor.startswith("B-1") or "B-1" in screen.cursor
        await screen.press("escape")
        assert screen.place == "step"


async def test_thing_opens_on_its_own_screen(book):
    async with terminal(book) as screen:
        await screen.press("3", "down", "r")
        while "B-1" not in screen.cursor:
            await screen.press("down")
        await screen.press("enter", "o")
        assert screen.place == "matrix"
        assert "B-1" in screen.text


async def test_things_without_a_screen_are_read_on_the_page(book):
    async with terminal(book, target="team.forensics") as screen:
        assert screen.place == "reader"
        assert "受け持つ役割" in screen.text
        assert "o 開く" not in screen.keys
        await screen.press("o")
        assert screen.place == "reader"


async def test_team_is_found_and_shown(book):
    async with terminal(book) as screen:
        await screen.press("slash")
        await screen.type("team.forensics")
        await screen.press("enter")
        assert screen.place == "reader"
        await screen.press("q")
        assert screen.place == "today"


async def test_relations_are_offered_where_something_is_under_the_cursor(book):
    async with terminal(book) as screen:
        await screen.press("end")  # an entry
        await screen.press("r")
        assert screen.place == "today"
        await screen.press("4", "r")
        assert screen.place == "reader"


async def test_terms_on_the_screen_are_explained_first(book):
    async with terminal(book) as screen:
        await screen.press("3", "t")
        assert screen.place == "terms"
        here, _, _ = screen.text.partition("ほかの用語")
        assert "この画面に出てくる用語" in here
        await screen.press("end")
        await screen.press("escape")
        assert screen.place == "step"


async def test_terms_of_the_page_that_is_read(book):
    async with terminal(book, "en", target="team.forensics") as screen:
        await screen.press("t")
        assert screen.place == "terms"
        await screen.press("q")
        assert screen.place == "reader"


async def test_reader_and_terms_switch_language(book):
    async with terminal(book, target="team.forensics") as screen:
        await screen.press("L")
        assert "Duties it holds" in screen.text
        await screen.press("t", "L")
        assert "用語" in screen.title


async def test_narrow_terminal_shows_whole_sheets(book):
    async with terminal(book, size=(44, 14), target="staffing.2") as screen:
        assert ".." not in screen.text.replace("...", "")
        assert "合計 12 人" in screen.text


async def test_document_leads_to_its_sections_and_from_there_to_the_roles(book):
    async with terminal(book, target="nca") as screen:
        assert screen.place == "reader"
        assert "発行日: 記載なし" in screen.text
        while not any(line.startswith("> >") and "SOC/監視" in line for line in screen.lines):
            await screen.press("down")
        await screen.press("enter")
        assert "section.position-soc" in screen.title
        while "図 4-6" not in screen.text:
            await screen.press("down")
        assert "図そのものは" in screen.text
