"""Text that tries to drive the terminal changes nothing on it: asserted on every byte that is written."""

import pytest
from whole_world import JOURNAL, STEP, move_to

from tui.journal.event import Kind, NewEvent
from tui.journal.journal import Journal

CLIPBOARD = "\x1b]52;c;aWt1c2Vp\a"
ATTACKS = {
    "clipboard": CLIPBOARD,
    "title": "\x1b]0;owned\a",
    "8 bit": "\x9b2J\x9d52;c;aWt1c2Vp\x9c",
    "wipe": "\x1b[2J\x1b[H",
    "colours": "\x1b[41;5m",
    "device": "\x1bPq#0\x1b\\\x1bc",
    "bidi": "\u202egnp.exe\u2066\u200f",
    "line ends": "a\r\x0bb\u2028c\x85d",
}
MARKUP = "[@click=app.quit]x[/] [/] [bold]"
HOSTILE = f"始め{''.join(ATTACKS.values())}{MARKUP}終わり"
FORBIDDEN = {
    name: text.encode()
    for name, text in {
        "clipboard": "\x1b]52",
        "title": "\x1b]0;",
        "bell": "\a",
        "8 bit": "\x9b",
        "8 bit string": "\x9d",
        "wipe": "\x1b[2J",
        "blink": "\x1b[41;5m",
        "device": "\x1bP",
        "reset": "\x1bc",
        "override": "\u202e",
        "isolate": "\u2066",
        "mark": "\u200f",
        "vertical tab": "\x0b",
        "line": "\u2028",
        "next line": "\x85",
    }.items()
}


POINTER = b"\x1b]22;default\a"
"""The shape of the mouse pointer, which Textual sets with each screen."""


def assert_harmless(written):
    written = written.replace(POINTER, b"")
    assert [name for name, sequence in FORBIDDEN.items() if sequence in written] == []


@pytest.fixture
def hostile(world, monkeypatch):
    """A journal that another program wrote: nothing in it was cleaned when it was stored."""
    world.begin("花")
    for module in ("tui.journal.fields", "tui.journal.local"):
        for cleaner in ("stored", "meant"):
            monkeypatch.setattr(f"{module}.{cleaner}", lambda text: text, raising=False)
    with Journal.open(world.state) as journal:
        trainee = journal.trainees()[0]
        work = {
            "items": ["soc.2.paired"],
            "day": "2026-11-20",
            "supervision": "paired",
            "note": HOSTILE,
            "evidence": [{"ref": HOSTILE, "sha256": ""}],
        }
        journal.append([NewEvent(Kind.PERSON, trainee, body={"name": HOSTILE})], author=trainee)
        journal.append([NewEvent(Kind.ENTRY, trainee, body=work)], author=trainee)
        journal.local_set("draft:soc.2.alone", '{"note": "\\u001b]52;c;aWt1c2Vp\\u0007 \\u202e"}')
    assert CLIPBOARD in world.notes()[0]
    return world


def test_hostile_name_note_and_evidence_change_nothing_on_any_screen(hostile):
    with hostile.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.press("down", "down", "down", "end")
        terminal.press(STEP)
        move_to(terminal, "ペアでの監視業務")
        terminal.press("enter", "end", "e")
        terminal.wait_for("訂正")
        terminal.press("end", "tab", "tab", "escape", "escape")
        move_to(terminal, "独力での監視業務")
        terminal.press("l", "end", "escape", "w", "q")
        terminal.press(JOURNAL, "down", "enter")
        terminal.wait_for(MARKUP)  # as it was typed: it is no markup here
        terminal.press("q", "2", "4", "?", "q", "/", "escape", "ctrl+p", "escape", "f5")
        terminal.press("1", "u", "q")
        assert terminal.wait_exit() == 0
    assert_harmless(terminal.written)


@pytest.mark.parametrize("verb", [["status"], ["status", "--json"], ["journal"], ["journal", "--json"]], ids=" ".join)
def test_command_line_writes_nothing_that_drives_a_terminal(hostile, verb):
    for _ in range(2):  # the second answer may be one that was kept
        with hostile.open(*verb) as terminal:
            assert terminal.wait_exit() == 0
        assert "始め" in terminal.written.decode()
        assert_harmless(terminal.written)


def test_what_was_asked_for_comes_back_harmless_in_the_answer(world):
    world.begin()
    with world.open("search", HOSTILE) as terminal:
        assert terminal.wait_exit() == 1
    with world.open("log", HOSTILE) as another:
        assert another.wait_exit() == 2
    for each in (terminal, another):
        assert "始め" in each.screen
        assert_harmless(each.written)


def test_hostile_text_is_harmless_in_the_file_too(world):
    world.begin()
    world.done("log", "soc.2.paired", "-m", HOSTILE, "-e", HOSTILE)
    ((note, evidence),) = world.rows("SELECT note, evidence FROM entry")
    assert_harmless(note.encode())
    assert_harmless(evidence.encode())
    assert MARKUP in note


def test_hostile_paste_into_the_form_is_harmless(world):
    world.begin()
    with world.open() as terminal:
        terminal.wait_for("次にすること")
        terminal.press(STEP)
        move_to(terminal, "ペアでの監視業務")
        terminal.press("l")
        # A terminal drops the escapes, which could end the paste; a field of one line takes one line.
        pasted = HOSTILE.replace(ATTACKS["line ends"], "").replace("\x1b", "")
        terminal.send(b"\x1b[200~" + pasted.encode() + b"\x1b[201~")
        terminal.wait_for("終わり")
        terminal.press("enter")
        terminal.wait_for("記録しました")
    assert_harmless(terminal.written)
    assert_harmless(world.notes()[0].encode())
