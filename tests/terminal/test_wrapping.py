"""Rich and Textual wrap by kinsoku once it is installed, and still with the function we replace."""

import sys

import pytest
import rich._wrap
import rich.text
import textual.content
from rich.console import Console
from rich.text import Text
from textual.app import App
from textual.content import Content
from textual.widgets import Static

from tui.terminal import wrapping

SENTENCE = "チケットをエスカレーションしてください。"
WRAPPED = ["チケットをエスカレーションしてくださ", "い。"]


@pytest.fixture
def installed(monkeypatch):
    for module in (rich._wrap, rich.text, textual.content):
        monkeypatch.setattr(module, "divide_line", module.divide_line)
    wrapping.install()


def lines_of(content):
    return [line.plain.rstrip() for line in content.wrap(38)]


def test_without_it_a_stop_stands_alone():
    assert lines_of(Content(SENTENCE))[-1] == "。"


@pytest.mark.usefixtures("installed")
def test_textual_content_wraps_by_kinsoku():
    assert lines_of(Content(SENTENCE)) == WRAPPED


@pytest.mark.usefixtures("installed")
def test_rich_text_wraps_by_kinsoku():
    assert [line.plain for line in Text(SENTENCE).wrap(Console(width=38), 38)] == WRAPPED


@pytest.mark.usefixtures("installed")
async def test_a_widget_is_as_high_as_its_wrapped_lines_and_draws_them():
    class Showing(App):
        def compose(self):
            yield Static(SENTENCE, markup=False)

    app = Showing()
    async with app.run_test(size=(38, 5)):
        shown = app.query_one(Static)
        assert shown.size.height == 2
        assert [shown.render_line(y).text.rstrip() for y in range(2)] == WRAPPED


def test_modules_that_are_not_imported_yet_are_not_imported_by_it(monkeypatch):
    for module in (rich._wrap, rich.text, textual.content):
        monkeypatch.setattr(module, "divide_line", module.divide_line)
    monkeypatch.delitem(sys.modules, "textual.content")
    wrapping.install()
    assert "textual.content" not in sys.modules
