"""What arrives in one read with an Enter: a line that lags, or a paste of a terminal that puts no brackets round it."""

import pytest
from whole_world import TODAY, open_form


@pytest.mark.parametrize("typed", ["夜間の対応\r\r", "夜間の対応\rjj", "夜間の対応\ruuL\r", "夜間の対応\rlもう一つ\r"])
def test_form_is_written_once_as_it_stood_at_enter_and_nothing_behind_it_is_a_command(world, typed):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        open_form(terminal, "ペアでの監視業務", "深夜の")
        terminal.send(typed.encode())
        terminal.wait_for("記録しました")
        terminal.settle()
        assert "STEP 2" in terminal.screen
        assert "申請" in terminal.screen  # still in Japanese
        terminal.press(TODAY, "q")
        assert terminal.wait_exit() == 0
    assert world.notes() == ["深夜の夜間の対応"]


def test_finder_opens_what_was_found_at_enter(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.press("/")
        terminal.wait_for("検索")
        terminal.send(b"soc.2.paired\rqqq")
        terminal.wait_for("ペアでの監視業務")
        terminal.settle()
        assert terminal.process.poll() is None


def test_keys_in_one_read_without_a_field_are_pressed(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.send(b"\r3")
        terminal.wait_for("STEP 2")


def test_what_comes_in_one_read_goes_into_the_fields_that_tab_leads_to(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        open_form(terminal, "独力での監視業務", "深夜の")
        terminal.send("切り分け\t2026-10-07\t3\t \tINC-2041\r".encode())
        terminal.wait_for("記録しました")
    assert world.rows("SELECT note, day, quantity, supervision FROM entry") == [
        ("深夜の切り分け", "2026-10-07", 3, "taught")
    ]


def test_command_and_what_is_typed_behind_it_in_one_read(world):
    """The first letters behind ``/`` and ``l`` are no commands: ``c`` would claim, ``u`` undo."""
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.send(b"/soc.2.paired\r")
        terminal.wait_for("SOC/監視 > STEP 2")
        terminal.send("luc\x1b[200~夜間の切り分け\x1b[201~\t\t2\r".encode())
        terminal.wait_for("記録しました")
        terminal.settle()
    assert world.rows("SELECT note, quantity FROM entry") == [("uc夜間の切り分け", 2)]
    assert world.rows("SELECT kind FROM event WHERE kind IN ('claim', 'undo')") == []
