"""Cutting and padding by cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.cells import fit, take, width
from tui.text.clean import flat

texts = st.text("日本ﾛｸ゚abc é\u3099\u0301✓⚠", max_size=30) | st.text(max_size=30).map(flat)


@given(texts, st.integers(0, 40))
def test_take_is_the_longest_beginning_that_fits(text, cells):
    taken = take(text, cells)
    assert text.startswith(taken)
    assert width(taken) <= cells
    if taken != text:
        longer = text[: len(taken) + 1]
        assert width(longer) > cells or width(longer) == width(taken)


@given(texts, st.integers(0, 40))
def test_fit_takes_exactly_its_cells(text, cells):
    assert width(fit(text, cells)) == cells
    if width(text) <= cells:
        assert fit(text, cells).startswith(text)


@pytest.mark.parametrize(
    ("cells", "fitted"),
    [
        (13, "検知の仕組み "),
        (12, "検知の仕組み"),
        (11, "検知の仕.. "),
        (10, "検知の仕.."),
        (2, ".."),
        (1, "."),
        (0, ""),
    ],
)
def test_a_wide_character_is_never_split(cells, fitted):
    assert fit("検知の仕組み", cells) == fitted
