"""The main job from end to end: begin, walk, log, tick, claim, leave, and find everything again."""

from whole_world import LEFT_SCREEN, STEP, cursor_line, move_to, open_form

PAIRED = "ペアでの監視業務"
NOTE = "夜勤を田中さんと"


def begin_at_step_two(terminal):
    terminal.wait_for("はじめに 1/3")
    terminal.send("佐藤 花".encode())
    terminal.wait_for("佐藤 花")
    terminal.press("enter")
    move_to(terminal, "SOC/監視")
    terminal.press("enter")
    move_to(terminal, "STEP 2")
    terminal.press("enter")


def test_first_day_is_found_again_the_next_morning(world):
    with world.open() as terminal:
        begin_at_step_two(terminal)
        terminal.wait_for("次にすること")
        open_form(terminal, PAIRED, NOTE)
        terminal.press("enter")
        terminal.wait_for("記録しました")
        points = world.criterion("soc.2.paired")["points"]
        terminal.press("enter")
        for _ in points:
            terminal.press("space", "down")
        terminal.wait_for(f"{len(points)}/{len(points)}")
        terminal.press("c", "enter")
        terminal.wait_for("申請しました")
        terminal.press("q", "q", "q")
        assert terminal.wait_exit() == 0
        assert LEFT_SCREEN in terminal.written

    said = world.status()
    assert (said["trainee"]["name"], said["entries"]) == ("佐藤 花", 1)
    claimed = world.criterion("soc.2.paired")
    assert claimed["state"] == "claimed"
    assert all(claimed["points"].values())
    assert claimed["standing"]["gauges"][0]["done"] == 1

    with world.open() as terminal:
        terminal.wait_for(NOTE)
        terminal.press(STEP)
        move_to(terminal, PAIRED)
        terminal.wait_for("申請中 1")
        terminal.wait_for("に申請しました")
    assert world.faults() == []


def test_leaving_the_first_question_leaves_no_trainee_behind(world):
    with world.open() as terminal:
        terminal.wait_for("はじめに 1/3")
        terminal.press("escape")
        assert terminal.wait_exit() == 0
    assert world.run("status").returncode == 2


def test_screen_and_command_line_tell_the_same(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        open_form(terminal, PAIRED, NOTE)
        terminal.press("enter")
        terminal.wait_for("記録しました")
        gauge = cursor_line(terminal.screen)
    standing = world.criterion("soc.2.paired")["standing"]["gauges"][0]
    assert f"{standing['done']:g}/{standing['needed']:g}" in gauge
    assert NOTE in world.done("journal")


def test_form_shows_nothing_of_the_form_before(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        open_form(terminal, PAIRED, NOTE)
        terminal.press("escape")
        move_to(terminal, "独力での監視業務")
        written = terminal.press("l").decode()
        assert "< 独力 >" in written
        assert "< 指導者とペア >" not in written
